"""The only home of IRIs: namespaces, our own terms, and the functions that mint names from content.

Standard library only.
An id is a function of what it names: the same key gives the same IRI on every machine, and two keys that differ after
NFKC normalisation and white-space folding give two IRIs. ``!`` never stands in an encoded key, so what follows it (a
digest of a shortened key, the ordinal of a repeated finding) can never be mistaken for content.
"""

from __future__ import annotations

import hashlib
import unicodedata
from functools import lru_cache
from urllib.parse import quote, unquote

NS = "https://tieout.example/ns#"
ID = "https://tieout.example/id/"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCT = "http://purl.org/dc/terms/"
DCAT = "http://www.w3.org/ns/dcat#"
DOCO = "http://purl.org/spar/doco/"
OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
PROV = "http://www.w3.org/ns/prov#"
QB = "http://purl.org/linked-data/cube#"
QUDT = "http://qudt.org/schema/qudt/"
SCHEMA = "https://schema.org/"
SDG = "http://metadata.un.org/sdg/"
SH = "http://www.w3.org/ns/shacl#"
TIME = "http://www.w3.org/2006/time#"

PREFIXES: dict[str, str] = {
    "tieout": NS,
    "id": ID,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "skos": SKOS,
    "dct": DCT,
    "dcat": DCAT,
    "doco": DOCO,
    "oa": OA,
    "org": ORG,
    "prov": PROV,
    "qb": QB,
    "qudt": QUDT,
    "schema": SCHEMA,
    "sdg": SDG,
    "sh": SH,
    "time": TIME,
}
"""Prefix names for people: SPARQL desks, Turtle exports, shortened IRIs."""

ENTITY_CLASSES: dict[str, str] = {
    "policy": NS + "Policy",
    "law": NS + "Law",
    "standard": NS + "Standard",
    "certification": NS + "Certification",
    "topic": NS + "TopicMention",
    "goal": NS + "GoalMention",
    "target": NS + "Target",
    "stakeholder": NS + "Stakeholder",
    "risk": NS + "Risk",
    "opportunity": NS + "Opportunity",
    "committee": NS + "Committee",
    "section": NS + "SectionMention",
}
"""The class of each kind of entity; a kind that is not listed is a plain ``tieout:Entity``."""

_SAFE = "@(),:"
_LONGEST = 96
_DIGEST = 16


def normalise(key: str) -> str:
    """The key as ids see it: NFKC, runs of white space as one space, ends trimmed, lone surrogates as U+FFFD."""
    text = key if key.isascii() else key.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return " ".join(unicodedata.normalize("NFKC", text).split())


@lru_cache(maxsize=8192)
def encode(key: str) -> str:
    """The normalised key percent-encoded for one IRI segment; a long one is shortened and closed with its digest."""
    text = normalise(key)
    encoded = quote(text, safe=_SAFE)
    if not encoded:
        return "!"
    if len(encoded) <= _LONGEST:
        return encoded
    return f"{quote(text[:24], safe=_SAFE)}!{digest(text)}"


def digest(*parts: str) -> str:
    """Sixteen hex digits of the SHA-256 of the parts; parts keep their borders."""
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]


def nth(iri: str, ordinal: int) -> str:
    """The IRI of the ``ordinal``-th thing (from 1) that has the same key; the first keeps the plain IRI."""
    return iri if ordinal == 1 else f"{iri}!{ordinal}"


# --- what the ontology names ---------------------------------------------------------------------------------------


def mint_framework(framework: str) -> str:
    """``gri`` -> the IRI of its concept scheme."""
    return f"{ID}framework/{encode(framework)}"


def mint_clause(clause: str) -> str:
    """``gri:305-2`` or ``gri:102-8@2016`` -> the clause's IRI."""
    framework, _, code = clause.partition(":")
    return f"{ID}clause/{encode(framework)}/{encode(code)}"


def mint_metric(metric: str) -> str:
    """``ghg-scope2`` -> the metric's IRI."""
    return f"{ID}metric/{encode(metric)}"


def mint_topic(topic: str) -> str:
    """``T-CLIMATE`` -> the topic's IRI."""
    return f"{ID}topic/{encode(topic)}"


def mint_goal(goal: str) -> str:
    """``13`` or ``13.2`` -> the United Nations' own IRI of the goal or target."""
    return f"{SDG}{encode(goal)}"


def mint_concept(reference: str) -> str:
    """``topic:T-CLIMATE``, ``goal:13``, ``metric:ghg-scope2``, ``clause:gri:305-2`` -> IRI; "" for anything else."""
    kind, _, key = reference.partition(":")
    if not key:
        return ""
    if kind == "clause":
        return mint_clause(key) if ":" in key else ""
    mint = {"topic": mint_topic, "goal": mint_goal, "metric": mint_metric}.get(kind)
    return mint(key) if mint else ""


