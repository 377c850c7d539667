"""A text cut into segments by the claims that lie over it."""

from dataclasses import dataclass
from itertools import pairwise

from onrecord.export.safe import safe
from onrecord.model.claim import Claim
from onrecord.model.document import Span
from onrecord.model.incident import Record


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same claims. `claims` has the tightest first; `starts` are those that begin here.

    `voice` is True where the words name who says something.
    """

    text: str
    claims: tuple[Claim, ...]
    starts: tuple[Claim, ...]
    voice: bool


def cut_segments(record: Record, part: Span) -> list[Segment]:
    """The segments of a part of the text, cut wherever a claim or the name of a voice begins or ends."""
    claims = [claim for claim in record.claims if claim.quote.overlaps(part)]
    voices = [span for span in _voices(record) if span.overlaps(part)]
    spans = [claim.quote for claim in claims] + voices
    cuts = {part.start, part.end} | {at for span in spans for at in (span.start, span.end)}
    inside = sorted(at for at in cuts if part.start <= at <= part.end)
    text = record.document.text
    return [_segment(Span(start, end), text, claims, voices, part) for start, end in pairwise(inside)]


def _voices(record: Record) -> list[Span]:
    return sorted({claim.voice.span for claim in record.claims if claim.voice and claim.voice.span})


def _segment(span: Span, text: str, claims: list[Claim], voices: list[Span], part: Span) -> Segment:
    over = sorted((claim for claim in claims if claim.quote.covers(span)), key=lambda c: (len(c.quote), c.slot, c.id))
    starts = (claim for claim in over if max(claim.quote.start, part.start) == span.start)
    return Segment(
        text=safe(span.text_in(text)),
        claims=tuple(over),
        starts=tuple(starts),
        voice=any(voice.covers(span) for voice in voices),
    )
