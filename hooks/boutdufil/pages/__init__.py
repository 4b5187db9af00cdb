"""What each page of the site contains. How it looks is written in ``overrides/``."""
