"""The section tree as entities, so that headings can be listed and cited."""

from __future__ import annotations

from tieout.model import Catalogue, Entity, Passage, Report


def extract_sections(report: Report, catalogue: Catalogue) -> tuple[Entity, ...]:
    """One entity a section: the title as label, its number and level as detail."""
    del catalogue  # sections are the report's own
    texts = {page.number: page.text for page in report.pages}
    return tuple(
        Entity(
            report=report.id,
            kind="section",
            label=s.title,
            passages=(Passage(report.id, s.page, s.start, s.end, texts[s.page][s.start : s.end]),),
            section=s.id,
            detail=f"number={s.number}; level={s.level}" if s.number else f"level={s.level}",
        )
        for s in report.sections
    )
