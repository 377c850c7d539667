"""Who a source is: names found again in the report, pronouns and short forms resolved, role and party read."""

from typing import Final

from onrecord.claims.source_names import (
    Persona,
    described,
    introduced,
    is_paper,
    is_person,
    name_words,
    proper_name,
)
from onrecord.claims.source_roles import institutions, offices
from onrecord.model.document import Span
from onrecord.model.reading import Attribution, Reading, Sentence, Token
from onrecord.model.values import Actor

PERSONAL: Final = frozenset({"he", "she", "i", "him", "her", "his"})
PRONOUNS: Final = PERSONAL | {"they", "it", "we", "them", "their", "its"}
RELATIVE: Final = frozenset({"who", "which", "that"})
POINTING: Final = frozenset({"this", "these", "those", "such", "that", "what"})
SELF: Final = frozenset({"i", "we"})
BANDS: Final = frozenset({"group", "militia", "movement", "organization", "organisation", "faction"})
NOT_NAMED: Final = "not named"
MAX_BACK: Final = 12  # sentences that a pronoun or a short form may look back


def resolve(attribution: Attribution, reading: Reading) -> Persona:
    """The persona behind an attribution's source; one that is not named where the words name nobody."""
    if attribution.source is None:
        return Persona(NOT_NAMED, "", False, "other", None)
    return resolve_span(attribution.source, reading)


def is_pointing(attribution: Attribution, reading: Reading) -> bool:
    """A source that is no voice but points at what was said: "this shows that …"."""
    source = attribution.source
    return source is not None and source.text_in(reading.document.text).lower() in POINTING


def is_relaying(attribution: Attribution, reading: Reading) -> bool:
    """A source behind which the speaker around it stands: "we claim …" in a quotation, "findings show …", nobody."""
    source = attribution.source
    if source is None:
        return True
    words = source.text_in(reading.document.text).lower()
    return words in SELF or is_paper(source, reading)


def resolve_span(span: Span, reading: Reading) -> Persona:
    """The persona that the words of a span name, by themselves or through an earlier mention."""
    sentence = reading.sentence_of(span)
    head = sentence.at(span) if sentence else None
    if sentence is None or head is None:
        return described(span, reading)
    if head.lower in RELATIVE and head.pos in ("PRON", "DET"):
        antecedent = _antecedent(sentence, head)
        return resolve_span(antecedent, reading) if antecedent else described(span, reading)
    if head.lower in PRONOUNS:
        unknown = Persona(NOT_NAMED, span.text_in(reading.document.text), False, "other", None)
        return _behind_pronoun(span, reading, head.lower) or unknown
    name = proper_name(span, reading)
    if name is not None and len(name.split()) == 1:
        return _full_name(name, span, reading) or described(span, reading)
    if name is None and _is_short(sentence, head, span):
        return _holder(head, span, reading) or described(span, reading)
    return described(span, reading)


def _antecedent(sentence: Sentence, pronoun: Token) -> Span | None:
    """The noun that a relative pronoun stands for."""
    for above in sentence.ancestors(pronoun):
        if above.dep in ("relcl", "acl") and sentence.head(above).pos in ("NOUN", "PROPN", "PRON"):
            noun = sentence.head(above)
            words = [w for w in sentence.subtree(noun) if w.index < pronoun.index and w.text != ","]
            return sentence.covering(words or [noun])
    return None


def _is_short(sentence: Sentence, head: Token, span: Span) -> bool:
    """A short form of somebody named before: "the governor", "the ministry", with "the" and little else."""
    determiners = sentence.kids(head, "det")
    definite = any(d.lower in ("the", "this", "that", "same") for d in determiners)
    return definite and len(sentence.within(span)) <= 2 and head.lemma.lower() in offices() | institutions()


def _candidates(span: Span, reading: Reading) -> list[Span]:
    """Those who may be meant again at a span, the nearest first: sources and subjects named before it."""
    here = reading.sentence_of(span)
    index = here.index if here else 0
    found: set[Span] = set()
    for attribution in reading.attributions:
        source = attribution.source
        if source is not None and source.start < span.start and attribution.reports:
            found.add(source)
    for sentence in reading.sentences[max(index - MAX_BACK, 0) : index + 1]:
        for token in sentence.tokens:
            if token.dep not in ("nsubj", "nsubjpass") or sentence.head(token).dep != "ROOT":
                continue
            if token.pos in ("PROPN", "NOUN") and token.span.end <= span.start:
                found.add(_subject_span(sentence, token))
    start = reading.sentences[max(index - MAX_BACK, 0)].span.start
    return sorted((s for s in found if s.start >= start), key=lambda s: (s.start, s.end), reverse=True)


