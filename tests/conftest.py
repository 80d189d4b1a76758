"""Fixtures shared by all tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tieout import Library


# Hypothesis's own clocks would make a busy machine look like a fault; the same examples every time.
settings.register_profile("tieout", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.load_profile("tieout")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real reports and gold data beside the project; skips where it is not there."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not (folder / "reports").is_dir():
        pytest.skip("the folder with the real reports (../shared) is not here")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """The sample reports that ship with the project."""
    return Path(__file__).resolve().parents[1] / "samples"


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """An index of the sample reports, built once; tests only read it."""
    from tieout import Library, Settings

    index = tmp_path_factory.mktemp("samples") / "index"
    library = Library(Settings(index=index, encoder_threads=1))
    outcome = library.ingest(library.requests([], manifest=samples / "reports.csv"))
    assert outcome.failed == ()
    return index


@pytest.fixture
def library(sample_index: Path) -> Iterator[Library]:
    """The library over the sample reports."""
    from tieout import Library, Settings

    opened = Library(Settings(index=sample_index, encoder_threads=1))
    yield opened
    opened.close()
