"""The values that people give when they correct a claim: a figure, days, a place, a type."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Final, get_args

from onrecord.errors import UsageError
from onrecord.link.tellings import TOLL_SLOTS
from onrecord.model.claim import Claim
from onrecord.model.codes import FAMILY_OF, IncidentType
from onrecord.model.values import Act, Interval, Place, Quantity, TollFigure, Value
from onrecord.normalize.gazetteer import Gazetteer
from onrecord.normalize.places_choose import Scored
from onrecord.normalize.places_explain import explain_name
from onrecord.normalize.places_value import place_of

TYPES: Final[tuple[IncidentType, ...]] = get_args(IncidentType)
CLEARLY: Final = 2.0  # by so much a namesake must score above one in another country or region
MAX_LISTED: Final = 5  # namesakes in a message


@dataclass(frozen=True, slots=True)
class Given:
    """What a person gives, in words; one of them."""

    figure: str | None = None
    day: str | None = None
    place: str | None = None
    type: str | None = None

    @property
    def words(self) -> str:
        """The one that is given."""
        return next((value for field in fields(self) if (value := getattr(self, field.name)) is not None), "")


def new_value(claim: Claim, given: Given, gazetteer: Gazetteer) -> Value:
    """The value that a person gives to a claim; raises UsageError where the claim tells something else."""
    if claim.slot in TOLL_SLOTS and given.figure is not None:
        old = claim.value
        group = old.group if isinstance(old, TollFigure) else "all"
        return TollFigure(parse_figure(given.figure), group, "incident")
    if claim.slot == "when" and given.day is not None:
        return parse_days(given.day)
    if claim.slot == "where" and given.place is not None:
        return parse_place(given.place, gazetteer)
    if claim.slot == "act" and given.type is not None:
        return parse_type(given.type)
    raise UsageError(f"Claim {claim.id} tells {claim.slot.replace('_', ' ')}; correct it with {_needed(claim)}.")


def _needed(claim: Claim) -> str:
    if claim.slot in TOLL_SLOTS:
        return "--figure"
    options = {"when": "--day", "where": "--place", "act": "--type"}
    return options.get(claim.slot, "--reject")


def parse_figure(words: str) -> Quantity:
    """ "5" is five, "3-8" from three to eight, "5-" at least five."""
    low, dash, high = words.strip().partition("-")
    if not low.isdigit() or (high and not high.isdigit()):
        raise UsageError(f"--figure needs a number such as 5, 3-8 or 5- (at least five), not {words!r}.")
    least, most = int(low), int(high) if high else None
    if not dash:
        return Quantity(least, least, least)
    if most is not None and most < least:
        raise UsageError(f"--figure {words}: the second number is the greater one.")
    return Quantity(least, least if most is None else None, most, "at_least" if most is None else "range")


def parse_days(words: str) -> Interval:
    """ "2031-03-04" is a day, "2031-03-04/2031-03-06" several."""
    first, _, last = words.partition("/")
    try:
        earliest, latest = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError as error:
        raise UsageError(f"--day needs a day such as 2024-01-09, or two with / between, not {words!r}.") from error
    if latest < earliest:
        raise UsageError(f"--day {words}: the second day is the later one.")
    return Interval(earliest, latest, "day" if earliest == latest else "days")


def parse_type(words: str) -> Act:
    """A type of the contract: "air_drone_strike"."""
    for name in TYPES:
        if name == words.strip():
            return Act(name, FAMILY_OF[name])
    raise UsageError(f"--type needs a type of docs/codes.md such as air_drone_strike, not {words!r}.")


def parse_place(words: str, gazetteer: Gazetteer) -> Place:
    """The place of a name, with what holds it after a comma: "Oxford, Mississippi"."""
    found = explain_name(words, gazetteer)
    if not found:
        raise UsageError(f"--place: no gazetteer knows {words!r}; `onrecord gazetteer add FILE` brings more places.")
    best = found[0][0]
    rivals = [path for scored, path in found if _is_rival(scored, best)]
    if rivals and "," not in words:
        told = "; ".join(", ".join(path) for path in (found[0][1], *rivals)[:MAX_LISTED])
        raise UsageError(f"--place {words}: which one? Name what holds it after a comma: {told}.")
    return place_of(best.candidate, gazetteer)


def _is_rival(one: Scored, best: Scored) -> bool:
    """Whether a namesake elsewhere could as well be meant."""
    here, there = best.candidate, one.candidate
    return (here.country, here.adm1) != (there.country, there.adm1) and one.score > best.score - CLEARLY
