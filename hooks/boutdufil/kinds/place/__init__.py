"""Places of help: what a file of the national standard says of them."""
