"""Two bytes beside one another are found wherever they stand, in small parts and in large ones."""

import random

import pytest

from learnsoc_xlsx.spreadsheet.package.pairs import has_below, holds, places

LARGE = 10_000


@pytest.mark.parametrize("pair", [b'"e', b"= ", b"<!", b":c", b"_x", b"ik"])
@pytest.mark.parametrize("size", [0, 1, 2, 100, LARGE])
def test_a_pair_is_found_at_both_ends_and_in_the_middle_and_not_where_only_its_bytes_are(
    pair: bytes, size: int
) -> None:
    apart = (pair[1:] + b"." + pair[:1] + b".") * (size // 4)

    assert not holds(apart, pair)
    assert all(holds(body, pair) for body in (pair + apart, apart + pair, apart + b"." + pair + b"." + apart))


@pytest.mark.parametrize("pair", [b'"e', b"<!", b"!<", b"'e"])
def test_between_two_places_a_pair_is_found_as_a_search_finds_it(pair: bytes) -> None:
    chance = random.Random(pair)
    body = bytes(chance.choices(b"<!'\"e.", weights=(1, 1, 1, 1, 1, 200), k=3 * LARGE))

    for _ in range(30):
        start, end = sorted(chance.sample(range(len(body)), 2))
        assert holds(body, pair, start, end) == (body.find(pair, start, end) >= 0)
        assert places(body, pair, start, end).tolist() == [at for at in range(start, end - 1) if body[at : at + 2] == pair]  # fmt: skip


@pytest.mark.parametrize("many", range(1, 40))
def test_a_pair_is_found_behind_any_number_of_its_rare_byte(many: int) -> None:
    assert holds(b"!" * many + b"<" + b"." * LARGE, b"!<")
    assert holds(b"<" * many + b"!" * many + b"." * LARGE, b"<!")
    assert not holds(b"!" * many + b"." * LARGE + b"<" * many, b"!<")


def test_a_pair_that_begins_before_a_place_or_ends_behind_one_does_not_stand_between_them() -> None:
    body = b"<!" + b"." * LARGE + b"<!"

    assert not holds(body, b"<!", 1, len(body) - 1)
    assert holds(body, b"<!", 0, len(body) - 1)
    assert holds(body, b"<!", 1, len(body))


@pytest.mark.parametrize("at", [64, 5000, -1])
def test_a_byte_below_another_is_seen_from_a_place_on(at: int) -> None:
    body = bytearray(b"." * LARGE)
    body[10] = 0

    assert not has_below(bytes(body), 32, 64)

    body[at] = 31

    assert has_below(bytes(body), 32, 64)
