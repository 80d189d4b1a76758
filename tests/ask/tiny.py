"""What the tiny worlds share: ports over a report kept in memory, with names that can be read and a path of one link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.ask.said import Said

from tieout.ask.ports import Alignment, Finding, Found, GraphPath, Link
from tieout.ask.wording.words import concepts
from tieout.model import Passage


class Tiny:
    """The ports that are the same in every tiny world; nearness in meaning is the overlap of concepts."""

    def findings(self, reports: Sequence[str]) -> list[Finding]:
        return []

    def related(self, seeds: Mapping[str, float], k: int, reports: Sequence[str]) -> list[Found]:
        return []

    def similarity(self, text: str, labels: Sequence[str]) -> list[float]:
        mine = concepts(text)
        return [len(mine & concepts(x)) / max(1.0, (len(mine) * len(concepts(x))) ** 0.5) for x in labels]

    def alignments(self, text: str, others: Sequence[str]) -> list[tuple[float, Alignment]]:
        near = self.similarity(text, others)
        return [(n, Said(text, other)) for n, other in zip(near, others, strict=True)]

    def run_named(self, name: str, bindings: Mapping[str, str]) -> tuple[list[Mapping[str, str]], str]:
        return [], f"# {name} {dict(bindings)}"

    def find_path(self, starts: Sequence[str], passage: str) -> GraphPath | None:
        start = starts[0]
        return GraphPath(
            (Link(start, start, "p", "is about", passage, passage),), f"ASK {{ <{start}> ?p <{passage}> }}"
        )

    def holds(self, ask: str) -> bool:
        return True

    def passage(self, passage: Passage) -> str:
        return f"urn:passage:{passage.page}:{passage.start}-{passage.end}"

    def metric(self, identifier: str) -> str:
        return f"urn:metric:{identifier}"

    def clause(self, identifier: str) -> str:
        return f"urn:clause:{identifier}"

    def organization(self, label: str) -> str:
        return f"urn:org:{label[:5]}"
