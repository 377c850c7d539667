"""Makes the gold of incidents across reports: made-up happenings in real towns, each told by several made-up reports.

    python -m eval.gold.make_incidents       writes eval/gold/incidents/reports.jsonl and incidents.jsonl

Forty-eight are told by the templates below, the others as they are written in incidents/stories (see `stories.py`).

Beside each happening stand look-alikes: the same town on the same day with another target and hour, the same town a
day or a week later, the same toll in another town. Nobody and nothing in it is real but the names of the towns.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from eval.gold.stories import told_stories

FOLDER: Final = Path(__file__).parent / "incidents"
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS: Final = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
OUTLETS: Final = (
    "Northern Wire",
    "The Harbor Courier",
    "Daily Lantern",
    "Radio Meridian",
    "Evening Ledger",
    "Plains Post",
)


@dataclass(frozen=True)
class Town:
    """A real town, and made-up officials who speak for it."""

    name: str
    country: str
    mayor: str
    governor: str


@dataclass(frozen=True)
class Act:
    """How a kind of happening is told."""

    noun: str
    verb: str
    target: str
    hour: str
    type: str


TOWNS: Final = (
    Town("Lahti", "Finland", "Daniel Verkkola", "Oona Hyrynen"),
    Town("Evora", "Portugal", "Samuel Hadouro", "Rafael Nasmoes"),
    Town("Francistown", "Botswana", "Bokang Zanamo", "Aone Gonimile"),
    Town("Valdivia", "Chile", "Zacarías Torvando", "Nadia Hotalén"),
    Town("Swakopmund", "Namibia", "Salomo Kabbani", "Walde Shamiru"),
    Town("Napier", "New Zealand", "Patience Kabwick", "Josie Mirindale"),
    Town("Kitwe", "Zambia", "Hastings Warufa", "Faith Gelembe"),
    Town("Aarhus", "Denmark", "Asger Karvani", "Laila Jubrand"),
)
ACTS: Final = (
    Act("drone strike", "struck", "market", "10 a.m.", "air_drone_strike"),
    Act("missile strike", "hit", "hospital", "9 p.m.", "shelling_artillery_missile"),
    Act("car bomb", "tore through", "bus station", "7 a.m.", "remote_explosive_landmine_ied"),
    Act("rocket attack", "hit", "school", "2 p.m.", "shelling_artillery_missile"),
    Act("airstrike", "hit", "residential building", "11 p.m.", "air_drone_strike"),
    Act("mortar attack", "hit", "mosque", "6 p.m.", "shelling_artillery_missile"),
)


@dataclass(frozen=True)
class Happening:
    """One incident: what, where, when, and by which story its reports tell it."""

    number: int
    town: Town
    act: Act
    day: date
    story: str
    killed: int

    @property
    def when(self) -> str:
        return WEEKDAYS[self.day.weekday()]

    @property
    def date_words(self) -> str:
        return f"{MONTHS[self.day.month - 1]} {self.day.day}"


def people(number: int) -> str:
    """ "one person", "three people", "14 people"."""
    word = NUMBERS[number] if number < len(NUMBERS) else str(number)
    return f"{word} {'person' if number == 1 else 'people'}"


def first(h: Happening, number: int, voice: str, turn: int) -> str:
    """The first report of a happening."""
    a, t = h.act, h.town
    return (
        f"A {a.noun} on a {a.target} in {t.name}, {t.country}, killed {people(number)} on {h.when}, {voice} said. "
        f"It happened at about {a.hour}, according to residents.",
        f"At least one {a.noun} {a.verb} a {a.target} in the {t.country} town of {t.name} on {h.when} at around "
        f"{a.hour}. The attack killed {people(number)}, {voice} told reporters.",
        f"{people(number).capitalize()} were killed in a {a.noun} on a {a.target} in {t.name}, {t.country}, on "
        f"{h.when}, {voice} said. Rescue teams were working at the scene.",
    )[turn % 3]


def later(h: Happening, number: int, voice: str, turn: int) -> str:
    """A report on a later day with the toll that then stood."""
    a, t = h.act, h.town
    return (
        f"The {a.noun} on a {a.target} in {t.name}, {t.country}, on {h.when} killed {people(number)}, {voice} said. "
        f"Earlier reports had given a lower figure.",
        other_side(h, number, voice),
        f"The number of people killed in {h.when}'s {a.noun} on a {a.target} in {t.name}, {t.country}, has risen to "
        f"{number}, {voice} said.",
    )[turn % 3]


def other_side(h: Happening, number: int, voice: str) -> str:
    """The figure of the other side, a day later."""
    a, t = h.act, h.town
    where = f"{t.name}, {t.country}"
    return f"{voice} said that {people(number)} were killed in {h.when}'s {a.noun} on a {a.target} in {where}."


def death(h: Happening) -> str:
    """A wounded person dies days later."""
    a, t = h.act, h.town
    return (
        f"A man wounded in the {a.noun} on a {a.target} in {t.name}, {t.country}, on {h.date_words} has died of his "
        f"injuries, the hospital said."
    )


def corrected(h: Happening, number: int, voice: str) -> str:
    """An official corrects the toll down."""
    a, t = h.act, h.town
    return (
        f"{voice} said that {people(number)} were killed in the {a.noun} on a {a.target} in {t.name}, {t.country}, on "
        f"{h.date_words}, not {h.killed + 3} as was reported before."
    )


def happenings() -> Iterator[Happening]:
    """48 of them: in each town six, with look-alikes on the same day, the next day and the next week."""
    stories = ("grow", "sides", "death", "correct", "agree", "grow")
    gaps = (0, 0, 1, 7, 8, 15)  # days after the first in the town
    for n, town in enumerate(TOWNS):
        start = date(2031, 3, 3) + timedelta(days=9 * n)
        for m in range(len(stories)):
            act = ACTS[(m + n) % len(ACTS)]
            yield Happening(
                n * 6 + m, town, act, start + timedelta(days=gaps[m]), stories[(m + n) % 6], 3 + (m * 2 + n) % 7
            )


def tell(h: Happening) -> tuple[list[tuple[int, str, str]], dict[str, Any]]:
    """The reports as (days after, outlet, text), and the toll that should come of them."""
    governor = f"Governor {h.town.governor}"
    mayor = f"Mayor {h.town.mayor}"
    outlets = [OUTLETS[(h.number + n) % len(OUTLETS)] for n in range(len(OUTLETS))]
    n, k = h.number, h.killed
    match h.story:
        case "grow":
            told = [
                (0, outlets[0], first(h, k, governor, n)),
                (1, outlets[1], later(h, k + 2, governor, n)),
                (1, outlets[2], later(h, k + 2, governor, n + 1)),
            ]
            return told, {"toll": [k + 2, k + 2, k + 2], "kinds": ["first", "up"]}
        case "sides":
            told = [
                (0, outlets[0], first(h, k, mayor, n)),
                (1, outlets[1], other_side(h, k + 20, "The Defense Ministry")),
                (1, outlets[2], later(h, k + 1, mayor, n + 1)),
                (2, outlets[3], later(h, k + 1, mayor, n)),
            ]
            return told, {"toll": [k + 1, k + 1, k + 20], "kinds": ["first", "up"], "contested": True}
        case "death":
            told = [
                (0, outlets[0], first(h, k, governor, n)),
                (1, outlets[1], later(h, k, governor, n + 1)),
                (6, outlets[2], death(h)),
            ]
            return told, {"toll": [k + 1, k + 1, k + 1], "kinds": ["first", "up"]}
        case "correct":
            told = [
                (0, outlets[0], first(h, k, governor, n)),
                (1, outlets[1], later(h, k + 3, governor, n)),
                (1, outlets[2], later(h, k + 3, governor, n + 1)),
                (4, outlets[3], corrected(h, k + 1, governor)),
            ]
            return told, {"toll": [k + 1, k + 1, k + 1], "kinds": ["first", "up", "down"]}
        case _:
            told = [(n // 3, outlets[n], first(h, k, (governor, mayor)[n % 2], n + h.number)) for n in range(5)]
            told = [(0, outlet, text) for _, outlet, text in told]
            return told, {"toll": [k, k, k], "kinds": ["first"]}


def told_happenings() -> Iterator[tuple[list[dict[str, Any]], dict[str, Any]]]:
    """Each happening as its reports and what must come of them."""
    for h in happenings():
        told, want = tell(h)
        ids = [f"made-{h.number:02}-{n}" for n in range(len(told))]
        reports = [
            {"id": identity, "published": (h.day + timedelta(days=after)).isoformat(), "outlet": outlet, "text": text}
            for identity, (after, outlet, text) in zip(ids, told, strict=True)
        ]
        yield (
            reports,
            {
                "documents": ids,
                "story": h.story,
                "half": "fit",
                "group": h.town.name,
                "place": h.town.name,
                "country": h.town.country,
                "day": h.day.isoformat(),
                "type": h.act.type,
                "tolls": {"killed": {"figures": want["toll"], "kinds": want["kinds"]}},
            },
        )


def main() -> None:
    """Write both files."""
    reports: list[dict[str, Any]] = []
    incidents: list[dict[str, Any]] = []
    for told, want in (*told_happenings(), *told_stories()):
        reports += told
        incidents.append(want)
    for name, rows in (("reports", reports), ("incidents", incidents)):
        lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
        (FOLDER / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
