"""Proximity: how near two words of a sentence stand in its tree, as a cost; what binds claims to event mentions."""

from typing import Final

from onrecord.model.reading import EventMention, Sentence, Token

# Stepping over an edge costs more where it leaves a clause: what stands there is more likely another act's.
CLAUSE_EDGES: Final = frozenset({"advcl", "ccomp", "parataxis", "relcl", "csubj"})
CLAUSE_COST: Final = 2.5
CONJUNCT_COST: Final = 2.0
NOT_BELOW_COST: Final = 1.0  # words that an act's own word governs are its own before all others
OWN_CLAUSE_GAIN: Final = 2.0  # what stands in the clauses of the act itself
PER_TOKEN_COST: Final = 0.03  # between equals the nearer in the text wins; also softens wrong parses


def path_cost(sentence: Sentence, start: Token, end: Token) -> float:
    """The cost of the way through the tree from one token to another: 0 for the same token."""
    above_start = _costs_upward(sentence, start)
    above_end = _costs_upward(sentence, end)
    shared = [above_start[i] + above_end[i] for i in above_start if i in above_end]
    way = min(shared) if shared else float(len(sentence.tokens))
    return way + PER_TOKEN_COST * abs(start.index - end.index)


def binding_cost(sentence: Sentence, event: EventMention, token: Token) -> float:
    """The cost of binding a token's words to an event mention of the same sentence."""
    trigger = sentence.tokens[event.token]
    below = token.index == trigger.index or any(a.index == trigger.index for a in sentence.ancestors(token))
    cost = path_cost(sentence, trigger, token) + (0.0 if below else NOT_BELOW_COST)
    return cost - (OWN_CLAUSE_GAIN if token.index in event.tokens else 0.0)


def nearest_event(sentence: Sentence, token: Token, events: list[EventMention]) -> EventMention | None:
    """The event mention of the sentence that a token's words most likely belong to."""
    return min(events, key=lambda event: (binding_cost(sentence, event, token), event.token), default=None)


def _costs_upward(sentence: Sentence, token: Token) -> dict[int, float]:
    """For the token and each of its ancestors the cost of climbing there."""
    costs = {token.index: 0.0}
    climbed = 0.0
    while token.head != token.index and token.head not in costs:
        climbed += _edge_cost(token)
        token = sentence.tokens[token.head]
        costs[token.index] = climbed
    return costs


def _edge_cost(token: Token) -> float:
    if token.dep in CLAUSE_EDGES:
        return CLAUSE_COST
    return CONJUNCT_COST if token.dep == "conj" else 1.0
