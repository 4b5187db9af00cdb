"""Plain typed values: what a tutorial is, and who is listed where. No file, no HTML, no MkDocs."""