def _subject_span(sentence: Sentence, token: Token) -> Span:
    words = [w for w in sentence.subtree(token) if w.dep not in ("relcl", "acl")]
    return sentence.covering(words)


def _behind_pronoun(span: Span, reading: Reading, pronoun: str) -> Persona | None:
    """Whom a pronoun stands for: "he" the person named last, "it" and "they" the body named last as a source."""
    sources = {a.source for a in reading.attributions if a.reports}
    for candidate in _candidates(span, reading):
        words = candidate.text_in(reading.document.text).lower()
        if words in PRONOUNS or words in RELATIVE:
            continue
        person = is_person(candidate, reading)
        if pronoun in PERSONAL and person:
            return resolve_span(candidate, reading)
        if pronoun not in PERSONAL and not person and candidate in sources and _agrees(pronoun, candidate, reading):
            return described(candidate, reading)
    return None


def _agrees(pronoun: str, span: Span, reading: Reading) -> bool:
    """ "They" stands for several, "it" for one body: "officials", "the army"."""
    sentence = reading.sentence_of(span)
    head = sentence.at(span) if sentence else None
    if sentence is None or head is None:
        return False
    several = head.tag in ("NNS", "NNPS") or bool(sentence.kids(head, "conj")) or head.lower == "police"
    return several == (pronoun in ("they", "them", "their", "we"))


def _full_name(name: str, span: Span, reading: Reading) -> Persona | None:
    """The first mention that names the person in full: "Talov" finds "Roman Talov, the minister"."""
    last = name.split()[-1]
    for sentence in reading.parsed:
        for token in sentence.tokens:
            if token.text == last and token.pos == "PROPN" and not span.covers(token.span):
                words = name_words(sentence, token)
                if len(words) > 1:
                    return introduced(sentence, token, sentence.covering(words).text_in(reading.document.text), reading)
    return None


def _holder(head: Token, span: Span, reading: Reading) -> Persona | None:
    """Who is meant by an office or a body: "the governor" finds the last one of whom that word was said in full."""
    word = head.lemma.lower()
    for candidate in _candidates(span, reading):
        text = candidate.text_in(reading.document.text)
        if text.lower() in PRONOUNS:
            continue
        name = proper_name(candidate, reading)
        if name is None:
            if len(text.split()) > 2 and (_heads(word, candidate, reading) or _is_band(word, candidate, reading)):
                return described(candidate, reading)
            continue
        persona = _full_name(name, span, reading) or described(candidate, reading)
        if word in offices() and word in persona.words.lower().replace(",", " ").split():
            return persona
    return _fighters_named(span, reading) if word in BANDS else None


def _fighters_named(span: Span, reading: Reading) -> Persona | None:
    """The armed group that was named last before "the group said"."""
    named = [
        mention
        for mention in reading.mentions_in(Span(0, span.start), "ACTOR")
        if isinstance(mention.value, Actor) and mention.value.country is None and mention.value.name[:1].isupper()
    ]
    last = named[-1] if named else None
    if last is None or not isinstance(last.value, Actor):
        return None
    words = last.span.text_in(reading.document.text)
    return Persona(last.value.name, words, False, "party_to_conflict", last.value.name)


def _is_band(word: str, span: Span, reading: Reading) -> bool:
    """Whether "the group" can mean a body named before: fighters, an aid group or a monitor with a name of its own."""
    sentence = reading.sentence_of(span)
    named = sentence is not None and any(w.pos == "PROPN" for w in sentence.within(span))
    return word in BANDS and named and described(span, reading).role in ("party_to_conflict", "un_ngo", "monitor")


def _heads(word: str, span: Span, reading: Reading) -> bool:
    """Whether a word is the head of a noun phrase: "ministry" of "the defense ministry of Portugal"."""
    sentence = reading.sentence_of(span)
    head = sentence.at(span) if sentence else None
    return head is not None and head.lemma.lower() == word
