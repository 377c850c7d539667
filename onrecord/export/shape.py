"""The public shape of a record, version 1, as types: what the JSON holds and what `onrecord.read` returns.

The one source of truth: the JSON Schema is made from these types, and their docstrings are its descriptions.
Offsets are code points over the document's text, end excluded. None is "not stated", never zero.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from onrecord.model.codes import (
    AttackerKind,
    DatePrecision,
    Family,
    Hedge,
    IncidentType,
    Modality,
    PlacePrecision,
    Revised,
    Scope,
    SetAsideReason,
    Slot,
    SourceRole,
    Stage,
    StatementKind,
    TollGroup,
    TollStatus,
    Weapon,
)

VERSION: Final = 1
ONLY_IN_FULL: Final = ("attributions", "places", "dates")  # the blocks that `--full` adds


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the document: `text` is exactly `document.text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Extent:
    """Where something stands in the document's text."""

    start: int
    end: int


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
    place is not resolved."""

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
class Period:
    """A stretch of days, both ends included."""

    earliest: date | None
    latest: date | None
    precision: DatePrecision


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
class Source:
    """The voice that is quoted: its words in the text (null where it is only understood) and what they resolve to."""

    start: int | None
    end: int | None
    text: str | None
    name: str
    role: SourceRole
    party: str | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """On whose word a claim stands; `chain` names who relayed it, outermost first, without the outlet."""

    source: Source
    cue: Quote | None
    channel: str | None
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TollValue:
    """A number of people."""

    low: int | None
    best: int | None
    high: int | None
    group: TollGroup
    scope: Scope


@dataclass(frozen=True, slots=True)
class CountValue:
    """A number of things."""

    low: int | None
    best: int | None
    high: int | None
    what: str
    status: str


@dataclass(frozen=True, slots=True)
class NumberValue:
    """A number with bounds and nothing else."""

    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """A place as resolved."""

    name: str
    path: tuple[str, ...]
    country: str | None
    country_name: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    gazetteer_id: str | None


@dataclass(frozen=True, slots=True)
class ActorValue:
    """A party that acts."""

    name: str
    country: str | None
    kind: AttackerKind
    alleged: bool


@dataclass(frozen=True, slots=True)
class ActValue:
    """What was done."""

    type: IncidentType
    family: Family


@dataclass(frozen=True, slots=True)
class WeaponValue:
    """The means of an act."""

    weapon: Weapon


@dataclass(frozen=True, slots=True)
class TargetValue:
    """What an act was aimed at: a code, or null where the words name no kind that is known."""

    kind: str | None


ClaimValue = (
    TollValue | CountValue | NumberValue | PlaceValue | ActorValue | ActValue | WeaponValue | Period | TargetValue
)


@dataclass(frozen=True, slots=True)
class Claim:
    """The atom of the record: one voice says one thing about one happening, in these words.

    `incident` is null where the claim belongs to a total or a statement; `attribution` null is the outlet's own
    voice; `value` null is "said, not understood"; `origin` is component@version.
    """

    id: str
    incident: str | None
    slot: Slot
    quote: Quote
    sentence: Extent
    attribution: Attribution | None
    modality: Modality
    hedge: Hedge | None
    value: ClaimValue | None
    origin: str


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
