"""Paths start at what the plan tells as named."""

from __future__ import annotations

from dataclasses import replace

from tests.ask.moor import CATALOGUE, World

from tieout.ask.compose import cite, find_paths
from tieout.ask.draft import Draft
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.ports import Ports
from tieout.ask.view import open_view
from tieout.model import AnswerStatus


def test_only_what_the_plan_names_starts_a_path(world: World) -> None:
    view = open_view(Ports(world, world, world, world, world, world), CATALOGUE, world.reports())
    metric, clause = "urn:metric:water-withdrawal", "urn:clause:gri:303-3"
    draft = Draft(
        status=AnswerStatus.ANSWERED,
        intent=Intent.LOOKUP,
        text="700",
        starts=(clause, metric),
        entities=(PlanEntity("metric", "Water withdrawal", metric),),
    )
    place = cite(world.place(2, "Water withdrawal m3 900 800 700"), view)
    starts = [path.links[0].subject for path in find_paths(draft, [place, place], view)]
    assert starts == [metric]
    bare = find_paths(replace(draft, entities=()), [place], view)
    assert [path.links[0].subject for path in bare] == ["urn:org:Mill "]
    assert find_paths(replace(draft, status=AnswerStatus.NOT_FOUND), [place], view) == ()
