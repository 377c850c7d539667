"""An incident across reports as it is kept for questions, and as it is printed: every rule's tolls stand in it."""

import json
from typing import Any, Final

from onrecord.export.contract import incident_to_contract
from onrecord.link.gather import tolls_of
from onrecord.link.rules import DEFAULT_RULE, RULES
from onrecord.model.incident import Incident
from onrecord.model.linking import LinkedIncident, Revision, Rule, RuledToll
from onrecord.store.derived import MAX_SHORT_DAYS, IncidentRow

BY_RULE: Final = "tolls_by_rule"


def incident_row(linked: LinkedIncident, component: str) -> IncidentRow:
    """An incident as the ledger keeps it for questions."""
    incident = linked.incident
    when, where = incident.when.value if incident.when else None, incident.where
    first = (when.earliest or when.latest) if when else None
    last = (when.latest or when.earliest) if when else None
    return IncidentRow(
        id=incident.id,
        component=component,
        family=incident.family,
        type=incident.type,
        country=where.value.country if where else None,
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
        long=bool(first and last and (last - first).days > MAX_SHORT_DAYS),
        killed=_killed(linked),
        contested=any(toll.contested for toll in incident.tolls),
        places=_places(incident),
        parties=_parties(incident),
        words=_words(incident),
        body=json.dumps(linked_to_contract(linked), ensure_ascii=False, separators=(",", ":")),
        accounts=linked.accounts,
    )


def linked_to_contract(linked: LinkedIncident) -> dict[str, Any]:
    """The incident as the contract's JSON object, with its documents, the tolls by every rule, and their course."""
    return {
        **incident_to_contract(linked.incident),
        "rule": DEFAULT_RULE,
        "documents": list(linked.documents),
        "mentioned_in": list(linked.mentioned_in),
        "outlets": linked.outlets,
        "course": [_revision(step) for step in linked.course],
        BY_RULE: {rule: [_ruled(toll) for toll in tolls_of(linked, rule)] for rule in RULES},
    }


def by_rule(body: dict[str, Any], rule: Rule) -> dict[str, Any]:
    """The printed incident with the tolls of one rule."""
    printed = {**body, "rule": rule, "tolls": body[BY_RULE][rule]}
    del printed[BY_RULE]
    return printed


def killed_by(body: dict[str, Any], rule: Rule) -> int | None:
    """The number of dead by a rule: its best figure, else its low end."""
    for toll in body[BY_RULE][rule]:
        if toll["status"] == "killed" and toll["group"] == "all":
            figure: int | None = toll["best"] if toll["best"] is not None else toll["low"]
            return figure
    return None


def _killed(linked: LinkedIncident) -> int | None:
    tolls = [t for t in linked.incident.tolls if t.status == "killed" and t.group == "all"]
    return next((t.best if t.best is not None else t.low for t in tolls), None)


def _places(incident: Incident) -> str:
    place = incident.where.value if incident.where else None
    return " | ".join((place.name, *place.path)).casefold() if place else ""


def _parties(incident: Incident) -> str:
    named = (f"{found.value.name} {found.value.country or ''}".strip() for found in incident.attackers)
    return " | ".join(named).casefold()


def _words(incident: Incident) -> str:
    targets = " | ".join(found.text for found in incident.targets)
    return f"{incident.summary} | {_places(incident)} | {targets}".casefold()


def _ruled(ruled: RuledToll) -> dict[str, Any]:
    toll = ruled.toll
    return {
        "status": toll.status,
        "group": toll.group,
        "low": toll.low,
        "best": toll.best,
        "high": toll.high,
        "scope": toll.scope,
        "contested": toll.contested,
        "revised": toll.revised,
        "claims": list(toll.claims),
        "voices": ruled.voices,
        "provisional": ruled.provisional,
    }


def _revision(step: Revision) -> dict[str, Any]:
    return {
        "day": step.day.isoformat() if step.day else None,
        "kind": step.kind,
        "status": step.status,
        "group": step.group,
        "low": step.low,
        "best": step.best,
        "high": step.high,
        "said_by": step.said_by,
        "figure": step.figure,
        "document": step.document_id,
        "claims": list(step.claims),
    }
