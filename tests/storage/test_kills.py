"""SIGKILL at any moment: nothing lost, nothing corrupt, nothing torn; the first commit included."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tieout.storage import IndexFolder
from tieout.storage.operations import FileOperations

from .world import TornError, commit_state, naive_commit, naive_state, sound_state

CHILD = Path(__file__).with_name("child.py")
RANDOM_KILLS = 50


def start(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, CHILD, *map(str, arguments)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def kill_after(root: Path, delay: float) -> int:
    """Start a writer, kill it ``delay`` seconds after it is ready, and return the last state it acknowledged."""
    with start("loop", root) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(delay)
        child.kill()
        acknowledged = child.stdout.read().split()
    return int(acknowledged[-1]) if acknowledged else 0


@pytest.mark.slow
def test_random_kills_lose_corrupt_and_tear_nothing(tmp_path: Path) -> None:
    rng = random.Random(20_240)
    lived = tmp_path / "lived"
    first = interrupted = 0
    for kill in range(RANDOM_KILLS):
        fresh = kill % 2 == 0
        root = tmp_path / f"fresh-{kill}" if fresh else lived
        before = 0 if fresh else sound_state(root)
        acknowledged = kill_after(root, rng.uniform(0, 0.04 if fresh else 0.2)) or before
        after = sound_state(root)
        assert acknowledged <= after <= acknowledged + 1
        first += fresh and acknowledged == 0
        interrupted += any(root.glob("tmp-*"))
    assert first > 0, "no kill hit a first commit"
    assert interrupted > RANDOM_KILLS // 4, "too few kills hit a commit at work"
    commit_state(IndexFolder(lived), 1000).close()
    assert sound_state(lived) == 1000
    assert not list(lived.glob("tmp-*"))


@pytest.mark.parametrize("states", [0, 1, 3], ids=["first commit", "second", "fourth"])
def test_a_kill_at_every_call_leaves_the_old_or_the_new_state(tmp_path: Path, states: int) -> None:
    root, work = tmp_path / "root", tmp_path / "work"
    for state in range(1, states + 1):
        commit_state(IndexFolder(root), state).close()
    with start("every", root, work) as child:
        assert child.stdout is not None
        killed = int(child.stdout.read())
    assert killed > 50
    after = [sound_state(work / f"{number:04d}") for number in range(1, killed + 1)]
    assert set(after) == {states, states + 1}
    assert after == sorted(after), "the switch is one call: old before it, new from it on"
    for number in range(1, killed + 1, 5):
        commit_state(IndexFolder(work / f"{number:04d}"), 50).close()
        assert sound_state(work / f"{number:04d}") == 50


def test_without_the_defence_a_kill_tears_the_index(tmp_path: Path) -> None:
    root, work = tmp_path / "root", tmp_path / "work"
    naive_commit(root, 1, FileOperations())
    with start("naive", root, work) as child:
        assert child.stdout is not None
        killed = int(child.stdout.read())
    torn = 0
    for number in range(1, killed + 1):
        try:
            naive_state(work / f"{number:04d}")
        except TornError:
            torn += 1
    assert torn > 0
