"""``log.jsonl``: who changed the index when, as a chain of hashes whose head is anchored in CURRENT.

Each line holds the hash of the line before it, so an edited, deleted or reordered line breaks the chain. A chain alone
does not show a cut tail; the anchor does. Somebody who rewrites log and CURRENT together is found only by a head that
was written down elsewhere, which is why the head is public.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tieout.storage.operations import FileOperations
from tieout.storage.pointer import NO_HASH, Anchor
from tieout.storage.sealed import JSON, canonical, sha256

LOG = "log.jsonl"


@dataclass(frozen=True, slots=True)
class LogCheck:
    """The outcome of reading the log.

    ``lines`` are those in front of the anchor; ``head`` the anchored hash; ``problems`` one sentence each, empty for a
    whole log; ``pending`` tells of one line behind the anchor, left by a commit that was interrupted and never counted.
    """

    lines: int
    head: str
    problems: tuple[str, ...]
    pending: bool = False


def append(root: Path, anchor: Anchor, entry: Mapping[str, JSON], files: FileOperations) -> Anchor:
    """Write one line behind ``anchor``, flushed, and return where the log then ends.

    Bytes behind the anchor are of a commit that never happened; they are cut off. Where bytes in front of it are
    missing, the line is still written: the break stays visible to ``check``.
    """
    line = canonical({**entry, "seq": anchor.lines + 1, "prev": anchor.head}) + b"\n"
    path = root / LOG
    fresh = not path.exists()
    with files.opened(path, os.O_RDWR | os.O_CREAT) as descriptor:
        end = min(os.fstat(descriptor).st_size, anchor.size)
        files.truncate(descriptor, end)
        os.lseek(descriptor, end, os.SEEK_SET)
        files.write_all(descriptor, line)
        files.fsync(descriptor)
    if fresh:
        files.sync(root)
    return Anchor(anchor.lines + 1, sha256(line), end + len(line))


def last_anchor(root: Path) -> Anchor:
    """The end of the log as it lies there, for when CURRENT is lost."""
    try:
        data = (root / LOG).read_bytes()
    except FileNotFoundError:
        return Anchor()
    whole = data[: data.rfind(b"\n") + 1]
    lines = whole.splitlines(keepends=True)
    return Anchor(len(lines), sha256(lines[-1]) if lines else NO_HASH, len(whole))


def check(root: Path, anchor: Anchor) -> LogCheck:
    """Read the log and compare it with its anchor; finds edits, deletions, insertions, reorderings and cut tails."""
    try:
        data = (root / LOG).read_bytes()
    except FileNotFoundError:
        data = b""
    lines = data.split(b"\n")
    rest = lines.pop()
    found: list[str] = []
    head = NO_HASH
    for number, line in enumerate(lines[: anchor.lines], 1):
        if _links(line) != (number, head):
            found.append(f"line {number} of {LOG} does not continue the line before it")
        head = sha256(line + b"\n")
    if len(lines) < anchor.lines:
        found.append(f"{LOG} has {len(lines)} lines instead of {anchor.lines}: its end was cut off")
    elif head != anchor.head:
        found.append(f"line {anchor.lines} of {LOG} is not the one that CURRENT anchors")
    behind = lines[anchor.lines :]
    torn = bool(rest)
    pending = (len(behind) == 1 and not torn and _links(behind[0]) == (anchor.lines + 1, anchor.head)) or (
        not behind and torn
    )
    if (behind or torn) and not pending:
        found.append(f"{LOG} has lines behind line {anchor.lines} that no commit wrote")
    return LogCheck(anchor.lines, anchor.head, tuple(found), pending)


def _links(line: bytes) -> tuple[object, object] | None:
    """The line's own number and the hash it names; None for a line that is not one of ours."""
    try:
        entry = json.loads(line)
        same = canonical(entry) == line
        return (entry["seq"], entry["prev"]) if same else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
