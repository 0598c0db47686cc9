"""Chosen: what the commune chose for its rounds, as the words that the stages go by."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import TypeVar

from learnsoc_xlsx.model.law.awards import PhaseRule, PhaseRules
from learnsoc_xlsx.model.law.choices import OpenChoice
from learnsoc_xlsx.model.law.kinds import Reach

Choices = Mapping[str, OpenChoice]
Chosen = TypeVar("Chosen", bound=Enum)
OF_A_PHASE = "phase."
"""How the keys of the choices begin that only rounds over a phase have."""


def phase_rules(choices: Choices) -> PhaseRules:
    """Return in which years of a phase each kind of condition is asked."""
    return PhaseRules(*(_rule(choices.get(f"phase.{kind}")) for kind in ("title", "mark", "amount")))


def _rule(choice: OpenChoice | None) -> PhaseRule:
    return PhaseRule() if choice is None else PhaseRule(Reach(choice.held), int(choice.number or 1))


def word(choices: Choices, key: str, default: Chosen) -> Chosen:
    """Return what is chosen at a key as a member of the default's enumeration; the default where the law leaves no choice."""
    return type(default)(choices[key].held) if key in choices else default


def for_round(choices: Choices, awards: Iterable[str], over_a_phase: bool) -> tuple[OpenChoice, ...]:
    """Return the choices under which a round is held: those of its awards, and of phases where it is over one."""
    own = tuple(f"award.{award}." for award in awards)
    return tuple(
        choice
        for key, choice in choices.items()
        if key.startswith(own) or (over_a_phase and key.startswith(OF_A_PHASE))
    )
