"""Ids are hashes of what they name: the same input gives the same id, on any machine, for ever."""

import hashlib

ID_LENGTH = 16  # hex digits: 64 bits, enough for billions of claims


def make_id(*parts: object) -> str:
    """A short stable id of the parts; None and "" differ.

    >>> make_id("a", None) == make_id("a", "")
    False
    """
    packed = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    return hashlib.sha256(packed.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


def text_sha256(text: str) -> str:
    """The SHA-256 of a text in UTF-8, as hex digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
