"""Figures: each independent voice's toll in one report, as the rules of tolls take them."""

from collections.abc import Callable, Iterable

from onrecord.link.accounts import outlet_key
from onrecord.link.additions import is_addition
from onrecord.model.claim import Claim, Voice
from onrecord.model.codes import Revised, SourceRole
from onrecord.model.document import Document
from onrecord.model.incident import Incident, Toll
from onrecord.model.linking import Figure
from onrecord.model.values import Quantity, TollFigure

VoiceKey = Callable[[Voice | None, Document], str]


def voice_key(voice: Voice | None, document: Document) -> str:
    """The key of a voice: the source's name; the outlet's own voice is the outlet's."""
    if voice is None or not voice.source.name:
        return outlet_key(document)
    return f"source:{voice.source.name.casefold()}"


def make_figures(
    document: Document, incident: Incident, claims: Iterable[Claim], key: VoiceKey = voice_key
) -> tuple[Figure, ...]:
    """The figures of one incident in one report: for each toll, one for each voice that states it."""
    by_id = {claim.id: claim for claim in claims}
    found: list[Figure] = []
    for toll in incident.tolls:
        if toll.scope == "incident":
            stated = [by_id[claim_id] for claim_id in toll.claims if claim_id in by_id]
            found += _figures_of(document, toll, [claim for claim in stated if claim.modality == "asserted"], key)
    return tuple(found)


def _figures_of(document: Document, toll: Toll, claims: list[Claim], key: VoiceKey) -> list[Figure]:
    voices: dict[str, list[Claim]] = {}
    for claim in claims:
        voices.setdefault(key(claim.voice, document), []).append(claim)
    if len(voices) <= 1:
        return [_figure(document, toll, name, told, _of_toll(toll)) for name, told in voices.items()]
    own = [(name, told, _own(toll, told)) for name, told in voices.items()]
    figures = [_figure(document, toll, name, told, quantity) for name, told, quantity in own if quantity]
    figures = _without_lesser_own(figures, key(None, document))
    first = next(iter(voices))
    return figures or [_figure(document, toll, first, voices[first], _of_toll(toll))]


def _without_lesser_own(figures: list[Figure], outlet: str) -> list[Figure]:
    """The figures without the outlet's own, where a voice that it quotes gives a greater one: it tells of a part."""
    quoted = max((figure.best for figure in figures if figure.voice != outlet and figure.best is not None), default=0)
    return [figure for figure in figures if figure.voice != outlet or (figure.best or 0) >= quoted]


def _own(toll: Toll, claims: list[Claim]) -> Quantity | None:
    """What one of several voices says of this toll in a figure of its own: the last whole figure it states."""
    whole = [
        claim.value.quantity
        for claim in claims
        if isinstance(claim.value, TollFigure)
        and claim.value.relation in ("total", "addition")
        and claim.value.group == toll.group
    ]
    stated = [quantity for quantity in whole if quantity.best is not None] or whole
    return stated[-1] if stated else None


def _of_toll(toll: Toll) -> Quantity:
    return Quantity(toll.low, toll.best, toll.high)


def _figure(document: Document, toll: Toll, voice: str, claims: list[Claim], quantity: Quantity) -> Figure:
    said_by, role, party = _who(claims[0].voice, document)
    return Figure(
        status=toll.status,
        group=toll.group,
        low=quantity.low if quantity.low is not None else quantity.best,
        best=quantity.best,
        high=quantity.high if quantity.high is not None or any(c.hedge for c in claims) else quantity.best,
        voice=voice,
        said_by=said_by,
        role=role,
        party=party,
        published=document.published,
        document_id=document.id,
        claims=tuple(claim.id for claim in claims),
        relation="addition" if is_addition(document, toll.status, claims) else "total",
        revised=_revised(claims),
        hedged=any(claim.hedge for claim in claims),
    )


def _who(voice: Voice | None, document: Document) -> tuple[str, SourceRole, str | None]:
    if voice is None or not voice.source.name:
        return document.outlet or "the report", "media", None
    return voice.source.name, voice.source.role, voice.source.party


def _revised(claims: list[Claim]) -> Revised | None:
    words = [claim.value.revised for claim in claims if isinstance(claim.value, TollFigure) and claim.value.revised]
    kinds: tuple[Revised, ...] = ("retracted", "down", "up")
    return next((kind for kind in kinds if kind in words), None)
