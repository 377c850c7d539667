"""The parse: sentences get their tokens and trees. The only file that touches spaCy."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from onrecord.errors import ModelError
from onrecord.model.document import Span
from onrecord.model.reading import Sentence, Token
from onrecord.read.neutral import neutral, own_lemma

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH_SENTENCES: Final = 128
ODD_SPACE: Final = re.compile(r"\s")
SURROGATE: Final = re.compile("[\ud800-\udfff]")  # half a character, from broken copies: the parser takes none


class Parser:
    """Holds the loaded model. Parses each sentence as one tree; the named-entity component is left out."""

    def __init__(self, model: str) -> None:
        self.nlp = _load(model)
        self._dictionary = _dictionary(self.nlp)
        self._known: dict[str, bool] = {}

    def parse(self, pairs: Iterable[tuple[str, Sentence]]) -> Iterator[Sentence]:
        """Each sentence with its tokens. A pair is the words that the parser shall see (the sentence's own, or the
        same with its case restored: of equal length) and the sentence."""
        docs = ((self._make(words), sentence) for words, sentence in pairs)
        shown = ((self._neutral(doc), (doc, sentence)) for doc, sentence in docs)
        for parsed, (doc, sentence) in self.nlp.pipe(shown, as_tuples=True, batch_size=BATCH_SENTENCES):
            yield replace(sentence, tokens=_tokens(doc, parsed, sentence.span.start))

    def knows(self, word: str) -> bool:
        """True where the parser's dictionary holds a lower-case word, as it is or inflected; True without one."""
        if word not in self._known:
            self._known[word] = self._dictionary is None or self._dictionary.holds(word)
        return self._known[word]

    def _make(self, words: str) -> "Doc":
        return self.nlp.make_doc(SURROGATE.sub("\ufffd", ODD_SPACE.sub(" ", words)))

    def _neutral(self, doc: "Doc") -> "Doc":
        """The words that the parser is shown: one country for all, token for token; one sentence."""
        from spacy.tokens import Doc

        words = [token.text for token in doc]
        shown = neutral(words)
        if shown != words:
            doc = Doc(self.nlp.vocab, words=shown, spaces=[bool(token.whitespace_) for token in doc])
        for token in doc:
            token.is_sent_start = token.i == 0
        return doc


@dataclass(frozen=True, slots=True)
class _Dictionary:
    """The lemmas that the pipeline's lemmatizer works from, its irregular forms, and its rules of inflection."""

    words: frozenset[str]
    rules: tuple[tuple[str, str], ...]

    def holds(self, word: str) -> bool:
        return word in self.words or any(
            word.endswith(old) and word[: len(word) - len(old)] + new in self.words for old, new in self.rules
        )


def _dictionary(nlp: "Language") -> _Dictionary | None:
    """The dictionary of a pipeline with a lemmatizer by rule; None of any other."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if nlp.has_pipe("lemmatizer") else None
    if lookups is None or not lookups.has_table("lemma_index"):
        return None
    words = {word for index in lookups.get_table("lemma_index").values() for word in index}
    words.update(word for forms in lookups.get_table("lemma_exc").values() for word in forms)
    rules = {(old, new) for rows in lookups.get_table("lemma_rules").values() for old, new in rows}
    return _Dictionary(frozenset(words), tuple(sorted(rules)))


def _load(model: str) -> "Language":
    import spacy

    try:
        return spacy.load(model, exclude=["ner"])
    except OSError as error:
        raise ModelError(
            f"The parser's model {model!r} is not installed. Install it, or name another in ONRECORD_MODEL."
        ) from error


def _tokens(doc: "Doc", parsed: "Doc", offset: int) -> tuple[Token, ...]:
    """The tokens with white-space tokens taken out (their dependents hang on their heads). `doc` has the sentence's
    own words, `parsed` the tree over the words that the parser was shown."""
    kept = [token for token in parsed if not token.is_space]
    index = {token.i: n for n, token in enumerate(kept)}
    tokens = []
    for n, token in enumerate(kept):
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        word = doc[token.i]
        span = Span(offset + word.idx, offset + word.idx + len(word.text))
        lemma = own_lemma(word.text, token.text, token.lemma_)
        tokens.append(Token(n, span, word.text, lemma, token.pos_, token.tag_, token.dep_, index.get(head.i, n)))
    return tuple(tokens)
