"""Channels and chains: through which medium a voice came, and who relayed it."""

import re
from functools import cache, lru_cache
from typing import Final

from onrecord.model.document import Span
from onrecord.model.reading import Attribution, Reading
from onrecord.registry import lexicon

DATE_LINE_CHARS: Final = 160  # an agency signs within the first line
RELAY: Final = re.compile(
    r"\b(?:told|tells|cited by|quoted by|reported by|citing|interview with|statement to|sent to|carried by|relayed by)"
    r"\s+(?:the\s+)?"
)


@cache
def _channels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (
            entry["name"],
            re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(entry["forms"], key=len, reverse=True))) + r")\b"),
        )
        for entry in lexicon("channels")["channels"]
    )


@cache
def _agencies() -> tuple[dict[str, str], re.Pattern[str]]:
    names = {form: entry["name"] for entry in lexicon("agencies")["agencies"] for form in entry["forms"]}
    forms = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return names, re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])")


def channel_of(attribution: Attribution, reading: Reading) -> str | None:
    """The channel named beside the cue, outside of the content: "reported on Telegram" gives Telegram."""
    words = _words_around(attribution, reading)
    for name, forms in _channels():
        if forms.search(words):
            return name
    return None


def _words_around(attribution: Attribution, reading: Reading) -> str:
    """The words of the cue's own clause: its subtree without the content and without the clauses of other cues."""
    cue = attribution.cue
    sentence = reading.sentence_of(cue) if cue else None
    head = sentence.at(cue) if sentence and cue else None
    if sentence is None or head is None:
        return ""
    others = [a.cue for a in reading.attributions if a.cue and a.cue != cue and sentence.span.covers(a.cue)]
    words = list(sentence.subtree(head))
    for token in list(words):
        if token is not head and any(other.covers(token.span) for other in others):
            words = [w for w in words if w not in sentence.subtree(token)]
    return " ".join(w.text for w in words if not any(c.covers(w.span) for c in attribution.content))


def chain_of(attribution: Attribution, reading: Reading) -> tuple[str, ...]:
    """Who relayed the voice: the agency of the date line or the foot, then the one that the cue's clause names."""
    signed = agency_of(reading.document.text)
    names, forms = _agencies()
    words = _words_around(attribution, reading)
    told = [names[m.group()] for m in forms.finditer(words) if RELAY.search(words[: m.start()])]
    return tuple(dict.fromkeys(([signed] if signed else []) + told))


@lru_cache(maxsize=4)  # asked again for each voice of a report
def agency_of(text: str) -> str | None:
    """The agency whose name stands in the date line or the foot: "KYIV, Jan 9 (Reuters) - …" gives Reuters."""
    names, forms = _agencies()
    for line in (text[:DATE_LINE_CHARS].split("\n")[0], text.rstrip().rsplit("\n", 1)[-1][-DATE_LINE_CHARS:]):
        for match in forms.finditer(line):
            if _signs(line, Span(match.start(), match.end())):
                return names[match.group()]
    return None


def _signs(line: str, span: Span) -> bool:
    """In brackets, before a dash, or alone in its line."""
    before, after = line[: span.start].rstrip(), line[span.end :].lstrip()
    bracketed = before.endswith(("(", "[")) and after.startswith((")", "]", "/"))
    dashed = after.startswith(("-", "–", "—")) and len(before) < 60 and before.endswith((",", "/", "(", "."))
    return bracketed or dashed or (not before and not after.strip(" .")) or before.endswith("/")
