"""Speed of encoding: the default encoder beside the sentence-transformers library with the same weights.

usage: python benchmarks/encoding.py [--texts 60] [--threads 1]

Both read the same invented passages of about 120 words on the same number of threads, each in a process of its own.
Processor time is what counts: wall time depends on what else the machine does. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import time

_TEXT = (
    "the company reports its emissions water energy waste employees training suppliers board committee policy target "
    "risk climate scope tonnes percent year reduced increased renewable electricity audit safety diversity "
    "human rights community investment governance compliance data privacy customers products circular recycled"
)
WORDS = _TEXT.split()


def passages(count: int) -> list[str]:
    """Invented passages of 60 to 150 words."""
    rng = random.Random(7)
    return [" ".join(rng.choices(WORDS, k=rng.randint(60, 150))).capitalize() + "." for _ in range(count)]


def measure(setting: str, count: int, threads: int) -> dict[str, float]:
    """Seconds of one encoder in this process: opening, encoding all passages, and one question (mean of 20)."""
    from tieout.vectors.encoder import open_encoder

    began = time.process_time()
    encoder = open_encoder(setting, threads)
    encoder.encode(["warm up"])
    opened = time.process_time()
    encoder.encode(passages(count))
    encoded = time.process_time()
    for number in range(20):
        encoder.encode([f"What was the water withdrawal of site {number}?"])
    asked = time.process_time()
    return {"open": opened - began, "passage": (encoded - opened) / count, "question": (asked - encoded) / 20}


def in_child(setting: str, count: int, threads: int) -> dict[str, float]:
    """``measure`` in a process of its own."""
    command = [sys.executable, "-W", "ignore", __file__, "--child", setting, "--texts", str(count)]
    env = {**os.environ, "OMP_NUM_THREADS": str(threads), "TOKENIZERS_PARALLELISM": "false"}
    done = subprocess.run([*command, "--threads", str(threads)], capture_output=True, text=True, env=env, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=60)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--child", default="", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(measure(options.child, options.texts, options.threads)))
        return
    from tieout.vectors.minilm import model_folder

    ours = in_child("minilm", options.texts, options.threads)
    peer = in_child(str(model_folder()), options.texts, options.threads)
    ratios = {key: round(peer[key] / ours[key], 2) for key in ours}
    rounded = {name: {k: round(v, 4) for k, v in row.items()} for name, row in (("tieout", ours), ("peer", peer))}
    print(json.dumps({**rounded, "peer_over_tieout": ratios, "unit": "processor seconds"}))


if __name__ == "__main__":
    main()
