"""Mail addresses as people write them, in the register and in the headers of their letters."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnsoc_xlsx.messages.addresses import addresses, with_names


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("t01@xa.vn", ["t01@xa.vn"]),
        ("Thôn Đông <t01@xa.vn>", ["t01@xa.vn"]),
        ("Thôn Đông <t01@xa.vn>; t02@xa.vn, Thôn Tây <T03@Xa.VN>", ["t01@xa.vn", "t02@xa.vn", "t03@xa.vn"]),
        ("t01@xa.vn\nt02@xa.vn\r\nThôn Tây <t03@xa.vn>", ["t01@xa.vn", "t02@xa.vn", "t03@xa.vn"]),
        ("  t01@xa.vn   t02@xa.vn\u00a0t03@xa.vn ", ["t01@xa.vn", "t02@xa.vn", "t03@xa.vn"]),
        ("t01 @ xa.vn", ["t01@xa.vn"]),
        ("t01@xa.vn; T01@XA.VN", ["t01@xa.vn"]),
        ("Thôn Đông <t01@xa.vn> t02@xa.vn", ["t01@xa.vn", "t02@xa.vn"]),
        ("t01@xa.vn / t02@xa.vn", ["t01@xa.vn", "t02@xa.vn"]),
        ("t01@xa.vn/t02@xa.vn", ["t01@xa.vn", "t02@xa.vn"]),
        ("<mailto:t01@xa.vn>", ["t01@xa.vn"]),
        ("Hộp thư: t01@xa.vn.", ["t01@xa.vn"]),
        ("'t01@xa.vn'", ["t01@xa.vn"]),
        ("t01@xa.vn\u200b", ["t01@xa.vn"]),
        ("“t01@xa.vn”", ["t01@xa.vn"]),
        ('"Đông, Thôn; xã A" <t01@xa.vn>', ["t01@xa.vn"]),
        ("Đông, Thôn <t01@xa.vn>", ["t01@xa.vn"]),
        ('"t09@xa.vn" <t01@xa.vn>', ["t01@xa.vn"]),
        ("t09@xa.vn <t01@xa.vn>", ["t01@xa.vn"]),
        ("t02@xa.vn Thôn Đông <t01@xa.vn>", ["t01@xa.vn", "t02@xa.vn"]),
        ("t01@xa.vn (thay t09@xa.vn)", ["t01@xa.vn"]),
        ("Thôn Đông (t01@xa.vn)", ["t01@xa.vn"]),
        ('"t01@xa.vn; t02@xa.vn"', ["t01@xa.vn", "t02@xa.vn"]),
        ("đại diện: t01@xa.vn, t02@xa.vn;", ["t01@xa.vn", "t02@xa.vn"]),
        ('Thôn 12" <t01@xa.vn>', ["t01@xa.vn"]),
        ("trống", []),
        ("a b c @", []),
        ("@xa.vn", []),
        ("", []),
        (None, []),
    ],
)
def test_every_address_is_found_and_no_name_is_taken_for_one(text: str | None, wanted: list[str]) -> None:
    assert list(addresses(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Thôn Đông <t01@xa.vn>", [("t01@xa.vn", "Thôn Đông")]),
        ('"Đông, \\"Thôn\\"" <t01@xa.vn>', [("t01@xa.vn", 'Đông, "Thôn"')]),
        ("t01@xa.vn (Thôn Đông)", [("t01@xa.vn", "Thôn Đông")]),
        ("=?utf-8?B?VGjDtG4gxJDDtG5n?= <t01@xa.vn>", [("t01@xa.vn", "=?utf-8?B?VGjDtG4gxJDDtG5n?=")]),
        ("A <a@xa.vn>, B <b@xa.vn>", [("a@xa.vn", "A"), ("b@xa.vn", "B")]),
    ],
)
def test_an_address_comes_with_the_name_that_was_written_before_it(text: str, wanted: list[tuple[str, str]]) -> None:
    assert list(with_names(text)) == wanted


@given(st.text(alphabet="aĐ1@<>()[]\";,:. \n\\'/|“”\u200b", max_size=60))
def test_any_text_at_all_gives_addresses_that_are_found_again(text: str) -> None:
    once = addresses(text)

    assert all("@" in address for address in once)
    assert addresses("; ".join(once)) == once


@pytest.mark.parametrize("sign", ['"', "(", "<", "@", " ", "a@", '"\\', ";"])
def test_a_long_text_of_one_sign_takes_no_longer_than_any_other(sign: str) -> None:
    begun = time.monotonic()

    list(with_names(sign * 50_000))

    assert time.monotonic() - begun < 5
