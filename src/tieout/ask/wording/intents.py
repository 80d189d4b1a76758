"""Which kind of answer a wording wants. Patterns are of plain English questions, none of a report or a metric."""

from __future__ import annotations

import re

from tieout.ask.plan import Intent
from tieout.ask.wording.question import Measure, Reading
from tieout.patterns import lazy

_UP = r"(?:rise|rose|risen|rising|grow|grew|grown|growing|growth|increas\w+|climb\w*|jump\w*|(?<!made )(?<!make )(?<!makes )(?<!set )(?<!picked )(?<!sum )up|higher|gone up|went up|more|improv\w+)"
_DOWN = r"(?:fall|fell|fallen|falling|declin\w+|decreas\w+|reduc\w+|shrink|shrank|shrunk|shrinking|drop\w*|down|lower|smaller|less|cut|gone down|went down|worsen\w*|deteriorat\w+)"
MOVES = r"(?:ris(?:e|en|ing)|rose|gr(?:ow|ew|own|owing)|fall(?:en|ing)?|fell|increas(?:e|ed|ing)|declin(?:e|ed|ing)|decreas(?:e|ed|ing)|shr[iau]nk|drop(?:ped)?|climb(?:ed)?|go up|go down|improv(?:e|ed|ing)|worsen(?:ed|ing)?|deteriorat(?:e|ed|ing)|cut|reduc(?:e|ed|ing)|lower(?:ed)?|rais(?:e|ed)|(?:bring|brought) (?:\w+ ){0,4}?(?:down|up)|(?:push|drive|drove|driven|bring|brought) (?:down|up))"
SUPERLATIVE = (
    r"(?:most|least|fewest|highest|lowest|largest|smallest|biggest|greatest|worst|best|longest|shortest|maximum|minimum|top(?! (?:manage|leader|execut|tier|level|rank|grade|rung|job|post|position))|"
    r"youngest|oldest|fastest|quickest|slowest|steepest|heaviest|lightest|peak\w*|bottom)"
)

