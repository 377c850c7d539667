"""Words put in nobody's mouth: "reportedly", "it is believed that", "are said to have died"."""

from typing import Final

from onrecord.model.document import Span
from onrecord.model.reading import Sentence, Token
from onrecord.read.quotation_cues import cue_words
from onrecord.read.quotation_drafts import Draft
from onrecord.read.quotation_scope import trimmed
from onrecord.read.quotation_sources import agent_of

SUBORDINATE: Final = frozenset({"relcl", "advcl", "ccomp", "acl", "conj"})


def unnamed_attribution(sentence: Sentence, token: Token, text: str) -> Draft | None:
    """What a clause says on nobody's word; None where somebody is named after all."""
    if token.lower in cue_words("unnamed"):
        head = sentence.head(token)
        if head.index < token.index and head.pos in ("VERB", "AUX"):
            last = sentence.subtree(head)[-1]
            return _draft(sentence, token, Span(token.span.end, last.span.end), text)
        return _draft(sentence, token, _clause(sentence, head), text)
    if token.lemma.lower() not in cue_words("unnamed_passives") or not sentence.kids(token, "auxpass"):
        return None
    if agent_of(sentence, token) is not None:
        return None
    subject = next(iter(sentence.kids(token, "nsubjpass", "nsubj")), None)
    clause = next((k for k in sentence.kids(token, "ccomp", "xcomp") if k.index > token.index), None)
    if subject is None or clause is None:
        return None
    if subject.lower == "it":
        return _draft(sentence, token, sentence.covering(sentence.subtree(clause)), text)
    return _draft(sentence, token, _clause(sentence, token), text) if clause.dep == "xcomp" else None


def _clause(sentence: Sentence, verb: Token) -> Span:
    """The nearest clause that holds a verb: the sentence, or the subordinate clause it heads."""
    if verb.dep in SUBORDINATE:
        return sentence.covering(sentence.subtree(verb))
    return sentence.span


def _draft(sentence: Sentence, token: Token, span: Span, text: str) -> Draft | None:
    content = trimmed(span.start, span.end, text)
    return Draft(sentence.index, (content,), None, token.span, True) if content else None
