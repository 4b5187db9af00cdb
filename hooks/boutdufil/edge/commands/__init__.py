"""One module a command of ``fil``: its ``run`` takes the options and returns the exit code."""
