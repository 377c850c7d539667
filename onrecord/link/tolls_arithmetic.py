"""One toll from several figures: additions are added, a later total holds what was told before, others are bounds."""

from dataclasses import dataclass, replace
from typing import Final

from onrecord.link.voices import same_speaker
from onrecord.model.claim import Voice
from onrecord.model.codes import TollGroup
from onrecord.model.document import Span
from onrecord.model.values import Quantity, TollFigure

NEXT_SENTENCE: Final = 4  # characters at most between two neighboring sentences
SEVERAL: Final = 3  # the least that words for many mean, which a bare plural ("people") does not reach
NOT_NAMED: Final = "not named"
MIN_SHARE: Final = 0.5  # a figure that is less than half is an early or a partial one, no low end of the whole
MANY: Final = 5  # of so many dead a single one is part
MAX_RATIO: Final = 10  # a figure that is more times as high is of something else
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
    base: tuple[Figure, ...] = ()  # the figures whose sum `best` is


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
    return _of_many(base, figures) or replace(_bounds(base, others), base=tuple(base))


def _of_many(base: list[Figure], figures: list[Figure]) -> Bounds | None:
    """ "Several people were hurt", and "an injured man" among them: the one is no count of the many.

    A bare plural ("people were hurt"), which may mean nobody in particular, leaves the one as it is.
    """
    if _sum_best(base) != 1 or base[0].figure.relation == "final":
        return None
    many = [f.figure for f in figures if f.figure.quantity.hedge == "vague" and _is_whole(f)]
    more = [1 if figure.relation == "addition" else 0 for figure in many]  # "and several others"
    lows = [_low(figure.quantity) + one for figure, one in zip(many, more, strict=True)]
    highs = [_high(figure.quantity) + one for figure, one in zip(many, more, strict=True)]
    if not many or max(lows) < SEVERAL:
        return None
    return Bounds(max(lows), None, max(highs), base=(next(f for f in figures if f.figure is many[0]),))


def _is_whole(figure: Figure) -> bool:
    """True for a figure of all people or of civilians that is no part of another."""
    return figure.figure.relation in ("total", "group", "addition") and figure.figure.group in ("all", "civilians")


def _restarts(figure: Figure, base: list[Figure]) -> bool:
    """True where a figure is a new total: revised upward, or of all people and no less than what came before."""
    relation, quantity = figure.figure.relation, figure.figure.quantity
    if relation == "final":
        return True
    if relation == "addition" or base[-1].figure.relation == "final":
        return False
    if figure.figure.revised == "down" and (quantity.best or 0) < _sum_best(base):
        return True
    if figure.figure.revised == "up" and (quantity.best or 0) > _ceiling(base):
        return True
    alone = len(base) == 1 and base[0].figure.quantity.best == 1  # "an official was killed ... six people died"
    group_of_all = figure.figure.group == "all" and not figure.figure.definite
    whole = group_of_all and (alone or _near(figure, base))
    some = len(base) == 1 and base[0].figure.definite  # "two were badly hurt ... 15 people were hurt"
    if (alone or some) and group_of_all and figure.figure.whom and (quantity.best or 0) > _sum_best(base):
        return True
    if group_of_all and _says_again(figure, base):
        return True
    if whole and all(f.figure.relation == "addition" for f in base):
        return (quantity.best or 0) > _sum_best(base)  # "another two bodies ... Nine people are dead"
    split = len(base) > 1 or base[0].figure.group not in ("all", "civilians")
    return whole and split and (quantity.best or quantity.low or 0) >= _sum_best(base)


def _says_again(figure: Figure, base: list[Figure]) -> bool:
    """True where somebody by name gives a higher figure than before: a toll grows while a report is written."""
    voice, quantity = _voice(figure), figure.figure.quantity
    mine = len(base) == 1 and voice is not None and _voice(base[0]) == voice and base[0].figure.group == "all"
    return mine and quantity.hedge is None and (quantity.best or 0) > _ceiling(base)


def _ceiling(base: list[Figure]) -> int:
    """The most that the base tells of: the top of a range, else the figure."""
    return sum(f.figure.quantity.high or f.figure.quantity.best or f.figure.quantity.low or 0 for f in base)


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
    known = figure.figure.definite and not _on_other_side(figure, groups)
    if known or not _near(figure, base) or any(_same(figure, other) for other in base):
        return False
    if figure.figure.relation == "part" and any(other.figure.relation in ("total", "group") for other in base):
        return False  # "31 rebels were killed ... one of those killed was a captain"
    if base[-1].figure.revised and (base[-1].sentence == figure.sentence or figure.figure.revised):
        return False  # "rose to eight as two more died": the two are in the eight
    if any(_told_again(figure.figure, other.figure) for other in base):
        return False
    if figure.figure.relation == "addition":
        if _told_with_its_number(figure, base):
            return False
        named = figure.figure.quantity.best == 1 and not figure.figure.quantity.more
        return not (named and "all" in groups and _sum_best(base) > 2)
    if figure.figure.group == "all" or figure.figure.group in DEMOGRAPHIC:
        return False
    nouns = {other.figure.whom for other in base}
    if any(
        figure.figure.group == o.figure.group and figure.figure.quantity.best == o.figure.quantity.best for o in base
    ):
        return False  # "killed two farmers", and next "the death of two civilians"
    apart = "all" not in groups and not groups & DEMOGRAPHIC
    other_noun = bool(figure.figure.whom) and figure.figure.whom not in nouns
    beside = any(figure.sentence == other.sentence and _voice(figure) == _voice(other) for other in base)
    return apart and (figure.figure.group not in groups or other_noun or beside)


