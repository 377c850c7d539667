"""A record as a person wants to see it: plain text of 80 columns, readable without color."""

import textwrap
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar, get_args

from onrecord.export.safe import clean
from onrecord.export.words import (
    NOT_STATED,
    actor_words,
    code_words,
    day_words,
    figure_words,
    interval_words,
    place_words,
    precision_words,
    standing_words,
    title_words,
    toll_words,
    voice_words,
)
from onrecord.model.claim import Claim, SetAside, Statement
from onrecord.model.codes import TollStatus
from onrecord.model.document import Failure, Span
from onrecord.model.incident import Incident, Record, Toll, Total

T = TypeVar("T")
WIDTH: Final = 80
LABEL_COLUMNS: Final = 12  # "Killed or injured" goes on a line of its own
INDENT: Final = "   "
MAX_SENTENCE_CHARS: Final = 420  # of a sentence around its quote; five or six lines
CONTEXT_CHARS: Final = 50  # on either side of what was set aside
MAIN_STATUSES: Final[tuple[TollStatus, ...]] = (
    "killed",
    "injured",
)  # each shown beside the other, if only as "not stated"


class Paint:
    """Colors for a terminal, or nothing at all."""

    def __init__(self, color: bool) -> None:
        self.color = color

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.color else text

    def bold(self, text: str) -> str:
        return self(text, "1")

    def dim(self, text: str) -> str:
        return self(text, "2")


def table(records: Iterable[Record], *, width: int = WIDTH, color: bool = False) -> Iterator[str]:
    """The records one after another; each as one piece of text."""
    paint = Paint(color)
    for number, record in enumerate(records):
        lines = list(_Writer(record, width, paint).lines())
        yield ("\n" if number else "") + "\n".join(line.rstrip() for line in lines) + "\n"


