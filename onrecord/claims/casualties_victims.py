"""Victims: from a noun phrase to its people, those joined to it and the parts that are told of them."""

from onrecord.claims.casualties_people import people_of
from onrecord.claims.casualties_phrases import Phrases
from onrecord.claims.casualties_sums import People, by_group, joined
from onrecord.model.reading import Sentence, Token


def victims(sentence: Sentence, head: Token, phrases: Phrases, anchor: Token, strict: bool = False) -> list[People]:
    """The people of a noun phrase and those joined to it: the whole first, then its parts by group."""
    heads = conjuncts(sentence, head, anchor)
    found = []
    seen: set[int] = set()
    for token in heads:
        people = people_of(sentence, token, phrases, strict)
        if people and not seen & {t.index for t in people.tokens}:
            seen |= {t.index for t in people.tokens}
            found.append(people)
    parts = [part for token in heads for part in _parts(sentence, token, phrases)]
    return [*joined(found), *parts] if found else []


def conjuncts(sentence: Sentence, head: Token, anchor: Token) -> list[Token]:
    """The noun and those joined to it; none beyond the harm word ("two killed and four injured")."""
    found, queue = [], [head]
    while queue:
        token = queue.pop(0)
        found.append(token)
        # "Name, 26, and her children": the children hang on the age
        ages = [k for k in sentence.kids(token, "appos") if token.pos == "PROPN" and k.text.isdigit()]
        ages += [k for k in sentence.kids(token, "appos") if anchor.lemma.lower() == "lose"]  # "lost his wife A, son B"
        for kid in [k for t in (token, *ages) for k in sentence.kids(t, "conj")]:
            crosses = head.index < anchor.index < kid.index
            if kid.pos in ("NOUN", "PROPN", "NUM", "PRON", "ADJ") and not crosses:
                queue.append(kid)
    return found


def _parts(sentence: Sentence, token: Token, phrases: Phrases) -> list[People]:
    """The people of an appositive, as parts: "12 people, three of them children"."""
    found: list[People] = []
    for kid in sentence.kids(token):
        if kid.index < token.index:
            continue
        if kid.dep != "appos":
            continue
        heads = [kid]
        for head in heads:
            people = [p for c in conjuncts(sentence, head, head) if (p := people_of(sentence, c, phrases)) and p.groups]
            found.extend(by_group(people, ()))
    return found
