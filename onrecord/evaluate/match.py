"""Which incident of the record is which incident of the gold."""

from typing import Any, Final

from onrecord.evaluate.agree import agrees_family, agrees_place, agrees_type, same_bounds, same_days

Pair = tuple[dict[str, Any] | None, dict[str, Any] | None]  # (gold, read); None where there is no partner

# What speaks for two incidents being one, and how much; less than MIN_EVIDENCE is no match.
SAME_WORDS: Final = 4
SAME_PLACE: Final = 2
SAME_FAMILY: Final = 1
SAME_TYPE: Final = 1
SAME_DAYS: Final = 1
SAME_TOLL: Final = 2
MIN_EVIDENCE: Final = 2


def match_incidents(gold: tuple[dict[str, Any], ...], shape: dict[str, Any]) -> list[Pair]:
    """Pairs, best evidence first taken, each incident once; then those left over on either side."""
    read = shape["incidents"]
    scores = sorted(
        ((-_evidence(g, r, shape), i, j) for i, g in enumerate(gold) for j, r in enumerate(read)),
    )
    partner: dict[int, int] = {}
    for score, i, j in scores:
        if -score >= MIN_EVIDENCE and i not in partner and j not in partner.values():
            partner[i] = j
    pairs: list[Pair] = [(g, read[partner[i]] if i in partner else None) for i, g in enumerate(gold)]
    return pairs + [(None, r) for j, r in enumerate(read) if j not in partner.values()]


def _evidence(gold: dict[str, Any], read: dict[str, Any], shape: dict[str, Any]) -> int:
    where = gold.get("where") or {}
    return (
        SAME_WORDS * _same_words(gold, read, shape)
        + SAME_PLACE * (bool(where.get("name")) and agrees_place(where, read["where"]))
        + SAME_FAMILY * agrees_family(gold, read)
        + SAME_TYPE * agrees_type(gold, read)
        + SAME_DAYS * (gold.get("when") is not None and same_days(gold["when"], read["when"]))
        + SAME_TOLL
        * any(same_bounds(g, r) for g in gold["tolls"] for r in read["tolls"] if g["group"] == r["group"] == "all")
    )


def _same_words(gold: dict[str, Any], read: dict[str, Any], shape: dict[str, Any]) -> bool:
    """True where a toll or count of the read incident rests on words that the gold names."""
    claims = {claim["id"]: claim for claim in shape["claims"]}
    quotes = [claims[i]["quote"] for value in (*read["tolls"], *read["counts"]) for i in value["claims"] if i in claims]
    named = [value["span"] for value in (*gold["tolls"], *gold["counts"]) if value.get("span")]
    return any(q["start"] < end and start < q["end"] for q in quotes for start, end in named)
