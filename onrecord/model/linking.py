"""Linking across reports: accounts, how two of them compare, and the figures of their tolls."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.model.claim import Claim
from onrecord.model.codes import Family, IncidentType, Revised, SourceRole, TollGroup, TollStatus
from onrecord.model.document import Document
from onrecord.model.incident import Incident, Toll
from onrecord.model.ledger import Verdict
from onrecord.model.values import Interval, Place

Rule = Literal["ranged", "ucdp", "acled", "ibc", "latest"]


@dataclass(frozen=True, slots=True)
class Account:
    """One report's account of one happening: its incident in that report, as values that can be compared.

    `background` marks a report that tells no incident of its own (a court report, an anniversary): it can follow
    an incident, never make one. `rank` 0 is what the report leads with.
    """

    id: str
    document_id: str
    rank: int
    published: date | None
    family: Family | None
    type: IncidentType | None
    event_mentions: tuple[str, ...] = ()
    background: bool = False
    when: Interval | None = None
    where: Place | None = None
    told_where: str = ""  # the words for the place, folded
    attackers: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    killed: tuple[int, int] | None = None  # low, high
    injured: tuple[int, int] | None = None
    hours: tuple[int, ...] = ()  # of the day, 0 to 23, as far as told
    names: tuple[str, ...] = ()  # rare names that it shares with other accounts of the happening
    scene: tuple[str, ...] = ()  # words for what stands about in it: "restaurant", "goat"
    addresses: tuple[str, ...] = ()  # blocks and streets: "1900 block", "tamarisk street"
    outlet: str = ""  # who publishes: the key of the outlet's own voice
    sketch: tuple[int, ...] = ()  # of the text, to know a copy


@dataclass(frozen=True, slots=True)
class Comparison:
    """One respect in which two accounts agree (above 0, to 1) or disagree (below 0, to -1), in words."""

    name: str
    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class Edge:
    """The program's judgment of two accounts: verdict, score, and the reasons that made it. `left` < `right`."""

    left: str
    right: str
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A toll as one voice says it in one report. `voice` is the key of the voice, equal for one voice everywhere.

    `relation`: "total", or "addition" where it comes on top of what was said before ("a wounded man died").
    """

    status: TollStatus
    group: TollGroup
    low: int | None
    best: int | None
    high: int | None
    voice: str
    said_by: str
    role: SourceRole
    party: str | None
    published: date | None
    document_id: str
    claims: tuple[str, ...]
    relation: str = "total"
    revised: Revised | None = None
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class RuledToll:
    """A toll by a named rule: `provisional` where fewer than two independent voices stand behind it."""

    rule: Rule
    toll: Toll
    voices: int
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """One step of a toll's course: what was newly said on a day, and what the rule then gave."""

    day: date | None
    kind: Literal["first", "up", "down", "same", "retracted", "contested"]
    status: TollStatus
    group: TollGroup
    low: int | None
    best: int | None
    high: int | None
    said_by: str
    figure: str  # the new figure in words
    document_id: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """An account with what it rests on: the document, the incident in that report (None in the background), claims."""

    account: Account
    document: Document
    incident: Incident | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class LinkedIncident:
    """An incident across reports: a view on its members, rebuilt at any time.

    `documents` tell it first and foremost, the one that leads first; `mentioned_in` tell it beside another.
    `tolls` holds the tolls by every rule; `incident.tolls` those of the default rule.
    """

    incident: Incident
    documents: tuple[str, ...]
    mentioned_in: tuple[str, ...]
    accounts: tuple[str, ...]
    tolls: tuple[RuledToll, ...]
    course: tuple[Revision, ...]
    outlets: int  # independent of copies
