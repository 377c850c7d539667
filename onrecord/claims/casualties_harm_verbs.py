"""Verbs of harm: done to people, suffered by them, by what means, lives and limbs lost."""

from typing import Final

from onrecord.claims.casualties_harm_heads import (
    SUBJECTS,
    Harm,
    antecedent_of,
    headline_heads,
    is_passive,
    objects_of,
    of_nouns,
    passive_heads,
)
from onrecord.claims.casualties_struck import is_struck, struck_objects
from onrecord.claims.casualties_words import groups_of, harm, harm_list, is_person_noun
from onrecord.model.codes import TollStatus
from onrecord.model.reading import Sentence, Token
from onrecord.registry import lexicon

VAGUE_ADJECTIVES: Final = frozenset({"several", "many", "numerous", "multiple", "few", "some", "various"})
HELPERS: Final = frozenset({"police", "combatants", "medics", "peacekeepers", "aid_workers"})


def harm_by_striking(sentence: Sentence, token: Token) -> Harm | None:
    """ "Was hit by a bullet", "bullets hit his wife"; where they died of it, that word tells."""
    if _killed_nearby(sentence, token):
        return None
    fatally = any(kid.lower in ("fatally", "mortally") for kid in sentence.kids(token))
    status: TollStatus = "killed" if fatally else "injured"
    if is_struck(sentence, token):
        return Harm(token, status, tuple(passive_heads(sentence, token)), leftward=True, strict=True)
    objects = struck_objects(sentence, token)
    return Harm(token, status, tuple(objects), strict=True) if objects else None


def harm_of_verb(sentence: Sentence, token: Token, status: TollStatus) -> Harm:
    """A verb done to people: its passive subject, the noun it qualifies, or its object."""
    if any(kid.lower in ("fatally", "mortally") for kid in sentence.kids(token)):
        status = "killed"
    if is_passive(sentence, token):
        return Harm(token, status, tuple(passive_heads(sentence, token)), leftward=True, strict=True)
    heads = objects_of(sentence, token)
    if status in ("evacuated", "displaced") and not any(is_person_noun(h) or h.pos in ("NUM", "PRON") for h in heads):
        if heads and _are_helpers(sentence, token):
            return Harm(token, status)  # "police evacuated the building"
        return suffered(sentence, token, status)  # "300 people have evacuated the town"
    if heads:
        return Harm(token, status, tuple(heads), strict=status in ("killed", "injured", "abducted"))
    did = sentence.kids(token, "nsubj")
    if token.tag in ("VBN", "VBD", "VBP") and not (did and not any(is_person_noun(s) or s.pos == "NUM" for s in did)):
        return Harm(token, status, tuple(headline_heads(sentence, token)), leftward=True, strict=False)
    return Harm(token, status)


def _are_helpers(sentence: Sentence, verb: Token) -> bool:
    """True where those who clear a place are no people who leave it."""
    groups = {group for subject in sentence.kids(verb, "nsubj") for group in groups_of(sentence, subject)}
    return bool(groups & HELPERS)


def suffered(sentence: Sentence, token: Token, status: TollStatus) -> Harm:
    """ "two men died", "a woman who perished", "was injured and later died"."""
    subjects = [antecedent_of(sentence, s, token) for s in sentence.kids(token, *SUBJECTS)]
    above = token
    while not subjects and above.dep in ("conj", "xcomp", "advcl") and above.head != above.index:
        above = sentence.head(above)
        subjects = [antecedent_of(sentence, s, above) for s in sentence.kids(above, *SUBJECTS)]
    if not subjects and above.dep in ("acl", "relcl"):
        subjects = [sentence.head(above)]
    return Harm(token, status, tuple(subjects), leftward=True, strict=status == "killed")


def harm_by_means(sentence: Sentence, token: Token) -> Harm | None:
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
    found = harm_of_verb(sentence, token, "killed" if deadly else "injured")
    lost = not found.heads and not sentence.kids(token, "auxpass")  # a subject that the parse lost is looked for
    if not deadly and (lost or not _done_to(sentence, token)):
        return None
    return found


