"""Outcomes that are untold: "a man was shot" counts one injured, unless the report tells that he died."""

from collections.abc import Iterable
from typing import Final

from onrecord.claims.casualties_idioms import CARRIED
from onrecord.claims.casualties_words import harm_list
from onrecord.claims.casualty import Casualty
from onrecord.model.codes import TollGroup
from onrecord.model.reading import Reading

SEXES: Final[frozenset[TollGroup]] = frozenset({"men", "women", "children"})
SENTENCES_APART: Final = 10  # between a shooting and the word on its outcome

Telling = tuple[int, int, str]  # the sentence, the harm word and the status of a casualty


def without_untold(reading: Reading, casualties: tuple[Casualty, ...]) -> tuple[Casualty, ...]:
    """The casualties without those whose outcome is told nearby: "two men were shot ... both men died".

    "Two were shot, and one of them died" stays two: how many lived, no words say.
    """
    dead = [c for c in casualties if c.status == "killed" and c.set_aside is None and c.figure.scope == "incident"]
    settled = {
        _telling(c)
        for c in casualties
        if _is_untold(reading, c)
        and _is_settled(c, casualties, [d for d in dead if _stretch(reading, d) == _stretch(reading, c)])
    }
    settled |= {_telling(c) for c in casualties if _died_there(reading, c, dead)}
    return tuple(c for c in casualties if _telling(c) not in settled) if settled else casualties


def _died_there(reading: Reading, casualty: Casualty, dead: Iterable[Casualty]) -> bool:
    """True for "was flown to a hospital, where he died": one, and dead."""
    anchor = reading.sentences[casualty.sentence].tokens[casualty.anchor]
    if casualty.status != "injured" or anchor.lemma.lower() not in CARRIED:
        return False
    later = (d for d in dead if d.sentence == casualty.sentence and d.anchor > casualty.anchor)
    return any(d.figure.quantity.best == casualty.figure.quantity.best for d in later)


def _stretch(reading: Reading, casualty: Casualty) -> int:
    """The number of the stretch of text: a new one begins where another happening is told ("in a separate attack")."""
    return sum(event.apart and event.sentence <= casualty.sentence for event in reading.events)


def _telling(casualty: Casualty) -> Telling:
    return casualty.sentence, casualty.anchor, casualty.status


def _is_untold(reading: Reading, casualty: Casualty) -> bool:
    """True for "was shot", "was stabbed", which tell harm and not how it ended."""
    anchor = reading.sentences[casualty.sentence].tokens[casualty.anchor]
    told = casualty.status == "injured" and anchor.pos == "VERB"
    return told and anchor.lemma.lower() in harm_list("harmful") | harm_list("striking")


def _is_settled(casualty: Casualty, casualties: Iterable[Casualty], dead: Iterable[Casualty]) -> bool:
    """True where as many are told dead nearby, and no two sexes speak against it."""
    quantity, sexes = casualty.figure.quantity, _sexes(casualty, casualties)
    if quantity.more or quantity.best is None:
        return False
    return any(
        abs(other.sentence - casualty.sentence) <= SENTENCES_APART
        and _covers(other, casualty)
        and not (sexes and (theirs := _sexes(other, casualties)) and not sexes & theirs)
        for other in dead
    )


def _covers(other: Casualty, casualty: Casualty) -> bool:
    """True for the same number of dead; for more of them where those shot were told before ("the two men")."""
    dead, shot = other.figure.quantity, casualty.figure.quantity
    if dead.more or dead.best is None or shot.best is None:
        return False
    return dead.best == shot.best or (dead.best > shot.best and (casualty.figure.definite or shot.best > 1))


def _sexes(casualty: Casualty, casualties: Iterable[Casualty]) -> frozenset[TollGroup]:
    told = {other.figure.group for other in casualties if _telling(other) == _telling(casualty)}
    return SEXES & told
