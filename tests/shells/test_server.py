"""Which names the server answers to."""

from __future__ import annotations

import pytest

from tieout.config import load_settings
from tieout.errors import UsageError
from tieout.shells.server import host_names


def test_loopback_answers_to_loopback_names_only() -> None:
    assert set(host_names("127.0.0.1")) == {"localhost", "127.0.0.1", "[::1]", "::1"}


def test_an_address_is_added_to_the_loopback_names() -> None:
    assert "10.1.2.3" in host_names("10.1.2.3")
    assert "esg.example" in host_names("esg.example")


@pytest.mark.parametrize("everybody", ["0.0.0.0", "::"])
def test_listening_for_everybody_needs_names(everybody: str) -> None:
    with pytest.raises(UsageError, match="TIEOUT_HOSTS"):
        host_names(everybody)
    assert "*" not in host_names(everybody, "esg.example")
    assert "esg.example" in host_names(everybody, " esg.example, ")


def test_the_names_are_a_setting() -> None:
    assert load_settings(environment={"TIEOUT_HOSTS": "esg.example"}).hosts == "esg.example"
