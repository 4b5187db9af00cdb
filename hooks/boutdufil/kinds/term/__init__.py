"""A term of the glossary."""
