"""Attackers: which of the actors of a sentence did the act that an event mention tells."""

from functools import cache
from typing import Final

from onrecord.claims.references import is_about
from onrecord.model.reading import EventMention, Mention, Sentence, Token
from onrecord.model.roles import SUFFERING, leader_of, role_of
from onrecord.model.values import Actor
from onrecord.registry import lexicon

OWN_ANSWERS: Final = frozenset({"arrests", "disrupted_weapons_use", "agreement", "protective_measure"})
UNTRUE: Final = frozenset({"falsely", "wrongly", "wrongfully", "mistakenly"})
SENDING: Final = frozenset(
    {"pay", "hire", "send", "order", "lead", "command", "direct"}
)  # "killers hired by the cartel"
ENDING: Final = frozenset({"before", "until", "till"})
FALLEN: Final = frozenset({"gunman", "attacker", "bomber", "shooter", "assailant", "suspect"})
RUMORED: Final = frozenset({"believed", "suspected", "thought", "alleged", "linked", "affiliated", "presumed"})


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(lexicon("act_roles")[kind])


@cache
def _act_nouns() -> frozenset[str]:
    """The nouns that tell an act of violence: "shelling", "attack"."""
    return frozenset(noun for row in lexicon("triggers") for noun in row.get("nouns", ()))


@cache
def _act_verbs() -> frozenset[str]:
    """The verbs that tell an act of violence, or harm."""
    return frozenset(verb for row in lexicon("triggers") for verb in row.get("verbs", ()))


def attackers_of(event: EventMention, sentence: Sentence, mentions: list[Mention]) -> list[tuple[Mention, Actor]]:
    """The actors of a sentence that did the act, in text order, each as alleged as its words make it."""
    found: list[tuple[Mention, Actor]] = []
    for mention in mentions:
        token = sentence.at(mention.span)
        if not isinstance(mention.value, Actor) or token is None:
            continue
        how = _did(event, sentence, token)
        if how is not None:
            actor = mention.value
            alleged = actor.alleged or how == "alleged"
            found.append((mention, Actor(actor.name, actor.kind, actor.country, alleged)))
    named = [row for row in found if not _is_common(row[1])]
    return [row for row in found if row in named or not named or event.type == "armed_clash"]


def _is_common(actor: Actor) -> bool:
    """True for "gunmen", "militants": who they are is told by a name beside it, where there is one."""
    return actor.country is None and actor.name.islower()


def _did(event: EventMention, sentence: Sentence, token: Token) -> str | None:
    """Whether a noun did the act: "did", "alleged", or None."""
    if _is_subject_of_relative(event, sentence, leader_of(sentence, token)):
        return "did"
    if token.index not in event.tokens:
        return None
    role = role_of(sentence, token)
    if role is None:
        return None
    verb = role.head.lemma.lower()
    if role.relation == "owner":
        return _by_ownership(event, role.head)
    if role.relation == "agent" and not _tells(event, role.head):
        return None
    if role.relation == "agent" and not _answers_the_attacker(sentence, token, role.head):
        return _by_verb(event, sentence, role.head)
    if role.relation == "object" and _accuses(sentence, role.head) and role.head.index != event.token:
        return "alleged"
    if role.relation in ("on", "to") and verb in _words("laying"):
        return "alleged"
    if role.relation in ("from", "of", "to", "with") and _is_rumored(sentence, role.head):
        return "alleged"
    return "did" if role.relation == "between" and event.type == "armed_clash" else None


def _tells(event: EventMention, head: Token) -> bool:
    """False for "battling an insurgency by rebels", told beside an act: a noun must name the act that somebody did."""
    deed = head.lemma.lower() in _act_nouns() or head.lemma.lower() in _words("deeds")
    return deed or head.pos not in ("NOUN", "PROPN") or head.index == event.token


