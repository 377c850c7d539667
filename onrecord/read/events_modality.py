"""How an act is told: as done, or as denied, feared, planned, practiced, past, played; and what is no act of war."""

from onrecord.model.codes import Modality, SetAsideReason
from onrecord.model.reading import Sentence, Token
from onrecord.read.events_triggers import Trigger
from onrecord.registry import lexicon


def judge_telling(
    sentence: Sentence, group: list[Trigger], tokens: tuple[int, ...]
) -> tuple[Modality, SetAsideReason | None]:
    """The modality of a telling, and why it is set aside (None where it is an act on the record)."""
    reason = _by_words(sentence, tokens)
    if reason:
        return ("historical" if reason in ("historical", "court") else "asserted"), reason
    modality = min((_of_trigger(sentence, trigger) for trigger in group), key=lambda m: m != "asserted")
    reasons: dict[Modality, SetAsideReason] = {
        "negated": "negated",
        "denied": "denied",
        "hypothetical": "hypothetical",
        "future": "future",
        "historical": "historical",
    }
    return modality, reasons.get(modality)


def _by_words(sentence: Sentence, tokens: tuple[int, ...]) -> SetAsideReason | None:
    """The reason that a word of the telling gives by itself: "film", "earthquake", "sentenced"."""
    lemmas = {sentence.tokens[index].lemma.lower() for index in tokens}
    rows: dict[SetAsideReason, list[str]] = lexicon("modality")["words"]
    return next((reason for reason, words in rows.items() if not lemmas.isdisjoint(words)), None)


def _of_trigger(sentence: Sentence, trigger: Trigger) -> Modality:
    token = sentence.tokens[trigger.head]
    governors: dict[Modality, list[str]] = lexicon("modality")["governors"]
    for word in (token, *sentence.ancestors(token)):
        told = _of_verb(sentence, word)
        if told:
            return told
        if word.index != token.index:
            modality = next((m for m, lemmas in governors.items() if word.lemma.lower() in lemmas), None)
            if modality:
                return modality
        if word.dep in ("ccomp", "relcl", "parataxis") or (word.dep == "conj" and word.pos == "VERB"):
            break
    return "asserted"


def _of_verb(sentence: Sentence, word: Token) -> Modality | None:
    """The modality that a word's own auxiliaries, negations and conjunctions give."""
    kids = sentence.kids(word)
    if any(kid.dep == "neg" for kid in kids) or any(kid.dep == "det" and kid.lower == "no" for kid in kids):
        return "negated"
    aux = {kid.lower for kid in kids if kid.dep in ("aux", "auxpass")}
    if aux & {"will", "shall", "'ll"}:
        return "future"
    if aux & {"could", "might", "may", "would", "should", "can"} and "have" not in aux:
        return "hypothetical"
    if any(kid.dep == "mark" and kid.lower in ("if", "unless", "whether") for kid in kids):
        return "hypothetical"
    return None
