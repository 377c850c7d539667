"""The course of a toll: each day's new figures, what the rule then gave, and the kind of each revision."""

from collections.abc import Iterable
from typing import Literal

from onrecord.link.rules import by_kind, in_time, toll_by
from onrecord.model.codes import Revised
from onrecord.model.incident import Toll
from onrecord.model.linking import Figure, Revision, Rule, RuledToll

Kind = Literal["first", "up", "down", "same", "retracted", "contested"]


def course_of(figures: Iterable[Figure], rule: Rule) -> tuple[Revision, ...]:
    """The revisions of all tolls of an incident, in the order in which they were published."""
    found: list[Revision] = []
    for told in by_kind(figures).values():
        found += _course(told, rule)
    return tuple(sorted(found, key=lambda r: (r.day is not None, r.day, r.status, r.group, r.document_id, r.said_by)))


def tolls_by(rule: Rule, figures: Iterable[Figure]) -> tuple[RuledToll, ...]:
    """All tolls of an incident by a rule, each with how it was last revised."""
    found: list[RuledToll] = []
    for told in by_kind(figures).values():
        ruled = toll_by(rule, told)
        if ruled:
            toll = ruled.toll
            found.append(RuledToll(rule, _revised(toll, _last_revision(told, rule)), ruled.voices, ruled.provisional))
    return tuple(found)


def _revised(toll: Toll, revised: Revised | None) -> Toll:
    return Toll(
        toll.status, toll.group, toll.low, toll.best, toll.high, toll.scope, toll.contested, revised, toll.claims
    )


def _last_revision(told: list[Figure], rule: Rule) -> Revised | None:
    kinds = [step.kind for step in _course(told, rule)]
    revisions: dict[str, Revised] = {"up": "up", "down": "down", "retracted": "retracted"}
    return next((revisions[kind] for kind in reversed(kinds) if kind in revisions), None)


def _course(told: list[Figure], rule: Rule) -> list[Revision]:
    """One step for each figure that says something new; figures of one day are taken in together."""
    steps: list[Revision] = []
    so_far: list[Figure] = []
    before: Toll | None = None
    for figure in sorted(told, key=in_time):
        so_far.append(figure)
        ruled = toll_by(rule, so_far)
        now = ruled.toll if ruled else None
        kind = _kind(before, now, figure)
        if kind != "same":
            steps.append(_step(figure, kind, now))
        before = now or before
    return steps


def _kind(before: Toll | None, now: Toll | None, figure: Figure) -> Kind:
    if before is None:
        return "first"
    if now is None or figure.revised == "retracted":
        return "retracted"
    was, has = _number(before), _number(now)
    if was is not None and has is not None and was != has:
        return "up" if has > was else "down"
    return "contested" if now.contested and not before.contested else "same"


def _number(toll: Toll) -> int | None:
    """The number by which a toll is said to rise or fall: the best, else the high end."""
    return toll.best if toll.best is not None else toll.high


def _step(figure: Figure, kind: Kind, now: Toll | None) -> Revision:
    return Revision(
        day=figure.published,
        kind=kind,
        status=figure.status,
        group=figure.group,
        low=now.low if now else None,
        best=now.best if now else None,
        high=now.high if now else None,
        said_by=figure.said_by,
        figure=_words(figure),
        document_id=figure.document_id,
        claims=figure.claims,
    )


def _words(figure: Figure) -> str:
    """The figure as the voice gave it: "5", "at least 5", "3–5", "1 more"."""
    if figure.revised == "retracted":
        return "taken back"
    more = " more" if figure.relation == "addition" else ""
    if figure.best is None:
        return f"at least {figure.low}{more}" if figure.low is not None else "not stated"
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        return f"{figure.low}–{figure.high}{more}"
    return f"at least {figure.best}{more}" if figure.high is None else f"{figure.best}{more}"
