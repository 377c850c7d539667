"""Scope: the words that a cue governs, before, after or around it."""

from typing import Final

from onrecord.model.document import Span
from onrecord.model.reading import Sentence, Token
from onrecord.read.quotation_cues import FIGURE, Cue, verb_frames
from onrecord.read.quotation_marks import Quote
from onrecord.read.quotation_sources import noun_span

TRAILING: Final = " \t\n,.;:—–-"
CLAUSES: Final = ("ccomp", "xcomp", "csubj")
CLOSING_MARKS: Final = ("”", '"', "''", "’", "»", ",", "—", "–", "--", "?", "!")
INTRODUCTORY: Final = frozenset({"prep", "npadvmod", "advmod", "advcl", "cc", "mark", "aux", "intj"})
# Words after a cue with which the outlet goes on in its own voice: "…, the army said, a day after …".
MEANWHILE: Final = frozenset(
    {"as", "while", "after", "amid", "following", "before", "though", "although", "days", "hours", "weeks"}
)
FINITE: Final = frozenset({"VBD", "VBN", "VBP", "VBZ"})
TAILS: Final = frozenset({"relcl", "advcl", "conj"})
MIN_CONTENT_WORDS: Final = 3  # of content before an aside is cut from its end
ADJUNCTS: Final = frozenset({"prep", "npadvmod", "advmod", "dobj", "dative", "prt", "agent", "neg", "aux", "auxpass"})


def trimmed(start: int, end: int, text: str) -> Span | None:
    """The span without white space at its ends and without commas or a full stop after it; None if nothing is left."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(" \t\n,;:—–-"))
    end = start + len(text[start:end].rstrip(TRAILING))
    return Span(start, end) if end > start else None


def clause_after(sentence: Sentence, cue: Cue, text: str) -> Span | None:
    """The clause after the cue: "said [that two had died]", "told reporters [two had died]", "wants [to leave]"."""
    verb = cue.token
    wanted = [d for d in CLAUSES if d != "xcomp" or "i" in cue.frame or "a" in cue.frame]
    clauses = [k for k in sentence.kids(verb, *wanted) if k.index > verb.index]
    clauses = clauses or _that_clause(sentence, cue)
    if not clauses:
        return None
    words = [w for w in sentence.subtree(clauses[0]) if w.index > verb.index]
    if "a" in cue.frame:
        words += [w for k in sentence.kids(verb, "dobj") if k.index > verb.index for w in sentence.subtree(k)]
    if "c" in cue.frame and not cue.frame & {"a", "h"} and not sentence.kids(clauses[0], "nsubj", "nsubjpass", "expl"):
        words += [w for k in sentence.kids(verb, "dobj") if _between(verb, k, words[0]) for w in sentence.subtree(k)]
    for clause in clauses[1:]:
        words += [w for w in sentence.subtree(clause) if w.index > verb.index]
    return _whole(sentence, words, text)


def _between(verb: Token, noun: Token, first: Token) -> bool:
    """A noun after the verb and before its clause: the clause's subject, lost by the parse."""
    return verb.index < noun.index < first.index


def _whole(sentence: Sentence, words: list[Token], text: str) -> Span | None:
    """The span of content words, without the outlet's own asides and the next cue's clause at its end."""
    words = sorted(set(words), key=lambda w: w.index)
    end = cut_tail(sentence, words, text)
    return trimmed(words[0].span.start, end.span.end, text)


def cut_tail(sentence: Sentence, words: list[Token], text: str) -> Token:
    """The last word of a content: an aside after a comma ("…, who leads the party") and a further cue's clause ("…
    and said that …") are cut, but never where they hold a figure: it may be the speaker's."""
    held = {w.index for w in words}
    for word in words[MIN_CONTENT_WORDS:]:
        if word.dep not in TAILS or word.index not in held:
            continue
        tail = sentence.subtree(word)
        first = tail[0].index
        if tail[-1].index < words[-1].index - 1 or first <= words[0].index + MIN_CONTENT_WORDS:
            continue
        before = sentence.tokens[first - 1]
        next_cue = _is_next_cue(word, before)
        if next_cue and any(k.index < word.index for k in sentence.kids(word, "nsubj")):
            return before  # "…, while X said that …": whatever it holds is X's
        apart = next_cue or _is_aside(word, tail, before)
        if apart and not FIGURE.search(text[tail[0].span.start : tail[-1].span.end]):
            return before
    return words[-1]


