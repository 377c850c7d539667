"""Typed values: what words are normalized to. `None` is "not stated", never zero."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from onrecord.model.codes import (
    AttackerKind,
    DatePrecision,
    Family,
    Hedge,
    IncidentType,
    PlacePrecision,
    Scope,
    SourceRole,
    TollGroup,
    Weapon,
)

REPORT_ANCHOR: Final = "report"  # no words date it: the day of the report that tells it as news


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of days, both ends included; `None` is an open end."""

    earliest: date | None
    latest: date | None
    precision: DatePrecision
    timex: str | None = None  # the TIMEX3 value of the words
    anchor: str | None = None  # what the words were resolved against: "published", "text", "none", "report"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with bounds: "at least five" is low 5, best 5, high None; "dozens" is low 24, best None, high None."""

    low: int | None
    best: int | None
    high: int | None
    hedge: Hedge | None = None
    more: bool = False  # "three more": to be added to what was said before


@dataclass(frozen=True, slots=True)
class Place:
    """A place as resolved: `path` goes from the smallest unit to the country."""

    name: str
    path: tuple[str, ...]
    country: str | None  # ISO 3166 alpha-2
    country_name: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    gazetteer_id: str | None
    adm1: str | None = None  # GeoNames code, "RU.41"
    adm2: str | None = None
    population: int = 0
    inferred: bool = False  # no words name it: the report's public life tells it


@dataclass(frozen=True, slots=True)
class Actor:
    """A party that acts: armed forces, an armed group, a crowd, or nobody identified."""

    name: str
    kind: AttackerKind
    country: str | None = None  # ISO 3166 alpha-2
    alleged: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """What was done: a type of the contract and its family."""

    type: IncidentType
    family: Family


@dataclass(frozen=True, slots=True)
class Target:
    """What or whom an act was aimed at: `kind` is a code of lexicon/targets.yml, or None."""

    kind: str | None


@dataclass(frozen=True, slots=True)
class WeaponUse:
    """The means of an act."""

    weapon: Weapon


@dataclass(frozen=True, slots=True)
class TollFigure:
    """How many people of which group, as one voice says it.

    `relation` tells how the figure stands to others of the same happening: "total" (the default),
    "part" ("including three children"), "addition" ("three more"), "group" (a count of one group beside others),
    "listed" (a person told one by one with others: "Ana Lund, 34, and her son").
    """

    quantity: Quantity
    group: TollGroup
    scope: Scope
    relation: str = "total"
    revised: str | None = None
    party: str | None = None  # whose people, where the words tell: ISO country or armed group
    whom: str = ""  # the noun that names them: "farmer"
    definite: bool = False  # "the two men": said before
    name: str = ""  # of one person listed among others, in lower case
    counted: bool = True  # False where names alone tell how many: "Ana Lund was killed"


@dataclass(frozen=True, slots=True)
class ThingFigure:
    """How many things, not people: eight drones, intercepted."""

    quantity: Quantity
    what: str
    status: str


@dataclass(frozen=True, slots=True)
class Source:
    """The voice that is quoted, resolved. `party` is the ISO country or armed group that it speaks for."""

    name: str
    role: SourceRole
    party: str | None = None


Value = Interval | Quantity | Place | Actor | Act | Target | WeaponUse | TollFigure | ThingFigure
