"""Fixtures shared by all tests."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real reports and gold data beside the project; skips where it is not there."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not (folder / "reports").is_dir():
        pytest.skip("the folder with the real reports (../shared) is not here")
    return folder
