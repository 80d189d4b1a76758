from __future__ import annotations

from tieout.documents.furniture import furniture

BAR = "Home Planet People Governance 2024 Quarry Lane ESG Report"


def kept(texts: list[str]) -> list[str]:
    spans = furniture([(n, t) for n, t in enumerate(texts, start=1)])
    result = []
    for text, cuts in zip(texts, spans, strict=True):
        for start, end in reversed(cuts):
            text = text[:start] + text[end:]
        result.append(text.strip())
    return result


def test_navigation_bar_with_page_number_at_the_end_of_flattened_pages():
    words = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"]
    texts = [f"Content about {word} and {n + 34} {n} {BAR}" for n, word in enumerate(words, start=1)]
    assert kept(texts) == [f"Content about {word} and {n + 34}" for n, word in enumerate(words, start=1)]


def test_a_chapter_name_between_bar_and_number_may_change():
    chapters = ["Planet matters"] * 4 + ["People first"] * 4
    texts = [
        f"Quarry Lane Annual Report {c} {n}\nText {n}x of page\nmore {n}y" for n, c in enumerate(chapters, start=1)
    ]
    assert kept(texts) == [f"Text {n}x of page\nmore {n}y" for n in range(1, 9)]


def test_only_page_numbers():
    texts = [f"{n + 2}\nPage text {chr(96 + n)} stays" for n in range(1, 8)]
    assert kept(texts) == [f"Page text {chr(96 + n)} stays" for n in range(1, 8)]


def test_a_table_header_on_each_page_stays():
    texts = [
        f"Indicator Unit 2022 2023 2024 Waste {w} {len(w) * 311} 4 {w}"
        for w in ("tons", "kilos", "bags", "carts", "vans")
    ]
    assert kept(texts) == texts


def test_two_pages_prove_nothing():
    texts = [f"Same header here 1 {BAR}", f"Same header here 2 {BAR}"]
    assert kept(texts) == texts


def test_a_figure_that_equals_the_page_number_stays():
    texts = [f"{n} Quarry Lane Yearly Report\nWaste in tons {n * 7} {n if n == 3 else n + 90}" for n in range(1, 8)]
    assert kept(texts)[2] == "Waste in tons 21 3"


def test_a_divider_page_keeps_its_title():
    texts = [f"Planet matters {n}\nText of page {chr(96 + n)}" for n in range(1, 6)] + ["Planet matters 6"]
    assert "Planet matters" in kept(texts)[5]


def test_the_title_before_the_page_number_stays():
    texts = [f"Content {c} {n} {BAR}" for n, c in enumerate("abcdef", start=1)]
    texts[0] = f"Content a Home Planet People 1 {BAR}"
    assert kept(texts)[0] == "Content a Home Planet People"


def test_empty_pages_and_no_pages():
    assert furniture([]) == ()
    assert furniture([(1, ""), (2, "x"), (3, "")]) == ((), (), ())
