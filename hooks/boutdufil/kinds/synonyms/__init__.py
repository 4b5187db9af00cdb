"""Words that people use one for the other."""
