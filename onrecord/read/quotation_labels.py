"""Words under a speaker's label: a transcript ("KORDA: We lost two.") or a headline ("Poll: Most want peace")."""

import re
from dataclasses import replace
from typing import Final

from onrecord.model.document import Span
from onrecord.model.reading import Sentence
from onrecord.read.quotation_drafts import Draft
from onrecord.read.quotation_scope import trimmed
from onrecord.registry import lexicon

# A transcript's label: a name in capitals of at most four words at the start of a paragraph.
TRANSCRIPT: Final = re.compile(r"((?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+)(?: [A-ZÀ-Þ.'’-]{2,}){0,3})(?: \([^)]{1,40}\))?:\s+(?=\S)")
# A headline's: at most four words of which each begins with a capital.
HEADLINE: Final = re.compile(r"((?:[A-ZÀ-Þ][\w.'’-]*)(?: (?:of |the )?[A-ZÀ-Þ][\w.'’-]*){0,3}):\s+(?=\S)")
MIN_TURNS: Final = 3  # labels from which a text is a transcript
# A live blog's: a time, then who says what follows ("12:05 Governor Ilva Korda: two killed").
TIMED: Final = re.compile(r"\d{1,2}[:.h]\d\d\s+(?:[-–—]\s+)?([A-ZÀ-Þ][^:.,;!?\n]{2,60}):\s+(?=\S)")
# Words that label a kind of text, not a speaker.
NOT_SPEAKERS: Final = frozenset(
    {
        *(
            "the latest",
            "delegate update",
            "news alert",
            "fact check",
            "timeline",
            "explainer",
            "in pictures",
            "factbox",
        ),
        *("update", "breaking", "exclusive", "correction", "clarification", "note", "video", "photo", "photos", "live"),
        *("watch", "read", "related", "source", "sources", "opinion", "analysis", "editorial", "date", "location"),
        *(
            "background",
            "summary",
            "contact",
            "time",
            "place",
            "subject",
            "from",
            "to",
            "incident",
            "report",
            "warning",
        ),
    }
)


def label_drafts(text: str, sentences: tuple[Sentence, ...]) -> list[Draft]:
    """The labeled words of a document: of a transcript to the paragraph's end, of a headline to the sentence's.

    Only those of a transcript (three labels, one of them again) or with a time make a voice: "Arvel: five killed" in a
    headline names a place as readily as a speaker, and "WEAPON: mine" in a form names nobody.
    """
    ends = {sentence.paragraph: sentence.span.end for sentence in sentences}
    found = []
    previous = -1
    for sentence in sentences:
        if sentence.paragraph != previous:
            previous = sentence.paragraph
            draft = _labeled(text, sentence, ends[sentence.paragraph])
            if draft is not None:
                found.append(draft)
    speakers = {draft.source.text_in(text) for draft in found if draft.source}
    turns = len(found) >= MIN_TURNS and len(speakers) < len(found)
    return [replace(draft, reports=True, form="words") if turns else draft for draft in found]


def _timed(text: str, sentence: Sentence) -> re.Match[str] | None:
    """A time-stamped label that holds an office or a body: a place or a subject line is no speaker."""
    match = TIMED.match(text, sentence.span.start)
    if match is None:
        return None
    roles = lexicon("roles")
    known = {*roles["offices"], *roles["institutions"]}
    return match if any(word.lower() in known for word in match.group(1).split()) else None


def _labeled(text: str, sentence: Sentence, end: int) -> Draft | None:
    timed = _timed(text, sentence)
    match = timed or TRANSCRIPT.match(text, sentence.span.start)
    if match is None and sentence.index == 0:
        match, end = HEADLINE.match(text, sentence.span.start), sentence.span.end
    if match is None or match.group(1).lower() in NOT_SPEAKERS or match.end() >= end:
        return None
    content = trimmed(match.end(), end, text)
    if content is None:
        return None
    source, colon = Span(*match.span(1)), Span(match.end(1), match.end(1) + 1)
    return Draft(sentence.index, (content,), source, colon, timed is not None, "words" if timed else "mind")
