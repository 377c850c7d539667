"""The hallway: the only file that knows the order of the rooms.

ingest → read → normalize → claims → link        (then store, export: the doors call them)
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from onrecord.claims.bind import bind_claims
from onrecord.claims.casualties import find_casualties
from onrecord.claims.parts import find_parts
from onrecord.claims.statements import find_statements
from onrecord.claims.totals import find_totals
from onrecord.claims.when import split_by_dates
from onrecord.link.within import link_report
from onrecord.model.claim import SetAside
from onrecord.model.document import Document
from onrecord.model.incident import Record
from onrecord.model.reading import Reading, Sentence
from onrecord.normalize.actors import find_actors
from onrecord.normalize.dates import find_dates
from onrecord.normalize.gazetteer import Gazetteer
from onrecord.normalize.places import find_places
from onrecord.normalize.quantities import find_quantities
from onrecord.normalize.weapons import find_weapons
from onrecord.read.events import find_events
from onrecord.read.gate import choose_sentences, has_trigger
from onrecord.read.parse import Parser
from onrecord.read.quotations import find_attributions
from onrecord.read.sentences import split_sentences
from onrecord.settings import Settings, load_settings

BATCH_DOCUMENTS: Final = 64  # parsed together: the parser is faster on many sentences at once


class Reader:
    """Holds the loaded model for many documents. Picklable: each process loads its own model at its first document."""

    def __init__(self, settings: Settings | None = None, *, full: bool = False) -> None:
        self.settings = settings or load_settings()
        self.full = full
        self.gazetteer = Gazetteer(self.settings.cache)
        self._parser: Parser | None = None

    def __getstate__(self) -> dict[str, object]:
        return {"settings": self.settings, "full": self.full, "gazetteer": self.gazetteer, "_parser": None}

    def read(self, document: Document) -> Record:
        """The record of one document."""
        return next(self.read_many([document]))

    def read_many(self, documents: Iterable[Document]) -> Iterator[Record]:
        """The records of the documents, in their order; streams."""
        queue = iter(documents)
        while batch := list(islice(queue, BATCH_DOCUMENTS)):
            for document, sentences in zip(batch, self._parse(batch), strict=True):
                yield make_record(document, sentences, self.gazetteer)

    def _parse(self, batch: list[Document]) -> list[tuple[Sentence, ...]]:
        """The sentences of each document, those that can matter parsed."""
        split = [self._split(document) for document in batch]
        chosen = [(n, s) for n, (wanted, _) in enumerate(split) for s in wanted]
        results = [list(sentences) for _, sentences in split]
        if chosen:
            self._parser = self._parser or Parser(self.settings.model)
            pairs = ((sentence.span.text_in(batch[n].text), sentence) for n, sentence in chosen)
            for (n, _), sentence in zip(chosen, self._parser.parse(pairs), strict=True):
                results[n][sentence.index] = sentence
        return [tuple(sentences) for sentences in results]

    def _split(self, document: Document) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
        """The sentences to be parsed, and all sentences."""
        if not self.full and not has_trigger(document.text):
            return (), ()
        sentences = split_sentences(document.text)
        return (sentences if self.full else choose_sentences(document.text, sentences)), sentences


def make_record(document: Document, sentences: tuple[Sentence, ...], gazetteer: Gazetteer) -> Record:
    """The record of a document whose sentences are parsed: all rooms after the parse."""
    reading = split_by_dates(make_reading(document, sentences, gazetteer))
    casualties = find_casualties(reading)
    claims = bind_claims(reading, casualties, find_parts(reading))
    totals, total_claims = find_totals(reading, casualties)
    statements, statement_claims = find_statements(reading)
    return Record(
        document=document,
        incidents=link_report(reading, claims),
        totals=totals,
        statements=statements,
        claims=tuple(sorted((*claims, *total_claims, *statement_claims), key=lambda c: (c.quote, c.slot, c.id))),
        set_aside=_set_aside(reading, casualties),
        attributions=reading.attributions,
        mentions=reading.mentions,
    )


def make_reading(document: Document, sentences: tuple[Sentence, ...], gazetteer: Gazetteer) -> Reading:
    """The reading of a document: its sentences, typed mentions, attributions and event mentions."""
    if not sentences:
        return Reading(document, ())
    mentions = [
        *find_dates(document, sentences),
        *find_places(document, sentences, gazetteer),
        *find_actors(document, sentences),
        *find_weapons(document, sentences),
        *(mention for sentence in sentences if sentence.tokens for mention in find_quantities(sentence)),
    ]
    reading = Reading(document, sentences, tuple(sorted(mentions, key=lambda m: (m.span, m.label))))
    return replace(
        reading,
        attributions=find_attributions(document, sentences),
        events=find_events(document, sentences, reading.mentions),
    )


def _set_aside(reading: Reading, casualties: tuple[object, ...]) -> tuple[SetAside, ...]:
    """What was read, understood and left out, in text order."""
    return tuple(SetAside(event.trigger, event.set_aside) for event in reading.events if event.set_aside)
