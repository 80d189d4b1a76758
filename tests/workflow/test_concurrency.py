"""Many readers and a writer in one process: every answer is of one generation, and no generation stays pinned."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

from tieout import Library, Settings


def test_readers_see_one_generation_while_another_is_published(
    sample_index: Path, samples: Path, tmp_path: Path
) -> None:
    shutil.copytree(sample_index, tmp_path / "index")
    library = Library(Settings(index=tmp_path / "index", encoder_threads=1))
    faults: list[str] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            answer = library.ask("What were the Scope 2 emissions in 2024?", reports=["kestrel-bay-2024"])
            if answer["short"] != "214.24":
                faults.append(answer["short"])
            reports = {r.report for r in library.reports()}
            if not {"jade-terrace-2024", "kestrel-bay-2024", "lantau-ridge-2024"} <= reports:
                faults.append(str(reports))

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    try:
        library.ingest(library.requests([samples / "jade-terrace-2024.pdf"], report="again"))
    finally:
        stop.set()
        for reader in readers:
            reader.join()
    assert faults == []
    assert next(r.report for r in library.reports()) == "again"
    assert len(library._readers) == 1
    library.close()
    assert library._readers == {}
