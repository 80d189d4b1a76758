"""General English as data: irregular forms, numbers in words, and words that mean little or nothing by themselves."""

from __future__ import annotations

_DOUBLED = "travel label model cancel fuel level signal channel total focus counsel".split()
"""Words that double their last letter before an ending in British spelling."""
IRREGULAR = {
    **{f"{w}{w[-1]}{ending}": w for w in _DOUBLED for ending in ("ing", "ed")},
    "men": "man", "women": "woman", "people": "people", "left": "leave", "leaving": "leave", "leaves": "leave",
    "paid": "pay", "spent": "spend", "bought": "buy", "met": "meet", "held": "hold", "sent": "send", "taken": "take",
    "took": "take", "children": "child", "fell": "fall", "fallen": "fall", "rose": "rise", "risen": "rise",
    "grew": "grow", "grown": "grow", "gave": "give", "given": "give", "made": "make", "lost": "lose", "losses": "lose",
    "data": "data", "emissions": "emission", "emission": "emission", "emitted": "emission", "emit": "emission",
    "taxes": "tax", "gases": "gas", "gas": "gas", "analyses": "analysis", "led": "lead", "chose": "choose",
    "proportion": "proportion", "percentage": "percentage", "business": "business", "species": "species",
    "series": "series", "employed": "employ", "employees": "employee", "employee": "employee", "training": "train",
    "trained": "train", "meeting": "meet", "meetings": "meet", "shipping": "ship", "board": "board", "used": "use",
    "caring": "care", "cared": "care", "summary": "summarize", "summaries": "summarize", "receipt": "receive", "receipts": "receive", "won": "win", "winning": "win", "wins": "win", "beginning": "begin", "built": "build",
    "sold": "sell", "taught": "teach", "chosen": "choose", "written": "write", "wrote": "write",
    "shown": "show", "known": "know", "brought": "bring", "sought": "seek", "became": "become", "undertook": "undertake",
    "programme": "program", "programmes": "program", "programs": "program", "programming": "program", "centre": "center",
    "centres": "center", "behaviour": "behavior", "behaviours": "behavior", "labour": "labor", "colour": "color",
    "favour": "favor", "honour": "honor", "honours": "honor", "neighbours": "neighbor", "neighbour": "neighbor",
    "kilometre": "kilometer", "kilometres": "kilometer", "metre": "meter", "metres": "meter", "litre": "liter", "litres": "liter",
    "controlled": "control", "controlling": "control", "licence": "license", "licences": "license", "defence": "defense", "catalogue": "catalog", "fulfil": "fulfill",
    "using": "use", "uses": "use", "usage": "usage", "consumed": "consume", "consumption": "consumption",
    "hired": "hire", "hires": "hire", "hiring": "hire", "died": "die", "dies": "die", "dying": "die",
    "sat": "sit", "withdrawn": "withdraw", "withdrew": "withdraw", "saw": "see", "seen": "see", "arise": "arise", "arose": "arise", "arisen": "arise", "went": "go", "gone": "go", "burnt": "burn", "burned": "burn", "thrown": "throw", "threw": "throw", "drove": "drive", "driven": "drive", "drawn": "draw", "drew": "draw", "began": "begin", "begun": "begin",
    "broke": "break", "broken": "break", "came": "come", "cost": "cost", "dealt": "deal", "did": "do", "ran": "run", "fought": "fight", "felt": "feel",
    "flew": "fly", "flown": "fly", "froze": "freeze", "frozen": "freeze", "got": "get", "gotten": "get", "heard": "hear", "kept": "keep", "laid": "lay", "lent": "lend",
    "overseen": "oversee", "oversaw": "oversee", "said": "say", "shook": "shake", "shaken": "shake", "spoke": "speak", "spoken": "speak", "stole": "steal", "stolen": "steal",
    "struck": "strike", "swore": "swear", "sworn": "swear", "thought": "think", "told": "tell", "understood": "understand", "woke": "wake", "wore": "wear", "worn": "wear", "wound": "wind",
    "directors": "director", "building": "building", "theme": "theme", "themes": "theme", "enrol": "enroll", "enrolled": "enroll", "enrolment": "enroll", "enrollment": "enroll", "openings": "opening", "opening": "opening", "during": "during", "thing": "thing", "need": "need",
}  # fmt: skip

NUMBER_WORDS = {"twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60",
    "twenties": "20", "thirties": "30", "forties": "40", "fifties": "50", "sixties": "60",
}  # fmt: skip

STOPWORDS = frozenset(
    """
    a an the this that these those there here it its it's they them their he she his her we us our you your i me my
    is are was were be been being am do does did done doing has have had having can could will would shall should
    may might must of in on at by for from to with within without into onto over under between among across as than
    then and or but nor not no yes so if when while where which who whom whose what why how about after before
    during since until up down out off again also both each every either neither any some such same other another
    more most less least much many few just only even ever very too per via please tell give show name state
    describe list find say says said according report reports reported reporting disclosed disclose disclosure
    figure figures value values amount amounts annual yearly back get got stand stands put let s t d ll re ve m one
    two three four five six seven eight nine ten first last latest recent previous prior recorded record year years
    now today still compared against versus vs mentioned stated given come came comes make made makes through
    ones throughout above below beneath beyond aged anybody anyone somebody someone nobody everybody everyone widely
    mostly mainly broadly generally heap pile firm's company's trace chart plot sketch outline summarise summarize
    """.split()
)

LIGHT = frozenset(
    """
    want describe described produce produced generate generated wish intend join deal regulate determine undertake
    pursue become seek name named arise emerge incur accrue log tally post book clock create cause undergo underwent
    write wrote written handle handling hold holding concern concerning link linked receive received equal apply
    applied govern respect lie cite cited index indexed chapter section subsection page table box annex appendix
    data note say mention set serve work sit base based come go went use exist existing bring belong keep kept run
    take taken took give provide provided offer obtain obtained have include included including contain cover
    covered involve involved relate related regard regarding follow followed carry out carried conduct conducted
    perform performed organize organise launch establish established form formulate formulated implement implemented
    adopt adopted maintain develop formal current currently new newly same kind type different various certain
    specific particular main overall general single individual own way area field part matter thing question answer
    respective total number amount level degree count sum item case example instance time period end begin start
    begun identify identified call called known regarded consider consult explain explained indicate indicated
    specify specified across among toward towards around against along near far long short high low big small large
    good bad great right wrong early late old able possible likely available responsible charge put place made
    making do doing happen occur occurred look looked see seen show shown told hand handed help helped ensure let
    allow allowed support supported get got find found company group firm organisation organization business
    enterprise year month day report record recorded figure print percent interim equals actually really exactly pick picked
    approximately roughly about nearly almost altogether together send sent achieve achieved attain attained reach reached rely relied depend
    already formally correspond equate translate flag official provider supposed suppose treat convene pass party come came practice
    suffer suffered suffering encounter encountered
    """.split()
)
"""Words that say little about what is meant: they count a quarter."""
