"""The words that name a source, read by themselves: the name without titles, role, party, person or body."""

from dataclasses import dataclass
from typing import Final

from onrecord.claims.source_roles import (
    collectives,
    group_of,
    institutions,
    is_anonymous,
    is_country,
    offices,
    paper_words,
    party_of,
    role_of,
    speaks_for_state,
    titles,
)
from onrecord.model.codes import SourceRole
from onrecord.model.document import Span
from onrecord.model.reading import Reading, Sentence, Token

DETERMINERS: Final = (
    "the ",
    "a ",
    "an ",
    "their ",
    "his ",
    "her ",
    "its ",
    "our ",
    "another ",
    "some ",
    "one ",
    "this ",
    "that ",
)
MAKING: Final = frozenset(
    {"compile", "publish", "release", "issue", "make", "collect", "prepare", "give", "provide", "write", "post"}
)
QUOTING: Final = " “”\"'«»#@"
RELATIVES: Final = (" who ", " which ", " whose ", " that ")
SPEAKING_FOR: Final[frozenset[SourceRole]] = frozenset(
    {"party_to_conflict", "national_authority", "local_authority", "emergency_service", "police"}
)
MAX_TITLE_WORDS: Final = 12  # around a name in which its title is looked for
MAX_NAME_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class Persona:
    """A source as resolved: its name, its words in the text, whether it is a person, role and party."""

    name: str
    words: str
    person: bool
    role: SourceRole
    party: str | None


def described(span: Span, reading: Reading) -> Persona:
    """A source by its own words: "the mayor of Arvel, Ola Talov" is Ola Talov, a local authority."""
    text = reading.document.text
    body = _behind_paper(span, reading) or span
    words = body.text_in(text)
    name = proper_name(body, reading)
    role = role_of(span.text_in(text)) if body is span else role_of(words) or role_of(span.text_in(text))
    if role is None and is_anonymous(words):
        role = "other"
    party = _party(body, role or "other", reading)
    return Persona(name or short(words), span.text_in(text), name is not None, role or "other", party)


def short(words: str) -> str:
    """A source's words as a name, without the article and what hangs on: "the hospital, which …" is "hospital"."""
    name = words.split(",")[0].split(" (")[0].strip(QUOTING)
    for relative in RELATIVES:
        name = name.split(relative)[0]
    for determiner in DETERMINERS:
        if name.lower().startswith(determiner):
            name = name[len(determiner) :]
            break
    return name.strip() or words


def _party(span: Span, role: SourceRole, reading: Reading) -> str | None:
    """The country that a source speaks for, by a demonym, a name or a place in its words.

    Only those speak for a country who hold an office in it or fight for it, or who are the country by name: a
    "Norwegian hospital" and "Norwegian media" speak for themselves.
    """
    words = span.text_in(reading.document.text)
    group = group_of(words)
    if group is not None:
        return group
    if role not in SPEAKING_FOR and not is_country(short(words)) and not speaks_for_state(words):
        return None
    party = party_of(words)
    if party is not None:
        return party
    for mention in reading.mentions_in(span, "PLACE", "ACTOR"):
        country = getattr(mention.value, "country", None)
        if isinstance(country, str):
            return country
    return None


def _behind_paper(span: Span, reading: Reading) -> Span | None:
    """The body behind a paper: "a report by [the ombudsman]", "[the ombudsman]'s report"."""
    sentence = reading.sentence_of(span)
    head = sentence.at(span) if sentence else None
    if sentence is None or head is None or head.lemma.lower() not in paper_words() | {"agency"}:
        return None
    owners = sentence.kids(head, "poss")
    if head.lemma.lower() in paper_words():
        by = [k for k in sentence.kids(head, "prep", "agent") if k.lower in ("by", "from", "of", "for")]
        made = [k for k in sentence.kids(head, "acl") if k.lemma.lower() in MAKING]
        by += [k for verb in made for k in sentence.kids(verb, "agent")]
        owners = owners or [n for k in by for n in sentence.kids(k, "pobj")] or _named_before(sentence, head)
        owners = owners or _sender(sentence, head)
    if not owners or owners[0].pos == "PRON":
        return None
    words = [w for w in sentence.subtree(owners[0]) if w.dep != "case"]
    if owners[0].dep in ("compound", "nmod"):
        words = [w for w in sentence.tokens[: head.index] if span.covers(w.span) and w.dep != "det"]
    return sentence.covering(words) if words else None


