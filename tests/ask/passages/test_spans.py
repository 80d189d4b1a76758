"""The span of a sentence that gives what is asked for."""

from __future__ import annotations

from tieout.ask.passages.sentences import is_prose, split
from tieout.ask.passages.spans import find_span, wanted_kind
from tieout.ask.passages.wanted import Wanted
from tieout.ask.wording.question import Question, read_question
from tieout.ask.wording.words import terms
from tieout.model import Passage


def test_the_number_of_a_standard_counts_nothing():
    text = "The mill passed the audits for ISO 9001 Quality Certification and ISO 20000 Service Certification."
    assert find_span(text, Wanted.COUNT, terms("certification")) is None


def test_a_currency_before_a_number_is_no_standard():
    assert find_span("The mill gave RMB 20000 to schools.", Wanted.MONEY, terms("gave")) == "20000"


def test_a_year_that_opens_the_next_entry_dates_nothing():
    assert (
        find_span("Our Grain Council was formed 2021 First harvest report", Wanted.DATE, terms("grain council formed"))
        is None
    )
    assert find_span("Our Grain Council was formed in 2021.", Wanted.DATE, terms("grain council formed")) == "2021"


def test_the_figure_behind_a_thing_is_its_own():
    text = "Grain loss was under 2 percent per year and the milling rate (MR) at least at 110 percent"
    assert find_span(text, Wanted.SHARE, terms("milling rate")) == "110%"


def test_europe_is_no_euro_and_a_note_mark_no_figure():
    assert find_span("It is one of the top 100 European mills.", Wanted.MONEY, terms("mills")) is None
    assert find_span("The milling rate (MR)2 was told.", Wanted.FIGURE, terms("milling rate")) is None


def test_prose_has_words_that_join():
    assert not is_prose("Grain mix 2023 39 % Rye flour use 1 % Own wheat 21 % Oats bought 7% Bran")
    assert is_prose("The mill uses 39 % rye.")
    assert is_prose("Rye share 39 %")


def test_a_line_that_ends_in_a_month_is_no_title():
    text = "The care of the mill was honoured in November\n2030 with the Golden Sack Prize of the whole of the shire."
    (sentence,) = split(Passage("mill", 1, 0, len(text), text), text)
    assert sentence.text.endswith("shire.")


def test_what_stands_before_the_question_word_is_set_aside():
    for text, kind in (
        ("According to the chart on looms, which percentage of weavers is new?", Wanted.FIGURE),
        ("In the spinning hall, how often are lamps cleaned?", Wanted.FREQUENCY),
        ("After the flood, did the mill move its dyes?", Wanted.YES_NO),
        ("Which grain was sown when the field was measured?", Wanted.ANY),
        ("Where and when was the mill founded?", Wanted.DATE),
        ("In dyeing, how far did the robot bring down the cost of mixing?", Wanted.FIGURE),
    ):
        assert wanted_kind(read_question(Question(text))) is kind, text


def test_the_mark_of_a_paragraph_of_law_ends_no_sentence():
    text = (
        "Noise was classed as minor in accordance with Sec. 12c (2) LNB. (1) Lamps are lit at six. (2) Doors are shut."
    )
    assert [s.text for s in split(Passage("r", 1, 0, len(text), text), text)] == [
        "Noise was classed as minor in accordance with Sec. 12c (2) LNB.", "(1) Lamps are lit at six.", "(2) Doors are shut.",
    ]  # fmt: skip


def test_the_number_of_something_is_behind_it_too_and_no_number_of_a_picture():
    text = "The total number of weavers having left the mill in 2030 is 42. figure 1 weavers by hall"
    assert find_span(text, Wanted.COUNT, terms("weavers left")) == "42"


def test_how_long_something_takes():
    assert (
        find_span("A dye lot is checked within 3 working days.", Wanted.DURATION, terms("dye lot checked"))
        == "3 working days"
    )
    assert find_span("A dye lot is checked with care.", Wanted.DURATION, terms("dye lot checked")) is None
