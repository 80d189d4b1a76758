"""The wheel, installed away from the checkout, reads a report and answers; its version is the package's own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tieout.version import __version__

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]


def run(*call: str | Path, folder: Path) -> str:
    """Standard output of a call that must succeed, made from ``folder`` without a trace of the checkout."""
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "TIEOUT_INDEX"}}
    done = subprocess.run([str(part) for part in call], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, f"{call}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without network."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet", "--no-deps", "--no-index",
        "--no-build-isolation", "--wheel-dir", folder, ROOT, folder=folder)  # fmt: skip
    (built,) = folder.glob("tieout-*.whl")
    return built


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a new environment that holds the wheel, and sees this one's libraries but not its tieout."""
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder / "env", with_pip=False, symlinks=True)
    programs = folder / "env" / "bin"
    (site,) = (folder / "env" / "lib").glob("python*/site-packages")
    # A path line, not addsitedir: the .pth files of these libraries are not read, so the editable install stays out.
    (site / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    run(sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", programs / "python", "install",
        "--quiet", "--no-deps", "--no-index", wheel, folder=folder)  # fmt: skip
    return programs


def test_the_wheel_holds_the_ontology_and_nothing_of_the_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    held = {name.removeprefix("tieout/ontology/") for name in names if name.startswith("tieout/ontology/")}
    kept = {path.relative_to(ROOT / "ontology").as_posix() for path in (ROOT / "ontology").rglob("*") if path.is_file()}
    assert held == kept
    assert "tieout/py.typed" in names
    tops = {name.split("/")[0] for name in names}
    assert tops == {"tieout", f"tieout-{__version__}.dist-info"}


def test_the_installed_program_reads_and_answers(elsewhere: Path, samples: Path, tmp_path: Path) -> None:
    place = run(elsewhere / "python", "-c", "import tieout; print(tieout.__file__)", folder=tmp_path).strip()
    assert Path(place).is_relative_to(elsewhere.parent)
    tieout = elsewhere / "tieout"
    assert run(tieout, "--version", folder=tmp_path).strip() == f"tieout {__version__}"
    run(tieout, "ingest", samples / "kestrel-bay-2024.txt", folder=tmp_path)
    question = "What were Kestrel Bay's Scope 2 emissions in 2024?"
    told = json.loads(run(tieout, "ask", question, "--json", folder=tmp_path))
    assert (told["status"], told["short"]) == ("answered", "214.24")
    assert "214.24" in told["citations"][0]["quote"]
