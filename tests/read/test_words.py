import pytest
import spacy

from onrecord.read.parse import Parser
from onrecord.read.sentences import split_sentences
from onrecord.settings import DEFAULT_MODEL

TEXTS = [
    "There were no survivors, and there is little hope that the two missing soldiers are alive.",
    "Shelling wounded five; shells fell on houses that had been hit before, the army's spokesman said.",
    "THE GUERRILLAS HAVE BEEN KILLING PEASANTS. THEY'RE LEAVING THE DEAD BEHIND.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_what_the_whole_pipeline_says(text: str) -> None:
    whole = spacy.load(DEFAULT_MODEL, exclude=["ner"])
    parser = Parser(DEFAULT_MODEL)
    for sentence in parser.parse((s.span.text_in(text), s) for s in split_sentences(text)):
        doc = whole(sentence.span.text_in(text))
        expected = [(token.text, token.lemma_, token.pos_) for token in doc]
        assert [(token.text, token.lemma, token.pos) for token in sentence.tokens] == expected
