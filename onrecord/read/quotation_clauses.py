"""Attributions within one parsed sentence, by the verb that carries them."""

from collections.abc import Iterator

from onrecord.model.document import Span
from onrecord.model.reading import Sentence, Token
from onrecord.read.quotation_cues import Cue, cue_words, is_verb, verb_cue
from onrecord.read.quotation_drafts import Draft, Form
from onrecord.read.quotation_figures import figure_attribution
from onrecord.read.quotation_marks import Quote
from onrecord.read.quotation_nouns import according_to, adjective_attribution, noun_attribution
from onrecord.read.quotation_scope import (
    around,
    clause_after,
    link_after,
    lost_clause,
    object_after,
    quoted_in,
    trimmed,
)
from onrecord.read.quotation_sources import (
    EMPTY_SUBJECTS,
    inverted_subject,
    noun_span,
    stranded_subject,
    subject_of,
)
from onrecord.read.quotation_trailing import trailing_attribution
from onrecord.read.quotation_unnamed import unnamed_attribution


def clause_attributions(sentence: Sentence, text: str, quotes: tuple[Quote, ...]) -> Iterator[Draft]:
    """The attributions that the words of one sentence make, in the order of their cues."""
    for token in sentence.tokens:
        draft = _attribution_at(sentence, token, text, quotes)
        if draft is not None:
            yield draft


def _attribution_at(sentence: Sentence, token: Token, text: str, quotes: tuple[Quote, ...]) -> Draft | None:
    if token.lower in ("according", "per"):
        return according_to(sentence, token, text)
    if is_verb(token):
        return (
            quoted_attribution(sentence, token, text)
            or figure_attribution(sentence, token, text)
            or unnamed_attribution(sentence, token, text)
            or _verb_attribution(sentence, token, text, quotes)
            or trailing_attribution(sentence, token, text)
        )
    if token.pos in ("NOUN", "PROPN"):
        return noun_attribution(sentence, token, text)
    if token.pos == "ADJ":
        return adjective_attribution(sentence, token, text)
    return unnamed_attribution(sentence, token, text) if token.pos == "ADV" else None


def _verb_attribution(sentence: Sentence, token: Token, text: str, quotes: tuple[Quote, ...]) -> Draft | None:
    cue = verb_cue(sentence, token)
    if cue is None:
        return None
    subject = stranded_subject(sentence, token) or subject_of(sentence, token)
    contents, form = _contents(sentence, cue, subject, text, quotes)
    if not contents:
        return None
    if subject is None or _inside(subject, contents):
        subject = inverted_subject(sentence, token)
    if subject is None or (subject.lower in EMPTY_SUBJECTS and not sentence.kids(token, "ccomp")):
        return None
    source = noun_span(sentence, subject, token)
    contents = tuple(c for c in (_without(c, source, text) for c in contents) if c)
    return Draft(sentence.index, contents, source, cue.span, _reports(cue, form), form) if contents else None


def quoted_attribution(sentence: Sentence, token: Token, text: str) -> Draft | None:
    """“…, X was quoted by Z as saying”: X speaks, though the verb is a passive."""
    if token.lemma.lower() not in ("quote", "cite") or not sentence.kids(token, "auxpass"):
        return None
    subject = next(iter(sentence.kids(token, "nsubjpass")), None)
    saying = next((w for w in sentence.subtree(token) if w.dep == "pcomp" and w.index > token.index), None)
    if subject is None or saying is None:
        return None
    after = clause_after(sentence, Cue(saying, saying.span, frozenset("cq"), True), text)
    cue = Cue(token, token.span, frozenset("cq"), True)
    content = (after,) if after else tuple(around(sentence, cue, subject, text))
    return Draft(sentence.index, content, noun_span(sentence, subject, token), token.span, True) if content else None


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
) -> tuple[tuple[Span, ...], Form]:
    """The content of a verb's cue, and what it is."""
    form: Form = "words" if cue.reports else "mind"
    after = link_after(sentence, cue, text)
    if after is not None:
        return (after,), form
    clause = clause_after(sentence, cue, text)
    if cue.frame & {"c", "q"} and clause is None:
        spans = around(sentence, cue, subject, text)
        if spans and ("c" in cue.frame or _quoted(spans, quotes)):
            return tuple(spans), form
    if clause is not None and cue.frame & {"c", "i", "a", "h"}:
        return (clause,), form
    if "q" in cue.frame:
        quoted = [q for q in quoted_in(sentence, quotes, cue) if q.start >= cue.span.end - 1]
        if quoted and _led_in(text, cue, quoted[0]):
            return (quoted[0],), form
    if "o" in cue.frame:
        found = object_after(sentence, cue, text)
        return ((found,) if found else ()), "object"
    if "c" in cue.frame and "h" not in cue.frame:
        found = lost_clause(sentence, cue, text)
        return ((found,) if found else ()), form
    return (), form


def _reports(cue: Cue, form: Form) -> bool:
    """Whether the cue makes a voice: words said, a figure believed, or the object of a report."""
    lemma = cue.token.lemma.lower()
    match form:
        case "words":
            return True
        case "object":
            return lemma in cue_words("reporting_objects")
        case _:
            return lemma in cue_words("believing")


def _quoted(spans: list[Span], quotes: tuple[Quote, ...]) -> bool:
    return any(q.span.overlaps(span) for q in quotes for span in spans)


def _led_in(text: str, cue: Cue, quote: Span) -> bool:
    """A quotation that a comma or colon leads in, or that stands right after the cue, is its content."""
    between = text[cue.span.end : quote.start].rstrip()
    return not between or between[-1] in ",:" or len(between.split()) <= 4
