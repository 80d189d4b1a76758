"""One PDF page as a picture with the places of its words, drawn in a child that can be killed.

``page_image`` starts the child; ``python -m tieout.documents.page_image`` is the child: it limits itself, reads one
line of JSON and the file's bytes, and writes one line of JSON and the picture's bytes.
"""

from __future__ import annotations

import contextlib
import io
import json
import math
import subprocess
import sys
from dataclasses import astuple, dataclass

from tieout.errors import SourceError
from tieout.model import Word

DPI = 120
_POINTS_PER_INCH = 72
_MAX_PIXELS = 12_000_000
_WALL_SECONDS = 60.0
_COMMAND = (sys.executable, "-P", "-m", "tieout.documents.page_image")


@dataclass(frozen=True, slots=True)
class PageImage:
    """A drawn page: PNG bytes, its size in points, and its words with boxes in points from the top left.

    Words carry offsets in ``text``, the page's text as it would be stored.
    """

    png: bytes
    width: float
    height: float
    text: str
    words: tuple[Word, ...]


def page_image(data: bytes, name: str, index: int, *, password: str = "") -> PageImage:
    """Draw one page.

    Args:
        data: the PDF's bytes.
        name: the file's name, for errors.
        index: which page, from 0.
        password: the password of an encrypted file.

    Raises:
        SourceError: the page cannot be drawn, or drawing it crashed or hung.
    """
    request = json.dumps({"index": index, "password": password}).encode() + b"\n"
    try:
        done = subprocess.run(_COMMAND, input=request + data, capture_output=True, timeout=_WALL_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise SourceError(f"page {index + 1} takes too long to draw", subject=name) from error
    head, _, png = done.stdout.partition(b"\n")
    if done.returncode != 0 or not png:
        raise SourceError(f"page {index + 1} cannot be drawn", subject=name)
    told = json.loads(head)
    words = tuple(Word(*row) for row in told["words"])
    return PageImage(png, told["width"], told["height"], told["text"], words)


def draw(data: bytes, index: int, password: str) -> PageImage:
    """Draw one page in this process."""
    import pypdfium2
    import pypdfium2.raw as pdfium_c

    from tieout.documents.pdf import stored_text
    from tieout.documents.words import Ruler, placed_words

    with contextlib.closing(pypdfium2.PdfDocument(data, password=password or None)) as document:
        page = document[index]
        width, height = page.get_size()
        scale = min(DPI / _POINTS_PER_INCH, math.sqrt(_MAX_PIXELS / max(1.0, width * height)))
        out = io.BytesIO()
        page.render(scale=scale).to_pil().save(out, "PNG", optimize=False)
        layer = page.get_textpage()
        raw = layer.get_text_range()
        text = stored_text(raw)
        words = placed_words(raw, text, Ruler(pdfium_c, layer, page.get_cropbox(), page.get_rotation()).box)
        layer.close()
        page.close()
    return PageImage(out.getvalue(), width, height, text, words)


def main() -> None:
    """Answer one request."""
    from tieout.documents.child import limit_process

    limit_process()
    request = json.loads(sys.stdin.buffer.readline())
    drawn = draw(sys.stdin.buffer.read(), int(request["index"]), str(request["password"]))
    told = {
        "width": drawn.width,
        "height": drawn.height,
        "text": drawn.text,
        "words": [astuple(word) for word in drawn.words],
    }
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + drawn.png)


if __name__ == "__main__":
    main()
