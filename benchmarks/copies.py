"""How long 100,000 documents take to be checked for copies, and how much memory: `python -m benchmarks.copies`."""

import random
import resource
import sys
import time

from onrecord.link.copies import CopyIndex
from tests.link.wires import reprint, wire

DOCUMENTS = 100_000
EVERY_REPRINT = 5  # one in five is a reprint of one of the last wires


def main(documents: int = DOCUMENTS) -> None:
    rng = random.Random(1)
    index, wires, copies, seconds = CopyIndex(), [wire(rng)], 0, 0.0
    for n in range(documents):
        text = reprint(rng, rng.choice(wires[-500:])) if n % EVERY_REPRINT == 0 else _new(rng, wires)
        started = time.perf_counter()
        copies += index.add(str(n), text) is not None
        seconds += time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # MB
    print(f"{documents} documents in {seconds:.0f} s, {copies} copies found, peak {peak:.0f} MB")


def _new(rng: random.Random, wires: list[list[str]]) -> str:
    wires.append(wire(rng))
    del wires[:-500]
    return "\n".join(wires[-1])


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
