"""Paragraphs and sentences, as spans over the text; no parser needed."""

import re
from collections.abc import Iterator
from typing import Final

from onrecord.model.document import Span
from onrecord.model.reading import Sentence

MAX_SENTENCE_CHARS: Final = 2000  # a longer "sentence" is a list or a table: cut, so that the parser's cost is bounded

# A sentence ends at . ! ? … and closing quotes, before a space and a capital, digit, quote or bracket.
BOUNDARY: Final = re.compile(
    r"""(?<=[.!?…])(?:["'”’»)\]]{0,2})\s+(?=["'“‘«(\[—–-]{0,2}[A-ZÀ-ÝĀ-ŽΑ-ΩА-Я0-9@#])|(?<=[.!?])["”’»](?=\s+[a-z]*[A-Z])\s+"""
)
ABBREVIATION: Final = re.compile(
    r"(?:^|[\s(“\"'‘-])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Pvt|Sen|Rep|Gov|Sec|St|Mt|Ft|No|vs|Jr|Sr|Brig|Adm|Cmdr|Cdr|Hon|Rev|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|approx|ca|cf|i\.e|e\.g|a\.m|p\.m|MR|MRS|DR|GEN|LT|COL|MAJ|CAPT|SGT|"
    r"(?:[A-Z]\.)*[A-Z])\.$"
)
ENDS_ANYWAY: Final = re.compile(r"(?:a\.m|p\.m|U\.S|U\.N|U\.K)\.$")
STARTERS: Final = frozenset(
    {"THE", "HE", "SHE", "IT", "THIS", "THESE", "THEY", "WE", "IN", "ON", "AT", "A", "AN", "BUT", "AND"}
)
CITY: Final = r"[A-ZÀ-Ý][A-ZÀ-Ý.'’-]{2,}(?:[ /][A-ZÀ-Ý][A-ZÀ-Ý'’-]+(?!\.))*"
MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
REGION: Final = rf",\s(?!{MONTH})(?:[A-Z][\w.'’-]*)(?:\s[A-Z][a-z][\w.'’-]*)??"
OPENS: Final = r"(?=[\"“‘']?(?:[A-Z][a-z]|[A-Z]\.|[AI]\s|\d))"
# A city in capitals, then a region, an agency in brackets, a day or a dash: one of these at least.
DATELINE: Final = re.compile(
    rf"{CITY}(?:{REGION}(?:,\s{MONTH}[a-z]*\.?\s\d{{1,2}})?(?:\s\([^)]{{2,40}}\))?(?:\s(?:--|[-–—]))?"
    rf"|(?:,\s{MONTH}[a-z]*\.?\s\d{{1,2}})?\s\([^)]{{2,40}}\)(?:\s(?:--|[-–—]))?|\s(?:--|[–—]))\s+{OPENS}"
)
# Teletype copy, in capitals: "NARVA (ESTONIA), 3 FEB 89 (AFP) -- [TEXT]"; the day and the dashes are needed.
TELETYPE: Final = re.compile(
    r"[A-Z][A-Z .,'()-]{2,60},\s+(?:NO\s+DATE|\d{1,2}\s+[A-Z]{3,9}(?:\s+\d{2,4})?)(?:\s+\([^)]{2,80}\))?\s+--"
    r"(?:\s*\[[^\]]{2,120}\])*"
)
BARE_DATELINE: Final = re.compile(rf"(?=[^a-z\s]{{5}}){CITY}\s+{OPENS}")


def split_paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text. A hard-wrapped text (lines of even length) breaks at blank lines only."""
    breaks = re.compile(r"\n\s*\n|\n(?=[ \t]{2,}\S)") if is_hard_wrapped(text) else re.compile(r"[\n\r\u2028\u2029]+")
    spans, start = [], 0
    for match in breaks.finditer(text):
        spans.append(Span(start, match.start()))
        start = match.end()
    spans.append(Span(start, len(text)))
    trimmed = (trim(span, text) for span in spans)
    return [span for span in trimmed if len(span)]


def is_hard_wrapped(text: str) -> bool:
    """True where lines were cut at a fixed width, as teletype copy is: most end in mid-sentence, none is long."""
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    if len(lines) < 4 or max(map(len, lines)) > 100:
        return False
    cut = sum(len(line) >= 45 and line[-1] not in '.!?"”:' for line in lines)
    return cut / len(lines) > 0.5


def trim(span: Span, text: str) -> Span:
    """The span without white space at its ends."""
    words = span.text_in(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, unparsed, in order."""
    found: list[Sentence] = []
    for paragraph, block in enumerate(split_paragraphs(text)):
        opening = split_dateline(text, block, paragraph)
        if opening:
            found.append(Sentence(len(found), paragraph, opening, dateline=True))
            block = trim(Span(opening.end, block.end), text)
        for span in _sentences_of(text, block):
            found.append(Sentence(len(found), paragraph, span))
    return tuple(found)


def split_dateline(text: str, block: Span, paragraph: int) -> Span | None:
    """The date line that opens a paragraph: "MARDIN, Turkey", "NARVA, Estonia (AP) -". A bare "ISTANBUL" counts in the
    first paragraph only. In copy in capitals, where a name does not stand out, only one with a day and dashes does."""
    match = DATELINE.match(text, block.start, block.end) or (
        BARE_DATELINE.match(text, block.start, block.end) or TELETYPE.match(text, block.start, block.end)
        if paragraph == 0
        else None
    )
    return trim(Span(block.start, match.end()), text) if match else None


def _sentences_of(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for match in BOUNDARY.finditer(text, block.start, block.end):
        if _is_abbreviation(text[start : match.start()], text[match.end() : match.end() + 9]):
            continue
        yield from _bounded(trim(Span(start, match.end()), text), text)
        start = match.end()
    last = trim(Span(start, block.end), text)
    if len(last):
        yield from _bounded(last, text)


def _is_abbreviation(before: str, after: str) -> bool:
    tail = before[-12:]
    if not ABBREVIATION.search(tail):
        return False
    if not ENDS_ANYWAY.search(tail):
        return True
    if after.isupper() and before.isupper() and "U." in tail[-5:]:  # in capitals any word may follow "U.S."
        return after.split()[0] not in STARTERS
    return not after[:1].isupper()


def _bounded(span: Span, text: str) -> Iterator[Span]:
    """The span, cut at spaces into pieces of at most MAX_SENTENCE_CHARS."""
    while len(span) > MAX_SENTENCE_CHARS:
        cut = text.rfind(" ", span.start + 1, span.start + MAX_SENTENCE_CHARS)
        cut = cut if cut > span.start else span.start + MAX_SENTENCE_CHARS
        yield trim(Span(span.start, cut), text)
        span = trim(Span(cut, span.end), text)
    if len(span):
        yield span
