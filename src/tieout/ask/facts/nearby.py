"""The sentences of the passages that lie nearest to a question, each once, for what is recognised by its form."""

from __future__ import annotations

from collections.abc import Iterator

from tieout.ask.passages.sentences import Sentence, split
from tieout.ask.view import View

_PASSAGES = 24


def sentences_near(text: str, view: View) -> Iterator[tuple[Sentence, Sentence | None]]:
    """Each sentence with the one before it in its passage, the best passages first."""
    seen: set[tuple[str, int, int]] = set()
    for found in view.ports.retrieval.search(text, _PASSAGES, view.reports):
        sentences = split(found.passage, found.text)
        for before, sentence in zip((None, *sentences), sentences, strict=False):
            place = (sentence.passage.report, sentence.passage.page, sentence.passage.start)
            if place not in seen:
                seen.add(place)
                yield sentence, before
