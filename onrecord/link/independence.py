"""Independence across reports: which documents copy others, and which figures are one voice's."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from onrecord.link.accounts import outlet_key
from onrecord.link.copies import find_copies
from onrecord.link.figures import VoiceKey
from onrecord.link.rules import in_time
from onrecord.link.voices import same_voice
from onrecord.model.claim import Claim, Voice
from onrecord.model.document import Document
from onrecord.model.linking import Figure


def find_origins(documents: Iterable[Document]) -> dict[str, str]:
    """For each copy among documents in the order of publication the id of the document that it reprints."""
    ordered = list({document.id: document for document in documents}.values())
    if len(ordered) < 2:
        return {}
    return find_copies([(document.id, document.text) for document in ordered])


def keyed_by_origin(key: VoiceKey, documents: Iterable[Document], origins: Mapping[str, str]) -> VoiceKey:
    """The key of voices under which a copy's own voice is that of what it copies."""
    by_id = {document.id: document for document in documents}

    def key_of(voice: Voice | None, document: Document) -> str:
        return key(voice, by_id[origins.get(document.id, document.id)])

    return key_of


def outlets_of(documents: Iterable[Document], origins: Mapping[str, str]) -> int:
    """How many outlets tell it in words of their own."""
    return len({outlet_key(document) for document in documents if document.id not in origins})


def join_voices(figures: Iterable[Figure], claims: Mapping[str, Claim], origins: Mapping[str, str]) -> list[Figure]:
    """The figures with one key for what is one voice: one speaker in any spelling, one institution with one figure."""
    known: list[tuple[str, Claim]] = []
    joined: list[Figure] = []
    for figure in sorted(figures, key=in_time):
        claim = claims[figure.claims[0]]
        name = figure.voice
        if claim.voice is not None:
            name = next((voice for voice, other in known if same_voice(other, claim, origins)), _own(figure, known))
            if not any(_says_the_same(other, claim) for voice, other in known if voice == name):
                known.append((name, claim))
        joined.append(replace(figure, voice=name))
    return joined


def _own(figure: Figure, known: list[tuple[str, Claim]]) -> str:
    """A key for a voice that is none of the known: residents in two reports are two voices."""
    taken = {voice for voice, _ in known}
    return figure.voice if figure.voice not in taken else f"{figure.voice}|{figure.document_id}"


def _says_the_same(left: Claim, right: Claim) -> bool:
    """Whether two claims would be told from any third alike."""
    return (
        left.voice is not None
        and right.voice is not None
        and (left.voice.source, left.value)
        == (
            right.voice.source,
            right.value,
        )
    )
