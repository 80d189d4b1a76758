"""The words of sustainability reporting, as data: concepts with the words and phrases that mean them, and filler words.

A concept ends in a colon and is followed by its words; phrases of up to four words are joined by underscores. General
vocabulary only: no company, no figure.
"""

from __future__ import annotations

from tieout.quantities.spellings import words_of

CONCEPTS = """
employee: employee employees staff workforce headcount personnel colleague colleagues worker workers people
    persons person labor_force labour_force crew
female: female females woman women
male: male males man men
ghg: ghg greenhouse_gas greenhouse_gases carbon co2 co2e co2eq co_2 carbon_dioxide climate_gas
emission: emission emissions emitted
electricity: electricity electric_power electrical_energy electric power electrical_power
gasoline: gasoline petrol
natgas: natural_gas fossil_gas
heatingoil: heating_oil fuel_oil
districtheat: district_heating district_heat purchased_heat heating_network
use: consumption consumed consume use usage used uses demand utilization utilisation
share: share shares proportion percentage percent ratio quota fraction % percentages coverage covered
rate: rate rates
death: fatality fatalities fatal death deaths
injury: injury injuries accident accidents injured
losttime: lost_time loss_time lti lost_workday
lostday: lost_day lost_days lost_working_day lost_working_days day_loss day_losses days_lost lost_workdays
ltifr: ltifr lost_time_injury_frequency lost_time_accident_frequency
trir: trir trifr total_recordable
recordable: recordable documentable reportable
supplier: supplier suppliers vendor vendors subcontractor
customer: customer customers client clients consumer consumers
turnoverrate: attrition fluctuation
leaver: leavers exits departures left terminations separations exit
hire: hire hires recruit recruits recruited joiners entries hired hiring recruitment new_employees entrants
    joined employed_newly entry
intensity: in_relation_to in_proportion_to intensity per specific
average: average avg mean
nonexecutive: non_executive
position: position positions role roles job jobs
training: training trainings trained train learning e_learning elearning course courses
hour: hour hours
absence: absence absenteeism absentee sickness sick illness sick_leave absences
illhealth: ill_health occupational_disease occupational_diseases occupational_illness work_related_illness
donation: donation donations donated charitable philanthropy philanthropic charity
volunteer: volunteer volunteers volunteering voluntary_work volunteered
revenue: revenue revenues sales net_sales
manage: management manager managers managerial leadership leader leaders
teamleader: team_leader team_leaders
senior: senior top executive executives
junior: junior first_level first_line
board: board director directors supervisory_board board_of_directors
independent: independent
disabled: disabled disability disabilities
minority: minority minorities ethnic
waste: waste wastes refuse rubbish scrap
ewaste: e_waste weee electronic_waste electronic_scrap waste_electronic electrical_and_electronic_waste
    electrical_and_electronic_equipment ewaste
hazardous: hazardous dangerous special
recycled: recycled recycling recovered reuse reused re_used re_use
generate: generated generation produced production
landfill: landfill landfilled dumped
incinerated: incinerated incineration burned
water: water
wastewater: wastewater waste_water effluent effluents sewage
withdrawal: withdrawal withdrawals abstraction intake withdrawn drawn
discharge: discharge discharged discharges
stress: stress stressed scarce scarcity
renewable: renewable renewables green
energy: energy
fuel: fuel fuels
paper: paper
packaging: packaging packaged
product: product products
location: location location_based
market: market market_based
saved: saved saving savings reduction reduced decrease reductions avoided cut
target: target targets goal goals objective
patent: patent patents
copyright: copyright copyrights
trademark: trademark trademarks
complaint: complaint complaints grievance grievances
satisfaction: satisfaction satisfied
csat: csat
transport: transport transportation transports logistics freight shipping
offset: offset offsets offsetting compensated
resolution: resolution resolved handled handling closure resolve
security: security cybersecurity cyber infosec information_security data_security
privacy: privacy data_protection personal_data data_privacy
incident: incident incidents case cases event breach breaches leak leaks leakage violation violations
    infringement infringements
participant: participant participants attendees attendee
corruption: corruption bribery anti_corruption anticorruption anti_bribery corrupt integrity
whistle: whistleblowing whistleblower whistleblowers whistle_blowing hotline speak_up tip_off tip_offs
fine: fine fines penalty penalties sanction sanctions
invest: investment investments
tax: tax taxes
pay: pay salary salaries remuneration wage wages compensation
gap: gap gaps
spend: expenditure expenditures spend spending  cost costs expense expenses budget
rd: r_d research_and_development research_development research
union: union unions unionised unionisation trade_union
collective: collective_agreement collective_agreements collective_bargaining bargaining collectively
contract: contract contracts
temporary: temporary fixed_term limited_term non_permanent
permanent: permanent indefinite unlimited
parttime: part_time parttime
fulltime: full_time fulltime
fte: fte ftes full_time_equivalent full_time_equivalents
parental: parental maternity paternity family_leave
gender: gender sex genders
age: age aged
region: region regions country countries geography geographical geographic location_of
category: category categories level grade rank rank_of
appraisal: appraisal appraisals performance_review performance_reviews development_review development_reviews
    performance_appraisal
apprentice: apprentice apprentices apprenticeship interns
nationality: nationality nationalities
tenure: tenure length_of_service seniority years_of_service
scope1: scope_i direct
scope2: scope_ii
scope3: scope_iii
scope12: scope_1_2 scope_1_and_2 scopes_1_and_2 scope_1_scope_2 scopes_1_2
scope123: scope_1_2_3 scopes_1_2_3
goods: goods
travel: travel flights
commuting: commuting commute
investee: financed investments_category
purchased: purchased procured bought
internal: internal internally
vacancy: vacancy vacancies vacant
social_insurance: social_insurance social_security social_protection
safety: safety ohs health_and_safety occupational_safety
recall: recall recalls recalled
nox: nox nitrogen_oxides nitrogen_oxide oxides_of_nitrogen
sox: sox so2 sulphur_dioxide sulfur_dioxide sulphur_oxides sulfur_oxides
dust: dust particulate particulates pm particulate_matter pm10
voc: voc vocs nmvoc volatile_organic_compounds volatile_organic
ods: ods ozone_depleting cfc
taxonomy: taxonomy
eligible: eligible
aligned: aligned
capex: capex capital_expenditure capital_expenditures
opex: operating_expenses opex operating_expenditure operating_expenditures operational_expenditure
discrimination: discrimination harassment discriminatory
childlabour: child_labour child_labor forced_labour forced_labor modern_slavery
humanrights: human_rights human_right
assessed: assessed audited reviewed screened evaluated assessment assessments
new: new newly
cumulative: cumulative
"""

