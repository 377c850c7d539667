"""Accounts: what one report tells of one happening, as values that can be compared with other reports' accounts."""

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit
from zlib import crc32

from onrecord.link.additions import is_addition
from onrecord.link.addresses import addresses_told
from onrecord.link.hours import hours_told
from onrecord.link.names import rare_names
from onrecord.link.scene import scene_words
from onrecord.model.claim import Claim
from onrecord.model.codes import TollStatus
from onrecord.model.document import Document
from onrecord.model.ids import make_id
from onrecord.model.incident import Incident, Record
from onrecord.model.linking import Account

SKETCH_SIZE = (
    24  # of the smallest hashes of a text's five-word runs: two texts share as many of them as they share runs
)
RUN_WORDS = 5
LEAD_CHARACTERS: Final = 600  # of a report that tells no incident: where it says what it is about
OF_A_PLACE: Final = ("an", "ese", "i", "ish", "ite")
SAME_STEM: Final = 4  # letters: "Yemeni" is of Yemen
EVERYBODY: Final = frozenset({"civilians"})  # a target that nearly every report names


def make_accounts(record: Record) -> tuple[Account, ...]:
    """The accounts of one report, in its order; a report that tells no incident gives one in the background.

    The lead has the rare names of the whole report, the others those of their own sentences.
    """
    document = record.document
    sketch = sketch_of(document.text)
    if not record.incidents:
        return (_background(document, sketch),) if record.set_aside or record.claims else ()
    claims = {claim.id: claim for claim in record.claims}
    return tuple(_account(document, incident, rank, claims, sketch) for rank, incident in enumerate(record.incidents))


def outlet_key(document: Document) -> str:
    """The key of a document's own voice: the outlet, else the host of its URL, else the document itself."""
    if document.outlet:
        return f"outlet:{document.outlet.casefold()}"
    host = urlsplit(document.url).hostname if document.url else None
    return f"outlet:{host.removeprefix('www.')}" if host else f"document:{document.copy_of or document.id}"


def sketch_of(text: str) -> tuple[int, ...]:
    """The smallest hashes of the text's runs of five words, in order."""
    words = text.lower().split()
    runs = {" ".join(words[n : n + RUN_WORDS]) for n in range(max(1, len(words) - RUN_WORDS + 1))}
    return tuple(sorted(crc32(run.encode("utf-8", "surrogatepass")) for run in runs)[:SKETCH_SIZE])


def _background(document: Document, sketch: tuple[int, ...]) -> Account:
    identity = make_id("background", document.id)
    names = rare_names(document.text)
    return Account(
        identity,
        document.id,
        0,
        document.published,
        None,
        None,
        background=True,
        names=names,
        scene=scene_words(document.text[:LEAD_CHARACTERS]),
        addresses=addresses_told(document.text[:LEAD_CHARACTERS]),
        outlet=outlet_key(document),
        sketch=sketch,
    )


def _account(
    document: Document, incident: Incident, rank: int, claims: dict[str, Claim], sketch: tuple[int, ...]
) -> Account:
    told = [claims[claim_id] for claim_id in incident.claims if claim_id in claims]
    where = incident.where.value if incident.where else None
    names = rare_names(document.text if rank == 0 else _sentences(document, told))
    known = {claim.voice.source.name for claim in claims.values() if claim.voice}
    known |= {claim.quote.text_in(document.text) for claim in told if claim.slot == "where"}
    return Account(
        id=incident.id,
        document_id=document.id,
        rank=rank,
        published=document.published,
        family=incident.family,
        type=incident.type,
        event_mentions=incident.event_mentions,
        when=incident.when.value if incident.when else None,
        where=where,
        told_where=" ".join(incident.where.text.casefold().split()) if incident.where else "",
        attackers=tuple(sorted({found.value.name.casefold() for found in incident.attackers})),
        targets=tuple(sorted({found.value.kind for found in incident.targets if found.value.kind} - EVERYBODY)),
        weapons=tuple(sorted({weapon for weapon in incident.weapons if weapon != "unspecified"})),
        killed=_bounds(document, incident, "killed", claims),
        injured=_bounds(document, incident, "injured", claims),
        hours=hours_told(_sentences(document, [claim for claim in told if claim.slot in ("act", "when")])),
        names=without((*known, *((where.name, *where.path) if where else ())), names),
        scene=scene_words(_sentences(document, told)),
        addresses=addresses_told(_sentences(document, told)),
        outlet=outlet_key(document),
        sketch=sketch if rank == 0 else (),
    )


def without(known: Iterable[str], names: tuple[str, ...]) -> tuple[str, ...]:
    """The names that are not among known ones: the place is compared as such, and a governor speaks every day.

    Nor what is named after a known place: "Yemeni" beside Yemen.
    """
    words = {word for name in known for word in name.casefold().replace(".", "").split()}
    stems = {word[:SAME_STEM] for word in words if len(word) >= SAME_STEM}

    def is_known(word: str) -> bool:
        return word in words or (word[:SAME_STEM] in stems and word.endswith(OF_A_PLACE))

    return tuple(name for name in names if not all(is_known(word) for word in name.split()))


def _bounds(
    document: Document, incident: Incident, status: TollStatus, claims: dict[str, Claim]
) -> tuple[int, int] | None:
    """The bounds of an incident's roll-up toll; an open end is the other end. What only adds to a toll is none."""
    for toll in incident.tolls:
        if toll.status == status and toll.group == "all" and toll.scope == "incident":
            told = [claims[claim_id] for claim_id in toll.claims if claim_id in claims]
            ends = [end for end in (toll.low, toll.best, toll.high) if end is not None]
            return (min(ends), max(ends)) if ends and not is_addition(document, status, told) else None
    return None


def _sentences(document: Document, claims: list[Claim]) -> str:
    spans = sorted({claim.sentence for claim in claims})
    return " ".join(span.text_in(document.text) for span in spans)
