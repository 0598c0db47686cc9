"""The walk through a message: what it says of every file in it, and what it leaves shut."""

import random
import time
from datetime import UTC, datetime

import pytest

from learnsoc_xlsx.messages.enclosure import Enclosure, Shut
from learnsoc_xlsx.messages.envelope import Envelope
from learnsoc_xlsx.messages.walk import DEEPEST, walk
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.returns.mailbox import OWN_DOMAIN
from tests.messages.letters import WORKBOOK, carrying, in_base64, simple
from tests.stages.receive.compound import compound, in_a_circle
from tests.stages.receive.test_unpack import outlook, text

FILE, RFC822 = "Content-Type: application/octet-stream", "Content-Type: message/rfc822"
OUTSIDE = datetime(2026, 11, 20, 1, tzinfo=UTC)
INSIDE = datetime(2026, 11, 18, 2, tzinfo=UTC)
LETTER = b"Date: Wed, 18 Nov 2026 09:00:00 +0700\n" + simple("Dong <Dong@vi-du.invalid>", "Goc", ("a.xlsx", WORKBOOK))
OWN = f"Message-ID: <1@{OWN_DOMAIN}>\n".encode() + simple("xa@vi-du.invalid", "De nghi sua", ("T05.xlsx", b"PK"))


def names(data: bytes) -> list[tuple[str, ...]]:
    """The way to each file, and its name."""
    return [(*each.within, each.name) for each in walk(data).enclosures]


def shut(data: bytes) -> list[tuple[str, Shut]]:
    return [(each.name, each.shut) for each in walk(data).enclosures if each.shut]


# Who, when, about what


def test_a_file_bears_the_envelope_of_the_message_that_it_was_first_sent_with() -> None:
    opened = walk(carrying(RFC822, LETTER))

    assert opened.envelope == Envelope("can-bo@vi-du.invalid", "Can bo", "Chuyen tiep", OUTSIDE)
    assert opened.enclosures == (
        Enclosure("a.xlsx", WORKBOOK, Envelope("dong@vi-du.invalid", "Dong", "Goc", INSIDE), "application/octet-stream", ("Goc",)),
    )  # fmt: skip


def test_what_a_forwarded_message_does_not_say_the_one_around_it_does() -> None:
    bare = b"Subject: Goc\nContent-Type: application/zip; name=a.zip\n\nPK"

    (found,) = walk(carrying(RFC822, bare)).enclosures

    assert found.envelope == Envelope("can-bo@vi-du.invalid", "", "Goc", OUTSIDE)


def test_a_forwarded_message_is_called_by_its_file_s_name_else_its_subject_else_what_it_is() -> None:
    unnamed = LETTER.replace(b"Subject: Goc\n", b"")

    assert names(in_base64(f"{RFC822}; name=thu.eml", LETTER)) == [("thu.eml", "a.xlsx")]
    assert names(in_base64(RFC822, LETTER)) == [("Goc", "a.xlsx")]
    assert names(in_base64(RFC822, unnamed)) == [("thư chuyển tiếp", "a.xlsx")]


def test_a_message_inside_an_outlook_message_has_an_envelope_of_its_own() -> None:
    inside = {f"__attach_version1.0_#00000000/__substg1.0_3701000D/{name}": data for name, data in outlook().items()}
    inside["__attach_version1.0_#00000000/__substg1.0_3701000D/__properties_version1.0"] = (
        bytes(24) + outlook()["__properties_version1.0"][32:]
    )
    outer = {"__properties_version1.0": bytes(32), "__substg1.0_0037001F": text("Fwd"), "__substg1.0_0C1F001F": text("CanBo@vi-du.invalid")}  # fmt: skip

    opened = walk(compound(outer | inside))

    assert opened.envelope == Envelope("canbo@vi-du.invalid", "", "Fwd")
    assert {each.envelope for each in opened.enclosures} == {
        Envelope("doai@example.vn", "", "Báo cáo năm 2026", datetime(2026, 11, 20, 8, 30, tzinfo=UTC))
    }


def test_an_address_that_only_outlook_s_own_server_knows_is_no_sender() -> None:
    inward = outlook() | {"__substg1.0_5D01001F": text("/O=XA/OU=EXCHANGE/CN=RECIPIENTS/CN=DOAI")}

    assert walk(compound(inward)).envelope.sender == ""


# What stays shut


