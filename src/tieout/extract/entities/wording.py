"""The words by which documents, laws, certificates and bodies are told apart: data, no logic."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


STRONG_HEADS = _set(
    "policy policies measures regulation regulations rules manual guide guideline guidelines handbook charter procedure"
    " procedures bylaws letter"
)
"""Head nouns of rule books."""

WEAK_HEADS = _set(
    "system systems framework standard standards plan code specification specifications principles method methods paper"
    " recommendations"
)
"""Head nouns that name many other things too: a rule book only where the company says that it wrote it."""

LAW_HEADS = _set("law laws act acts ordinance ordinances directive decree statute")
"""Head nouns of what a state enacts."""

RULING_HEADS = _set("notice announcement reply opinions interpretation provisions circular decision")
"""Head nouns of what a state's bodies issue, if "of", "on" or "for" follows."""

FORWARD_HEADS = RULING_HEADS | _set(
    "policy measures regulation regulations rules manual guide guideline guidelines handbook charter procedures code"
    " law act ordinance directive system standard standards plan paper letter"
)
"""Head nouns that may stand first: "Regulations on …"."""

BRIDGES = _set("management control governance compliance framework system implementation")
"""Words that carry a name on from one head noun to the next: "Policy Management Measures"."""

CLOSERS = _set("conduct ethics")
"""Words that end a "Code of …" unless a small word follows."""

INITIALS = _set("GRI ESRS GDPR SASB TCFD")
"""Initials at which the next cell of a table begins."""

STATEMENTS = (
    r"\b(?:[A-Z][a-z][\w-]*\s(?:(?:and|&)\s)?){0,3}"
    r"(?:Human Rights|Slavery|Trafficking|Environmental|Privacy|Diversity|Safety|Policy)\s(?:Policy\s)?"
    r"(?:Statement|Commitment)\b"
    r"|\bDeclaration (?:of|on) (?:[A-Z][a-z]+ and )?(?:Principles|Trust|Human Rights Due Diligence)\b"
)
"""Statements that bind a company; most others are parts of its reports."""

LETTERS = _set("commitment undertaking pledge")
"""What a letter must be of to be a rule."""

RULING_SYSTEMS = _set(
    "management control penalty disposal working work reward rewards compensation leave accountability responsibility"
    " governance evaluation assessment reporting whistleblowing incentive appraisal attendance approval supervision"
    " inspection confidentiality"
)
"""What a "System" must be of to be a rule book rather than a machine."""

ACT_TYPES = _set("eu european commission council parliament delegated implementing framework annex")
"""Words before "Regulation" or "Act" that tell its kind, not its name."""

STATES = (
    r"(?:eu|european|german|austrian|swiss|french|italian|spanish|dutch|british|uk|u\.?k\.?|us|u\.?s\.?|american"
    r"|canadian|california|chinese|prc|japanese|singapore|australian|indian|norwegian|swedish|danish|finnish|korean) "
)
"""Whose law it is, as the first word of its name; the same law is also named without."""

GENERIC = _set(
    "management response key following policy policies measures measure rules regulations guidelines procedures manual"
    " guideline rule regulation procedure principles"
    " guide system framework standard standards plan i ii iii short-term new other relevant related main risk reporting"
    " type description potential financial impact impacts timeframe category name opportunity internal group company"
    " current national laws systems with general and of the for reduction strategy accounting"
    " consolidation status"
)
"""Words that alone make no name: "Management Measures" heads a column."""

PREPOSITIONS = _set("of on for in to with against at by from under during between within regarding concerning")
CONNECTORS = PREPOSITIONS | _set("and the or an a & that upon its")
"""Small words that may stand inside a name, never at its ends."""

STARTERS = _set(
    "the this these those our its their in at as for and all each under through during since based including such we it"
    " they case note notes according meanwhile additionally currently with by on following internally see to when also"
    " furthermore moreover develop further however responsibility implementation enhancement pursuant"
)
"""Capitalised words that begin a sentence or a cell rather than a name."""

OPENERS = _set(
    "adoption introduction implementing adopting introducing updating updated addressing enhancing enhanced"
    " strengthening improving establishing developing revising revised publishing launching formulating promoting"
    " ensuring complying disclosing prohibiting committing"
)
"""Words that begin a heading or an item about a rule book, never its name."""

OWN = (
    r"formulat\w{0,6}|establish\w{0,4}|develop(?:ed|s|ing)\b|issu(?:ed|es|ing)\b(?! by)|adopt\w{0,5}"
    r"|implement(?:ed|s|ing)\b|revis(?:ed|es|ing)\b|introduc\w{1,4}|updat(?:ed|es|ing)\b|optimi[sz]ed|set up|drafted"
    r"|drew up|draws up|released|in place|\binternal (?:polic|rule|regulation|guideline)\w{1,4}|our own|compiled"
    r"|signed?\b|signing|appl(?:y|ies) to|management regulations|polic(?:y|ies) (?:such as|including|like)"
    r"|system documents"
)
"""Words after which a rule book is the company's own."""

