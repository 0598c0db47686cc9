"""Whose: which candidate a line of a record speaks of, by its code, and where that is gone by award, unit, name and birth."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from learnsoc_xlsx.model.law.verdicts import Verdict
from learnsoc_xlsx.stages.award.decide.records import BallotLine
from learnsoc_xlsx.stages.award.decide.rests_on import PART, name_of
from learnsoc_xlsx.vietnamese.letters import key


@dataclass(frozen=True)
class Meant:
    """Whom a line speaks of: a candidate (None: somebody who is none), and whether it was printed for that one.

    `gone`: it was printed for somebody who is no candidate any more. `unclear` says why nobody can be told.
    """

    verdict: Verdict | None = None
    printed: bool = False
    by_code: bool = False
    gone: bool = False
    unclear: str = ""


class Whose:
    """The candidates of a round, by what the lines of its record may call them; `awards` are their names by id."""

    def __init__(self, verdicts: Sequence[Verdict], lines: Sequence[BallotLine], awards: Mapping[str, str]) -> None:
        self._verdicts = verdicts
        self._awards = {key(name): award for award, name in awards.items()}
        self._by_name: dict[str, list[Verdict]] = {}
        for verdict in verdicts:
            self._by_name.setdefault(_without_place(name_of(verdict)), []).append(verdict)
        own = {
            (line.printed_name, line.row) for line in lines if line.printed_name and _agrees(line, line.printed_name)
        }
        self._kept = {name for name, _ in own}
        """What is printed in the code of a line that still names the same subject."""

    def award(self, line: BallotLine) -> str:
        """Return the award that a line names; empty for one that nobody knows."""
        return self._awards.get(key(line.award_name or ""), "")

    def meant(self, line: BallotLine) -> Meant:
        """Return whom a line speaks of. The code of a line that names somebody else now is not gone by."""
        name = line.printed_name
        if name and _agrees(line, name):
            verdict = self._coded(name)
            return Meant(verdict, printed=True, by_code=True) if verdict else Meant(gone=True)
        asked = [verdict for verdict in self._named(line) if verdict.is_for_the_council]
        if len(asked) > 1:
            return Meant(unclear=f"có {len(asked)} trường hợp được trình có thể là người này")
        if asked:
            return Meant(asked[0], printed=True)
        if name and name not in self._kept and (before := self._coded(name)):
            return Meant(unclear=f"trong khi dòng này in cho “{before.subject}”")
        return Meant(next(iter(self._named(line)), None))

    def _coded(self, name: str) -> Verdict | None:
        """The candidate of a code; of two who are told apart by nothing else the one nominated at that place."""
        alike = self._by_name.get(_without_place(name), [])
        return next((verdict for verdict in alike if name_of(verdict) == name), alike[0] if len(alike) == 1 else None)

    def _named(self, line: BallotLine) -> Iterator[Verdict]:
        award, unit = self.award(line), key(line.of_unit or "")
        for verdict in self._verdicts:
            if (
                key(verdict.subject) == key(line.name)
                and award in ("", verdict.award)
                and unit in ("", key(verdict.unit), key(verdict.unit_name))
                and (None in (line.birth_year, verdict.born) or line.birth_year == verdict.born)
            ):
                yield verdict


def _without_place(name: str) -> str:
    """A candidate's name however it is spelled, and wherever in its return it stands."""
    return key(name.rpartition(PART)[0])


def _agrees(line: BallotLine, name: str) -> bool:
    """Whether a line still names whom its code names: somebody may have typed over a copied line."""
    words = name.split(PART)
    if len(words) != _WORDS:
        return False
    subject, born = words[3], words[4]
    same_name = key(line.name.replace(PART, "/")) == key(subject)
    return same_name and (not born or line.birth_year is None or str(line.birth_year) == born)


_WORDS = 6
