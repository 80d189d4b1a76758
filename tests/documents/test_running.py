"""Chapters from navigation bars and running headers, where a report has no contents and no numbers."""

from __future__ import annotations

from tests.documents.invented import FILLER

from tieout.documents.reader import read_report


def titles(pages: list[str]) -> list[tuple[int, str]]:
    report = read_report("\n".join(pages).encode(), "quay.txt")
    return [(s.page, s.title) for s in report.sections]


def with_bar(*bodies: str) -> list[str]:
    return [f"Quay Report Overview Tides & Air Crews Rules Index {n} {body}" for n, body in enumerate(bodies, 1)]


def test_a_bar_names_the_chapters_that_pages_open_with() -> None:
    pages = with_bar(
        f"Quay Report We open. {FILLER}",
        f"Tides & Air We watch the sea. {FILLER}",
        f"Our pumps run. {FILLER}",
        f"Crews People work here. {FILLER}",
        f"Crews Again they work. {FILLER}",
        f"Rules Nobody cheats. {FILLER}",
    )
    assert titles(pages) == [(2, "Tides & Air"), (4, "Crews"), (6, "Rules")]


def test_names_out_of_the_bars_order_are_words_of_prose() -> None:
    pages = with_bar(f"Rules Nobody. {FILLER}", f"Crews People. {FILLER}", f"Index A. {FILLER}", f"Tides We. {FILLER}")
    assert titles(pages) == []


def with_header(*chapters: tuple[str, str]) -> list[str]:
    return [
        f"Quay Port Report › {name} › The Port Group {n} {body} {FILLER} Note {'i' * n} ends it, as said in {'v' * n}."
        for n, (name, body) in enumerate(chapters, 1)
    ]


def test_a_running_header_that_changes_names_the_chapters() -> None:
    pages = with_header(
        ("Tides", "TIDES The sea moves."), ("Tides", "It moves on."), ("Tides", "And on."),
        ("Night Crews", "NIGHT CREWS They work."), ("Night Crews", "They rest."), ("Night Crews", "They eat."),
        ("Rules", "RULES Nobody cheats."), ("Rules", "We check."), ("Rules", "We ask."),
        ("Index", "The words of this text."), ("Index", "More words."), ("Index", "Last words."),
    )  # fmt: skip
    assert titles(pages) == [(1, "TIDES"), (4, "NIGHT CREWS"), (7, "RULES")]


def test_a_header_that_is_another_on_every_page_names_none() -> None:
    pages = with_header(*((f"Note {word}", f"NOTE {word} stands.") for word in ("A", "B", "C", "D", "E", "F")))
    assert titles(pages) == []
