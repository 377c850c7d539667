"""Rosters: the dead told one by one, by name, by kin, by age: each is one child, woman or man.

Such persons are "listed" figures. They count where they are more than the report states of their group, each once,
however often the report comes back to them (`onrecord/link/tolls_roster.py`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from onrecord.claims.casualties_harm import find_harm
from onrecord.claims.casualties_harm_heads import Harm
from onrecord.claims.casualties_mood import ASSERTED, mood_of
from onrecord.claims.casualties_phrases import Phrases
from onrecord.claims.casualties_words import demographics, harm_list
from onrecord.claims.casualty import Casualty
from onrecord.claims.roster_entries import Scanner
from onrecord.claims.roster_entry import Entry, words
from onrecord.model.reading import Sentence, Token
from onrecord.model.values import Quantity, TollFigure

FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
MAX_TO_NAMES: Final = 12  # tokens from "the victims" to "were" or "as"
MAX_TO_COMPANY: Final = 7  # tokens from "killed" to "along with"
OPENING: Final = frozenset({"(", "[", "“"})
CLOSING: Final = frozenset({")", "]", "”"})
OLDER: Final = frozenset({"earlier", "previous", "previously"})
THIS_DAY: Final = frozenset({"today", "on", "this", "in"})
BE: Final = frozenset({"was", "were", "is", "are"})
GOES_ON_AS: Final = frozenset({"was", "were", "well", "did"})


@dataclass(frozen=True, slots=True)
class Region:
    """A run of words in which persons stand, and the word that tells their death; only those `named` count."""

    start: int
    end: int
    anchor: Token
    named: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A person whose death a sentence tells, or some of one kin."""

    sentence: Sentence
    anchor: Token
    entry: Entry


def find_roster(sentence: Sentence, phrases: Phrases) -> list[Listed]:
    """The persons whose deaths a sentence tells one by one, whether or not their group is known yet."""
    found: list[Listed] = []
    if _is_older(sentence):
        return found
    for region in _regions(sentence):
        before = [listed.entry for listed in found]
        entries = _without_named(Scanner(sentence, phrases, before).read(region.start, region.end))
        found.extend(Listed(sentence, region.anchor, e) for e in entries if e.name or not region.named)
    return found


def _is_older(sentence: Sentence) -> bool:
    """ "Three days earlier, ...", "who died in an earlier incident": not "earlier today"."""
    for token, following in zip(sentence.tokens, (*sentence.tokens[1:], None), strict=True):
        if token.lower in OLDER and not (following is not None and following.lower in THIS_DAY):
            return True
    return False


def roster_casualties(found: Iterable[Listed]) -> Iterator[Casualty]:
    """The figures of those whose group is told: a child, a woman or a man."""
    for listed in found:
        entry = listed.entry
        group = entry.group
        if group is not None and _is_told(entry):
            quantity = Quantity(entry.count, entry.count, entry.count)
            name = " ".join(entry.name)
            figure = TollFigure(
                quantity, group, "incident", "listed", whom=entry.noun, name=name, definite=entry.owner and not name
            )
            quote = listed.sentence.covering(entry.tokens)
            yield Casualty(quote, listed.sentence.index, listed.anchor.index, "killed", figure)


def with_ages(casualty: Casualty, roster: Iterable[Listed]) -> Casualty:
    """ "Three brothers were killed: Nils, 7, ...": children, where a child's age stands with so many of them."""
    figure = casualty.figure
    if figure.group not in ("men", "women") or not figure.quantity.best:
        return casualty
    mine = [listed.entry for listed in roster if listed.sentence.index == casualty.sentence]
    young = {" ".join(e.name) for e in mine if e.group == "children" and e.name and _may_be(e, figure)}
    return (
        replace(casualty, figure=replace(figure, group="children")) if len(young) >= figure.quantity.best else casualty
    )


def _may_be(entry: Entry, figure: TollFigure) -> bool:
    """True where a person listed may be one of those whom a figure counts by kin of any age ("three brothers")."""
    kin = figure.whom or entry.noun
    if kin not in words("of_any_age") or demographics().get(kin) != figure.group:
        return False
    return entry.noun in ("", kin)


