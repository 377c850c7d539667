"""Comparing two accounts: small named functions, each with a value from -1 to 1 and its reason in words."""

import math
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from onrecord.link.distance import kilometers
from onrecord.link.hours import hours_apart
from onrecord.link.names import weight_sum
from onrecord.model.codes import FAMILY_OF, VIOLENT
from onrecord.model.linking import Account, Comparison
from onrecord.model.values import REPORT_ANCHOR, Place

NEAR_KM: Final = 25.0  # the contract's "near"
APART_KM: Final = 40.0  # two towns, not one
COPY_SHARE: Final = 0.6  # of the sketch: the texts are one
NAMES_ALIKE: Final = 0.30  # a share of rare names with which two accounts tell one happening, whatever else is told
NAMES_ENOUGH: Final = 20.0  # less weight of names counts as this: two of three names are no proof
NAMES_PLENTY: Final = 8.0  # a weight of names from which sharing none of them is as telling as it gets
SCENE_ENOUGH: Final = 3  # words of a scene: fewer count as so many
SCENE_ALIKE: Final = 0.5  # a share of them with which two scenes are one
SCENE_NONE: Final = -0.4  # no word shared: another scene, or other words for it
FAR_DAYS: Final = 7  # days misread by a week are one report's; further off it is another happening's
HOURS_APART: Final = 3
DOUBLING: Final = 0.25  # what each doubling of a toll speaks against its being one
GROWN_TOO_FAR: Final = 5.0  # a toll that has grown more than so many times is another's
WIDE: Final = frozenset({"adm1", "region", "sea"})

ABDUCTION: Final = "abduction_forced_disappearance"
UNSPECIFIC: Final = frozenset({"unspecified_strike", "attack", "armed_clash", "other"})


def compare(left: Account, right: Account) -> tuple[Comparison, ...]:
    """All comparisons that two accounts allow, in a fixed order; what one of them leaves open is left out."""
    found = (comparison(left, right) for comparison in COMPARISONS)
    return tuple(one for one in found if one is not None)


def compare_copy(left: Account, right: Account) -> Comparison | None:
    """Two texts that share most of their runs of words are one text."""
    if not left.sketch or not right.sketch:
        return None
    share = len(set(left.sketch) & set(right.sketch)) / min(len(left.sketch), len(right.sketch))
    return Comparison("copy", 1.0, "the texts are nearly the same") if share >= COPY_SHARE else None


def compare_names(left: Account, right: Account) -> Comparison | None:
    """The share of rare names: "Laila Orvan", "4100 block"."""
    total = weight_sum(left.names), weight_sum(right.names)
    if not all(total):
        return None
    shared = sorted(set(left.names) & set(right.names), key=lambda name: (-len(name), name))
    share = weight_sum(shared) / math.sqrt(max(NAMES_ENOUGH, total[0]) * max(NAMES_ENOUGH, total[1]))
    if not shared:
        return Comparison("names", -0.3 * min(1.0, min(total) / NAMES_PLENTY), "no rare name in common")
    return Comparison("names", min(1.0, share / NAMES_ALIKE), f"rare names in common: {', '.join(shared[:4])}")


def compare_scene(left: Account, right: Account) -> Comparison | None:
    """What stands about in it: "restaurant", "birthday". Few words say little, whether they are shared or not."""
    least = min(len(left.scene), len(right.scene))
    if not least:
        return None
    theirs = set(right.scene)
    shared = [word for word in left.scene if word in theirs]
    if not shared:
        return Comparison("scene", SCENE_NONE * min(1.0, least / SCENE_ENOUGH), "no word of the scene in common")
    share = len(shared) / max(SCENE_ENOUGH, least)
    return Comparison("scene", min(1.0, share / SCENE_ALIKE), f"the scene: {', '.join(sorted(shared)[:4])}")


def compare_address(left: Account, right: Account) -> Comparison | None:
    """The blocks and streets of a town."""
    return _compare_sets("address", left.addresses, right.addresses, -1.0)


def compare_day(left: Account, right: Account) -> Comparison | None:
    """The days on which each says it happened."""
    if left.when is None or right.when is None:
        return _after_publication(left, right) or _published_apart(left, right)
    a, b = _told_days(left), _told_days(right)
    if a is None or b is None:
        return _after_publication(left, right)
    gap = _gap_days(a, b)
    if gap <= 0:
        width = max(_width(a), _width(b))
        value = 1.0 if width <= 1 else 0.6 if width <= 7 else 0.2
        return Comparison("day", value, f"the same day ({_said(a)})" if width == 0 else "their days meet")
    if gap == 1:
        return Comparison("day", 0.1, "days next to each other")
    return Comparison("day", -0.6 if gap == 2 else -1.0, f"{gap} days apart")


