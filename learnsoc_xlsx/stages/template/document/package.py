"""Package: the parts of a Word file zipped anew, without what tells when and by which program it was made."""

import io
import zipfile

_LONG_AGO = (2020, 1, 1, 0, 0, 0)


def packed(data: bytes) -> bytes:
    """Return the same file with its parts in their order and at one time, so that the same parts give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for part in parts.infolist():
            made.writestr(zipfile.ZipInfo(part.filename, _LONG_AGO), parts.read(part), zipfile.ZIP_DEFLATED)
    return out.getvalue()
