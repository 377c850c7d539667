"""Rosters: the dead told one by one, by name, by kin, by age: each is one child, woman or man.

Such persons are "listed" figures. They count where they are more than the report states of their group, each once,
however often the report comes back to them (`onrecord/link/tolls_roster.py`).
"""

from collections.abc import Iterator
from typing import Final

from onrecord.claims.casualties_harm import Harm, find_harm
from onrecord.claims.casualties_mood import ASSERTED, mood_of
from onrecord.claims.casualties_phrases import Phrases
from onrecord.claims.casualty import Casualty
from onrecord.claims.roster_entries import Entry, Scanner, words
from onrecord.model.reading import Sentence, Token
from onrecord.model.values import Quantity, TollFigure

FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
MAX_TO_NAMES: Final = 8  # tokens from "the victims" to "were" or "as"
Region = tuple[int, int, Token]  # where the persons stand, and the word that tells their death


def find_roster(sentence: Sentence, phrases: Phrases) -> Iterator[Casualty]:
    """The persons whose deaths a sentence tells one by one."""
    for start, end, anchor in _regions(sentence):
        entries = Scanner(sentence, phrases).read(start, end)
        for entry in _without_named(entries):
            group = entry.group
            if group is not None and _is_told(entry):
                quantity = Quantity(entry.count, entry.count, entry.count)
                name = " ".join(entry.name)
                figure = TollFigure(quantity, group, "incident", "listed", whom=entry.noun, name=name)
                yield Casualty(sentence.covering(entry.tokens), sentence.index, anchor.index, "killed", figure)


def _is_told(entry: Entry) -> bool:
    """True where a person is told by name or by kin, and the words leave no doubt whether it is a child.

    "Her daughter Ana" may be forty; "a woman", with no name, is counted by the other rules.
    """
    if entry.noun in words("umbrella") and not entry.name:
        return False
    return bool(entry.name or entry.owned) and not (entry.noun in words("offspring") and entry.age is None)


def _without_named(entries: list[Entry]) -> list[Entry]:
    """The entries, where "two sons" counts only those sons who are not named behind it."""
    for place, entry in enumerate(entries):
        if entry.count > 1:
            members = entries[place + 1 : place + 1 + entry.count]
            named = sum(other.inherited or other.noun == entry.noun for other in members if other.name)
            entry.count -= named
    return [entry for entry in entries if entry.count > 0]


def _regions(sentence: Sentence) -> Iterator[Region]:
    """The runs of words in which a sentence names its dead."""
    harms = [harm for harm in find_harm(sentence) if mood_of(sentence, harm.anchor) == ASSERTED]
    bounds = {harm.anchor.index for harm in harms}
    for harm in harms:
        if harm.status == "killed":
            yield from _around(sentence, harm, bounds)
    named = _named_set(sentence) if all(harm.status == "killed" for harm in harms) else None
    if named is not None:
        yield named


def _around(sentence: Sentence, harm: Harm, bounds: set[int]) -> Iterator[Region]:
    """The words before a passive and those behind its "along with"; the words behind an active verb."""
    anchor, tokens = harm.anchor, sentence.tokens
    if anchor.pos not in ("VERB", "ADJ"):
        return
    if not harm.leftward:
        yield anchor.index + 1, _stop_right(sentence, anchor.index + 1, bounds), anchor
        return
    start = next((t.index + 1 for t in reversed(tokens[: anchor.index]) if _stops(t) or t.index in bounds), 0)
    yield start, anchor.index, anchor
    company = next((t for t in tokens[anchor.index + 1 : anchor.index + 8] if t.lower in words("company")), None)
    if company is not None:
        yield company.index + 1, _stop_right(sentence, company.index + 1, bounds), anchor


def _named_set(sentence: Sentence) -> Region | None:
    """ "The victims were identified as ...", "those killed include ...", "members of the family were killed: ..."."""
    for token in sentence.tokens:
        if token.lower not in words("sets"):
            continue
        near = sentence.tokens[token.index + 1 : token.index + 1 + MAX_TO_NAMES]
        mark = next((t for t in reversed(near) if t.lower in words("naming") and not _is_passive(sentence, t)), None)
        if mark is not None:
            return mark.index + 1, _stop_right(sentence, mark.index + 1, set()), token
    return None


def _is_passive(sentence: Sentence, token: Token) -> bool:
    """ "The victims were taken": a verb follows, and no names."""
    following = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    return following is None or following.pos in ("VERB", "AUX", "ADV", "ADP")


def _stop_right(sentence: Sentence, start: int, bounds: set[int]) -> int:
    ends = (t.index for t in sentence.tokens[start:] if _stops(t) or t.index in bounds)
    return next(ends, len(sentence.tokens))


def _stops(token: Token) -> bool:
    """True for a verb that begins another telling, and for a semicolon."""
    return token.text == ";" or (token.pos == "VERB" and token.tag in FINITE)
