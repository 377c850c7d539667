"""What the ledger holds beside documents and claims: runs, judgments, corrections, and the two clocks."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.model.claim import Claim, SetAside, Statement
from onrecord.model.document import Document, Failure, Span
from onrecord.model.incident import Incident, Total
from onrecord.model.values import Value

Verdict = Literal["same", "different", "unsure"]
AddOutcome = Literal["new", "changed", "copy", "reread", "known", "failed"]


@dataclass(frozen=True, slots=True)
class ReaderVersion:
    """What read a document: the versions of the components, and hashes of what they know.

    Two readings by equal versions are one reading.
    """

    program: str
    components: tuple[tuple[str, int], ...]
    model: str
    lexicon_sha256: str
    gazetteer_sha256: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """The quoted words that a person judged: they outlive the ids that a reader gave them.

    `event_mention_id` is the id at the time; `span` and `text` find the words again when a better reader reads anew.
    """

    document_id: str
    span: Span
    text: str
    event_mention_id: str | None = None


@dataclass(frozen=True, slots=True)
class Judgment:
    """A person's word on whether two tellings tell one happening. Appended, never edited; the latest stands."""

    id: str
    left: Anchor
    right: Anchor
    verdict: Verdict
    why: str
    judged_by: str
    judged_at: str  # UTC, ISO 8601


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's word on one claim: another value, or None, which rejects it. The claim itself stays."""

    id: str
    claim_id: str
    anchor: Anchor
    slot: str
    value: Value | None
    why: str
    corrected_by: str
    corrected_at: str  # UTC, ISO 8601


@dataclass(frozen=True, slots=True)
class Body:
    """What a reading made of a document beside its claims: the incidents of the report, totals, statements."""

    incidents: tuple[Incident, ...] = ()
    totals: tuple[Total, ...] = ()
    statements: tuple[Statement, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    failures: tuple[Failure, ...] = ()  # what of the document could not be read, while the rest was


@dataclass(frozen=True, slots=True)
class Held:
    """A document as the ledger holds it: its newest reading within the clocks, and since when."""

    seq: int
    document: Document
    body: Body
    claims: tuple[Claim, ...]
    recorded_at: str  # of the document
    read_at: str  # of the reading


@dataclass(frozen=True, slots=True)
class Clocks:
    """The two clocks of a question: `as_of` what had been published, `known_by` what the ledger held. None is now."""

    as_of: date | None = None
    known_by: str | None = None  # UTC, ISO 8601: the last instant that counts

    @property
    def now(self) -> bool:
        return self.as_of is None and self.known_by is None
