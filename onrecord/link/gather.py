"""Gathering: the members of a cluster become one incident across reports, each value with the claims it rests on."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from onrecord.link.assemble import DATE_RANK, TYPE_RANK
from onrecord.link.course import course_of, tolls_by
from onrecord.link.figures import VoiceKey, make_figures, voice_key
from onrecord.link.independence import find_origins, join_voices, keyed_by_origin, outlets_of
from onrecord.link.rules import DEFAULT_RULE, RULES
from onrecord.link.summary import summarize
from onrecord.link.tellings import days_meet, places_meet
from onrecord.model.codes import FAMILY_OF, PLACE_RANK
from onrecord.model.incident import Finding, Incident
from onrecord.model.linking import Figure, LinkedIncident, Member, Rule, RuledToll
from onrecord.model.values import Actor, Interval, Place, Target

V = TypeVar("V", Interval, Place, Actor, Target)


def gather(members: Iterable[Member], key: VoiceKey = voice_key) -> LinkedIncident | None:
    """The incident that the members tell; None where all of them tell it in the background only.

    Its id is the id of the member published first, so it stays when others come to it later.
    """
    ordered = sorted(members, key=in_order)
    told = [member for member in ordered if member.incident is not None]
    if not told:
        return None
    origins = find_origins(member.document for member in ordered)
    by_origin = keyed_by_origin(key, [member.document for member in ordered], origins)
    figures = _figures(told, by_origin, origins)
    ruled = tuple(toll for rule in RULES for toll in tolls_by(rule, figures))
    documents, mentioned = _documents(ordered)
    return LinkedIncident(
        incident=_incident(told, ruled),
        documents=documents,
        mentioned_in=mentioned,
        accounts=tuple(member.account.id for member in ordered),
        tolls=ruled,
        course=course_of(figures, DEFAULT_RULE),
        outlets=outlets_of((member.document for member in ordered), origins),
    )


def tolls_of(linked: LinkedIncident, rule: Rule) -> tuple[RuledToll, ...]:
    """The tolls of an incident by one rule."""
    return tuple(toll for toll in linked.tolls if toll.rule == rule)


def in_order(member: Member) -> tuple[bool, date, str, int, str]:
    """A key that sorts members by publication, those without a day last; the rest makes the order one."""
    account = member.account
    return account.published is None, account.published or date.max, account.document_id, account.rank, account.id


def _figures(told: list[Member], key: VoiceKey, origins: dict[str, str]) -> list[Figure]:
    """The figures of all reports, each under the key of its voice."""
    figures = [
        figure
        for member in told
        if member.incident
        for figure in make_figures(member.document, member.incident, member.claims, key)
    ]
    return join_voices(figures, {claim.id: claim for member in told for claim in member.claims}, origins)


def _documents(ordered: list[Member]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The documents that lead with the incident, and those that tell it beside another.

    Where none leads with it, the one that tells it first stands for it.
    """
    leading = [member.document.id for member in ordered if member.account.rank == 0]
    if not leading:
        leading = [min(ordered, key=lambda m: (m.account.rank, in_order(m))).document.id]
    others = [member.document.id for member in ordered if member.document.id not in leading]
    return tuple(dict.fromkeys(leading)), tuple(dict.fromkeys(others))


def _incident(told: list[Member], ruled: tuple[RuledToll, ...]) -> Incident:
    incidents = [member.incident for member in told if member.incident is not None]
    first = incidents[0]
    kinds = [incident.type for incident in incidents]
    kind = min(kinds, key=lambda t: (TYPE_RANK.get(t, 0), -kinds.count(t), kinds.index(t)))
    when = _agreed([i.when for i in incidents if i.when], lambda v: DATE_RANK[v.precision], days_meet)
    where = _agreed([i.where for i in incidents if i.where], lambda v: PLACE_RANK[v.precision], places_meet)
    attackers = _joined([f for i in incidents for f in i.attackers], lambda actor: actor.name.casefold())
    targets = _targets([f for i in incidents for f in i.targets])
    weapons = tuple(dict.fromkeys(weapon for i in incidents for weapon in i.weapons))
    tolls = tuple(toll.toll for toll in ruled if toll.rule == DEFAULT_RULE)
    return replace(
        first,
        family=FAMILY_OF[kind],
        type=kind,
        summary=summarize(kind, where, attackers, targets, weapons, tolls),
        when=when,
        where=where,
        attackers=attackers,
        targets=targets,
        weapons=weapons,
        tolls=tolls,
        counts=tuple(dict.fromkeys(count for i in incidents for count in i.counts)),
        claims=tuple(dict.fromkeys(claim for i in incidents for claim in i.claims)),
        event_mentions=tuple(dict.fromkeys(mention for i in incidents for mention in i.event_mentions)),
    )


def _agreed(
    findings: Sequence[Finding[V]], rank: Callable[[V], int], meet: Callable[[V, V], bool]
) -> Finding[V] | None:
    """The tightest value that most reports agree with; contested where another cannot hold with it."""
    if not findings:
        return None
    votes = {n: sum(meet(one.value, other.value) for other in findings) for n, one in enumerate(findings)}
    best: int = min(votes, key=lambda n: (-votes[n], rank(findings[n].value), n))
    value = findings[best].value
    agreeing: list[Finding[V]] = [finding for finding in findings if meet(value, finding.value)]
    claims = tuple(dict.fromkeys((*findings[best].claims, *(c for f in agreeing for c in f.claims))))
    return Finding(value, findings[best].text, claims, len(agreeing) < len(findings))


def _joined(findings: Iterable[Finding[V]], name: Callable[[V], Hashable]) -> tuple[Finding[V], ...]:
    """Each value once, told most first, with the claims of all that tell it."""
    groups: dict[Hashable, list[Finding[V]]] = {}
    for finding in findings:
        groups.setdefault(name(finding.value), []).append(finding)
    joined = [_one(group) for group in groups.values()]
    told = Counter({id(one): len(groups[name(one.value)]) for one in joined})
    return tuple(sorted(joined, key=lambda one: -told[id(one)]))


def _targets(findings: list[Finding[Target]]) -> tuple[Finding[Target], ...]:
    """Each target once: by its kind, or by its words where the kind is not known."""
    groups: dict[str, list[Finding[Target]]] = {}
    for finding in findings:
        groups.setdefault(finding.value.kind or finding.text.casefold(), []).append(finding)
    return tuple(_one(group) for group in sorted(groups.values(), key=lambda group: -len(group)))


def _one(group: list[Finding[V]]) -> Finding[V]:
    claims = tuple(dict.fromkeys(claim for finding in group for claim in finding.claims))
    return Finding(group[0].value, group[0].text, claims, any(finding.contested for finding in group))
