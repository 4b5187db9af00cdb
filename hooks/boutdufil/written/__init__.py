"""Values written by hand in YAML: how they are read, and explained when they are wrong."""
