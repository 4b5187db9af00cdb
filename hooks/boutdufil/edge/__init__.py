"""The edges: MkDocs, and the command line."""
