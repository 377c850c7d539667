"""Bytes to text: which encoding was assumed, and what is no text at all."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from onrecord.errors import InputError

# The first bytes of what people give by mistake, with what it is called.
MAGIC: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
BYTE_ORDER_MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MAX_CONTROL_SHARE: Final = 0.02  # text has a stray control character here and there; a binary file has many
SAMPLE_BYTES: Final = 8192
HALF_EMPTY: Final = 0.8  # share of zero bytes at even or odd places in UTF-16 text of a Latin script


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and a note where its encoding had to be assumed."""

    text: str
    note: str | None = None


def decode(data: bytes) -> Decoded:
    """The text of some bytes: by its byte order mark, as UTF-8, as bare UTF-16, else as Windows-1252.

    Raises InputError for what is no text.
    """
    for mark, marked in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data, marked))
    if encoding := _bare_utf16(data):
        return Decoded(_strictly(data, encoding), f"The encoding is not stated; read as {encoding.upper()}.")
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _assume(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"It says that it is {encoding.upper()} and is not, from byte {error.start} on.") from error


def _bare_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark, told by a zero beside nearly every letter."""
    sample = data[:SAMPLE_BYTES]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if half and odd / half > HALF_EMPTY and not even:
        return "utf-16-le"
    return "utf-16-be" if half and even / half > HALF_EMPTY and not odd else None


def _refuse_binary(data: bytes) -> None:
    kind = next((name for magic, name in MAGIC if data.startswith(magic)), None)
    if kind:
        raise InputError(f"It is {kind}, not a text. Save its text as a file and read that.")
    sample = data[:SAMPLE_BYTES]
    if len(CONTROL.findall(sample)) > MAX_CONTROL_SHARE * len(sample):
        raise InputError("It is a binary file, not a text.")


def _assume(data: bytes) -> Decoded:
    """UTF-8 with broken bytes where most of it is UTF-8; else Windows-1252, the commonest of the old encodings."""
    patched = data.decode("utf-8", "replace")
    broken = patched.count("\ufffd")
    if sum(char > "\x7f" for char in patched) > 2 * broken:
        return Decoded(patched, f"Not valid UTF-8: {broken} broken byte(s) are shown as \ufffd.")
    try:
        return Decoded(data.decode("cp1252"), "Not valid UTF-8; read as Windows-1252.")
    except UnicodeDecodeError:
        return Decoded(data.decode("latin-1"), "Not valid UTF-8; read as ISO 8859-1.")
