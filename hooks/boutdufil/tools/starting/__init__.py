"""A new base: what an organisation chooses, what it keeps of our content, the files around it."""
