"""The kinds of content: one folder a kind."""
