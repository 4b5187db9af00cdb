"""A diagnosis: questions, where one stands on each axis, the first tutorials to read."""
