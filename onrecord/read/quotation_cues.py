"""Cues: the words that carry reported speech or thought, and the constructions each of them takes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from onrecord.model.document import Span
from onrecord.model.reading import Sentence, Token
from onrecord.registry import lexicon

FIGURE: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|kill\w*|injur\w*|wound\w*|dead|died|deaths?|casualt\w+)\b",
    re.I,
)
PARTICLES: Final = frozenset({"prt", "prep", "advmod"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a sentence: its head word, its words, its frame letters (lexicon/cues.yml), and for a verb with a
    preposition ("spoke of") that preposition."""

    token: Token
    span: Span
    frame: frozenset[str]
    reports: bool
    link: Token | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What a verb takes: frame letters; whether it tells of words; its prepositions, with whether those tell."""

    letters: frozenset[str]
    reports: bool
    links: Mapping[str, bool] = field(default_factory=dict)


@cache
def verb_frames() -> dict[str, Frame]:
    """The frames of every cue verb, by lemma."""
    frames: dict[str, Frame] = {}
    for group in lexicon("cues")["verbs"]:
        for word in group["words"]:
            old = frames.get(word, Frame(frozenset(), False))
            frames[word] = Frame(old.letters | set(group["frame"]), old.reports or group["reports"])
    for phrase in lexicon("cues")["phrases"]:
        old = frames.get(phrase["verb"], Frame(frozenset(), False))
        links = {**old.links, **dict.fromkeys(phrase["after"], phrase["reports"])}
        frames[phrase["verb"]] = Frame(old.letters, old.reports, links)
    return frames


@cache
def noun_cues() -> dict[str, bool]:
    """Nouns that carry content, with whether they tell of words."""
    nouns = lexicon("cues")["nouns"]
    return dict.fromkeys(nouns["minds"], False) | dict.fromkeys(nouns["reports"], True)


@cache
def cue_words(kind: str) -> frozenset[str]:
    """A plain list of lexicon/cues.yml: `cue_words("adjectives")`."""
    return frozenset(lexicon("cues")[kind])


@cache
def cue_figures(kind: str) -> frozenset[str]:
    """The verbs that set a figure, or the nouns for it: `cue_figures("nouns")`."""
    return frozenset(lexicon("cues")["figures"][kind])


def is_verb(token: Token) -> bool:
    """A verb, also one at the sentence's end that the tagger took for a noun: "Ten fled, the charity estimates"."""
    return token.pos in ("VERB", "AUX") or (token.dep == "ROOT" and token.tag == "NNS")


def verb_cue(sentence: Sentence, token: Token) -> Cue | None:
    """The cue that a verb is, or None: "said", "called for", "has been told"."""
    if not is_verb(token):
        return None
    frame = verb_frames().get(token.lemma.lower())
    if frame is None:
        return None
    link = _link(sentence, token, frame.links)
    if link is not None:
        return Cue(token, token.span.union(link.span), frame.letters, frame.links[link.lower], link)
    return Cue(token, token.span, frame.letters, frame.reports) if frame.letters else None


def _link(sentence: Sentence, token: Token, links: Mapping[str, bool]) -> Token | None:
    """The preposition or particle right after the verb (an adverb or an object pronoun may stand between)."""
    if not links:
        return None
    kids = sentence.kids(token, *PARTICLES)
    return next((k for k in kids if k.lower in links and 0 < k.index - token.index <= 2), None)
