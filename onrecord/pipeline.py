"""The hallway: the only file that knows the order of the rooms.

ingest → read → normalize → claims → link        (then store, export: the doors call them)
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from onrecord.claims.background import set_background
from onrecord.claims.bind import bind_claims
from onrecord.claims.casualties import find_casualties
from onrecord.claims.casualty import Casualty
from onrecord.claims.harm_events import add_harm_events
from onrecord.claims.parts import find_parts
from onrecord.claims.periods import sum_up_periods
from onrecord.claims.statements import find_statements
from onrecord.claims.totals import find_totals
from onrecord.claims.when import split_by_dates
from onrecord.link.within import link_report
from onrecord.model.claim import SetAside
from onrecord.model.document import Document, Failure
from onrecord.model.ids import make_id
from onrecord.model.incident import Record
from onrecord.model.reading import Mention, Reading, Sentence
from onrecord.normalize.actors import find_actors
from onrecord.normalize.dates import find_dates
from onrecord.normalize.dates_notes import date_notes
from onrecord.normalize.gazetteer import Gazetteer
from onrecord.normalize.places import find_places
from onrecord.normalize.places_capital import capital_told
from onrecord.normalize.places_country import country_told
from onrecord.normalize.quantities import find_quantities
from onrecord.normalize.weapons import find_weapons
from onrecord.read.events import find_events
from onrecord.read.gate import choose_sentences, has_trigger
from onrecord.read.genres import genre_of
from onrecord.read.parse import Parser
from onrecord.read.quotations import find_attributions
from onrecord.read.sentences import split_sentences
from onrecord.read.truecase import is_upper_case, restore_case
from onrecord.settings import Settings, load_settings

BATCH_DOCUMENTS: Final = 64  # parsed together: the parser is faster on many sentences at once
BATCH_CHARS: Final = 500_000  # so that a batch of long documents stays small in memory
RULE_ERRORS: Final = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
HALF_CHARACTER: Final = re.compile("[\ud800-\udfff]")  # lone surrogates, from broken copies


class Reader:
    """Holds the loaded model for many documents. Picklable: each process loads its own model at its first document.

    With `keep_going` a document on which a rule breaks becomes a failure; without, as in tests, the error is raised.
    """

    def __init__(self, settings: Settings | None = None, *, full: bool = False, keep_going: bool = False) -> None:
        self.settings = settings or load_settings()
        self.full = full
        self.keep_going = keep_going
        self.gazetteer = Gazetteer(self.settings.cache)
        self._parser: Parser | None = None

    def __getstate__(self) -> dict[str, object]:
        return {**vars(self), "_parser": None}

    def read(self, document: Document) -> Record:
        """The record of one document."""
        return next(self.read_many([document]))

    def read_many(self, items: Iterable[Document | Failure]) -> Iterator[Record]:
        """The records of the documents, in their order; a failure becomes an empty record that names it. Streams."""
        for batch in _batches(items):
            whole = [_mend(item) for item in batch if isinstance(item, Document)]
            parsed = zip(whole, self._parse(whole), strict=True)
            records = (self._make_record(document, sentences) for document, sentences in parsed)
            for item in batch:
                yield _of(item, next(records)) if isinstance(item, Document) else failed_record(item)

    def _make_record(self, document: Document, sentences: tuple[Sentence, ...]) -> Record:
        try:
            return make_record(document, sentences, self.gazetteer)
        except RULE_ERRORS as error:
            if not self.keep_going:
                raise
            reason = f"A rule of the reader broke on it ({type(error).__name__}: {error}); please report it."
            return failed_record(Failure("read", reason, document.url or document.id, document.id))

    def _parse(self, batch: list[Document]) -> list[tuple[Sentence, ...]]:
        """The sentences of each document, those that can matter parsed."""
        split = [self._split(document) for document in batch]
        chosen = [(n, s) for n, (wanted, _) in enumerate(split) for s in wanted]
        results = [list(sentences) for _, sentences in split]
        if chosen:
            self._parser = self._parser or Parser(self.settings.model)
            upper = [bool(wanted) and is_upper_case(d.text) for d, (wanted, _) in zip(batch, split, strict=True)]
            pairs = ((self._words(batch[n], sentence, upper[n]), sentence) for n, sentence in chosen)
            for (n, _), sentence in zip(chosen, self._parser.parse(pairs), strict=True):
                results[n][sentence.index] = sentence
        return [tuple(sentences) for sentences in results]

    def _words(self, document: Document, sentence: Sentence, upper: bool) -> str:
        """The words of a sentence as the parser shall see them: its own, or with their case restored."""
        words = sentence.span.text_in(document.text)
        return restore_case(words, self._parser.knows) if upper and self._parser else words

    def _split(self, document: Document) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
        """The sentences to be parsed, and all sentences."""
        if not self.full and not has_trigger(document.text):
            return (), ()
        sentences = split_sentences(document.text)
        return (sentences if self.full else choose_sentences(document.text, sentences)), sentences


def _of(document: Document, record: Record) -> Record:
    """The record with its document as it came, and the notes that reading added."""
    return replace(record, document=replace(document, notes=record.document.notes))


def failed_record(failure: Failure) -> Record:
    """The record of what could not be read: nothing but the reason."""
    document = Document(failure.document_id or make_id("failure", failure.origin), text="", sha256="")
    return Record(document, (), (), (), (), (), failures=(failure,))


def _batches(items: Iterable[Document | Failure]) -> Iterator[list[Document | Failure]]:
    """The items in groups of at most BATCH_DOCUMENTS, cut early where their texts are long."""
    batch: list[Document | Failure] = []
    chars = 0
    for item in items:
        batch.append(item)
        chars += len(item.text) if isinstance(item, Document) else 0
        if len(batch) == BATCH_DOCUMENTS or chars > BATCH_CHARS:
            yield batch
            batch, chars = [], 0
    if batch:
        yield batch


def _mend(document: Document) -> Document:
    """The document as the rooms see it: half characters, which no parser or index takes, stand as U+FFFD. Offsets
    stay; the record keeps the text as it came."""
    return replace(document, text=HALF_CHARACTER.sub("\ufffd", document.text))


def make_record(document: Document, sentences: tuple[Sentence, ...], gazetteer: Gazetteer) -> Record:
    """The record of a document whose sentences are parsed: all rooms after the parse."""
    reading = split_by_dates(make_reading(document, sentences, gazetteer))
    casualties = tuple(_in_genre(casualty, reading) for casualty in find_casualties(reading))
    reading = set_background(add_harm_events(reading, casualties))
    casualties = sum_up_periods(reading, casualties)
    claims = bind_claims(reading, casualties, find_parts(reading))
    totals, total_claims = find_totals(reading, casualties)
    statements, statement_claims = find_statements(reading)
    return Record(
        document=replace(document, notes=(*document.notes, *reading.notes)),
        incidents=link_report(reading, claims),
        totals=totals,
        statements=statements,
        claims=tuple(sorted((*claims, *total_claims, *statement_claims), key=lambda c: (c.quote, c.slot))),
        set_aside=_set_aside(reading),
        failures=document.failures,
        attributions=reading.attributions,
        mentions=reading.mentions,
    )


def outside(mentions: tuple[Mention, ...], taken: tuple[Mention, ...]) -> Iterator[Mention]:
    """The mentions that share no word with those taken: "on Thursday" is a day, though an island bears the name."""
    covered = {offset for mention in taken for offset in range(mention.span.start, mention.span.end)}
    return (m for m in mentions if m.span.start not in covered and m.span.end - 1 not in covered)


def make_reading(document: Document, sentences: tuple[Sentence, ...], gazetteer: Gazetteer) -> Reading:
    """The reading of a document: its sentences, typed mentions, attributions and event mentions."""
    if not sentences:
        return Reading(document, ())
    dates, actors = find_dates(document, sentences), find_actors(sentences)
    places = tuple(outside(find_places(document, sentences, gazetteer, actors), dates))
    country = country_told(document, places, actors, gazetteer, sentences)
    places = (*places, *outside(tuple(capital_told(document.text, country, gazetteer)), places))
    mentions = [
        *dates,
        *places,
        *actors,
        *find_weapons(sentences),
        *(mention for sentence in sentences if sentence.tokens for mention in find_quantities(sentence)),
    ]
    reading = Reading(document, sentences, tuple(sorted(mentions, key=lambda m: (m.span, m.label))))
    genre = genre_of(document, sentences)
    events = find_events(document, sentences, reading.mentions)
    return replace(
        reading,
        notes=date_notes(document, dates),
        attributions=find_attributions(document, sentences),
        events=tuple(replace(event, set_aside=event.set_aside or genre) for event in events),
        genre=genre,
        country=country,
    )


def _in_genre(casualty: Casualty, reading: Reading) -> Casualty:
    """The casualty, set aside where its whole report is."""
    return replace(casualty, set_aside=casualty.set_aside or reading.genre) if reading.genre else casualty


def _set_aside(reading: Reading) -> tuple[SetAside, ...]:
    """What was read, understood and left out, in text order."""
    return tuple(SetAside(event.trigger, event.set_aside) for event in reading.events if event.set_aside)
