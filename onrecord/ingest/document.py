"""Making documents: the one place where a text becomes a Document or a Failure."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from onrecord.errors import DateError
from onrecord.ingest.language import find_language, name_language
from onrecord.ingest.published import parse_published
from onrecord.model.codes import Stage
from onrecord.model.document import Document, Failure
from onrecord.model.ids import make_id, text_sha256

MAX_CHARS: Final = 300_000  # some 50,000 words, a book: a minute or two of reading
MAX_BYTES: Final = 8_000_000  # of one document, however it is written


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the user said of all inputs, for those that do not say it themselves."""

    published: date | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """What an input says of itself beside its text; `published` as it was written."""

    id: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()


def make_document(text: str, fields: Fields, defaults: Defaults, origin: str) -> Document | Failure:
    """A document, or why there is none: it is empty, too long, or surely not in
    English. A date that is none fails alone, not the document."""
    id = fields.id or make_id(fields.url, text)
    if not text.strip():
        return Failure("input", "It is empty.", origin, id)
    if len(text) > MAX_CHARS:
        return too_long(len(text), origin, id)
    lang = find_language(text)
    if lang and lang != "en":
        return Failure("language", f"The text is in {name_language(lang)}; onrecord reads English.", origin, id)
    day, notes, failures = _published(fields.published, origin, id)
    return Document(
        id=id,
        text=text,
        sha256=text_sha256(text),
        url=fields.url,
        outlet=fields.outlet or defaults.outlet,
        title=fields.title,
        published=day or (None if notes or failures else defaults.published),
        lang=lang,
        notes=(*fields.notes, *notes),
        failures=failures,
    )


def too_long(size: int, origin: str, id: str | None = None, unit: str = "characters") -> Failure:
    """The failure of a text that is too long to be one report."""
    most = MAX_CHARS if unit == "characters" else MAX_BYTES
    reason = f"It has {size:,} {unit}; one document may have {most:,}. Split it into its reports."
    return Failure("input", reason, origin, id)


def failure(stage: Stage, reason: object, origin: str) -> Failure:
    """A failure before there was a document."""
    return Failure(stage, str(reason), origin)


def _published(words: str | None, origin: str, id: str) -> tuple[date | None, tuple[str, ...], tuple[Failure, ...]]:
    try:
        published = parse_published(words)
    except DateError as error:
        return None, (), (Failure("date", f"{error} The text was read without it.", origin, id),)
    return published.day, (published.note,) if published.note else (), ()