def _is_description(sentence: Sentence, token: Token) -> bool:
    """ "burned victims", with no number; "shot down fighters", which are planes."""
    above = sentence.head(token)
    if token.dep == "amod" and above.index > token.index:
        return (
            above.tag in ("NNS", "NNPS")
            and not sentence.kids(above, "nummod")
            and not is_counted_vaguely(sentence, above)
        )
    following = sentence.tokens[token.index + 1 : token.index + 2]
    return bool(following) and following[0].lower == "down" and bool(sentence.kids(token, "dobj"))


def _done_to(sentence: Sentence, token: Token) -> bool:
    """A means without a deadly word hurts only where it is plainly done to someone: "beat" alone may be sport."""
    if sentence.kids(token, "nsubjpass", "auxpass", "agent") or _is_headline_done(sentence, token):
        return True
    if sentence.kids(token, "dobj"):
        return token.lemma.lower() in ("shoot", "stab", "assault", "torture")
    return token.tag == "VBN" and is_passive(sentence, token)


def _heads_a_report(sentence: Sentence, token: Token) -> bool:
    """ "Four people shot in Arlen", a heading: no period, no aim, and those shot are no fighters."""
    subjects = sentence.kids(token, "nsubj")
    aims = {"at", "down", "into", "toward", "towards"} & {kid.lower for kid in sentence.kids(token)}
    heading = sentence.tokens[-1].text not in (".", "!", "?") and token.dep == "ROOT"
    return heading and not aims and bool(subjects) and all(_is_harmless(sentence, kid) for kid in subjects)


def _is_harmless(sentence: Sentence, noun: Token) -> bool:
    armed = {"combatants", "attackers", "police"} & set(groups_of(sentence, noun))
    return is_person_noun(noun) and not armed


def _is_headline_done(sentence: Sentence, token: Token) -> bool:
    """ "Six workers beaten in an ambush", "one guard shot in the leg": done to the subject, without an auxiliary."""
    if sentence.kids(token, "dobj", "aux"):
        return False
    if token.lower in harm_list("done_forms") or _heads_a_report(sentence, token):
        return True
    inside = (prep for prep in sentence.kids(token, "prep") if prep.lower == "in")
    nouns = (noun for prep in inside for noun in sentence.kids(prep, "pobj") if not of_nouns(sentence, noun))
    return token.lower == "shot" and any(noun.lemma.lower() in harm_list("body_parts") for noun in nouns)


def _killed_nearby(sentence: Sentence, token: Token) -> bool:
    """ "shot and killed": the second verb tells what the first one did."""
    joined = list(sentence.kids(token, "conj", "advcl"))
    joined = [kid for kid in joined if not sentence.kids(kid, "mark", "advmod")]
    if token.dep in ("conj", "advcl") and not sentence.kids(token, "mark"):  # "was killed after he shot three"
        joined.append(sentence.head(token))
    return any(harm("verbs").get(t.lemma.lower()) == "killed" or t.lemma.lower() == "die" for t in joined)


def lives_lost(sentence: Sentence, token: Token) -> Harm | None:
    """ "claimed 12 lives", "claimed the lives of 12 people", "lost their lives", "lost five soldiers"."""
    for kid in sentence.kids(token, "dobj"):
        if kid.lemma.lower() in ("life", "live", "lives"):
            whose = of_nouns(sentence, kid)
            if sentence.kids(kid, "poss") and token.lemma.lower() == "lose":
                return suffered(sentence, token, "killed")
            return Harm(token, "killed", tuple(whose)) if whose else Harm(kid, "killed", (kid,), counts_itself=True)
        if token.lemma.lower() == "lose" and _is_bereaved(sentence, kid):
            return Harm(token, "killed", (kid,), strict=True)  # "lost his wife and two sons in the raid"
        if token.lemma.lower() == "lose" and kid.lemma.lower() in harm_list("limbs"):
            return suffered(sentence, token, "injured")  # "his son lost a leg"
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
        return Harm(token, status, tuple(passive_heads(sentence, token)), leftward=True, strict=True)
    return Harm(token, status, tuple(sentence.kids(token, "dobj", "nsubj")[:1]))


def is_counted_vaguely(sentence: Sentence, noun: Token) -> bool:
    """True where a plural is counted in a vague way: "several wounded men"."""
    return any(kid.dep in ("amod", "det") and kid.lower in VAGUE_ADJECTIVES for kid in sentence.kids(noun))
