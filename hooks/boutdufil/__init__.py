"""Au bout du fil: tutorials in, a French site and scripts to read aloud out.

The data flows one way, and so do the imports::

    model → written → markup → sources → check → pages → publish → site (the MkDocs edge) → hooks/
"""

from __future__ import annotations

__version__ = "1.0.0"
