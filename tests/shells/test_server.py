"""Which names the server answers to."""

from __future__ import annotations

import pytest

from tieout.config import load_settings
from tieout.errors import TieoutError, UsageError
from tieout.shells.server import host_names, listen


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


def test_a_taken_port_is_one_sentence_and_a_failure() -> None:
    with listen("127.0.0.1", 0) as first, pytest.raises(TieoutError, match="--port") as told:
        listen("127.0.0.1", first.getsockname()[1])
    assert told.value.exit_code == 1
    with pytest.raises(TieoutError, match="cannot listen"):
        listen("192.0.2.1", 0)
