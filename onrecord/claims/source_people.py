"""Who a source is: names found again in the report, pronouns and offices resolved, role and party read."""

from dataclasses import dataclass
from typing import Final

from onrecord.claims.source_roles import is_anonymous, offices, party_of, role_of, titles
from onrecord.model.codes import SourceRole
from onrecord.model.document import Span
from onrecord.model.reading import Attribution, Reading, Sentence, Token

PRONOUNS: Final = frozenset({"he", "she", "they", "it", "who", "which", "that", "i", "we"})
NOT_NAMED: Final = "not named"
MAX_BACK: Final = 12  # sentences that a pronoun or a short form may look back


@dataclass(frozen=True, slots=True)
class Persona:
    """A source as resolved: its name, its words in the text, whether it is a person, role and party."""

    name: str
    words: str
    person: bool
    role: SourceRole
    party: str | None
    at: int = 0


def resolve(attribution: Attribution, reading: Reading) -> Persona:
    """The persona behind an attribution's source; one that is not named where the words name nobody."""
    if attribution.source is None:
        return Persona(NOT_NAMED, "", False, "other", None)
    return resolve_span(attribution.source, reading)


def resolve_span(span: Span, reading: Reading) -> Persona:
    """The persona that the words of a span name, by themselves or through an earlier mention."""
    sentence = reading.sentence_of(span)
    head = sentence.at(span) if sentence else None
    if sentence is None or head is None:
        return _described(span, reading)
    if head.lower in ("who", "which", "that") and head.pos in ("PRON", "DET"):
        antecedent = _antecedent(sentence, head)
        return resolve_span(antecedent, reading) if antecedent else _described(span, reading)
    if head.lower in PRONOUNS:
        return _earlier_person(span, reading, head.lower) or _described(span, reading)
    name = proper_name(span, reading)
    if name is not None and len(name.split()) == 1:
        return _full_name(name, span, reading) or _described(span, reading)
    if name is None and head.lemma.lower() in offices() and _is_definite(sentence, head):
        return _holder(head, span, reading) or _described(span, reading)
    return _described(span, reading)


def _antecedent(sentence: Sentence, pronoun: Token) -> Span | None:
    """The noun that a relative pronoun stands for."""
    for above in sentence.ancestors(pronoun):
        if above.dep in ("relcl", "acl") and sentence.head(above).pos in ("NOUN", "PROPN", "PRON"):
            noun = sentence.head(above)
            words = [w for w in sentence.subtree(noun) if w.index < pronoun.index and w.text not in (",",)]
            return sentence.covering(words or [noun])
    return None


def proper_name(span: Span, reading: Reading) -> str | None:
    """The name of a person in a source's words, without titles: the last run of capitalized names in its head."""
    sentence = reading.sentence_of(span)
    head = sentence.at(span) if sentence else None
    if sentence is None or head is None:
        return None
    heads = [head, *(k for k in sentence.kids(head, "appos") if span.covers(k.span))]
    for candidate in heads:
        words = _name_words(sentence, candidate)
        if words:
            return " ".join(w.text for w in words)
    return None


def _name_words(sentence: Sentence, head: Token) -> list[Token]:
    """The head's own run of proper nouns, titles cut from the front; empty where the head names no person."""
    if head.pos != "PROPN":
        return []
    first = head.index
    while (
        first > 0
        and sentence.tokens[first - 1].pos == "PROPN"
        and sentence.tokens[first - 1].head in range(first - 1, head.index + 1)
    ):
        first -= 1
    words = list(sentence.tokens[first : head.index + 1])
    while words and words[0].lower.strip(".") in titles():
        words = words[1:]
    return words if words and not _institutional(words) else []


def _institutional(words: list[Token]) -> bool:
    """Proper nouns that name a body, not a person: "Ministry", "Health Department", all capitals."""
    role = role_of(" ".join(w.text for w in words))
    return role is not None or words[-1].text.isupper() or party_of(" ".join(w.text for w in words)) is not None


