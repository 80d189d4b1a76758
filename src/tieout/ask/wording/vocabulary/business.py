"""Words for places, times, money, trade and how figures are counted."""

PHRASES = """
mixed_use: mixed use
average: mean, on average, averaged, typical, avg
region: geographical region, geography, location, place, area, whereabouts, territory
mainland: chinese mainland, mainland china, mainland, prc mainland, domestic, the prc, inland china, onshore
overseas: hong kong macau taiwan and overseas, hong kong macao taiwan and overseas, overseas, abroad, foreign, outside
    mainland china, outside the mainland, outside the chinese mainland, not in mainland china, off the mainland,
    elsewhere, other than the mainland, beyond the mainland, outside of mainland china, outside the prc, not on the
    mainland, offshore, beyond mainland china, beyond its borders, outside of the mainland, outside china's mainland,
    not based on the mainland, non mainland, external regions, other regions than the mainland, special administrative
    regions
supplier: vendor, supplier, suppliers, procurement partner, supply base, vendor base, supplier base, vendor pool,
    vendor roster, provider of goods, merchants
supply_chain: supply chain, value chain, procurement, sourcing, purchasing, upstream partners, chain of supply, buying
branch: branch, branches, branch office, outlet, outlets, physical outlet, bricks and mortar, physical location, walk in
    location
customer: customer, client, consumer, buyer, clientele, patron, user of its services, account holder, purchaser
hour: learning time, training time, training hours, hour, hours, hrs
day: day, days
month: month
year: year, annum
cost: cost, outlay, expenditure, expense, spend, spending, spent, money spent, investment, invest, outgoings, price
    paid, went into, cost of, expensive, costly, how expensive, how costly, pay out, price tag, bill, budget,
    disbursement, cash out, shell out, splash out, laid out, expended
opex: opex, operating expenditure, operating expense, operational expenditure, operational expense, operating cost
capex: capex, capital expenditure, capital expense, capital spending, capital outlay, capital investment
revenue: revenue, sales, turnover in money, operating income, top line, takings, business volume, turnover figure
profit: profit, net income, earnings after tax, net loss, bottom line, surplus, earnings of the company
tax: tax, taxation, taxes, fiscal, levies, duties to the state, taxman
donation: give money, gives money, gave money, giving money, money given, donation, donate, donated, charitable giving, charity, gift, philanthropy, philanthropic, given to charity,
    gave to charity, charitable contribution, charitable donation, good cause, good causes, giveaway, benefaction,
    charitable money, given away, charitable spending, sponsorship, goodwill contribution, alms, relief funds,
    charitable purposes
community: community, communities, public welfare, neighbourhood, local community, society, local people, neighbours,
    local residents, the public good
new: fresh, newly, brand new
share: share, proportion, percentage, percent, portion, per cent, fraction, ratio, part of, %, slice, quota, one in
    how many, quotient, cut of the, proportionate, how large a part, how big a part, what part, which part, weight of,
    proportional
rate: rate, frequency, rating
number: number, count, how many, quantity, tally, headcount of, figure for, how numerous
total: total, overall, whole, altogether, entire, in all, in total, sum, cumulative, combined, all, full amount,
    aggregate, collective, entirety, added up
cumulative: cumulative, so far, to date, since the start, up to now, until now, to this day, since foundation, since
    founding, accumulated, running total, built up
lost: lost, loss, losses, day losses, missing, forfeited, forgone, foregone
united_states: united states, u s, usa, american
acknowledge: acknowledge, acknowledges, acknowledged, acknowledgement, acknowledgment, confirm, confirms, confirmed,
    confirming, confirmation
finish: filled in, filled out, finish, finished, complete, completed, completion, concluded, wrapped up, wound up, came to an end, brought to
    an end
membership: membership, member, member of, belong to
complaint: complaint, grievance, complain, complained, gripe, objection, protests, moan, grumble, dissatisfaction,
    dissatisfied, criticisms, bad feedback, negative feedback, unhappy feedback, beef, discontent, unhappy customer,
    unhappy client, reclamation
product_service: product and service, products and services, product, service
recall: recall, recalled, call back, withdrawn from the market, taken off the market, called in, take back, pulled,
    take off the shelves, callback
property: property, properties, building, buildings, real estate
headquarters: headquarters, head office, headquartered, seat
target: target, goal, aim, ambition, objective, aspiration, aspired, set out to, envisaged, pledged, want to reach,
    want to achieve, want to attain, want to get to, wish to reach, wish to achieve, intend to reach, intend to
    achieve, plan to reach, plan to achieve, hope to reach, hope to achieve, strive for, seek to reach, seek to achieve
terminate: terminate, terminated, termination, end, ended, dropped, drop, stopped, cut ties, parted ways, blacklisted,
    discontinued, let go, cut off, thrown out, kicked out, struck off, expelled, delisted, shown the door, sacked,
    fired, kicked, booted, ditched, axed, axe, cancelled, canceled, cancellation, thrown off, removed from the list,
    taken off the list, taken off the roster, lost their contract, lost the contract, severed, broken off, broke off,
    weeded out, purged, cast out, got rid of, ejected, parted company, wound down, disqualified, banned, dismissed,
    dismissal, cut loose, let loose
cooperation: cooperation, cooperate, collaborate, collaborative, partner, working together, work with, working
    relationship, joint work, joined forces, teamed up, alliance, allied, partnership, work hand in hand, liaise, side
    by side, working alongside
research: research, r&d, r and d, research and development, scientific work, developing new products, inventing
innovation: innovation, innovative, inventiveness, new ideas, inventing new, novel, novelty
score: score, rating, grade of rating, rated, mark, points, out of ten, grades given
school: school, pupils, schoolchildren, classrooms for children
poor: poverty, poor, underprivileged, needy, disadvantaged, deprived, less fortunate, hard up, impoverished, low
    income, vulnerable
rural: rural, countryside, village, villagers, country side, farmers, farming areas
mountain: mountain, mountains
stage: stage, step, phase, leg, station, rounds
company: company, firm, group, corporation, issuer, enterprise, business, organisation, organization
cash_flow: cash flow
price: price
country: country, countries, nation, states of the world, lands, national markets, jurisdictions
site: site, plant, factory, facility, premises, locations of production
contract: contract, agreement
income: income
oversee: monitor, monitors, monitoring, monitored, oversaw, overseeing, supervising, oversee, oversees, overseeing, oversight, supervise, supervises, supervision, watch over, watches over, keep
    an eye on, keeps an eye on, keep watch, keeps watch
focus: focus, focuses, focal point, main area, emphasis, centre on, centred on, concentrate on, concentrates on,
    priority, priorities
theme: theme, slogan, motto, tagline, heading of the year
reputation: reputation, good name, public image, image, good standing
continuity: continuity, keeping business running, keep the business running, keeping the business running,
    uninterrupted operation, staying in business, business keeps running
external: external, outside, from outside, outward, third party, third parties, externally, outside party,
    external party, external assurance, third party assurance, third party limited assurance, limited assurance,
    independent assurance, independent audit, external audit, external verification, externally assured
issue: issue, issued
availability: availability, uptime
discuss: discuss, discussed, discussion, talk about, talks about, talked about, talk over, exchange views, speak about, debate
confront: confronted with, confronted, face, faces, faced, facing, up against, challenged by
decide: decide, decides, decided, decision, decision making, final say, last word, has the final say, holds final say,
    ultimate authority, ultimate say, calls the shots, ultimate decision, top decision
germany: germany, german
austria: austria, austrian
switzerland: switzerland, swiss
canada: canada, canadian
romania: romania, romanian
italy: italy, italian
france: france, french
spain: spain, spanish
poland: poland, polish
netherlands: netherlands, dutch
belgium: belgium, belgian
sweden: sweden, swedish
denmark: denmark, danish
norway: norway, norwegian
finland: finland, finnish
croatia: croatia, croatian
slovenia: slovenia, slovenian
serbia: serbia, serbian
hungary: hungary, hungarian
czechia: czechia, czech republic, czech
japan: japan, japanese
india: india, indian
bosnia: bosnia, bosnian, bosnia and herzegovina, bosnia & herzegovina
montenegro: montenegro, montenegrin
"""