OWNER = r"(?:\b(?:our|its)|(?:company|group|bank|firm|corporation)['’]s)\s+(?:own\s+|internal\s+)?$"
"""Words that right before a name make it the company's own."""

OWN_AFTER = (
    r"\s*(?:,[^,.;]{0,80},\s*)?(?:was|were|has been|have been|is|are)\s+(?:also\s+|further\s+|newly\s+)?"
    r"(?:formulated|revised|updated|introduced|issued|established|developed|adopted|optimi[sz]ed|implemented|in place)"
)
"""Words that right after a name make it the company's own."""

FOREIGN = (
    r"compl(?:y|ies|ied|ying) with|in compliance with|abid\w{1,3} by|laws and regulations|laws, regulations"
    r"|(?:relevant|applicable) laws|regulatory requirements|observ\w{1,3} the|issued by the|promulgated by"
    r"|strictly (?:follow|adher|observ)\w{0,4}|required by|requirements of|industry standards"
)
"""Words after which it is somebody else's: a law or a regulator's rule."""

ISSUED_AFTER = (
    r"\s*(?:\([^)]{0,60}\)\s*)?(?:of the |issued by the |by the )(?:(?:[A-Z][\w’']*|and|of)\s+){0,8}?"
    r"(?:Commission|Ministry|Authority|Exchange|HKEX|Council|Government|Parliament|Bank of|Administration|Listing)"
)
"""Words right after a name that give it a public issuer."""

STATE = (
    r"People['’]s Republic|\bPRC\b|\bU\.?S\.?\b|\bEU\b|European|Hong Kong|\bUK\b|German|Austria|Singapore|Ministry"
    r"|Commission\b|Supreme|People['’]s Bank|Stock Exchange|\bHKEX\b|Listing Rules|Federal|State Council|Delegated"
    r"|\b(?:SEC|FTC|FCA|SFC|HKMA|CSRC)\b|Taxonomy|Data Protection Regulation|Pillar (?:One|Two)"
)
"""Words in a name or close to it that only a state's or a regulator's document has."""

BODIES = (
    r"\b(?:OECD|ILO|UN|United Nations|UNGP|IFRS|IAS|ISSB|GRI|SASB|ESRS|EBA|TCFD|HKEX|ICC|WHO|RBA|EICC|ZDHC|APEC|IIA"
    r"|USDA|NIST|IDW|ICMA|LMA|PRI|UNPRI|TNFD|IFC|BSCI|FATF|ISO|IEEE|ASTM|EFRAG|IAASB)\b"
    r"|\bReporting (?:Code|Standards?|Framework|Guide|Guidelines)\b|Corporate Governance Code"
    r"|Code of Corporate Governance|Consultation Paper|Standards? (?:Practice )?Guidelines"
    r"|Accounting Standards|\bEuropean\b"
)
"""Words of names that bodies setting standards give."""

WORLDWIDE = r"\b(?:International|Global)\b"
"""Words of names that such bodies give to standards, codes and principles; a company's policies have them too."""

LAW_ACRONYMS = r"SOX|FCPA|GDPR|CCPA|HIPAA|LkSG"
"""Laws that reports call by their initials alone."""

LAW_NAMES = (
    ("gdpr", "2016/679", "general data protection regulation"),
    ("2020/852", "taxonomy regulation"),
    ("2019/2088", "sfdr", "sustainable finance disclosure regulation"),
    ("2022/2464", "csrd", "corporate sustainability reporting directive"),
    ("2014/95", "nfrd", "non-financial reporting directive", "nonfinancial reporting directive"),
    ("fcpa", "foreign corrupt practices act"),
    ("ccpa", "california consumer privacy act"),
    ("sox", "sarbanesoxley act"),
    ("hipaa", "health insurance portability and accountability act"),
    (
        "lksg",
        "supply chain due diligence act",
        "supply chain act",
        "act on corporate due diligence obligations in the supply chain",
        "act on corporate due diligence obligations in supply chains",
    ),
)
"""Initials, numbers and names of the same laws, folded and without hyphens; a report may use any of them."""

