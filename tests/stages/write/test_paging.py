"""How a page is parted over sheets of paper: few sheets, and no heading apart from what it heads."""

from learnsoc_xlsx.stages.write.draw.paging import Paging, paging

ROOM = 466
"""Points that surely fit on a page that lies, at full size."""


def parted(rows: list[float], glued: set[int] = frozenset(), across: float = 1.0) -> Paging:  # type: ignore[assignment]
    return paging(rows, glued, range(1), across, landscape=True)


def test_what_fits_on_one_page_is_not_parted_and_not_made_smaller() -> None:
    assert parted([15.0] * 20) == Paging(97, ())


def test_what_is_a_little_too_long_is_printed_a_little_smaller() -> None:
    whole = parted([16.0] * 35)

    assert whole.breaks == ()
    assert 77 <= whole.percent < 97


def test_nothing_is_made_too_small_to_read_only_to_save_paper() -> None:
    assert parted([16.0] * 46, across=0.68).percent == 65
    assert parted([16.0] * 50, across=0.68).percent == 65
    assert len(parted([16.0] * 50, across=0.68).breaks) == 1


def test_what_is_much_too_long_goes_on_to_a_second_page_at_full_size() -> None:
    whole = parted([15.0] * 45)

    assert whole.percent == 97
    assert len(whole.breaks) == 1


def test_a_heading_is_not_the_last_line_of_a_page() -> None:
    plain = parted([15.0] * 45).breaks[0]

    assert parted([15.0] * 45, {plain - 1}).breaks == (plain - 1,)
    assert parted([15.0] * 45, {plain - 2, plain - 1}).breaks == (plain - 2,)


def test_the_headings_that_every_page_repeats_take_their_room() -> None:
    tall = [100.0, *[15.0] * 70]

    first, *others = parted(tall).breaks

    assert others
    assert all(100 + 15 * (after - before) <= ROOM * 1.05 for before, after in zip([first], others, strict=False))


def test_a_wide_table_is_printed_as_small_as_its_width_asks() -> None:
    assert parted([15.0] * 20, across=0.5).percent == 48
