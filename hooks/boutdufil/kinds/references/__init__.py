"""The lists that reviewers keep."""