_CONSISTENCY = lazy(
    r"\bconsisten(?:t|tly|cy)|\bcontradict|\bconflict(?:s|ing)?\b(?! of interests?)|\bdiscrepan|\bmatch(?:es|ing)? (?:the|between|with|up|across|what|that|in)|"
    r"^(?:(?:in|for|of|on|according to) [^?]{3,120}, )?(?:do|does|did|is|are) .{3,160}\b(?:match|agree|tally|reconcile|add up|sum (?:up )?to|tie out|square with)\b|"
    r"\bwhich (?:figure|number|value|one|total)\b.{0,80}\b(?:is|are) (?:the )?(?:right|correct|wrong|true)\b|\bsame (?:figure|number|value) (?:everywhere|in|on|throughout|across)|"
    r"\b(?:two|three|several|different|conflicting|differing) (?:different |conflicting |differing )?(?:figures|numbers|values|totals|counts)\b|"
    r"\bthe same (?:\w+ ){0,2}(?:everywhere|throughout|across|(?:in|on) (?:both|all|every|pages?|the (?:text|tables?|annex|appendix|narrative|highlights?)))\b|\bdiffers? (?:between|from|across)\b|"
    r"\bbear (?:that|this|it) out|\bstated? the same\b|\bwhere (?:tax|\w+) is really\b|\breally (?:discussed|described|found|covered)\b|\bline up\b|"
    r"\bdivided by\b.{2,80}: (?:do|does|did|is) (?:it|this|that)\b.{0,60}\b(?:printed|stated|reported|published|given)\b|"
    r"^(?:do|does|did) .{3,160}\b(?:divided by|per|over)\b.{2,80}\b(?:give|yield|make|produce|equal|come to|work out (?:at|to)) (?:the )?(?:printed|stated|reported|published|given)\b|"
    r"^(?:is|are|was|were) .{3,120}\bthe same (?:in|on) .{3,80}\band\b|"
    r"^(?:is|are|was|were|do|does|did) .{3,160}\bthe same (?:as (?:the |in |on |at |that )|(?:number|figure|value|count|total|amount|share|rate)\b)"
)
_PERCENT_CHANGE = lazy(
    r"\bby what percent|\bin percentage terms|\bby how many per ?cent(?!age point)|\bpercent(?:age)? (?:change|increase|decrease|reduction|growth|drop|decline|rise|variation)|"
    r"\bhow (?:much|many percent) (?:\w+ ){0,2}(?:smaller|larger|bigger|lower|higher|fewer|greater)|\bgrowth rate|\brate of (?:change|growth)"
)
_TURN = rf"\b(?:{_UP}|{_DOWN}|chang\w+|differ\w*|moved?)\b"
_IN_PERCENT = lazy(rf"\bin per ?cent\b.*{_TURN}|{_TURN}.*\bin per ?cent\b")
_STEP = lazy(
    rf"^(?:in (?:19|20)\d\d,? )?(?:by how (?:much|many)\b|how (?:much|many percent) (?:did|has|have|do|does)\b).{{0,160}}\b{MOVES}\b"
)
_ADDED = lazy(
    r"^how many .{2,120}? (?:did|do|does|has|have|were|was) .{0,80}?\b(?:add(?:ed)?|gain(?:ed)?|los[et]|shed)\b.{0,80}\b(?:between|from) (?:the end of )?(?:19|20)\d\d (?:and|to) "
)
"""What a stock gained or lost is its change."""
_OVER_YEARS = lazy(
    rf"\b(?:reduction|increase|decrease|decline|drop|rise|fall|growth|change)(?:,? in (?:percentage points|per ?cent|absolute terms|tonnes),?)? (?:in|of)\b|^how far\b|\b{MOVES}\b.{{0,80}}\bsince\b"
)
_IN_YEAR = lazy(r"^(?:in|for|during) (?:19|20)\d\d,? ")
_EITHER_WAY = lazy(
    rf"\b(?:up or down|better or worse|improv\w+ or (?:(?:get|got|gotten|become|became) )?(?:worse|worsen\w*|deteriorat\w+)|more or (?:less|fewer)|(?:less|fewer) or more|higher or lower|lower or higher|(?:larger|bigger|greater) or smaller|smaller or (?:larger|bigger|greater)|(?:{MOVES}) or (?:not|{MOVES}))\b"
)
_CHANGE = lazy(
    rf"\bby what factor\b|\b(?:did|has|have|is|are|was|were|do|does) .{{2,160}}\b(?:{_UP}|{_DOWN})\b|\bup or down\b|\bmore or (?:less|fewer)\b|"
    rf"\bby how (?:much|many) .{{0,120}}\b(?:{_UP}|{_DOWN}|chang\w+|differ)\b|\bhow much (?:more|less|fewer) .{{0,120}}\bthan (?:in|the year|a year|last)|"
    r"\bwhy did\b"
)
_YEARS_APART = lazy(
    r"\bby how (?:many|much)\b.{1,160}\b(?:more|fewer|less|higher|lower|larger|smaller|bigger|greater|above|below)\b.{0,80}?\bthan (?:(?:in|for|during|it was in) )?(?:(?:19|20)\d\d|the (?:year before|previous year|prior year|year earlier))|"
    r"\bhow (?:many|much) (?:more|fewer|less|higher|lower|larger|smaller|bigger|greater)\b.{1,160}\bthan (?:(?:in|for|during|it was in) )?(?:(?:19|20)\d\d|the (?:year before|previous year|prior year|year earlier))|"
    r"\b(?:difference|gap) (?:in|of)\b.{1,160}\bbetween (?:19|20)\d\d and (?:19|20)\d\d"
)
_FROM_TO = lazy(r"\bfrom (?:which|what) (?:[\w-]+ ){0,2}?to (?:which|what)\b")
_TREND = lazy(
    r"\btrend|\bevol(?:ve|ved|ution)|\bdevelop(?:ed|ment of)?\b|\bhow (?:did|has|have) .{2,160}\b(?:chang|moved?\b)|\bover (?:the )?(?:last |past )?(?:two|three|four|five|\d) (?:reporting |financial )?years|"
    r"\bthe (?:course|path) of\b|"
    r"\bhistory of|\byear by year|\bover time|\btrajectory|\bprogress(?:ed)?\b|\bfrom year to year|\b(?:each|all|every one) of the (?:two|three|four|five|\d) (?:reporting |financial )?years\b|\beach year|\bevery year"
)
_COMPARATIVE = r"(?:more|fewer|less|higher|lower|larger|smaller|greater|bigger|longer|shorter|better|worse)"
_RANK = lazy(
    rf"\b(?:which|who|what|whose|where|in which|name|among)\b.{{0,160}}\b{SUPERLATIVE}\b"
    rf"|^(?:in |among |for |at )?which (?:of (?:the )?)?(?:[\w&’'-]+ ){{1,7}}{_COMPARATIVE}\b(?!.{{0,160}}\b(?:year|or|than)\b)"
)
_DIFFERENCE = lazy(
    r"\bhow (?:many|much) (?:more|fewer|less|higher|lower|larger|smaller|bigger|greater|longer|shorter)\b.{1,160}\bthan\b|\bby how (?:many|much)\b.{1,160}\b(?:exceed|surpass|outnumber|above|below|higher|lower)|"
    r"\bdifference (?:between|in)\b|\bgap between\b|\boutnumber|\bexceed"
)
_SHARE_OF = lazy(
    r"\b(?:percentage|percent|per cent|portion|proportion|share|fraction|part) of (?:the )?(?P<whole>.{2,120}?)\s(?:that\s|which\s)?"
    r"(?:came from|come from|comes from|is due to|was due to|are due to|were due to|stems? from|stemmed from|is attributable to|"
    r"was attributable to|is caused by|was caused by|(?:is|was|are|were) accounted for by|(?:is|was|are|were) (?:caused|contributed|made up|used|consumed) by|falls? on|fell on|consists? of|affect(?:s|ed)?|involv(?:es?|ed)|concern(?:s|ed)?|hit|goes to|went to|"
    r"sits?|sat|lives?|works?|had|has|have|holds?|held|is|are|was|were|belongs? to|belonged to|comprises?)\s(?P<part>.{2,160})"
)
_EQUAL_SHARE = lazy(
    r"^(?P<part>.{2,160}?)\s(?:equals?|amounts? to|make up|makes up|made up|represent|represents|account for|accounted for|corresponds? to|are|is|were|was)\s"
    r"(?:to\s)?what (?:percentage|percent|per cent|share|portion|proportion|fraction) of (?:the )?(?P<whole>.{2,160})"
)
_OF_THESE = lazy(
    r"^(?:out )?of (?:all )?(?:the |its |their )?(?P<whole>.{3,160}?),? (?:what|which) (?:percentage|percent|per cent|share|portion|proportion|fraction|part) "
    r"(?:of (?:them|these|those|which) )?(?:did |do |does )?(?:is|are|was|were|had|has|have|came from|come from|comes from|fell on|falls on|belongs to)? ?(?P<part>.{2,160})"
)
_AS_SHARE = lazy(
    r"^(?P<part>.{2,200}?),? (?:as|in) (?:a |an )?(?:percentage|percent|share|proportion|portion|fraction|ratio) (?:of|to) (?:the )?(?P<whole>.{2,160})"
)
_RATIO = lazy(r"\bratio (?:of|between) (?:the )?(?P<part>.{2,120}?) (?:to|and) (?:the )?(?P<whole>.{2,120})")
_SUM = lazy(
    r"\bacross (?:all |the )?(?:two|three|four|five|\d|all) years|\b(?:sum|total) (?:of|over|across|for)\b.{0,120}\byears|\bin all\b.{0,80}\byears|"
    r"\b(?:taken |put |added |all )together\b|\baltogether\b|\badd(?:ed)? up\b|\bcombined\b.{0,60}\byears|\bsum of\b|\bover (?:the|all) (?:two|three|four|five|\d) years .{0,40}\bhow many|"
    r"\bin total\b.{0,120}\b(?:over|across|during) (?:(?:all|the) ){0,2}(?:two|three|four|five|\d) (?:reporting |financial )?years|"
    r"\bin (?:total|all)\b.{0,80}\b(?:between|from) (?:19|20)\d\d (?:and|to) (?:19|20)\d\d|"
    r"\b(?:total|sum) (?:of|number of)\b.{0,120}\b(?:19|20)\d\d (?:and|to|through) (?:19|20)\d\d\b|"
    r"\bin total (?:over|across|between|from|during) |\b(?:19|20)\d\d,? (?:and|to|through) (?:19|20)\d\d,? (?:together|combined)\b|"
    r"\b(?:over|across|in|during) (?:(?:all|the) ){0,2}(?:two|three|four|five|\d) (?:reporting |financial )?years\b.{0,120}\b(?:in total|in all|combined|together|altogether|all told)\b"
)
_AVERAGE = lazy(
    r"\b(?:average|mean)\b.{0,160}\b(?:over|across|of the|for the|from|between|during)\b.{0,40}\b(?:years|20\d\d (?:to|and|-|–) 20\d\d)|\b(?:annual|yearly) (?:average|mean)|\bper year on average|\baveraged over"
)
_COMPANIES = lazy(
    r"\bwhich (?:company|companies|firm|organi[sz]ation|of the (?:two|three|companies))\b|\bcompare\b.{2,160}\b(?:and|with|to|versus)\b"
)
_TRACE = lazy(r"^(?:trace|outline|sketch|chart|follow|show) (?:me )?(?:the |its |their |how )")
_COURSE = lazy(
    r"^(?:describe |trace |show |tell me )?how (?:did|has|have|do|does)\b.{2,160}\b(?:mov|chang|evolv|develop|var(?:y|ied)|far(?:e|ed)\b|go\b|gone\b)"
)
_BETWEEN = lazy(r"(?:between|of|comparing) .{2,80} and .{2,80}, (?:who|which)\b")
_WHO = lazy(r"\b(?:or|versus|vs)\b")


