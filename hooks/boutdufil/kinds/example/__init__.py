"""A word of the language of screens, explained by an example."""
