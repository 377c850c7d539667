"""The hand-written stories of the gold: what happened, the reports that tell it, and the tolls that must come of them.

A story is a row of `incidents/stories/*.yml`. Each of its reports is [days after, outlet, text, figures]; the figures
are what each voice says: "po:k3 i7" is police, 3 killed and 7 injured; "k3+" at least 3, "k+1" one more on top.
The wanted tolls are worked out here from those, by the rule `ranged` as docs/ledger.md words it, apart from the
program.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import yaml

FOLDER: Final = Path(__file__).parent / "incidents" / "stories"
HALVES: Final = ("fit", "check")
STATUS: Final = {"k": "killed", "i": "injured", "a": "abducted"}
# Who is believed first: docs/ledger.md, "Rules of tolls". A digit tells two voices of one role apart.
ROLES: Final = ("em", "me", "po", "la", "na", "un", "mo", "own", "st", "wi", "ex", "ot", "pa")
AS_MEDIA: Final = frozenset({"own", "st"})  # an outlet's own words, and state media
RECENT_DAYS: Final = 3
VOICE: Final = re.compile(r"(\w+):([^:]*)(?= \w+:|$)")
FIGURE: Final = re.compile(r"([kia])(\+?)(\d+)(\+?)")


@dataclass(frozen=True)
class Said:
    """One voice's figure of one day."""

    day: date
    voice: str
    status: str
    number: int
    more: bool


def load_stories(half: str) -> list[dict[str, Any]]:
    """The stories of a half, as they are written."""
    rows: list[dict[str, Any]] = yaml.safe_load((FOLDER / f"{half}.yml").read_text(encoding="utf-8"))
    return rows


def told_stories() -> Iterator[tuple[list[dict[str, Any]], dict[str, Any]]]:
    """Each story as its reports and what must come of them."""
    for half in HALVES:
        for story in load_stories(half):
            yield _told(half, story)


def _told(half: str, story: dict[str, Any]) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    reports, said = [], []
    for number, (after, outlet, text, figures) in enumerate(story["reports"]):
        day = story["day"] + timedelta(days=after)
        identity = f"{story['name']}-{number}"
        reports.append({"id": identity, "published": day.isoformat(), "outlet": outlet, "text": text})
        said += list(_said(day, outlet, figures))
    want = {
        "documents": [report["id"] for report in reports],
        "story": story["name"],
        "half": half,
        "group": story["group"],
        "place": story["place"],
        "country": story["country"],
        "day": story["day"].isoformat(),
        "type": story["type"],
        "tolls": wanted_tolls(said),
    }
    return reports, want


def _said(day: date, outlet: str, figures: str) -> Iterator[Said]:
    for voice, rest in VOICE.findall(figures):
        name = f"own {outlet}" if voice == "own" else voice
        for kind, added, number, _ in FIGURE.findall(rest):
            yield Said(day, name, STATUS[kind], int(number), bool(added))


def wanted_tolls(said: list[Said]) -> dict[str, dict[str, Any]]:
    """For each status told the figures (low, best, high) that stand in the end, and the kinds of its revisions."""
    found: dict[str, dict[str, Any]] = {}
    for status in dict.fromkeys(one.status for one in said):
        standing: dict[str, Said] = {}
        kinds: list[str] = []
        best = -1
        for one in (one for one in said if one.status == status):
            _take_in(standing, one)
            was, best = best, _best(standing).number
            kinds += [] if was == best else ["first"] if was < 0 else ["up" if best > was else "down"]
        numbers = [one.number for one in standing.values()]
        found[status] = {"figures": [min(numbers), best, max(numbers)], "kinds": kinds}
    return found


def _take_in(standing: dict[str, Said], one: Said) -> None:
    """A voice's later figure takes the place of its earlier one; more dead come on top of the best and its equals."""
    if not one.more or not standing:
        standing[one.voice] = one
        return
    best = _best(standing).number
    for voice, before in standing.items():
        if before.number == best:
            standing[voice] = Said(one.day, voice, one.status, best + one.number, more=False)


def _best(standing: dict[str, Said]) -> Said:
    newest = max(one.day for one in standing.values())
    recent = [one for one in standing.values() if (newest - one.day).days <= RECENT_DAYS]
    return min(recent, key=lambda one: (_rank(one.voice), -one.day.toordinal(), -one.number))


def _rank(voice: str) -> int:
    role = re.sub(r"\d|(?<=own) .*", "", voice)
    return ROLES.index("own" if role in AS_MEDIA else role)
