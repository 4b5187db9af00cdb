"""French: how texts are compared, cut, measured, spaced, spelt and sent."""
