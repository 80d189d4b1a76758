"""The drawn path: nodes in walking order, labels as text."""

from __future__ import annotations

from tieout.shells.drawing import nodes_in_order, path_figure


def link(subject: str, target: str, label: str = "") -> dict[str, str]:
    """One link; a label stands for both ends."""
    return {
        "subject": subject, "subject_label": label or subject, "predicate": "urn:p", "predicate_label": label or "p",
        "object": target, "object_label": label or target,
    }  # fmt: skip


def test_nodes_follow_the_walk_whatever_way_links_point() -> None:
    links = [link("urn:b", "urn:a"), link("urn:b", "urn:c"), link("urn:d", "urn:c")]
    assert [iri for iri, _ in nodes_in_order(links)] == ["urn:a", "urn:b", "urn:c", "urn:d"]
    assert nodes_in_order([]) == []


def test_labels_are_escaped_and_short() -> None:
    drawn = path_figure({"links": [link("urn:a", "urn:b", "<img src=x onerror=alert(1)> " + "word " * 200)]})
    texts = [*drawn.data[0].text, *drawn.data[0].hovertext, *(a.text for a in drawn.layout.annotations)]
    shown = [text for text in texts if text]
    assert len(shown) == 5
    for text in shown:
        assert "<" not in text.replace("<br>", "")
        assert "&lt;img" in text
        assert len(text) < 800


def test_every_link_is_drawn() -> None:
    drawn = path_figure({"links": [link("urn:a", "urn:b"), link("urn:b", "urn:c")]})
    assert len(drawn.data[0].x) == 3
    assert sum(bool(a.showarrow) for a in drawn.layout.annotations) == 2


def test_no_path_is_said() -> None:
    assert "no path" in path_figure(None).layout.annotations[0].text
