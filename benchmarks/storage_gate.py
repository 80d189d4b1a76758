"""Crash, damage and speed figures of the index folder, as JSON.

``python benchmarks/storage_gate.py [--kills 1000] [--flips 5000]``: kills a writer at random times, damages files at
random, and times opening and committing an index the size of thirty reports.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from storage.test_damage import damage
from storage.test_kills import kill_after
from storage.world import TornError, commit_state, sound_state
from tieout.storage import IndexFolder

REPORTS, FILES, FILE_BYTES, SHARED_BYTES = 30, 8, 250_000, 60_000_000


def kills(work: Path, count: int, seed: int) -> dict[str, int]:
    rng = random.Random(seed)
    outcome = {"kills": count, "first_commits": 0, "at_work": 0, "lost": 0, "corrupt": 0, "torn": 0}
    lived = work / "lived"
    for kill in range(count):
        fresh = kill % 2 == 0
        root = work / "fresh" if fresh else lived
        shutil.rmtree(work / "fresh", ignore_errors=True)
        before = 0 if fresh or not root.exists() else sound_state(root)
        acknowledged = kill_after(root, rng.uniform(0, 0.04 if fresh else 0.2)) or before
        outcome["first_commits"] += fresh and acknowledged == 0
        outcome["at_work"] += any(root.glob("tmp-*"))
        try:
            state = sound_state(root)
            outcome["lost"] += state < acknowledged
        except TornError:
            outcome["torn"] += 1
        except AssertionError:
            outcome["corrupt"] += 1
    return outcome


def flips(work: Path, count: int, seed: int) -> dict[str, int]:
    rng = random.Random(seed)
    root = work / "flips"
    for state in (1, 2):
        commit_state(IndexFolder(root), state).close()
    files = sorted(p for p in (root / "gen-000002").rglob("*") if p.is_file() and p.name != "constant")
    found = 0
    for _ in range(count):
        path = rng.choice(files)
        whole = path.read_bytes()
        damage(path, rng)
        generation = IndexFolder(root).current()
        if generation is not None:
            found += generation.number == 1 and generation.warning != ""
            generation.close()
        path.write_bytes(whole)
    return {"mutations": count, "found": found}


def speed(work: Path) -> dict[str, float]:
    folder = IndexFolder(work / "speed")
    body = random.Random(1).randbytes(FILE_BYTES)
    shared = random.Random(2).randbytes(SHARED_BYTES)

    def build(number: int) -> None:
        with folder.begin() as transaction:
            for report in range(REPORTS):
                if transaction.base is not None and report:
                    transaction.keep_tree(f"reports/{report}")
                else:
                    for file in range(FILES):
                        transaction.write(f"reports/{report}/{file}.jsonl", body + b"%d" % number)
            transaction.write("vectors.faiss", shared + b"%d" % number)
            transaction.commit({"number": number}).close()

    figures = {"files": REPORTS * FILES + 1, "megabytes": (REPORTS * FILES * FILE_BYTES + SHARED_BYTES) / 1e6}
    figures["first_commit_seconds"] = timed(lambda: build(1), 1)
    figures["one_report_changed_seconds"] = timed(lambda: build(2), 1)
    figures["first_open_seconds"] = timed(lambda: close(IndexFolder(folder.root)), 3)
    figures["open_again_seconds"] = timed(lambda: close(folder), 20)
    figures["current_number_seconds"] = timed(folder.current_number, 20)
    figures["verify_seconds"] = timed(folder.verify, 1)
    return figures


def close(folder: IndexFolder) -> None:
    if (generation := folder.current()) is not None:
        generation.close()


def timed(work: Callable[[], object], repeats: int) -> float:
    """Median wall time in seconds."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return round(statistics.median(times), 5)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--flips", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        result = {
            "machine": {"python": platform.python_version(), "system": platform.platform()},
            "kills": kills(work, arguments.kills, arguments.seed),
            "flips": flips(work, arguments.flips, arguments.seed),
            "speed": speed(work),
        }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
