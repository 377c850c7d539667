"""Attributions within one parsed sentence: verbs, "according to", nouns and adjectives that carry content."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from onrecord.model.document import Span
from onrecord.model.reading import Sentence, Token
from onrecord.read.quotation_cues import Cue, cue_figures, cue_words, noun_cues, verb_cue
from onrecord.read.quotation_marks import Quote
from onrecord.read.quotation_scope import (
    around,
    clause_after,
    link_after,
    object_after,
    quoted_in,
    trimmed,
)
from onrecord.read.quotation_sources import agent_of, inverted_subject, noun_span, subject_of

SUBORDINATE: Final = frozenset({"relcl", "advcl", "ccomp", "acl"})
EMPTY_SUBJECTS: Final = frozenset({"it", "there"})


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution while it is being made. `sentence` is the index of the cue's sentence."""

    sentence: int
    content: tuple[Span, ...]
    source: Span | None
    cue: Span
    reports: bool


def clause_attributions(sentence: Sentence, text: str, quotes: tuple[Quote, ...]) -> Iterator[Draft]:
    """The attributions that the words of one sentence make, in the order of their cues."""
    for token in sentence.tokens:
        if token.pos in ("VERB", "AUX"):
            draft = according_to(sentence, token, text) or _verb_attribution(sentence, token, text, quotes)
        elif token.lower in ("according", "per"):
            draft = according_to(sentence, token, text)
        elif token.pos in ("NOUN", "PROPN"):
            draft = noun_attribution(sentence, token, text)
        elif token.pos == "ADJ":
            draft = adjective_attribution(sentence, token, text)
        else:
            draft = None
        if draft is not None:
            yield draft


def _verb_attribution(sentence: Sentence, token: Token, text: str, quotes: tuple[Quote, ...]) -> Draft | None:
    figure = figure_attribution(sentence, token, text)
    if figure is not None:
        return figure
    cue = verb_cue(sentence, token)
    if cue is None:
        return None
    subject = subject_of(sentence, token)
    contents, spoken = _contents(sentence, cue, subject, text, quotes)
    if not contents:
        return None
    if subject is None or _inside(subject, contents):
        subject = inverted_subject(sentence, token) or (None if subject and _inside(subject, contents) else subject)
    if subject is None or (subject.lower in EMPTY_SUBJECTS and not sentence.kids(token, "ccomp")):
        return None
    source = noun_span(sentence, subject, token)
    contents = tuple(c for c in (_without(c, source, text) for c in contents) if c)
    if not contents:
        return None
    return Draft(sentence.index, contents, source, cue.span, cue.reports and spoken)


def _inside(token: Token, contents: tuple[Span, ...]) -> bool:
    return any(c.covers(token.span) for c in contents)


def _without(content: Span, source: Span, text: str) -> Span | None:
    """The content without the source's words where they stand at its edge."""
    if not content.overlaps(source):
        return content
    if source.start <= content.start:
        return trimmed(source.end, content.end, text) if source.end < content.end else None
    if source.end >= content.end:
        return trimmed(content.start, source.start, text)
    return content


def _contents(
    sentence: Sentence, cue: Cue, subject: Token | None, text: str, quotes: tuple[Quote, ...]
) -> tuple[tuple[Span, ...], bool]:
    """The content of a verb's cue, and whether it was found as spoken words (a clause or a quotation)."""
    speaks = bool(cue.frame & {"c", "q"})
    if cue.link is not None:
        after = link_after(sentence, cue, text)
        if after is not None:
            return (after,), True
    clause = clause_after(sentence, cue, text)
    if speaks and clause is None:
        spans = around(sentence, cue, subject, text)
        if spans and ("c" in cue.frame or _quoted(spans, quotes)):
            return tuple(spans), True
    if clause is not None and cue.frame & {"c", "i", "a", "h"}:
        return (clause,), True
    if "q" in cue.frame:
        quoted = [q for q in quoted_in(sentence, quotes, cue) if q.start >= cue.span.end - 1]
        if quoted and _led_in(text, cue, quoted[0]):
            return (quoted[0],), True
    if "o" in cue.frame:
        found = object_after(sentence, cue, text)
        return ((found,) if found else ()), False
    return (), False


def _quoted(spans: list[Span], quotes: tuple[Quote, ...]) -> bool:
    return any(q.span.overlaps(span) for q in quotes for span in spans)


def _led_in(text: str, cue: Cue, quote: Span) -> bool:
    """A quotation that a comma or colon leads in, or that stands right after the cue, is its content."""
    between = text[cue.span.end : quote.start].rstrip()
    return not between or between[-1] in ",:" or len(between.split()) <= 4


