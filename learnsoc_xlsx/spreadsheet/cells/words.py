"""What a broken cell is taken to say, in the place of a value."""

import re

Cells = dict[tuple[int, int], str]
"""(Row, column), both counted from 0, to what the cell says."""

NO_RESULT = "#FORMULA!"
"""What a formula without a stored result is taken to say."""
PICTURE = "#PICTURE!"
"""What a picture that is a cell's content is taken to say."""
FAILED = re.compile(
    r"#(?:REF!|DIV/0!|VALUE!|N/A|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!)"
    r"|Err:5\d\d"
)
"""What Excel, and (with a number) LibreOffice, show where a formula failed."""
