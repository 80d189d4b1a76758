"""Taking links away from a graph."""

from __future__ import annotations

from tieout.graph.proof import Graph

A, B = ("urn:a", "urn:about", "urn:b"), ("urn:b", "urn:derived", "urn:c")


def quads(*triples: tuple[str, str, str], graph: str = "urn:g") -> bytes:
    return "".join(f"<{s}> <{p}> <{o}> <{graph}> .\n" for s, p, o in triples).encode()


def test_a_path_holds_while_all_its_links_stand() -> None:
    graph = Graph([quads(A, B), quads(A, graph="urn:other")])
    assert graph.holds([A, B])
    assert graph.needless_link([A, B]) is None
    assert graph.holds([A, B]), "what was taken away is put back"
    assert not graph.holds([A, ("urn:b", "urn:derived", "urn:d")])


def test_a_link_that_was_never_there_is_not_needed() -> None:
    absent = ("urn:x", "urn:about", "urn:y")
    assert not Graph([quads(A)]).holds([A, absent])
