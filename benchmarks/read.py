"""Words a second against bare spaCy on the same texts in the same run, and peak memory.

    python -m benchmarks.read [--documents 60] [--rounds 5]

(a) reports all about conflict; (b) one in twenty about conflict. "Bare spaCy" is `nlp.pipe` over the texts with all
components of the same pipeline, ner included. Each system runs in its own process (so that its memory can be told
apart), one at a time, in turns, on fresh texts in every round; the table shows medians, for the machine is noisy.
"""

import argparse
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from statistics import median
from typing import Final

from benchmarks.texts import conflict_reports, mixed_reports

SYSTEMS: Final = ("spacy", "onrecord")
CORPORA: Final = {"(a) all about conflict": conflict_reports, "(b) one in twenty": mixed_reports}
TO_REACH: Final = {"(a) all about conflict": 1.0, "(b) one in twenty": 8.0}  # times bare spaCy
MAX_MEGABYTES: Final = 700
KILOBYTES_A_MEGABYTE: Final = 1024 if sys.platform != "darwin" else 1024 * 1024


@dataclass(frozen=True, slots=True)
class Run:
    """One system over one corpus in one round."""

    system: str
    corpus: str
    documents: int
    words: int
    seconds: float


def main() -> int:
    arguments = _arguments()
    with _Worker("spacy") as spacy, _Worker("onrecord") as onrecord:
        workers = {"spacy": spacy, "onrecord": onrecord}
        for worker in workers.values():
            worker.time(conflict_reports(8, seed=0))  # loads the models, fills nothing that the rounds use
        runs = [
            _run(workers[system], corpus, arguments.documents, number)
            for number in range(1, arguments.rounds + 1)
            for corpus in CORPORA
            for system in SYSTEMS
        ]
        return _report(runs, {system: worker.megabytes() for system, worker in workers.items()})


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=60, help="reports a round (default 60)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each system on each corpus (default 5)")
    return parser.parse_args()


def _run(worker: "_Worker", corpus: str, documents: int, seed: int) -> Run:
    texts = CORPORA[corpus](documents, seed=seed)
    return Run(worker.system, corpus, documents, sum(len(text.split()) for text in texts), worker.time(texts))


def _report(runs: list[Run], memory: dict[str, float]) -> int:
    """Prints the table; 0 where every goal is reached, else 1."""
    print(f"{'corpus':24}{'system':>10}{'docs/s':>9}{'words/s':>10}{'ratio':>8}{'goal':>7}")
    missed = memory["onrecord"] > MAX_MEGABYTES
    for corpus in CORPORA:
        ratio = _speed(runs, corpus, "onrecord") / _speed(runs, corpus, "spacy")
        missed = missed or ratio < TO_REACH[corpus]
        for system in SYSTEMS:
            seen = [run for run in runs if run.corpus == corpus and run.system == system]
            documents = median(run.documents / run.seconds for run in seen)
            ends = f"{ratio:8.2f}{TO_REACH[corpus]:7.1f}" if system == "onrecord" else f"{1:8.2f}"
            print(f"{corpus:24}{system:>10}{documents:9.1f}{_speed(runs, corpus, system):10.0f}{ends}")
    print(
        f"peak memory: spacy {memory['spacy']:.0f} MB, onrecord {memory['onrecord']:.0f} MB (at most {MAX_MEGABYTES})"
    )
    return int(missed)


def _speed(runs: list[Run], corpus: str, system: str) -> float:
    return median(run.words / run.seconds for run in runs if run.corpus == corpus and run.system == system)


class _Worker:
    """A process that holds one system and times it over texts."""

    def __init__(self, system: str) -> None:
        context = multiprocessing.get_context("spawn")
        self.system = system
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(system, theirs), daemon=True)

    def __enter__(self) -> "_Worker":
        self._process.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._pipe.send(None)
        self._process.join(timeout=10)

    def time(self, texts: list[str]) -> float:
        """Seconds over the texts."""
        self._pipe.send(texts)
        seconds: float = self._pipe.recv()
        return seconds

    def megabytes(self) -> float:
        """Peak memory of the process so far, in MB."""
        self._pipe.send("memory")
        peak: float = self._pipe.recv()
        return peak


def _serve(system: str, pipe: Connection) -> None:
    read = _spacy() if system == "spacy" else _onrecord()
    while (message := pipe.recv()) is not None:
        if message == "memory":
            pipe.send(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES_A_MEGABYTE)
            continue
        start = time.perf_counter()
        read(message)
        pipe.send(time.perf_counter() - start)


def _spacy() -> Callable[[list[str]], None]:
    import spacy

    from onrecord.settings import load_settings

    nlp = spacy.load(load_settings().model)

    def read(texts: list[str]) -> None:
        for _ in nlp.pipe(texts):
            pass

    return read


def _onrecord() -> Callable[[list[str]], None]:
    from datetime import date

    from onrecord.export.contract import to_contract
    from onrecord.model.document import Document
    from onrecord.model.ids import make_id, text_sha256
    from onrecord.pipeline import Reader

    reader = Reader()

    def read(texts: list[str]) -> None:
        documents = (
            Document(make_id(n, text), text, text_sha256(text), published=date(2024, 3, 29), lang="en")
            for n, text in enumerate(texts)
        )
        for record in reader.read_many(documents):
            to_contract(record)

    return read


if __name__ == "__main__":
    sys.exit(main())
