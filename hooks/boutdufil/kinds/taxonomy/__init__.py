"""The audiences, the themes and the devices."""
