"""Bodies named by a heading above their duties, and owners of rule books in tables whose columns are lost."""

from __future__ import annotations

import pytest
from tests.ask.facts.paged import Paged

from tieout.model import AnswerStatus

PAGES = {
    1: "Guidance of the house\nThe elders guide the house.\nDYE \nPANEL\nRecipes for colours; \nlead in dyes and \neffluent reports; and shelf life \nof pigments.\n"
    "LOOM AND SHUTTLE \nPANEL\nRepair of looms; spare parts; \nnight shift rota.\nSee the bylaws for more of it.\n",
    2: "Harbour Committee\nThe committee tends the barges and the quay. It counts the ropes.\nKitchen Committee: soups and bread for the night shift.\n",
    3: "Policy Third party standard respected Responsibility\nMill dyeing policy — Mill Colour Office\nMill Barge Policy\nMill Canteen Policy\nMill Rope Policy\n—\n"
    "Mill Harbour Office\nMill Kitchen\nMill Stores\nMill Guest and\nVisitor Policy — Mill Porter\nActions taken\nThe Mill Harbour Office, the Mill Kitchen and the Mill Stores meet in May.\n",
    4: "Policy Third party standard respected Responsibility\nMill Code of Weaving and Rest\n• Charter of the Weavers\nMill Porter\nMill Lamp Policy Northern Lights Mill Night Watch\n",
}


@pytest.fixture
def mill() -> Paged:
    return Paged(PAGES)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Which panel of Copperleaf looks after effluent reports?", "Dye Panel"),
        ("Which panel is responsible for spare parts and the night shift rota?", "Loom and Shuttle Panel"),
        ("Which committee deals with soups and bread?", "Kitchen Committee"),
        ("Which committee of the board looks after barges?", "Harbour Committee"),
        ("Which office is responsible for the dyeing policy?", "Mill Colour Office"),
        ("Who owns the Mill Barge Policy at Copperleaf?", "Mill Harbour Office"),
        ("Who is responsible for the canteen policy?", "Mill Kitchen"),
        ("Which unit is in charge of the Mill Rope Policy?", "Mill Stores"),
        ("Who is responsible for the Guest and Visitor Policy?", "Mill Porter"),
        ("Who is responsible for the Code of Weaving and Rest?", "Mill Porter"),
    ],
)
def test_the_body_is_the_one_that_the_form_of_the_page_tells(mill: Paged, question: str, short: str) -> None:
    assert mill.ask(question).short == short


@pytest.mark.parametrize(
    "question",
    [
        "Which department looks after effluent reports?",
        "Which panel looks after water meters?",
        "Which panel is responsible for pigments and spare parts?",
        "Who is responsible for the Mill Lamp Policy?",
        "Who is responsible for the Mill Window Policy?",
        "Which office owns the Night Policy?",
    ],
)
def test_what_no_heading_and_no_row_tells_is_not_said(mill: Paged, question: str) -> None:
    assert mill.ask(question).status is AnswerStatus.NOT_FOUND
