"""References: an act that a sentence is only about, as an inquiry into it, an arrest for it, a visit to its scene."""

from typing import Final

from onrecord.model.reading import Sentence, Token

# "Opened an inquiry into the shooting", "a row over the raid".
ABOUT: Final = frozenset({"about", "into", "over", "regarding", "concerning"})
# "Was arrested for the murder", "in connection with the blast": what they answer is done on a day of its own.
ANSWERING: Final = frozenset({"for", "with"})
# "Visited the scene of the attack".
OF_AN_ACT: Final = frozenset(
    {
        *("scene", "site", "victim", "survivor", "family", "relative", "video", "footage", "photo", "image"),
        *("anniversary", "funeral", "account", "memory", "suspect", "perpetrator"),
    }
)
HOLDING: Final = frozenset({"arrest", "charge", "detain", "indict", "convict", "sentence", "hold", "jail", "want"})
LED: Final = frozenset(
    {*("fall", "run", "walk", "drive", "ride", "come", "get", "descend"), *("escalate", "turn", "develop", "break")}
)
# "On Tuesday the council condemned the killing": the council did so then.
REACTING: Final = frozenset(
    {
        *("condemn", "denounce", "decry", "deplore", "mourn", "regret", "investigate", "review", "cite", "discuss"),
        *("commemorate", "mark", "criticize", "praise", "hail", "welcome", "remember"),
    }
)
NOUNS: Final = frozenset({"NOUN", "PROPN"})


def dates_a_reference(sentence: Sentence, trigger: Token, token: Token) -> bool:
    """True where a day hangs on a verb, and the act's noun only stands below what that verb is about."""
    above = list(sentence.ancestors(token))
    if trigger in above:
        return False  # "visited the scene of Monday's attack"
    verb = next((word for word in above if word.pos in ("VERB", "AUX")), None)
    if verb is None:
        return False
    reacts = verb.lemma.lower() in REACTING and token.index < trigger.index and _is_below(sentence, trigger, verb)
    return reacts or is_about(sentence, verb, trigger, ABOUT | ANSWERING)


def _is_below(sentence: Sentence, trigger: Token, verb: Token) -> bool:
    """True where an act's noun stands anywhere below a verb."""
    return trigger.pos in NOUNS and any(word.index == verb.index for word in sentence.ancestors(trigger))


def is_about(sentence: Sentence, verb: Token, trigger: Token, words: frozenset[str] = ABOUT) -> bool:
    """True where an act's noun stands below a verb only as what it is about: "opened an inquiry into the raid"."""
    if trigger.pos not in NOUNS:
        return False
    about = False
    for word in sentence.ancestors(trigger):
        if word.index == verb.index:
            return about
        if word.pos in ("VERB", "AUX"):
            return False
        scene = word.dep == "prep" and word.lower == "of" and _is_of_an_act(sentence.head(word))
        held = word.lower == "in" and verb.lemma.lower() in HOLDING  # "was arrested in the shooting of a clerk"
        led = _is_led_into(sentence, word)
        about = about or scene or held or (word.dep == "prep" and word.lower in words and not led)
    return False


def _is_of_an_act(noun: Token) -> bool:
    """True for "the scene of" an act that is visited; "was the site of the raid" tells the raid."""
    return noun.dep != "attr" and noun.lemma.lower() in OF_AN_ACT


def _is_led_into(sentence: Sentence, word: Token) -> bool:
    """True for "fell into an ambush", "the row turned into a fight": they came to it; not "an inquiry into it"."""
    return word.lower == "into" and sentence.head(word).lemma.lower() in LED
