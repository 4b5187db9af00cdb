"""From files to values: front matter, taxonomy, tutorials, terms, and what is wrong with them."""
