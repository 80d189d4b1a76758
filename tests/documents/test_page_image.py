"""Pages are drawn in a child: words lie where they are drawn, and what cannot be drawn is told in one sentence."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tieout.documents import page_image as module
from tieout.documents.page_image import page_image
from tieout.errors import SourceError


def pdf(samples: Path) -> bytes:
    return (samples / "jade-terrace-2024.pdf").read_bytes()


def test_words_lie_where_they_are_drawn(samples: Path) -> None:
    from PIL import Image

    drawn = page_image(pdf(samples), "jade.pdf", 7)
    with Image.open(io.BytesIO(drawn.png)) as png:
        grey = png.convert("L")
    scale = grey.width / drawn.width
    assert len(drawn.words) > 80
    for word in drawn.words:
        assert 0 <= word.x0 < word.x1 <= drawn.width
        assert 0 <= word.top < word.bottom <= drawn.height
        box = grey.crop(tuple(round(v * scale) for v in (word.x0, word.top, word.x1, word.bottom)))
        assert box.getextrema()[0] < 128, drawn.text[word.start : word.end]
    assert page_image(pdf(samples), "jade.pdf", 7) == drawn


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.7\n" + bytes(1000)])
def test_damaged_files_are_told(data: bytes) -> None:
    with pytest.raises(SourceError, match="cannot be drawn"):
        page_image(data, "bad.pdf", 0)


def test_page_that_is_not_there_is_told(samples: Path) -> None:
    with pytest.raises(SourceError, match="page 100 cannot be drawn"):
        page_image(pdf(samples), "jade.pdf", 99)


def test_child_that_hangs_is_stopped(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_WALL_SECONDS", 0.01)
    with pytest.raises(SourceError, match="too long"):
        page_image(pdf(samples), "jade.pdf", 0)
