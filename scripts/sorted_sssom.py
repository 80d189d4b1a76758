"""Sorted SSSOM files for ``ontology/mappings``: one a pair of frameworks, the prefix of a CURIE is the framework."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tieout import vocab as v

RELATIONS = {"exact": "exactMatch", "close": "closeMatch", "broad": "broadMatch", "related": "relatedMatch"}
CONFIDENCES = {"high": "0.9", "medium": "0.6", "low": "0.3"}
SSSOM_COLUMNS = [
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
    "confidence",
    "mapping_source",
    "comment",
    "ext_verified",
]


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """One statement: the file it belongs to, both ends as IRIs, and what is known of it."""

    file: str
    subject: str
    target: str
    relation: str
    confidence: str
    source: str
    note: str
    verified: str


def write_mappings(rows: list[Crosswalk], labels: dict[str, str], folder: Path) -> None:
    """Write the statements, sorted; ``labels`` are those of both ends by IRI."""
    files: dict[str, list[list[str]]] = {}
    for row in rows:
        files.setdefault(row.file, []).append(
            [
                curie(row.subject),
                labels[row.subject],
                f"skos:{RELATIONS[row.relation]}",
                curie(row.target),
                labels[row.target],
                "semapv:ManualMappingCuration",
                CONFIDENCES[row.confidence],
                row.source,
                row.note,
                row.verified,
            ]
        )
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in sorted(files.items()):
        used = sorted({line[at].partition(":")[0] for line in lines for at in (0, 3)})
        head = ["#curie_map:"]
        head += [f'#  {prefix}: "{curie_prefix(prefix)}"' for prefix in used]
        head += [
            f'#  semapv: "https://w3id.org/semapv/vocab/"\n#  skos: "{v.SKOS}"',
            f"#mapping_set_id: {v.ID}mappings/{name}",
            "#license: https://www.apache.org/licenses/LICENSE-2.0",
            "#extension_definitions:\n#  - slot_name: ext_verified\n#    type_hint: xsd:string",
        ]
        body = ["\t".join(line) for line in sorted(lines)]
        text = "\n".join([*head, "\t".join(SSSOM_COLUMNS), *body]) + "\n"
        (folder / f"{name}.sssom.tsv").write_text(text, encoding="utf-8")


def curie(iri: str) -> str:
    """``gri:305-2``: the framework is the prefix."""
    head, _, local = iri.rpartition("/")
    return f"{head.rpartition('/')[2]}:{local}"


def curie_prefix(prefix: str) -> str:
    """The IRI a prefix of :func:`curie` stands for."""
    return v.SDG if prefix == "sdg" else f"{v.ID}clause/{prefix}/"
