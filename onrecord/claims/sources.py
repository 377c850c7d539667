"""Sources: the voice behind words, resolved to a name, a role and a party."""

from typing import Final

from onrecord.claims.source_chains import chain_of, channel_of
from onrecord.claims.source_names import Persona
from onrecord.claims.source_people import PRONOUNS, is_pointing, is_relaying, resolve
from onrecord.model.claim import Voice
from onrecord.model.document import Span
from onrecord.model.reading import Attribution, Reading, Sentence, Token
from onrecord.model.values import Source

REMINDING: Final = frozenset({"after", "over", "following", "since", "before", "about", "amid", "during"})


def voice_of(quote: Span, reading: Reading) -> Voice | None:
    """Who says the quoted words; None is the outlet's own voice.

    The innermost attribution whose content holds the words decides; the ones around it are its chain.
    """
    holding = attributions_of(quote, reading)
    if not holding or _is_aside(quote, holding[0], reading):
        return None
    return voice_in(holding[0], reading, tuple(holding[1:]))


def _is_aside(quote: Span, attribution: Attribution, reading: Reading) -> bool:
    """Whether words in the content of indirect speech are the outlet's; within quotation marks they never are."""
    content = min((c for c in attribution.content if _holds(c, quote)), key=len)
    return attribution.kind != "direct" and is_background(quote, content, reading)


def voice_in(attribution: Attribution, reading: Reading, around: tuple[Attribution, ...] = ()) -> Voice:
    """The voice that an attribution names, relayed by the voices of the attributions around it; made once a reading."""
    key = ("voice", attribution, around)
    if key not in reading.memo:
        reading.memo[key] = _make_voice(attribution, reading, around)
    voice: Voice = reading.memo[key]
    return voice


def _make_voice(attribution: Attribution, reading: Reading, around: tuple[Attribution, ...]) -> Voice:
    persona = resolve(attribution, reading)
    channel = channel_of(attribution, reading)
    chain = tuple(
        dict.fromkeys((*(resolve(a, reading).name for a in reversed(around)), *chain_of(attribution, reading)))
    )
    return Voice(
        attribution.source,
        _source(persona),
        attribution.cue,
        channel,
        tuple(n for n in chain if n != persona.name and n.lower() not in PRONOUNS),
    )


def attributions_of(quote: Span, reading: Reading) -> list[Attribution]:
    """The reporting attributions whose content holds the quoted words, the innermost first."""
    found = [
        (min(len(c) for c in a.content if _holds(c, quote)), n, a)
        for n, a in enumerate(reading.attributions)
        if a.reports and any(_holds(c, quote) for c in a.content) and not is_pointing(a, reading)
    ]
    holding = [a for _, _, a in sorted(found, key=lambda row: row[:2])]
    speakers = [a for a in holding if not is_relaying(a, reading)]
    return speakers or holding


def is_background(quote: Span, content: Span, reading: Reading) -> bool:
    """Whether words stand in a clause that only says of which happening somebody spoke: the outlet's own reminder.

    "Police said a man was held over the blast that [injured thirty]": the police speak of the man.
    """
    sentence = reading.sentence_of(quote)
    head = sentence.at(quote) if sentence else None
    if sentence is None or head is None:
        return False
    for clause in (head, *sentence.ancestors(head)):
        if not content.covers(clause.span):
            return False
        if clause.dep in ("relcl", "advcl") and _reminds(sentence, clause):
            return True
    return False


def _reminds(sentence: Sentence, clause: Token) -> bool:
    """“After the blast that …”, “…, which killed two”, “… that has killed 900”: said to remind the reader."""
    words = sentence.subtree(clause)
    which = [w for w in words[:2] if w.lower == "which"]
    before = sentence.tokens[words[0].index - 1] if words[0].index else None
    if clause.dep == "advcl" and not which:
        return False
    if which and before is not None and before.text == ",":
        return True
    if any(k.lower in ("has", "have") for k in sentence.kids(clause, "aux")):
        return True
    noun = sentence.head(clause)
    return noun.dep == "pobj" and sentence.head(noun).lower in REMINDING


def _holds(content: Span, quote: Span) -> bool:
    """Content holds words that lie in it for more than a half: the ends of both are a matter of commas."""
    shared = min(content.end, quote.end) - max(content.start, quote.start)
    return shared > 0 and 2 * shared > len(quote)


def _source(persona: Persona) -> Source:
    return Source(persona.name, persona.role, persona.party)
