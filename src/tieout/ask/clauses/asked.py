"""What a question about a clause asks for: its place, its reason, its status, its content, or the clause itself."""

from __future__ import annotations

from tieout.ask.wording.leading import PLACES, WH
from tieout.patterns import lazy

WHERE = lazy(
    r"\bwhere\b|\bwhich (?:\w+ )?(?:section|chapter|page|table|part|paragraph|place|heading)s?\b|\bon (?:which|what) page|\bpoints? to\b|\bsends?\b|\blocat(?:e|es|ed|ion)\b|"
    r"\brefers? to\b|\b(?:index|table) (?:cite|list|name)s? for\b|\bwhat does the (?:index|table) (?:cite|give|name)"
)
REASON = lazy(
    r"\bwhy\b|\breasons?\b|\bjustif|\bexplanation|\bexplain|\bgrounds?\b|\bon what basis\b|\bexcuse|\brationale|\bargument"
)
CONTENT = lazy(
    r"\b(?:printed|given|stated|shown|described|set up|set out|mentioned|named|reported) there\b|\bbehind\b|\busing the (?:data|figures|table)|"
    r"\bin the (?:chapter|section|part|subsection|table) (?:that is |which is )?(?:indexed|cited|referenced|named|given|behind)|^follow\b|\bdoes the report give there\b"
)
FIGURE_ASKED = lazy(
    r"\bhow (?:many|much|high|large|big|long|old) (?!(?:[\w-]+ ){0,2}(?:clauses?|disclosures?|kpis?|pages?|sections?|indicators?|requirements?|codes?|entries|rows)\b)|"
    r"\b(?:which|who) (?:[\w-]+ ){0,6}(?:most|least|fewest|highest|lowest|largest|smallest|longest|shortest|worst|best)\b(?! governance| decision)"
)
"""A figure or a rank of members is asked for: no index row gives one."""
OPENS = lazy(WH)
ASKS_FOR_PLACE = lazy(
    r"\b(?:give|print|name|cite|state|show|list|point|refer|send)s? (?:one |readers |you )?(?:to )?(?:a|an|any|the) (?:pages?|place|section|chapter|location)\b"
)
"""Asks whether an index names a place."""
GOES_ON = lazy(rf"^[^,:?]{{0,90}}[,:;] (?:{WH}|(?:name|list)\b)")
"""What follows on a code where it only leads to the place that something else is asked about."""
_LEADING = r"(?:cited|indexed|listed|named|given|referenced|behind|cites?|points?|sends?|lists?|names?|gives?|leads?|refers?|indexes)"
IN_ITS_PLACE = lazy(rf"\b{PLACES}\b(?: [\w'’&-]+){{0,3}}? {_LEADING}\b[^?]{{0,60}}$")
"""What stands before a code whose place is looked into: "in the section cited for …"."""
PLACE_BEHIND = lazy(
    rf"^[)\]]?(?:'s|’s)? (?:[\w-]+ ){{0,2}}?(?:points?|cites?|sends?|leads?|refers?)\b|^[)\]]? {PLACES}\b"
)
"""What stands behind such a code: "the figures GRI 303-5 points to", "the B5 section"."""
_CLAUSE_NOUN = r"(?:clause|disclosure|standard|kpi|requirement|provision|indicator|code|paragraph|aspect|datapoint|reference|entry|row|line|item)s?"
WHICH_CLAUSE = lazy(
    rf"\b(?:which|what|name the) (?:[\w-]+ ){{0,3}}{_CLAUSE_NOUN} "
    r"(?:[\w-]+ ){0,6}?(?:asks?|requires?|covers?|deals?|demands?|concerns?|calls?|address(?:es)?|corresponds?|relates?|is about|are about|speaks?|belongs?|wants?|is|are|does|treats?)\b|"
    rf"\bunder (?:which|what) (?:[\w-]+ ){{0,3}}{_CLAUSE_NOUN}\b"
)
PLACE_ASKED = lazy(
    r"(?:^|[,:;] )(?:where\b|(?:in |on |under |to |at )?(?:which|what) (?:\w+ ){0,2}(?:section|chapter|page|table|part|paragraph|place|subsection|heading)s?\b)"
)
BEFORE_ROW = lazy(
    r"\b(?:notes?|entry|entries|remarks?|rows?|comments?|explanation|index (?:names?|says?|adds?|explains?|tells?|mentions?))(?: (?!(?:cit|point|list|lead|send)\w*)[\w-]+){0,2} (?:gri |hkex |esrs |kpi )?$"
)
BEHIND_ROW = lazy(r"^[)\]]?(?:'s|’s)? (?:entry|note|remark|row|comment)\b")
"""What stands before or behind a code whose own index row is read: "the note at 2-18"."""
STATUS = lazy(
    r"\breport(?:s|ed|ing)?\b|\bstatus\b|\bcover(?:s|ed)?\b|\bwaive|\bopt|\bdisclos|\bmet\b|\bcompl(?:y|ie|iance)|\bapplicable\b|\blisted\b|\bline\b|\brow\b|"
    r"\bomit|\bleft out\b|\binclud|\baddress|\banswer|\bsatisf|\bfulfil|\bmissing\b|\bindex\b|\bpresent\b|\bmention|\bin the (?:table|list)\b"
)

HELD_BY = lazy(r"\b(?:covered by|cover any|subject to|bound by|apply to any|applies to any)\b")
"""Asks whether something is so, not whether it is told."""
INDEX_ASKED = lazy(r"\b(?:index|list(?:s|ed)?|row|line|entry|entries|table)\b")
STATUS_ASKED = lazy(r"\bwhat (?:is|was|does) .{0,60}\bstatus\b|\bstatus (?:of|for)\b")
