"""Lists of people behind "including", "along with" and the like, read from left to right."""

from typing import Final

from onrecord.claims.casualties_people import people_of
from onrecord.claims.casualties_phrases import Phrases
from onrecord.claims.casualties_sums import People, add, by_group
from onrecord.claims.casualties_words import is_person_noun
from onrecord.model.reading import Sentence, Token

INCLUDING: Final = (
    ("including",),
    ("incl",),
    ("incl.",),
    ("among", "them"),
    ("among", "whom"),
    ("amongst", "them"),
    ("most", "of", "them"),
    ("mostly",),
    ("mainly",),
    ("comprising",),
    ("of", "whom"),
    ("of", "which"),
    ("of", "them"),
)
ACCOMPANIED: Final = (
    ("along", "with"),
    ("together", "with"),
    ("alongside",),
    ("alongside", "with"),
    ("as", "well", "as"),
    ("in", "addition", "to"),
    ("besides",),
    ("with", "his"),
    ("with", "her"),
    ("with", "their"),
)
PASSED_OVER: Final = frozenset(
    {
        ",",
        "and",
        "or",
        "as",
        "well",
        "at",
        "least",
        "both",
        "of",
        "from",
        "aged",
        "the",
        "-",
        "‘",
        "’",
        "“",
        "”",
        '"',
        "'",
        "with",
        "alongside",
    }
)
UNSURE: Final = frozenset({"possibly", "perhaps", "maybe"})
NOT_COUNTED: Final = frozenset({"counted", "included", "coded"})
MAX_ASIDE: Final = 8  # tokens of an aside in a list
MAX_EXCLUDED_GAP: Final = 8  # tokens from people to the bracket that leaves them out
STOPS: Final = frozenset({";", ":", ".", "when", "while", "after", "because", "who", "which", "that", "–", "—"})


def phrase_at(sentence: Sentence, index: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """How many tokens of one of the phrases stand at an index; 0 for none."""
    best = 0
    for phrase in phrases:
        if len(phrase) > best and all(
            index + n < len(sentence.tokens) and sentence.tokens[index + n].lower == word
            for n, word in enumerate(phrase)
        ):
            best = len(phrase)
    return best


def listed(sentence: Sentence, start: int, phrases: Phrases, *, until_comma: bool = False) -> list[People]:
    """The people listed from an index on, to the end of the list."""
    found: list[People] = []
    index = start
    while index < len(sentence.tokens):
        token = sentence.tokens[index]
        phrase = phrases.at.get(index)
        if found and (end := _aside_of_them(sentence, index)):
            index = end
            continue
        if phrase is not None:
            people = people_of(sentence, phrase.noun or phrase.number[-1], phrases)
            found.extend([people] if people else [])
            index = max(phrase.end, index) + 1
            continue
        if _ends(token, bool(found), until_comma):
            break
        if token.pos in ("NOUN", "PROPN") and is_person_noun(token) and not _is_modifier(sentence, token):
            people = people_of(sentence, token, phrases)
            found.extend([people] if people else [])
        index += 1
    return found


def _aside_of_them(sentence: Sentence, index: int) -> int:
    """Where an aside on those listed ends: "nine women, three of whom were expecting, and four men"; 0 for none."""
    words = [token.lower for token in sentence.tokens[index + 1 : index + 3]]
    if words not in (["of", "whom"], ["of", "which"], ["of", "them"]):
        return 0
    near = sentence.tokens[index + 3 : index + 3 + MAX_ASIDE]
    return next((token.index for token in near if token.text == ","), 0)


def _is_modifier(sentence: Sentence, token: Token) -> bool:
    """ "aid" in "aid worker"; "child" in "child soldier"."""
    head = sentence.head(token)
    return token.dep in ("compound", "amod", "nmod", "poss") and head.index > token.index


def _ends(token: Token, begun: bool, until_comma: bool) -> bool:
    if token.lower in STOPS or (until_comma and begun and token.text == ","):
        return True
    if token.pos in ("AUX", "SCONJ") or (
        token.pos == "VERB" and token.tag in ("VBD", "VBZ", "VBP", "MD", "VBN", "VBG")
    ):
        return True
    return begun and token.pos == "ADP" and token.lower not in PASSED_OVER


def included(sentence: Sentence, phrases: Phrases) -> list[tuple[int, list[People]]]:
    """Each "including ..." of a sentence: where it stands, and the people in it, by group."""
    found = []
    for token in sentence.tokens:
        if token.index and sentence.tokens[token.index - 1].lower in UNSURE:
            continue
        if token.lower in _STARTS_INCLUDING and (length := phrase_at(sentence, token.index, INCLUDING)):
            people = [p for p in listed(sentence, token.index + length, phrases) if p.groups]
            if people:
                found.append((token.index, by_group(people, ())))
    return found


def accompanied(sentence: Sentence, phrases: Phrases) -> list[tuple[int, list[People]]]:
    """Each "along with ..." of a sentence: where it stands, and the people in it."""
    found = []
    for token in sentence.tokens:
        if token.lower in _STARTS_ACCOMPANIED and (length := phrase_at(sentence, token.index, ACCOMPANIED)):
            possessive = sentence.tokens[token.index + length - 1].tag == "PRP$"
            people = listed(sentence, token.index + length - possessive, phrases, until_comma=True)
            people = [p for p in people if p.stated or p.quantity.best is not None] or people  # "..., one of the cooks"
            if people and not excluded(sentence, max(t.index for p in people for t in p.tokens) + 1, phrases):
                found.append((token.index, people))
    return found


def excluded(sentence: Sentence, start: int, phrases: Phrases) -> bool:
    """True where "(not counted)" or the like follows at once, with no other people before it."""
    tokens = sentence.tokens
    for index in range(start, min(start + MAX_EXCLUDED_GAP, len(tokens) - 2)):
        token = tokens[index]
        if token.text in ("(", "["):
            inside = {t.lower for t in tokens[index + 1 : index + 7]}
            return bool(inside & {"not", "n't"}) and bool(inside & NOT_COUNTED)
        people = index in phrases.at or (token.pos == "NOUN" and is_person_noun(token))
        if people and not _belongs(sentence, token, start):
            return False
        if token.pos in ("VERB", "AUX"):
            return False
    return False


def _belongs(sentence: Sentence, token: Token, start: int) -> bool:
    """ "a cousin of the staff member (not counted)": the people before the bracket name whose the others are."""
    top = token
    while top.head != top.index:
        above = sentence.head(top)
        if not (top.dep in ("compound", "poss") or top.lower == "of" or (top.dep == "pobj" and above.lower == "of")):
            break
        top = above
    return top.index < start


def with_company(whole: People, company: list[People]) -> list[People]:
    """ "killed along with six rebels": the company is added to the whole, its groups are parts."""
    everyone = [whole, *company]
    common = tuple(g for g in whole.groups if all(g in people.groups for people in company))
    tokens = tuple(t for people in everyone for t in people.tokens)
    total = People(add([people.quantity for people in everyone]), common, tokens, stated=True, noun=whole.noun)
    return [total, *by_group(everyone, common)]


_STARTS_INCLUDING: Final = frozenset(phrase[0] for phrase in INCLUDING)
_STARTS_ACCOMPANIED: Final = frozenset(phrase[0] for phrase in ACCOMPANIED)
