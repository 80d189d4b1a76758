"""Asking: Question -> QueryPlan -> Evidence -> Answer or Abstention, with no language model and no guess."""