def _answers_the_attacker(sentence: Sentence, token: Token, verb: Token) -> bool:
    """True for "before police shot the gunman dead", "until he was killed by officers": they ended what he began."""
    police = token.lemma.lower() in _words("police") or any(kid.lower == "police" for kid in sentence.kids(token))
    marks = {kid.lower for kid in sentence.kids(verb, "mark", "advmod")}
    if not police or verb.dep != "advcl" or marks.isdisjoint(ENDING):
        return False
    hit = sentence.kids(verb, "nsubjpass", "dobj")
    return any(noun.pos == "PRON" or noun.lemma.lower() in FALLEN for noun in hit)


def _accuses(sentence: Sentence, verb: Token) -> bool:
    """True for "blamed the rebels", "held the army responsible"; not for "falsely accused"."""
    if {kid.lower for kid in sentence.kids(verb, "advmod")} & UNTRUE:
        return False
    if verb.lemma.lower() == "hold":
        return any(kid.lower in ("responsible", "accountable") for kid in sentence.subtree(verb))
    return verb.lemma.lower() in _words("accusing")


def _is_rumored(sentence: Sentence, token: Token) -> bool:
    """True for "believed to be from", "suspected of links to"."""
    above = [token, *sentence.ancestors(token)][:3]
    return any(word.lower in RUMORED for word in above)


def _by_ownership(event: EventMention, head: Token) -> str | None:
    """ "Northlandian shelling": the people or the country before the noun of an act did it."""
    lemma = head.lemma.lower()
    if lemma in _words("suffered") or head.pos not in ("NOUN", "PROPN", "VERB"):
        return None
    tells = head.index == event.token or lemma in _words("instruments") or lemma in _act_nouns()
    return "did" if tells else None


def _by_verb(event: EventMention, sentence: Sentence, verb: Token) -> str | None:
    """The subject of an act's verb, or its agent, did it; the subject of "claimed responsibility" says so itself."""
    lemma = verb.lemma.lower()
    if _is_aside(event, sentence, verb):
        return None
    if lemma == "be" and any(kid.lower == "responsible" for kid in sentence.kids(verb, "acomp")):
        return "alleged"
    if lemma in ("claim", "admit", "accept"):
        objects = {kid.lemma.lower() for kid in sentence.kids(verb, "dobj")}
        return "did" if objects & {"responsibility", "credit", "attack"} else None
    if lemma in ("believe", "suspect", "think") and event.token in {kid.index for kid in sentence.kids(verb, "ccomp")}:
        return "did"  # "gunmen believed to be rebels attacked": the act hangs on "believed" in the tree
    if is_about(sentence, verb, sentence.tokens[event.token]):
        return None
    if lemma in _words("answering") and event.type not in OWN_ANSWERS and verb.index != event.token:
        return None
    doubts = {kid.lower for kid in sentence.kids(verb, "advmod")}
    return "alleged" if doubts & {"allegedly", "purportedly", "apparently"} else "did"


def _is_aside(event: EventMention, sentence: Sentence, verb: Token) -> bool:
    """True for what is done beside the act: "as troops pressed on, a bomb went off", "in a hall guarded by police"."""
    if verb.index == event.token or verb.lemma.lower() in SENDING:
        return False
    chain = {token.index for token in sentence.ancestors(sentence.tokens[event.token])}
    if verb.index in chain:
        return False
    if verb.dep == "advcl":
        return any(kid.lower in ("as", "while") for kid in sentence.kids(verb, "mark", "advmod"))
    noun = sentence.head(verb)
    of_a_thing = verb.dep in ("acl", "relcl") and noun.index != event.token and noun.lemma.lower() not in _act_nouns()
    return of_a_thing and verb.lemma.lower() not in _act_verbs()


def _is_subject_of_relative(event: EventMention, sentence: Sentence, token: Token) -> bool:
    """True for "the rebels who attacked the town": the noun before the clause did it."""
    return any(
        kid.index in event.tokens
        and kid.lemma.lower() not in SUFFERING
        and any(who.lower in ("who", "that", "which") for who in sentence.kids(kid, "nsubj"))
        for kid in sentence.kids(token, "relcl")
        if kid.index == event.token or event.token in {t.index for t in sentence.subtree(kid)}
    )