KNOWN_STANDARDS = (
    (
        "gri",
        r"GRI (?:Sustainability Reporting )?Standards?"
        r"|Global Reporting Initiative(?:['’]s)?(?: \([“\"]?GRI\s*[”\"]?\s*\))?"
        r"(?: (?:Sustainability Reporting )?Standards?)?|(?<!European\s)Sustainability Reporting Standards",
    ),
    ("ghg", r"(?:GHG|Greenhouse Gas) Protocol"),
    (
        "sasb",
        r"SASB Standards?"
        r"|Sustainability Accounting Standards Board(?:['’]s)?(?: \([“\"]?SASB\s*[”\"]?\s*\))?(?: Standards?)?",
    ),
    ("tcfd", r"TCFD(?: [Rr]ecommendations)?|Task\s?[Ff]orce on Climate[- ][Rr]elated Financial Disclosures?"),
    ("ungc", r"(?:UN|United Nations) Global Compact"),
    ("sbti", r"Science[- ][Bb]ased Targets? [Ii]nitiative|SBTi"),
    ("ifrs-s1", r"IFRS S1"),
    ("ifrs-s2", r"IFRS S2"),
    ("esrs", r"ESRS|European Sustainability Reporting Standards"),
    ("cdp", r"CDP"),
    ("pcaf", r"PCAF"),
    (
        "ilo",
        r"(?:ILO|International Labou?r Organi[sz]ation(?:['’]s)?(?: \(“?ILO\s?”?\))?)"
        r" (?:[Cc]ore |Fundamental )?[Cc]onventions?",
    ),
    (
        "ilo-declaration",
        r"(?:(?:ILO|International Labou?r Organi[sz]ation(?:['’]s)?(?: \(“?ILO\s?”?\))?) )?"
        r"Declaration on Fundamental Principles and Rights at Work",
    ),
    ("udhr", r"(?:(?:UN|United Nations) )?Universal Declaration of Human Rights"),
    ("paris", r"Paris (?:Climate )?Agreement"),
    ("ibhr", r"International Bill of Human Rights"),
    ("pri", r"(?:UN )?Principles for Responsible Investment"),
    ("prb", r"(?:UN )?Principles for Responsible Banking"),
    ("weps", r"(?:UN )?Women['’]s Empowerment Principles"),
    ("nist-csf", r"NIST (?:Cyber[Ss]ecurity Framework|CSF)"),
    (
        "isae-3000",
        r"(?:International Standards? on Assurance Engagements (?:\(?ISAE\)?\s?)?|ISAE )3000(?: \(Revised\))?",
    ),
    ("aa1000", r"AA1000(?:AS|SES|APS)?"),
    ("tnfd", r"TNFD(?: [Rr]ecommendations)?|Task\s?[Ff]orce on Nature-related Financial Disclosures"),
    ("gresb", r"GRESB"),
    ("coso", r"COSO"),
    ("cobit", r"COBIT"),
    ("itil", r"ITIL"),
    ("equator", r"Equator Principles"),
    ("taxonomy", r"EU Taxonomy(?! Regulation)"),
    ("sdg", r"United Nations Sustainable Development Goals|UN Sustainable Development Goals"),
    ("ungp", r"UN Guiding Principles(?: on Business and Human Rights)?"),
    ("oecd", r"(?:OECD )?Guidelines for Multinational Enterprises|OECD Guidelines"),
)
"""Standards and frameworks under the names by which reports of any company call them, one key each."""

STAKEHOLDERS = (
    r"governments?(?: agencies| authorities| departments| bodies)?|regulators?|regulatory (?:bodies|authorities"
    r"|agencies)|(?:supervisory |public |local )authorities|shareholders?|stockholders|unitholders?|owners"
    r"|investors?|(?:capital|financial) market(?: participants)?|creditors|lenders|banks|bondholders"
    r"|(?:end )?customers?|clients?|consumers?|tenants?|users|patients|guests|passengers|policyholders|employees?"
    r"|staff|workforce|workers|trade unions?|labou?r unions?|works councils?|suppliers?|vendors?|(?:business "
    r"|strategic |cooperation |industry )?partners?|distributors|dealers|franchisees|contractors?|subcontractors"
    r"|service providers|(?:local |host |the )?communit(?:y|ies)|(?:the )?(?:general )?public|society|media|press"
    r"|journalists|NGOs?|non-governmental organi[sz]ations|non-profit organi[sz]ations"
    r"|civil society(?: organi[sz]ations)?|social groups|industry (?:associations?|peers)|(?:trade"
    r"|business) associations?|associations|academia|universities|research institut(?:es|ions)|analysts"
    r"|rating agencies|insurers|competitors|peers|environment|nature|planet|financial institutions|merchants"
    r"|associates|colleagues|board of directors"
)
"""Groups that reports name as their stakeholders."""

STAKEHOLDER_COLUMNS = (
    r"(?:main|major|key|primary|material|esg|our|their|your|how|we|they|and|or|of|the|with|for|to|in|on|raised|areas?|examples?"
    r"|points?|topics?|issues?|concerns?|interests?|expectations?|demands?|needs?|requirements?|requests?|appeals?|focus|priorities"
    r"|communications?|engagements?|engage|channels?|methods?|ways?|means|modes?|forms?|mechanisms?|platforms?|approach(?:es)?|activities"
    r"|responses?|respond|measures?|actions?|frequency|dialogue|participation|relevant|response|sustainability)"
)
"""Words of which the other column heads of a stakeholder table are made."""
