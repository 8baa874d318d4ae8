"""A reporting verb in its unit: whether it is one, whose it is, what it says of its object."""
