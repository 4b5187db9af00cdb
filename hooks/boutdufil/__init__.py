"""Au bout du fil: tutorials in, a French site and scripts to read aloud out.

The data flows one way, and so do the imports::

    model → written → markup → sources → check → pages → publish → site (the MkDocs edge) → hooks/
"""