def is_paper(span: Span, reading: Reading) -> bool:
    """Whether the words name a paper or a picture and nobody behind it: "the findings", "video footage"."""
    sentence = reading.sentence_of(span)
    head = sentence.at(span) if sentence else None
    return head is not None and head.lemma.lower() in paper_words() and _behind_paper(span, reading) is None


def _sender(sentence: Sentence, head: Token) -> list[Token]:
    """Who sent the paper, where it is an object: "[the group] released a statement claiming …"."""
    verb = sentence.head(head)
    return sentence.kids(verb, "nsubj") if head.dep == "dobj" else []


def _named_before(sentence: Sentence, head: Token) -> list[Token]:
    """The body that a compound names: "a [UN] report", "a [police] statement"."""
    return [k for k in sentence.kids(head, "compound", "nmod") if role_of(k.text) or party_of(k.text)]


def is_person(span: Span, reading: Reading) -> bool:
    """Whether the words name one person: by a proper name, or by an office or a role that one person has."""
    if proper_name(span, reading) is not None:
        return True
    sentence = reading.sentence_of(span)
    head = sentence.at(span) if sentence else None
    if head is None or head.tag in ("NNS", "NNPS") or head.lemma.lower() in collectives():
        return False
    return head.lemma.lower() in offices()


def proper_name(span: Span, reading: Reading) -> str | None:
    """The name of a person in a source's words, without titles: of its head, or of an apposition to it."""
    sentence = reading.sentence_of(span)
    head = sentence.at(span) if sentence else None
    if sentence is None or head is None:
        return None
    inside = sentence.within(span)
    apposed = [w for w in inside if w.dep == "appos" and _apposes(sentence, w, head)]
    last = inside[-1] if head.lemma.lower() in offices() and inside[-1].pos == "PROPN" else None
    for candidate in (head, *apposed, *([last] if last else [])):
        words = name_words(sentence, candidate)
        if words and (candidate in apposed or candidate is head or sentence.tokens[words[0].index - 1].text == ","):
            return sentence.covering(words).text_in(reading.document.text)
    return None


def _apposes(sentence: Sentence, word: Token, head: Token) -> bool:
    """An apposition to the head itself, or to an apposition to it."""
    above = sentence.head(word)
    return above.index == head.index or (above.dep == "appos" and above.head == head.index)


def name_words(sentence: Sentence, head: Token) -> list[Token]:
    """The head's own run of proper nouns, titles cut from the front; empty where the head names no person."""
    if head.pos != "PROPN":
        return []
    first = head.index
    while first > 0 and _joins(sentence.tokens[first - 1], first, head.index):
        first -= 1
    words = list(sentence.tokens[first : head.index + 1])
    while len(words) > 2 and is_country(words[0].text):
        words = words[1:]  # a heading or a date line before the name
    last = max((n for n, w in enumerate(words[:-1]) if w.lower.strip(".") in titles()), default=-1)
    words, titled = words[last + 1 :], last >= 0
    if len(words) > MAX_NAME_WORDS or words[0].lower.strip(".") in titles() or _names_body(words, titled):
        return []
    return words


def _joins(word: Token, first: int, last: int) -> bool:
    return word.pos == "PROPN" and first - 1 <= word.head <= last and word.index == first - 1


def _names_body(words: list[Token], titled: bool) -> bool:
    """Proper nouns that name a body or a country, not a person: "Health Department", "UNHCR", "Norway".

    After a title a word that is a place too is a name: "Mayor Sofia Lund".
    """
    name = " ".join(w.text for w in words)
    if words[-1].lower in institutions():
        return True
    if role_of(name) is not None or (is_country(name) and not titled):
        return True
    capitals = [len(w.text) > 2 and w.text.isupper() for w in words]
    return any(capitals) and not all(capitals) if len(words) > 1 else any(capitals)


def introduced(sentence: Sentence, head: Token, name: str, reading: Reading) -> Persona:
    """A person at a mention by name, with the title and the apposition around it."""
    top = head
    while top.dep in ("appos", "compound") and top.head != top.index:
        top = sentence.head(top)
    near = [w for w in sentence.subtree(top) if abs(w.index - head.index) < MAX_TITLE_WORDS]
    span = sentence.covering(near)
    text = span.text_in(reading.document.text)
    role = role_of(text) or "other"
    return Persona(name, text, True, role, _party(span, role, reading))
