"""Text that is safe to show: what a terminal or a page would obey, and not show, becomes visible."""

import re
from typing import Final

# Controls, half characters, and marks that turn the direction of the text around.
UNSAFE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def safe(text: str) -> str:
    """The text with each unsafe character as U+FFFD; as long as before."""
    return UNSAFE.sub("\ufffd", text)


def clean(text: str) -> str:
    """The text on one line, safe to show."""
    return safe(" ".join(text.split()))
