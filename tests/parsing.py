"""Parsed sentences for tests of the rooms after the parse; the model is loaded once."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from onrecord.model.document import Document
from onrecord.model.reading import Reading, Sentence
from onrecord.normalize.gazetteer import Gazetteer
from onrecord.normalize.quantities import find_quantities
from onrecord.pipeline import make_reading
from onrecord.read.parse import Parser
from onrecord.read.sentences import split_sentences
from onrecord.settings import load_settings

CASES = Path(__file__).parent / "cases"


@cache
def parser() -> Parser:
    return Parser(load_settings().model)


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(load_settings().cache)


def parse(text: str) -> tuple[Sentence, ...]:
    return tuple(parser().parse((s.span.text_in(text), s) for s in split_sentences(text)))


def reading_with_quantities(text: str) -> Reading:
    sentences = parse(text)
    mentions = tuple(m for sentence in sentences for m in find_quantities(sentence))
    return Reading(Document("d", text, ""), sentences, mentions)


def cases(name: str) -> list[dict[str, Any]]:
    """The rows of tests/cases/NAME.yml."""
    rows: list[dict[str, Any]] = yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    return rows


def full_reading(text: str, published: date | None = None) -> Reading:
    """The reading of a text with all mentions, attributions and events, as the pipeline makes it."""
    return make_reading(Document("d", text, "", published=published), parse(text), gazetteer())
