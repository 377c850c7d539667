"""A telling: one event mention with all that its claims say of it; and how two tellings of a report compare."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from onrecord.link.distance import kilometers
from onrecord.link.proper_names import sites_of, victims_of
from onrecord.model.claim import Claim
from onrecord.model.codes import FAMILY_OF, IncidentType, Weapon
from onrecord.model.reading import EventMention, Reading
from onrecord.model.values import REPORT_ANCHOR, Act, Actor, Interval, Place, TollFigure, WeaponUse

V = TypeVar("V")

TOWN_KM: Final = 10.0
NEIGHBORS_KM: Final = 25.0  # the contract's "near"
NEWS_DAYS: Final = 10  # an older day is background to the news
TOLL_SLOTS: Final = frozenset(
    {"killed", "injured", "killed_or_injured", "missing", "abducted", "captured", "arrested", "displaced", "evacuated"}
)
VIOLENT: Final = frozenset({"battles", "explosions_remote_violence", "violence_against_civilians", "riots"})
UNSPECIFIC: Final[frozenset[IncidentType]] = frozenset({"unspecified_strike", "attack", "armed_clash", "other"})


@dataclass(frozen=True, slots=True)
class Telling:
    """One event mention and what is claimed of it in its own words."""

    event: EventMention
    claims: tuple[Claim, ...]
    type: IncidentType
    whens: tuple[Interval, ...]
    wheres: tuple[Place, ...]
    attackers: tuple[Actor, ...]
    weapons: frozenset[Weapon]
    tolls: frozenset[tuple[str, str, int]]  # status, group, best
    voices: frozenset[str | None] = frozenset()  # who says the tolls; None is the outlet
    assumed: tuple[Interval, ...] = ()  # days that no words state; they yield to any day told nearby
    paragraph: int = 0
    named: bool = False  # by a noun: "the attacks"
    victims: frozenset[str] = frozenset()  # names of those told dead
    sites: frozenset[str] = frozenset()  # names of facilities
    scenes: tuple[Place, ...] = ()  # of `wheres` those that its own sentence tells

    @property
    def is_bare(self) -> bool:
        """True where nothing pins it down: no day, no place, no toll."""
        return not (self.whens or self.wheres or self.has_toll)

    @property
    def refers_back(self) -> bool:
        """True where its act ("the strike") or all whom it counts ("the two men", "he") were told before."""
        figures = values_of(self.claims, TollFigure)
        return self.event.definite or (bool(figures) and all(figure.definite for figure in figures))

    @property
    def has_toll(self) -> bool:
        return any(claim.slot in TOLL_SLOTS for claim in self.claims)


def make_tellings(reading: Reading, claims: Iterable[Claim]) -> tuple[Telling, ...]:
    """The tellings of a report, in text order; event mentions without claims were set aside."""
    by_event: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.event_mention_id is not None:
            by_event.setdefault(claim.event_mention_id, []).append(claim)
    return tuple(
        replace(
            _without_seats(reading, make_telling(event, tuple(by_event[event.id]))),
            paragraph=reading.sentences[event.sentence].paragraph,
            named=reading.sentences[event.sentence].tokens[event.token].pos == "NOUN",
            victims=victims_of(reading, by_event[event.id]),
            sites=sites_of(reading, event),
        )
        for event in reading.events
        if event.id in by_event
    )


def _without_seats(reading: Reading, telling: Telling) -> Telling:
    """The telling, the seats of who speaks taken from its scenes: they part nothing."""
    seats = {
        claim.value
        for claim in telling.claims
        if isinstance(claim.value, Place)
        and any(a.source is not None and a.source.covers(claim.quote) for a in reading.attributions)
    }
    return replace(telling, scenes=tuple(p for p in telling.scenes if p not in seats)) if seats else telling


def make_telling(event: EventMention, claims: tuple[Claim, ...]) -> Telling:
    """A telling of one event mention, from its claims alone."""
    acts = values_of(claims, Act)
    return Telling(
        event=event,
        claims=claims,
        type=acts[0].type if acts else event.type,
        whens=tuple(day for day in values_of(claims, Interval) if day.anchor != REPORT_ANCHOR),
        assumed=tuple(day for day in values_of(claims, Interval) if day.anchor == REPORT_ANCHOR),
        wheres=values_of(claims, Place),
        scenes=values_of((claim for claim in claims if claim.sentence.covers(event.trigger)), Place),
        attackers=values_of(claims, Actor),
        weapons=frozenset(use.weapon for use in values_of(claims, WeaponUse)),
        tolls=frozenset(
            (claim.slot, claim.value.group, claim.value.quantity.best)
            for claim in claims
            if isinstance(claim.value, TollFigure)
            and claim.value.quantity.best is not None
            and claim.value.relation != "listed"
        ),
        voices=frozenset(voice_name(claim) for claim in claims if claim.slot in TOLL_SLOTS),
    )


def voice_name(claim: Claim) -> str | None:
    """The name of who says a claim; None for the outlet's own voice."""
    return claim.voice.source.name if claim.voice else None


