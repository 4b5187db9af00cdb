"""A gesture of the library: written, drawn and proven once, called by any script."""
