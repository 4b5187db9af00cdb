"""A tutorial: what its author declares, its script, and what is made of both."""
