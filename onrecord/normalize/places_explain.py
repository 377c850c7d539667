"""What a name may mean and why, for `onrecord gazetteer lookup --explain`."""

from onrecord.normalize.gazetteer import Gazetteer
from onrecord.normalize.places_choose import Context, Scored, rank
from onrecord.normalize.places_value import place_of


def explain_name(name: str, gazetteer: Gazetteer) -> list[tuple[Scored, tuple[str, ...]]]:
    """The meanings of a name with their scores and paths, the best first: "Oxford, Miss." takes what follows the comma
    for the place that holds it."""
    inner, _, outer = name.partition(",")
    candidates = gazetteer.lookup(inner) or gazetteer.lookup_loose(inner)
    containers = tuple(c for c in gazetteer.lookup(outer) if c.how != 2) if outer.strip() else ()
    ranked = rank(candidates, Context({}, containers))
    return [(scored, place_of(scored.candidate, gazetteer).path) for scored in ranked]
