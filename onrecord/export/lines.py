"""Records as JSON: one object a line, or one object for one document."""

from collections.abc import Iterable, Iterator

from onrecord.export.contract import to_contract
from onrecord.export.plain import to_json
from onrecord.model.incident import Record


def jsonl(records: Iterable[Record], *, full: bool = False) -> Iterator[str]:
    """One line a record, as each is read."""
    for record in records:
        yield to_json(to_contract(record, full=full)) + "\n"


def json_object(records: Iterable[Record], *, full: bool = False) -> Iterator[str]:
    """One indented object where there is one record, an array of them where there are several."""
    texts = (to_json(to_contract(record, full=full), indent=2) for record in records)
    first, second = next(texts, None), next(texts, None)
    if second is None:
        yield f"{first or '[]'}\n"
        return
    yield f"[\n{first},\n{second}"
    for text in texts:
        yield f",\n{text}"
    yield "\n]\n"
