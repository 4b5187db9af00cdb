"""From bytes to text, front matter, values and blocks, each with its place."""
