"""Groups that no list has: told as such by their own names ("the Brack Liberation Front"), or by what they claim."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from onrecord.model.reading import Mention, Sentence, Token
from onrecord.model.values import Actor
from onrecord.normalize.actors_names import is_doubted
from onrecord.registry import lexicon

MIN_NAME: Final = 2  # words
CLAIMED: Final = frozenset({"responsibility", "credit"})


def unlisted_actors(sentence: Sentence) -> Iterator[Mention]:
    """The mentions of groups that tell by their names, or by a claim, that they are armed."""
    at = 0 if any(word.text[:1].isupper() and word.lower in _words("bodies") for word in sentence.tokens) else None
    while at is not None and at < len(sentence.tokens):
        name = _name_from(sentence, at)
        if name and _is_group(sentence, name):
            actor = Actor(" ".join(word.text for word in name), "rebel_group", None, is_doubted(sentence, name[-1]))
            yield Mention(sentence.covering(name), "ACTOR", actor)
        at += len(name) or 1


def _name_from(sentence: Sentence, at: int) -> list[Token]:
    """The run of capitalized names that begins at a token."""
    name: list[Token] = []
    for word in sentence.tokens[at:]:
        inside = word.lower in ("of", "and", "for", "'s", "’s") and name and _continues(sentence, word)
        if not inside and not (word.pos in ("PROPN", "ADJ", "NOUN") and word.text[:1].isupper()):
            break
        name.append(word)
    return name if len(name) >= MIN_NAME else []


def _continues(sentence: Sentence, word: Token) -> bool:
    """True for an "of" between two names: "Martyrs of Arlen Brigade"."""
    after = sentence.tokens[word.index + 1 : word.index + 2]
    return word.lower == "of" and bool(after) and after[0].text[:1].isupper() and after[0].pos == "PROPN"


def _is_group(sentence: Sentence, name: list[Token]) -> bool:
    """True for a body with a word of arms in its name, or that claims an act."""
    if name[-1].lower not in _words("bodies"):
        return False
    return any(word.lower in _words("armed") for word in name[:-1]) or _claims(sentence, name[-1])


def _claims(sentence: Sentence, last: Token) -> bool:
    """True for the subject of "claimed responsibility"."""
    token = sentence.head(last) if last.dep == "appos" else last
    verb = sentence.head(token)
    objects = {kid.lemma.lower() for kid in sentence.kids(verb, "dobj")}
    return token.dep == "nsubj" and verb.lemma.lower() == "claim" and not CLAIMED.isdisjoint(objects)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(lexicon("groups")[kind])
