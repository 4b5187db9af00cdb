"""A code of ``fil verifier``, explained."""
