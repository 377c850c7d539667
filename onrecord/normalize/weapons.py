"""Weapons: the means of an act, from the nouns that name them and the verbs that tell them."""

from functools import cache
from typing import Literal

from onrecord.model.codes import Weapon
from onrecord.model.phrases import Phrase, Phrasebook
from onrecord.model.reading import Mention, Sentence
from onrecord.model.values import WeaponUse
from onrecord.registry import lexicon

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "X", "NUM"})
PAST = frozenset({"VBD", "VBN"})  # "rocked by bombings" names no stone
VERBAL = frozenset({"VERB", "AUX"})


@cache
def _phrasebook() -> Phrasebook[tuple[Weapon | Literal["none"], bool]]:
    """The phrases of weapons.yml with the weapon and whether the phrase is a verb."""
    book: Phrasebook[tuple[Weapon | Literal["none"], bool]] = Phrasebook()
    for weapon, forms in lexicon("weapons").items():
        book.add_all(forms.get("nouns", ()), (weapon, False))
        book.add_all(forms.get("phrases", ()), (weapon, False))
        book.add_all(forms.get("verbs", ()), (weapon, True))
    return book


def find_weapons(sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """The WEAPON mentions of a document, in text order; their values are `WeaponUse`s."""
    return tuple(mention for sentence in sentences if sentence.tokens for mention in _in_sentence(sentence))


def _in_sentence(sentence: Sentence) -> list[Mention]:
    found: list[Mention] = []
    end = -1
    for phrase in _phrasebook().find(sentence):
        if phrase.first > end and _fits(sentence, phrase):
            end = phrase.last
            words = list(sentence.tokens[phrase.first : phrase.last + 1])
            weapon = phrase.entry[0]
            if weapon != "none":
                found.append(Mention(sentence.covering(words), "WEAPON", WeaponUse(weapon)))
    return found


def _fits(sentence: Sentence, phrase: Phrase[tuple[Weapon | Literal["none"], bool]]) -> bool:
    """True where the part of speech fits: "shot" as a verb tells a gun, "mine" as a pronoun tells nothing."""
    token = sentence.tokens[phrase.head]
    if phrase.entry[1]:
        return token.pos in VERBAL
    told_as_verb = token.pos == "VERB" and token.tag in PAST and phrase.first == phrase.last
    return token.pos in NOMINAL and not told_as_verb
