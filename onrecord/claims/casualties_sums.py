"""Sums of people: several conjuncts as one whole ("a woman and her two children" is three), and the groups in it."""

from dataclasses import dataclass, replace
from typing import Final

from onrecord.claims.casualties_words import WORKERS
from onrecord.model.codes import TollGroup
from onrecord.model.reading import Token
from onrecord.model.values import Quantity

DEMOGRAPHIC: Final = frozenset({"children", "women", "men"})


@dataclass(frozen=True, slots=True)
class People:
    """Some people in a phrase: how many, of which groups, at which tokens; `part` where they are among the others."""

    quantity: Quantity
    groups: tuple[TollGroup, ...]
    tokens: tuple[Token, ...]
    part: bool = False
    stated: bool = True  # False where no number was said: "civilians", "a woman"
    noun: str = ""
    definite: bool = False  # "the two men"


def joined(found: list[People]) -> list[People]:
    """The people of several conjuncts as one whole, and the groups in it as parts."""
    if len(found) == 1:
        return found
    first, rest = found[0], found[1:]
    if first.stated and all(not people.stated and people.quantity.best is None for people in rest):
        whole = replace(first, groups=_common(found))  # "seven rebels and mercenaries": the number is of both
        return [whole]
    told_apart = bool(DEMOGRAPHIC.intersection(first.groups))  # "three women, two children and a man" are six
    parted = len(rest) > 1 and sum(p.quantity.best or 0 for p in rest) == first.quantity.best
    if first.stated and parted and not told_apart:
        return [first, *(replace(people, part=True) for people in rest if people.groups)]
    found = [people for n, people in enumerate(found) if not _is_counted_before(found, n)]
    if len(found) == 1:
        return found
    found = _lend_roles(found)
    whole = People(add([p.quantity for p in found]), _common(found), tuple(t for p in found for t in p.tokens))
    return [whole, *by_group(found, _common(found))]


def _is_counted_before(found: list[People], n: int) -> bool:
    """ "40 soldiers and fighters and 18 rebels": the forty are soldiers and fighters."""
    bare = not found[n].stated and found[n].quantity.best is None
    return bare and n > 0 and found[n - 1].stated and (found[n - 1].quantity.best or 0) > 1


def _common(found: list[People]) -> tuple[TollGroup, ...]:
    """The groups that all of the conjuncts belong to."""
    return tuple(group for group in found[0].groups if all(group in people.groups for people in found))


def _lend_roles(found: list[People]) -> list[People]:
    """ "two aid workers and their driver", "one female and one male aid worker": the role is of both."""
    if not any("aid_workers" in people.groups for people in found):
        return found
    return [
        replace(
            people,
            groups=("aid_workers", *(g for g in people.groups if g not in ("aid_workers", "civilians", "medics"))),
        )
        if people.noun in WORKERS
        else people
        for people in found
    ]


def by_group(found: list[People], but: tuple[TollGroup, ...]) -> list[People]:
    """One part for each group of the conjuncts, its conjuncts added."""
    groups = dict.fromkeys(group for people in found for group in people.groups if group not in but)
    parts = []
    for group in groups:
        mine = [people for people in found if group in people.groups]
        tokens = tuple(t for people in mine for t in people.tokens)
        parts.append(People(add([people.quantity for people in mine]), (group,), tokens, part=True))
    return parts


def add(quantities: list[Quantity]) -> Quantity:
    """The sum of quantities; a bound that one of them lacks, the sum lacks."""
    if len(quantities) == 1:
        return quantities[0]
    bests = [q.best for q in quantities]
    highs = [q.high for q in quantities]
    hedges = [q.hedge for q in quantities if q.hedge]
    return Quantity(
        sum(q.low or 0 for q in quantities),
        None if None in bests else sum(b for b in bests if b is not None),
        None if None in highs else sum(h for h in highs if h is not None),
        hedges[0] if hedges else None,
        quantities[0].more,
    )
