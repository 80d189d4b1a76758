from __future__ import annotations

from tests.documents.invented import page

from tieout.documents.identity import find_organization, find_period


def test_the_company_that_names_itself():
    pages = [
        page("Sustainability Report of Blue Brick Holdings Co., Ltd. Blue Brick makes bricks. By Check & Sons LLP."),
        page("Blue Brick Holdings Co., Ltd. saves clay. Blue Brick plants trees. Lofty Verifiers GmbH checked it."),
    ]
    assert find_organization(pages) == "Blue Brick Holdings Co., Ltd."


def test_no_company_is_an_empty_name():
    assert find_organization([page("We make bricks in many places.")]) == ""
    assert find_organization([page("We make bricks.")], author="Brick AG") == "Brick AG"


def test_the_period_is_the_year_the_report_is_about():
    text = "This report covers January 1, 2023 to December 31, 2023. Our 2019 base year stands. Targets for 2030."
    assert find_period([page(text)]) == "2023"
    assert find_period([page("nothing here")], "brick-2022.txt") == "2022"
    assert find_period([page("nothing here")]) == ""
