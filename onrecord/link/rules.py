"""The tolls of an incident by named rules: what many voices say, as low, best and high. Never an average.

ranged   for each independent voice its latest figure; low the least, high the greatest, best by role and recency
ucdp     the same low and high; best is what most voices say, the lower one among equals
acled    the most conservative figure of any voice
ibc      minimum and maximum, no best; provisional below two independent voices
latest   the newest figure, whoever says it
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Final, get_args

from onrecord.model.codes import SourceRole, TollGroup, TollStatus
from onrecord.model.incident import Toll
from onrecord.model.linking import Figure, Rule, RuledToll

STATUSES: Final[tuple[TollStatus, ...]] = get_args(TollStatus)
GROUPS: Final[tuple[TollGroup, ...]] = get_args(TollGroup)
RULES: Final[tuple[Rule, ...]] = get_args(Rule)
DEFAULT_RULE: Final[Rule] = "ranged"

# Who is believed first among figures of the same days: those who count the dead, then those who are told of them.
# A party to the conflict counts last, whichever party it is.
ROLE_ORDER: Final[tuple[SourceRole, ...]] = (
    "emergency_service",
    "medical",
    "police",
    "local_authority",
    "national_authority",
    "un_ngo",
    "monitor",
    "media",
    "witness",
    "expert",
    "other",
    "party_to_conflict",
)
RECENT_DAYS: Final = 3  # a figure older than the newest by more than this gives way to newer ones, whoever says them
INDEPENDENT_VOICES: Final = 2  # below it IBC calls a figure provisional

Bounds = tuple[int | None, int | None, int | None]


def toll_by(rule: Rule, figures: Iterable[Figure]) -> RuledToll | None:
    """The toll of one status and group by a rule; None where no voice's figure stands."""
    told = sorted(figures, key=in_time)
    latest = latest_by_voice(told)
    if not latest:
        return None
    low, best, high = _RULES[rule](latest)
    voices = len({figure.voice for figure in latest})
    toll = Toll(
        status=latest[0].status,
        group=latest[0].group,
        low=low,
        best=best,
        high=high,
        scope="incident",
        contested=is_contested(latest),
        revised=None,
        claims=tuple(dict.fromkeys(claim for figure in latest for claim in figure.claims)),
    )
    return RuledToll(rule, toll, voices, rule == "ibc" and voices < INDEPENDENT_VOICES)


def by_kind(figures: Iterable[Figure]) -> dict[tuple[TollStatus, TollGroup], list[Figure]]:
    """The figures of each status and group, the dead first, of each status all people first."""
    kinds: dict[tuple[TollStatus, TollGroup], list[Figure]] = {}
    for figure in sorted(figures, key=in_time):
        kinds.setdefault((figure.status, figure.group), []).append(figure)
    return {kind: kinds[kind] for kind in sorted(kinds, key=lambda k: (STATUSES.index(k[0]), GROUPS.index(k[1])))}


def in_time(figure: Figure) -> tuple[date, str, str, tuple[str, ...]]:
    """A key that sorts figures by publication, those without a day first; the rest makes the order one."""
    return figure.published or date.min, figure.document_id, figure.voice, figure.claims


def latest_by_voice(told: list[Figure]) -> list[Figure]:
    """The latest figure of each independent voice, additions added to what stood; a voice that took it back is gone."""
    standing: dict[str, Figure] = {}
    added: set[tuple[date | None, int | None]] = set()
    for figure in told:
        if figure.relation == "addition":
            whole = _restated(figure, told)
            if whole is not None:
                _add_own(standing, figure, whole)
            elif (figure.published, figure.best) not in added:
                _add(standing, figure)
            added.add((figure.published, figure.best))
        elif figure.revised == "retracted":
            standing = {voice: one for voice, one in standing.items() if voice != figure.voice}
        else:
            standing[figure.voice] = figure
    return sorted(standing.values(), key=in_time)


def is_contested(latest: list[Figure]) -> bool:
    """True where two voices' figures cannot both hold: a voice says less than another had said by then.

    A figure that has only grown with the days is no contest.
    """
    return any(_contradict(first, second) for first in latest for second in latest if first.voice != second.voice)


