"""The log finds every edit, deletion, insertion, reordering and cut."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from tieout.storage import IndexFolder, log
from tieout.storage.pointer import Anchor, read_pointer

from .world import commit_state, sound_state

LINES = 6


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for state in range(1, LINES + 1):
        commit_state(IndexFolder(tmp_path), state, now=f"2025-01-0{state}").close()
    return tmp_path


def mutate(lines: list[bytes], rng: random.Random) -> tuple[str, list[bytes]]:
    kind = rng.choice(["edit", "delete", "reorder", "insert", "cut", "append two"])
    at = rng.randrange(len(lines))
    changed = list(lines)
    if kind == "edit":
        offset = rng.randrange(len(lines[at]) - 1)
        changed[at] = lines[at][:offset] + bytes([lines[at][offset] ^ 1]) + lines[at][offset + 1 :]
    elif kind == "delete":
        del changed[at]
    elif kind == "reorder":
        other = (at + 1 + rng.randrange(len(lines) - 1)) % len(lines)
        changed[at], changed[other] = changed[other], changed[at]
    elif kind == "insert":
        changed.insert(at, lines[rng.randrange(len(lines))])
    elif kind == "cut":
        changed = [b"".join(lines)[: rng.randrange(len(b"".join(lines)))]]
    else:
        changed += lines[-2:]
    return kind, changed


def test_a_whole_log_holds(root: Path) -> None:
    check = IndexFolder(root).verify_log()
    assert check == log.LogCheck(LINES, check.head, (), pending=False)
    lines = [json.loads(line) for line in (root / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["seq"] for line in lines] == list(range(1, LINES + 1))
    assert lines[-1]["time"] == "2025-01-06"
    assert lines[-1]["action"] == "ingest"
    assert lines[-1]["generation"] == LINES


def test_every_mutation_is_found(root: Path) -> None:
    rng = random.Random(4)
    lines = (root / "log.jsonl").read_bytes().splitlines(keepends=True)
    kinds = set()
    for _ in range(200):
        kind, changed = mutate(lines, rng)
        (root / "log.jsonl").write_bytes(b"".join(changed))
        assert IndexFolder(root).verify_log().problems, kind
        assert IndexFolder(root).verify().problems, kind
        kinds.add(kind)
    assert len(kinds) == 6


def test_without_the_anchor_a_cut_tail_goes_unseen(root: Path) -> None:
    lines = (root / "log.jsonl").read_bytes().splitlines(keepends=True)
    (root / "log.jsonl").write_bytes(b"".join(lines[:-2]))
    assert log.check(root, log.last_anchor(root)).problems == ()
    assert IndexFolder(root).verify_log().problems == ("log.jsonl has 4 lines instead of 6: its end was cut off",)


def test_a_line_of_an_interrupted_commit_does_not_count_and_is_replaced(root: Path) -> None:
    pointer = read_pointer(root)
    assert pointer is not None
    from tieout.storage.operations import FileOperations

    log.append(root, pointer.log, {"action": "ingest"}, FileOperations())
    check = IndexFolder(root).verify_log()
    assert (check.problems, check.pending) == ((), True)
    (root / "log.jsonl").write_bytes((root / "log.jsonl").read_bytes()[:-7])
    check = IndexFolder(root).verify_log()
    assert (check.problems, check.pending) == ((), True)
    commit_state(IndexFolder(root), 9).close()
    check = IndexFolder(root).verify_log()
    assert (check.lines, check.problems, check.pending) == (LINES + 1, (), False)


def test_a_broken_log_stops_no_commit_and_stays_broken(root: Path) -> None:
    lines = (root / "log.jsonl").read_bytes().splitlines(keepends=True)
    (root / "log.jsonl").write_bytes(b"".join(lines[:-1]))
    commit_state(IndexFolder(root), 9).close()
    assert IndexFolder(root).verify_log().problems
    (root / "log.jsonl").unlink()
    assert IndexFolder(root).verify_log().problems
    with IndexFolder(root).current() as generation:  # type: ignore[union-attr]
        assert generation.warning == ""


def test_a_lost_anchor_is_told_and_a_repair_makes_a_new_one(root: Path) -> None:
    (root / "CURRENT").unlink()
    assert "no anchor" in IndexFolder(root).verify_log().problems[0]
    with IndexFolder(root).begin(repair=True, action="rebuild") as transaction:
        for name in ("constant", "graph.nq", "reports/acme/pages.jsonl", "vectors.bin"):
            transaction.keep(name)
        transaction.keep_tree("store")
        transaction.commit({"state": LINES}).close()
    assert sound_state(root) == LINES
    assert IndexFolder(root).verify_log().lines == LINES + 1


def test_an_empty_log_has_the_empty_anchor(tmp_path: Path) -> None:
    assert log.last_anchor(tmp_path) == Anchor()
    assert IndexFolder(tmp_path).verify_log().problems == ()