def figure_intent(reading: Reading) -> Intent:
    """The intent of a question about figures."""
    text = reading.folded
    opening = _IN_YEAR.sub("", text)
    relative = _PERCENT_CHANGE.search(text) or (_IN_PERCENT.search(text) and parts(reading) is None)
    if _CONSISTENCY.search(text):
        return Intent.CONSISTENCY
    if _EITHER_WAY.search(text) or _YEARS_APART.search(text):
        return Intent.CHANGE
    if _EQUAL_SHARE.search(text) or _OF_THESE.match(text) or _AS_SHARE.search(text):
        return Intent.SHARE
    if _DIFFERENCE.search(text) and (not relative or (operands(reading) and "percent" not in text)):
        return Intent.DIFFERENCE
    if re.search(r"\b(?:trend|evol(?:ve|ved|ution)|develop(?:ed)?|trajectory)\b", text) and not _RANK.search(text):
        return Intent.TREND
    if _FROM_TO.search(text) or (_TRACE.match(text) and "year" in text):
        return Intent.TREND
    if _COURSE.match(text) and not _RANK.search(text):
        return Intent.TREND
    if _AVERAGE.search(text):
        return Intent.AVERAGE
    of_whole = reading.measure is Measure.SHARE and parts(reading) is not None
    if not of_whole and (_SUM.search(text) or addends(reading) is not None):
        return Intent.SUM
    if _RANK.search(text) and not re.search(r"\bmost recent\b|\bat (?:most|least)\b", text):
        return Intent.RANK
    if (
        relative
        or _STEP.search(text)
        or _ADDED.search(text)
        or (_OVER_YEARS.search(text) and (reading.since or len(reading.years) > 1))
    ):
        return Intent.CHANGE
    if _TREND.search(text):
        return Intent.TREND
    if text.startswith("compare ") or _BETWEEN.match(opening):
        return Intent.COMPARE
    if (
        re.match(r"(?:did|do|does|were|was|are|is|have|has|who|which|where|among|of)\b", opening)
        and _WHO.search(text)
        and not _EITHER_WAY.search(text)
    ):
        return Intent.COMPARE
    if re.match(rf"(?:did|has|have|do|does|is|are|why)\b.{{2,160}}\b{MOVES}\b", opening) and len(reading.years) < 2:
        return Intent.CHANGE
    if _CHANGE.search(text) and (
        len(reading.years) != 1 or reading.previous or re.search(r"\bthan\b|\bup or down\b|\bwhy did\b", text)
    ):
        return Intent.CHANGE
    if _RATIO.search(text):
        return Intent.RATIO
    # "Since 2022" asks for the course from then on, never for that year alone.
    return Intent.TREND if reading.since else Intent.LOOKUP


