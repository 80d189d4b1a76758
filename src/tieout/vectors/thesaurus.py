"""What reports write where questions name a concept: the vocabulary of sustainability reporting, as data.

A question asks for a concept ("a process to identify climate risk", "downstream partners"); a report tells instances of
it ("enterprise risk management", "customers and clients"). Each line gives the words that call a concept, as stems or
phrases of stems, and a wording by which reports speak of it. It is general knowledge of the field, of no one report.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """How reports speak of a concept: the words that call it (separated by spaces) and the text to search with."""

    calls: str
    text: str


WORDINGS = (
    # The value chain and others
    Wording(
        "downstream customer client consumer",
        "customers and clients, products and services for customers, customer engagement and solutions",
    ),
    Wording(
        "upstream supplier supply vendor procurement sourcing",
        "suppliers and supply chain, supplier engagement, sourcing standards and audits",
    ),
    Wording(
        "partner chain",
        "suppliers, customers and business partners, supplier engagement, collaboration in the value chain",
    ),
    Wording(
        "peer industry engagement collaboration initiative membership association alliance coalition",
        "member of a coalition, alliance or association, joined an industry initiative, collaboration with companies",
    ),
    Wording("stakeholder", "stakeholder engagement, investors, employees, communities, dialogue and surveys"),
    Wording(
        "lobby advocacy policymaker regulation regulator",
        "public policy, advocacy, engagement with policymakers and regulators, laws and regulations",
    ),
    # How a company steers
    Wording(
        "strategy policy plan approach programme program", "our strategy, policy, approach, programme and commitments"
    ),
    Wording(
        "governance board oversight committee responsibility director",
        "board oversight, committee, management responsibility, reporting to the board",
    ),
    Wording(
        "target goal ambition commitment pledge", "targets and commitments to reach by 2030, science-based, progress"
    ),
    Wording(
        "process procedure mechanism system",
        "process to identify, assess, manage and monitor, regular review by a committee",
    ),
    Wording("risk", "risk assessment, enterprise risk management, identify, assess and manage risks and opportunities"),
    Wording(
        "methodology method measure measurement dependency assumption",
        "assessment methodology and tools, measuring and monitoring data, materiality assessment, analysis of impacts",
    ),
    Wording(
        "model product service operation adjust adjustment",
        "energy efficient, circular, recycled products, new services and investments, less emissions, waste and water",
    ),
    Wording(
        "synergy co-benefit benefit opportunity",
        "long-term value creation, growth, cost savings and new business opportunities, part of corporate strategy",
    ),
    Wording(
        "action step reduce reduction efficiency improve",
        "we reduced, reused, recycled, invested, installed and improved",
    ),
    Wording("definition define meaning", "is defined as, refers to, means"),
    Wording(
        "external align alignment international agreement",
        "in line with the Paris Agreement, Sustainable Development Goals and United Nations initiatives",
    ),
    Wording(
        "investment finance financing capital funding expenditure",
        "investment, green bonds, funding, capital expenditure",
    ),
    Wording(
        "incentive remuneration compensation bonus",
        "executive compensation linked to ESG performance, incentives, bonus",
    ),
    Wording(
        "assurance verification audit verified",
        "limited assurance by an independent auditor, verification, internal audit",
    ),
    # Environment
    Wording("climate", "climate change, greenhouse gas emissions, renewable energy, climate risk"),
    Wording(
        "scenario trajectory pathway",
        "scenario analysis with 1.5°C, 2°C and 4°C scenarios from the IPCC and IEA, transition and physical risks",
    ),
    Wording(
        "resilience adaptation adapt weather",
        "resilience to extreme weather, floods, drought and heat, physical risk, business continuity, water stress",
    ),
    Wording("transition", "transition plan, low-carbon economy, just transition for workers and communities"),
    Wording(
        "impact effect footprint", "environmental impact, footprint, emissions, water use, waste, land and biodiversity"
    ),
    Wording(
        "emission carbon ghg greenhouse decarbonisation", "greenhouse gas emissions scope 1, 2 and 3, carbon reduction"
    ),
    Wording("energy electricity renewable", "energy consumption, renewable electricity, energy efficiency"),
    Wording("water wastewater effluent", "water withdrawal, consumption, recycling and reuse, water stress"),
    Wording("waste circular circularity recycling", "waste reduction, recycling, reuse, circular economy, landfill"),
    Wording("pollution pollutant air", "air emissions, pollutants, nitrogen oxides, sulphur oxides, spills, chemicals"),
    Wording(
        "biodiversity nature ecosystem land forest",
        "nature, ecosystems, biodiversity, forests, protection and restoration",
    ),
    Wording("material packaging plastic", "recycled and renewable raw materials, packaging, plastic, paper"),
    # Social
    Wording(
        "employee staff workforce worker personnel", "employees, workforce, working conditions, wellbeing, benefits"
    ),
    Wording("training education awareness skill", "training programmes, hours of training, education of employees"),
    Wording(
        "turnover recruitment hiring retention", "new hires, employee turnover rate, recruitment, talent retention"
    ),
    Wording(
        "health safety injury accident fatality",
        "occupational health and safety, work-related injuries, lost days, fatalities",
    ),
    Wording(
        "diversity inclusion equality gender women discrimination",
        "diversity, equity and inclusion, women in leadership, equal opportunity, pay gap",
    ),
    Wording(
        "rights labour labor forced child slavery",
        "human rights, forced labour, child labour, due diligence, grievance mechanism",
    ),
    Wording("union bargaining collective", "collective bargaining agreements, trade unions, works council"),
    Wording("community society donation volunteer charity", "communities, donations, volunteering, charity"),
    # Governance
    Wording(
        "corruption bribery ethics whistleblowing whistleblower fraud",
        "code of conduct, anti-corruption, whistleblowing, compliance training, legal cases",
    ),
    Wording(
        "privacy cybersecurity security data",
        "data protection, cybersecurity, privacy, information security management",
    ),
    Wording("tax", "tax strategy, tax governance, taxes paid by country"),
    Wording("complaint recall quality", "product quality, customer complaints, recalls, product safety"),
)