def best_figure(latest: list[Figure]) -> Figure:
    """Among the figures of the newest days the one whose voice comes first in ROLE_ORDER, then the newest."""
    newest = max((figure.published for figure in latest if figure.published), default=None)
    recent = [figure for figure in latest if _is_recent(figure, newest)]
    return min(recent, key=lambda f: (ROLE_ORDER.index(f.role), -_ordinal(f), -(f.best or 0), in_time(f)))


def _add(standing: dict[str, Figure], figure: Figure) -> None:
    """Put deaths that came later on top of the best figure that stood, and of those that say the same.

    What another voice counts otherwise is not touched; alone the deaths are a figure of their own.
    """
    if not standing:
        standing[figure.voice] = figure
        return
    best = best_figure(sorted(standing.values(), key=in_time)).best
    for voice, before in list(standing.items()):
        if before.best != best:
            continue
        standing[voice] = _plus(before, figure)


def _add_own(standing: dict[str, Figure], figure: Figure, whole: Figure) -> None:
    """Put later deaths on the voice's own figure only, where its report gives the new total and the sum is that."""
    own = standing.get(figure.voice)
    if own is not None and (own.best or 0) + (figure.best or 0) == whole.best:
        standing[figure.voice] = _plus(own, figure)


def _plus(before: Figure, figure: Figure) -> Figure:
    """A figure with later deaths on top."""
    more = figure.best or 0
    return replace(
        before,
        low=None if before.low is None else before.low + more,
        best=None if before.best is None else before.best + more,
        high=None if before.high is None else before.high + more,
        published=figure.published,
        claims=(*before.claims, *figure.claims),
    )


def _restated(addition: Figure, told: list[Figure]) -> Figure | None:
    """The new total that the same report also gives, and that then counts alone."""
    whole = (other for other in told if other.document_id == addition.document_id and other.relation == "total")
    return next(whole, None)


def _contradict(first: Figure, second: Figure) -> bool:
    """Whether `second` came no later than `first` and says more than `first` can mean."""
    if first.published is not None and second.published is not None and second.published > first.published:
        return False
    ceiling = first.high if first.high is not None else (None if first.hedged else first.best)
    floor = second.low if second.low is not None else second.best
    return ceiling is not None and floor is not None and floor > ceiling


def _is_recent(figure: Figure, newest: date | None) -> bool:
    if newest is None:
        return True
    return figure.published is not None and (newest - figure.published).days <= RECENT_DAYS


def _ordinal(figure: Figure) -> int:
    return figure.published.toordinal() if figure.published else 0


def _least(latest: list[Figure]) -> int | None:
    return min((f.low for f in latest if f.low is not None), default=None)


def _greatest(latest: list[Figure]) -> int | None:
    """The greatest high end; a voice that sets none counts with its figure."""
    ends = [end for f in latest for end in (f.high, f.best, f.low) if end is not None]
    return max(ends, default=None)


def _ranged(latest: list[Figure]) -> Bounds:
    return _least(latest), best_figure(latest).best, _greatest(latest)


def _ucdp(latest: list[Figure]) -> Bounds:
    said = [figure.best for figure in latest if figure.best is not None]
    best = min(said, key=lambda number: (-said.count(number), number)) if said else None
    return _least(latest), best, _greatest(latest)


def _acled(latest: list[Figure]) -> Bounds:
    least = min((f.best if f.best is not None else f.low or 0 for f in latest), default=None)
    return least, least, least


def _ibc(latest: list[Figure]) -> Bounds:
    return _least(latest), None, _greatest(latest)


def _latest(latest: list[Figure]) -> Bounds:
    newest = max(latest, key=lambda f: (_ordinal(f), f.best or 0, in_time(f)))
    return newest.low, newest.best, newest.high


_RULES: Final[dict[Rule, Callable[[list[Figure]], Bounds]]] = {
    "ranged": _ranged,
    "ucdp": _ucdp,
    "acled": _acled,
    "ibc": _ibc,
    "latest": _latest,
}
