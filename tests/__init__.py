"""The tests, and what they draw with."""

import os

os.environ["OPENPYXL_LXML"] = "False"
"""With lxml, which docxtpl brings, openpyxl writes no control characters; some programs that fill in returns do."""
