"""What is stated of a candidate beside its conditions."""

from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.verdicts import Candidate, Fact
from learnsoc_xlsx.stages.award.credentials import credentials_of


def test_the_newest_year_that_says_anything_is_believed() -> None:
    facts = {
        2026: {"position": Fact("Trưởng thôn", "Chức vụ"), "address": Fact(None, "Nơi ở")},
        2025: {"position": Fact("Phó thôn", "Chức vụ"), "address": Fact("Thôn Đông", "Nơi ở")},
    }
    said = credentials_of(Candidate("citizen", "T01", "Thôn Đông", "An", Subject.INDIVIDUAL, facts))

    assert said.position == Fact("Trưởng thôn", "Chức vụ")
    assert said.address == Fact("Thôn Đông", "Nơi ở")
    assert said.achievement is None
