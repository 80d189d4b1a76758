"""Words for people, work, pay, training, health and safety at work."""

PHRASES = """
employee: employ, employed, per employee, each employee, for each employee, per worker, per staff member, for every
    employee, each worker, people, staff, worker, workers, workforce, personnel, people employed, people on the
    payroll, on the payroll, payroll, headcount, head count, colleague, team member, staff member, member of staff,
    labour force, labor force, manpower, people working, workforce size, associate, crew, on the books, hired
    hands, team size, staffer, in employment, working population, labour pool, working there, works for the company,
    works for it, employment total, posts filled, team strength
per_employee: per head, per capita, per person, per employee, each employee, for each employee, per worker, per fte,
    per staff member, a head, for every employee, for every worker, tons per person, /person, person, for each head,
    per staffer, for each member of staff, per member of staff, by head, for each staff member, apiece, relative to
    headcount, divided by headcount, relative to the number of employees, per individual, individual employee
male: men, man, male, gentlemen, males, menfolk, blokes, guys
female: women, woman, female, females, ladies, womenfolk
gender: sex, gender, sexes
age: age group, age class, age band, age bracket, age cohort, generation, how old
category: job grade, grade, rank, seniority, job level, employee category, level, echelon, rung, job class, job tier
senior: senior, upper, top, highest ranking, high ranking
intermediate: intermediate, middle, mid, mid level, middle level
junior: junior, entry level, lower, lowest ranking, bottom tier, low ranking, entry grade, entry rank, bottom rung,
    bottom rank, rank and file, lowest grade, first rung, starting level
young: young, youngest, younger, youth, youngsters
full_time: full time, full timer, fulltime, whole time, full hours, full working week
part_time: part time, part timer, parttime, reduced hours, half time, shorter hours
permanent: permanent, unlimited, indefinite, open ended, without end date
temporary: fixed term job, fixed term contract, fixed term employment, fixed term position, temporary job, temporary
    contract, temporary employment, limited employment, temporary, fixed term, limited term, short term contract, limited contract, time limited
turnover: employee turnover, staff turnover, turnover, attrition, churn, leave the company, left the company, leave,
    leaver, departure, fluctuation, quit, resign, staff loss, staff losses, people leaving, staff leaving, walk out,
    walked out, handed in their notice, people lost, wastage rate, loss rate of workers, loss rate of staff, loss rate
    of employees, departed, exited, people going, resignation, staff wastage, moved on, parted with the company,
    defection, drop out rate, walked away
new_hire: new hire, new employee hire, recruit, recruits, new joiner, joiner, hire, newly hired, taken on, new
    recruit, recruitment, recruiting, hiring, onboarded, joined, new starter, starter, newcomer, new staff, new
    people, new colleague, came on board, brought in, brought on board, bring one new person on board, intake, added
    to the payroll, added to the workforce, entrant, entries, fresh face, new face, signed up, newly employed, fresh
    blood, engaged anew, new arrival, came in
training: learning time, training time, training hours, training, instruction, learning, education and training,
    taught, trained, train, courses, course, coaching, schooling, develop, development and training, training and
    development, upskilling, teaching, upskilled, educated, education, tuition, classroom time, class time, study
    time, time in class, hours of study, hours of class, hours in class, in the classroom, staff development, employee
    development, skill building, professional development, lesson, instructed, capacity building, development money,
    development budget, development of staff
pay: pay, paid, remuneration, salary, wage, compensation, earn, earnings, paycheck, payout, remunerated, compensated,
    take home, emolument, income of staff
volunteer: volunteer, volunteering, voluntary work, gave their time, unpaid work, gave up their time, voluntary
    service, lend a hand, lent a hand, unpaid service, helping out
death: death, fatality, fatalities, die, died, killed, deadly, loss of life, fatal, fatal accident, lose their life,
    lost their life, lives lost, deceased, perish, casualty, lethal, passed away, lost lives, life lost, lose life,
    cost a life, cost lives, losing their life, did not survive, dead
injury: injury, accident, hurt, injured, incident at work, mishap, hurt on the job, workplace accident, occupational
    accident, work accident, wounded, harmed at work, casualties at work, bodily harm
work_related: work related, occupational, at work, workplace, job related, on the job, in the course of work, during
    work, while working, in the line of duty, caused by work, from work, through work
lost_days: lost days, days lost, lost working days, day losses, working days lost, workdays lost, lost workdays,
    workdays went missing, working days went missing, days off after accidents, days off work, days missed, missed
    days, missed work days, missed workdays, workdays missed, days of absence after, sick days after, days forfeited,
    working time lost, days not worked, days of work missed, days of work lost, down days, days workers missed, days
    away
health: health, medical, wellbeing, well being, healthy, wellness
safety: safety, safe, protected from harm, safeguarding workers, security of workers
absence: absence, absenteeism, absentee, sickness absence, sick leave, absent, illness, off sick, sick days, sickness,
    calling in sick, sick, off work, stayed home, stay away, not at work, missing from work, missed work, ill, away
    from work, non attendance
participate: participate, participated, participates, participation, take part, took part, takes part, taken part,
    participant in, turned out for, engaged in, signed up for, enrolled, be involved in
union: union, trade union, labour union, unionised, union membership, organised labour, labour organisation, workers'
    association, labour association, trade unionist, workers organisation
collective_agreement: bargaining agreement, bargaining agreements, collective agreement, collective bargaining, union agreement, collective bargaining agreement,
    collectively bargained, collective labour agreement, tariff agreement, wage agreement, collective contract,
    collective pay deal
satisfaction: satisfaction, satisfied, happy with, contentment, pleased with, happy, happiness, contented, approval,
    gladness, delight
diversity: diversity, diverse, mix of people, variety of people, variety of backgrounds, inclusive, inclusion,
    inclusiveness
minority: minority, ethnic minority, minorities, ethnic group, ethnic background, ethnicity
disability: disability, disabled, handicapped, impairment, impaired, physical limitations, special needs
discrimination: discrimination, discriminate, harassment, unfair treatment, unequal treatment, bias, mobbing,
    bullying, prejudice, biased treatment
child_labour: child labour, child labor, forced labour, forced labor, modern slavery, child workers, working children,
    underage, minors at work, children at work, bonded labour, compulsory labour, forced work, coerced labour, slave
    labour, slavery, coercion to work, kids at work, under age
rights: rights, right, entitlements
survey: survey, questionnaire, poll, opinion questionnaire, opinion poll, opinion survey, canvass, pulse check,
    opinion research, feedback round, opinion study
response: response, respond, answered, answer, reply, replies, responded, respondent, filled in, filled out, took part
    in, returned, sent back
tenure: tenure, length of service, been with the firm, been with the company, years of service, stay with the company,
    have been with, years with the company, years at the company, years in the company, length of employment, duration
    of employment, years of employment, seniority in years, service years, time with the company, been there, employed
    for
vacancy: vacancy, vacant position, open position, job opening, job, vacant job, open job, open role, unfilled
    position, unfilled job, vacant, position filled, open post, vacant post, openings, empty chair, empty seats,
    slots, free positions, empty desks, roles filled, posts filled, unfilled
internal: internal, internally, own, in house, within, from within, from inside, own ranks, its own people, insiders,
    people already in the company, already in the company, already employed, existing staff, existing employees,
    already on board, already on the payroll, already inside, existing people, existing workers, current staff,
    current employees, people on board already, home grown, homegrown, inside the company, people inside
promotion: promotion, promoted, moved up, rise through the ranks, career advancement
stem: stem
vocational: vocational
apprentice: apprentice, trainee, apprenticeship, interns, young people in training
pension: pension, retirement plan, retirement provision, retirement benefits, old age, retirement savings
parental_leave: parental leave, maternity leave, paternity leave, family leave, baby leave, leave for parents, leave
    for mothers, leave for fathers, time off for parents, child care leave, childcare leave, new parents
pay_gap: pay gap, gender pay gap, earnings gap, wage gap, pay difference between men and women, pay difference between
    women and men, how much less women earn, women earn less, pay disparity, pay inequality
pay_ratio: pay ratio, ratio of basic salary, pay multiple, times the median, times the average worker
person_times: person times, participant, participants, attendee, people joined, took part, those attending, attended
    by, joined by, persons attending, participations, people attending, attendances
time_off: time off, leave time, hours off, day leave, day of leave, nursing leave, annual leave, paid leave, marriage leave, leave of
    absence, childcare leave, breastfeeding leave, bereavement leave, statutory leave, study leave, unpaid leave,
    special leave, vacation, holiday entitlement, days of leave, leave days, holiday
working_time: working time, work hours, working hours, attendance and leave, hours of work
"""
