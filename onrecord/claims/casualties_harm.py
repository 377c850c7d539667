"""Harm: the words of a sentence that tell people were hurt, each with the nouns that name its victims."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from onrecord.claims.casualties_idioms import (
    blows_itself_up,
    is_taken_away,
    reaches_hospital,
    suffers,
    to_hospital,
)
from onrecord.claims.casualties_struck import is_struck, struck_objects
from onrecord.claims.casualties_unhurt import harms_nobody, is_said_aside
from onrecord.claims.casualties_words import groups_of, harm, harm_list, harm_words, is_person_noun
from onrecord.model.codes import TollGroup, TollStatus
from onrecord.model.reading import Sentence, Token
from onrecord.registry import lexicon

HEADLINE_VERBS: Final = {"kills": "kill", "killed": "kill", "wounds": "wound", "injures": "injure"}  # taken for nouns
VAGUE_ADJECTIVES: Final = frozenset({"several", "many", "numerous", "multiple", "few", "some", "various"})
NO_BODIES: Final = frozenset(
    {
        "governing",
        "state",
        "legislative",
        "international",
        "regulatory",
        "professional",
        "public",
        "aid",
        "celestial",
        "sports",
    }
)
OF_ITS_OWNER: Final = frozenset(
    {"death", "murder", "assassination", "abduction", "kidnapping", "execution", "beheading"}
)
HELPERS: Final = frozenset({"police", "combatants", "medics", "peacekeepers", "aid_workers"})
RELATIVES: Final = frozenset({"who", "whom", "which", "that"})
RESULTS: Final = ("oprd", "xcomp", "ccomp", "acomp", "dep", "advcl", "attr", "acl")
LENGTHS: Final = frozenset({"m", "km", "meters", "metres", "yards", "miles", "kilometers", "kilometres"})
SUBJECTS: Final = ("nsubjpass", "nsubj")


@dataclass(frozen=True, slots=True)
class Harm:
    """A word that tells harm: its status, and the heads of the phrases that name whom it befell.

    `counts_itself` is set where the number stands on the word: "three minor injuries", "33 dead".
    `leftward` where the victims stand before the word, so that a number before it counts them.
    `strict` where only people can suffer it.
    """

    anchor: Token
    status: TollStatus
    heads: tuple[Token, ...] = ()
    counts_itself: bool = False
    leftward: bool = False
    strict: bool = False
    own: bool = False  # a number on the word counts where the heads name nobody
    group: TollGroup | None = None  # whose people they are by the word itself


def find_harm(sentence: Sentence) -> Iterator[Harm]:
    """The harm that a sentence tells, in text order."""
    words = harm_words()
    for token in sentence.tokens:
        if token.lower in words or token.lemma.lower() in words:
            found = _harm_at(sentence, token)
            if found is not None and not harms_nobody(sentence, token, found.status):
                yield replace(found, heads=tuple(h for h in found.heads if not is_said_aside(sentence, h)))


def _harm_at(sentence: Sentence, token: Token) -> Harm | None:
    lemma = token.lemma.lower()
    told = token.pos != "VERB" or token.dep in ("dobj", "pobj", "attr", "acomp") or token.lower == "missing"
    if token.lower in harm("participles") and told:
        return _participle(sentence, token)
    if token.pos == "VERB" or token.tag.startswith("VB"):
        return _of_verb(sentence, token, lemma)
    if token.pos in ("NOUN", "PROPN"):
        verb = suffers(sentence, token)
        if verb is not None:
            heads = _intransitive(sentence, verb, "injured").heads
            return Harm(token, "injured", heads, leftward=True, own=lemma in harm("nouns"))
        if (token.lower == "shot" or lemma in harm_list("means")) and _deadly_next(sentence, token):
            return Harm(token, "killed", leftward=True, strict=True)
        if token.lower in HEADLINE_VERBS:
            return Harm(token, harm("verbs")[HEADLINE_VERBS[token.lower]])
        if lemma in harm("nouns"):
            return _noun(sentence, token, harm("nouns")[lemma])
        if lemma in harm_list("bodies") or token.lower in harm_list("bodies"):
            return _body(sentence, token)
    return None


def _deadly_next(sentence: Sentence, token: Token) -> bool:
    """ "shot dead", where the tagger took "shot" for a noun."""
    after = token.index + 1
    return after < len(sentence.tokens) and sentence.tokens[after].lower == "dead"


def _of_verb(sentence: Sentence, token: Token, lemma: str) -> Harm | None:
    if blows_itself_up(sentence, token):
        return replace(_intransitive(sentence, token, "killed"), group="attackers")
    if to_hospital(sentence, token):
        return _verb(sentence, token, "injured")
    if is_taken_away(sentence, token):
        return _verb(sentence, token, "abducted")
    if reaches_hospital(sentence, token):
        return _intransitive(sentence, token, "injured")
    if lemma == "survive" and sentence.kids(token, "neg"):
        return _intransitive(sentence, token, "killed")  # "he was taken to hospital but did not survive"
    if lemma in harm("verbs"):
        return _verb(sentence, token, harm("verbs")[lemma])
    if lemma in harm("intransitive"):
        return _intransitive(sentence, token, harm("intransitive")[lemma])
    if lemma in ("claim", "take", "lose", "cost"):
        return _lives(sentence, token)
    if lemma in harm_list("means") or lemma in harm_list("harmful"):
        return _means(sentence, token) or _struck(sentence, token)
    return _struck(sentence, token)


def _struck(sentence: Sentence, token: Token) -> Harm | None:
    """ "Was hit by a bullet", "bullets hit his wife"; where they died of it, that word tells."""
    if _killed_nearby(sentence, token):
        return None
    fatally = any(kid.lower in ("fatally", "mortally") for kid in sentence.kids(token))
    status: TollStatus = "killed" if fatally else "injured"
    if is_struck(sentence, token):
        return Harm(token, status, tuple(_passive_heads(sentence, token)), leftward=True, strict=True)
    objects = struck_objects(sentence, token)
    return Harm(token, status, tuple(objects), strict=True) if objects else None


def _verb(sentence: Sentence, token: Token, status: TollStatus) -> Harm:
    """A verb done to people: its passive subject, the noun it qualifies, or its object."""
    if any(kid.lower in ("fatally", "mortally") for kid in sentence.kids(token)):
        status = "killed"
    if is_passive(sentence, token):
        return Harm(token, status, tuple(_passive_heads(sentence, token)), leftward=True, strict=True)
    heads = _objects(sentence, token)
    if status in ("evacuated", "displaced") and not any(is_person_noun(h) or h.pos in ("NUM", "PRON") for h in heads):
        if heads and _are_helpers(sentence, token):
            return Harm(token, status)  # "police evacuated the building"
        return _intransitive(sentence, token, status)  # "300 people have evacuated the town"
    if heads:
        return Harm(token, status, tuple(heads), strict=status in ("killed", "injured", "abducted"))
    did = sentence.kids(token, "nsubj")
    if token.tag in ("VBN", "VBD", "VBP") and not (did and not any(is_person_noun(s) or s.pos == "NUM" for s in did)):
        return Harm(token, status, tuple(_headline_heads(sentence, token)), leftward=True, strict=False)
    return Harm(token, status)


def _are_helpers(sentence: Sentence, verb: Token) -> bool:
    """True where those who clear a place are no people who leave it."""
    groups = {group for subject in sentence.kids(verb, "nsubj") for group in groups_of(sentence, subject)}
    return bool(groups & HELPERS)


def is_passive(sentence: Sentence, token: Token) -> bool:
    """True where what the verb tells was done to what stands before it: "were killed", "people killed in"."""
    if sentence.kids(token, "nsubjpass", "auxpass"):
        return True
    if _objects(sentence, token) or any(kid.lower in ("have", "has", "had") for kid in sentence.kids(token, "aux")):
        return False
    if token.tag in ("VBN", "VBD") and sentence.kids(token, "agent"):
        return True
    if token.tag == "VBN" and token.dep in ("acl", "relcl", "amod", *RESULTS):
        return True
    if token.tag in ("VBN", "VBD") and token.dep == "conj":
        first = sentence.head(token)
        return first.pos in ("VERB", "AUX") and (bool(sentence.kids(token, "nsubj")) or is_passive(sentence, first))
    return False


def _passive_heads(sentence: Sentence, token: Token) -> list[Token]:
    """The victims of a passive: its subject, that of the verb it is joined to, or the noun it qualifies."""
    subjects = sentence.kids(token, *SUBJECTS)
    if subjects:
        return [_antecedent(sentence, subject, token) for subject in subjects]
    above = sentence.head(token)
    if token.dep in ("acl", "relcl", "amod") and above.pos != "VERB":
        return [above]
    if token.dep in (*RESULTS, "conj") and above.pos in ("VERB", "AUX") and above.index != token.index:
        if token.dep != "conj" and above.lemma.lower() in harm_list("result_verbs"):
            return sentence.kids(above, "dobj") or _passive_heads(sentence, above)
        return _passive_heads(sentence, above)
    return []


def _antecedent(sentence: Sentence, subject: Token, verb: Token) -> Token:
    """ "a policeman who was killed": the noun that the relative clause qualifies."""
    if subject.lower in RELATIVES and subject.tag in ("WP", "WDT", "IN"):
        clause = verb
        while clause.dep not in ("relcl", "acl") and clause.head != clause.index:
            clause = sentence.head(clause)
        return sentence.head(clause)
    return subject


def _objects(sentence: Sentence, token: Token) -> list[Token]:
    """The objects of an active verb; "shot and killed two men" has them on the second verb."""
    kids = [
        kid for kid in sentence.kids(token, "dobj", "dative") if not _is_count_of_harm(kid) and kid.lower not in LENGTHS
    ]
    found = [_antecedent(sentence, kid, token) for kid in kids]  # "a hostage whom they killed"
    if not found and token.tag != "VBN":
        for kid in sentence.kids(token, "conj"):
            if kid.pos == "VERB" and kid.index - token.index <= 3:
                found = sentence.kids(kid, "dobj")
    return found


def _is_count_of_harm(token: Token) -> bool:
    """ "one killed, 5 injured": the injured are no object of the killing."""
    return token.lower in harm("participles") and token.pos != "PRON" and token.lower != "wounded"


def _headline_heads(sentence: Sentence, token: Token) -> list[Token]:
    """ "Three militants killed in raid": a verb with no object and people before it."""
    subjects = sentence.kids(token, "nsubj")
    if subjects:
        return [s for s in subjects if s.pos == "NUM" or is_person_noun(s)]
    if token.dep in ("amod", "compound") and token.index > sentence.head(token).index:
        return [sentence.head(token)]
    return []


def _intransitive(sentence: Sentence, token: Token, status: TollStatus) -> Harm:
    """ "two men died", "a woman who perished", "was injured and later died"."""
    subjects = [_antecedent(sentence, s, token) for s in sentence.kids(token, *SUBJECTS)]
    above = token
    while not subjects and above.dep in ("conj", "xcomp", "advcl") and above.head != above.index:
        above = sentence.head(above)
        subjects = [_antecedent(sentence, s, above) for s in sentence.kids(above, *SUBJECTS)]
    if not subjects and above.dep in ("acl", "relcl"):
        subjects = [sentence.head(above)]
    return Harm(token, status, tuple(subjects), leftward=True, strict=status == "killed")


def _means(sentence: Sentence, token: Token) -> Harm | None:
    """ "shot dead", "stabbed to death", "gunned down"; without a deadly word the means injures."""
    lemma = token.lemma.lower()
    near = {t.lower for t in sentence.tokens[token.index + 1 : token.index + 4]}
    below = {t.lower for k in sentence.kids(token, "prep") if k.lower == "to" for t in sentence.kids(k, "pobj")}
    words = near | below | {t.lower for t in sentence.kids(token)}
    deadly = bool(words & harm_list("deadly")) or lexicon("harm")["deadly_particles"].get(lemma) in near
    if not deadly and (lemma not in harm_list("harmful") or _killed_nearby(sentence, token)):
        return None
    if not deadly and _is_description(sentence, token):
        return None
    found = _verb(sentence, token, "killed" if deadly else "injured")
    if not deadly and (not found.heads or not _done_to(sentence, token)):
        return None
    return found


def _is_description(sentence: Sentence, token: Token) -> bool:
    """ "burned victims", with no number; "shot down fighters", which are planes."""
    above = sentence.head(token)
    if token.dep == "amod" and above.index > token.index:
        return above.tag in ("NNS", "NNPS") and not sentence.kids(above, "nummod") and not _vaguely(sentence, above)
    following = sentence.tokens[token.index + 1 : token.index + 2]
    return bool(following) and following[0].lower == "down" and bool(sentence.kids(token, "dobj"))


def _done_to(sentence: Sentence, token: Token) -> bool:
    """A means without a deadly word hurts only where it is plainly done to someone: "beat" alone may be sport."""
    if sentence.kids(token, "nsubjpass", "auxpass", "agent") or _is_headline_done(sentence, token):
        return True
    if sentence.kids(token, "dobj"):
        return token.lemma.lower() in ("shoot", "stab", "assault", "torture")
    return token.tag == "VBN" and is_passive(sentence, token)


def _is_headline_done(sentence: Sentence, token: Token) -> bool:
    """ "Six workers beaten in an ambush", "one guard shot in the leg": done to the subject, without an auxiliary."""
    if sentence.kids(token, "dobj", "aux"):
        return False
    if token.lower in harm_list("done_forms"):
        return True
    inside = (prep for prep in sentence.kids(token, "prep") if prep.lower == "in")
    nouns = (noun for prep in inside for noun in sentence.kids(prep, "pobj") if not of_nouns(sentence, noun))
    return token.lower == "shot" and any(noun.lemma.lower() in harm_list("body_parts") for noun in nouns)


def _killed_nearby(sentence: Sentence, token: Token) -> bool:
    """ "shot and killed": the second verb tells what the first one did."""
    joined = list(sentence.kids(token, "conj", "advcl"))
    if token.dep in ("conj", "advcl"):
        joined.append(sentence.head(token))
    return any(harm("verbs").get(t.lemma.lower()) == "killed" or t.lemma.lower() == "die" for t in joined)


def _lives(sentence: Sentence, token: Token) -> Harm | None:
    """ "claimed 12 lives", "claimed the lives of 12 people", "lost their lives", "lost five soldiers"."""
    for kid in sentence.kids(token, "dobj"):
        if kid.lemma.lower() in ("life", "live", "lives"):
            whose = of_nouns(sentence, kid)
            if sentence.kids(kid, "poss") and token.lemma.lower() == "lose":
                return _intransitive(sentence, token, "killed")
            return Harm(token, "killed", tuple(whose)) if whose else Harm(kid, "killed", (kid,), counts_itself=True)
        if token.lemma.lower() == "lose" and _is_bereaved(sentence, kid):
            return Harm(token, "killed", (kid,), strict=True)  # "lost his wife and two sons in the raid"
        if token.lemma.lower() == "lose" and kid.lemma.lower() in harm_list("limbs"):
            return _intransitive(sentence, token, "injured")  # "his son lost a leg"
        if token.lemma.lower() == "lose" and sentence.kids(kid, "nummod") and is_person_noun(kid):
            return Harm(token, "killed", (kid,))
        if token.lemma.lower() == "take" and kid.lemma.lower() in ("hostage", "captive"):
            return Harm(token, "abducted", (kid,))
    return _taken(sentence, token)


def _is_bereaved(sentence: Sentence, lost: Token) -> bool:
    """True where kin were lost, and the sentence names an act that kills."""
    kin = lost.lemma.lower() in harm_list("kin") and bool(sentence.kids(lost, "poss", "nummod"))
    return kin and any(token.lemma.lower() in harm_list("deadly_acts") for token in sentence.tokens)


def _taken(sentence: Sentence, token: Token) -> Harm | None:
    """ "took 12 people hostage", "were taken hostage"."""
    near = {t.lower for t in sentence.tokens[token.index + 1 : token.index + 8]}
    if token.lemma.lower() != "take" or not near & {"hostage", "captive", "prisoner"}:
        return None
    status: TollStatus = "captured" if "prisoner" in near else "abducted"
    if is_passive(sentence, token):
        return Harm(token, status, tuple(_passive_heads(sentence, token)), leftward=True, strict=True)
    return Harm(token, status, tuple(sentence.kids(token, "dobj", "nsubj")[:1]))


def of_nouns(sentence: Sentence, token: Token) -> list[Token]:
    """The nouns of the of-phrases of a noun: "the death of two farmers"."""
    return [
        n for prep in sentence.kids(token, "prep") if prep.lower in ("of", "among") for n in sentence.kids(prep, "pobj")
    ]


def _noun(sentence: Sentence, token: Token, status: TollStatus) -> Harm | None:
    """ "the death of two farmers", "14 fatalities", "three minor injuries"."""
    whose = [n for n in of_nouns(sentence, token) if n.pos in ("NUM", "PROPN") or is_person_noun(n)]
    if status == "killed_or_injured" and token.lemma.lower() == "loss" and not whose:
        return None
    if whose and not sentence.kids(token, "nummod"):
        return Harm(token, status, tuple(whose))
    owners = sentence.kids(token, "poss")
    if owners and token.lemma.lower() in OF_ITS_OWNER:  # "the six priests' murder", "his death"
        return Harm(token, status, tuple(owners))
    if token.lemma.lower() == "killing" and owners and owners[0].lower in ("his", "her"):
        return Harm(token, status, (owners[0],))  # "her killing"; "the army's killing of two" names who did it
    return Harm(token, status, (token,), counts_itself=True)


def _body(sentence: Sentence, token: Token) -> Harm | None:
    """ "the bodies of seven men were found", "seven bodies"."""
    if {kid.lower for kid in sentence.kids(token, "amod", "compound")} & NO_BODIES:
        return None
    whose = of_nouns(sentence, token)
    found = sentence.head(token).lemma.lower() in harm_list("deadly_of_bodies")
    if not found and not sentence.kids(token, "nummod"):
        return None
    if sentence.kids(token, "nummod"):
        return Harm(token, "killed", (token,), strict=True)  # "five corpses of rebels"
    owners = [kid for kid in sentence.kids(token, "poss") if kid.pos == "PROPN" or is_person_noun(kid)]
    if owners and not whose and token.tag != "NNS":  # "the farmer's body was found"
        return Harm(token, "killed", tuple(owners), strict=True)
    return Harm(token, "killed", (token, *whose), counts_itself=not whose)


def _vaguely(sentence: Sentence, noun: Token) -> bool:
    """True where a plural is counted in a vague way: "several wounded men"."""
    return any(kid.dep in ("amod", "det") and kid.lower in VAGUE_ADJECTIVES for kid in sentence.kids(noun))


def _participle(sentence: Sentence, token: Token) -> Harm | None:
    """ "33 dead", "left 33 dead", "two men were found dead", "eight wounded", "are missing"."""
    status = harm("participles")[token.lower]
    above = sentence.head(token)
    if token.dep == "amod" and above.index > token.index:
        counted = above.tag not in ("NNS", "NNPS") or bool(sentence.kids(above, "nummod")) or _vaguely(sentence, above)
        return Harm(token, status, (above,)) if is_person_noun(above) and token.lower != "dead" and counted else None
    if token.dep == "amod" and is_person_noun(above):
        return Harm(token, status, (above,), leftward=True)
    if token.lower == "missing" and sentence.kids(token, "nsubj") and not sentence.kids(token, "dobj"):
        return Harm(token, status, tuple(sentence.kids(token, "nsubj")), leftward=True)  # parsed as a verb
    if token.dep in RESULTS and above.pos in ("VERB", "AUX"):
        if above.lemma.lower() in harm_list("means"):
            return None
        heads = sentence.kids(token, "nsubj") or sentence.kids(above, "dobj") or sentence.kids(above, *SUBJECTS)
        heads = [_antecedent(sentence, head, above) for head in heads] or _passive_heads(sentence, above)
        return Harm(token, status, tuple(heads), leftward=True)
    return Harm(token, status, (token,), counts_itself=True, leftward=True)
