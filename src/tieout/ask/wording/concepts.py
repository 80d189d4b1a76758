"""General English of sustainability reporting as data: which words and phrases mean the same.

The vocabulary is that of the field, not of a report: the metric catalogue, the topics and the clauses bring their own
labels and synonyms beside it. A phrase may stand for several concepts; context decides.
"""

from __future__ import annotations


def _table(text: str) -> dict[str, tuple[str, ...]]:
    """Lines "concept: phrase, phrase" as a mapping."""
    found: dict[str, tuple[str, ...]] = {}
    for line in text.strip().splitlines():
        concept, _, phrases = line.partition(":")
        found[concept.strip()] = tuple(p.strip() for p in phrases.split(",") if p.strip())
    return found


CONCEPTS = _table("""
employee: employ, employed, per employee, each employee, for each employee, per worker, per staff member, for every employee, each worker, people, staff, worker, workers, workforce, personnel, people employed, people on the payroll, on the payroll, payroll, headcount, head count, colleague, team member, staff member, member of staff, labour force, labor force, manpower, people working, workforce size, emplyee, associate
per_employee: per head, per capita, per person, per employee, each employee, for each employee, per worker, per fte, per staff member, a head, for every employee, for every worker, tons per person, /person, person
average: mean, on average, averaged, typical
intensity: intensity
male: men, man, male, gentlemen, males
female: women, woman, female, females, ladies
gender: sex, gender
age: age group, age class, age band, age bracket, age cohort
region: geographical region, geography, location, place, area
category: job grade, grade, rank, seniority, job level, employee category, level
senior: senior, upper, top
intermediate: intermediate, middle, mid, mid level, middle level
junior: junior, entry level, lower
young: young, youngest, younger
full_time: full time, fulltime
part_time: part time, parttime
mainland: chinese mainland, mainland china, mainland, prc mainland, domestic
overseas: hong kong macau taiwan and overseas, hong kong macao taiwan and overseas, overseas, abroad, foreign, outside mainland china, outside the mainland, outside the chinese mainland, not in mainland china, off the mainland, elsewhere, other than the mainland, beyond the mainland
permanent: permanent, unlimited, indefinite
temporary: temporary, fixed term, limited term, short term contract
supplier: vendor, supplier, suppliers, procurement partner, supply base, vendor base, supplier base, vendor pool, vendor roster
supply_chain: supply chain, value chain, procurement, sourcing, purchasing
customer: customer, client, consumer, buyer
turnover: employee turnover, staff turnover, turnover, attrition, churn, leave the company, left the company, leave, leaver, departure, fluctuation, quit, resign, staff loss, staff losses, people leaving, staff leaving, walk out, walked out, handed in their notice, people lost
new_hire: new hire, new employee hire, recruit, recruits, new joiner, joiner, hire, newly hired, taken on, new recruit, recruitment, recruiting, hiring, onboarded, joined, new starter, starter, newcomer, new staff, new people, new colleague, came on board, brought in
training: learning time, training time, training hours, training, instruction, learning, education and training, taught, trained, train, courses, course, coaching, schooling, develop, development and training, training and development, upskilling, teaching, upskilled, educated, education
hour: learning time, training time, training hours, hour, hours, hrs
day: day, days
month: month
year: year, annum
cost: cost, outlay, expenditure, expense, spend, spending, spent, money spent, investment, invest, outgoings, price paid, went into, cost of, expensive, costly, how expensive, how costly
pay: pay, paid, remuneration, salary, wage, compensation, earn, earnings
revenue: revenue, sales, turnover in money, operating income
profit: profit, net income, earnings after tax, loss
tax: tax, taxation, taxes, fiscal
donation: donation, donate, donated, charitable giving, charity, gift, philanthropy, philanthropic, given to charity, gave to charity, charitable contribution, charitable donation, good cause, good causes
community: community, communities, public welfare, neighbourhood, local community, society
new: fresh, newly, brand new
base_year: base year, baseline year, baseline, reference year
volunteer: volunteer, volunteering, voluntary work, gave their time
electricity: electricity, power, electric power, power draw, power demand, electrical energy, current from the grid
energy: energy
purchase: purchase, purchased, bought in, bought, buy, procured, acquired
renewable: renewable, green energy, clean energy, renewables
solar: solar, photovoltaic, pv, pv plant, solar panels
fuel: fuel, petrol and diesel
petrol: petrol, gasoline
ghg: ghg, greenhouse gas, greenhouse gases, carbon, co2, co2e, carbon dioxide, tco2e, co2 equivalent, co2 equivalents, co2 e, climate gas, climate pollution, carbon emission, greenhouse gas emission, ghg emission, co2 emission, carbon footprint, climate footprint, carbon output, climate gases
emission: emission, emit, emitted, emissions, release, released, discharge to air
scope_1: scope 1, scope one, scope i
scope_2: scope 2, scope two, scope ii
scope_3: scope 3, scope three, scope iii
direct: direct
indirect: indirect
location_based: location based, grid average
market_based: market based, contract based, contractual
climate: climate, climate change, global warming, warming planet, warming, heating planet
waste: waste, refuse, rubbish, trash, garbage, scrap, discarded material, junk, litter, discards
hazardous: hazardous, dangerous, toxic, harmful
non_hazardous: non hazardous, nonhazardous, harmless, ordinary, general
ewaste: electronic waste, e waste, old electronics, electronic scrap, discarded electronics, waste electronics, wasted electronic products
recycle: recycle, recycled, recycling, recovered, recovery, reuse
landfill: landfill, landfilled, dump
dispose: dispose, disposal, disposed
water: water, tap water, mains water, municipal water, fresh water, freshwater
withdrawal: withdraw, withdrawal, abstraction, abstract, drawn
consumption: consumption, consume, consumed, use, used, using, usage, get through, got through, demand, burn, burnt, burned
paper: paper, printing paper, office paper, copy paper, copying paper, paper sheets, sheets of paper
packaging: packaging, packing material, wrapping
pollution: pollution, pollutant, air pollutant, contaminants
biodiversity: biodiversity, nature, ecosystem, species, wildlife
board: board, board of directors, directors, full board
director: director, board member, member of the board
independent: independent, non executive, independent non executive, outside director
meeting: meeting, convene, convened, sit, sitting, session held, met, meet
attendance: attendance, attend, attended, turn up
committee: committee, panel, council, steering group
chair: chair, chaired, chairman, chairperson, chairwoman, head, heads, headed, lead, led, leads, preside, presides, run by
ceo: ceo, chief executive, chief executive officer, managing director
cfo: cfo, chief financial officer, finance chief, head of finance, finance director
cto: cto, chief technology officer, technology chief, head of technology
management: management, manager, managers, managerial, leadership, leading position, management position, executive position
share: share, proportion, percentage, percent, portion, per cent, fraction, ratio, part of, %
rate: rate, frequency
number: number, count, how many, quantity
total: total, overall, whole, altogether, entire, in all, in total, sum, cumulative, combined, all
cumulative: cumulative, so far, to date, since the start
death: death, fatality, fatalities, die, died, killed, deadly, loss of life, fatal, fatal accident, lose their life, lost their life, lives lost
injury: injury, accident, hurt, injured, incident at work, mishap, hurt on the job, workplace accident, occupational accident, work accident
work_related: work related, occupational, at work, workplace, job related, on the job
lost: lost, loss, losses, day losses
lost_days: lost days, days lost, lost working days, day losses, working days lost
health: health, medical, wellbeing, well being
safety: safety, safe
absence: absence, absenteeism, absentee, sickness absence, sick leave, absent, illness, off sick, sick days, sickness, calling in sick, sick
sits: sit on, sits on, sat on, sitting on, consist of, consists of, consisting of, comprise, comprises, comprising, comprised of, composed of, made up of, members of
hong_kong: hong kong, hkex, sehk
new_york: new york, nyse
combat: anti, fight, fights, fighting, fought, combat, combating, combatting, counter, countering, prevent, preventing, prevention of, act against
participate: participate, participated, participates, participation, take part, took part, takes part, taken part
united_states: united states, u s, usa, american
finish: finish, finished, complete, completed, completion, concluded, wrapped up
membership: membership, member, member of, belong to
union: union, trade union, labour union, unionised, union membership
collective_agreement: collective agreement, collective bargaining, union agreement, collective bargaining agreement
complaint: complaint, grievance, complain, complained, gripe, objection
product_service: product and service, products and services, product, service
satisfaction: satisfaction, satisfied, happy with, contentment
recall: recall, recalled, call back, withdrawn from the market
patent: patent
trademark: trademark, trade mark, brand registration
copyright: copyright
authorise: authorise, authorised, authorization, authorisation, authorized, grant, granted, registered, registration, register
intellectual_property: intellectual property, ip rights
corruption: corruption, anti corruption, bribery, bribe, graft, anti bribery, integrity, clean dealing
money_laundering: money laundering, anti money laundering
whistleblowing: whistleblowing, whistle blowing, whistleblower, tip off, tip offs, petition, reporting of misconduct, reporting channel, speak up, whistleblow
litigation: litigation, lawsuit, legal case, legal action, court case, proceedings
fine: fine, penalty, penalties, sanction, penalize, penalized, penalise, penalised, punish, punished, punishment
breach: breach, violation, misconduct, wrongdoing, irregularity, irregularities, offence, offense, illegal, infringement, violate, break the rules, non compliance, noncompliance, irregular conduct, irregular behaviour, irregular behavior, abnormal behaviour, abnormal behavior, abnormal conduct, improper conduct
privacy: privacy, personal data, personal information, data protection
information_security: information security, data security, cyber security, cybersecurity, infosec, it security
leak: leak, leakage, data breach, breach of data
policy: policy, rule, rulebook, procedure, guideline, regulation, code, manual, measures, internal document, management measures, standard operating procedure, internal rule
law: law, statute, act, legislation, legal act
certification: certification, certificate, certified, accreditation, iso scheme, scheme
renew: renew, renewed, re certification, recertification, recertified
award: award, prize, honour, honor, accolade, recognition
diversity: diversity, diverse
minority: minority, ethnic minority, minorities
disability: disability, disabled, handicapped
discrimination: discrimination, discriminate, harassment
child_labour: child labour, child labor, forced labour, forced labor, modern slavery
rights: rights, right
survey: survey, questionnaire, poll, opinion questionnaire, opinion poll, opinion survey, staff survey, employee survey
response: response, respond, answered, answer, reply, replies, responded, respondent
stakeholder: stakeholder, interest group, interested party
concern: concern, worry, worries, worried, care about, expectation, issue of concern
transparency: transparency, transparent, openness, open about
regulator: regulator, government, authority, supervisory authority
shareholder: shareholder, investor
listing: listed, list on, listing, shares begin trading, begin trading, started trading, go public, went public, ipo, stock market debut, stock exchange
new_york: new york stock exchange, nyse
headquarters: headquarters, head office, headquartered, seat
target: target, goal, aim, ambition, objective
neutrality: neutrality, neutral, net zero
reduction: reduction, reduce, cut, decrease, lower, cutting
risk: risk
opportunity: opportunity
internal_control: internal control
internal_audit: internal audit, internal auditor
audit: audit, inspection, inspect, inspected
external_assurance: external assurance, assurance, verification, verified by a third party
review: review, check, screening, screen, assess, assessment, vet, vetting, admission review, admission check, admission checks, admission audit, admission screening
terminate: terminate, terminated, termination, end, ended, dropped, drop, stopped, cut ties, parted ways, blacklisted, discontinued, let go, cut off, thrown out, kicked out, struck off, expelled, delisted
cooperation: cooperation, cooperate, collaborate, collaborative, partner, working together, work with
research: research, r&d, r and d, research and development
innovation: innovation, innovative
tenure: tenure, length of service, been with the firm, been with the company, years of service, stay with the company, have been with
score: score, rating, grade of rating, rated, mark
shipping: shipping, shipped, ship, dispatch, delivery, delivered, deliver, sent
transport: transport, transportation, logistics, freight
travel: travel, business trip, journey, trip
commuting: commuting, commute, commuter, travel to work
vehicle: vehicle, car, fleet
school: school, pupils
poor: poverty, poor, underprivileged, needy
rural: rural, countryside
mountain: mountain, mountains
sdg: sdg, sustainable development goal, un goal, global goal
material_topic: material topic, material issue, key topic, focal topic
framework: framework
comprehensive: comprehensive, umbrella, overarching, all round, overall framework
stage: stage, step, phase
company: company, firm, group, corporation, issuer, enterprise, business, organisation, organization
vacancy: vacancy, vacant position, open position, job opening, job, vacant job, open job, open role, unfilled position, unfilled job, vacant, position filled, open post, vacant post
internal: internal, internally, own, in house, within, from within, from inside, own ranks, its own people, insiders, people already in the company, already in the company, already employed, existing staff, existing employees, already on board
promotion: promotion, promoted
cash_flow: cash flow
floor_area: floor area, floor space, square metre
price: price
carbon_price: carbon price, price per tonne of carbon, price of carbon, price on carbon, carbon pricing
country: country, countries, nation
site: site, plant, factory, facility
contract: contract, agreement
notification: notification, report filed
science_based: science based, science based targets initiative, sbti
hong_kong: hong kong, hkex, hong kong stock exchange, sehk, stock exchange of hong kong, hong kong macau taiwan and overseas, hong kong macao taiwan and overseas
gdpr: gdpr, general data protection regulation
stem: stem
vocational: vocational
apprentice: apprentice, trainee
pension: pension, retirement plan
parental_leave: parental leave, maternity leave, paternity leave, family leave
pay_gap: pay gap, gender pay gap, earnings gap, wage gap
pay_ratio: pay ratio, ratio of basic salary
customer_data: customer data
data_centre: data centre, data center
heat: heat, heating
district_heating: district heating
gas: gas
natural_gas: natural gas, fossil gas
factor: factor
grid: grid, public grid, power grid
income: income
dividend: dividend
person_times: person times, participant, participants, attendee
drill: drill, exercise
emergency: emergency
issue: issue, issued
report_to: reports to, report to, reporting to, reports directly, report directly, reporting directly, reporting line, accountable to, answers to, answerable to
""")
