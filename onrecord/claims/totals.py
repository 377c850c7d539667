"""Totals: tolls of a war or a period. They never become part of an incident."""

from onrecord.claims.bind import toll_claim
from onrecord.claims.casualty import Casualty
from onrecord.claims.proximity import path_cost
from onrecord.model.claim import Claim
from onrecord.model.incident import Total
from onrecord.model.reading import Mention, Reading
from onrecord.model.values import Interval


def find_totals(reading: Reading, casualties: tuple[Casualty, ...]) -> tuple[tuple[Total, ...], tuple[Claim, ...]]:
    """The totals of a reading and the claims that they rest on, one claim a total."""
    totals, claims = [], []
    for casualty in casualties:
        if casualty.set_aside is None and casualty.figure.scope != "incident" and not _is_uncounted_part(casualty):
            claim = toll_claim(reading, casualty, None)
            claims.append(claim)
            totals.append(_total(reading, casualty, claim))
    return tuple(totals), tuple(claims)


def _is_uncounted_part(casualty: Casualty) -> bool:
    """True for "mostly women and children" beside the number of all."""
    return casualty.figure.relation == "part" and casualty.figure.quantity.best is None


def _total(reading: Reading, casualty: Casualty, claim: Claim) -> Total:
    figure = casualty.figure
    quantity = figure.quantity
    return Total(
        status=casualty.status,
        group=figure.group,
        party=figure.party,
        low=quantity.low,
        best=quantity.best,
        high=quantity.high,
        period=_period(reading, casualty),
        claims=(claim.id,),
    )


def _period(reading: Reading, casualty: Casualty) -> Interval | None:
    """The stretch of time that the figure's sentence names nearest to it; None where it names none."""
    sentence = reading.sentences[casualty.sentence]
    anchor = sentence.tokens[casualty.anchor]

    def cost(mention: Mention) -> float:
        token = sentence.at(mention.span)
        return path_cost(sentence, anchor, token) if token else float(len(sentence.tokens))

    periods = [m for m in reading.mentions_in(sentence.span, "DATE") if isinstance(m.value, Interval)]
    nearest = min(periods, key=lambda m: (cost(m), m.span), default=None)
    return nearest.value if nearest and isinstance(nearest.value, Interval) else None
