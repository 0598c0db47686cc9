"""A name is seen wherever a file may hold it, however it is cut in pieces there, and is typed; where nobody can look, that is said."""

import io
import unicodedata
import zipfile
from email.message import EmailMessage

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from learnsoc_xlsx.pipeline.forgetting.sought import Sought
from learnsoc_xlsx.pipeline.forgetting.texts import Opaque, texts_in
from learnsoc_xlsx.spreadsheet.compound_file import OLE

NAME = "Nguyễn Văn Ẩn"
WHOM = Sought((NAME,))


def packed(**parts: bytes) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, data in parts.items():
            archive.writestr(f"{name}.xml", data)
    return whole.getvalue()


def letter(data: bytes) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Báo cáo"
    message.set_content("Kính gửi")
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename="a.xlsx")
    return bytes(message)


def table() -> bytes:
    whole = io.BytesIO()
    pq.write_table(pa.table({"name": ["ai", NAME]}), whole)
    return whole.getvalue()


CELL = f"<sst><si><t>Hộ ông {NAME}</t></si></sst>".encode()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(packed(sharedStrings=CELL), id="a cell"),
        pytest.param(packed(sharedStrings="<si><r><t>Nguyễn V</t></r><r><t>ăn Ẩn</t></r></si>".encode()), id="a cell of two looks"),
        pytest.param(packed(document="<w:p><w:r><w:t>Nguyễn </w:t></w:r><w:r><w:t>Văn Ẩn</w:t></w:r></w:p>".encode()), id="a line of two looks"),
        pytest.param(packed(app=f'<dc:creator a="{NAME.upper()}"/>'.encode()), id="a property"),
        pytest.param(packed(sheet1=b"<t>Nguy&#7877;n V&#259;n &#7848;n</t>"), id="letters by their numbers"),
        pytest.param(letter(packed(sharedStrings=CELL)), id="what a letter carries"),
        pytest.param(OLE + NAME.encode("utf-16-le"), id="an old workbook"),
        pytest.param(OLE + b"x" + f"{NAME}A".encode("utf-16-le"), id="an old workbook, one byte further"),
        pytest.param(table(), id="a table of columns"),
        pytest.param(f'{{"a":"{unicodedata.normalize("NFD", NAME)}"}}'.encode(), id="decomposed letters"),
        pytest.param(b"nguyen  van\nan", id="without any marks"),
        pytest.param(NAME.encode("utf-16"), id="a text of two-byte letters"),
    ],
)  # fmt: skip
def test_a_name_is_seen_in(data: bytes) -> None:
    assert any(map(WHOM.is_named_in, texts_in(data, "a.eml")))


@pytest.mark.parametrize("text", ["Nguyễn Văn An", "Nguyễn Văn Ẩnh", "Nguyễn Ẩn", "<t>Nguyễn</t><t>Ẩn Văn</t>", ""])
def test_another_s_name_is_not_taken_for_it(text: str) -> None:
    assert not any(map(WHOM.is_named_in, texts_in(text.encode())))


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 text", b"\xff\xd8\xff\xe0 a picture", b"PK\x03\x04 cut off", b"PAR1 cut off"]
)
def test_a_file_into_which_nobody_can_look_is_no_file_without_the_name(data: bytes) -> None:
    with pytest.raises(Opaque):
        list(texts_in(data))
