"""Balance: what the award fund of a year had, what its awards cost, what is left; nothing that is not known counts as 0."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.verdicts import HeldRound
from learnsoc_xlsx.model.register import FundEntry, FundKind
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.money import amount_of, are_verified, whole
from learnsoc_xlsx.stages.write.views.fund.given import GivenAward, given_in


@dataclass(frozen=True)
class Spent:
    """What the awards of one round to one kind of subject cost, out of one source: one line of the statement."""

    held: HeldRound
    kind: Subject
    source: str
    given: tuple[GivenAward, ...]

    @property
    def amount(self) -> int | None:
        """The money in đồng; None where that of one of them is not known."""
        return amount_of(one.bonus for one in self.given)

    @property
    def not_reckoned(self) -> int:
        return sum(one.bonus is None or one.bonus.amount is None for one in self.given)

    @property
    def verified(self) -> bool:
        return are_verified(one.bonus for one in self.given)


@dataclass(frozen=True)
class Balance:
    """The fund of a year: the register's entries of it, in the order of a statement, and what was spent on awards."""

    entries: tuple[FundEntry, ...]
    spent: tuple[Spent, ...]

    def of(self, *kinds: FundKind) -> list[FundEntry]:
        words = [kind.word for kind in kinds]
        return [entry for entry in self.entries if entry.kind in words]

    @cached_property
    def had(self) -> int | None:
        """All that there was to spend; None where nobody says what was left of the year before."""
        return self._sum(*INCOME) if self.of(FundKind.OPENING) else None

    @property
    def on_awards(self) -> int | None:
        return whole(one.amount for one in self.spent)

    @property
    def verified(self) -> bool:
        """Whether all that the money of the awards is reckoned from is verified."""
        return all(one.verified for one in self.spent)

    @property
    def on_others(self) -> int:
        return self._sum(FundKind.OTHER_SPENDING)

    @property
    def left(self) -> int | None:
        """What is left; None where a part of it is not known."""
        had, on_awards = self.had, self.on_awards
        return None if had is None or on_awards is None else had - on_awards - self.on_others

    def _sum(self, *kinds: FundKind) -> int:
        return sum(entry.amount for entry in self.of(*kinds))


INCOME = (FundKind.OPENING, FundKind.BUDGET, FundKind.MOBILISED, FundKind.OTHER_INCOME)


def balance_of(scope: Scope) -> Balance:
    """Return the fund of the year of a workbook."""
    order = [kind.word for kind in FundKind]
    mine = (entry for entry in scope.run.register.fund if entry.year == scope.year)
    entries = sorted(mine, key=lambda entry: order.index(entry.kind))
    return Balance(tuple(entries), tuple(_spent(given_in(scope))))


def balance_before(scope: Scope) -> Balance:
    """Return the fund of the year before."""
    return balance_of(replace(scope, year=scope.year - 1))


def _spent(given: Iterable[GivenAward]) -> list[Spent]:
    """The lines of the statement: by round, kind of subject, source; what the level above pays is none of them."""
    lines: dict[tuple[str, Subject, str], list[GivenAward]] = {}
    for one in (one for one in given if not one.held.upward):
        lines.setdefault((one.held.id, one.verdict.kind, source_of(one)), []).append(one)
    ordered = sorted(lines.items(), key=lambda line: list(Subject).index(line[0][1]))
    rounds = list(dict.fromkeys(round_id for round_id, _, _ in lines))
    return [
        Spent(members[0].held, kind, source, tuple(members))
        for round_id in rounds
        for (of_round, kind, source), members in ordered
        if of_round == round_id
    ]


def source_of(one: GivenAward) -> str:
    """Return out of which source an award is paid (VI.1), as the commune chose, or the default."""
    choices = {choice.key: choice.shown for choice in one.held.choices}
    return choices.get(f"award.{one.verdict.award}.funding", "")