def compare_far(left: Account, right: Account) -> Comparison | None:
    """Days further apart than a slip: the more telling where each report tells, in words, the news of its own day."""
    a, b = _told_days(left), _told_days(right)
    gap = _gap_days(a, b) if a and b else 0
    if gap <= FAR_DAYS:
        return None
    if _is_news(left) and _is_news(right):
        return Comparison("far", -1.0, "each is the news of its own day")
    return Comparison("far", -0.5, f"more than {FAR_DAYS} days apart")


def _is_news(account: Account) -> bool:
    """Whether a report was published soon after the day that its own words tell."""
    days, published = _told_days(account), account.published
    assumed = account.when is not None and account.when.anchor == REPORT_ANCHOR
    return bool(days and published and not assumed and 0 <= (published - days[1]).days <= FAR_DAYS)


def _told_days(account: Account) -> tuple[date, date] | None:
    when = account.when
    return (when.earliest, when.latest) if when and when.earliest and when.latest else None


def compare_place(left: Account, right: Account) -> Comparison | None:
    """The places, each within its precision."""
    a, b = left.where, right.where
    if a is None or b is None:
        return Comparison("vague", -1.0, "a place is not told")
    if a.country and b.country and a.country != b.country:
        return Comparison("place", -1.0, f"{a.country_name or a.country} and {b.country_name or b.country}")
    if "country" in (a.precision, b.precision):
        return Comparison("vague", -1.0, "a place is told by its country only")
    if a.gazetteer_id == b.gazetteer_id and a.name == b.name:
        return Comparison("place", 0.5 if a.precision in WIDE else 1.0, f"both in {a.name}")
    if a.name in b.path or b.name in a.path:
        return Comparison("place", 0.4 if WIDE & {a.precision, b.precision} else 0.7, _one_in_other(a, b))
    if left.told_where and left.told_where == right.told_where and not WIDE & {a.precision, b.precision}:
        return Comparison("place", 0.5, f"both told as {a.name}")  # two places of one name: one of them is misread
    return _compare_distance(a, b)


def compare_type(left: Account, right: Account) -> Comparison | None:
    """The kinds of act."""
    if left.type is None or right.type is None:
        return None
    if left.type == right.type:
        return Comparison("type", 0.5 if left.type in UNSPECIFIC else 1.0, f"both: {left.type.replace('_', ' ')}")
    families = {FAMILY_OF[left.type], FAMILY_OF[right.type]}
    if ABDUCTION in (left.type, right.type):
        return Comparison("type", -0.5, f"{left.type.replace('_', ' ')} and {right.type.replace('_', ' ')}")
    if families <= VIOLENT and UNSPECIFIC & {left.type, right.type}:
        return Comparison("type", 0.2, "kinds of act that go together")
    if len(families) == 1:
        return Comparison("type", -0.2, f"{left.type.replace('_', ' ')} and {right.type.replace('_', ' ')}")
    return Comparison("type", -1.0, f"{left.type.replace('_', ' ')} and {right.type.replace('_', ' ')}")


def compare_weapon(left: Account, right: Account) -> Comparison | None:
    """The means."""
    return _compare_sets("weapon", left.weapons, right.weapons, -0.5)


def compare_attacker(left: Account, right: Account) -> Comparison | None:
    """Those named as attackers; two sides that accuse each other may still tell one happening."""
    return _compare_sets("attacker", left.attackers, right.attackers, -0.5)


def compare_target(left: Account, right: Account) -> Comparison | None:
    """What or whom it was aimed at."""
    return _compare_sets("target", left.targets, right.targets, -1.0)


def compare_hour(left: Account, right: Account) -> Comparison | None:
    """The hours of the day."""
    gap = hours_apart(left.hours, right.hours)
    if gap is None:
        return None
    if gap == 0:
        return Comparison("hour", 0.4, "the same hour of the day")
    return Comparison("hour", -1.0, f"{gap} hours apart") if gap >= HOURS_APART else None


def compare_killed(left: Account, right: Account) -> Comparison | None:
    """The dead, as a figure that may have grown between two reports."""
    return _compare_toll("killed", left, right, left.killed, right.killed)


def compare_injured(left: Account, right: Account) -> Comparison | None:
    """The injured, as a figure that may have grown between two reports."""
    return _compare_toll("injured", left, right, left.injured, right.injured)


