"""Benchmarks: quality against gold data, speed against bounds and peers."""
