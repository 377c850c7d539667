"""The public shape of a record, version 1, as types: what the JSON holds and what `onrecord.read` returns.

The one source of truth: the JSON Schema is made from these types, and their docstrings are its descriptions.
Offsets are code points over the document's text, end excluded. None is "not stated", never zero.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from onrecord.export.shape_claims import Claim, Period, Quote
from onrecord.model.codes import (
    AttackerKind,
    DatePrecision,
    Family,
    IncidentType,
    PlacePrecision,
    Revised,
    Scope,
    SetAsideReason,
    Stage,
    Standing,
    StatementKind,
    TollGroup,
    TollStatus,
    Weapon,
)

VERSION: Final = 1
ONLY_IN_FULL: Final = ("attributions", "places", "dates")  # the blocks that `--full` adds


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """Which version of which text was read. `notes` tell what had to be assumed, such as an encoding.

    `sha256` is of the text in UTF-8; null where nothing could be read.
    """

    id: str
    url: str | None
    outlet: str | None
    title: str | None
    published: date | None
    lang: str | None
    sha256: str | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class When:
    """When an incident happened: both days included, with the claims that say so."""

    earliest: date | None
    latest: date | None
    precision: DatePrecision
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """Where an incident happened. `path` goes from the smallest unit to the country; lat and lon are null where the
    place is not resolved. `inferred`: no words name it, the report's public life tells it (parties, forces, groups)."""

    name: str
    text: str
    path: tuple[str, ...]
    country: str | None
    country_name: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    gazetteer_id: str | None
    claims: tuple[str, ...]
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Attacker:
    """Who acted, as the claims say it; `alleged` where the words themselves keep a distance."""

    name: str
    text: str
    country: str | None
    kind: AttackerKind
    alleged: bool
    contested: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TargetHit:
    """What or whom an act was aimed at or hit."""

    text: str
    kind: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A claim that a toll quotes, and what its figure is to the toll's number."""

    claim: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Toll:
    """People of one group in one status, with bounds; the group "all" is the roll-up and always there."""

    status: TollStatus
    group: TollGroup
    low: int | None
    best: int | None
    high: int | None
    scope: Scope
    contested: bool
    revised: Revised | None
    claims: tuple[str, ...]
    figures: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """Things, not people: eight drones, intercepted."""

    what: str
    status: str
    low: int | None
    best: int | None
    high: int | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened, where, when, to how many people; every value names the claims that it rests on."""

    id: str
    family: Family
    type: IncidentType
    summary: str
    when: When | None
    where: Where | None
    attackers: tuple[Attacker, ...]
    targets: tuple[TargetHit, ...]
    weapons: tuple[Weapon, ...]
    tolls: tuple[Toll, ...]
    counts: tuple[Count, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """A toll of a war or a period; never folded into an incident."""

    status: TollStatus
    group: TollGroup
    party: str | None
    low: int | None
    best: int | None
    high: int | None
    period: Period | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in a statement; `party` is the ISO country or the armed group it speaks for."""

    name: str
    party: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """Words, not acts: an accusation, a denial, a threat."""

    kind: StatementKind
    source: Speaker | None
    target: str | None
    quote: Quote
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetAside:
    """What was read, understood, and left out of the record: why."""

    quote: Quote
    reason: SetAsideReason


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be read: at which stage, why, and where it came from."""

    stage: Stage
    reason: str
    origin: str


@dataclass(frozen=True, slots=True)
class AttributedWords:
    """Reported words: content, and the source and cue that carry it."""

    source: Quote | None
    cue: Quote | None
    content: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that name a place, with what they resolve to; nulls where they resolve to nothing."""

    start: int
    end: int
    text: str
    name: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision | None
    gazetteer_id: str | None


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that name a date, with their TIMEX3 value and the days that they cover."""

    start: int
    end: int
    text: str
    timex: str | None
    earliest: date | None
    latest: date | None
    precision: DatePrecision


@dataclass(frozen=True, slots=True)
class Record:
    """All that one document puts on the record; the most prominent incident first.

    `attributions`, `places` and `dates` are there only where they were asked for.
    """

    version: Literal[1]
    document: DocumentFacts
    incidents: tuple[Incident, ...]
    totals: tuple[Total, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    set_aside: tuple[SetAside, ...]
    failures: tuple[Failure, ...]
    attributions: tuple[AttributedWords, ...] | None = None
    places: tuple[PlaceMention, ...] | None = None
    dates: tuple[DateMention, ...] | None = None

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values: what `onrecord read --format json` writes."""
        from onrecord.export.plain import plain_record

        return plain_record(self)
