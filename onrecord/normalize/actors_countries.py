"""Countries as actors: "Northlandian shelling", "Northland struck", "attacks by the capital"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from onrecord.model.phrases import Phrasebook
from onrecord.model.reading import Mention, Sentence, Token
from onrecord.model.values import Actor
from onrecord.registry import lexicon, states

LIGHT_VERBS: Final = frozenset(
    {
        *("launch", "conduct", "carry", "resume", "continue", "use", "fire", "stage", "intensify", "mount", "drop"),
        *("send", "deploy", "target", "claim", "retaliate"),
    }
)


@dataclass(frozen=True, slots=True)
class Country:
    """A country as an actor. `form`: how a word names it: its own name, its people, or the seat of its government."""

    iso2: str
    name: str
    form: str


@cache
def countries() -> dict[str, Country]:
    """Lower-case names, demonyms and metonyms with their country; of two countries the first row wins."""
    found: dict[str, Country] = {}
    for row in states():
        for form, words in (("name", (row.name, *row.other_names)), ("demonym", row.demonyms), ("seat", row.seats)):
            for word in words:
                found.setdefault(word.lower(), Country(row.iso2, row.name, form))
    return found


def country_of(word: str) -> Country | None:
    """The country that a word names: `country_of("Ukrainian")` has iso2 "UA"."""
    return countries().get(word.lower())


@cache
def _book() -> Phrasebook[Country]:
    book: Phrasebook[Country] = Phrasebook()
    for word, country in countries().items():
        book.add(word, country)
    return book


@cache
def _act_words() -> tuple[frozenset[str], frozenset[str]]:
    """The verbs and the nouns of acts of violence."""
    rows = lexicon("triggers")
    verbs = {verb for row in rows for verb in row.get("verbs", ())}
    nouns = {noun for row in rows for noun in row.get("nouns", ())} | set(lexicon("act_roles")["instruments"])
    return frozenset(verbs) | LIGHT_VERBS, frozenset(nouns)


def country_actors(sentence: Sentence) -> Iterator[Mention]:
    """The countries of a sentence that act: as subject, agent or owner of an act."""
    end = -1
    for phrase in _book().find(sentence):
        if phrase.first <= end:
            continue
        head = sentence.tokens[phrase.head]
        words = list(sentence.tokens[phrase.first : phrase.last + 1])
        if _acts(sentence, head, phrase.entry) and _is_name(words):
            end = phrase.last
            yield Mention(
                sentence.covering(words), "ACTOR", Actor(phrase.entry.name, "state_forces", phrase.entry.iso2)
            )


def _is_name(words: list[Token]) -> bool:
    """True where the words are written as a name, or could not be anything else ("kyiv"); "Car" is no "CAR"."""
    if len(words) == 1 and words[0].lower in _initials() and not words[0].text.isupper():
        return False
    return words[0].text[:1].isupper() or (words[0].pos == "PROPN" and len(words[0].text) > 3)


@cache
def _initials() -> frozenset[str]:
    """The names of countries that are initials, in small letters: "us", "car"."""
    names = (name for row in states() for name in row.other_names)
    return frozenset(name.lower() for name in names if name.isupper() and name.isalpha())


def _acts(sentence: Sentence, token: Token, country: Country) -> bool:
    verbs, nouns = _act_words()
    head = sentence.head(token)
    if token.dep in ("amod", "compound", "nmod", "poss"):
        acts = head.lemma.lower() in nouns or head.lower in nouns  # "shelling" may be tagged a verb
        return acts and (country.form != "seat" or token.dep == "poss")
    if token.dep == "nsubj":
        return head.lemma in verbs
    if token.dep == "pobj" and head.lower == "by":
        above = sentence.head(head)
        return above.lemma.lower() in nouns or above.lemma in verbs
    return False
