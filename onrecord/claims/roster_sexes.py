"""Rosters: what the rest of a report tells of those who are listed by name alone: "his wife", "a young man".

A first name tells nothing here; only words of the language on that person do.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.claims.casualties_words import demographics, is_person_noun
from onrecord.claims.roster_entries import GENITIVES
from onrecord.claims.roster_entry import SEX_OF, Entry, words
from onrecord.model.names import listed_words, same_listed_words
from onrecord.model.reading import Reading, Sentence, Token

HE: Final = frozenset({"he", "him", "his", "himself"})
SHE: Final = frozenset({"she", "her", "hers", "herself"})
MAX_TO_KIN: Final = 6  # tokens from "Nils's" to "wife"
MAX_TO_NOUN: Final = 8  # tokens from "Nils, a" to "man"
LINKS: Final = frozenset({",", "–", "—", "-", "is", "was", "as", "be"})
Evidence = tuple[str, bool]  # "man", "woman" or "", and whether no child


def tell_sexes(reading: Reading, entries: Iterable[Entry]) -> None:
    """Takes in, for those listed by name whose group is open, what the report says of them elsewhere."""
    named = [(entry, listed_words(" ".join(entry.name))) for entry in entries if entry.name]
    unsure = [(entry, words_of) for entry, words_of in named if entry.count == 1 and _is_open(entry)]
    places = _places(reading, {entry.name[0] for entry, _ in unsure}) if unsure else {}
    others = {words_of for _, words_of in named}
    for entry, mine in unsure:
        namesakes = any(other[:1] == mine[:1] and not same_listed_words(other, mine) for other in others)
        told = [
            evidence
            for sentence, first in places.get(entry.name[0], ())
            for evidence in _told_at(reading, sentence, first, mine, namesakes=namesakes)
        ]
        sexes = {sex for sex, _ in told if sex}
        if not entry.told_sex and len(sexes) == 1:
            entry.sex = sexes.pop()
        entry.grown = entry.grown or any(grown for _, grown in told)


def _places(reading: Reading, first_names: set[str]) -> dict[str, list[tuple[Sentence, int]]]:
    """Where each of the first names begins a run of name words."""
    found: dict[str, list[tuple[Sentence, int]]] = {}
    for sentence in reading.parsed:
        for token in sentence.tokens:
            if token.pos == "PROPN" and token.lower in first_names and not _is_inside(sentence, token):
                found.setdefault(token.lower, []).append((sentence, token.index))
    return found


def _is_inside(sentence: Sentence, token: Token) -> bool:
    """True for a name word behind another one: no first name."""
    before = sentence.tokens[token.index - 1] if token.index else None
    return before is not None and before.pos == "PROPN" and before.lower not in words("titles")


def _is_open(entry: Entry) -> bool:
    return entry.group is None or (entry.age is None and not entry.grown and entry.noun in words("offspring"))


def _told_at(
    reading: Reading, sentence: Sentence, first: int, mine: tuple[str, ...], *, namesakes: bool
) -> Iterator[Evidence]:
    """What a sentence tells of a person where it names them, from the index of the first name on."""
    end = first + 1
    while end < len(sentence.tokens) and (sentence.tokens[end].pos == "PROPN" or sentence.tokens[end].text == "-"):
        end += 1
    name = [t.lower for t in sentence.tokens[first:end] if t.pos == "PROPN"]
    if (namesakes and len(name) == 1) or not same_listed_words(listed_words(" ".join(name)), mine):
        return
    for evidence in (
        _kin_of(sentence, first, end),
        _described(sentence, end),
        _worked(sentence, first),
        _pronoun(reading, sentence, first, end),
    ):
        if evidence is not None:
            yield evidence


def _kin_of(sentence: Sentence, first: int, end: int) -> Evidence | None:
    """ "Nils's wife", "the wife of Nils": whose wife it is, is a man; "Nils's children": no child."""
    tokens = sentence.tokens
    kin: Iterable[Token] = ()
    if end < len(tokens) and tokens[end].lower in GENITIVES:
        kin = _until_noun(tokens[end + 1 : end + 1 + MAX_TO_KIN])
    elif first >= 2 and tokens[first - 1].lower == "of":
        kin = tokens[first - 2 : first - 1]
    for token in kin:
        lemma = token.lemma.lower()
        if lemma in words("wives"):
            return "man", True
        if lemma in words("husbands"):
            return "woman", True
        if lemma in words("of_grown"):
            return "", True
    return None


def _until_noun(tokens: Iterable[Token]) -> Iterator[Token]:
    """The first noun behind an owner, with nothing but what qualifies it between."""
    for token in tokens:
        if token.pos == "NOUN" and token.lower not in ("year", "years"):
            yield token
            return
        if token.pos not in ("ADJ", "NUM", "NOUN", "PUNCT") or token.text == ",":
            return


def _described(sentence: Sentence, end: int) -> Evidence | None:
    """ "Nils, a young man", "Nils was the father of Ole", "Nils is seen as an elderly man"."""
    tokens = sentence.tokens
    link = next((t for t in tokens[end : end + 4] if t.lower in LINKS), None)
    if link is None or any(t.pos in ("NOUN", "PROPN") for t in tokens[end : link.index]):
        return None
    behind = tokens[link.index + 1 : link.index + 1 + MAX_TO_NOUN]
    if behind and behind[0].lower == "married":
        return "", True
    while behind and _is_filler(behind[0]):
        behind = behind[1:]
    if not behind or behind[0].lower not in ("a", "an", "the"):
        return None
    for token in behind[1:]:
        sex = SEX_OF.get(demographics().get(token.lemma.lower(), ""))
        if sex and token.tag == "NN":
            following = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
            goes_on = following is not None and (following.pos == "PROPN" or following.lower in ("named", "called"))
            return None if goes_on else (sex, True)
        if token.lower in words("grown_up"):
            return "", True
        if token.pos not in ("ADJ", "ADV", "PUNCT", "CCONJ", "NUM", "VERB") or token.text in (".", "("):
            return None
    return None


def _is_filler(token: Token) -> bool:
    """ "is likely the father", "is seen as a man", "as “a man"."""
    if token.lower in LINKS or token.lower == "likely":
        return True
    return token.pos in ("VERB", "ADV") or not token.text.isalnum()


def _worked(sentence: Sentence, first: int) -> Evidence | None:
    """ "The paramedic Nils Lund": somebody with such work is no child."""
    before = sentence.tokens[first - 1].lower.rstrip(".") if first else ""
    return ("", True) if before in words("grown_up") else None


def _pronoun(reading: Reading, sentence: Sentence, first: int, end: int) -> Evidence | None:
    """ "Nils was killed in his house": the only person before the pronoun; "Nils was killed. He was a driver."."""
    if _others(reading, sentence, 0, first):
        return None
    pronoun = next((t for t in sentence.tokens[end:] if t.lower in HE | SHE), None)
    stop = pronoun.index if pronoun is not None else len(sentence.tokens)
    if _others(reading, sentence, end, stop, _apposed(sentence, first, end)):
        return None
    if pronoun is None:
        return _next_sentence(reading, sentence)
    return _sex(pronoun), False


def _next_sentence(reading: Reading, sentence: Sentence) -> Evidence | None:
    """ "... She was a teacher.": what the next sentence tells of the only person in this one."""
    following = reading.sentences[sentence.index + 1 : sentence.index + 2]
    pronoun = following[0].tokens[0] if following and following[0].tokens else None
    if pronoun is None or pronoun.lower not in HE | SHE:
        return None
    described = _described(following[0], 1)
    return _sex(pronoun), described is not None and described[1]


def _sex(pronoun: Token) -> str:
    return "man" if pronoun.lower in HE else "woman"


def _apposed(sentence: Sentence, first: int, end: int) -> frozenset[int]:
    """The words that say who somebody is: "Nils Lund, a member of the Arlen union, was killed in his house"."""
    kids = (kid for token in sentence.tokens[first:end] for kid in sentence.kids(token, "appos"))
    nouns = (kid for kid in kids if kid.tag == "NN" and is_person_noun(kid))
    return frozenset(token.index for noun in nouns for token in sentence.subtree(noun))


def _others(reading: Reading, sentence: Sentence, start: int, end: int, same: frozenset[int] = frozenset()) -> bool:
    """True where another person may be meant between two indices: a name that is no place's or day's, or a noun."""
    outside = {
        token.index for m in reading.mentions_in(sentence.span, "PLACE", "DATE") for token in sentence.within(m.span)
    }
    for token in sentence.tokens[start:end]:
        if token.index in same:
            continue
        if token.pos == "PROPN" and token.index not in outside and token.lower not in words("titles"):
            return True
        if token.tag != "NN" or token.dep == "compound" or token.lower in words("grown_up"):
            continue
        if is_person_noun(token) and token.lower != "family":
            return True
    return False
