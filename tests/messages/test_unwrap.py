"""What people's mail programs make of a report on its way to us."""

import unicodedata
from base64 import b64encode

import pytest

from learnsoc_xlsx.messages.unwrap import unwrap
from learnsoc_xlsx.model.returns.mailbox import Letter
from tests.messages.letters import WORKBOOK, letter

HEAD = """
    From: =?utf-8?B?VGjDtG4gxJDDtG5n?= <Thon.Dong@Vi-Du.invalid>
    Subject: bao cao
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary=b

"""


def attached(headers: str, data: bytes = WORKBOOK) -> Letter:
    """A letter with one part of these headers."""
    return unwrap(letter(f"{HEAD}\n    --b\n{headers}\n\n    {{data}}\n    --b--\n", data=data))


def names(found: Letter) -> list[str]:
    return [each.name for each in found.attachments]


def test_a_letter_says_who_sent_it() -> None:
    found = attached("    Content-Type: application/octet-stream\n    Content-Transfer-Encoding: base64")

    assert (found.sender, found.sender_name, found.subject) == ("thon.dong@vi-du.invalid", "Thôn Đông", "bao cao")


@pytest.mark.parametrize(
    "disposition",
    [
        'filename="=?utf-8?B?QsOhbyBjw6FvIHRow7RuIMSQw7RuZy54bHN4?="',
        "filename*=utf-8''B%C3%A1o%20c%C3%A1o%20th%C3%B4n%20%C4%90%C3%B4ng.xlsx",
        "filename*0*=utf-8''B%C3%A1o%20c%C3%A1o;\n      filename*1*=%20th%C3%B4n%20%C4%90%C3%B4ng;\n      filename*2=.xlsx",
        'filename="=?utf-8?Q?B=C3=A1o_c=C3=A1o_th?=\n      =?utf-8?Q?=C3=B4n_=C4=90=C3=B4ng.xlsx?="',
        'filename="Báo cáo thôn Đông.xlsx"',
        'filename="Ba\u0301o ca\u0301o tho\u0302n Đo\u0302ng.xlsx"',
        "filename==?utf-8?B?QsOhbyBjw6FvIHRow7RuIMSQw7RuZy54bHN4?=",
        r'filename="C:\\Users\\xa\\Báo cáo thôn Đông.xlsx"',
        'filename="../../Báo cáo thôn Đông.xlsx"',
    ],
    ids=["2047", "2231", "2231 in parts", "2047 in parts", "raw", "decomposed", "unquoted", "with a path", "climbing"],
)
def test_a_file_s_name_arrives_however_it_was_written(disposition: str) -> None:
    headers = f"""
    Content-Type: application/octet-stream
    Content-Disposition: attachment; {disposition}
    Content-Transfer-Encoding: base64"""

    (found,) = attached(headers.lstrip("\n")).attachments

    assert found.name == "Báo cáo thôn Đông.xlsx"
    assert unicodedata.is_normalized("NFC", found.name)
    assert found.data == WORKBOOK


def test_a_name_that_only_the_content_type_gives() -> None:
    headers = '    Content-Type: application/vnd.ms-excel; name="=?utf-8?B?QsOhbyBjw6FvLnhscw==?="\n    Content-Transfer-Encoding: base64'

    assert names(attached(headers)) == ["Báo cáo.xls"]


def test_a_letter_cut_in_two_between_encoded_words() -> None:
    """ "ô" is C3 B4: one byte in each word."""
    headers = '    Content-Type: application/zip; name="=?utf-8?Q?Th=C3?= =?utf-8?Q?=B4n.zip?="\n    Content-Transfer-Encoding: base64'

    assert names(attached(headers)) == ["Thôn.zip"]


def test_an_attachment_without_a_name_is_an_attachment() -> None:
    (found,) = attached("    Content-Type: application/octet-stream\n    Content-Transfer-Encoding: base64").attachments

    assert (found.name, found.data) == ("", WORKBOOK)


def test_a_workbook_shown_inline_is_an_attachment() -> None:
    headers = "    Content-Type: application/vnd.ms-excel\n    Content-Disposition: inline; filename=a.xls\n    Content-Transfer-Encoding: base64"

    assert names(attached(headers)) == ["a.xls"]


def test_a_workbook_that_is_the_whole_letter() -> None:
    found = unwrap(
        letter(
            """
            From: a@vi-du.invalid
            Content-Type: application/vnd.ms-excel; name=a.xls
            Content-Transfer-Encoding: base64

            {data}
            """,
            data=WORKBOOK,
        )
    )

    assert names(found) == ["a.xls"]