def _is_aside(word: Token, tail: list[Token], before: Token) -> bool:
    return word.dep == "relcl" and before.text == "," and tail[0].lower in ("which", "who", "where", "whom", "whose")


def _is_next_cue(word: Token, before: Token) -> bool:
    """A clause of its own cue: ", arguing that …", "and called on …"."""
    frame = verb_frames().get(word.lemma.lower())
    speaks = frame is not None and frame.reports
    return speaks and ((word.dep == "advcl" and before.text == ",") or (word.dep == "conj" and before.dep == "cc"))


def _that_clause(sentence: Sentence, cue: Cue) -> list[Token]:
    """A that-clause that the parser hung on a phrase after the verb: "said in a report [that two had died]"."""
    if "c" not in cue.frame:
        return []
    for word in sentence.subtree(cue.token):
        if word.index > cue.token.index and word.lower == "that" and word.dep == "mark":
            verb = sentence.head(word)
            between = sentence.tokens[cue.token.index + 1 : word.index]
            return [] if any(w.pos == "VERB" for w in between) else [verb]
    return []


def object_after(sentence: Sentence, cue: Cue, text: str) -> Span | None:
    """The object of the cue and what hangs on it or follows it closely: "announced [three deaths]"."""
    verb = cue.token
    objects = [k for k in sentence.kids(verb) if k.index > verb.index and _is_object(sentence, k)]
    if not objects:
        passive = sentence.kids(verb, "nsubjpass")
        return _span_of(sentence, passive[0], text) if passive and passive[0].lower != "it" else None
    words = sentence.subtree(objects[0])
    for kid in sentence.kids(verb):
        if kid.index > words[-1].index and kid.dep in ("prep", "oprd", "xcomp", "ccomp", "dobj"):
            if kid.index > words[-1].index + 1 and sentence.tokens[words[-1].index + 1].text == ",":
                break
            words = sorted({*words, *sentence.subtree(kid)}, key=lambda w: w.index)
    return _whole(sentence, [w for w in words if w.index > verb.index], text)


def lost_clause(sentence: Sentence, cue: Cue, text: str) -> Span | None:
    """A clause that the parser took for an object: "said [troops backed by tanks killed two]"."""
    for noun in sentence.kids(cue.token, "dobj"):
        words = sentence.subtree(noun)
        if noun.index > cue.token.index and any(w.tag in FINITE and w.index > noun.index for w in words):
            return _whole(sentence, words, text)
    return None


def _is_object(sentence: Sentence, token: Token) -> bool:
    """An object, also one that the parser took for an adverb: "counted 90 dead"."""
    return token.dep in ("dobj", "oprd", "attr") or (token.dep == "advmod" and bool(sentence.kids(token, "nummod")))


def link_after(sentence: Sentence, cue: Cue, text: str) -> Span | None:
    """What follows the cue's preposition or particle: "called for [a truce]", "pointed out [that it held]"."""
    if cue.link is None:
        return None
    words = [w for w in sentence.subtree(cue.link) if w.index > cue.link.index]
    for kid in sentence.kids(cue.token, "ccomp", "xcomp", "dobj", "prep", "pcomp"):
        if kid.index > cue.link.index and kid.index != cue.link.index:
            subtree = sentence.subtree(kid)
            if not words or subtree[0].index <= words[-1].index + 1:
                words = words + subtree
    words = [w for w in words if w.index > cue.link.index]
    if not words:
        return None
    return _whole(sentence, words, text)


def _span_of(sentence: Sentence, token: Token, text: str) -> Span | None:
    span = noun_span(sentence, token)
    return trimmed(span.start, span.end, text)


def cue_clause(sentence: Sentence, cue: Cue, subject: Token | None) -> tuple[int, int]:
    """The first and last token of the clause that the cue makes with its subject, auxiliaries and adjuncts."""
    verb = cue.token
    first = last = verb.index
    for kid in reversed(sentence.kids(verb, "aux", "auxpass", "neg", "advmod", "nsubjpass", "expl")):
        if kid.index == first - 1 and (kid.dep not in ("nsubjpass", "expl") or kid.lower == "it"):
            first = kid.index
    if subject is not None and (sentence.head(subject).index == verb.index or _adjoins(sentence, subject, first)):
        words = [w for w in sentence.subtree(subject) if (w.index < verb.index) == (subject.index < verb.index)]
        first, last = min(first, words[0].index), max(last, words[-1].index)
    for kid in sentence.kids(verb):
        if kid.dep in ADJUNCTS and kid.index > last:
            words = sentence.subtree(kid)
            if words[0].index == last + 1:
                last = words[-1].index
    return first, last


