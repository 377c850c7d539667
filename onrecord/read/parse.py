"""The parse: sentences get their tokens and trees. The only file that touches spaCy."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from onrecord.errors import ModelError
from onrecord.model.document import Span
from onrecord.model.reading import Sentence, Token
from onrecord.read.neutral import neutral, own_lemma
from onrecord.read.words import RULERS, Words

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
        self._words = Words(self.nlp)
        self._dictionary = _dictionary(self.nlp)
        self._known: dict[str, bool] = {}

    def parse(self, pairs: Iterable[tuple[str, Sentence]]) -> Iterator[Sentence]:
        """Each sentence with its tokens. A pair is the words that the parser shall see (the sentence's own, or the
        same with its case restored: of equal length) and the sentence."""
        docs = ((self._make(words), sentence) for words, sentence in pairs)
        shown = ((self._neutral(doc), (doc, sentence)) for doc, sentence in docs)
        rulers = [name for name in RULERS if name in self.nlp.pipe_names]
        parsed = self.nlp.pipe(shown, as_tuples=True, batch_size=BATCH_SENTENCES, disable=rulers)
        for tree, (doc, sentence) in parsed:
            yield replace(sentence, tokens=_tokens(doc, tree, sentence.span.start, self._words))

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
        if len(doc):
            doc.from_array(["SENT_START"], _one_sentence(len(doc)))
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


def _one_sentence(tokens: int) -> Any:  # noqa: ANN401 - an array as spaCy takes it
    """Where sentences start, for the parser: at the first token (1) and nowhere else (-1, in unsigned numbers)."""
    import numpy

    starts = numpy.full((tokens, 1), -1, dtype="int64")
    starts[0] = 1
    return starts.astype("uint64")


def _load(model: str) -> "Language":
    import spacy

    try:
        return spacy.load(model, exclude=["ner"])
    except OSError as error:
        raise ModelError(
            f"The parser's model {model!r} is not installed. Install it, or name another in ONRECORD_MODEL."
        ) from error


def _tokens(doc: "Doc", tree: "Doc", offset: int, words: Words) -> tuple[Token, ...]:
    """The tokens with white-space tokens taken out (their dependents hang on their heads). `doc` has the sentence's
    own words, `tree` the parse of the words that the parser was shown."""
    expletive = doc.vocab.strings["expl"]
    rows = tree.to_array(["ORTH", "TAG", "DEP", "IS_SPACE"]).tolist()
    kept = [n for n, row in enumerate(rows) if not row[3]]
    index = {at: n for n, at in enumerate(kept)}
    tokens = []
    for n, at in enumerate(kept):
        orth, tag, dep, _ = rows[at]
        word = words.word(orth, tag, dep, at > 0 and rows[at - 1][2] == expletive)
        text, start = doc[at].text, offset + doc[at].idx
        lemma = word.lemma if text == tree[at].text else own_lemma(text, word.lemma)
        head = index.get(_head(tree, at), n)
        tokens.append(Token(n, Span(start, start + len(text)), text, lemma, word.pos, word.tag, word.dep, head))
    return tuple(tokens)


def _head(tree: "Doc", at: int) -> int:
    """The index of a token's head; of a head that is white space, its own."""
    head = tree[at].head
    while head.is_space and head.head.i != head.i:
        head = head.head
    found: int = head.i
    return found
