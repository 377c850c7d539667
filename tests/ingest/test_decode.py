import pytest

from onrecord.errors import InputError
from onrecord.ingest.decode import decode

WORDS = "The café in Arlen was hit, the mayor said. – “Two hurt.”"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_stated_encodings_are_read_without_a_note(encoding: str) -> None:
    decoded = decode(WORDS.encode(encoding))
    assert (decoded.text, decoded.note) == (WORDS, None)


@pytest.mark.parametrize(
    ("encoding", "named"), [("cp1252", "Windows-1252"), ("utf-16-le", "UTF-16-LE"), ("utf-16-be", "UTF-16-BE")]
)
def test_an_assumed_encoding_is_named(encoding: str, named: str) -> None:
    words = WORDS if encoding == "cp1252" else "Two men were hurt in Arlen."
    decoded = decode(words.encode(encoding))
    assert decoded.text == words
    assert named in (decoded.note or "")


def test_a_byte_that_windows_1252_lacks_is_read_as_iso_8859_1() -> None:
    assert "ISO 8859-1" in (decode(b"caf\xe9 \x81").note or "")


def test_utf_8_with_a_broken_byte_stays_utf_8() -> None:
    decoded = decode("“Drei” – naïve café, Łódź, été".encode() + b"\xff end")
    assert decoded.text.endswith("\ufffd end")
    assert "1 broken byte" in (decoded.note or "")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 rest", "PDF"),
        (b"PK\x03\x04rest", "ZIP archive"),
        (b"\x89PNG\r\n", "PNG"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"\xff\xfea", "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, kind: str) -> None:
    with pytest.raises(InputError, match=kind):
        decode(data)


def test_a_stray_control_character_is_text() -> None:
    assert decode(b"Two men were hurt.\x00 Three were not, the mayor of Arlen said." * 3).note is None
