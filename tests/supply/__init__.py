"""What the site is installed with, and what it is made of."""
