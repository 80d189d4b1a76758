"""Every printed cell of a real flattened report's KPI tables, and the cells it prints as not disclosed."""

from __future__ import annotations

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from tieout.documents.reader import read_report
from tieout.extract.kpi import extract_observations
from tieout.model import Catalogue, Origin


def gold(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.shared
def test_each_cell_once_and_nothing_else(shared: Path) -> None:
    folder = shared / "bench" / "seed_dev"
    data = (shared / "reports" / "oneconnect-2024.txt").read_bytes()
    found = extract_observations(read_report(data, "r.txt", period="2024", organization="O"), Catalogue())
    cells = gold(folder / "observations.csv")
    pages = {int(row["page"]) for row in cells}
    tables = [o for o in found if o.origin is Origin.TABLE and o.passage.page in pages]
    wanted = Counter((int(row["page"]), row["year"], Decimal(row["value"])) for row in cells)
    assert Counter((o.passage.page, o.period, o.value) for o in tables if o.value is not None) == wanted
    hidden = Counter((int(row["page"]), row["year"]) for row in gold(folder / "missing.csv"))
    assert Counter((o.passage.page, o.period) for o in tables if o.qualifier == "not_disclosed") == hidden
