"""What is found by its form on the page, without ranking: lists, bodies over their duties, names in quotation marks, timelines.

Each form answers only questions of its own kind and only where the page is certain; so the order matters little, and the first
that tells something is taken.
"""

from __future__ import annotations

from collections.abc import Callable

from tieout.ask.draft import Draft
from tieout.ask.facts.all_called import all_called
from tieout.ask.facts.announced import announced
from tieout.ask.facts.composition import composition
from tieout.ask.facts.enumerated import enumerated
from tieout.ask.facts.headed_bodies import headed_body
from tieout.ask.facts.listed_goals import listed_goal
from tieout.ask.facts.listed_in_sentence import listed_in_sentence
from tieout.ask.facts.pillars import under_pillar
from tieout.ask.facts.placed_under import placed_under
from tieout.ask.facts.quoted_names import quoted_name
from tieout.ask.facts.rule_owners import rule_owner
from tieout.ask.facts.timelines import timeline
from tieout.ask.view import View
from tieout.ask.wording.question import Reading

_FORMS: tuple[Callable[[Reading, View], Draft | None], ...] = (
    enumerated,
    announced,
    listed_in_sentence,
    under_pillar,
    listed_goal,
    all_called,
    headed_body,
    rule_owner,
    placed_under,
    composition,
    quoted_name,
    timeline,
)


def by_form(reading: Reading, view: View) -> Draft | None:
    """The draft of the first form that tells what is asked, or None."""
    return next((draft for form in _FORMS if (draft := form(reading, view)) is not None), None)
