"""Words under a speaker's label: a transcript ("KORDA: We lost two.") or a headline ("Poll: Most want peace")."""

import re
from dataclasses import replace
from typing import Final

from onrecord.model.document import Span
from onrecord.model.reading import Sentence
from onrecord.read.quotation_drafts import Draft
from onrecord.read.quotation_scope import trimmed

# A transcript's label: a name in capitals of at most four words at the start of a paragraph.
TRANSCRIPT: Final = re.compile(r"((?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+)(?: [A-ZÀ-Þ.'’-]{2,}){0,3})(?: \([^)]{1,40}\))?:\s+(?=\S)")
# A headline's: at most four words of which each begins with a capital.
HEADLINE: Final = re.compile(r"((?:[A-ZÀ-Þ][\w.'’-]*)(?: (?:of |the )?[A-ZÀ-Þ][\w.'’-]*){0,3}):\s+(?=\S)")
MIN_TURNS: Final = 3  # labels from which a text is a transcript
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

    Only a transcript's make a voice: "Arvel: five killed" in a headline names a place as readily as a speaker.
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
    if len(found) >= MIN_TURNS:
        return found
    return [replace(draft, reports=False, form="mind") for draft in found]


def _labeled(text: str, sentence: Sentence, end: int) -> Draft | None:
    match = TRANSCRIPT.match(text, sentence.span.start)
    if match is None and sentence.index == 0:
        match, end = HEADLINE.match(text, sentence.span.start), sentence.span.end
    if match is None or match.group(1).lower() in NOT_SPEAKERS or match.end() >= end:
        return None
    content = trimmed(match.end(), end, text)
    if content is None:
        return None
    return Draft(sentence.index, (content,), Span(*match.span(1)), Span(match.end(1), match.end(1) + 1), True)
