"""Attributions that hang on a noun, an adjective or a preposition: "according to", "the claim that", "afraid that"."""

from typing import Final

from onrecord.model.document import Span
from onrecord.model.reading import Sentence, Token
from onrecord.read.quotation_cues import cue_words, noun_cues
from onrecord.read.quotation_drafts import Draft
from onrecord.read.quotation_scope import trimmed
from onrecord.read.quotation_sources import EMPTY_SUBJECTS, agent_of, noun_span, subject_of

SUBORDINATE: Final = frozenset({"relcl", "advcl", "ccomp", "acl"})


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
    around_ = sentence.span if _ends(sentence, token, phrase) else _clause_span(sentence, token)
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


def _ends(sentence: Sentence, token: Token, phrase: Span) -> bool:
    """A phrase after the last comma bears on the whole sentence: "X said that …, according to Y"."""
    rest = [w for w in sentence.tokens if w.span.start >= phrase.end and w.dep != "punct"]
    return token.index > 0 and sentence.tokens[token.index - 1].text == "," and not rest


def _clause_span(sentence: Sentence, token: Token) -> Span:
    """The clause in which a phrase stands: the nearest subordinate one that is longer than the phrase, or all."""
    inside = {w.index for w in sentence.subtree(token)}
    for above in sentence.ancestors(token):
        if above.dep in SUBORDINATE:
            words = sentence.subtree(above)
            if len(words) - len(inside) > 3:
                return sentence.covering(words)
    return sentence.span


def noun_attribution(sentence: Sentence, token: Token, text: str) -> Draft | None:
    """A noun with its content: "the army's claim [that it held the town]", "the plan of X [to leave]"."""
    reports = noun_cues().get(token.lemma.lower())
    if reports is None:
        return None
    owner = next(iter(sentence.kids(token, "poss")), None) or agent_of(sentence, token)
    if owner is None:
        return None
    clauses = [*sentence.kids(token, "acl", "ccomp", "relcl"), *sentence.kids(owner, "relcl", "acl", "ccomp")]
    clause = next((k for k in clauses if k.index > token.index and _is_content(sentence, k)), None)
    if clause is None:
        return None
    words = [w for w in sentence.subtree(clause) if w.index > token.index]
    content = trimmed(words[0].span.start, words[-1].span.end, text) if words else None
    if content is None:
        return None
    return Draft(sentence.index, (content,), _owner_span(sentence, owner), token.span, reports)


def _is_content(sentence: Sentence, clause: Token) -> bool:
    """A clause that says what the noun says: it has "that" and a subject of its own, or is "to ..."."""
    if clause.dep == "relcl":
        first = sentence.subtree(clause)[0]
        subjects = sentence.kids(clause, "nsubj", "nsubjpass")
        return first.lower == "that" and bool(subjects) and subjects[0].index != first.index and clause.tag != "VB"
    marks = sentence.kids(clause, "mark")
    return any(m.lower == "that" for m in marks) or any(k.lower == "to" for k in sentence.kids(clause, "aux"))


def _owner_span(sentence: Sentence, owner: Token) -> Span:
    clauses = {w for k in sentence.kids(owner, "relcl", "acl", "ccomp") for w in sentence.subtree(k)}
    words = [w for w in sentence.subtree(owner) if w.dep != "case" and w.text != "," and w not in clauses]
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