def according_to(sentence: Sentence, token: Token, text: str) -> Draft | None:
    """“According to X, …” and “…, according to X”: the content is the clause that the phrase stands in."""
    if token.lower == "per":
        to = token
    elif token.lower == "according":
        to = next((sentence.tokens[i] for i in (token.index + 1,) if i < len(sentence.tokens)), token)
        if to.lower != "to":
            return None
    else:
        return None
    noun = next((k for k in sentence.kids(to, "pobj")), None)
    if noun is None or (token.lower == "per" and noun.pos != "PROPN"):
        return None
    source = noun_span(sentence, noun)
    phrase = token.span.union(source)
    around_ = _clause_span(sentence, token)
    content = tuple(
        span
        for span in (
            trimmed(around_.start, min(phrase.start, around_.end), text),
            trimmed(max(phrase.end, around_.start), around_.end, text),
        )
        if span
    )
    if not content:
        return None
    return Draft(sentence.index, content, source, token.span.union(to.span), True)


def _clause_span(sentence: Sentence, token: Token) -> Span:
    """The clause in which a phrase stands: the nearest subordinate one that is longer than the phrase, or all."""
    inside = {w.index for w in sentence.subtree(token)}
    for above in sentence.ancestors(token):
        if above.dep in SUBORDINATE:
            words = sentence.subtree(above)
            if len(words) - len(inside) > 3:
                return sentence.covering(words)
    return sentence.span


def figure_attribution(sentence: Sentence, token: Token, text: str) -> Draft | None:
    """A verb that sets a figure: "[the army] put [the toll at five]", "losses estimated by [the army] at [500]"."""
    if token.lemma.lower() not in cue_figures("verbs"):
        return None
    agent = agent_of(sentence, token)
    if agent is not None:
        words = [w for k in sentence.kids(token, "prep") if k.lower in ("at", "to") for w in sentence.subtree(k)[1:]]
        return _figure_draft(sentence, token, agent, words, text)
    things = [k for k in sentence.kids(token, "dobj") if k.lemma.lower() in cue_figures("nouns")]
    subject = subject_of(sentence, token) if things else None
    if subject is None:
        return None
    words = [w for w in sentence.subtree(token) if w.index >= sentence.subtree(things[0])[0].index]
    return _figure_draft(sentence, token, subject, words, text)


def _figure_draft(sentence: Sentence, token: Token, source: Token, words: list[Token], text: str) -> Draft | None:
    if not words:
        return None
    content = trimmed(words[0].span.start, words[-1].span.end, text)
    if content is None:
        return None
    return Draft(sentence.index, (content,), noun_span(sentence, source, token), token.span, True)


def noun_attribution(sentence: Sentence, token: Token, text: str) -> Draft | None:
    """A noun with its content: "the army's claim [that it held the town]", "the plan of X [to leave]"."""
    reports = noun_cues().get(token.lemma.lower())
    if reports is None:
        return None
    clause = next((k for k in sentence.kids(token, "acl", "ccomp", "relcl") if _is_content(sentence, k)), None)
    owner = next(iter(sentence.kids(token, "poss")), None) or agent_of(sentence, token)
    if clause is None or owner is None:
        return None
    words = [w for w in sentence.subtree(clause) if w.index > token.index]
    content = trimmed(words[0].span.start, words[-1].span.end, text) if words else None
    if content is None:
        return None
    return Draft(sentence.index, (content,), _owner_span(sentence, owner), token.span, reports)


def _is_content(sentence: Sentence, clause: Token) -> bool:
    """A clause that says what the noun says: it has "that" as a mark, or is "to ..."."""
    if clause.dep == "relcl":
        return False
    marks = sentence.kids(clause, "mark")
    return any(m.lower == "that" for m in marks) or any(k.lower == "to" for k in sentence.kids(clause, "aux"))


def _owner_span(sentence: Sentence, owner: Token) -> Span:
    words = [w for w in sentence.subtree(owner) if w.dep != "case" and w.text not in (",",)]
    return sentence.covering(words or [owner])


def adjective_attribution(sentence: Sentence, token: Token, text: str) -> Draft | None:
    """An adjective with its content: "they are afraid [that it may spread]"."""
    if token.dep not in ("acomp", "ROOT", "conj", "oprd") or token.lower not in cue_words("adjectives"):
        return None
    verb = sentence.head(token)
    subject = subject_of(sentence, verb)
    clause = next((k for k in sentence.kids(token, "ccomp", "xcomp", "prep") if k.index > token.index), None)
    if clause is None or subject is None or subject.lower in EMPTY_SUBJECTS:
        return None
    words = sentence.subtree(clause)
    words = [w for w in words if w is not clause] if clause.dep == "prep" else words
    content = trimmed(words[0].span.start, words[-1].span.end, text) if words else None
    if content is None:
        return None
    return Draft(sentence.index, (content,), noun_span(sentence, subject, token), token.span, False)


def with_content(draft: Draft, content: tuple[Span, ...]) -> Draft:
    """The draft with other content."""
    return replace(draft, content=content)
