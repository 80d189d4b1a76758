"""Damaged files are read or refused in one sentence; texts made to cost time do not."""

from __future__ import annotations

import io
import random
import zipfile

import docx
import openpyxl
import pytest
from tests.documents import hostile
from tests.effort import ending

from tieout.documents.chunks import chunk_report
from tieout.documents.reader import read_report
from tieout.errors import TieoutError


def document() -> bytes:
    made = docx.Document()
    made.add_heading("One", 1)
    made.add_table(2, 2).cell(0, 0).text = "a"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def workbook() -> bytes:
    made = openpyxl.Workbook()
    made.active.append(["x", 0.5])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def damaged(data: bytes, chance: random.Random) -> bytes:
    held = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(max(1, len(held)))
        match chance.randrange(3):
            case 0:
                held[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del held[at : at + chance.randint(1, 40)]
            case _:
                held[at:at] = chance.randbytes(9)
    return bytes(held)


def repacked(data: bytes, chance: random.Random) -> bytes:
    """The archive with one of its parts damaged inside."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    name = chance.choice(sorted(parts))
    parts[name] = damaged(parts[name], chance)
    return hostile.archive(parts)


PLAIN = {
    "a.pdf": hostile.pdf("Hello world", " ".join(map(str, range(40))), outline=(("Hello", 0),)),
    "a.html": b"<!doctype html><h1>A</h1><table><tr><td colspan=2>x<tr><th>1<td>2</table><p>z",
    "a.docx": document(),
    "a.xlsx": workbook(),
}


@pytest.mark.parametrize("name", sorted(PLAIN))
def test_damage_is_one_sentence(name):
    chance = random.Random(name)
    refused = 0
    for _ in range(40):
        inside = name.endswith("x") and chance.random() < 0.7
        data = repacked(PLAIN[name], chance) if inside else damaged(PLAIN[name], chance)
        try:
            report = read_report(data, name)
        except TieoutError as error:
            refused += 1
            assert str(error).startswith(f"{name}: ")
            assert "\n" not in str(error)
        else:
            assert all(c.passage.quote for c in chunk_report(report))
    assert 0 < refused < 40 or name == "a.html"


@pytest.mark.parametrize(
    "text",
    ["a" * 300_000, "a-" * 100_000, "1.1 " * 60_000, "x" + " " * 300_000 + "y", "A. " * 80_000, "- " * 80_000],
    ids=["one word", "hyphens", "numbers", "spaces", "sentences", "dashes"],
)
def test_long_texts_come_to_an_end(text):
    with ending():
        chunk_report(read_report(text.encode(), "cost.txt"))


def test_unclosed_tags_come_to_an_end():
    with ending(), pytest.raises(TieoutError):
        read_report(b"<html><" + b"a" * 1_000_000, "cost.html")
