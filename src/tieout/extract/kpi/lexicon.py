"""The words that reports build KPI tables with: data only, no rules.

Everything here is general reporting vocabulary; nothing is taken from one report.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Folded words that head the label columns of a KPI table ("Category Key Performance Indicators Unit 2023 2024").
STUB_WORDS = _words(
    """
    area areas aspect aspects asset category categories class classification data description dimension
    disclosure esg figure figures fiscal gri hkex indicator indicators item items key kpi kpis material measure
    measures metric metrics name no no. number performance pillar parameter parameters reporting scope
    statistics sub-category subcategory subject theme topic topics type unit units year
    """
)
#: Stub words that announce a column of printed units.
UNIT_HEADS = frozenset({"unit", "units", "uom"})
#: Stub words that announce a column of categories left of the indicator.
CATEGORY_HEADS = _words(
    """
    area areas aspect aspects category categories classification dimension pillar theme topic topics subject
    """
)
#: Stub words that announce the column of indicators itself.
INDICATOR_HEADS = _words(
    """
    indicator indicators kpi kpis metric metrics item items description parameter parameters measure measures
    data disclosure figures
    """
)
#: Folded words of columns that stand beside the years and compare them.
CHANGE_HEADS = frozenset({"change", "changes", "δ", "+/-", "+/–", "variation", "delta", "trend", "yoy", "growth"})
TARGET_HEADS = frozenset({"target", "targets", "goal", "goals", "objective", "objectives", "ambition", "ambitions"})
#: Words of columns and series that look ahead: what shall become of a value, not what became of it.
AHEAD_WORDS = TARGET_HEADS | _words("budget expectation expectations forecast forecasts outlook plan planned plans")
#: Words before a year that say what its column holds ("Goals 2030 Results 2024").
VALUE_HEADS = TARGET_HEADS | {"result", "results", "actual", "actuals", "status", "achieved"}

#: Words after which a capital letter does not begin a new phrase.
FUNCTION_WORDS = _words(
    """
    a an and as at by during for from in into its of on or our per than that the their this to under over
    between with within without via vs which who & excl. incl. excluding including average
    """
)
#: First words of indicator labels: a capitalised one of these begins a label even in a run of capitalised words.
LABEL_HEADS = _words(
    """
    absolute amount annual average coverage cumulative direct frequency headcount hours indirect intensity
    investment new no number overall participation percentage proportion rate ratio scope share total turnover
    value volume
    """
)

#: Adjectives that belong to the label head behind them ("Significant Scope 3 emissions"), folded.
ATTRIBUTES = _words(
    """
    combined downstream first-time gross internal key lost-time material net other own recordable regular relevant
    significant specific upstream voluntary
    """
)

#: Group headings that are nothing but the name of a dimension, folded, to the dimension's type.
DIMENSION_NAMES = {
    "gender": "gender",
    "sex": "gender",
    "genders": "gender",
    "age": "age",
    "ages": "age",
    "age group": "age",
    "age groups": "age",
    "age structure": "age",
    "generation": "age",
    "generations": "age",
    "region": "region",
    "regions": "region",
    "geographical region": "region",
    "geographic region": "region",
    "geographical area": "region",
    "geography": "region",
    "location": "region",
    "origin": "region",
    "locations": "region",
    "country": "region",
    "countries": "region",
    "category": "category",
    "categories": "category",
    "employee category": "category",
    "employment category": "category",
    "employee level": "category",
    "level": "category",
    "rank": "category",
    "grade": "category",
    "job level": "category",
    "position": "category",
    "seniority": "category",
    "employment type": "employment",
    "type of employment": "employment",
    "employment": "employment",
    "working time": "employment",
    "employment contract": "contract",
    "contract": "contract",
    "contract type": "contract",
    "type of contract": "contract",
    "race": "ethnicity",
    "ethnicity": "ethnicity",
    "race/ethnicity": "ethnicity",
    "race/ ethnicity": "ethnicity",
    "race/ethnicity and nationality": "ethnicity",
    "race/ ethnicity and nationality": "ethnicity",
    "nationality": "nationality",
    "business unit": "segment",
    "segment": "segment",
    "division": "segment",
    "function": "function",
    "department": "function",
    "type": "type",
    "source": "source",
    "energy source": "source",
    "asset class": "asset class",
    "scope": "scope",
}

#: Dimension names that are too common as headings to announce a dimension without "by" before them.
WEAK_DIMENSION_NAMES = _words(
    """
    category categories contract department division employment function level location locations position rank
    origin scope segment source type grade
    """
)

#: Words in a row's own label that place it in a dimension: (type, value, folded words).
MEMBER_WORDS: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("gender", "female", frozenset({"female", "females", "women", "woman"})),
    ("gender", "male", frozenset({"male", "males", "men", "man"})),
    ("gender", "diverse", frozenset({"diverse", "non-binary", "nonbinary"})),
    ("employment", "full-time", frozenset({"full-time", "fulltime"})),
    ("employment", "part-time", frozenset({"part-time", "parttime"})),
    (
        "contract",
        "permanent",
        frozenset({"permanent", "indefinite", "indefinite-term", "unlimited-term"}),
    ),
    ("contract", "temporary", frozenset({"temporary", "fixed-term", "limited-term"})),
    ("ethnicity", "minority", frozenset({"minority", "minorities"})),
)
#: Dimensions whose members are known words: a row without one leaves the group.
CLOSED_DIMENSIONS = frozenset({"gender", "age"})

#: Words whose number is a name's, also in a table's label ("Scope 1", "Level 2"), folded.
NUMBERED_WORDS = _words("band category class grade group level phase scope stage tier type")
#: Words before an age in a label, folded.
AGE_WORDS = _words("above aged below over than under")

#: Notes below a table begin with one of these.
NOTE_HEADS = ("note:", "notes:", "note：", "notes：", "remark:", "remarks:", "source:", "sources:")

#: Unit words that may follow a figure inside its cell ("1,772.6 t"), folded.
CELL_UNITS = frozenset(
    {"t", "kg", "%", "mwh", "kwh", "gwh", "m3", "m³", "gj", "tj", "h", "km", "percent", "times", "l"}
)

#: Folded words after which a number is a name's or a reference's, not a figure.
REFERENCE_WORDS = _words(
    """
    annex annexes appendix art art. article articles aspect audit-id category categories chapter chapters clause
    clauses class code cop core criterion directive disclosure edition esrs figure form generation goal goals
    gri group guideline hkas hkfrs ias iec ifrs isae iso item law level line module no no. note notes notice
    number nr nr. objective order page pages pages: p p. pp pp. ff see seite paragraph paragraphs para para. part
    phase pillar principle ps question rcp regulation rule rules s1 s2 schedule scope scopes scope-1 sdg sdgs
    sec sec. section sections standard standards ssp stage step table target targets tcfd tier top topic type v
    version vol volume wltp euro
    """
)
#: Words that say how a figure bounds the true value, folded, longest first within a qualifier.
QUALIFIERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "at_most",
        ("no more than", "not more than", "at most", "up to", "less than", "fewer than", "below", "under", "maximum of",
         "≤", "<"),
    ),
    ("at_least", ("no less than", "not less than", "at least", "minimum of", "a minimum", "no fewer than", "≥")),
    (
        "over",
        ("more than", "in excess of", "greater than", "exceeding", "exceeded", "exceeds", "surpassing", "surpassed",
         "over", "above", ">"),
    ),
    ("nearly", ("close to", "nearly", "almost", "just under")),
    ("about", ("approximately", "approx.", "around", "roughly", "about", "some", "circa", "ca.", "c.")),
)  # fmt: skip
#: Words that end a noun phrase: its verb, a preposition or a conjunction follows.
PHRASE_ENDS = FUNCTION_WORDS | _words(
    """
    are was were is be been being has have had will would can could may might must shall should did does do held
    used took was, made amounting amounted accounting according among amongst across after before because but
    covering due each either every if including involved like not only so such than then there these those
    through throughout until upon where which while whose within they we it he she not also additionally i.e.
    e.g. vs worth located compared conducted completed issued generated consumed traveled travelled employed
    affected participated reported recorded established formed created filled provided received resulting out old
    """
)
#: Auxiliaries: words of a sentence, never of a label.
AUXILIARIES = _words(
    """
    is are was were has have had will would can could may must shall should did does been
    """
)
MONTHS = _words(
    """
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.
    """
)
#: Words before a bare number that say that it is a measured value.
VALUE_LEADS = _words(
    """
    to at as was were is of reached reaches stood totaled totalled averaged amounted score rate:
    """
)
#: Negations before a thing that is counted, and the things: "no fatalities" reports a nought.
COUNTED_HARMS = _words(
    """
    accident accidents breach breaches case cases complaint complaints conviction convictions corruption death
    deaths fatalities fatality fine fines incident incidents injuries injury lawsuit lawsuits leak leaks leakage
    litigation penalties penalty violation violations vulnerabilities vulnerability recalls recall spills spill
    """
)

#: Names of report parts that stand before the first label of a box, folded.
PILLARS = _words(
    "economic economy environment environmental esg governance key performance social society people planet"
)
#: Words that only say when, folded: a clause of these alone names nothing.
TIME_WORDS = (
    _words(
        """
    reporting year years period financial fiscal previous prior last end current calendar quarter half month
    months annual full business
    """
    )
    | MONTHS
)
#: Verbs and adverbs between a subject and its figure, folded: they are not part of what is measured.
LEADING_VERBS = _words(
    """
    account accounted accounting accounts achieved amounted amounting amounts averaged averaging came climbed
    comprised comprises consisted consists corrected covered covering covers declined decreased defined dropped
    estimated exceed exceeded exceeding expected fell further grew grown improved improving increased increasing
    indicating instead representing thus
    only planned raised ranged reach reached reaches reduced reducing remained respectively rising rose roughly
    significantly slightly stands stayed stood total totaled totaling totalled totalling totals up down worth >
    < ≥ ≤ = : - – —
    """
)
#: Things so general that a count of them is named by what happened ("product recalls in 7 instances").
GENERIC_COUNTS = _words(
    """
    case cases instance instances item items occasion occasions point points time times unit units people
    """
)
#: Numbers of well-known standards, printed without the standard's name.
STANDARD_NUMBERS = frozenset(
    {"9001", "14001", "14064", "19600", "20121", "26000", "27001", "31000", "37001", "45001", "50001"}
)
