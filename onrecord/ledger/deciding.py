"""What people decide: whether two accounts tell one happening, what a claim should have said, what is no incident."""

from onrecord.errors import LedgerError, UsageError
from onrecord.ledger.adding import link
from onrecord.ledger.asking import View
from onrecord.link.correct import INCIDENT
from onrecord.model.claim import Claim
from onrecord.model.ids import make_id
from onrecord.model.incident import Incident
from onrecord.model.ledger import Anchor, Clocks, Correction, Held, Judgment, Verdict
from onrecord.model.values import Value
from onrecord.store.ledger import Ledger
from onrecord.store.view import claims_of_handle, documents_of_handle, judgments


def judge(ledger: Ledger, handles: tuple[str, str], verdict: Verdict, by: str, why: str) -> Judgment:
    """Append a person's judgment of the accounts that two ids mean, and make their incidents anew.

    An id is that of an incident, an event mention, a claim or a document (its leading account).
    """
    view = View(ledger.connection, ledger.connection, Clocks())
    left, right = (find_anchor(view, handle) for handle in handles)
    if left == right:
        raise UsageError(f"{handles[0]} and {handles[1]} mean the same account; name two.")
    count = len(judgments(ledger.connection))
    judgment = Judgment(make_id("judgment", count, ledger.now, by), left, right, verdict, why, by, ledger.now)
    ledger.judge(judgment)
    link(ledger)
    return judgment


def correct(ledger: Ledger, handle: str, value: Value | None, by: str, why: str) -> Correction:
    """Append a person's correction of a claim; None rejects it. Its incident is made anew."""
    claim = find_claim(ledger, handle)
    return _append(ledger, claim, claim.slot, value, by, why)


def retract(ledger: Ledger, handle: str, by: str, why: str) -> Correction:
    """Append a person's word that what a claim's report tells there is no incident; a new type brings it back."""
    claim = find_claim(ledger, handle)
    if claim.event_mention_id is None:
        raise UsageError(f"Claim {claim.id} belongs to no incident; reject it with --reject.")
    return _append(ledger, claim, INCIDENT, None, by, why)


def _append(ledger: Ledger, claim: Claim, slot: str, value: Value | None, by: str, why: str) -> Correction:
    held = View(ledger.connection, ledger.connection, Clocks()).linker.held(claim.document_id)
    assert held is not None
    anchor = Anchor(claim.document_id, claim.quote, claim.quote.text_in(held.document.text), claim.event_mention_id)
    identity = make_id("correction", claim.id, ledger.now, by, slot, value)
    correction = Correction(identity, claim.id, anchor, slot, value, why, by, ledger.now)
    ledger.correct(correction)
    link(ledger)
    return correction


def find_claim(ledger: Ledger, handle: str) -> Claim:
    """The claim of an id or the beginning of one."""
    found = claims_of_handle(ledger.connection, handle)
    if not found:
        raise LedgerError(f"No claim has the id {handle}. `onrecord show INCIDENT` lists the claims with their ids.")
    if len(found) > 1:
        raise UsageError(f"{handle} is the beginning of several claims' ids; give more of it.")
    return found[0]


def find_anchor(view: View, handle: str) -> Anchor:
    """The words that an id stands for: the act of the account that it names."""
    found = [anchor for held in _documents(view, handle) for anchor in _anchors(held, handle)]
    if not found:
        raise LedgerError(f"Nothing on the ledger has the id {handle}. `onrecord incidents` lists what there is.")
    if len(found) > 1:
        raise UsageError(f"{handle} is the beginning of several ids; give more of it.")
    return found[0]


def _documents(view: View, handle: str) -> list[Held]:
    ids = documents_of_handle(view.source, handle)
    held = [view.linker.held(document_id) for document_id in dict.fromkeys((*ids, handle))]
    return [one for one in held if one is not None]


def _anchors(held: Held, handle: str) -> list[Anchor]:
    incidents = held.body.incidents
    if held.document.id == handle:
        return [_anchor(held, incident) for incident in incidents[:1]]
    named = [incident for incident in incidents if _is_named(incident, handle)]
    return [_anchor(held, incident) for incident in named]


def _is_named(incident: Incident, handle: str) -> bool:
    return any(name.startswith(handle) for name in (incident.id, *incident.event_mentions, *incident.claims))


def _anchor(held: Held, incident: Incident) -> Anchor:
    """The quote of the account's act, else of its first claim."""
    claims = [claim for claim in held.claims if claim.id in incident.claims]
    acts = [claim for claim in claims if claim.slot == "act"] or claims
    first = acts[0]
    mention = first.event_mention_id or (incident.event_mentions[0] if incident.event_mentions else None)
    return Anchor(held.document.id, first.quote, first.quote.text_in(held.document.text), mention)