class _Writer:
    """Writes one record, line by line."""

    def __init__(self, record: Record, width: int, paint: Paint) -> None:
        self.record = record
        self.text = record.document.text
        self.width = width
        self.paint = paint
        self.claims = {claim.id: claim for claim in record.claims}
        self.shown: set[tuple[Span, str]] = set()  # the sentences under the totals, with their voices

    def lines(self) -> Iterator[str]:
        yield from self._head()
        for number, incident in enumerate(self.record.incidents, start=1):
            yield from self._incident(number, incident)
        yield from self._block("Totals of a war or a period", self.record.totals, self._total)
        yield from self._block("Statements", self.record.statements, self._statement)
        yield from self._block("Set aside: read, and left out of the record", self.record.set_aside, self._set_aside)
        yield from self._block("Not read", self.record.failures, self._failure)

    def _head(self) -> Iterator[str]:
        document = self.record.document
        day = day_words(document.published) if document.published else NOT_STATED
        facts = [document.outlet or "", f"published: {day}"]
        yield from self._wrap(clean(title_words(document)), style="bold")
        yield from self._wrap(" · ".join(clean(fact) for fact in facts if fact))
        yield "═" * self.width
        for note in document.notes:
            yield from self._wrap(f"Note: {note}")
        if not self.record.incidents and not self.record.failures:
            yield "No incident is told in this report."

    def _incident(self, number: int, incident: Incident) -> Iterator[str]:
        yield ""
        yield from self._wrap(f"{number}  {clean(incident.summary)}", rest=INDENT, style="bold")
        yield from self._fact("What", f"{code_words(incident.type)} ({code_words(incident.family)})")
        where = incident.where
        yield from self._fact("Where", f"{place_words(where.value)} ({precision_words(where.value)})" if where else "")
        yield from self._fact("When", interval_words(incident.when.value) if incident.when else "")
        for found in incident.attackers or (None,):
            contested = "; contested" if found and found.contested else ""
            yield from self._fact("By whom", actor_words(found.value) + contested if found else "")
        if incident.targets:
            yield from self._fact("Target", ", ".join(dict.fromkeys(found.text for found in incident.targets)))
        if incident.weapons:
            yield from self._fact("Weapon", ", ".join(code_words(weapon) for weapon in incident.weapons))
        yield from self._figures(incident)

    def _figures(self, incident: Incident) -> Iterator[str]:
        """Tolls and counts, under each the sentences that carry it; one that was shown above is not shown again."""
        shown: set[tuple[Span, str]] = set()
        said: set[TollStatus] = {toll.status for toll in incident.tolls}
        if not said:
            yield from self._fact("People", "no figure is stated")
        for status in sorted(said.union(MAIN_STATUSES if said.intersection(MAIN_STATUSES) else ()), key=_status_order):
            if status not in said:
                yield from self._fact(code_words(status).capitalize(), "")
            for toll in (toll for toll in incident.tolls if toll.status == status):
                yield from self._fact(_toll_label(toll), toll_words(toll))
                yield from self._sources(toll.claims, shown, toll)
        for count in incident.counts:
            figure = figure_words(count.low, count.best, count.high)
            yield from self._fact(count.what.capitalize(), f"{figure} {count.status}")
            yield from self._sources(count.claims, shown)
        if not shown:
            yield from self._sources(incident.claims[:1], shown)

    def _sources(self, ids: Iterable[str], shown: set[tuple[Span, str]], toll: Toll | None = None) -> Iterator[str]:
        """The sentences that carry claims, each once for each voice, who says them, and what a figure counts as."""
        deep, deeper = INDENT + "  ", INDENT + "    "
        for id in ids:
            claim = self.claims[id]
            voice = self._voice(claim)
            standing = standing_words(claim, toll) if toll else ""
            if (claim.sentence, voice) not in shown:
                shown.add((claim.sentence, voice))
                yield from self._wrap(f"“{self._sentence(claim)}”", first=deep, rest=deep, style="dim")
                yield from self._wrap(f"– {voice}" + (f" [{standing}]" if standing else ""), first=deep, rest=deeper)

    def _voice(self, claim: Claim) -> str:
        said = voice_words(claim.voice, claim.modality, self.record.document.outlet)
        return clean(said if claim.modality in ("asserted", "denied") else f"{said} ({claim.modality})")

    def _sentence(self, claim: Claim) -> str:
        """The sentence of a claim, cut around its quote where it is very long."""
        whole = claim.sentence
        if len(whole) <= MAX_SENTENCE_CHARS:
            return clean(whole.text_in(self.text))
        spare = max(0, MAX_SENTENCE_CHARS - len(claim.quote)) // 2
        cut = Span(max(whole.start, claim.quote.start - spare), min(whole.end, claim.quote.end + spare))
        return self._cut(cut, whole)

    def _cut(self, cut: Span, whole: Span) -> str:
        before, after = "… " * (cut.start > whole.start), " …" * (cut.end < whole.end)
        return f"{before}{clean(cut.text_in(self.text))}{after}"

    def _total(self, total: Total) -> Iterator[str]:
        party = f", {total.party}" if total.party else ""
        label = f"{code_words(total.status).capitalize()}, {code_words(total.group)}{party}"
        yield from self._wrap(f"{label}: {figure_words(total.low, total.best, total.high)}", first=INDENT, rest=INDENT)
        if total.period:
            yield from self._wrap(f"Period: {interval_words(total.period)}", first=INDENT + "  ", rest=INDENT + "  ")
        yield from self._sources(total.claims, self.shown)

    def _statement(self, statement: Statement) -> Iterator[str]:
        target = f", about {clean(statement.target)}" if statement.target else ""
        yield from self._wrap(f"{code_words(statement.kind).capitalize()}{target}", first=INDENT, rest=INDENT)
        quote = clean(statement.quote.text_in(self.text))
        yield from self._wrap(f"“{quote}”", first=INDENT + "  ", rest=INDENT + "  ", style="dim")
        voice = clean(voice_words(statement.voice, outlet=self.record.document.outlet)).replace(
            "reported by", "said by"
        )
        yield from self._wrap(f"– {voice}", first=INDENT + "  ", rest=INDENT + "    ")

    def _set_aside(self, item: SetAside) -> Iterator[str]:
        start = max(0, item.quote.start - CONTEXT_CHARS)
        end = min(len(self.text), item.quote.end + CONTEXT_CHARS)
        around = self._cut(Span(start, end), Span(0, len(self.text)))
        yield from self._wrap(f"{code_words(item.reason).capitalize()}: “{around}”", first=INDENT, rest=INDENT + "  ")

    def _failure(self, failure: Failure) -> Iterator[str]:
        yield from self._wrap(f"{clean(failure.origin)}: {clean(failure.reason)}", first=INDENT, rest=INDENT + "  ")

    def _block(self, title: str, items: tuple[T, ...], write: Callable[[T], Iterator[str]]) -> Iterator[str]:
        if items:
            yield ""
            yield self.paint.bold(title)
            yield "─" * self.width
            for item in items:
                yield from write(item)

    def _fact(self, label: str, value: str) -> Iterator[str]:
        """A label and its value; what is not known says so."""
        words = clean(value) or NOT_STATED
        if len(label) < LABEL_COLUMNS:
            yield from self._wrap(words, first=INDENT + label.ljust(LABEL_COLUMNS), rest=INDENT + " " * LABEL_COLUMNS)
        else:
            yield from self._wrap(f"{label}: {words}", first=INDENT, rest=INDENT + "  ")

    def _wrap(self, text: str, *, first: str = "", rest: str = "", style: str = "") -> Iterator[str]:
        lines = textwrap.wrap(text, self.width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
        codes = {"bold": "1", "dim": "2"}
        for line in lines:
            yield self.paint(line, codes[style]) if style else line


def _status_order(status: TollStatus) -> int:
    """Killed first, then injured, then as the code list goes."""
    return get_args(TollStatus).index(status)


def _toll_label(toll: Toll) -> str:
    status = code_words(toll.status).capitalize()
    return status if toll.group == "all" else f"  {code_words(toll.group)}"
