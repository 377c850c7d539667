"""Reports as one web page: the claims highlighted in place, each linked to its incident and its source.

The page stands alone: no script, nothing fetched, opens from disk. All text of the report is escaped.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from onrecord.export import words
from onrecord.export.safe import clean, safe
from onrecord.export.segments import Segment, cut_segments
from onrecord.model.claim import Claim
from onrecord.model.codes import Slot
from onrecord.model.document import Span
from onrecord.model.incident import Incident, Record

if TYPE_CHECKING:
    from jinja2 import Template

# The kinds of claims that are told apart by color, with what the legend calls them.
KINDS: Final = {
    "people": "people",
    "act": "act, target, weapon",
    "where": "place",
    "when": "date",
    "attacker": "attacker",
    "statement": "statement",
    "voice": "who says it",
}
KIND_OF: Final[dict[Slot, str]] = {
    "act": "act",
    "target": "act",
    "weapon": "act",
    "count": "act",
    "when": "when",
    "where": "where",
    "attacker": "attacker",
    "statement": "statement",
}  # all other slots are tolls: people
BLANK_LINE: Final = re.compile(r"\n[ \t]*\n\s*")
LINE_END: Final = re.compile(r"\n+")
LONG_LINE_CHARS: Final = 100  # a longer line was not cut at a fixed width: each line is a paragraph


def page(records: Iterable[Record]) -> Iterator[str]:
    """The page, piece by piece, as the records are read."""
    reports = (_Report(number, record) for number, record in enumerate(records, start=1))
    return _template().generate(reports=reports, kinds=KINDS, words=words, kind_of=kind_of)


def kind_of(slot: Slot) -> str:
    """The kind whose color a slot has: `kind_of("killed") == "people"`."""
    return KIND_OF.get(slot, "people")


@dataclass(frozen=True)
class _Report:
    """One record as the template asks for it; `number` keeps the ids of the page apart."""

    number: int
    record: Record

    @property
    def title(self) -> str:
        return clean(words.title_words(self.record.document))

    @property
    def paragraphs(self) -> list[list[Segment]]:
        """The text in paragraphs of segments."""
        text = self.record.document.text
        return [cut_segments(self.record, span) for span in _paragraphs(text)]

    def quote(self, span: Span) -> str:
        """Words of the report."""
        return safe(span.text_in(self.record.document.text))

    def claim(self, id: str) -> Claim:
        return self._claims[id]

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.record.claims}

    @cached_property
    def _places(self) -> dict[str, tuple[int, Incident]]:
        numbered = enumerate(self.record.incidents, start=1)
        return {id: (number, incident) for number, incident in numbered for id in incident.claims}

    def incident_of(self, claim: Claim) -> tuple[int, Incident] | None:
        """The incident of a claim with its number, from 1; None where it belongs to a total or a statement."""
        return self._places.get(claim.id)

    def context(self, span: Span, chars: int = 60) -> tuple[str, str, str]:
        """What stands before a span, the span, and what stands after it."""
        text = self.record.document.text
        before = ("…" if span.start > chars else "") + text[max(0, span.start - chars) : span.start]
        after = text[span.end : span.end + chars] + ("…" if span.end + chars < len(text) else "")
        return safe(before), safe(span.text_in(text)), safe(after)


def _paragraphs(text: str) -> list[Span]:
    breaks = BLANK_LINE if BLANK_LINE.search(text) or max(map(len, text.split("\n"))) < LONG_LINE_CHARS else LINE_END
    ends = [(match.start(), match.end()) for match in breaks.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    return [Span(start, stop) for start, stop in zip(starts, stops, strict=True) if text[start:stop].strip()]


@cache
def _template() -> "Template":
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        autoescape=True, loader=FunctionLoader(_source), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    filters: dict[str, Any] = {"safe_text": safe, "plain": words.code_words}
    environment.filters.update(filters)
    return environment.get_template("page.html.j2")


def _source(name: str) -> str:
    return (resources.files("onrecord.export") / name).read_text(encoding="utf-8")
