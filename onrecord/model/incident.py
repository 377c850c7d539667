"""An incident: the real happening, as a view computed from claims. Derived and disposable."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from onrecord.model.claim import Claim, SetAside, Statement
from onrecord.model.codes import Family, IncidentType, Revised, Scope, Standing, TollGroup, TollStatus, Weapon
from onrecord.model.document import Document, Failure
from onrecord.model.reading import Attribution, Mention
from onrecord.model.values import Actor, Interval, Place, Target

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Finding(Generic[T]):
    """A value of an incident with the claims it rests on: no value without its claims, by type.

    `text` is the words of the first claim that states it.
    """

    value: T
    text: str
    claims: tuple[str, ...]
    contested: bool = False


@dataclass(frozen=True, slots=True)
class Quoted:
    """A claim that a toll quotes, and what its figure is to the toll's number."""

    claim: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Toll:
    """People of one group, in one status, with bounds; `contested` where independent claims cannot all hold."""

    status: TollStatus
    group: TollGroup
    low: int | None
    best: int | None
    high: int | None
    scope: Scope
    contested: bool
    revised: Revised | None
    claims: tuple[str, ...]
    figures: tuple[Quoted, ...] = ()  # within one report: which claims set the number, and which are parts of it


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
    """What happened, where, when, to how many people, and on whose word."""

    id: str
    family: Family
    type: IncidentType
    summary: str
    when: Finding[Interval] | None
    where: Finding[Place] | None
    attackers: tuple[Finding[Actor], ...]
    targets: tuple[Finding[Target], ...]
    weapons: tuple[Weapon, ...]
    tolls: tuple[Toll, ...]
    counts: tuple[Count, ...]
    claims: tuple[str, ...]
    event_mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Total:
    """A toll of a war or a period; never folded into an incident."""

    status: TollStatus
    group: TollGroup
    party: str | None
    low: int | None
    best: int | None
    high: int | None
    period: Interval | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """All that one document puts on the record; incidents with the most prominent first."""

    document: Document
    incidents: tuple[Incident, ...]
    totals: tuple[Total, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    set_aside: tuple[SetAside, ...]
    failures: tuple[Failure, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[Mention, ...] = ()
