"""Triggers: the words of the lexicon that can tell an act, where their part of speech fits."""

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from onrecord.model.codes import IncidentType
from onrecord.model.phrases import Phrase, Phrasebook
from onrecord.model.reading import Sentence, Token
from onrecord.registry import lexicon

Kind = Literal["verb", "noun", "adjective", "phrase"]
POS_OF: Final[dict[Kind, frozenset[str]]] = {
    "verb": frozenset({"VERB"}),
    "noun": frozenset({"NOUN", "PROPN"}),
    "adjective": frozenset({"ADJ", "VERB", "NOUN"}),
    "phrase": frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "ADP", "X"}),
}
FOLLOWERS: Final = frozenset({"member", "supporter", "follower", "fighter", "resident", "youth"})
NOT_FROM_HOME: Final = frozenset(
    {"scene", "panic", "terror", "custody", "justice", "foot", "motorcycle", "motorbike", "car", "direction", "horror"}
)
FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an act, or harm.

    `rank`: 3 names the means, 2 the act, 1 harm or an act unspecified, 0 a toll.
    """

    first: int
    last: int
    head: int
    type: IncidentType
    rank: int
    harm: bool
    kind: Kind
    needs_arms: bool = False  # tells an act of arms only beside a weapon, the armed, or harm


@dataclass(frozen=True, slots=True)
class _Entry:
    type: IncidentType
    rank: int
    harm: bool
    kind: Kind
    needs_arms: bool


@cache
def _phrasebook() -> Phrasebook[_Entry]:
    book: Phrasebook[_Entry] = Phrasebook()
    kinds: tuple[tuple[str, Kind], ...] = (
        ("phrases", "phrase"),
        ("verb_phrases", "verb"),
        ("verbs", "verb"),
        ("nouns", "noun"),
        ("adjectives", "adjective"),
    )
    for row in lexicon("triggers"):
        for field, kind in kinds:
            entry = _Entry(row["type"], row["rank"], "harm" in row, kind, "needs_arms" in row)
            book.add_all(row.get(field, ()), entry)
    return book


def find_triggers(sentence: Sentence) -> list[Trigger]:
    """The triggers of a parsed sentence, in text order; of those that overlap the longest, then the highest rank."""
    found: list[Trigger] = []
    for phrase in sorted(_phrasebook().find(sentence), key=_order):
        if (not found or phrase.first > found[-1].last) and _fits(sentence, phrase):
            found.append(_make(phrase))
    return found


def _make(phrase: Phrase[_Entry]) -> Trigger:
    entry = phrase.entry
    return Trigger(
        phrase.first, phrase.last, phrase.head, entry.type, entry.rank, entry.harm, entry.kind, entry.needs_arms
    )


def _order(phrase: Phrase[_Entry]) -> tuple[int, int, int]:
    return phrase.first, -phrase.last, -phrase.entry.rank


def _fits(sentence: Sentence, phrase: Phrase[_Entry]) -> bool:
    token = sentence.tokens[phrase.head]
    if token.tag in ("NN", "NNS") and phrase.entry.kind in ("verb", "noun") and _is_headline_verb(sentence, token):
        return True
    if token.pos not in POS_OF[phrase.entry.kind]:
        return False
    if _is_a_state(token) or _is_mere_flight(sentence, token):
        return False
    return not _is_part_of_a_name(sentence, token) and not _is_only_a_modifier(sentence, token)


def _is_a_state(token: Token) -> bool:
    """True in "14,000 displaced people", "the newly displaced": what they are, and no act of that day."""
    return token.lower == "displaced" and (token.dep == "amod" or token.pos != "VERB")


def _is_mere_flight(sentence: Sentence, token: Token) -> bool:
    """True in "fled the scene", "fled in panic", "the gunman fled": nobody left home."""
    if token.lemma.lower() != "flee":
        return False
    objects = {kid.lemma.lower() for kid in sentence.kids(token, "dobj")}
    ways = {noun.lemma.lower() for prep in sentence.kids(token, "prep") for noun in sentence.kids(prep, "pobj")}
    subjects = {kid.lemma.lower() for kid in sentence.kids(token, "nsubj")}
    return bool((objects | ways) & NOT_FROM_HOME) or not subjects.isdisjoint(lexicon("harm")["runaways"])


@cache
def armed_nouns() -> frozenset[str]:
    """The lemmas that name those who bear arms: "gang", "raider"."""
    return frozenset(noun for nouns in lexicon("armed").values() for noun in nouns)


def _is_headline_verb(sentence: Sentence, token: Token) -> bool:
    """True in "Raiders attack village": no verb in the sentence, so what stands between two nouns is the verb."""
    if not 0 < token.index < len(sentence.tokens) - 1 or any(word.tag in FINITE for word in sentence.tokens):
        return False
    before, after = sentence.tokens[token.index - 1], sentence.tokens[token.index + 1]
    if before.pos not in ("NOUN", "PROPN") or after.pos not in ("NOUN", "PROPN", "ADJ", "NUM", "DET"):
        return False
    armed = before.lemma.lower() in armed_nouns() or _are_members(sentence, token)
    if token.tag == "NNS":
        return armed or before.tag in ("NNP", "NNPS")
    return armed and token.dep == "compound"


def _are_members(sentence: Sentence, token: Token) -> bool:
    """True in "Members of the sect attack teacher": the sentence opens with people of a group."""
    root = sentence.root
    if root is None or root.tag != "NNS" or root.index >= token.index or root.lemma.lower() not in FOLLOWERS:
        return False
    return any(kid.lower == "of" for kid in sentence.kids(root, "prep"))


def _is_only_a_modifier(sentence: Sentence, token: Token) -> bool:
    """True in "strike aircraft", "combat morale": a noun that says what kind of thing another noun is, and no act."""
    if token.pos != "NOUN" or token.dep not in ("compound", "nmod", "amod"):
        return False
    head = sentence.head(token).lemma.lower()
    words = lexicon("modality")
    return head not in words["act_heads"] and not any(head in nouns for nouns in words["heads"].values())


def _is_part_of_a_name(sentence: Sentence, token: Token) -> bool:
    """True in "Kill Valley", "the Strike Eagle": a proper noun that leans on another proper noun."""
    return token.pos == "PROPN" and token.dep == "compound" and sentence.head(token).pos == "PROPN"
