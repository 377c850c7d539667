"""One toll from several figures: additions are added, a later total holds what was told before, others are bounds."""

from dataclasses import dataclass
from typing import Final

from onrecord.model.claim import Voice
from onrecord.model.document import Span
from onrecord.model.values import Quantity, TollFigure

NEXT_SENTENCE: Final = 4  # characters at most between two neighboring sentences
DEMOGRAPHIC: Final = frozenset({"children", "women", "men", "elderly"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the sentence that states it and the voice that says it (None: the outlet's own)."""

    figure: TollFigure
    sentence: Span
    voice: Voice | None = None


@dataclass(frozen=True, slots=True)
class Bounds:
    """A toll's numbers. `low` and `high` are always numbers, so that tolls can be compared."""

    low: int
    best: int | None
    high: int
    contested: bool = False


def best_figure(figures: list[Figure]) -> Bounds:
    """The toll that figures in text order tell: the first stated one, with additions, unless a later total holds it.

    Documented order: a revised total, then a total that holds what was told before, then the first figure.
    """
    stated = [f for f in figures if f.figure.quantity.hedge != "vague"]
    if not stated:
        return _vague(figures)
    base, rest = [stated[0]], stated[1:]
    others: list[Figure] = []
    for figure in rest:
        if _restarts(figure, base):
            base = [figure]
        elif _adds(figure, base):
            base.append(figure)
        else:
            others.append(figure)
    return _bounds(base, others)


def _restarts(figure: Figure, base: list[Figure]) -> bool:
    """True where a figure is a new total: revised upward, or of all people and no less than what came before."""
    relation, quantity = figure.figure.relation, figure.figure.quantity
    if relation == "final":
        return True
    if relation == "addition" or base[-1].figure.relation == "final":
        return False
    if figure.figure.revised == "up" and (quantity.best or 0) > _sum_best(base):
        return True
    whole = figure.figure.group == "all" and not figure.figure.definite and _near(figure, base)
    split = len(base) > 1 or base[0].figure.group != "all"
    return whole and split and (quantity.best or quantity.low or 0) >= _sum_best(base)


def _near(figure: Figure, base: list[Figure]) -> bool:
    """True where a figure stands in the sentence of another, or in one next to it."""
    return any(
        figure.sentence == other.sentence or abs(figure.sentence.start - other.sentence.end) <= NEXT_SENTENCE
        for other in base
    )


def _adds(figure: Figure, base: list[Figure]) -> bool:
    """True where a figure counts other people than those told before."""
    groups = {other.figure.group for other in base}
    if base[-1].figure.relation == "final":
        return False
    if figure.figure.definite or not _near(figure, base) or any(_same(figure, other) for other in base):
        return False
    if figure.figure.relation == "addition":
        named = figure.figure.quantity.best == 1 and not figure.figure.quantity.more
        return not (named and "all" in groups and _sum_best(base) > 2)
    if figure.figure.group == "all" or figure.figure.group in DEMOGRAPHIC:
        return False
    nouns = {other.figure.whom for other in base}
    apart = "all" not in groups and not groups & DEMOGRAPHIC
    other_noun = bool(figure.figure.whom) and figure.figure.whom not in nouns
    return apart and (figure.figure.group not in groups or other_noun)


def _same(figure: Figure, other: Figure) -> bool:
    return (figure.figure.quantity, figure.figure.whom) == (other.figure.quantity, other.figure.whom)


def _sum_best(base: list[Figure]) -> int:
    return sum(f.figure.quantity.best or f.figure.quantity.low or 0 for f in base)


def _vague(figures: list[Figure]) -> Bounds:
    first = figures[0].figure.quantity
    return Bounds(_low(first), first.best, _high(first))


def _bounds(base: list[Figure], others: list[Figure]) -> Bounds:
    """The sum of the base, widened by the other figures of the same people."""
    quantities = [f.figure.quantity for f in base]
    bests = [q.best for q in quantities]
    best = None if None in bests else sum(b for b in bests if b is not None)
    low, high = sum(map(_low, quantities)), sum(map(_high, quantities))
    return Bounds(low, best, high)


def _low(quantity: Quantity) -> int:
    """A low end that is always a number."""
    return quantity.low if quantity.low is not None else 0


def _high(quantity: Quantity) -> int:
    """A high end that is always a number: where the words set none, the figure itself."""
    for bound in (quantity.high, quantity.best, quantity.low):
        if bound is not None:
            return bound
    return 0
