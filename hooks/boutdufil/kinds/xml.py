"""A tree of XML as the text of a file."""

from __future__ import annotations

from xml.etree import ElementTree


def xml_text(root: ElementTree.Element) -> str:
    """Return a whole document, indented: the same tree gives the same bytes."""
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'