def mint_mapping(subject: str, predicate: str, obj: str) -> str:
    """The IRI of a crosswalk statement between two IRIs."""
    return f"{ID}mapping/{digest(subject, predicate, obj)}"


def mint_status(status: str) -> str:
    """``stated_absent`` -> the IRI of that disclosure status."""
    return f"{NS}status-{encode(status)}"


# --- what a report names -------------------------------------------------------------------------------------------


def mint_organization(name: str) -> str:
    """An organization by its name: one node in every report that names it alike."""
    return f"{ID}organization/{encode(name)}"


def mint_report(report: str) -> str:
    """A report by its id (which may hold "/"); also the name of its named graph."""
    return f"{ID}report/{encode(report)}"


def mint_dataset(report: str) -> str:
    """The data set that holds a report's observations."""
    return f"{ID}dataset/{encode(report)}"


def mint_source(report: str, sha256: str) -> str:
    """The bytes a report was read from."""
    return f"{ID}source/{encode(report)}/{encode(sha256)}"


def mint_period(period: str) -> str:
    """A reporting period as printed, such as ``2024``."""
    return f"{ID}period/{encode(period)}"


def mint_software(version: str) -> str:
    """This software in one version."""
    return f"{ID}software/tieout-{encode(version)}"


def mint_extraction(report: str, sha256: str, version: str) -> str:
    """The activity that drew a report's findings from its bytes with one software version."""
    return f"{ID}extraction/{encode(report)}/{digest(sha256, version)}"


def mint_section(report: str, section: str) -> str:
    """A section of a report by its id in the report."""
    return f"{ID}section/{encode(report)}/{encode(section)}"


def mint_passage(report: str, page: int, start: int, end: int) -> str:
    """A place in a report: its page and half-open code-point offsets are the key."""
    return f"{ID}passage/{encode(report)}/{page}/{start}-{end}"


def mint_dimension(kind: str, value: str) -> str:
    """A dimension's value as printed; the same node wherever it is printed alike."""
    return f"{ID}dimension/{encode(kind)}/{encode(value)}"


def mint_observation(report: str, page: int, *key: str) -> str:
    """An observation by where it stands and what it says."""
    return f"{ID}observation/{encode(report)}/p{page}-{digest(*key)}"


def mint_disclosure(report: str, clause: str, topic_standard: str) -> str:
    """What a report says to a clause (for GRI 3-3: for the topic of one standard)."""
    framework, _, code = clause.partition(":")
    for_topic = f"/{encode(topic_standard)}" if topic_standard else ""
    return f"{ID}disclosure/{encode(report)}/{encode(framework)}/{encode(code)}{for_topic}"


def mint_entity(report: str, kind: str, label: str) -> str:
    """A named thing of one kind in a report."""
    return f"{ID}entity/{encode(kind)}/{encode(report)}/{encode(label)}"


# --- reading ids back ----------------------------------------------------------------------------------------------


def local_key(iri: str) -> str:
    """The decoded last segment of an IRI of ours: the id of a metric, topic, goal or report that was not shortened."""
    return unquote(iri.rsplit("/", 1)[-1])


def clause_of(iri: str) -> str:
    """The clause id that :func:`mint_clause` was given."""
    framework, code = iri.rsplit("/", 2)[-2:]
    return f"{unquote(framework)}:{unquote(code)}"


def passage_report(iri: str) -> str:
    """The report of a passage IRI, or "" for the IRI of anything else, a passage's selectors among it."""
    kind, _, rest = iri.removeprefix(ID).partition("/")
    return unquote(rest.partition("/")[0]) if iri.startswith(ID) and kind == "passage" and "#" not in rest else ""


def place_of(iri: str) -> tuple[int, int, int]:
    """(page, start, end) of a passage IRI."""
    page, span = iri.rsplit("/", 2)[-2:]
    start, _, end = span.partition("-")
    return int(page), int(start), int(end)


def shorten(iri: str) -> str:
    """The IRI with its prefix name where one fits, for people: ``tieout:metric``; otherwise the IRI itself."""
    best = max((p for p in PREFIXES.items() if iri.startswith(p[1])), key=lambda p: len(p[1]), default=None)
    return iri if best is None else f"{best[0]}:{iri[len(best[1]) :]}"


def kind_of(iri: str) -> str:
    """The kind of a thing by its IRI: "metric", "clause", "goal" …; "" for what is not ours."""
    if iri.startswith(SDG):
        return "goal"
    return iri.removeprefix(ID).partition("/")[0] if iri.startswith(ID) else ""