def values_of(claims: Iterable[Claim], kind: type[V]) -> tuple[V, ...]:
    """The values of one kind among the claims, in their order."""
    return tuple(claim.value for claim in claims if isinstance(claim.value, kind))


def days_meet(left: Interval, right: Interval) -> bool:
    """True where two intervals share a day; an open end reaches for ever."""
    starts_in_time = left.earliest is None or right.latest is None or left.earliest <= right.latest
    return starts_in_time and (right.earliest is None or left.latest is None or right.earliest <= left.latest)


def is_background(day: Interval, assumed: Interval) -> bool:
    """True where a day told lies too far from a day assumed to be that of one happening: news is of recent days."""
    if assumed.earliest is None or assumed.latest is None:
        return False
    if day.earliest is not None and (day.earliest - assumed.latest).days > 1:
        return True
    return day.latest is not None and (assumed.earliest - day.latest).days > NEWS_DAYS


def places_meet(left: Place, right: Place) -> bool:
    """True where two places can be one: one lies in the other as far as their units tell, or they are the same."""
    if left.gazetteer_id is not None and left.gazetteer_id == right.gazetteer_id and left.name == right.name:
        return True
    if _are_neighbors(left, right):
        return True
    if left.country is not None and right.country is not None and left.country != right.country:
        return False
    if left.adm1 is not None and right.adm1 is not None and left.adm1 != right.adm1:
        return False
    narrow = {"exact", "near"}
    if left.precision in narrow and right.precision in narrow:
        return left.name in right.path or right.name in left.path
    return left.name == right.name or _is_wide(left) or _is_wide(right)


def are_close(left: Place, right: Place) -> bool:
    """True for two points of one town or its edge."""
    distance = kilometers(left, right)
    return {left.precision, right.precision} <= {"exact", "near"} and distance is not None and distance <= TOWN_KM


def _are_neighbors(left: Place, right: Place) -> bool:
    """True for "northeast of X" and a village there, be it over a border."""
    distance = kilometers(left, right) if "near" in (left.precision, right.precision) else None
    narrow = {left.precision, right.precision} <= {"exact", "near", "adm2"}
    return narrow and distance is not None and distance <= NEIGHBORS_KM


def _is_wide(place: Place) -> bool:
    return place.precision in ("adm1", "adm2", "region", "country") and place.name == (place.path or (place.name,))[0]


def types_meet(left: Telling, right: Telling) -> bool:
    """True where two types can name one happening: equal, or one unspecific within violence, or of one family."""
    if left.type == right.type:
        return True
    families = FAMILY_OF[left.type], FAMILY_OF[right.type]
    both_violent = families[0] in VIOLENT and families[1] in VIOLENT
    return both_violent and (left.event.generic or right.event.generic or bool({left.type, right.type} & UNSPECIFIC))


def attackers_meet(left: Telling, right: Telling) -> bool:
    """False where both name their attackers and share none: "gunmen" and "the army" name nobody."""
    ours, theirs = ({a.country or a.name for a in telling.attackers if is_named(a)} for telling in (left, right))
    return not ours or not theirs or bool(ours & theirs)


def is_named(actor: Actor) -> bool:
    """True for an actor with a country or a name of its own."""
    return actor.country is not None or actor.name[:1].isupper()
