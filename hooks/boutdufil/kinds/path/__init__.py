"""A path over time: a few tutorials in order, each with what to do again a week later."""
