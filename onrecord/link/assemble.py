"""Assembling: the claims of one happening become an incident. No value without its claims."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from typing import Final, TypeVar

from onrecord.link.summary import summarize
from onrecord.link.tellings import TOLL_SLOTS, VIOLENT, Telling, days_meet, places_meet
from onrecord.link.tolls import combine_tolls
from onrecord.model.claim import Claim
from onrecord.model.codes import FAMILY_OF, PLACE_RANK, DatePrecision, IncidentType, Weapon
from onrecord.model.document import Document
from onrecord.model.ids import make_id
from onrecord.model.incident import Count, Finding, Incident
from onrecord.model.values import REPORT_ANCHOR, Act, Actor, Interval, Place, Target, ThingFigure, WeaponUse
from onrecord.registry import lexicon

V = TypeVar("V")

DATE_RANK: Final[dict[DatePrecision, int]] = {
    "day": 0,
    "night": 0,
    "days": 1,
    "week": 2,
    "month": 3,
    "season": 4,
    "year": 5,
    "unknown": 6,
}
HARMS: Final = frozenset({"killed", "injured", "killed_or_injured"})
TYPE_RANK: Final[dict[IncidentType, int]] = {"unspecified_strike": 1, "armed_clash": 2, "attack": 3, "other": 4}


def assemble(document: Document, group: tuple[Telling, ...]) -> Incident:
    """The incident that a group of tellings of one document tells."""
    claims = tuple(claim for telling in group for claim in telling.claims)
    standing = tuple(claim for claim in claims if claim.modality == "asserted")
    kind = choose_type(group)
    when, where = choose_when(document, standing), choose_where(document, standing)
    attackers, targets = _actors(document, standing), _targets(document, standing)
    weapons, tolls = _weapons(document, standing), combine_tolls(standing)
    return Incident(
        id=make_id(document.id, *(telling.event.id for telling in group)),
        family=FAMILY_OF[kind],
        type=kind,
        summary=summarize(kind, where, attackers, targets, weapons, tolls),
        when=when,
        where=where,
        attackers=attackers,
        targets=targets,
        weapons=weapons,
        tolls=tolls,
        counts=_counts(standing),
        claims=tuple(claim.id for claim in claims),
        event_mentions=tuple(telling.event.id for telling in group),
    )


def choose_type(group: Iterable[Telling]) -> IncidentType:
    """The most specific type told; among equals the one told most, then first."""
    tellings = _without_bare_bombings(list(group))
    violent = [telling for telling in tellings if FAMILY_OF[telling.type] in VIOLENT]
    if violent and any(status in HARMS for telling in tellings for status, _, _ in telling.tolls):
        tellings = violent  # people were hurt: a curfew or a protest told with it is not what hurt them
    told = Counter(telling.type for telling in tellings)
    order = [telling.type for telling in tellings]
    generic = {telling.type: telling.event.generic for telling in reversed(tellings)}
    return min(told, key=lambda t: (generic[t], TYPE_RANK.get(t, 0), -told[t], order.index(t)))


def _without_bare_bombings(tellings: list[Telling]) -> list[Telling]:
    """The tellings without "the bombing" beside jets that bombed: the word alone tells of bombs placed and dropped."""
    if all(telling.type != "air_drone_strike" for telling in tellings):
        return tellings
    return [t for t in tellings if t.type != "remote_explosive_landmine_ied" or _names_a_weapon(t)]


def _names_a_weapon(telling: Telling) -> bool:
    """True where a weapon stands beside the act's own word."""
    uses = (claim for claim in telling.claims if isinstance(claim.value, WeaponUse))
    return any(not claim.quote.overlaps(telling.event.trigger) for claim in uses)


def choose_when(document: Document, claims: tuple[Claim, ...]) -> Finding[Interval] | None:
    """The tightest interval told with a toll, else at all; contested where another cannot hold with it."""
    rows = [(claim, claim.value) for claim in claims if isinstance(claim.value, Interval)]
    stated = [row for row in rows if row[1].anchor != REPORT_ANCHOR]
    with_toll = {claim.event_mention_id for claim in claims if claim.slot in TOLL_SLOTS}
    dated = [row for row in stated if row[0].event_mention_id in with_toll]
    best = _choose(document, dated or stated or rows, lambda v: DATE_RANK[v.precision], days_meet)
    return best and _with_agreement(best, stated)


