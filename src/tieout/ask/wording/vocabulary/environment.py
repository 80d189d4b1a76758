"""Words for energy, climate, waste, water, materials and transport."""

PHRASES = """
unknown: unknown, unidentified, untraced, untraceable, not be traced, not be traced to a known, not traced to a known,
    of no known, no known, cannot be attributed, not be attributed
intensity: intensity, relative to size, specific consumption
base_year: base year, baseline year, baseline, reference year
electricity: electricity, power, electric power, power draw, power demand, electrical energy, current from the grid,
    juice, draw from the grid, electric energy, electric current, wattage, electric consumption, energy from the
    socket, current drawn, electric supply
energy: energy
purchase: purchase, purchased, bought in, bought, buy, procured, acquired, from the utility, from utilities, brought
    in from outside
renewable: renewable, green energy, clean energy, renewables, green sources, regenerative, sustainable energy, clean
    sources
solar: solar, photovoltaic, pv, pv plant, solar panels, sun power, sunlight, sun's energy, rooftop panels
fuel: fuel, petrol and diesel, propellant
petrol: petrol, gasoline
ghg: ghg, greenhouse gas, greenhouse gases, carbon, co2, co2e, carbon dioxide, tco2e, co2 equivalent, co2 equivalents,
    co2 e, climate gas, climate pollution, carbon emission, greenhouse gas emission, ghg emission, co2 emission,
    carbon footprint, climate footprint, carbon output, climate gases, climate damaging gas, heat trapping gas,
    climate impact of operations, warming gas, greenhouse emission, greenhouse pollution, own chimneys, own
    combustion, burnt on site, from bought electricity, from purchased electricity, from bought in power, power
    related carbon, power related emission, power related ghg, power related greenhouse gas, electricity related
    carbon, electricity related emission, electricity related ghg, grid power carbon, grid carbon, carbon from power,
    carbon from electricity, emission from electricity, emission from power, emission caused by electricity, purchased
    energy emission, indirect energy emission, electricity's carbon, carbon behind the electricity, carbon from the
    grid, carbon from the electricity, carbon of the electricity, carbon from its electricity, power carbon, emission
    from purchased electricity, emission from bought electricity, emission from bought in power, carbon from purchased
    power, carbon from bought in power, value chain emission, supply chain emission, upstream and downstream emission,
    other indirect emission, other indirect ghg
emission: emission, emit, emitted, emissions, release, released, discharge to air, footprint, carbon output, co2
    output, output of gas, let off, let out, carbon tally, put into the air, put into the atmosphere, carbon
    pollution, carbon load, carbon burden, carbon discharge, greenhouse pollution, vented, spewed, belched, pumped
    out, blown into the air, gave off, output of greenhouse gases, own chimneys, own combustion, burnt on site, from
    bought electricity, from purchased electricity, from bought in power, power related carbon, power related
    emission, power related ghg, power related greenhouse gas, electricity related carbon, electricity related
    emission, electricity related ghg, grid power carbon, grid carbon, carbon from power, carbon from electricity,
    emission from electricity, emission from power, emission caused by electricity, purchased energy emission,
    indirect energy emission, electricity's carbon, carbon behind the electricity, carbon from the grid, carbon from
    the electricity, carbon of the electricity, carbon from its electricity, power carbon, emission from purchased
    electricity, emission from bought electricity, emission from bought in power, carbon from purchased power, carbon
    from bought in power, value chain emission, supply chain emission, upstream and downstream emission, other
    indirect emission, other indirect ghg
scope_1: scope 1, scope one, scope i, own chimneys, own combustion, burnt on site
scope_2: scope 2, scope two, scope ii, from bought electricity, from purchased electricity, from bought in power, from
    the purchase of electricity,
    power related carbon, power related emission, power related ghg, power related greenhouse gas, electricity related
    carbon, electricity related emission, electricity related ghg, grid power carbon, grid carbon, carbon from power,
    carbon from electricity, emission from electricity, emission from power, emission caused by electricity, purchased
    energy emission, indirect energy emission, electricity's carbon, carbon behind the electricity, carbon from the
    grid, carbon from the electricity, carbon of the electricity, carbon from its electricity, power carbon, emission
    from purchased electricity, emission from bought electricity, emission from bought in power, carbon from purchased
    power, carbon from bought in power
scope_3: scope 3, scope three, scope iii, value chain emission, supply chain emission, upstream and downstream
    emission, other indirect emission, other indirect ghg
direct: direct
indirect: indirect
location_based: location based, grid average
market_based: market based, contract based, contractual
climate: climate, climate change, global warming, warming planet, warming, heating planet, heating up of the planet,
    hotter planet, climatic, weather extremes, planet heating, rising temperatures, warmer world
waste: waste, refuse, rubbish, trash, garbage, scrap, discarded material, junk, litter, discards, leftovers, rejects,
    debris, thrown out, thrown away, residue, muck, detritus, disposed material, binned, cast off
hazardous: hazardous, dangerous, toxic, harmful, perilous, poisonous, risky, noxious, special waste, hazard, unsafe,
    problem waste
non_hazardous: non hazardous, nonhazardous, harmless, ordinary, general, not dangerous, not hazardous, not harmful,
    non toxic, innocuous, benign, everyday, household like, not toxic, undangerous, unproblematic
ewaste: electronic waste, e waste, old electronics, electronic scrap, discarded electronics, waste electronics, wasted
    electronic products, scrapped electronics, old devices, obsolete electronics, scrapped devices, used electronics,
    old equipment, disused electronics, worn out electronics, end of life electronics, retired devices, retired
    equipment, discarded devices, old computers, old it equipment, retired hardware, old hardware, broken electronics
recycle: recycle, recycled, recycling, recovered, recovery, reuse, reclaimed, salvage, second life, used again, put
    back into use, turned back into material
landfill: landfill, landfilled, dump, buried
dispose: dispose, disposal, disposed, get rid of, got rid of, do away with, clear away
water: water, tap water, mains water, municipal water, fresh water, freshwater, h2o, from the tap, out of the tap,
    from the mains
withdrawal: withdraw, withdrawal, abstraction, abstract, drawn, taken from nature, pumped, extraction, extracted,
    sourced from
consumption: consumption, consume, consumed, use, used, using, usage, get through, got through, demand, burn, burnt,
    burned, gone through, goes through, going through, guzzled, swallow, gobbled, soak up, drawn, intake of, drank,
    drunk, drink, ate up, depleted, expended, appetite, thirst, utilise, eat up
paper: paper, printing paper, office paper, copy paper, copying paper, paper sheets, sheets of paper, reams,
    stationery, sheets, printouts
packaging: packaging, packing material, wrapping, wrappers, cartons, packing
pollution: pollution, pollutant, air pollutant, contaminants, dirt in the air, smog, contamination, exhaust gases,
    fumes, air quality
biodiversity: biodiversity, nature, ecosystem, species, wildlife, flora and fauna, wild animals, plants and animals,
    habitats
neutrality: neutrality, neutral, net zero, carbon free, zero carbon, emission free, zero emission, no net emission
reduction: reduction, reduce, cut, decrease, lower, cutting, curb, savings, save, cutback, shrinkage, lessen, bring
    down, trim, slash, drop in, scaled down, scale back, diminish
shipping: shipping, shipped, ship, dispatch, delivery, delivered, deliver, sent, parcels, consignments, shipments,
    mailed
transport: transport, transportation, logistics, freight, haulage, carriage of goods, moving goods, hauling
travel: travel, business trip, journey, trip, flights, flying, on the road
commuting: commuting, commute, commuter, travel to work, way to work, journey to work, getting to work, trip to work,
    home to work, ride to work, travelling to work
vehicle: vehicle, car, fleet, carpool, automobiles, lorry, truck, vans
floor_area: floor area, floor space, square metre
carbon_price: carbon price, price per tonne of carbon, price of carbon, price on carbon, carbon pricing
science_based: science based, science based targets initiative, sbti
data_centre: data centre, data center, server farm, server hall, computing centre, computer centre, data hall
heat: heat, heating
district_heating: district heating
gas: gas
natural_gas: natural gas, fossil gas
factor: factor
grid: grid, public grid, power grid
energy_efficiency: energy efficient, energy efficiency, green energy efficient, energy saving
non_eligible: non-eligible, not eligible, taxonomy-non-eligible, not taxonomy-eligible, non-taxonomy-eligible, ineligible
"""
