"""Quotation marks: the stretches of a text that stand between them, paragraph by paragraph."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from onrecord.model.document import Span
from onrecord.model.reading import Sentence

# A double mark, curly or straight, two single ones, or angle quotes. Single marks are not read: apostrophes look alike.
MARK: Final = re.compile(r"[“”„«»\"]|''|``")
OPENING: Final = frozenset("“„«") | {"``"}
CLOSING: Final = frozenset("»")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks, the marks included. `open` where the paragraph ends before the marks close."""

    span: Span
    open: bool = False


class QuoteIndex:
    """The quotations of a document, held open to ask which of them a span touches."""

    def __init__(self, quotes: tuple[Quote, ...]) -> None:
        self.quotes = quotes
        self._ends = [quote.span.end for quote in quotes]

    def over(self, span: Span) -> tuple[Quote, ...]:
        """The quotations that overlap a span, in order."""
        found = []
        for quote in self.quotes[bisect_right(self._ends, span.start) :]:
            if quote.span.start >= span.end:
                break
            found.append(quote)
        return tuple(found)

    def covering(self, span: Span) -> Quote | None:
        """The quotation that holds a whole span."""
        return next((quote for quote in self.over(span) if quote.span.covers(span)), None)


def find_quotes(text: str, sentences: tuple[Sentence, ...]) -> tuple[Quote, ...]:
    """The quoted stretches of a text, in order: `He said: “Two.”` gives `“Two.”`."""
    paragraphs: dict[int, Span] = {}
    for sentence in sentences:
        known = paragraphs.get(sentence.paragraph)
        paragraphs[sentence.paragraph] = known.union(sentence.span) if known else sentence.span
    return tuple(quote for span in paragraphs.values() for quote in _quotes_in(text, span))


def _quotes_in(text: str, paragraph: Span) -> list[Quote]:
    found: list[Quote] = []
    start: int | None = None
    for match in MARK.finditer(text, paragraph.start, paragraph.end):
        if start is None:
            if _can_open(match, text):
                start = match.start()
        elif match.group() in OPENING:
            continue  # a quotation inside one, or an opening mark where a closing one was meant
        else:
            found.append(Quote(Span(start, match.end())))
            start = None
    if start is not None:
        found.append(Quote(Span(start, paragraph.end), open=True))
    return found


def _can_open(match: re.Match[str], text: str) -> bool:
    """An opening mark stands before a word; a mark of inches or a stray closing one does not."""
    if match.group() in OPENING:
        return True
    after = text[match.end() : match.end() + 1]
    before = text[match.start() - 1 : match.start()]
    return bool(after.strip()) and not before.isalnum()
