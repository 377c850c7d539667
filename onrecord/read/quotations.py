"""Quotations: who is quoted, by which cue, with what content; direct, indirect and mixed."""

import re
from dataclasses import replace
from typing import Final, Literal

from onrecord.model.document import Document, Span
from onrecord.model.reading import Attribution, Sentence
from onrecord.read.quotation_clauses import clause_attributions
from onrecord.read.quotation_drafts import Draft
from onrecord.read.quotation_marks import Quote, find_quotes

FIGURE: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?)\b", re.I
)


def find_attributions(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Attribution, ...]:
    """The attributions of a document, in text order."""
    text = document.text
    quotes = find_quotes(text, sentences)
    drafts: list[Draft] = []
    for sentence in sentences:
        near = tuple(q for q in quotes if q.span.overlaps(sentence.span))
        here = list(clause_attributions(sentence, text, near)) if sentence.tokens else []
        drafts.extend(_widened(draft, near) for draft in here)
        if not here and drafts:
            drafts[-1] = _carried_on(drafts[-1], sentence, near, sentences)
    kept = [draft for draft in drafts if _is_kept(draft, drafts, quotes, text)]
    return tuple(sorted((_attribution(d, quotes) for d in kept), key=lambda a: (a.cue or a.content[0], a.content)))


def _is_kept(draft: Draft, drafts: list[Draft], quotes: tuple[Quote, ...], text: str) -> bool:
    """What people feel, want and mention is kept where the outlet tells it, not where somebody quoted does; inside
    quoted words only a report that carries a figure is kept (“the army told us that two had died”)."""
    inside_quote = any(quote.span.covers(draft.cue) for quote in quotes)
    if draft.form == "words" and draft.reports and not inside_quote:
        return True
    if draft.form != "mind" and draft.reports and any(FIGURE.search(span.text_in(text)) for span in draft.content):
        return True
    told = any(span.covers(draft.cue) for other in drafts if other is not draft for span in other.content)
    return not inside_quote and not told


def _widened(draft: Draft, quotes: tuple[Quote, ...]) -> Draft:
    """Content that reaches into a quotation reaches to its end, over as many sentences as it takes."""
    content = []
    for span in draft.content:
        for quote in quotes:
            if quote.span.start <= span.start < quote.span.end and not quote.span.covers(draft.cue):
                span = Span(min(span.start, quote.span.start), max(span.end, quote.span.end))
            elif span.start <= quote.span.start < span.end < quote.span.end:
                span = Span(span.start, quote.span.end)
        content.append(span)
    return replace(draft, content=tuple(content))


def _carried_on(draft: Draft, sentence: Sentence, quotes: tuple[Quote, ...], sentences: tuple[Sentence, ...]) -> Draft:
    """A sentence that is nothing but quotation goes on with the words of the cue before it."""
    whole = [q for q in quotes if q.span.start <= sentence.span.start < q.span.end]
    quoted = any(q.span.overlaps(span) for q in quotes for span in draft.content)
    if not whole or any(span.covers(sentence.span) for span in draft.content):
        return draft
    near = sentence.index - draft.sentence <= 3 or quoted
    return replace(draft, content=(*draft.content, whole[0].span)) if near and draft.reports else draft


def _attribution(draft: Draft, quotes: tuple[Quote, ...]) -> Attribution:
    return Attribution(draft.content, draft.source, draft.cue, _kind(draft, quotes), draft.reports)


def _kind(draft: Draft, quotes: tuple[Quote, ...]) -> Literal["direct", "indirect", "mixed"]:
    inside = [any(q.span.covers(span) for q in quotes) for span in draft.content]
    if all(inside):
        return "direct"
    return "mixed" if any(q.span.overlaps(span) for q in quotes for span in draft.content) else "indirect"
