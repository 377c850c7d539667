"""Words of a text with what their letters tell: the ground on which names are matched."""

import re
from dataclasses import dataclass
from typing import Final

from onrecord.model.document import Span
from onrecord.model.reading import Sentence, Token
from onrecord.normalize.gazetteer import Candidate

# A word: letters with inner apostrophes; with periods inside when letters stand alone (U.S., D.C.) or as an AP
# abbreviation of a state before its period ("Calif.").
WORD: Final = re.compile(r"(?:[A-Z]\.\s?){2,}|[^\W\d_]+(?:['’ʼ‘][^\W\d_]+)*(?:['’](?=[\s,.]|$))?|\d[\d.,]*\d|\d")
CAPS_SHARE: Final = 0.8  # of a sentence's letters: teletype copy is written in capitals
ASIDE: Final = re.compile(r"\) ([a-z]+)")  # "Arlen (Bolgan) district"
POSSESSIVE: Final = re.compile(r"['’](?:s|S)$|(?<=[sS])['’]$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its span (a possessive ending left out), the sentence it stands in, and its token where parsed."""

    span: Span
    text: str
    lower: str
    capital: bool
    sentence: int
    token: Token | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Words `first`..`last` (excluded) of a line, with the places that they may mean."""

    line: int
    first: int
    last: int
    span: Span
    key: str
    candidates: tuple[Candidate, ...]
    caps: bool

    @property
    def demonym(self) -> bool:
        """True where the words are the people's or an adjective: "Russian", "Afghans"."""
        return bool(self.candidates) and self.candidates[0].how == 2


def words_of(text: str, sentence: Sentence) -> list[Word]:
    """The words of one sentence, in text order."""
    starts = {token.span.start: token for token in sentence.tokens}
    found = []
    for match in WORD.finditer(text, sentence.span.start, sentence.span.end):
        word = POSSESSIVE.sub("", match.group().rstrip())
        start = match.start()
        span = Span(start, start + len(word))
        found.append(Word(span, word, word.lower(), word[0].isupper(), sentence.index, starts.get(start)))
    return found


def is_caps(words: list[Word]) -> bool:
    """True where a sentence is written in capitals throughout, so that capitals tell nothing."""
    letters = sum(len(w.text) for w in words if w.text[0].isalpha())
    upper = sum(len(w.text) for w in words if w.text.isupper())
    return letters > 12 and upper >= CAPS_SHARE * letters
