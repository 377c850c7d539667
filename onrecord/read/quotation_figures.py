"""Attributions of figures: "put the toll at five", "estimated by X at 300", "the toll given by X, 44 dead"."""

from onrecord.model.document import Span
from onrecord.model.reading import Sentence, Token
from onrecord.read.quotation_cues import cue_figures
from onrecord.read.quotation_drafts import Draft
from onrecord.read.quotation_scope import trimmed
from onrecord.read.quotation_sources import agent_of, noun_span, subject_of
from onrecord.registry import lexicon


def figure_attribution(sentence: Sentence, token: Token, text: str) -> Draft | None:
    """A verb that sets a figure: "[the army] put [the toll at five]", "losses estimated by [the army] at [500]"."""
    if token.lemma.lower() not in cue_figures("verbs"):
        return None
    agent = agent_of(sentence, token)
    if agent is not None:
        content = _after_at(sentence, token, agent, text) or _apposed(sentence, agent, text)
        return _figure_draft(sentence, token, agent, content)
    if token.lemma.lower() in cue_figures("events") and sentence.kids(token, "nsubj"):
        return None
    if token.tag == "VBG" and token.dep == "advcl":
        return None  # "one of them died, raising the toll to six": the death does so
    things = [k for k in sentence.kids(token, "dobj") if k.lemma.lower() in cue_figures("nouns")]
    subject = subject_of(sentence, token) if things else None
    if subject is None or subject.lemma.lower() in lexicon("harm")["deadly_acts"]:
        return None
    words = [w for w in sentence.subtree(token) if w.index >= sentence.subtree(things[0])[0].index]
    return _figure_draft(sentence, token, subject, trimmed(words[0].span.start, words[-1].span.end, text))


def _after_at(sentence: Sentence, token: Token, agent: Token, text: str) -> Span | None:
    """The figure after "at" or "to", up to the agent or the end: "brought to [31 dead] by X"."""
    at = next((k for k in sentence.kids(token, "prep") if k.lower in ("at", "to")), None)
    if at is None:
        return None
    by = sentence.head(agent)
    words = [w for w in sentence.subtree(token) if w.index > at.index and not (at.index < by.index <= w.index)]
    return trimmed(words[0].span.start, words[-1].span.end, text) if words else None


def _apposed(sentence: Sentence, agent: Token, text: str) -> Span | None:
    """The figure between commas after the agent: "the toll given by X, [44 dead], …"."""
    last = sentence.subtree(agent)[-1].index
    rest = sentence.tokens[last + 1 :]
    if len(rest) < 2 or rest[0].text != "," or not (rest[1].pos == "NUM" or rest[1].text[:1].isdigit()):
        return None
    end = next((w for w in rest[1:] if w.text in (",", ".", ";")), rest[-1])
    return trimmed(rest[1].span.start, end.span.start, text)


def _figure_draft(sentence: Sentence, token: Token, source: Token, content: Span | None) -> Draft | None:
    if content is None:
        return None
    return Draft(sentence.index, (content,), noun_span(sentence, source, token), token.span, True)
