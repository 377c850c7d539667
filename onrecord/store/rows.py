"""Values of the model to rows of the ledger, and back."""

import json
from datetime import date
from typing import Any

from onrecord.model.claim import Claim
from onrecord.model.codec import from_json, to_json
from onrecord.model.document import Document, Span
from onrecord.model.ids import make_id

DOCUMENT_COLUMNS = "id, text, sha256, url, outlet, title, published, lang, copy_of, notes"
CLAIM_COLUMNS = (
    "id, document_id, event_mention_id, slot, quote_start, quote_end, sentence_start, sentence_end, "
    "voice, modality, hedge, value, origin"
)


def document_row(document: Document) -> tuple[Any, ...]:
    """The columns of DOCUMENT_COLUMNS."""
    published = document.published.isoformat() if document.published else None
    return (
        document.id,
        document.text,
        document.sha256,
        document.url,
        document.outlet,
        document.title,
        published,
        document.lang,
        document.copy_of,
        json.dumps(document.notes, ensure_ascii=False),
    )


def document_of(row: tuple[Any, ...]) -> Document:
    """The document of a row of DOCUMENT_COLUMNS."""
    identity, text, sha256, url, outlet, title, published, lang, copy_of, notes = row
    day = date.fromisoformat(published) if published else None
    return Document(identity, text, sha256, url, outlet, title, day, lang, copy_of, tuple(json.loads(notes)))


def claim_row(claim: Claim) -> tuple[Any, ...]:
    """The columns of CLAIM_COLUMNS."""
    return (
        claim.id,
        claim.document_id,
        claim.event_mention_id,
        claim.slot,
        claim.quote.start,
        claim.quote.end,
        claim.sentence.start,
        claim.sentence.end,
        to_json(claim.voice) if claim.voice else None,
        claim.modality,
        claim.hedge,
        to_json(claim.value) if claim.value is not None else None,
        claim.origin,
    )


def claim_of(row: tuple[Any, ...]) -> Claim:
    """The claim of a row of CLAIM_COLUMNS."""
    identity, document_id, mention, slot, start, end, sentence_start, sentence_end = row[:8]
    voice, modality, hedge, value, origin = row[8:]
    return Claim(
        id=identity,
        document_id=document_id,
        event_mention_id=mention,
        slot=slot,
        quote=Span(start, end),
        sentence=Span(sentence_start, sentence_end),
        voice=from_json(voice) if voice else None,
        modality=modality,
        hedge=hedge,
        value=from_json(value) if value else None,
        origin=origin,
    )


def claim_digest(row: tuple[Any, ...]) -> str:
    """The digest of a claim's row: equal for equal claims of equal origin."""
    return make_id(json.dumps(row, ensure_ascii=False, separators=(",", ":")))
