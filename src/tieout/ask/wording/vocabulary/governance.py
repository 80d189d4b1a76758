"""Words for boards, policies, laws, risks, security, rights and those who have a say."""

PHRASES = """
board: supervisory body, governing body, highest governance body, board, board of directors, directors, full board, boardroom, governing body, highest governance body, top body,
    highest body, supreme body, highest organ
director: director, board member, member of the board, board seat, boardroom seat, seat on the board, seat at the
    board, board place
independent: independent, non executive, independent non executive, outside director, unaffiliated, not tied to the
    company, without ties, outsiders, free of ties, outside member
meeting: meeting, convene, convened, sit, sitting, session held, met, meet, get together, got together, gathered, come
    together, came together, assemble, meetup, conferred
attendance: attendance, attend, attended, turn up, presence, present at, show up, turnout
committee: audit panel, risk panel, committee, panel, council, steering group, working group, oversight body
chair: chair, chaired, chairman, chairperson, chairwoman, head, heads, headed, lead, led, leads, preside, presides,
    run by, steer, leader, at the helm, on top of, spearhead, chairmanship, in charge of the committee, top person
ceo: ceo, chief executive, chief executive officer, managing director, top executive, top boss, big boss, company
    boss, chief exec, head of the company, top manager, boss of the company, highest executive
cfo: cfo, chief financial officer, finance chief, head of finance, finance director, money chief, top finance officer,
    finance boss, finance head, chief of finance, head of the finance, chief finance officer
cto: cto, chief technology officer, technology chief, head of technology, tech chief, top technologist, head of tech,
    technology boss, technology head
management: management, manager, managers, managerial, leadership, leading position, management position, executive
    position, bosses, boss, supervisor, supervisory position, supervisory role, executive ranks, head positions, top
    jobs, leading role
sits: sit on, sits on, sat on, sitting on, consist of, consists of, consisting of, comprise, comprises, comprising,
    comprised of, composed of, made up of, members of, seated on, is part of, belongs to, members are, represented on,
    represented in
hong_kong: hong kong, hkex, sehk, hong kong, hkex, hong kong stock exchange, sehk, stock exchange of hong kong, hong
    kong macau taiwan and overseas, hong kong macao taiwan and overseas
new_york: new york, nyse, new york stock exchange, nyse
combat: anti, fight, fights, fighting, fought, combat, combating, combatting, counter, countering, prevent,
    preventing, prevention of, act against, tackle, fend off, ward off, root out, stamp out, crack down, battle, guard
    against, deter, curb, clamp down, address the risk of
patent: patent, invention, inventor's rights
trademark: trademark, trade mark, brand registration, brand name, protected brand, brand mark, registered mark, brand
    rights, marks registered, logo rights
copyright: copyright, author's rights, software rights, software registered
authorise: authorise, authorised, authorization, authorisation, authorized, grant, granted, registered, registration,
    register, obtained rights
intellectual_property: intellectual property, ip rights, intellectual assets, ip, inventions and brands, ideas and
    inventions, intangible rights, know how protection
corruption: corruption, anti corruption, bribery, bribe, graft, anti bribery, integrity, clean dealing, kickback, palm
    greasing, backhander, corrupt, dishonesty, dishonest, clean business, honest business, dirty money deals, sleaze,
    clean conduct
money_laundering: money laundering, anti money laundering, dirty money, laundering, illicit funds, illicit money,
    illegal money, proceeds of crime
whistleblowing: whistleblowing, whistle blowing, whistleblower, tip off, tip offs, petition, reporting of misconduct,
    reporting channel, speak up, whistleblow, blow the whistle, blew the whistle, sounding the alarm, informant,
    informer, hotline, report wrongdoing, report misconduct, tipsters, raise the alarm, denounce, those who report
litigation: litigation, lawsuit, legal case, legal action, court case, proceedings, sued, court, law suit, legal
    dispute, judicial, legal battle
fine: fine, penalty, penalties, sanction, penalize, penalized, penalise, penalised, punish, punished, punishment,
    penal, fined, disciplined, disciplinary, chastise
breach: breach, violation, misconduct, wrongdoing, irregularity, irregularities, offence, offense, illegal,
    infringement, violate, break the rules, non compliance, noncompliance, irregular conduct, irregular behaviour,
    irregular behavior, abnormal behaviour, abnormal behavior, abnormal conduct, improper conduct, misbehaviour,
    misbehavior, misbehaved, misdeed, misdeeds, malpractice, bad behaviour, bad conduct, rule breaking, broke the
    rules, malfeasance, transgression, rogue behaviour, suspicious behaviour, odd behaviour, dishonest behaviour,
    unusual behaviour, improper behaviour, foul play, abnormality, dodgy, shady
privacy: privacy, personal data, personal information, data protection, private data, private information, data
    subjects, confidential personal, personal details, private details, protecting people's data, information about
    people
information_security: information security, data security, cyber security, cybersecurity, infosec, it security, cyber,
    protection of information, data safety, information safety, it safety, information protection, network security,
    computer security, hacker defence, digital security, security of information, security of data, safe data
anonymous: anonymous, anonymously, anonymity, unnamed, nameless, without giving a name, without giving their name, without giving
    one's name, without giving names, without being named, without naming themselves, without revealing their identity, incognito
leak: leak, leakage, data breach, breach of data, spilled, exposed, data exposure, data loss, loss of data
policy: policy, rule, rulebook, procedure, guideline, regulation, code, manual, measures, internal document,
    management measures, standard operating procedure, internal rule, handbook, statute of the company, charter,
    directive, internal paper, playbook, guidebook, internal standard
law: law, statute, act, legislation, legal act, legal norm, legal provision, regulation by the state, ordinance,
    decree, statutory, legal requirement, legal rule
certification: certification, certificate, certified, accreditation, iso scheme, scheme, seal, badge, label,
    accredited, attested, attestation, standard held
renew: renew, renewed, re certification, recertification, recertified, extended, refreshed, certified again, passed
    again, reissued, prolonged, reaffirmed, confirmed anew, re certified
award: award, prize, honour, honor, accolade, recognition, trophy, distinction, decorated, decoration, won, honoured,
    recognised, laurels, gong, medal
stakeholder: stakeholder, interest group, interested party, party with an interest, affected party, constituency,
    constituent
concern: concern, worry, worries, worried, care about, expectation, issue of concern, preoccupation, preoccupies,
    care, bothered, matters to, expects, interested in, keen on
transparency: transparency, transparent, openness, open about, candour, candor, disclosure culture, clarity, clear
    communication, open communication
approval: approve, approved, approving, approval, sign off, signed off, signing off, go ahead, green light, ratify,
    ratified
regulator: regulator, government, authority, supervisory authority, watchdog, supervisors of the market, public
    bodies, supervisory bodies
shareholder: shareholder, investor, owner of shares, stockholder, equity holders, owners of the company, holders of
    shares, financier, capital provider
listing: listed, list on, listing, shares begin trading, begin trading, started trading, go public, went public, ipo,
    stock market debut, stock exchange, floated, flotation, shares trade, admitted to trading, first traded, started
    to trade, admission to trading, debut, shares are traded
risk: risk, threat, danger, peril, hazard to business, exposure, menace, what could go wrong
opportunity: opportunity, chance, upside, prospects
internal_control: internal control, in house control, inner control
internal_audit: internal audit, internal auditor, in house audit, inner audit, in house auditors
audit: audit, inspection, inspect, inspected, examination, examined, auditors' check, investigated, probe
external_assurance: external assurance, limited assurance, third party limited assurance, externally assured, externally audited, externally reviewed, assurance,
    verification, verified by a third party, external check, outside
    check, independently verified, independently checked, outside auditor, external auditor, assured, independent
    audit of the report, verified externally, externally verified, independent review of the report
review: assurance, external assurance, limited assurance, third party limited assurance, third party assurance,
    independent audit, external audit, review, check, screening, screen, assess, assessment, vet, vetting, admission review, admission check,
    admission checks, admission audit, admission screening, scrutinised, scrutiny, entrance exam, examined before,
    evaluated, evaluation, appraised, appraisal, went under the microscope, put under the microscope, admission
sdg: sdg, sustainable development goal, un goal, global goal, united nations goals, agenda 2030, un sustainability
    goal, united nations sustainability goal
material_topic: material topic, material issue, key topic, focal topic, material subject, material theme, themes
    deemed material, issues that matter most, key issues, priority topic, core topics, essential topics, main topics,
    important topics, theme of materiality, materiality topic, key themes, focus topics
framework: framework
comprehensive: comprehensive, umbrella, overarching, all round, overall framework, over arching, all encompassing,
    enterprise wide, company wide, all embracing, top level framework, holistic
notification: notification, report filed
gdpr: gdpr, general data protection regulation
customer_data: customer data
dividend: dividend, payout to shareholders, distribution to shareholders, payout per share, distribution per share
drill: drill, exercise, rehearsal, mock, simulated, simulation, dry run, practice run
emergency: emergency, crisis, urgent situation, disaster, crises, breakdown, outage, major failure, system failure,
    mishap of systems, contingency
report_to: brief, briefs, briefed, reports to, report to, reporting to, reports directly, report directly, reporting directly, reporting line,
    accountable to, answers to, answerable to, under whom, who is above, direct superior, superior of, line of
    reporting, responsible to, subordinate to, boss of, accounts to, takes orders from, reporting chain, reports in to
"""
