"""A reading: a document with what has been found in it. Made in `read`, typed in `normalize`, used up in `claims`."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from onrecord.model.codes import IncidentType, Modality, SetAsideReason
from onrecord.model.document import Document, Span
from onrecord.model.values import Value

MAX_HEADING_WORDS = 9
FULL_STOPS = '.!?…:;"”»)'
MentionLabel = Literal["ACTOR", "PLACE", "DATE", "QUANTITY", "WEAPON"]


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a parsed sentence. `index` and `head` count tokens within the sentence; a root is its own head.

    `pos` are Universal POS tags, `tag` Penn tags, `dep` the ClearNLP labels of spaCy's English pipelines.
    """

    index: int
    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int

    @property
    def lower(self) -> str:
        return self.text.lower()


@dataclass(frozen=True)
class Sentence:
    """A sentence with its tree. `tokens` is empty where the gate left the sentence unparsed.

    `dateline` is set for the words that open a report before its first sentence: "ISTANBUL", "NARVA, Estonia (AP) -".
    """

    index: int
    paragraph: int
    span: Span
    tokens: tuple[Token, ...] = ()
    dateline: bool = False

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of its direct dependents, in text order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                below[token.head].append(token.index)
        return tuple(tuple(indices) for indices in below)

    @cached_property
    def forms(self) -> tuple[tuple[str, ...], ...]:
        """For each token the forms by which a lexicon knows it: its lemma, and its own letters where they differ."""
        return tuple(_forms(token) for token in self.tokens)

    @cached_property
    def root(self) -> Token | None:
        return next((token for token in self.tokens if token.head == token.index), None)

    def kids(self, token: Token, *deps: str) -> list[Token]:
        """The direct dependents of a token, in text order; with `deps`, only those labels."""
        found = [self.tokens[i] for i in self.children[token.index]]
        return [kid for kid in found if kid.dep in deps] if deps else found

    def head(self, token: Token) -> Token:
        return self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The heads above a token, nearest first, the root last; the token itself is left out."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> list[Token]:
        """The token and all below it, in text order."""
        found, queue = [token.index], [token.index]
        while queue:
            kids = self.children[queue.pop()]
            found.extend(kids)
            queue.extend(kids)
        return [self.tokens[i] for i in sorted(found)]

    def covering(self, tokens: list[Token]) -> Span:
        """The span from the first to the last of the tokens."""
        return Span(min(t.span.start for t in tokens), max(t.span.end for t in tokens))

    def within(self, span: Span) -> list[Token]:
        """The tokens that lie inside a span."""
        return [token for token in self.tokens if span.start <= token.span.start and token.span.end <= span.end]

    def at(self, span: Span) -> Token | None:
        """The syntactic head of a span: the token in it whose own head lies outside."""
        inside = self.within(span)
        indices = {token.index for token in inside}
        return next((t for t in inside if t.head not in indices or t.head == t.index), None)


def _forms(token: Token) -> tuple[str, ...]:
    lemma, lower = token.lemma.lower(), token.text.lower()
    if lemma != lower:
        return lemma, lower
    return (lower, lower[:-1]) if lower.endswith("s") and len(lower) > 3 else (lower,)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an actor, a place, a date, a quantity or a weapon, with what we make of them.

    `value` is None where the words were seen and not understood.
    `kind` tells how a place's name is used: "place"; "demonym" ("Russian"); "organization" ("Boston Police").
    Only a "place" can be where something happened.
    """

    span: Span
    label: MentionLabel
    value: Value | None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Reported words: content, and the source and cue that carry it. `source` None is a voice that nobody names.

    `reports` tells words said or written from mere attitudes ("wants to", "believes"): only those make a voice.
    """

    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    kind: Literal["direct", "indirect", "mixed"] = "indirect"
    reports: bool = True


@dataclass(frozen=True, slots=True)
class EventMention:
    """One document's telling of one happening: the word that tells it, and how it is told.

    `sentence` is the index of the sentence, `token` of the trigger's head word in it.
    `set_aside` names why it is no incident on the record, or None. `generic`: the words tell only harm or an act
    unspecified ("killed", "the attack"), so a more specific telling nearby may take it in. `definite`: "the attack",
    refers back. `plural`: "strikes". `tokens`: the words of the sentence that belong to this telling (its clause with
    all that hangs on it); tellings of one sentence share none. `listed`: it stands in a list behind another act and
    shares its attacker
    ("the Swedish attack on 3 May and the strikes on 5 May"). `apart`: it says that it is another happening than those
    told before ("in a separate incident").
    """

    id: str
    document_id: str
    trigger: Span
    type: IncidentType
    sentence: int
    token: int
    modality: Modality = "asserted"
    set_aside: SetAsideReason | None = None
    generic: bool = False
    definite: bool = False
    plural: bool = False
    tokens: tuple[int, ...] = ()
    listed: bool = False
    apart: bool = False


@dataclass(frozen=True)
class Reading:
    """A document with its sentences, and what was found in them; `mentions` and `attributions` in text order.

    `genre` is the reason for which the whole report is set aside: it tells of an earthquake, a match, an old trial.
    `country` is the one that the report is understood to speak of, at the words that tell it most.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[EventMention, ...] = ()
    notes: tuple[str, ...] = field(default=())
    genre: SetAsideReason | None = None
    country: Mention | None = None

    @cached_property
    def memo(self) -> dict[object, Any]:
        """What a room works out once for this reading and asks for again, by a key of its own."""
        return {}

    @cached_property
    def parsed(self) -> tuple[Sentence, ...]:
        """The sentences that the gate let through."""
        return tuple(sentence for sentence in self.sentences if sentence.tokens)

    @property
    def opening(self) -> int:
        """The index of the sentence that opens the report: the first one, or the one behind a date line."""
        return 1 if len(self.sentences) > 1 and self.sentences[0].dateline else 0

    def is_heading(self, sentence: Sentence) -> bool:
        """True for a heading between paragraphs: it repeats in short what the text tells, without a full stop."""
        words = sentence.span.text_in(self.document.text)
        alone = self._paragraphs[sentence.paragraph] == 1
        return sentence.index > 0 and alone and words[-1] not in FULL_STOPS and words.count(" ") < MAX_HEADING_WORDS

    def mentions_in(self, span: Span, *labels: MentionLabel) -> list[Mention]:
        """The mentions that lie inside a span, in text order; with `labels`, only those."""
        first, last = bisect_left(self._mention_starts, span.start), bisect_left(self._mention_starts, span.end)
        return [m for m in self.mentions[first:last] if m.span.end <= span.end and (not labels or m.label in labels)]

    def sentence_of(self, span: Span) -> Sentence | None:
        """The sentence in which a span starts."""
        at = bisect_right(self._sentence_starts, span.start) - 1
        return self.sentences[at] if at >= 0 and span.start < self.sentences[at].span.end else None

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    @cached_property
    def _paragraphs(self) -> Counter[int]:
        return Counter(sentence.paragraph for sentence in self.sentences)
