"""Sources: the voice behind words, resolved to a name, a role and a party."""

from typing import Final

from onrecord.claims.source_chains import chain_of, channel_of
from onrecord.claims.source_names import Persona
from onrecord.claims.source_people import PRONOUNS, is_pointing, resolve
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
    if not holding or is_background(quote, reading):
        return None
    return voice_in(holding[0], reading, tuple(holding[1:]))


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
    return [a for _, _, a in sorted(found, key=lambda row: row[:2])]


def is_background(quote: Span, reading: Reading) -> bool:
    """Whether words stand in a clause that only says of which happening somebody spoke: the outlet's own reminder.

    "Police said a man was held over the blast that [injured thirty]": the police speak of the man.
    """
    sentence = reading.sentence_of(quote)
    head = sentence.at(quote) if sentence else None
    if sentence is None or head is None:
        return False
    for word in (head, *sentence.ancestors(head)):
        noun = _reminded(sentence, word)
        if noun is None:
            continue
        if (noun.dep == "pobj" and sentence.head(noun).lower in REMINDING) or _sums_up(sentence, word):
            return True
    return False


def _sums_up(sentence: Sentence, clause: Token) -> bool:
    """A clause in the present perfect sums up for the reader: "…, which have killed 900 people in a year"."""
    return any(k.lower in ("has", "have") for k in sentence.kids(clause, "aux"))


def _reminded(sentence: Sentence, clause: Token) -> Token | None:
    """The noun that a relative clause hangs on, also where the parser hung "…, in which …" on the verb."""
    if clause.dep == "relcl":
        return sentence.head(clause)
    words = sentence.subtree(clause)
    if clause.dep != "advcl" or not any(w.lower == "which" for w in words[:2]) or words[0].index < 2:
        return None
    return sentence.tokens[words[0].index - 2]


def _holds(content: Span, quote: Span) -> bool:
    """Content holds words that lie in it for more than a half: the ends of both are a matter of commas."""
    shared = min(content.end, quote.end) - max(content.start, quote.start)
    return shared > 0 and 2 * shared > len(quote)


def _source(persona: Persona) -> Source:
    return Source(persona.name, persona.role, persona.party)
