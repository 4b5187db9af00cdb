"""A base kept up to date: what it received, what it made of it, what the package gives now."""
