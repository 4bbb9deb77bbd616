"""Prints which versions of the peers are installed."""

import json
from importlib.metadata import version

print(json.dumps({"ReportLab": version("reportlab"), "typst": version("typst")}))
