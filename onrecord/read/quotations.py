"""Quotations: who is quoted, by which cue, with what content; direct, indirect and mixed."""

from dataclasses import replace
from typing import Final, Literal

from onrecord.model.document import Document, Span
from onrecord.model.reading import Attribution, Sentence
from onrecord.read.quotation_clauses import clause_attributions
from onrecord.read.quotation_cues import FIGURE
from onrecord.read.quotation_drafts import Draft
from onrecord.read.quotation_labels import label_drafts
from onrecord.read.quotation_marks import Quote, QuoteIndex, find_quotes

NEIGHBORS: Final = 30  # attributions before and after one in whose content it may lie
MAX_SILENCE: Final = 3  # sentences after its cue in which a quotation still belongs to a speaker who was not quoted


def find_attributions(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Attribution, ...]:
    """The attributions of a document, in text order."""
    text = document.text
    quotes = QuoteIndex(find_quotes(text, sentences))
    drafts = _drafts(text, sentences, quotes)
    labeled = label_drafts(text, sentences)
    drafts = [d for d in drafts if d.form == "words" or not _under(d, labeled)] + labeled
    kept = [draft for n, draft in enumerate(drafts) if _is_kept(n, drafts, quotes, text)]
    return tuple(sorted((_attribution(d, quotes) for d in kept), key=lambda a: (a.cue or a.content[0], a.content)))


def _drafts(text: str, sentences: tuple[Sentence, ...], quotes: QuoteIndex) -> list[Draft]:
    """The attributions of each sentence, and those that go on over several."""
    found = [_in_sentence(text, sentence, quotes) for sentence in sentences]
    cued = frozenset(d.sentence for here in found for d in here if not quotes.covering(d.cue))
    drafts: list[Draft] = []
    speaking: int | None = None  # the last draft of words said, outside of quotations
    for sentence, here in zip(sentences, found, strict=True):
        near = quotes.over(sentence.span)
        if speaking is not None and near and _is_quoted(sentence, near[0]):
            last = next(
                (s.index for s in sentences[sentence.index :] if s.span.end >= near[0].span.end), sentence.index
            )
            if cued.isdisjoint(range(sentence.index, last + 1)):
                _carry_on(drafts, speaking, sentence, near[0], quotes)
        drafts.extend(here)
        told = [n for n in range(len(drafts) - len(here), len(drafts)) if drafts[n].reports]
        speaking = next((n for n in reversed(told) if not quotes.covering(drafts[n].cue)), speaking)
    return drafts


def _in_sentence(text: str, sentence: Sentence, quotes: QuoteIndex) -> list[Draft]:
    near = quotes.over(sentence.span)
    found = clause_attributions(sentence, text, near) if sentence.tokens else ()
    return [_widened(draft, near) for draft in found]


def _under(draft: Draft, labeled: list[Draft]) -> bool:
    """Whether a draft lies in a labeled speaker's words."""
    return any(span.covers(draft.cue) for label in labeled for span in label.content)


def _is_kept(n: int, drafts: list[Draft], quotes: QuoteIndex, text: str) -> bool:
    """What people feel, want and mention is kept where the outlet tells it, not where somebody quoted does; inside
    quoted words only a report that carries a figure is kept (“the army told us that two had died”)."""
    draft = drafts[n]
    inside_quote = quotes.covering(draft.cue) is not None
    if draft.form == "words" and draft.reports and not inside_quote:
        return True
    if draft.form != "mind" and draft.reports and any(FIGURE.search(span.text_in(text)) for span in draft.content):
        return True
    others = (*drafts[max(n - NEIGHBORS, 0) : n], *drafts[n + 1 : n + NEIGHBORS])
    told = any(span.covers(draft.cue) for other in others for span in other.content)
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


def _is_quoted(sentence: Sentence, quote: Quote) -> bool:
    """A sentence that is nothing but quotation: it starts in one and more than half of it is quoted."""
    start, end = sentence.span.start, min(sentence.span.end, quote.span.end)
    return quote.span.start <= start and 2 * (end - start) > len(sentence.span)


def _carry_on(drafts: list[Draft], n: int, sentence: Sentence, quote: Quote, quotes: QuoteIndex) -> None:
    """Gives a quotation without a cue of its own to the speaker before it: as more of the same quotation, or, where
    the words before were not quoted, as an attribution of its own."""
    draft = drafts[n]
    if any(span.covers(quote.span) for other in drafts[n:] for span in other.content):
        return
    if any(quotes.over(span) for span in draft.content):
        drafts[n] = replace(draft, content=(*draft.content, quote.span))
    elif sentence.index - draft.sentence <= MAX_SILENCE:
        drafts.append(replace(draft, content=(quote.span,)))


def _attribution(draft: Draft, quotes: QuoteIndex) -> Attribution:
    return Attribution(draft.content, draft.source, draft.cue, _kind(draft, quotes), draft.reports)


def _kind(draft: Draft, quotes: QuoteIndex) -> Literal["direct", "indirect", "mixed"]:
    if all(quotes.covering(span) for span in draft.content):
        return "direct"
    return "mixed" if any(quotes.over(span) for span in draft.content) else "indirect"
