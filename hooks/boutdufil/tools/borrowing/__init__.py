"""Tutorials taken from other bases: asked for, adapted, looked at, written down."""
