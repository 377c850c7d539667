"""Parts of speech and lemmas, worked out once for each word in each role.

The pipeline's attribute ruler and lemmatizer look at a word, its tag and its label only (and at "there" before a form
of "be"), and cost a third of the parse. So they are run on one word at a time, and what they say is kept.
"""

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language

RULERS: Final = ("attribute_ruler", "lemmatizer")
MAX_KEPT: Final = 200_000  # words in roles, about 60 MB; then the memory starts anew
Key = tuple[int, int, int, bool]  # orth, tag, dep, whether an expletive stands before


class Word(NamedTuple):
    """What a word is in a role: its lemma, Universal POS, Penn tag, ClearNLP label."""

    lemma: str
    pos: str
    tag: str
    dep: str


class Words:
    """Holds the words met so far, with the loaded model that tells new ones."""

    def __init__(self, nlp: "Language") -> None:
        self._nlp = nlp
        self._rulers = [nlp.get_pipe(name) for name in RULERS if name in nlp.pipe_names]
        self._known: dict[Key, Word] = {}

    def word(self, orth: int, tag: int, dep: int, after_expletive: bool) -> Word:
        """The word of these hashes of the model's strings; `after_expletive` where "there" stands before."""
        key = (orth, tag, dep, after_expletive)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= MAX_KEPT:
                self._known.clear()
            known = self._known[key] = self._tell(key)
        return known

    def _tell(self, key: Key) -> Word:
        from spacy.tokens import Doc

        text, tag, dep = (self._nlp.vocab.strings[hashed] for hashed in key[:3])
        doc = Doc(
            self._nlp.vocab,
            words=["there", text],
            tags=["EX", tag],
            deps=["expl" if key[3] else "dep", dep],
            heads=[1, 1],
        )
        for ruler in self._rulers:
            doc = ruler(doc)
        return Word(doc[1].lemma_, doc[1].pos_, tag, dep)