def _with_agreement(best: Finding[Interval], stated: list[tuple[Claim, Interval]]) -> Finding[Interval]:
    """The finding with all stated days that agree with it; contested where one does not."""
    agreeing = [claim.id for claim, value in stated if days_meet(value, best.value)]
    return replace(best, claims=tuple(dict.fromkeys((*best.claims, *agreeing))), contested=len(agreeing) < len(stated))


def choose_where(document: Document, claims: Iterable[Claim]) -> Finding[Place] | None:
    """The narrowest place told; contested where another cannot hold with it.

    A village in no gazetteer, told within its unit, is narrower than the unit.
    """
    rows = [(claim, claim.value) for claim in claims if isinstance(claim.value, Place)]
    return _choose(document, rows, lambda v: 2 * PLACE_RANK[v.precision] + (v.gazetteer_id is not None), places_meet)


def _choose(
    document: Document,
    rows: list[tuple[Claim, V]],
    rank: Callable[[V], int],
    meet: Callable[[V, V], bool],
) -> Finding[V] | None:
    """The best-ranked value (the first told among equals), with all claims that agree with it."""
    if not rows:
        return None
    best = min(range(len(rows)), key=lambda n: rank(rows[n][1]))
    first, value = rows[best]
    agreeing = [claim.id for claim, other in rows if other == value or meet(other, value)]
    ordered = dict.fromkeys((first.id, *agreeing))
    return Finding(value, first.quote.text_in(document.text), tuple(ordered), len(agreeing) < len(rows))


def _actors(document: Document, claims: Iterable[Claim]) -> tuple[Finding[Actor], ...]:
    """The attackers told, each once, by name; contested where two of different sides are told."""
    rows = [(claim, claim.value) for claim in claims if claim.slot == "attacker" and isinstance(claim.value, Actor)]
    named: dict[str, list[tuple[Claim, Actor]]] = {}
    for claim, actor in rows:
        named.setdefault(actor.name, []).append((claim, actor))
    return tuple(
        Finding(told[0][1], told[0][0].quote.text_in(document.text), tuple(claim.id for claim, _ in told))
        for told in named.values()
    )


def _targets(document: Document, claims: Iterable[Claim]) -> tuple[Finding[Target], ...]:
    rows = [(claim, claim.value) for claim in claims if isinstance(claim.value, Target)]
    texts: dict[str, list[tuple[Claim, Target]]] = {}
    for claim, target in rows:
        texts.setdefault(claim.quote.text_in(document.text).lower(), []).append((claim, target))
    return tuple(
        Finding(told[0][1], told[0][0].quote.text_in(document.text), tuple(claim.id for claim, _ in told))
        for told in texts.values()
    )


def _weapons(document: Document, claims: Iterable[Claim]) -> tuple[Weapon, ...]:
    """The means told, each once; what an act's word only suggests yields to means that are named."""
    told = [(claim, claim.value.weapon) for claim in claims if isinstance(claim.value, WeaponUse)]
    implied = {claim.id for claim, weapon in told if weapon in _implied("means") and _is_suggested(document, claim)}
    named = [weapon for claim, weapon in told if claim.id not in implied]
    if any(weapon in _implied("means") for weapon in named):
        return tuple(dict.fromkeys(named))
    return tuple(dict.fromkeys(weapon for _, weapon in told))


def _is_suggested(document: Document, claim: Claim) -> bool:
    return claim.quote.text_in(document.text).lower() in _implied("words")


@cache
def _implied(part: str) -> frozenset[str]:
    return frozenset(lexicon("means_implied")[part])


def _counts(claims: Iterable[Claim]) -> tuple[Count, ...]:
    return tuple(
        Count(
            claim.value.what,
            claim.value.status,
            claim.value.quantity.low,
            claim.value.quantity.best,
            claim.value.quantity.high,
            (claim.id,),
        )
        for claim in claims
        if isinstance(claim.value, ThingFigure)
    )


def act_of(claims: Iterable[Claim]) -> Act | None:
    """The first act told."""
    return next((claim.value for claim in claims if isinstance(claim.value, Act)), None)
