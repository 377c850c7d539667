"""What each quoted figure is to the number of its toll: docs/quantities.md, "Which figure counts as what"."""

from typing import Final

from onrecord.link.tolls_arithmetic import MIN_SHARE, Bounds, Figure, are_independent, is_of_the_same
from onrecord.model.codes import Standing
from onrecord.model.values import Quantity

NEARLY: Final = 0.9  # "about fifty" is no other word on 52


def standing_of(figure: Figure, bounds: Bounds) -> Standing:
    """The standing of a figure in a toll: "twelve people were killed" sets it, "three in the market" is a part."""
    relation = figure.figure.relation
    if relation == "listed":
        return "adds" if _is_listed_up(bounds) else "part"
    if _is_apart(figure, bounds):
        return "apart"
    if figure in bounds.base:
        if _is_listed_up(bounds):
            return "part"
        return "sets" if len(bounds.base) == 1 else "adds"
    if relation != "part" and _agrees(figure.figure.quantity, bounds):
        return "agrees"
    if relation == "part" or _top(figure.figure.quantity) <= _number(bounds):
        return _lesser(figure, bounds)
    return "differs"


def _is_apart(figure: Figure, bounds: Bounds) -> bool:
    """True for an attacker's own death beside the toll of those whom he killed."""
    return figure.figure.group == "attackers" and all(other.figure.group != "attackers" for other in bounds.base)


def _lesser(figure: Figure, bounds: Bounds) -> Standing:
    """Where a figure is lower: what stood before a revision, another's word on the same people, or some of them."""
    base = list(bounds.base)
    if not base or figure.figure.relation != "total" or figure.figure.definite:
        return "part"
    first = base[0]
    before = figure.sentence.start <= first.sentence.start or not figure.figure.whom  # "the toll had been put at 19"
    if before and (first.figure.revised or first.figure.relation == "final"):
        return "earlier"
    return "differs" if are_independent(figure, base) and is_of_the_same(figure, base) else "part"


def _is_listed_up(bounds: Bounds) -> bool:
    """True where more persons are listed one by one than any figure tells."""
    if not bounds.base:
        return True
    return bounds.best is not None and bounds.best > sum(_top(figure.figure.quantity) for figure in bounds.base)


def _agrees(quantity: Quantity, bounds: Bounds) -> bool:
    """True where a figure can be the same number: "ten", "at least eight" of ten, "dozens" of thirty."""
    low = quantity.low or 0
    best = _number(bounds)
    if quantity.hedge in ("at_least", "about") and quantity.best is not None:
        share = NEARLY if quantity.hedge == "about" else MIN_SHARE
        return best * share <= quantity.best <= best
    if quantity.hedge == "at_most" and quantity.best is not None:
        return quantity.best == best
    high = quantity.high if quantity.high is not None else best
    return low <= best and high >= (bounds.best if bounds.best is not None else bounds.low)


def _top(quantity: Quantity) -> int:
    """The most that a figure states."""
    return max(bound for bound in (quantity.low, quantity.best, quantity.high, 0) if bound is not None)


def _number(bounds: Bounds) -> int:
    """The toll's number; where it has only bounds, the most that it can be."""
    return bounds.best if bounds.best is not None else bounds.high
