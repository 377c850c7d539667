"""An evaluation as text: a table of slots, and misses shown in place."""

import re
from typing import Final

from onrecord.evaluate.score import Miss, Tally
from onrecord.model.document import Span

OPEN, CLOSE = "⟦", "⟧"
SENTENCE_END: Final = re.compile(r"[.!?…]['\"”’)]*\s|\n")


def show_scores(tally: Tally) -> str:
    """The table: one line a slot, with precision, recall, F1, and how many values each side states."""
    head = f"{'slot':20}{'precision':>10}{'recall':>8}{'F1':>7}{'gold':>7}{'read':>7}"
    lines = [f"{s.slot:20}{s.precision:10.3f}{s.recall:8.3f}{s.f1:7.3f}{s.gold:7d}{s.read:7d}" for s in tally.scores()]
    return "\n".join([head, *lines])


def show_miss(miss: Miss) -> str:
    """A miss in its sentence, the words marked: `killed ⟦four civilians⟧`."""
    want, got = miss.want or "nothing", miss.got or "nothing"
    head = f"{miss.document.id} | {miss.slot} | want {want} | got {got}"
    text = miss.document.text
    return f"{head}\n    {in_place(text, miss.span) if miss.span else _lead(text)}"


def in_place(text: str, span: Span) -> str:
    """The sentence around a span, with the span's words marked."""
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= span.start), default=0)
    stop = min((end for end in ends if end >= span.end), default=len(text))
    marked = f"{text[start : span.start]}{OPEN}{span.text_in(text)}{CLOSE}{text[span.end : stop]}"
    return " ".join(marked.split())


def _lead(text: str) -> str:
    match = SENTENCE_END.search(text)
    return " ".join(text[: match.end() if match else len(text)].split())
