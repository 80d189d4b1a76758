"""Report to observations: tables, then highlight boxes, then sentences, each on what the ones before left over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tieout.extract.kpi.chart_shares import read_chart_shares
from tieout.extract.kpi.coded_rows import read_coded_rows
from tieout.extract.kpi.columns import Header
from tieout.extract.kpi.dimensions import own_dimensions
from tieout.extract.kpi.figures import Printed, scan
from tieout.extract.kpi.green_asset_ratio import read_green_asset_ratio
from tieout.extract.kpi.highlights import read_boxes
from tieout.extract.kpi.listed_members import read_listed_members
from tieout.extract.kpi.listed_rows import read_listed_rows, read_listed_shares
from tieout.extract.kpi.page_tokens import PageTokens
from tieout.extract.kpi.phrases import is_debris
from tieout.extract.kpi.placed_cells import read_placed_tables
from tieout.extract.kpi.placed_goals import read_placed_goals
from tieout.extract.kpi.placed_headings import head_by_place
from tieout.extract.kpi.placed_years import read_placed_years
from tieout.extract.kpi.plain_tables import read_plain_tables
from tieout.extract.kpi.printed_units import noun_unit
from tieout.extract.kpi.prose import read_statements
from tieout.extract.kpi.tables import read_tables
from tieout.extract.kpi.taxonomy_form import read_taxonomy_form
from tieout.model import Catalogue, Dimension, Observation, Origin, Report

Span = tuple[int, int]
_DASHES = " -–—‒*"
_BULLETS = "•▪●◦·|›»"


def _left_over(length: int, taken: Iterable[Span]) -> list[Span]:
    """The half-open spans of ``[0, length)`` outside ``taken``."""
    spans: list[Span] = []
    at = 0
    for start, end in [*sorted(taken), (length, length)]:
        if start > at:
            spans.append((at, start))
        at = max(at, end)
    return spans


def _observation(
    source: PageTokens,
    figure: Printed,
    indicator: str,
    quote: Span,
    period: str,
    unit: str,
    origin: Origin,
    confidence: float,
) -> Observation:
    page, report = source.page, source.report
    body = page.body.text
    start, end = min(quote[0], figure.start), quote[1]
    if figure.start < quote[0] and figure.end < quote[0]:
        start = quote[0]
    passage = report.passage(page, start, end)
    indicator = " ".join(word for word in indicator.split() if word.strip(_BULLETS)).strip(_DASHES)
    section = report.section_at(page.number, passage.start)
    return Observation(
        report=report.id,
        organization=report.organization,
        period=period,
        indicator=" ".join(indicator.split()[:20]),
        passage=passage,
        raw_value=" ".join(body[figure.start : figure.end].split()),
        value=figure.value,
        qualifier=figure.qualifier,
        dimensions=tuple(own_dimensions(indicator)),
        unit=unit,
        section=section.id if section else "",
        cell=page.body.source_span(*figure.number),
        origin=origin,
        method="highlight" if origin is Origin.HIGHLIGHT else "prose",
        confidence=confidence,
    )


def _read_page(source: PageTokens, taken: Iterable[Span]) -> list[Observation]:
    """The observations of a page's text outside its tables."""
    text, flat = source.page.body.text, source.flat
    found: list[Observation] = []
    spans = _left_over(len(text), taken)
    figures = [f for low, high in spans for f in scan(text, low, high, decimal_comma=source.decimal_comma)]
    coded = read_coded_rows(text, spans, figures)
    if not flat:
        coded += read_listed_rows(text, spans, figures) + read_chart_shares(text, spans, figures)
        coded += read_listed_shares(text, spans, decimal_comma=source.decimal_comma)
    spans = _left_over(len(text), [*taken, *(b.quote for b in coded)])
    boxes, listed = read_boxes(text, spans, figures, flat=flat)
    boxes = sorted([*coded, *boxes], key=lambda b: b.label)
    for box in boxes:
        found.append(
            _observation(
                source,
                box.figure,
                box.indicator,
                box.quote,
                box.period or source.report.period,
                box.unit or box.figure.unit or noun_unit(box.indicator),
                Origin.HIGHLIGHT,
                box.confidence,
            )
        )
    spans = _left_over(len(text), [*taken, *(b.quote for b in boxes), *listed])
    for said in read_statements(text, spans, figures, source.report.period, flat=flat):
        if is_debris(said.indicator):
            continue
        observation = _observation(
            source, said.figure, said.indicator, said.quote, said.period, said.unit, Origin.TEXT, said.confidence
        )
        moved = (Dimension("series", said.series),) if said.series else ()
        found.append(replace(observation, dimensions=(*observation.dimensions, *moved)))
    return found


def _grids(report: Report) -> dict[int, list[Span]]:
    """Page number to the body spans of its tables with known cells, which are read as grids elsewhere."""
    bodies = {page.number: page.body for page in report.pages}
    found: dict[int, list[Span]] = {}
    for table in report.tables:
        cells = [cell for row in table.rows for cell in row if cell.start < cell.end]
        body = bodies.get(table.page)
        if cells and body is not None:
            start, end = min(c.start for c in cells), max(c.end for c in cells)
            found.setdefault(table.page, []).append((body.derived_index(start), body.derived_index(end)))
    return found


def _overlaps(source: PageTokens, one: Observation, grids: list[Span]) -> bool:
    body = source.page.body
    at = body.derived_index(one.cell[0])
    return any(start <= at < end for start, end in grids)


def extract_observations(report: Report, catalogue: Catalogue) -> tuple[Observation, ...]:
    """All KPI observations of a report in page order, without metrics and unit conversion.

    Args:
        report: a report as read; every page's ``body`` is what is searched, quotes come from its stored text.
        catalogue: metrics whose labels help to tell an indicator from its heading; may be empty.

    Returns:
        Observations whose ``passage`` is verbatim; cells printed as not disclosed are among them, without a value.
    """
    found: list[Observation] = []
    carried: Header | None = None
    grids = _grids(report)
    for page in report.pages:
        source = PageTokens.of(report, page)
        form = read_taxonomy_form(source)
        known_cells = (*read_green_asset_ratio(source), *read_placed_goals(source), *read_listed_members(source))
        found.extend((*form.observations, *known_cells))
        spans = [(page.body.derived_index(o.cell[0]), page.body.derived_index(o.cell[1])) for o in known_cells]
        known = [*grids.get(page.number, []), *form.taken, *spans]
        tables = read_tables(source, carried)
        carried = tables.open_header
        rows = [o for o in tables.observations if not known or not _overlaps(source, o, known)]
        taken = [(source.tokens[a].start, source.tokens[b - 1].end) for a, b in tables.taken if a < b]
        plain = read_plain_tables(source, [*taken, *known])
        rows.extend(plain.observations)
        taken += plain.taken
        placed = read_placed_tables(source, [*taken, *known], rows)
        placed += read_placed_years(source, rows)
        rows.extend(placed)
        found.extend(head_by_place(page, rows, report.organization))
        taken += [(page.body.derived_index(o.cell[0]), page.body.derived_index(o.cell[1])) for o in placed]
        found.extend(_read_page(source, [*taken, *known]))
    return tuple(found)
