"""Web pages: the main text, title, date and outlet. Nothing that a page asks for is fetched or followed."""

import logging
import re
from typing import Any, Final

from onrecord.errors import InputError
from onrecord.ingest.decode import Decoded, decode
from onrecord.ingest.document import Defaults, Fields, make_document
from onrecord.model.document import Document, Failure

CHARSET: Final = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
HEAD_BYTES: Final = 4096  # the encoding is declared within the first 1024 bytes, says HTML; pages are lax
MAX_PAGE_CHARS: Final = 3_000_000  # the largest pages of news sites have some two million, nearly all of it script
MAX_ATTRIBUTES: Final = 2000  # of one tag: the parser compares each with each
LONG_TAG: Final = re.compile(r"<[A-Za-z][^<>]{10000,}")
MIN_SENTENCE_WORDS: Final = 8
LOOKS_LIKE: Final = re.compile(rb"\s*(?:<!doctype\s+html|<html|<\?xml[^>]*>\s*<!doctype\s+html)", re.IGNORECASE)


def looks_like_html(data: bytes) -> bool:
    """True where bytes begin as a web page does."""
    return bool(LOOKS_LIKE.match(data.removeprefix(b"\xef\xbb\xbf")))


def read_html(data: bytes, defaults: Defaults, origin: str) -> Document | Failure:
    """The article of a page as a document; what the page does not say of itself is as the user said."""
    try:
        decoded = _decode_page(data)
    except InputError as error:
        return Failure("encoding", str(error), origin)
    if refused := _refuse(decoded.text):
        return Failure("html", refused, origin)
    found = _extract(decoded.text)
    if found is None or not _is_article(found.text or ""):
        return Failure("html", "No article was found in the page.", origin)
    fields = Fields(
        title=found.title or None,
        published=found.date or None,
        outlet=found.sitename or None,
        url=found.url or None,
        notes=(decoded.note,) if decoded.note else (),
    )
    return make_document(found.text, fields, defaults, origin)


def _refuse(page: str) -> str | None:
    """Why a page is not even parsed: it is made, or grown, to keep a parser busy."""
    if len(page) > MAX_PAGE_CHARS:
        return f"The page has {len(page):,} characters; a page may have {MAX_PAGE_CHARS:,}."
    if any(tag[0].count("=") > MAX_ATTRIBUTES for tag in LONG_TAG.finditer(page)):
        return f"A tag of the page has more than {MAX_ATTRIBUTES:,} attributes."
    return None


def _is_article(text: str) -> bool:
    """True where some line is as long as a sentence; menus and buttons are shorter."""
    return any(len(line.split()) >= MIN_SENTENCE_WORDS for line in text.splitlines())


def _decode_page(data: bytes) -> Decoded:
    """The page's text in the encoding that it declares, where that holds."""
    declared = CHARSET.search(data[:HEAD_BYTES])
    if declared:
        try:
            return Decoded(data.decode(declared[1].decode("ascii")))
        except (LookupError, UnicodeError):
            pass  # a page that declares what it is not, or an encoding that nobody knows: tell from the bytes
    return decode(data)


def _extract(page: str) -> Any:  # noqa: ANN401 - trafilatura's Document, which is not typed as such
    """Main text and facts of a page. The date is taken from what the page states of itself, never guessed from its
    text; no clock decides which dates can be."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page without an article is our own Failure
    dates = {"original_date": True, "extensive_search": False, "max_date": "2999-12-31"}
    return trafilatura.bare_extraction(
        page, include_comments=False, with_metadata=True, date_extraction_params=dates, deduplicate=False
    )
