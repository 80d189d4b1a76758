"""Run as its own process: a writer to be killed, a lock to be held, a reader to be raced.

``child.py loop ROOT``            commit one state after another, printing each when it is acknowledged
``child.py every ROOT WORK``      for every N: copy ROOT to WORK/N and die at file system call N of one more commit
``child.py naive ROOT WORK``      the same with a writer that works in place
``child.py hold ROOT``            hold the writer's lock until standard input closes
``child.py read ROOT SECONDS``    read generations, print how many and how many were mixed
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from storage.world import TornError, commit_state, killing, naive_commit, naive_state, state_of
from tieout.storage import IndexFolder


def loop(root: Path) -> None:
    folder = IndexFolder(root)
    state = state_of(folder.current())
    say("ready")
    while True:
        state += 1
        commit_state(folder, state).close()
        say(str(state))


def every(root: Path, work: Path, *, naive: bool) -> None:
    for number in range(1, 1000):
        target = work / f"{number:04d}"
        if root.exists():
            shutil.copytree(root, target)
        if (process := os.fork()) == 0:
            files = killing(number)
            if naive:
                naive_commit(target, naive_state(target) + 1, files)
            else:
                folder = IndexFolder(target, files=files)
                commit_state(folder, state_of(IndexFolder(target).current()) + 1)
            os._exit(0)
        if os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0:
            say(str(number - 1))
            return


def hold(root: Path) -> None:
    with IndexFolder(root).begin():
        say("held")
        sys.stdin.read()


def read(root: Path, seconds: float) -> None:
    folder = IndexFolder(root)
    reads = mixed = warned = 0
    seen: set[int] = set()
    say("ready")
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        generation = folder.current()
        warned += generation is not None and bool(generation.warning)
        try:
            seen.add(state_of(generation))
        except (TornError, OSError):
            mixed += 1
        reads += 1
    say(f"{reads} {mixed} {warned} {len(seen)}")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["loop", root]:
            loop(Path(root))
        case ["every", root, work]:
            every(Path(root), Path(work), naive=False)
        case ["naive", root, work]:
            every(Path(root), Path(work), naive=True)
        case ["hold", root]:
            hold(Path(root))
        case ["read", root, seconds]:
            read(Path(root), float(seconds))
