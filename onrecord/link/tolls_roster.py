"""Rosters in tolls: persons told one by one, each counted once, however often a report comes back to them."""

from collections.abc import Iterable
from dataclasses import replace

from onrecord.link.tolls_arithmetic import Bounds
from onrecord.model.document import Span
from onrecord.model.names import same_listed
from onrecord.model.values import TollFigure

Listed = tuple[Span, TollFigure]  # a sentence and a person, or some, listed in it


def count_listed(listed: Iterable[Listed]) -> int:
    """How many persons are listed: the named once each; of those with no name, the most of one kin in a sentence.

    "Ana Lund and her son", and later "Ana, 34, and her son Nils": two. Kin are kin of whoever speaks, so where names
    are listed, those without one count only beside a name: "his aunt", in another sentence, may be Ana. "Ole's aunt"
    (`definite`) is somebody in particular.
    """
    listed = list(listed)
    beside = {sentence for sentence, figure in listed if figure.name}
    listed = [row for row in listed if not beside or row[0] in beside or row[1].definite]
    names: list[tuple[str, str]] = []
    unnamed: dict[tuple[Span, str], int] = {}
    for sentence, figure in listed:
        if not figure.name:
            unnamed[sentence, figure.whom] = unnamed.get((sentence, figure.whom), 0) + (figure.quantity.best or 0)
        elif not any(same_listed(figure.name, name) for name, _ in names):
            names.append((figure.name, figure.whom))
    most: dict[str, int] = {}
    for (_, kin), number in unnamed.items():
        most[kin] = max(most.get(kin, 0), number)
    known = {kin: sum(whom == kin for _, whom in names) for kin in most}
    return len(names) + sum(max(0, number - known[kin]) for kin, number in most.items())


def with_listed(stated: Bounds | None, number: int) -> Bounds:
    """A group's toll with the persons listed of it: they raise what the report states, and never lower it."""
    if stated is None:
        return Bounds(number, number, number)
    if number <= (stated.best if stated.best is not None else stated.low - 1):
        return stated
    return replace(stated, low=number, best=number, high=max(number, stated.high))
