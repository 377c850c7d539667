"""Sources: the voice behind words, resolved to a name, a role and a party."""

from onrecord.model.claim import Voice
from onrecord.model.document import Span
from onrecord.model.reading import Reading


def voice_of(quote: Span, reading: Reading) -> Voice | None:
    """Who says the quoted words; None is the outlet's own voice."""
    return None
