"""Statements: words, not acts. Accusations, denials, threats, each with who says it and against whom."""

from functools import cache
from typing import Final

from onrecord.claims.source_roles import country_name, country_named
from onrecord.claims.sources import attributions_of, voice_in, voice_of
from onrecord.model.claim import Claim, Statement, Voice
from onrecord.model.codes import StatementKind
from onrecord.model.document import Span
from onrecord.model.ids import make_id
from onrecord.model.reading import Attribution, Reading, Sentence, Token
from onrecord.registry import lexicon, origin_of

OWN: Final = frozenset({"he", "she", "it", "they", "we", "i"})
NOBODY: Final = frozenset({"nobody", "none", "neither", "no", "noone"})


def find_statements(reading: Reading) -> tuple[tuple[Statement, ...], tuple[Claim, ...]]:
    """The statements of a reading and the claims that they rest on, in text order."""
    cues = {a.cue.start: a for a in reading.attributions if a.cue}
    pairs = []
    for sentence in reading.parsed:
        for token in sentence.tokens:
            if token.pos == "VERB":
                pair = _statement(sentence, token, cues.get(token.span.start), reading)
                if pair is not None:
                    pairs.append(pair)
    return tuple(s for s, _ in pairs), tuple(c for _, c in pairs)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(lexicon("statements")[kind])


@cache
def _kinds() -> dict[str, StatementKind]:
    return {verb: kind for kind, verbs in lexicon("statements")["kinds"].items() for verb in verbs}


def _statement(
    sentence: Sentence, token: Token, attribution: Attribution | None, reading: Reading
) -> tuple[Statement, Claim] | None:
    """The statement that a verb makes, with its claim; None where it makes none or nobody is named."""
    kind = kind_of(sentence, token)
    if kind is None or sentence.kids(token, "neg") or _says_nobody(sentence, token):
        return None
    voice = _voice(sentence, token, attribution, reading)
    if voice is None:
        return None
    quote = _quote(sentence, token, attribution)
    target = _target(sentence, token, kind, reading)
    claim = Claim(
        id=make_id(reading.document.id, "statement", kind, quote.start, quote.end),
        document_id=reading.document.id,
        event_mention_id=None,
        slot="statement",
        quote=quote,
        sentence=sentence.span,
        voice=voice,
        modality="asserted",
        hedge=None,
        value=None,
        origin=origin_of("statements"),
    )
    return Statement(kind, voice, target, quote, (claim.id,)), claim


def _says_nobody(sentence: Sentence, token: Token) -> bool:
    """True for "nobody has claimed responsibility", "no group denied it": nothing was said."""
    subjects = sentence.kids(token, "nsubj")
    return any(
        word.lower in NOBODY for subject in subjects for word in (subject, *sentence.kids(subject, "det", "neg"))
    )


def kind_of(sentence: Sentence, token: Token) -> StatementKind | None:
    """The kind of statement that a verb makes: "vowed to strike back" is a threat, "vowed to help" a promise."""
    lemma = token.lemma.lower()
    if lemma in _words("intents") and _is_violent(sentence, token):
        return "threat"
    if lemma in ("claim", "accept", "take", "assume") and any(
        k.lemma.lower() in _words("responsibility") for k in sentence.kids(token, "dobj")
    ):
        return "claim_of_responsibility"
    if lemma == "call" and not any(k.lower in ("for", "on", "upon") for k in sentence.kids(token)):
        return None
    if lemma == "deny" and any(k.dep == "nsubjpass" for k in sentence.kids(token)):
        return None
    return _kinds().get(lemma)


def _is_violent(sentence: Sentence, token: Token) -> bool:
    """Whether the infinitive after an intent is an act of force, or more of one: "to intensify strikes"."""
    for verb in sentence.kids(token, "xcomp", "ccomp"):
        lemma = verb.lemma.lower()
        if lemma in _words("violent"):
            return True
        if lemma in _words("degree"):
            return any(w.lemma.lower() in _words("force") for w in sentence.subtree(verb))
    return False


def _voice(sentence: Sentence, token: Token, attribution: Attribution | None, reading: Reading) -> Voice | None:
    """Who makes the statement: the cue's own source, or, for "X said he wanted to …", X."""
    if attribution is not None and attribution.source is not None:
        return voice_in(attribution, reading, tuple(attributions_of(token.span, reading)))
    subjects = sentence.kids(token, "nsubj")
    if subjects and subjects[0].lower in OWN:
        return voice_of(token.span, reading)
    return None


def _quote(sentence: Sentence, token: Token, attribution: Attribution | None) -> Span:
    """The words of the statement: from the cue to the end of its content in the same sentence."""
    span = sentence.covering([w for w in sentence.subtree(token) if w.index >= token.index and w.dep != "punct"])
    if attribution is not None:
        for content in attribution.content:
            if sentence.span.covers(content):
                span = span.union(content)
    return span


def _target(sentence: Sentence, token: Token, kind: StatementKind, reading: Reading) -> str | None:
    """Against whom: the object of an accusation or demand, or what follows "against" in a threat."""
    if kind in ("accusation", "demand"):
        nouns = sentence.kids(token, "dobj") or [
            n
            for k in sentence.kids(token, "prep", "prt")
            if k.lower in ("on", "upon")
            for n in sentence.kids(k, "pobj")
        ]
    else:
        below = sentence.subtree(token)
        nouns = [n for k in below if k.lower == "against" for n in sentence.kids(k, "pobj")]
    if not nouns:
        return None
    words = sentence.covering([w for w in sentence.subtree(nouns[0]) if w.index <= nouns[0].index])
    text = words.text_in(reading.document.text)
    iso = country_named(text)
    return (country_name(iso) if iso else None) or text
