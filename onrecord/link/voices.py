"""Independence: when two claims are one voice. The cases are argued in docs/decisions/independence.md."""

import re
from collections.abc import Mapping
from typing import Final, Literal

from onrecord.model.claim import Claim
from onrecord.model.codes import SourceRole
from onrecord.model.names import folded, name_words, same_name
from onrecord.model.values import Quantity, Source, ThingFigure, TollFigure

Reason = Literal["one report's own voice", "copies of one text", "the same speaker", "the same institution and figure"]

# Those who speak for a body that collects figures: two of one body who give one figure had it from the same list.
OFFICIAL: Final[frozenset[SourceRole]] = frozenset(
    {"party_to_conflict", "national_authority", "local_authority", "emergency_service", "police", "medical"}
)
SERVES_A_PLACE: Final[frozenset[SourceRole]] = frozenset({"police", "emergency_service"})
# A body with the place that it is of: "Police in Ostby", "Norland's government".
PLACED: Final = re.compile(
    r"(?P<owner>[^'’]+)['’]s? (?P<body>.+)|(?P<of>.+?) (?:of|in|for) (?:the )?(?P<place>[A-Z].*)"
)
# Words for many unnamed people: in two reports they need not be the same ones.
CROWDS: Final = frozenset(
    {
        *("residents", "witnesses", "eyewitnesses", "locals", "villagers", "survivors", "relatives", "neighbors"),
        *(
            "officials",
            "sources",
            "source",
            "media",
            "reports",
            "activists",
            "medics",
            "doctors",
            "rescuers",
            "resident",
        ),
        *("witness", "official", "observers", "analysts", "experts", "families", "survivor", "named", "eyewitness"),
    }
)


def same_voice(left: Claim, right: Claim, origins: Mapping[str, str] | None = None) -> bool:
    """Whether two claims are one voice and so bear each other out no more than one of them alone."""
    return why_same(left, right, origins) is not None


def why_same(left: Claim, right: Claim, origins: Mapping[str, str] | None = None) -> Reason | None:
    """The reason for which two claims are one voice, or None: they are two.

    `origins` gives for each copy the id of the document that it reprints (`link.copies`).
    """
    one_text = _origin(left, origins) == _origin(right, origins)
    if left.voice is None or right.voice is None:
        if left.voice is not None or right.voice is not None or not one_text:
            return None
        return "one report's own voice" if left.document_id == right.document_id else "copies of one text"
    one, other = left.voice.source, right.voice.source
    if same_speaker(one, other) and (one_text or not _is_crowd(one.name)):
        return "the same speaker"
    if left.document_id != right.document_id and one_text and _figure(left) == _figure(right):
        return "copies of one text"
    if same_institution(one, other) and _figure(left) is not None and _figure(left) == _figure(right):
        return "the same institution and figure"
    return None


def same_speaker(left: Source, right: Source) -> bool:
    """One name in any spelling, and no two parties: "Andreï K." and "Andrey K.", but not two defense ministries."""
    if _two_parties(left, right):
        return False
    return same_name(left.name, right.name) or _same_body(left.name, right.name)


def same_institution(left: Source, right: Source) -> bool:
    """Two who speak for one party in one official capacity: a governor and "regional authorities" of one country.

    Police and rescuers serve the place where it happened, so that their party need not be told.
    """
    if left.role != right.role or left.role not in OFFICIAL or _two_parties(left, right):
        return False
    return left.party == right.party is not None or left.role in SERVES_A_PLACE


def _two_parties(left: Source, right: Source) -> bool:
    return left.party is not None and right.party is not None and left.party != right.party


def _same_body(left: str, right: str) -> bool:
    """Whether two names are one body's, with its place or without: "the government of Norland", "the government"."""
    (body, place), (other, elsewhere) = _body_and_place(left), _body_and_place(right)
    return same_name(body, other) and (not place or not elsewhere or same_name(place, elsewhere))


def _body_and_place(name: str) -> tuple[str, str]:
    """ "Norland's government" and "the government of Norland" are "government" and "Norland"."""
    match = PLACED.fullmatch(name)
    if match is None:
        return name, ""
    return (match["of"], match["place"]) if match["of"] else (match["body"], match["owner"])


def _origin(claim: Claim, origins: Mapping[str, str] | None) -> str:
    return (origins or {}).get(claim.document_id, claim.document_id)


def _is_crowd(name: str) -> bool:
    return any(folded(word) in CROWDS for word in name.split()) or not name_words(name)


def _figure(claim: Claim) -> Quantity | None:
    """The bounds of a claim's figure, without the words that hedge it."""
    if not isinstance(claim.value, TollFigure | ThingFigure):
        return None
    quantity = claim.value.quantity
    return Quantity(quantity.low, quantity.best, quantity.high)
