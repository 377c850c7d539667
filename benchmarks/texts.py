"""Made-up news reports for the benchmark and the tests: about conflict, and about everything else.

A report is drawn sentence by sentence from templates; the same seed gives the same reports. The other news holds
words like "shot", "strike" and "fight" about as often as real papers do, so that the gate has something to do.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml

SLOT: Final = re.compile(r"\{(\w+)\}")
LEADS: Final = 2  # sentences that open a report
BODY: Final = (12, 26)  # sentences that follow
PARAGRAPH: Final = (1, 3)  # sentences in a paragraph


def conflict_reports(count: int, seed: int) -> list[str]:
    """So many reports, each about conflict."""
    return list(_reports(count, seed, ["conflict"]))


def mixed_reports(count: int, seed: int, every: int = 20) -> list[str]:
    """So many reports, one in `every` about conflict, the others about a topic each."""
    topics = [name for name in _templates() if name not in ("conflict", "slots")]
    return list(_reports(count, seed, topics, conflict_every=every))


def _reports(count: int, seed: int, topics: list[str], conflict_every: int = 0) -> Iterator[str]:
    rng = random.Random(seed)
    for n in range(count):
        conflict = conflict_every and n % conflict_every == conflict_every - 1
        yield _report("conflict" if conflict else topics[rng.randrange(len(topics))], rng)


def _report(topic: str, rng: random.Random) -> str:
    templates = _templates()[topic]
    leads = rng.sample(templates["leads"], LEADS)
    wanted = rng.randint(*BODY)
    body = rng.sample(templates["body"], min(wanted, len(templates["body"])))
    return _paragraphs([_fill(template, rng) for template in (*leads, *body)], rng)


def _fill(template: str, rng: random.Random) -> str:
    """The template with its slots filled; a filling may hold slots of its own."""
    slots = _templates()["slots"]

    def draw(match: re.Match[str]) -> str:
        name = match[1]
        return str(rng.randint(*slots[name])) if name.startswith("n") and len(name) == 2 else rng.choice(slots[name])

    while SLOT.search(template):
        template = SLOT.sub(draw, template)
    return template[0].upper() + template[1:]


def _paragraphs(sentences: list[str], rng: random.Random) -> str:
    paragraphs = []
    while sentences:
        size = rng.randint(*PARAGRAPH)
        paragraphs.append(" ".join(sentences[:size]))
        sentences = sentences[size:]
    return "\n".join(paragraphs)


_CACHE: dict[str, Any] = {}


def _templates() -> dict[str, Any]:
    if not _CACHE:
        path = Path(__file__).with_name("templates.yml")
        _CACHE.update(yaml.safe_load(path.read_text(encoding="utf-8")))
    return _CACHE
