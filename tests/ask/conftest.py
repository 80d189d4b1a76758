"""The tiny worlds as fixtures, each with an asker over it."""

from __future__ import annotations

import pytest
from tests.ask import mill as looms
from tests.ask.moor import CATALOGUE, World

from tieout.ask.asker import Asker
from tieout.ask.ports import Ports


@pytest.fixture
def world() -> World:
    """A fresh world."""
    return World()


@pytest.fixture
def asker(world: World) -> Asker:
    """The asker over it."""
    return Asker(Ports(world, world, world, world, world, world), CATALOGUE)


@pytest.fixture
def mill() -> Asker:
    """The asker over the mill's report."""
    at = looms.Mill()
    return Asker(Ports(at, at, at, at, at, at), looms.CATALOGUE)
