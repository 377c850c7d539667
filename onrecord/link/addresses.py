"""Addresses: the block or street where something happened, as local papers tell it: "the 1900 block of Main"."""

import re
from typing import Final

BLOCK: Final = re.compile(r"\b(\d{2,5}) block\b")
KINDS: Final = {
    "street": "street",
    "st": "street",
    "avenue": "avenue",
    "ave": "avenue",
    "road": "road",
    "rd": "road",
    "drive": "drive",
    "dr": "drive",
    "lane": "lane",
    "boulevard": "boulevard",
    "blvd": "boulevard",
    "highway": "highway",
    "parkway": "parkway",
}
STREET: Final = re.compile(rf"\b([A-Z][\w’']+|\d+(?:st|nd|rd|th)) ({'|'.join(kind.title() for kind in KINDS)})\b")
MAX_ADDRESSES: Final = 8  # of one account: the first that it tells


def addresses_told(text: str) -> tuple[str, ...]:
    """The blocks and streets that a text tells, folded, in its order: "1900 block", "tamarisk street"."""
    found = {match.start(): f"{match[1]} block" for match in BLOCK.finditer(text)}
    found |= {match.start(): f"{match[1].lower()} {KINDS[match[2].lower()]}" for match in STREET.finditer(text)}
    return tuple(dict.fromkeys(found[start] for start in sorted(found)))[:MAX_ADDRESSES]
