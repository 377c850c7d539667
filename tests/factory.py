"""Made-up records for tests: a report's text, and what it tells, by the words that tell it."""

from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from onrecord.model.claim import Claim, Voice
from onrecord.model.codes import FAMILY_OF, Hedge, IncidentType, Slot, SourceRole, TollGroup, TollStatus, Weapon
from onrecord.model.document import Document, Span
from onrecord.model.ids import make_id, text_sha256
from onrecord.model.incident import Finding, Incident, Record, Toll
from onrecord.model.ledger import ReaderVersion
from onrecord.model.values import (
    Act,
    Actor,
    Interval,
    Place,
    Quantity,
    Source,
    Target,
    TollFigure,
    Value,
    WeaponUse,
)

T = TypeVar("T", Interval, Place, Actor, Target)

READER = ReaderVersion("0.1", (("acts", 1), ("casualties", 1)), "made-up", "0" * 64, "0" * 64)
BETTER_READER = ReaderVersion("0.2", (("acts", 1), ("casualties", 2)), "made-up", "0" * 64, "0" * 64)


@dataclass(frozen=True)
class Said:
    """A toll as a report tells it: the words, the figure, and who says so (None: the outlet)."""

    words: str
    status: TollStatus
    best: int | None
    low: int | None = None
    high: int | None = None
    group: TollGroup = "all"
    by: str | None = None
    role: SourceRole = "local_authority"
    party: str | None = None
    hedge: Hedge | None = None
    relation: str = "total"
    revised: str | None = None


@dataclass(frozen=True)
class Told:
    """What one report tells of one happening. Words that are None are not in the text and make no claim."""

    act: str
    type: IncidentType = "air_drone_strike"
    when: tuple[str, Interval] | None = None
    where: tuple[str, Place] | None = None
    tolls: tuple[Said, ...] = ()
    attacker: tuple[str, Actor] | None = None
    target: tuple[str, str] | None = None
    weapon: tuple[str, Weapon] | None = None


@dataclass
class _Writer:
    """Collects the claims of one telling."""

    text: str
    document_id: str
    mention: str
    origin: str
    claims: list[Claim] = field(default_factory=list)

    def claim(
        self, slot: Slot, words: str, value: Value, voice: Voice | None = None, hedge: Hedge | None = None
    ) -> str:
        start = self.text.index(words)
        quote = Span(start, start + len(words))
        claim_id = make_id(self.document_id, slot, words, value, self.origin)
        made = Claim(
            claim_id, self.document_id, self.mention, slot, quote, quote, voice, "asserted", hedge, value, self.origin
        )
        self.claims.append(made)
        return claim_id


def day(iso: str) -> Interval:
    """One day: `day("2031-03-04")`."""
    return Interval(date.fromisoformat(iso), date.fromisoformat(iso), "day")


def days(first: str, last: str) -> Interval:
    """Several days, both ends included."""
    return Interval(date.fromisoformat(first), date.fromisoformat(last), "days")


def place(name: str, region: str = "Vell Region", country: str = "XA", lat: float = 50.0, lon: float = 30.0) -> Place:
    """A made-up town with coordinates."""
    code = f"{country}.{region[:4]}"
    path = (name, region, country)
    return Place(name, path, country, f"Land {country}", lat, lon, "exact", f"made:{name}", adm1=code)


def document(text: str, published: str | None, **more: str | None) -> Document:
    """A document of a made-up text; `id`, `outlet`, `url`, `title` by name."""
    identity = more.pop("id", None) or make_id(more.get("url"), text)
    on = date.fromisoformat(published) if published else None
    url, outlet, title = more.get("url"), more.get("outlet"), more.get("title")
    return Document(identity, text, text_sha256(text), url, outlet, title, published=on, lang="en")


def record(doc: Document, *tellings: Told, origin: str = "made@1") -> Record:
    """The record of a document that tells these happenings, the first the most prominent."""
    incidents: list[Incident] = []
    claims: list[Claim] = []
    for number, told in enumerate(tellings):
        writer = _Writer(doc.text, doc.id, make_id(doc.id, number, told.act), origin)
        incidents.append(_incident(writer, told))
        claims += writer.claims
    ordered = tuple(sorted(claims, key=lambda c: (c.quote, c.slot, c.id)))
    return Record(doc, tuple(incidents), (), (), ordered, ())


def _incident(writer: _Writer, told: Told) -> Incident:
    family = FAMILY_OF[told.type]
    writer.claim("act", told.act, Act(told.type, family))
    when = told.when and _finding(writer, "when", *told.when)
    where = told.where and _finding(writer, "where", *told.where)
    attackers = (_finding(writer, "attacker", *told.attacker),) if told.attacker else ()
    targets = (_finding(writer, "target", told.target[0], Target(told.target[1])),) if told.target else ()
    if told.weapon:
        writer.claim("weapon", told.weapon[0], WeaponUse(told.weapon[1]))
    tolls = tuple(_toll(writer, said) for said in told.tolls)
    return Incident(
        id=make_id("incident", writer.mention),
        family=family,
        type=told.type,
        summary=told.act,
        when=when,
        where=where,
        attackers=attackers,
        targets=targets,
        weapons=(told.weapon[1],) if told.weapon else (),
        tolls=tolls,
        counts=(),
        claims=tuple(claim.id for claim in writer.claims),
        event_mentions=(writer.mention,),
    )


def _finding(writer: _Writer, slot: Slot, words: str, value: T) -> Finding[T]:
    return Finding(value, words, (writer.claim(slot, words, value),))


def _toll(writer: _Writer, said: Said) -> Toll:
    bounded = said.hedge is None and said.low is None and said.high is None
    low, high = (said.best, said.best) if bounded else (said.low, said.high)
    figure = TollFigure(
        Quantity(low, said.best, high, said.hedge), said.group, "incident", said.relation, said.revised, said.party
    )
    start = writer.text.find(said.by) if said.by else -1
    span = Span(start, start + len(said.by)) if said.by and start >= 0 else None
    voice = Voice(span, Source(said.by, said.role, said.party), None) if said.by else None
    claim = writer.claim(said.status, said.words, figure, voice, said.hedge)
    return Toll(said.status, said.group, low, said.best, high, "incident", False, None, (claim,))