def _is_definite(sentence: Sentence, head: Token) -> bool:
    determiners = sentence.kids(head, "det", "poss")
    return any(d.lower in ("the", "this", "that", "same") for d in determiners)


def _described(span: Span, reading: Reading) -> Persona:
    """A source by its own words."""
    words = span.text_in(reading.document.text)
    name = proper_name(span, reading)
    said = _short(words)
    return Persona(
        name or said,
        words,
        name is not None and len(name.split()) < 5,
        _role(words, span, reading),
        party_of(words) or _place_party(span, reading),
        span.start,
    )


def _role(words: str, span: Span, reading: Reading) -> SourceRole:
    sentence = reading.sentence_of(span)
    head = sentence.at(span) if sentence else None
    role = role_of(words, head.lemma if head else None)
    if is_anonymous(words) and role is None:
        return "other"
    return role or "other"


def _short(words: str) -> str:
    """A source's words as a name: without the article and what hangs on after a comma."""
    name = words.split(",")[0].strip()
    for article in ("the ", "a ", "an ", "The ", "A ", "An "):
        if name.startswith(article):
            name = name[len(article) :]
    return name or words


def _place_party(span: Span, reading: Reading) -> str | None:
    """The country of a place in the source's words: "the governor of the Zarya region"."""
    for mention in reading.mentions_in(span, "PLACE", "ACTOR"):
        country = getattr(mention.value, "country", None)
        if isinstance(country, str):
            return country
    return None


def _sources_before(span: Span, reading: Reading) -> list[Span]:
    """The sources named before a span, the nearest first, within a few sentences."""
    sentence = reading.sentence_of(span)
    floor = max((sentence.index if sentence else 0) - MAX_BACK, 0)
    start = reading.sentences[floor].span.start if reading.sentences else 0
    found = {a.source for a in reading.attributions if a.source and start <= a.source.start < span.start}
    return sorted(found, key=lambda s: s.start, reverse=True)


def _people_before(span: Span, reading: Reading) -> list[Persona]:
    """The persons that are named as sources or subjects before a span, the nearest first."""
    people = []
    for source in _sources_before(span, reading):
        name = proper_name(source, reading)
        if name:
            people.append(_full_name(name, source, reading) or _described(source, reading))
    return people


def _earlier_person(span: Span, reading: Reading, pronoun: str) -> Persona | None:
    """Whom a pronoun stands for: the person named last as a source; "they" and "it" the last body."""
    if pronoun in ("he", "she", "i"):
        return next(iter(_people_before(span, reading)), None)
    for source in _sources_before(span, reading):
        words = source.text_in(reading.document.text)
        if words.lower() not in PRONOUNS and proper_name(source, reading) is None:
            return _described(source, reading)
    return None


def _full_name(name: str, span: Span, reading: Reading) -> Persona | None:
    """The first mention that names the person in full: "Shoigu" finds "Sergei Shoigu, the Minister"."""
    last = name.split()[-1]
    for sentence in reading.sentences:
        if sentence.span.start > span.start:
            return None
        for token in sentence.tokens:
            if token.text == last and token.pos == "PROPN" and token.span.start < span.start:
                words = _name_words(sentence, token)
                if len(words) > 1:
                    return _introduced(sentence, token, " ".join(w.text for w in words), reading)
    return None


def _introduced(sentence: Sentence, head: Token, name: str, reading: Reading) -> Persona:
    """A person at the first mention, with the title and the apposition around the name."""
    top = head
    while top.dep in ("appos", "compound") and top.head != top.index:
        top = sentence.head(top)
    words = sentence.covering([w for w in sentence.subtree(top) if abs(w.index - head.index) < 12])
    text = words.text_in(reading.document.text)
    return Persona(
        name, text, True, _role(text, words, reading), party_of(text) or _place_party(words, reading), words.start
    )


def _holder(head: Token, span: Span, reading: Reading) -> Persona | None:
    """Who holds an office: "the governor" finds the last person with that word in the title."""
    office = head.lemma.lower()
    for persona in _people_before(span, reading):
        if office in persona.words.lower():
            return persona
    return None
