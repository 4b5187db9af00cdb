"""A word of the screen language, explained by an example."""
