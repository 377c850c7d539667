"""The words of a sentence that are about one harm: what stands in the clause of another harm is about that."""

from collections.abc import Iterable
from functools import cache
from typing import Final

from onrecord.claims.casualties_scope_words import SUPERLATIVE
from onrecord.model.reading import Sentence, Token
from onrecord.registry import lexicon

OWN_TIME: Final = frozenset({"on", "during", "in", "since", "overnight", "yesterday", "today"})
ARTICLES: Final = frozenset({"a", "an", "the", "this", "that", "another"})


def words_about(sentence: Sentence, anchor: Token, anchors: Iterable[Token]) -> str:
    """The words that can tell when or how long the harm of `anchor` was done, one space between them.

    "A strike killed six on Monday, bringing the number killed since the war began to 90": the war is not of the six.
    """
    top = clause_of(sentence, anchor)
    if _is_of_one_act(sentence, top):
        return _joined(sentence.subtree(top))
    tops = {clause_of(sentence, other).index for other in anchors}
    above = {word.index for word in (top, *sentence.ancestors(top))}
    kept = sentence.tokens if not (above - {top.index}) & tops else tuple(sentence.subtree(top))
    inner = {word.index for index in tops - above for word in sentence.subtree(sentence.tokens[index])}
    below = anchor if anchor.pos == "NOUN" else top if top.dep in ("acl", "relcl") else None
    own = {word.index for word in sentence.subtree(below)} if below else set()
    ranked = _ranked(sentence)
    return _joined(w for w in kept if (w.index not in inner or w.index in own) and w.index not in ranked)


def _ranked(sentence: Sentence) -> frozenset[int]:
    """The words of "the deadliest attack since the war began", found before any clause is cut out of them."""
    spans = [match.span() for match in SUPERLATIVE.finditer(_joined(sentence.tokens))]
    found: set[int] = set()
    at = 0
    for word in sentence.tokens if spans else ():
        if any(start <= at < end for start, end in spans):
            found.add(word.index)
        at += len(word.text) + 1
    return frozenset(found)


def _joined(tokens: Iterable[Token]) -> str:
    return " ".join(token.text for token in tokens)


def clause_of(sentence: Sentence, anchor: Token) -> Token:
    """The verb or noun whose clause tells a harm: that of the first of several that are joined to it."""
    token = anchor
    while token.head != token.index:
        above = sentence.head(token)
        if token.pos in ("VERB", "AUX") and not _is_joined(sentence, token, above):
            return token
        if token.pos not in ("VERB", "AUX") and above.pos not in ("VERB", "AUX", "ADP", "NOUN", "NUM", "PROPN"):
            return token
        token = above
    return token


def _is_joined(sentence: Sentence, verb: Token, above: Token) -> bool:
    """True for "killed six and wounded ten", "killed six, wounding ten"; not where a clause has its own time."""
    if verb.dep == "conj" and above.pos in ("VERB", "AUX"):
        return not _has_own_time(sentence, verb)
    if verb.dep == "advcl":
        if _sums_up(sentence, verb) and _sums_up(sentence, above):
            return not _has_own_time(sentence, verb)  # "thirty have been killed, while 189 have been wounded"
        counts = verb.lemma.lower() in lexicon("aftermath")["counting"]  # "bringing the toll to 33"
        return verb.tag in ("VBG", "VBN") and not counts and not sentence.kids(verb, "mark")
    return verb.dep in ("xcomp", "ccomp")


def _sums_up(sentence: Sentence, verb: Token) -> bool:
    """True for "have been killed", which counts up to now."""
    return any(kid.lower in ("has", "have") for kid in sentence.kids(verb, "aux"))


def _has_own_time(sentence: Sentence, verb: Token) -> bool:
    """True for "..., and on Monday a mine killed two"."""
    subjects = sentence.kids(verb, "nsubj", "nsubjpass")
    first = min((word.index for kid in subjects for word in sentence.subtree(kid)), default=verb.index)
    return any(kid.index < first and kid.lower in OWN_TIME for kid in sentence.kids(verb, "prep", "npadvmod", "advmod"))


def _is_of_one_act(sentence: Sentence, verb: Token) -> bool:
    """True for the clause on one act: "in the wake of an attack that killed 200"; not for "attacks that"."""
    act = sentence.head(verb)
    named = verb.dep == "relcl" and act.tag == "NN" and act.lemma.lower() in _acts()
    return named and any(kid.lower in ARTICLES for kid in sentence.kids(act, "det"))


@cache
def _acts() -> frozenset[str]:
    return frozenset(lexicon("harm")["deadly_acts"]) - {"war", "offensive"}