def _on_other_side(figure: Figure, groups: set[TollGroup]) -> bool:
    """ "Two shepherds died. The guards fired back and killed one of the rebels": another, though told before."""
    return groups == {"civilians"} and figure.figure.group in ("combatants", "attackers")


def _told_again(figure: TollFigure, other: TollFigure) -> bool:
    """ "At least 16 others were hurt", and next "16 others were hurt": the same 16."""
    others = figure.whom == "other" or not figure.quantity.more
    both = figure.relation == other.relation == "addition" and others
    return both and figure.whom == other.whom and figure.quantity.best == other.quantity.best is not None


def _told_with_its_number(figure: Figure, base: list[Figure]) -> bool:
    """ "One dead, 4 wounded" in the heading, "and four others wounded" in the lead; "three more" told twice."""
    same = [o for o in base if figure.sentence != o.sentence and figure.figure.quantity.best == o.figure.quantity.best]
    others = figure.figure.whom == "other"
    several = (figure.figure.quantity.best or 0) > 1
    return several and any(others or other.figure.relation == "addition" for other in same)


def _voice(figure: Figure) -> str | None:
    return figure.voice.source.name if figure.voice else None


def _same(figure: Figure, other: Figure) -> bool:
    return (figure.figure.quantity, figure.figure.whom) == (other.figure.quantity, other.figure.whom)


def _sum_best(base: list[Figure]) -> int:
    return sum(f.figure.quantity.best or f.figure.quantity.low or 0 for f in base)


def _vague(figures: list[Figure]) -> Bounds:
    first = figures[0].figure.quantity
    return Bounds(_low(first), first.best, _high(first), base=(figures[0],))


def _bounds(base: list[Figure], others: list[Figure]) -> Bounds:
    """The sum of the base; a higher figure of the same people is the high end, a lower one only on another's word."""
    quantities = [f.figure.quantity for f in base]
    bests = [q.best for q in quantities]
    best = None if None in bests else sum(b for b in bests if b is not None)
    low, high = sum(map(_low, quantities)), sum(map(_high, quantities))
    contested = False
    closed = any(q.hedge in ("range", "at_most") for q in quantities)  # the words themselves set the high end
    for other in others:
        if not is_of_the_same(other, base) or _is_one_of_them(other, high):
            continue
        quantity = other.figure.quantity
        if not closed and high < _high(quantity) <= high * MAX_RATIO:
            high = _high(quantity)
        independent = are_independent(other, base)
        if _open_below(quantities) and low < _high(quantity) < high:
            low = _high(quantity)  # "up to nine", and elsewhere eight
        elif low * MIN_SHARE <= _high(quantity) < low and independent:
            low = max(1, _low(quantity))
        if independent and _disjoint(quantity, quantities) and _rivals(other, base):
            contested = True  # both sides' figures stand: the bounds hold them all
            low, high = min(low, _low(quantity)), max(high, _high(quantity))
    return Bounds(low, best, high, contested)


def is_of_the_same(other: Figure, base: list[Figure]) -> bool:
    """True where a figure is of the same people as the base: all of them, or the same group."""
    if other.figure.relation != "total" and other.figure.relation != "group":
        return False
    groups = {figure.figure.group for figure in base}
    return (
        other.figure.group == "all"
        or other.figure.group in groups
        or (other.figure.group == "civilians" and "all" in groups)
    )


def _is_one_of_them(other: Figure, high: int) -> bool:
    """ "The gunman", "he", "the other one", and a commander by name among fifty: no other count of all."""
    alone = other.figure.quantity.best == 1 and high >= MANY
    return (other.figure.definite or alone) and _high(other.figure.quantity) <= high


def _rivals(other: Figure, base: list[Figure]) -> bool:
    """True where a figure is of the same group: seven civilians are no other word on fifty people, nor two names."""
    if not other.figure.counted:
        return False
    return other.figure.group == "all" or any(other.figure.group == figure.figure.group for figure in base)


def are_independent(other: Figure, base: list[Figure]) -> bool:
    """True where another source says it: two speakers, neither of them the outlet's own voice."""
    voices = [figure.voice for figure in base if figure.voice is not None]
    sources = [voice.source for voice in voices if voice.source.name != NOT_NAMED]  # "reportedly": the outlet's own sum
    if other.voice is None or not sources:
        return False
    return not any(same_speaker(other.voice.source, source) for source in sources)


def _open_below(quantities: list[Quantity]) -> bool:
    """ "up to nine": the words set no low end."""
    return len(quantities) == 1 and quantities[0].low is None


def _disjoint(other: Quantity, base: list[Quantity]) -> bool:
    """True where two figures cannot both hold: ten, and eight; not "at least eight", and ten."""
    low = sum(q.low or 0 for q in base)
    highs = [q.high for q in base]
    if other.high is not None and other.high < low:
        return True
    return None not in highs and other.low is not None and other.low > sum(h for h in highs if h is not None)


def _low(quantity: Quantity) -> int:
    """A low end that is always a number: "up to nine killed" tells of one at least."""
    return quantity.low if quantity.low is not None else 1


def _high(quantity: Quantity) -> int:
    """A high end that is always a number: where the words set none, the figure itself."""
    for bound in (quantity.high, quantity.best, quantity.low):
        if bound is not None:
            return bound
    return 0
