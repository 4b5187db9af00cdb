"""The body of a tutorial: from Markdown and its blocks to a Script, in one parse."""
