"""onrecord puts incidents on the record: what happened, where, when, to how many people, and on whose word.

    import onrecord
    record = onrecord.read(text, published="2024-01-09")
    for incident in record.incidents:
        print(incident.summary)

`read` and `Reader` read; `Record` and what it holds are in `onrecord.export.shape`; errors in `onrecord.errors`.
Nothing heavy is imported before the first call.
"""

from typing import TYPE_CHECKING, Any

import onrecord.read as _room  # the room of the same name, loaded first: it would else take the function's place
from onrecord.errors import OnRecordError

if TYPE_CHECKING:
    from datetime import date

    from onrecord.api import Reader
    from onrecord.export.shape import Record

__version__ = "0.1.0"
__all__ = ["OnRecordError", "Reader", "Record", "__version__", "read"]

del _room


def read(
    text: str,
    *,
    published: "date | str | None" = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
    full: bool = False,
) -> "Record":
    """The record of one report. `published` is the day that words like "on Tuesday" count from.

    The model is loaded at the first call and kept. `full` adds attributions, places and dates. What cannot be read
    (an empty text, another language) is in `record.failures`. Raises DateError for a `published` that is no date,
    UsageError for a `text` that is no string, ModelError where the parser's model is not installed.
    """
    from onrecord import api

    return api.read(text, published=published, outlet=outlet, title=title, url=url, id=id, full=full)


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the lazy names of the public API
    if name == "Reader":
        from onrecord.api import Reader

        return Reader
    if name == "Record":
        from onrecord.export.shape import Record

        return Record
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
