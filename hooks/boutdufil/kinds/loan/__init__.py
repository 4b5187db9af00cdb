"""Tutorials borrowed from other bases."""
