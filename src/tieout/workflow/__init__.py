"""What the facade's verbs do: each file wires the parts together for one of them."""
