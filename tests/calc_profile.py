"""A profile of LibreOffice that was set up already, with a macro that waits for orders and carries them out.

Orders lie in a file, one on a line, its words parted by tabs. When all are carried out, what was seen lies in a report,
its parts parted by NUL. The macro ends the program when it is told so, a minute after the last order, and where an order
failed.
"""

from pathlib import Path
from xml.sax.saxutils import escape

ORDERS, REPORT = "orders", "report"
_MACRO = """
Sub Main
  disk = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  idle = 0
  Do While idle < 1200
    If disk.exists(Environ("ORDERS")) Then
      If Not CarriedOut(disk) Then Exit Do
      idle = 0
    Else
      Wait 50
      idle = idle + 1
    End If
  Loop
  StarDesktop.terminate()
End Sub

Function CarriedOut(disk) As Boolean
  Dim way(0) As New com.sun.star.beans.PropertyValue
  CarriedOut = False
  lines = createUnoService("com.sun.star.io.TextInputStream")
  lines.setInputStream(disk.openFileRead(Environ("ORDERS")))
  lines.setEncoding("UTF-8")
  report = createUnoService("com.sun.star.io.TextOutputStream")
  report.setOutputStream(disk.openFileWrite(Environ("REPORT") & ".part"))
  report.setEncoding("UTF-8")
  On Error GoTo Failed
  Do While Not lines.isEOF()
    order = Split(lines.readLine(), Chr(9))
    Select Case order(0)
    Case "open"
      way(0).Name = "Hidden"
      way(0).Value = True
      book = StarDesktop.loadComponentFromURL(order(1), "_blank", 0, way())
    Case "sheet"
      report.writeString(book.CurrentController.ActiveSheet.Name)
    Case "look"
      cell = book.Sheets.getByName(order(1)).getCellRangeByName(order(2))
      report.writeString(Chr(0) & Hex(cell.CellBackColor) & Chr(9) & cell.String & Chr(9) & cell.Annotation.String)
    Case "type"
      book.Sheets.getByName(order(1)).getCellRangeByName(order(2)).setFormula(order(3))
    Case "replace"
      sought = book.createReplaceDescriptor()
      sought.SearchString = order(1)
      sought.ReplaceString = order(2)
      book.replaceAll(sought)
    Case "bold"
      sought = book.createSearchDescriptor()
      sought.SearchString = order(1)
      book.findFirst(sought).CharWeight = 150
    Case "reckon"
      book.calculateAll()
    Case "save"
      way(0).Name = "FilterName"
      way(0).Value = order(1)
      book.storeToURL(order(2), way())
    Case "close"
      book.close(True)
    Case "end"
      GoTo Done
    End Select
  Loop
  CarriedOut = True
  GoTo Done
Failed:
  report.writeString(Chr(0) & "failed: " & Error$)
Done:
  lines.closeInput()
  report.closeOutput()
  disk.kill(Environ("ORDERS"))
  disk.move(Environ("REPORT") & ".part", Environ("REPORT"))
End Function
"""
_FILES = {
    "user/registrymodifications.xcu": """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
""",
    "user/basic/script.xlc": """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library">
<library:library library:name="Standard" library:link="false"/>
</library:libraries>
""",
    "user/basic/Standard/script.xlb": """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard">
<library:element library:name="Module1"/>
</library:library>
""",
    "user/basic/Standard/Module1.xba": f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
{escape(_MACRO)}
</script:module>
""",
}


def set_up(profile: Path) -> None:
    """Write the profile into a folder."""
    for name, text in _FILES.items():
        path = profile / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