def compares_companies(reading: Reading) -> bool:
    """Whether the question is about several companies."""
    return _COMPANIES.search(reading.folded) is not None


def parts(reading: Reading) -> tuple[str, str] | None:
    """The part and the whole of a share or ratio, as folded text, or None."""
    for pattern in (_EQUAL_SHARE, _OF_THESE, _AS_SHARE, _RATIO, _SHARE_OF):
        found = pattern.search(reading.folded)
        if found is not None:
            # "The ratio of men to women suppliers": what both are is said once.
            alone = pattern is _RATIO and " " not in found["part"]
            noun = found["whole"].partition(" ")[2] if alone else ""
            part = re.sub(r"^not (?=[a-z])", "non-", found["part"])  # what is not controlled is called non-controlled
            return f"{part} {noun}".strip(), found["whole"]
    return None


_OPERANDS = (
    lazy(
        r"^(?:by )?how (?:many|much)(?: \w+){0,3}? (?:did|do|does|were|was|is|are) (?P<one>.{2,200}?) (?:exceed|surpass|outnumber)(?:ed|s)? (?P<two>.{2,200})"
    ),
    lazy(r"\bdifference (?:between|in) (?P<one>.{2,200}?) and (?P<two>.{2,200})"),
    lazy(r"\bgap between (?P<one>.{2,200}?) and (?P<two>.{2,200})"),
    lazy(
        r"^how (?:many|much) (?:more|fewer|less|higher|lower|larger|smaller|bigger|greater|longer|shorter)(?: \w+){0,2}? (?:was|were|is|are) (?P<one>.{2,200}?) than (?P<two>.{2,200})"
    ),
    lazy(
        r"^how (?:many|much) (?:more|fewer|less|higher|lower|larger|smaller|bigger|greater) (?P<one>.{2,200}?) than (?P<two>.{2,200})"
    ),
)


