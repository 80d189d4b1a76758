"""What sentences and headings say against themselves: horizons, surveys, participants, section numbers, language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tieout.audit.arithmetic import whole
from tieout.audit.finding import AuditFinding
from tieout.audit.rules import Rule
from tieout.model import Observation, Report, Section

_SPAN = r"\(?(?:[\w ]{0,20}?)(\d{1,2}) ?(?:-|–|—|to) ?(\d{1,2}) years?"
_HORIZONS = re.compile(
    rf"\bshort(?:er)?[- ]term\b[^.;]{{0,12}}?{_SPAN}[^.;]{{0,80}}?\bmedium[- ]term\b[^.;]{{0,12}}?{_SPAN}"
    r"(?:[^.;]{0,60}?\blong(?:er)?[- ]term\b[^.;\d]{0,40}\d{1,2} years?\)?)?",
    re.IGNORECASE,
)
_RESPONSES = re.compile(
    r"(?:\ba total of )?\b(\d[\d,]*) (?:valid |complete[d]? |effective )?(?:responses|questionnaires|replies|answers)"
    r"(?: (?:was|were|have been))? (?:received|collected|returned|gathered)\b",
    re.IGNORECASE,
)
_SURVEYED = re.compile(
    r"\b(?:survey|questionnaire)\w*[^.]{0,80}\ball (?:our |its |the )?(?:employees|staff)\b", re.IGNORECASE
)
_RATE = re.compile(r"\b(?:response|participation|return|completion|recovery|coverage) rate\b", re.IGNORECASE)
_PARTICIPANTS = re.compile(
    r"\b(?:training|course|drill|seminar|lecture|workshop)s?\b[^.]{0,120}\ball (?:our |its |the )?(?:employees|staff)\b"
    r"[^.]{0,60}?\b(\d[\d,]*) (?:participants|attendees|trainees|people|employees)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\bperson[- ]times\b|\bparticipations\b|\bperson[- ]?hours\b|\battendances\b|\bman-times\b", re.IGNORECASE
)
_FOREIGN = re.compile(r"[\u3400-\u9fff]{2}(?:[\u3400-\u9fff\u3000-\u303f\uff00-\uffef ]{0,60}[\u3400-\u9fff])?")
_ALL = re.compile(
    r"[^.•]{0,80}\b(?:encompass|cover|includ)(?:es|ed|s|ing)? all (?:of )?(?:its |our |the )?"
    r"(?:activities|operations|entities|subsidiaries|businesses)\b[^.•]{0,80}",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:scope|boundary)\b[^.]{0,120}?"
    r"\b(?:located in|offices in|sites in|workplaces in|including)\b[^.]{0,160}?,? (?:etc\b|and so on)",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\b(?:environmental|energy|emissions?) (?:data|indicators|performance|figures)\b", re.IGNORECASE
)
_SCARCE = 5  # runs of a foreign script on a page; more is a text of its own


def horizons_are_disjoint(report: Report, rule: Rule) -> Iterator[AuditFinding]:
    """The year in which the short term ends belongs to no other horizon, and the first year to one."""
    for page in report.pages:
        for found in _HORIZONS.finditer(page.body.text):
            first, end, start, _ = (int(n) for n in found.groups())
            if start > end and start - end == 1 and first <= 1:
                continue
            if start == end or start < end:
                yield AuditFinding(
                    report.id, "time_horizon", rule.severity,
                    f"{rule.message}: short term to {end}, medium term from {start}",
                    f"Year {end} belongs to two horizons.", (report.passage(page, *found.span()),), rule.id,
                )  # fmt: skip
                return


def surveys_tell_their_rate(observations: Sequence[Observation], report: Report, rule: Rule) -> Iterator[AuditFinding]:
    """A survey of all employees with a number of responses tells the rate, where that number is under half of them."""
    heads = whole(observations, "emp-total", report.period)
    if heads is None or not heads.value:
        return
    for page in report.pages:
        text = page.body.text
        for found in _RESPONSES.finditer(text):
            near = (max(0, found.start() - 1200), min(len(text), found.end() + 600))
            asked = _SURVEYED.search(text, *near)
            count = int(found[1].replace(",", ""))
            if asked is None or _RATE.search(text, *near) or not 0 < count < heads.value / 2:
                continue
            share = format(count * 100 / heads.value, ".0f")
            yield AuditFinding(
                report.id, "survey_quality", rule.severity,
                f"A survey of all employees had {found[1]} responses; no rate is told",
                f"{found[1]} of {heads.raw_value} is {share}%.",
                (report.passage(page, *found.span()), report.passage(page, *asked.span()), heads.passage), rule.id,
            )  # fmt: skip


def participants_are_counted(observations: Sequence[Observation], report: Report, rule: Rule) -> Iterator[AuditFinding]:
    """Training for all employees has no more participants than employees, unless person-times are counted."""
    heads = whole(observations, "emp-total", report.period)
    if heads is None or not heads.value:
        return
    for page in report.pages:
        for found in _PARTICIPANTS.finditer(page.body.text):
            count = int(found[1].replace(",", ""))
            if count <= heads.value or _TIMES.search(page.body.text, found.start(), found.end() + 60):
                continue
            end = found.end()
            start = max(found.start(), page.body.text.rfind(",", found.start(), found.start(1) - 1) + 1)
            start += len(page.body.text[start:end]) - len(page.body.text[start:end].lstrip())
            yield AuditFinding(
                report.id, "participants", rule.severity, f"{found[1]} participants among {heads.raw_value} employees",
                f"{rule.message}.", (report.passage(page, start, end), heads.passage), rule.id,
            )  # fmt: skip


def section_numbers_are_unique(report: Report, rule: Rule) -> Iterator[AuditFinding]:
    """Two headings with different titles do not bear one number; silent where each chapter counts anew."""
    titles: dict[str, dict[str, Section]] = {}
    for section in report.sections:
        if "." in section.number:
            titles.setdefault(section.number, {}).setdefault(section.title.casefold(), section)
    twice = {number: list(named.values()) for number, named in titles.items() if len(named) > 1}
    if not twice or len(twice) * 10 > len(titles):
        return
    for number, sections in sorted(twice.items()):
        quotes = []
        for s in sections[:4]:
            page = report.page(s.page)
            quotes.append(report.passage(page, page.body.derived_index(s.start), page.body.derived_index(s.end)))
        named = " and ".join(f"“{s.title}” on page {s.page}" for s in sections)
        yield AuditFinding(
            report.id, "section_number", rule.severity, f"{rule.message}: {number}", f"{named}.", tuple(quotes), rule.id
        )


def boundary_is_one(report: Report, rule: Rule) -> Iterator[AuditFinding]:
    """Where the report covers all activities, the environmental data do not end in an open list of places."""
    claims = ((page, found) for page in report.pages[:10] if (found := _ALL.search(page.body.text)))
    page, claim = next(claims, (None, None))
    if page is None or claim is None:
        return
    for other in report.pages:
        text = other.body.text
        for found in _OPEN.finditer(text):
            if _MEASURED.search(text, max(0, found.start() - 300), found.end()):
                start = claim.start() + len(claim.group()) - len(claim.group().lstrip())
                yield AuditFinding(
                    report.id, "boundary", rule.severity, f"{rule.message}: an open list of places",
                    "The report covers all activities; its environmental data name some places and end in “etc.”.",
                    (report.passage(page, start, claim.end()), report.passage(other, *found.span())), rule.id,
                )  # fmt: skip
                return


def language_is_one(report: Report, rule: Rule) -> Iterator[AuditFinding]:
    """A text in Latin letters has no stray runs of Chinese characters."""
    found = [(page, list(_FOREIGN.finditer(page.body.text))) for page in report.pages]
    pages = [(page, runs) for page, runs in found if runs]
    if not pages or len(pages) > max(2, len(report.pages) // 10) or any(len(runs) > _SCARCE for _, runs in pages):
        return
    quotes = tuple(report.passage(page, *runs[0].span()) for page, runs in pages[:4])
    yield AuditFinding(
        report.id, "untranslated", rule.severity,
        f"{rule.message} on page {', '.join(str(p.number) for p, _ in pages)}",
        "Chinese characters stand in an English text.", quotes, rule.id,
    )  # fmt: skip
