"""The drawn path: nodes in walking order, labels as text."""

from __future__ import annotations

from tieout.shells.drawing import comparison_figure, like_cells, nodes_in_order, path_figure


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


def cell(report: str, value: str, comparable: str = "yes", unit: str = "t") -> dict[str, str]:
    """One compared figure."""
    return {
        "report": report, "organization": f"<b>{report}</b>", "clause": "gri:306-3", "metric": "waste",
        "period": "2024", "value_canonical": value, "unit_canonical": unit, "comparable": comparable, "why": "<i>",
    }  # fmt: skip


def test_only_like_figures_stand_side_by_side() -> None:
    unlike = [cell("c", "7", "no"), cell("d", "3", unit="m3"), cell("e", "")]
    cells = [cell("a", "1.5"), cell("b", "20", "partly"), *unlike]
    assert {key: [c["report"] for c in group] for key, group in like_cells(cells).items()} == {
        ("gri:306-3", "waste", "t"): ["a", "b"]
    }
    assert like_cells([*cells, cell("a", "1.6")]) == {}, "two figures of one report: which one is meant is unknown"


def test_bars_carry_the_figures_themselves_and_escaped_names() -> None:
    drawn = comparison_figure([cell("a", "1.50"), cell("b", "20", "partly")])
    (bars,) = drawn.data
    assert tuple(bars.text) == ("1.50", "20")
    assert tuple(bars.x) == (1.5, 20.0)
    assert len(set(bars.marker.color)) == 2
    assert all("<" not in text.replace("<br>", "") for text in (*bars.y, *bars.hovertext))
    assert len(comparison_figure([]).data) == 0
