"""The capital: "in the capital" is a town of the country that the report speaks of."""

import re
from collections.abc import Iterator
from typing import Final

from onrecord.model.document import Span
from onrecord.model.reading import Mention
from onrecord.model.values import Place
from onrecord.normalize.gazetteer import Gazetteer
from onrecord.normalize.places_value import place_of
from onrecord.registry import states

CAPITAL: Final = re.compile(
    r"\b(?:in|of|near|outside|around|across|throughout|at) (the capital)\b"
    r"(?! city\b|,? (?:of\b|[A-Z])|'s\b|’s\b| (?:punishment|market|gain|flow|murder|sum|offen[cs]e|cost|spend)\w*)"
)
# Countries whose capital and seat of government are not one town, or in dispute: which is meant is not told.
TWO_SEATS: Final = frozenset(["BJ", "BO", "BI", "CI", "GQ", "IL", "NL", "PS", "LK", "MY", "SZ", "ZA", "TZ"])


def capital_told(text: str, country: Mention | None, gazetteer: Gazetteer) -> Iterator[Mention]:
    """The places of "in the capital", where the report speaks of one country above all."""
    iso2 = country.value.country if country and isinstance(country.value, Place) else None
    row = next((row for row in states() if row.iso2 == iso2 and row.seats), None)
    if row is None or row.iso2 in TWO_SEATS or "the capital" not in text:
        return
    towns = [c for c in gazetteer.lookup(row.seats[0]) if c.kind == "city" and c.country == row.iso2]
    for match in CAPITAL.finditer(text) if towns else ():
        yield Mention(Span(*match.span(1)), "PLACE", place_of(towns[0], gazetteer), kind="place")