COMPARISONS: Final[tuple[Callable[[Account, Account], Comparison | None], ...]] = (
    compare_copy,
    compare_names,
    compare_scene,
    compare_address,
    compare_day,
    compare_far,
    compare_place,
    compare_type,
    compare_weapon,
    compare_attacker,
    compare_target,
    compare_killed,
    compare_injured,
    compare_hour,
)


def _after_publication(left: Account, right: Account) -> Comparison | None:
    """What one says happened after the other was published is not what the other tells."""
    for one, other in ((left, right), (right, left)):
        earliest = one.when.earliest if one.when else None
        if earliest and other.published and earliest > other.published + timedelta(days=1):
            return Comparison("day", -1.0, "one happened after the other was published")
    return None


def _published_apart(left: Account, right: Account) -> Comparison | None:
    if left.published is None or right.published is None:
        return None
    gap = abs((left.published - right.published).days)
    return Comparison("day", 0.3 if gap <= 1 else 0.1, f"published {gap} days apart") if gap <= 3 else None


def _gap_days(a: tuple[date, date], b: tuple[date, date]) -> int:
    """The days between two closed intervals; 0 or less where they meet."""
    return max((a[0] - b[1]).days, (b[0] - a[1]).days)


def _width(interval: tuple[date, date]) -> int:
    first, last = interval
    return (last - first).days


def _said(interval: tuple[date, date]) -> str:
    return interval[0].isoformat()


def _one_in_other(a: Place, b: Place) -> str:
    return f"{a.name} lies in {b.name}" if b.name in a.path else f"{b.name} lies in {a.name}"


def _compare_distance(a: Place, b: Place) -> Comparison | None:
    if WIDE & {a.precision, b.precision}:
        apart = a.adm1 is not None and b.adm1 is not None and a.adm1 != b.adm1
        return Comparison("place", -1.0, f"{a.name} and {b.name}") if apart else None
    distance = kilometers(a, b)
    if distance is None:
        return None
    if distance <= NEAR_KM:
        return Comparison("place", 0.6 if distance <= 10 else 0.3, f"{a.name} and {b.name}, {distance:.0f} km apart")
    return Comparison("place", -1.0, f"{distance:.0f} km apart") if distance > APART_KM else None


def _compare_sets(name: str, left: tuple[str, ...], right: tuple[str, ...], none_shared: float) -> Comparison | None:
    if not left or not right:
        return None
    shared = sorted(set(left) & set(right))
    if shared:
        return Comparison(name, 1.0, f"{name}: {', '.join(shared)}".replace("_", " "))
    return Comparison(name, none_shared, f"{name}: {', '.join(left)} and {', '.join(right)}".replace("_", " "))


def _compare_toll(
    name: str, left: Account, right: Account, a: tuple[int, int] | None, b: tuple[int, int] | None
) -> Comparison | None:
    if a is None or b is None:
        return None
    if a == b:
        value = 0.3 if a[1] == 0 else min(1.0, 0.4 + 0.1 * a[1])
        return Comparison(name, value, f"the same number {name}: {a[1]}")
    if a[0] <= b[1] and b[0] <= a[1]:
        return Comparison(name, 0.4, f"numbers {name} that meet")
    return _compare_growth(name, left, right, a, b)


def _compare_growth(
    name: str, left: Account, right: Account, a: tuple[int, int], b: tuple[int, int]
) -> Comparison | None:
    """A toll grows with the days, the less likely the more; a smaller figure published later speaks against."""
    smaller, larger = min(a, b), max(a, b)
    doubled = math.log2(larger[0] / max(1, smaller[1]))
    if larger[0] > GROWN_TOO_FAR * max(2, smaller[1]):
        return Comparison(name, -1.0, f"{smaller[1]} and {larger[0]} {name}")
    if left.published is None or right.published is None or left.published == right.published:
        return Comparison(name, _less(-0.2, doubled), f"{smaller[1]} and {larger[0]} {name}")
    later = a if left.published > right.published else b
    if later == larger:
        return Comparison(name, _less(0.2, doubled), f"{name} risen from {smaller[1]} to {larger[0]}")
    return Comparison(name, _less(-0.3, doubled), f"{name} fallen from {larger[0]} to {smaller[1]}")


def _less(value: float, doubled: float) -> float:
    """The value of two figures of which one is so many times double the other."""
    return max(-1.0, round(value - DOUBLING * doubled, 3))