def _is_told(entry: Entry) -> bool:
    """True where a person is told by name or by kin, and the words leave no doubt whether it is a child.

    "Her daughter Ana" may be forty; "a woman", with no name, is counted by the other rules.
    """
    if entry.noun in words("umbrella") and not entry.name:
        return False
    doubtful = entry.noun in words("offspring") and entry.age is None and not entry.grown
    return bool(entry.name or entry.owned) and not doubtful


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
    if all(harm.status in ("killed", "killed_or_injured") for harm in harms):
        yield from _named_sets(sentence)


def _around(sentence: Sentence, harm: Harm, bounds: set[int]) -> Iterator[Region]:
    """The words before a passive and those behind its "along with"; the words behind an active verb and a noun."""
    anchor, tokens = harm.anchor, sentence.tokens
    if anchor.pos not in ("VERB", "ADJ"):
        following = tokens[anchor.index + 1 : anchor.index + 2]
        body = anchor.lemma.lower() in harm_list("bodies")
        if following and following[0].lower == "of" and not body:  # "the killing of Ana Lund, 34, and her mother"
            yield Region(anchor.index + 2, _stop_right(sentence, anchor.index + 2, bounds), anchor, named=True)
        return
    if not harm.leftward:
        yield Region(anchor.index + 1, _stop_right(sentence, anchor.index + 1, bounds), anchor)
        return
    yield Region(_start_left(sentence, anchor, bounds), anchor.index, anchor)
    company = next((t for t in tokens[anchor.index + 1 :][:MAX_TO_COMPANY] if _is_company(sentence, t)), None)
    if company is not None:
        yield Region(company.index + 1, _stop_right(sentence, company.index + 1, bounds), anchor)


def _start_left(sentence: Sentence, anchor: Token, bounds: set[int]) -> int:
    """Where the words before an anchor begin: not within brackets, and not before an open quotation."""
    closed = 0
    for token in reversed(sentence.tokens[: anchor.index]):
        closed -= _opens(token)
        if closed < 0 or (not closed and (_stops(token) or token.index in bounds)):
            return token.index + 1
    return 0


def _is_company(sentence: Sentence, token: Token) -> bool:
    """ "along with his wife"; "as was his wife", "as well as his wife"."""
    following = sentence.tokens[token.index + 1 : token.index + 2]
    goes_on = token.lower == "as" and bool(following) and following[0].lower in GOES_ON_AS
    return goes_on or token.lower in words("company")


def _named_sets(sentence: Sentence) -> Iterator[Region]:
    """ "The victims were identified as ...", "those killed include ...", "... were also among the victims"."""
    for token in sentence.tokens:
        if token.lower not in words("sets"):
            continue
        start = _start_among(sentence, token)
        if start is not None:
            yield Region(0, start, token, named=True)
        near = sentence.tokens[token.index + 1 : token.index + 1 + MAX_TO_NAMES]
        near = near[: next((place for place, t in enumerate(near) if t.text in OPENING), MAX_TO_NAMES)]
        mark = next((t for t in reversed(near) if t.lower in words("naming") and not _is_passive(sentence, t)), None)
        if mark is not None:
            yield Region(mark.index + 1, _stop_right(sentence, mark.index + 1, set()), token)
            return


def _start_among(sentence: Sentence, token: Token) -> int | None:
    """The index of the verb in "Ana Lund was also among the victims"; None where nobody is said to be of the set."""
    before = sentence.tokens[max(0, token.index - 4) : token.index]
    among = next((t.index for t in before if t.lower in ("among", "amongst")), None)
    verbs = (t.index for t in reversed(sentence.tokens[max(0, (among or 0) - 2) : among]) if t.lower in BE)
    return next(verbs, None) if among else None


def _is_passive(sentence: Sentence, token: Token) -> bool:
    """ "The victims were taken": a verb follows, and no names."""
    following = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    return following is None or following.pos in ("VERB", "AUX", "ADV", "ADP")


def _stop_right(sentence: Sentence, start: int, bounds: set[int]) -> int:
    opened = 0
    for token in sentence.tokens[start:]:
        opened += _opens(token)
        if opened <= 0 and (_stops(token) or token.index in bounds):
            return token.index
    return len(sentence.tokens)


def _opens(token: Token) -> int:
    """1 for a token that opens brackets or a quotation, -1 for one that closes them: also "8)", which is one token."""
    return (token.text in OPENING) - any(mark in token.text for mark in CLOSING)


def _stops(token: Token) -> bool:
    """True for a verb that begins another telling, and for a semicolon."""
    return token.text == ";" or (token.pos == "VERB" and token.tag in FINITE)
