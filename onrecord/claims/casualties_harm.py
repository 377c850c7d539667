"""Harm: the words of a sentence that tell people were hurt, each with the nouns that name its victims."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from onrecord.claims.casualties_words import harm, harm_list, is_person_noun
from onrecord.model.codes import TollStatus
from onrecord.model.reading import Sentence, Token
from onrecord.registry import lexicon

PASSIVE: Final = ("nsubjpass",)
NOUNS: Final = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ", "DET"})


@dataclass(frozen=True, slots=True)
class Harm:
    """A word that tells harm: its status, and the heads of the phrases that name whom it befell.

    `counts_itself` is set where the number stands on the word: "three minor injuries", "33 dead".
    """

    anchor: Token
    status: TollStatus
    heads: tuple[Token, ...]
    counts_itself: bool = False


def find_harm(sentence: Sentence) -> Iterator[Harm]:
    """The harm that a sentence tells, in text order."""
    for token in sentence.tokens:
        found = _harm_at(sentence, token)
        if found is not None:
            yield found


def _harm_at(sentence: Sentence, token: Token) -> Harm | None:
    lemma = token.lemma.lower()
    if (token.lower in harm("participles") and token.pos in ("ADJ", "NOUN", "NUM")) or (
        token.dep in ("dobj", "pobj", "attr", "oprd", "acomp") and token.lower in harm("participles")
    ):
        return _participle(sentence, token)
    if token.pos == "VERB":
        if lemma in harm("verbs"):
            return _verb(sentence, token, harm("verbs")[lemma])
        if lemma in harm("intransitive"):
            return _intransitive(sentence, token, harm("intransitive")[lemma])
        if lemma in harm_list("means") or lemma in harm_list("harmful"):
            return _means(sentence, token)
        if lemma in ("claim", "take", "lose", "cost"):
            return _lives(sentence, token)
    if token.pos in ("NOUN", "PROPN"):
        if lemma in harm("nouns"):
            return _noun(sentence, token, harm("nouns")[lemma])
        if lemma in harm_list("bodies"):
            return _body(sentence, token)
    return None


def _verb(sentence: Sentence, token: Token, status: TollStatus) -> Harm | None:
    """A verb done to people: its passive subject, the noun it qualifies, or its object."""
    if _fatal(sentence, token):
        status = "killed"
    heads = _passive_heads(sentence, token)
    if heads is None:
        heads = _objects(sentence, token)
    if not heads and token.tag in ("VBN", "VBD"):
        heads = _headline_heads(sentence, token)
    return Harm(token, status, tuple(heads))


def _fatal(sentence: Sentence, token: Token) -> bool:
    return any(kid.lower in ("fatally", "mortally") for kid in sentence.kids(token))


def _passive_heads(sentence: Sentence, token: Token) -> list[Token] | None:
    """The victims of a passive; None where the verb is active."""
    subjects = sentence.kids(token, "nsubjpass")
    if subjects:
        return [_antecedent(sentence, subject, token) for subject in subjects]
    if sentence.kids(token, "auxpass"):
        subjects = sentence.kids(token, "nsubj", "csubjpass")
        return [_antecedent(sentence, s, token) for s in subjects] or _shared_subject(sentence, token)
    if token.tag == "VBN" and token.dep in ("acl", "relcl", "amod") and not sentence.kids(token, "dobj", "aux"):
        return [sentence.head(token)]
    if token.tag in ("VBN", "VBD") and token.dep == "conj" and not sentence.kids(token, "dobj"):
        subjects = sentence.kids(token, "nsubj")
        first = sentence.head(token)
        if subjects:
            return subjects
        if first.pos == "VERB":
            return _passive_heads(sentence, first)
        return None
    if token.tag == "VBN" and not sentence.kids(token, "dobj") and not sentence.kids(token, "aux"):
        return list(sentence.kids(token, "nsubj")) or None
    return None


def _antecedent(sentence: Sentence, subject: Token, verb: Token) -> Token:
    """ "a policeman who was killed": the noun that the relative clause qualifies."""
    if (subject.tag in ("WP", "WDT") and verb.dep in ("relcl", "acl")) or (
        subject.lower in ("who", "whom", "which", "that") and verb.dep == "relcl"
    ):
        return sentence.head(verb)
    return subject


def _shared_subject(sentence: Sentence, token: Token) -> list[Token]:
    """ "were shot and killed": the subject of the verb that this one is joined to."""
    while token.dep in ("conj", "xcomp", "advcl") and token.head != token.index:
        token = sentence.head(token)
        subjects = sentence.kids(token, "nsubjpass", "nsubj")
        if subjects:
            return [_antecedent(sentence, subject, token) for subject in subjects]
    if token.dep in ("relcl", "acl"):
        return [sentence.head(token)]
    return []


def _objects(sentence: Sentence, token: Token) -> list[Token]:
    """The objects of an active verb; "shot and killed two men" has them on the second verb."""
    found = sentence.kids(token, "dobj", "dative")
    if not found and token.tag != "VBN":
        for kid in sentence.kids(token, "conj"):
            if kid.pos == "VERB" and kid.index - token.index <= 3:
                found = sentence.kids(kid, "dobj")
    return found


def _headline_heads(sentence: Sentence, token: Token) -> list[Token]:
    """ "Three militants killed in raid": a verb with no object and people before it."""
    subjects = sentence.kids(token, "nsubj")
    if subjects:
        return [s for s in subjects if s.pos == "NUM" or is_person_noun(s)]
    if token.dep in ("amod", "compound") and token.index > sentence.head(token).index:
        return [sentence.head(token)]
    return []


def _intransitive(sentence: Sentence, token: Token, status: TollStatus) -> Harm | None:
    subjects = [_antecedent(sentence, s, token) for s in sentence.kids(token, "nsubj", "nsubjpass")]
    if not subjects and token.dep in ("acl", "relcl"):
        subjects = [sentence.head(token)]
    return Harm(token, status, tuple(subjects or _shared_subject(sentence, token)))


def _means(sentence: Sentence, token: Token) -> Harm | None:
    """ "shot dead", "stabbed to death", "gunned down"; without a deadly word the means injures."""
    lemma = token.lemma.lower()
    below = list(sentence.kids(token)) + [g for k in sentence.kids(token, "prep") for g in sentence.kids(k, "pobj")]
    words = {t.lower for t in below if t.index - token.index < 12}
    next_words = {t.lower for t in sentence.tokens[token.index + 1 : token.index + 3]}
    deadly = (
        bool((words | next_words) & harm_list("deadly"))
        or lexicon("harm")["deadly_particles"].get(lemma) in words | next_words
    )
    if not deadly and lemma not in harm_list("harmful"):
        return None
    if not deadly and _killed_nearby(sentence, token):
        return None
    found = _verb(sentence, token, "killed" if deadly else "injured")
    if found is None or (not deadly and not found.heads):
        return None
    return found


def _killed_nearby(sentence: Sentence, token: Token) -> bool:
    """ "shot and killed": the second verb tells what the first one did."""
    joined = list(sentence.kids(token, "conj", "advcl"))
    if token.dep in ("conj", "advcl"):
        joined.append(sentence.head(token))
    return any(harm("verbs").get(t.lemma.lower()) == "killed" or t.lemma.lower() == "die" for t in joined)


def _lives(sentence: Sentence, token: Token) -> Harm | None:
    """ "claimed 12 lives", "claimed the lives of 12 people", "lost their lives", "lost five soldiers"."""
    for kid in sentence.kids(token, "dobj"):
        lemma = kid.lemma.lower()
        if lemma in ("life", "live", "lives"):
            whose = [
                p for prep in sentence.kids(kid, "prep") if prep.lower == "of" for p in sentence.kids(prep, "pobj")
            ]
            if sentence.kids(kid, "poss") and token.lemma.lower() == "lose":
                return _intransitive(sentence, token, "killed")
            return Harm(token, "killed", tuple(whose)) if whose else Harm(kid, "killed", (kid,), counts_itself=True)
    return None


def _noun(sentence: Sentence, token: Token, status: TollStatus) -> Harm | None:
    """ "the death of two farmers", "14 fatalities", "three minor injuries"."""
    whose = [
        noun
        for prep in sentence.kids(token, "prep")
        if prep.lower == "of"
        for noun in sentence.kids(prep, "pobj")
        if noun.pos == "NUM" or is_person_noun(noun) or noun.pos == "PROPN"
    ]
    if whose:
        return Harm(token, status, tuple(whose))
    return Harm(token, status, (token,), counts_itself=True)


def _body(sentence: Sentence, token: Token) -> Harm | None:
    """ "the bodies of seven men were found", "seven bodies"."""
    verb = sentence.head(token)
    if verb.lemma.lower() not in harm_list("deadly_of_bodies"):
        return None
    whose = [n for prep in sentence.kids(token, "prep") if prep.lower == "of" for n in sentence.kids(prep, "pobj")]
    return Harm(token, "killed", tuple(whose)) if whose else Harm(token, "killed", (token,), counts_itself=True)


def _participle(sentence: Sentence, token: Token) -> Harm | None:
    """ "33 dead", "left 33 dead", "two men were found dead", "eight wounded", "are missing"."""
    status = harm("participles")[token.lower]
    if token.dep == "amod" and sentence.head(token).index > token.index:
        head = sentence.head(token)
        if is_person_noun(head) and token.lower != "dead":
            return Harm(token, status, (head,))
        return None
    verb = sentence.head(token)
    if token.dep in ("acomp", "oprd", "attr", "advcl", "xcomp", "ccomp") and verb.pos in ("VERB", "AUX"):
        if verb.lemma.lower() in ("shoot", "stab", "beat", "hack", "burn"):
            return None
        heads = (
            sentence.kids(verb, "dobj") or sentence.kids(token, "nsubj") or sentence.kids(verb, "nsubjpass", "nsubj")
        )
        return Harm(token, status, tuple(_antecedent(sentence, h, verb) for h in heads))
    return Harm(token, status, (token,), counts_itself=True)
