"""A question that says itself what it means: "which team was the keenest, that is, came in most often?"."""

from __future__ import annotations

from tieout.patterns import lazy

_MEANS = lazy(
    r"^(?P<head>(?:in |at |for )?(?:which|what|who) (?:[\w&’'-]+ ){0,6}?)(?:was|were|is|are|has|have|had|did|does|do) (?P<loose>[^,]{2,120}),? "
    r"(?:that is(?: to say)?|i\.e\.|in other words|meaning(?: that)?|which means),? (?:(?:it|they) )?(?P<tail>\w[^?]{5,200})\??$"
)
_YEAR = lazy(r"\b(?:in|for|during|at the end of) (?:19|20)\d\d\b")


def restated(text: str) -> str:
    """The question in the words that it gives for what it means; as it is where it gives none."""
    found = _MEANS.match(text[:1].lower() + text[1:])
    if found is None:
        return text
    year = _YEAR.search(found["loose"])
    when = f" {year[0]}" if year is not None and _YEAR.search(found["tail"]) is None else ""
    return f"{found['head'].capitalize()}{found['tail']}{when}?"
