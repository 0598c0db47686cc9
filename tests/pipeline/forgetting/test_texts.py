"""A name is seen wherever a file may hold it, however it is cut in pieces there, and is typed; where nobody can look, that is said."""

import io
import unicodedata
import zipfile
from contextlib import suppress
from email.message import EmailMessage

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


def mail(body: bytes, *headers: str) -> bytes:
    return "\n".join(("From: a@xa.vn", "Subject: x", *headers, "", "")).encode() + body


def in_base64(text: str) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@xa.vn", "x"
    message.set_content(text, cte="base64")
    return bytes(message)


def carrying(data: bytes, name: str, kind: str = "application/octet-stream") -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@xa.vn", "x"
    message.set_content("Kính gửi")
    main, _, sub = kind.partition("/")
    message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return bytes(message)


def mailbox(*letters: bytes) -> bytes:
    return b"\n".join(b"From a@xa.vn Mon Nov 16 08:00:00 2026\n" + letter for letter in letters)


def in_apple_s(letter: bytes) -> bytes:
    return str(len(letter)).encode() + b"\n" + letter + b'<?xml version="1.0"?><plist/>'


def by_number(text: str, letter: str) -> bytes:
    return "".join(sign if sign.isascii() else letter.format(ord(sign)) for sign in text).encode()


def archive(data: bytes, name: str) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as packing:
        packing.writestr(name, data)
    return whole.getvalue()


def locked_document() -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as packing:
        packing.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packing.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
        packing.writestr("content.xml", b"\x93\x07")
    return whole.getvalue()


def at_the_top(text: str) -> bytes:
    return packed(
        sheet1=f'<worksheet><headerFooter><oddHeader>&amp;L&amp;14Xã&amp;C&amp;"Arial,Bold"{text}</oddHeader></headerFooter></worksheet>'.encode()
    )


PHOTO = b"\xff\xd8\xff\xe0 a photo"
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
        pytest.param(mail(b"Nguyen Van An", "Content-Type: text/plain; charset=x-viet-tcvn5712"), id="a mail in a charset of no name"),
        pytest.param(mail(b"Nguyen Van An", 'To: "', "Content-Disposition: attachment; filename*0*=", "Content-Type: text/plain; charset*="), id="a mail with broken headers"),
        pytest.param(carrying(NAME.encode(), "a.txt"), id="a text that a mail carries"),
        pytest.param(carrying(f"<p>{NAME}</p>".encode(), "a.html", "text/html"), id="a page that a mail carries"),
        pytest.param(carrying(carrying(NAME.encode(), "a.txt"), "b.eml", "message/rfc822"), id="a text in a mail that a mail carries"),
        pytest.param(mailbox(in_base64("thư một"), in_base64(NAME)), id="the second letter of a mailbox"),
        pytest.param(in_apple_s(in_base64(NAME)), id="a letter of Apple's, packed"),
        pytest.param(archive(in_base64(NAME), "a.eml"), id="a letter in an archive"),
        pytest.param(archive(in_base64(NAME), "a.eml") + archive(b"x", "b.txt"), id="a letter in the first of two joined archives"),
        pytest.param(at_the_top(NAME), id="the head of a page"),
        pytest.param(rb"{\rtf1\ansi\uc1 Nguy{\b\u7877\'3f}n V\u259?n \u7848?n\par}", id="a rich text with signs for the letters"),
        pytest.param(rb"{\rtf1\ansi\uc0 Nguy\u7877 n V\u259 n \u7848 n}", id="a rich text without"),
        pytest.param(rb"{\rtf1\ansi\ansicpg1258 Nguy\'ea\'den V\'e3n \'c2\'d2n}", id="a rich text in the Vietnamese letters of Windows"),
        pytest.param(b"<html><body>" + by_number(NAME, "&#{};") + b"</body></html>", id="a page with letters by their numbers"),
        pytest.param("<html><body>Nguyễn <b>Văn</b>&nbsp;Ẩn</body></html>".encode(), id="a page with a word in bold"),
        pytest.param(b'{"a": "' + by_number(NAME, "\\u{:04x}") + b'"}', id="letters by their numbers in JSON"),
        pytest.param(packed(content="<text:p>Nguyễn<text:s/>Văn <text:s text:c=\"3\"/>Ẩn</text:p>".encode()), id="several blanks"),
        pytest.param(packed(rels=b'<a Target="file:///Nguy%E1%BB%85n%20V%C4%83n%20%E1%BA%A8n.xlsx"/>'), id="the address of a link"),
    ],
)  # fmt: skip
def test_a_name_is_seen_in(data: bytes) -> None:
    assert any(map(WHOM.is_named_in, texts_in(data, "a.eml")))


@pytest.mark.parametrize("text", ["Nguyễn Văn An", "Nguyễn Văn Ẩnh", "Nguyễn Ẩn", "<t>Nguyễn</t><t>Ẩn Văn</t>", ""])
def test_another_s_name_is_not_taken_for_it(text: str) -> None:
    assert not any(map(WHOM.is_named_in, texts_in(text.encode())))


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 text",
        PHOTO,
        b"PK\x03\x04 cut off",
        b"PAR1 cut off",
        carrying(PHOTO, "anh.jpg", "image/jpeg"),
        carrying(b"%PDF-1.7 text", "a.pdf"),
        archive(PHOTO, "anh.jpg"),
        archive(b"a text", "a.txt")[:-20],
        locked_document(),
    ],
    ids=[
        "a PDF",
        "a photo",
        "a cut zip",
        "a cut table",
        "a photo in a letter",
        "a PDF in a letter",
        "a photo in an archive",
        "a cut archive",
        "a locked document",
    ],
)
def test_a_file_into_which_nobody_can_look_is_no_file_without_the_name(data: bytes) -> None:
    with pytest.raises(Opaque):
        list(texts_in(data))


def test_what_cannot_be_seen_in_a_letter_hides_nothing_else_in_it() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@xa.vn", "x"
    for name, data in (("anh.jpg", PHOTO), ("a.txt", NAME.encode())):
        message.add_attachment(data, maintype="application", subtype="x", filename=name)

    assert any(map(WHOM.is_named_in, texts_in(bytes(message), "a.eml")))


def test_where_the_files_that_a_letter_carries_are_looked_through_by_themselves_it_tells_its_own_words_alone() -> None:
    inner = carrying(NAME.encode(), "a.txt")

    assert not any(map(WHOM.is_named_in, texts_in(archive(inner, "b.eml"), within=False)))
    assert any(map(WHOM.is_named_in, texts_in(archive(in_base64(NAME), "b.eml"), within=False)))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([b"", b"From: a\nSubject: b\n", b"PK\x03\x04", OLE, b"{\\rtf1", b"PAR1", b"From a@b Mon Nov \n"]), st.binary(max_size=200))  # fmt: skip
def test_no_bytes_whatever_end_otherwise_than_in_texts_or_in_what_cannot_be_seen(head: bytes, rest: bytes) -> None:
    with suppress(Opaque):
        list(texts_in(head + rest, "a.eml"))
