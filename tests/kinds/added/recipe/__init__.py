"""A kind that the site does not have: test_new_kind.py puts this folder among the others."""
