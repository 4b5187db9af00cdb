"""The same tutorials with ours and with other tools: what each takes, and what each gives."""
