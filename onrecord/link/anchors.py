"""Anchors: the words that a person judged, found again in what a better reader made of the document."""

from collections.abc import Iterable

from onrecord.model.claim import Claim
from onrecord.model.document import Span
from onrecord.model.incident import Incident
from onrecord.model.ledger import Anchor, Correction


def find_incident(anchor: Anchor, incidents: Iterable[Incident], claims: Iterable[Claim]) -> str | None:
    """The incident of the report that an anchor means: by the event mention's id, else by the words it rests on.

    Where no incident rests on words that overlap the anchor's, the answer is None, and the caller lists the judgment.
    """
    told = list(incidents)
    for incident in told:
        if anchor.event_mention_id is not None and anchor.event_mention_id in incident.event_mentions:
            return incident.id
    by_id = {claim.id: claim for claim in claims}
    overlaps = [(_overlap(anchor.span, incident, by_id), -n) for n, incident in enumerate(told)]
    best = max(overlaps, default=(0, 0))
    return told[-best[1]].id if best[0] > 0 else None


def find_claim(correction: Correction, claims: Iterable[Claim]) -> str | None:
    """The claim that a correction means: by its id, else the one of its slot whose quote overlaps the most."""
    told = list(claims)
    if any(claim.id == correction.claim_id for claim in told):
        return correction.claim_id
    span = correction.anchor.span
    alike = [claim for claim in told if claim.slot == correction.slot and claim.quote.overlaps(span)]
    return max(alike, key=lambda claim: (_shared(claim.quote, span), claim.id)).id if alike else None


def _overlap(span: Span, incident: Incident, claims: dict[str, Claim]) -> int:
    """Characters that the anchor shares with the quotes of an incident's claims."""
    quotes = {claims[claim_id].quote for claim_id in incident.claims if claim_id in claims}
    return sum(_shared(span, quote) for quote in quotes)


def _shared(left: Span, right: Span) -> int:
    return max(0, min(left.end, right.end) - max(left.start, right.start))