def _adjoins(sentence: Sentence, subject: Token, first: int) -> bool:
    """A subject hung elsewhere that stands right before the verb, a comma at most between."""
    return subject.index < first and sentence.subtree(subject)[-1].index >= first - 2


def around(sentence: Sentence, cue: Cue, subject: Token | None, text: str) -> list[Span]:
    """The words before a cue that follows them, and after it where they go on: [Two died], he said, [and one fled]."""
    first, last = cue_clause(sentence, cue, subject)
    passive = sentence.kids(cue.token, "nsubjpass")
    if passive and passive[0].lower != "it" and subject is not None and subject.dep != "nsubjpass":
        return []
    if first == 0 or sentence.tokens[first - 1].text not in CLOSING_MARKS or not _may_follow(sentence, cue, first):
        return []
    if "c" not in cue.frame and not _marked(sentence, first):
        return []
    if all(w.dep == "punct" or w.index in _introductory(sentence, cue) for w in sentence.tokens[:first]):
        return []
    found = [trimmed(_start(sentence, first), sentence.tokens[first - 1].span.end, text)]
    if _goes_on(sentence, cue, last):
        found.append(trimmed(sentence.tokens[last].span.end, sentence.span.end, text))
    return [span for span in found if span]


def _start(sentence: Sentence, first: int) -> int:
    """Where the words before a cue begin: at the sentence's start, or after the semicolon before them."""
    marks = [w for w in sentence.tokens[: first - 1] if w.text == ";"]
    return marks[-1].span.end if marks else sentence.span.start


def _marked(sentence: Sentence, first: int) -> bool:
    """A closing quotation mark stands before the clause: “Two died”, he continued."""
    return any(w.text in ("”", '"', "''", "»") for w in sentence.tokens[max(first - 2, 0) : first])


def _introductory(sentence: Sentence, cue: Cue) -> set[int]:
    """The words before a cue that only say when or how it was said: "In a statement, …", "Asked about it, …"."""
    kids = [k for k in sentence.kids(cue.token) if k.index < cue.token.index and k.dep in INTRODUCTORY]
    return {w.index for kid in kids for w in sentence.subtree(kid)}


def _may_follow(sentence: Sentence, cue: Cue, first: int) -> bool:
    """A cue in a subordinate clause of its own does not report the words before it."""
    verb = cue.token
    before = [
        k for k in sentence.kids(verb, "ccomp", "dobj", "dep", "csubj", "parataxis", "nsubj") if k.index < first - 1
    ]
    if before:
        return True
    if verb.dep in ("relcl", "advcl", "acl", "pcomp", "xcomp", "conj"):
        return sentence.tokens[first - 1].text in ("”", '"', "''", "»") or (verb.dep == "conj" and verb.lower == "said")
    return True


def _goes_on(sentence: Sentence, cue: Cue, last: int) -> bool:
    """Whether the words after the cue's clause belong to its content."""
    if last + 2 >= len(sentence.tokens) or sentence.tokens[last + 1].text not in (",", ":", "—"):
        return False
    verb = cue.token
    if verb.dep in ("parataxis", "ccomp") and verb.head > last:
        return True
    own = {w.index for w in sentence.subtree(verb)}
    rest = sentence.tokens[last + 2 :]
    if rest[0].lower in MEANWHILE or (len(rest) > 2 and rest[2].lower in ("after", "before", "since")):
        return False
    return rest[0].text in ("“", '"', "``", "''") or not any(w.index in own for w in rest if w.dep != "punct")


def quoted_in(sentence: Sentence, quotes: tuple[Quote, ...], cue: Cue) -> list[Span]:
    """The quotations of a sentence that its cue stands outside of."""
    return [q.span for q in quotes if q.span.overlaps(sentence.span) and not q.span.covers(cue.token.span)]
