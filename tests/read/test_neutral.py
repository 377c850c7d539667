import pytest

from onrecord.model.reading import Sentence
from onrecord.read.neutral import neutral
from onrecord.read.parse import Parser
from onrecord.read.sentences import split_sentences
from onrecord.settings import DEFAULT_MODEL


def test_one_country_stands_for_all() -> None:
    words = ["Zambia", "and", "two", "Zambians", "and", "ZAMBIAN", "guns"]
    assert neutral(words) == ["Germany", "and", "two", "Germans", "and", "GERMAN", "guns"]


def test_other_words_and_longer_names_stay() -> None:
    words = ["the", "market", ",", "polish", ",", "Saudi", "Arabia", ",", "South", "Sudan", ",", "US"]
    assert neutral(words) == words
    assert neutral(["the", "Saudi", "king"]) == ["the", "German", "king"]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(DEFAULT_MODEL)


def parsed(parser: Parser, text: str) -> Sentence:
    (sentence,) = parser.parse((s.span.text_in(text), s) for s in split_sentences(text))
    return sentence


def test_the_tree_does_not_depend_on_the_country(parser: Parser) -> None:
    one = parsed(parser, "A Zambian drone killed four Uruguayans near the town, Zambia said.")
    two = parsed(parser, "A Uruguayan drone killed four Zambians near the town, Uruguay said.")
    trees = [[(token.dep, token.tag, token.head) for token in sentence.tokens] for sentence in (one, two)]
    assert trees[0] == trees[1]


def test_the_words_stay_the_texts_own(parser: Parser) -> None:
    sentence = parsed(parser, "A Zambian drone fell.")
    assert [token.text for token in sentence.tokens] == ["A", "Zambian", "drone", "fell", "."]
    assert sentence.tokens[1].lemma.lower() == "zambian"