_CAME_AND_WENT = lazy(
    r"^(?:in (?:19|20)\d\d,? )?how many (?:more|fewer) (?:[a-z-]+ ){0,2}(?:people|employees|persons|staff|workers) (?P<one>joined|entered|came|started|left|quit|departed)\b.{0,60}? than (?P<two>left|quit|departed|joined|entered|came|started)\b"
)
"""Those who came are set against those who went."""
_WENT = frozenset({"left", "quit", "departed"})
_ADDENDS = (
    lazy(r"\b(?:sum|total|combination) of (?:the )?(?P<one>.{2,160}?) (?:and|plus) (?:the )?(?P<two>.{2,160})"),
    lazy(
        r"\b(?:combined|joint|added|total) (?P<one>.{2,160}?) (?:and|plus) (?P<two>.{2,160}?)(?: total| sum)?(?=[?.,]|$| in (?:19|20)| for (?:19|20))"
    ),
    lazy(
        r"^(?:how (?:much|many|large|high)|what|which)(?: (?:is|was|were|are))? (?:the )?(?P<one>.{2,160}?) (?:and|plus) (?P<two>.{2,160}?)"
        r" (?:altogether|together|combined|in all|in total|added up|taken together|in sum)\b"
    ),
    lazy(
        r"^(?:how (?:much|many)|what|to what)(?: (?:do|does|did))? (?P<one>.{2,160}?) and (?P<two>.{2,160}?) (?:add up|sum up|come|amount|total up) to\b"
    ),
    lazy(r"^(?:how (?:much|many)|what)(?: (?:is|was|were|are))? (?P<one>.{2,160}?) plus (?P<two>.{2,160})"),
    lazy(
        r"^(?P<one>[^,?]{2,100}?) (?:and|plus) (?P<two>[^,?]{2,100}?) (?:taken |put |added |all )?(?:together|combined|added up),? (?:how (?:much|many)|what)\b"
    ),
)