def test_base64_with_broken_lines_and_stray_signs() -> None:
    text = b64encode(WORKBOOK).decode()
    broken = f"{text[:7]}\n\n  {text[7:13]} \n    {text[13:14]}\n!{text[14:].rstrip('=')}\n"
    found = unwrap(
        f"{HEAD.replace('    ', '').strip()}\n\n--b\nContent-Type: application/zip; name=a.zip\n"
        f"Content-Transfer-Encoding: base64\n\n{broken}\n--b--\n".encode()
    )

    assert [each.data for each in found.attachments] == [WORKBOOK]


def test_two_attachments_of_one_name_are_two() -> None:
    part = "    Content-Type: application/zip; name=a.zip\n    Content-Transfer-Encoding: base64\n"
    found = unwrap(
        letter(
            f"{HEAD}\n    --b\n{part}\n    {{one}}\n    --b\n{part}\n    {{two}}\n    --b--\n", one=b"PK1", two=b"PK2"
        )
    )

    assert [(each.name, each.data) for each in found.attachments] == [("a.zip", b"PK1"), ("a.zip", b"PK2")]


FORWARDED = """\
From: Thon Dong <dong@vi-du.invalid>
Subject: goc
Content-Type: multipart/mixed; boundary=c

--c
Content-Type: text/plain

bao cao
--c
Content-Type: application/zip; name=a.zip
Content-Transfer-Encoding: base64

UEsxMjM=
--c--
"""


@pytest.mark.parametrize(
    "part",
    [
        "Content-Type: message/rfc822\n\n" + FORWARDED,
        "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + b64encode(FORWARDED.encode()).decode(),
        "Content-Type: application/octet-stream; name=thu.eml\nContent-Transfer-Encoding: base64\n\n"
        + b64encode(FORWARDED.encode()).decode(),
        "Content-Type: message/rfc822\n\nFrom: giua@vi-du.invalid\nContent-Type: message/rfc822\n\n" + FORWARDED,
    ],
    ids=["as such", "in base64", "as a file", "twice"],
)
def test_a_forwarded_letter_is_opened_and_its_first_sender_known(part: str) -> None:
    head = "From: can-bo@vi-du.invalid\nContent-Type: multipart/mixed; boundary=b\n\n"

    found = unwrap(f"{head}--b\n{part}\n--b--\n".encode())

    assert found.sender == "can-bo@vi-du.invalid"
    assert [(each.name, each.data, each.via) for each in found.attachments] == [
        ("a.zip", b"PK123", "dong@vi-du.invalid")
    ]


@pytest.mark.parametrize("depth", [9, 300, 3000])
def test_a_letter_with_letters_inside_one_another_without_end_is_one_file(depth: int) -> None:
    text = FORWARDED
    for _ in range(depth):
        text = f"From: a@vi-du.invalid\nContent-Type: message/rfc822\n\n{text}"

    assert [(each.name, each.data) for each in unwrap(text.encode()).attachments] == [("thu.eml", text.encode())]


def test_a_letter_of_html_alone_has_no_attachment() -> None:
    found = unwrap(
        letter(
            """
            From: a@vi-du.invalid
            Content-Type: text/html; charset=utf-8

            <p>Tôi sẽ gửi sau</p>
            """
        )
    )

    assert found.attachments == ()


@pytest.mark.parametrize(
    "subject",
    [
        b"=?windows-1258?Q?B=E1o_c=E1o_th=F4n?=",
        b"=?iso-8859-1?Q?B=E1o_c=E1o_th=F4n?=",
        b"=?x-khong-co?B?QsOhbyBjw6FvIHRow7Ru?=",
        b"=?utf-8*vi?B?QsOhbyBjw6FvIHRow7Ru?=",
        "Báo cáo thôn".encode(),
        "Báo cáo thôn".encode("windows-1258"),
        "Báo =?utf-8?B?Y8OhbyB0aMO0bg==?=".encode(),
        b"=?utf-8?Q?B=C3=A1o?=\r\n =?utf-8?Q?_c=C3=A1o_th=C3=B4n?=",
    ],
)
def test_a_subject_in_whatever_letters_it_came(subject: bytes) -> None:
    assert unwrap(b"From: a@vi-du.invalid\r\nSubject: " + subject + b"\r\n\r\n").subject == "Báo cáo thôn"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff\xfe",
        b"From: =?utf-8?B?!!!?= <\r\nSubject: =?utf-8?B?a?=\r\n\r\n",
        b"From: a b c @\r\nContent-Type: multipart/mixed\r\n\r\n--\r\n",
        b"Content-Type: message/rfc822\r\n\r\n",
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Disposition: attachment; filename*0*=x''%; filename*2=y\r\n\r\n",
        b"Content-Type: application/zip; name*=\xff\xfe\r\nContent-Transfer-Encoding: uuencode\r\n\r\n123",
    ],
)
def test_a_broken_letter_is_read_as_far_as_it_goes(data: bytes) -> None:
    assert isinstance(unwrap(data), Letter)
