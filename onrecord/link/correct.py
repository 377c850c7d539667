"""Corrections: a person's word on a claim, carried into the incident that rests on it. The claim itself stays."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final, TypeVar

from onrecord.link.anchors import find_claim, find_incident
from onrecord.link.assemble import choose_when, choose_where
from onrecord.link.tellings import TOLL_SLOTS
from onrecord.link.tolls import combine_tolls
from onrecord.model.claim import Claim
from onrecord.model.codes import FAMILY_OF, IncidentType
from onrecord.model.document import Document
from onrecord.model.incident import Finding, Incident
from onrecord.model.ledger import Correction
from onrecord.model.values import Act

T = TypeVar("T")

INCIDENT: Final = "incident"  # the slot of a correction that takes a whole incident off the record
PERSON: Final = "person:"  # the origin of what a person gave


def correct(
    document: Document, incidents: tuple[Incident, ...], claims: tuple[Claim, ...], corrections: Iterable[Correction]
) -> tuple[tuple[Incident, ...], tuple[Claim, ...]]:
    """The incidents and claims of a report as people corrected them; the latest correction of a claim stands."""
    said = list(corrections)
    standing_incidents = _not_retracted(incidents, claims, said)
    by_claim = {find_claim(one, claims): one for one in said if one.slot != INCIDENT}
    changed = {claim_id: correction for claim_id, correction in by_claim.items() if claim_id is not None}
    if not changed:
        return standing_incidents, claims
    kept = tuple(_corrected(claim, changed.get(claim.id)) for claim in claims)
    standing = tuple(claim for claim in kept if claim is not None)
    return tuple(_redo(document, incident, standing, set(changed)) for incident in standing_incidents), standing


def _not_retracted(
    incidents: tuple[Incident, ...], claims: tuple[Claim, ...], said: list[Correction]
) -> tuple[Incident, ...]:
    """The incidents without those that a person took off the record; a type given later brings one back."""
    gone: set[str | None] = set()
    for one in said:
        if one.slot == INCIDENT:
            gone.add(find_incident(one.anchor, incidents, claims))
        elif isinstance(one.value, Act):
            gone.discard(find_incident(one.anchor, incidents, claims))
    return tuple(incident for incident in incidents if incident.id not in gone)


def _corrected(claim: Claim, correction: Correction | None) -> Claim | None:
    """The claim with the person's value; None where the person rejected it."""
    if correction is None:
        return claim
    if correction.value is None:
        return None
    return replace(claim, value=correction.value, hedge=None, origin=f"{PERSON}{correction.corrected_by}")


def _redo(document: Document, incident: Incident, claims: tuple[Claim, ...], changed: set[str]) -> Incident:
    """The incident with its findings made anew from the claims that stand."""
    if not changed & set(incident.claims):
        return incident
    ids = set(incident.claims)
    mine = tuple(claim for claim in claims if claim.id in ids)
    left = {claim.id for claim in mine}
    standing = tuple(claim for claim in mine if claim.modality == "asserted")
    kind = _type_of(incident, standing)
    return replace(
        incident,
        family=FAMILY_OF[kind],
        type=kind,
        when=choose_when(document, standing),
        where=choose_where(document, standing),
        attackers=_still_told(incident.attackers, left),
        targets=_still_told(incident.targets, left),
        tolls=combine_tolls(tuple(claim for claim in standing if claim.slot in TOLL_SLOTS)),
        claims=tuple(claim_id for claim_id in incident.claims if claim_id in left),
    )


def _type_of(incident: Incident, claims: tuple[Claim, ...]) -> IncidentType:
    """The type that a person gave, else the one that was told."""
    given = [claim.value.type for claim in claims if isinstance(claim.value, Act) and claim.origin.startswith(PERSON)]
    return given[-1] if given else incident.type


def _still_told(findings: tuple[Finding[T], ...], left: set[str]) -> tuple[Finding[T], ...]:
    """The findings that still rest on a claim."""
    return tuple(finding for finding in findings if left & set(finding.claims))
