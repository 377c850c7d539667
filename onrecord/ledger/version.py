"""What reads: the versions of the components and hashes of what they know, so that two readings can be told apart."""

from importlib import resources

from onrecord.model.ids import text_sha256
from onrecord.model.ledger import ReaderVersion
from onrecord.normalize.gazetteer_build import inputs_version
from onrecord.registry import COMPONENTS, lexicon_text
from onrecord.settings import Settings


def reader_version(settings: Settings, program: str) -> ReaderVersion:
    """The version of the reader that these settings give in this version of the program."""
    names = sorted(file.name for file in resources.files("onrecord.lexicon").iterdir() if _is_knowledge(file.name))
    lexicon = text_sha256("\n".join(f"{name}\n{lexicon_text(name)}" for name in names))
    added = sorted((settings.cache / "gazetteer-added").glob("*.sqlite"))
    gazetteer = "\n".join((inputs_version(), *(f"{file.name} {file.stat().st_size}" for file in added)))
    return ReaderVersion(program, tuple(sorted(COMPONENTS.items())), settings.model, lexicon, text_sha256(gazetteer))


def _is_knowledge(name: str) -> bool:
    return name.endswith((".yml", ".tsv", ".txt"))
