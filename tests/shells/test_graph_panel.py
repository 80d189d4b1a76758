"""The drawn surroundings: every thing and link is there, labels as text."""

from __future__ import annotations

from tieout.graph.paths import Link
from tieout.graph.surroundings import Place, Surroundings
from tieout.shells.graph_panel import surroundings_figure

FOUND = Surroundings(
    (
        Place("urn:m", "<b>metric</b>", "metric", 0.0, 0.0, on_path=True),
        Place("urn:p", "page 4", "passage", 1.0, 0.0, on_path=True),
        Place("urn:c", "clause", "clause", -1.0, 0.5, on_path=False),
    ),
    (
        Link("urn:m", "", "urn:q", "", "urn:p", ""),
        Link("urn:m", "", "urn:q", "", "urn:c", ""),
    ),
)


def test_links_of_the_path_are_drawn_apart_from_the_others() -> None:
    beside, path, *kinds = surroundings_figure(FOUND).data
    assert tuple(beside.x) == (0.0, -1.0, None)
    assert tuple(path.x) == (0.0, 1.0, None)
    assert sum(len(kind.x) for kind in kinds) == 3
    assert {kind.name for kind in kinds} == {"metric", "clause", "cited place"}


def test_labels_are_escaped() -> None:
    shown = [text for kind in surroundings_figure(FOUND).data[2:] for text in (*kind.text, *kind.hovertext)]
    assert len(shown) == 6
    assert not [text for text in shown if "<b>" in text]


def test_nothing_around_is_said() -> None:
    assert "no path" in surroundings_figure(Surroundings((), ())).layout.annotations[0].text
