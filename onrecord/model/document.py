"""A document: one version of one published text, and spans over it."""

from dataclasses import dataclass
from datetime import date

from onrecord.model.codes import Stage


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text, in code points, end excluded."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def text_in(self, text: str) -> str:
        """The words that the span covers: `Span(0, 3).text_in("Two dead") == "Two"`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def union(self, other: "Span") -> "Span":
        """The shortest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be read: at which stage, why (a sentence that a reporter could read), and where."""

    stage: Stage
    reason: str
    origin: str  # the file, line or URL that the input came from
    document_id: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One version of one published text. The text never changes; all that is said of it is a span over it."""

    id: str
    text: str
    sha256: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: date | None = None
    lang: str | None = None
    copy_of: str | None = None
    notes: tuple[str, ...] = ()  # what was assumed on the way in: an encoding, a day left out of a date
    failures: tuple[Failure, ...] = ()  # what of it could not be read, while the rest was: a date that is none
