"""A page written by hand: a guide, an article, the home page."""