@pytest.mark.parametrize(
    "data",
    [OWN, compound(outlook() | {"__substg1.0_1035001F": text(f"<1@{OWN_DOMAIN}>")})],
    ids=["as it was drafted", "as Outlook keeps it"],
)
def test_a_letter_that_this_program_drafted_stays_shut(data: bytes) -> None:
    opened = walk(data)

    assert (opened.shut, opened.enclosures) == (Shut(Code.OWN_OUTPUT), ())


@pytest.mark.parametrize("part", [RFC822, f"{FILE}; name=goc.eml"])
def test_so_does_one_that_comes_back_inside_another_and_what_came_with_it_is_found(part: str) -> None:
    back = carrying(part, OWN)

    assert shut(back)[0][1] == Shut(Code.OWN_OUTPUT)
    assert len(walk(back).enclosures) == 1


def test_messages_are_opened_so_deep_and_no_deeper() -> None:
    found = LETTER
    for _ in range(DEEPEST):
        found = carrying(RFC822, found)

    assert names(found) == [(*["Chuyen tiep"] * (DEEPEST - 1), "Goc", "a.xlsx")]
    assert [each for _, each in shut(carrying(RFC822, found))] == [Shut(Code.NESTED_TOO_DEEP)]


def test_parts_inside_one_another_without_end_are_broken_and_the_message_beside_them_is_read() -> None:
    endless = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(2000))
    between = b"\nFrom a@vi-du.invalid Fri Nov 20 15:30:00 2026\n"

    both = between[1:] + endless + between + LETTER

    assert walk(endless).shut == Shut(Code.UNOPENED, "nội dung bị hỏng")
    assert shut(both) == [("1. (không có tiêu đề)", Shut(Code.UNOPENED, "nội dung bị hỏng"))]
    assert names(both)[1:] == [("2. Goc", "a.xlsx")]


def test_a_broken_outlook_message_is_said_to_be_one() -> None:
    broken = compound(outlook())[:2000] + "__properties_version1.0".encode("utf-16-le")

    assert shut(in_base64(f"{FILE}; name=goc.msg", broken)) == [
        ("goc.msg", Shut(Code.UNOPENED, "thư Outlook .msg bị hỏng"))
    ]


@pytest.mark.parametrize("stream", ["__substg1.0_37010102", "__substg1.0_0037001F", "Root Entry"])
def test_an_outlook_message_that_goes_round_in_a_circle_is_broken_and_known_at_once(stream: str) -> None:
    begun = time.monotonic()

    opened = walk(in_a_circle(compound(outlook()), stream))

    assert opened.shut == Shut(Code.UNOPENED, "thư Outlook .msg bị hỏng")
    assert time.monotonic() - begun < 2


def test_an_outlook_message_cannot_hold_more_than_it_is_large() -> None:
    """Every attachment leads to the sectors of the first, so that a small file would come to any size."""
    content = "__substg1.0_37010102"
    small = {f"__attach_version1.0_#0000000{number}/{content}": b"small" for number in range(1, 5)}
    whole = bytearray(compound(outlook() | small))
    entries = [at for at in range(len(whole)) if whole.startswith(content.encode("utf-16-le"), at)]
    for entry in entries[1:]:
        whole[entry + 116 : entry + 124] = whole[entries[0] + 116 : entries[0] + 124]

    assert len(entries) == 5
    assert walk(bytes(whole)).shut == Shut(Code.UNOPENED, "thư Outlook .msg bị hỏng")


def test_a_file_that_outlook_only_names_is_said_not_to_be_there() -> None:
    named = outlook()
    del named["__attach_version1.0_#00000001/__substg1.0_37010102"]

    assert shut(compound(named)) == [("nhỏ.xlsx", Shut(Code.UNOPENED, "đính kèm không nằm trong thư"))]


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_damaged_the_walk_comes_to_an_end(seed: int) -> None:
    chance = random.Random(seed)
    whole = [
        carrying(RFC822, LETTER),
        in_base64(RFC822, LETTER),
        compound(outlook()),
        in_base64(FILE, compound(outlook())),
    ]
    data = bytearray(chance.choice(whole))
    for _ in range(chance.randrange(1, 40)):
        at = chance.randrange(min(len(data), 6000))
        data[at : at + chance.randrange(3)] = bytes([chance.randrange(256)])

    for each in walk(bytes(data)).enclosures:
        assert isinstance(each.data, bytes)