FILLER = words_of(
    """
    source sources under over between above below up until a an and as at by for from in into is its of on or our
    the their this that to with within which who total number amount overall all group company annual year yearly
    reporting fiscal period figure figures volume weight quantity value values absolute no nos thereof include
    including incl excl excluding due related taken made received members member unit units relation compared term
    terms up were was are be been have has during gross net sum own broken down
    appendix annex
    """
)
"""Words that say nothing about which metric it is."""

SHARP = words_of(
    """
    other offset fuel transport rd incident turnover pay product energy scope1 scope2 scope3 scope12 scope123
    scope13 scope23 female male hazardous nonhazardous new cumulative senior junior board supplier customer
    renewable nonrenewable saved target recycled temporary permanent parttime death injury losttime lostday location
    market gap disabled minority training hire leaver absence union stress landfill incinerated withdrawal discharge
    wastewater privacy security corruption volunteer voluntary parental apprentice independent satisfaction
    complaint recall eligible aligned capex opex taxonomy paper packaging natgas gasoline diesel districtheat
    heatingoil electricity water waste travel commuting turnoverrate recordable donation tax whistle patent
    copyright trademark safety biogenic fte nonemployee appraisal tenure nationality illhealth nonexecutive
    participant average discount churn s3category nuclear unknown
    """
)
"""Concepts that make it another metric where only one side has them."""
