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
LED: Final = frozenset(
    {*("fall", "run", "walk", "drive", "ride", "come", "get", "descend"), *("escalate", "turn", "develop", "break")}
)
NOUNS: Final = frozenset({"NOUN", "PROPN"})


def dates_a_reference(sentence: Sentence, trigger: Token, token: Token) -> bool:
    """True where a day hangs on a verb, and the act's noun only stands below what that verb is about."""
    above = list(sentence.ancestors(token))
    if trigger in above:
        return False  # "visited the scene of Monday's attack"
    verb = next((word for word in above if word.pos in ("VERB", "AUX")), None)
    return verb is not None and is_about(sentence, verb, trigger, ABOUT | ANSWERING)


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
        scene = word.dep == "prep" and word.lower == "of" and sentence.head(word).lemma.lower() in OF_AN_ACT
        about = about or scene or (word.dep == "prep" and word.lower in words and not _is_led_into(sentence, word))
    return False


def _is_led_into(sentence: Sentence, word: Token) -> bool:
    """True for "fell into an ambush", "the row turned into a fight": they came to it; not "an inquiry into it"."""
    return word.lower == "into" and sentence.head(word).lemma.lower() in LED