def addends(reading: Reading) -> tuple[str, str] | None:
    """The two things of one period whose sum is asked for, or None."""
    for pattern in _ADDENDS:
        found = pattern.search(reading.folded)
        if found is not None and _YEAR_ALONE.match(found["two"]) is None:
            return found["one"], found["two"]
    return None


_EITHER = lazy(
    rf"\b{_COMPARATIVE} (?P<one>.{{2,120}}?) or (?:{_COMPARATIVE} )?(?P<two>.{{2,120}}?)(?=[?.,;]| (?:in|during) (?:19|20)|$)"
)


def either(reading: Reading) -> tuple[str, str] | None:
    """The two things of which a question asks which is the larger or the smaller, or None."""
    found = _EITHER.search(reading.folded)
    return (found["one"], found["two"]) if found is not None else None


_YEAR_ALONE = lazy(r"(?:in )?(?:19|20)\d\d\b|[1-3]\b(?! [a-z])")
"""No thing of its own: a year, the number of a scope."""
_SECOND = lazy(
    r"^(?P<one>.{8,300}?),? and (?P<two>(?:(?:at|in|by|with|from|for|on|to|of|under|since|through|below|above|over|within|until|against|before|after) )?(?:what|how|which|who|whom|when|where)\b.{0,300})$|^(?P<first>[^?]{8,300}\?) (?P<second>[^?]{8,300}\?)$"
)


_ELLIPTIC = lazy(
    r"(?:by )?how (?:much|many)(?: (?:more|fewer|less|percent|(?:percentage )?points))?\W*$|by what (?:percentage|percent|amount)\W*$",
    re.IGNORECASE,
)


def two_questions(text: str) -> tuple[str, str] | None:
    """The two questions that a sentence joins with "and what …", as written, or None."""
    found = _SECOND.match(text)
    if found is None:
        return None
    one, two = found["one"] or found["first"], found["two"] or found["second"]
    return (one, two) if one and two and not _ELLIPTIC.match(two) else None


def operands(reading: Reading) -> tuple[str, str] | None:
    """The two things whose difference is asked for, or None."""
    moved = _CAME_AND_WENT.match(reading.folded)
    if moved is not None:
        came, went = "number of new hires", "number of employees who left"
        return (went, came) if moved["one"] in _WENT else (came, went)
    for pattern in _OPERANDS:
        found = pattern.search(reading.folded)
        if found is not None:
            return found["one"], found["two"]
    return None


DISCLOSES = lazy(
    r"^(?:does|do|did|has|have|is|are|was|were)\b.{1,120}\b(?:disclos|publish|quantif|(?<!the )(?<!this )(?<!its )(?<!esg )(?<!sustainability )(?<!annual )(?<!financial )(?<!group )report(?:s|ed|ing)?\b)"
)
"""Yes-or-no questions on whether a figure is given at all: nought is a figure too."""
