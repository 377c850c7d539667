"""The public shape of a claim, version 1: its words, its voice, its value. `shape` holds the rest."""

from dataclasses import dataclass
from datetime import date

from onrecord.model.codes import (
    AttackerKind,
    DatePrecision,
    Family,
    Hedge,
    IncidentType,
    Modality,
    PlacePrecision,
    Scope,
    Slot,
    SourceRole,
    TollGroup,
    Weapon,
)


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
class Period:
    """A stretch of days, both ends included."""

    earliest: date | None
    latest: date | None
    precision: DatePrecision


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
    voice; `value` null is "said, not understood"; `origin` is component@version. `about_enemy`: a party speaks of
    another party's people.
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
    about_enemy: bool
