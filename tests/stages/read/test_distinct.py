"""Values of a column are told apart as Excel tells them, and each row bears the number of its own."""

from learnsoc_xlsx.stages.read.understood import bearers, told_apart


def test_values_are_numbered_as_they_are_met() -> None:
    distinct, codes = told_apart(["b", 2.0, "a", "b", "", 2.0])

    assert distinct == ["b", 2.0, "a", ""]
    assert codes.tolist() == [0, 1, 2, 0, 3, 1]


def test_a_mark_and_a_number_that_are_equal_are_two_values_however_far_apart_they_stand() -> None:
    distinct, codes = told_apart([1.0] * 5000 + [True, 1, "1"])

    assert [(type(value), value) for value in distinct] == [(float, 1.0), (bool, True), (int, 1), (str, "1")]
    assert codes.tolist()[-4:] == [0, 1, 2, 3]


def test_rows_are_found_by_what_is_wanted_of_their_values() -> None:
    _, codes = told_apart(["a", "b", "a", "c"])

    assert bearers(codes, [0, 2]) == [0, 2, 3]
    assert bearers(codes, []) == []
