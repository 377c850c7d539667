"""Showing one incident whole: its tolls and their course, every claim with its voice, why its reports were joined."""

import json
from collections.abc import Iterator
from typing import Any

from onrecord.export.words import code_words, figure_words, voice_words
from onrecord.ledger.asking import View
from onrecord.ledger.incidents import linked_to_contract
from onrecord.ledger.linking import doubts, why_joined
from onrecord.link.correct import INCIDENT
from onrecord.model.claim import Claim
from onrecord.model.ledger import Correction, Held, Judgment
from onrecord.model.linking import Account, Edge, LinkedIncident
from onrecord.model.values import Act, Interval, Place, TollFigure
from onrecord.store import derived
from onrecord.store.view import claim_seen, corrections, judgments


def show(view: View, handle: str) -> dict[str, Any]:
    """All that the ledger knows of the incident that an id means, as plain values."""
    incident_id = view.resolve(handle)
    accounts = derived.accounts_in(view.target, incident_id)
    linked = view.linker.gather(accounts)
    assert linked is not None
    found = derived.get_accounts(view.target, linked.accounts)
    ordered = [found[name] for name in linked.accounts]
    return {
        **linked_to_contract(linked),
        "reports": [_report(view, account) for account in ordered],
        "all_claims": [claim for account in ordered for claim in _claims(view, account)],
        "joined": [_edge(edge, view) for edge in why_joined(view.linker, linked)],
        "judged": list(_judged(view, linked)),
        "corrected": [correction_row(one) for one in _corrected(view, ordered)],
        "doubts": _doubts(view, linked),
    }


def _report(view: View, account: Account) -> dict[str, Any]:
    held = _held(view, account.document_id)
    document = held.document
    return {
        "document": document.id,
        "outlet": document.outlet,
        "title": document.title,
        "url": document.url,
        "published": document.published.isoformat() if document.published else None,
        "account": account.id,
        "leads": account.rank == 0 and not account.background,
        "background": account.background,
        "added": held.recorded_at,
        "failures": [failure.reason for failure in document.failures],
    }


def _claims(view: View, account: Account) -> Iterator[dict[str, Any]]:
    """The claims of one account, in text order, each with its sentence and when the ledger saw it."""
    held = _held(view, account.document_id)
    incident = next((one for one in held.body.incidents if one.id == account.id), None)
    mine = set(incident.claims) if incident else set()
    seen = claim_seen(view.source, held.document.id, view.clocks)
    said = {c.claim_id: c for c in corrections(view.source, view.clocks)}
    for claim in held.claims:
        if claim.id in mine:
            first, last = seen.get(claim.id, (None, None))
            by = said[claim.id].corrected_by if claim.id in said else None
            yield {**_claim(claim, held), "first_seen": first, "last_seen": last, "corrected_by": by}


def _claim(claim: Claim, held: Held) -> dict[str, Any]:
    text = held.document.text
    return {
        "id": claim.id,
        "document": claim.document_id,
        "slot": claim.slot,
        "quote": claim.quote.text_in(text),
        "start": claim.quote.start,
        "end": claim.quote.end,
        "sentence": " ".join(claim.sentence.text_in(text).split()),
        "voice": voice_words(claim.voice, claim.modality, held.document.outlet),
        "modality": claim.modality,
        "origin": claim.origin,
    }


def _edge(edge: Edge, view: View) -> dict[str, Any]:
    found = derived.get_accounts(view.target, (edge.left, edge.right))
    documents = [found[name].document_id for name in (edge.left, edge.right)]
    return {"documents": documents, "verdict": edge.verdict, "score": edge.score, "reasons": list(edge.reasons)}


def _judged(view: View, linked: LinkedIncident) -> Iterator[dict[str, Any]]:
    """People's judgments that touch this incident."""
    for judgment in judgments(view.source, view.clocks):
        if {view.linker.account_of(judgment.left), view.linker.account_of(judgment.right)} & set(linked.accounts):
            yield judgment_row(judgment)


def _corrected(view: View, accounts: list[Account]) -> list[Correction]:
    """People's corrections in the reports of this incident."""
    documents = {account.document_id for account in accounts}
    return [one for one in corrections(view.source, view.clocks) if one.anchor.document_id in documents]


def correction_row(correction: Correction) -> dict[str, Any]:
    """A correction as plain values."""
    return {
        "id": correction.id,
        "claim": correction.claim_id,
        "document": correction.anchor.document_id,
        "slot": correction.slot,
        "words": correction.anchor.text,
        "now": value_words(correction),
        "why": correction.why,
        "by": correction.corrected_by,
        "at": correction.corrected_at,
    }


def value_words(correction: Correction) -> str:
    """What a correction says, in words."""
    match correction.value:
        case TollFigure(quantity=quantity):
            return f"now {figure_words(quantity.low, quantity.best, quantity.high)}"
        case Interval(earliest=earliest, latest=latest):
            return f"now {earliest}" if earliest == latest else f"now {earliest} to {latest}"
        case Place(path=path):
            return f"now {', '.join(path)}"
        case Act(type=name):
            return f"now {code_words(name)}"
    return "no incident" if correction.slot == INCIDENT else "rejected"


def judgment_row(judgment: Judgment) -> dict[str, Any]:
    """A judgment as plain values."""
    return {
        "id": judgment.id,
        "verdict": judgment.verdict,
        "documents": [judgment.left.document_id, judgment.right.document_id],
        "words": [judgment.left.text, judgment.right.text],
        "why": judgment.why,
        "by": judgment.judged_by,
        "at": judgment.judged_at,
    }


def _doubts(view: View, linked: LinkedIncident) -> list[dict[str, Any]]:
    """For each other incident that this may be the same as, the judgment that says so the most."""
    best: dict[str | None, dict[str, Any]] = {}
    for edge in doubts(view.linker, linked):
        doubt = _doubt(view, linked, edge)
        best.setdefault(doubt["incident"], doubt)
    return list(best.values())


def _doubt(view: View, linked: LinkedIncident, edge: Edge) -> dict[str, Any]:
    """An open judgment between this incident and another."""
    other = edge.right if edge.left in linked.accounts else edge.left
    incident = derived.incident_of(view.target, other)
    summary = next((json.loads(body)["summary"] for body in _bodies(view, incident)), None)
    return {"incident": incident, "summary": summary, "score": edge.score, "reasons": list(edge.reasons)}


def _bodies(view: View, incident: str | None) -> list[str]:
    return derived.get_bodies(view.target, [incident]) if incident else []


def _held(view: View, document_id: str) -> Held:
    held = view.linker.held(document_id)
    assert held is not None
    return held
