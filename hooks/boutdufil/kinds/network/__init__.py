"""The structures that an organisation works with, and sends people to."""
