"""Chosen: what the commune chose for its rounds, as the words that the stages go by."""

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from typing import TypeVar

from learnsoc_xlsx.model.law.awards import Award, FormOfAward, PhaseRule, PhaseRules, Round
from learnsoc_xlsx.model.law.kinds import Reach
from learnsoc_xlsx.model.law.quantity import OpenChoice, Quantity

Choices = Mapping[str, OpenChoice]
Chosen = TypeVar("Chosen", bound=Enum)
OF_A_PHASE = "phase."
"""How the keys of the choices begin that only rounds over a phase have."""
OF_UPWARD = "upward."
"""How those begin that only rounds have which propose to the level above."""


def phase_rules(choices: Choices, *, upward: bool = False) -> PhaseRules:
    """Return how a phase looks at its years: for each kind of condition, its candidates, its blockers, its ranking; and of
    it, or of a round that proposes `upward`, whether an award of the year was for the same achievement.
    """
    usual = PhaseRules()
    return PhaseRules(
        title=_rule(choices.get("phase.title")),
        mark=_rule(choices.get("phase.mark")),
        amount=_rule(choices.get("phase.amount")),
        candidates=word(choices, "phase.candidates", usual.candidates),
        blockers=word(choices, "phase.blockers", usual.blockers),
        rank=word(choices, "phase.rank", usual.rank),
        awarded=word(choices, f"{OF_UPWARD if upward else OF_A_PHASE}awarded", usual.awarded),
    )


def _rule(choice: OpenChoice | None) -> PhaseRule:
    return PhaseRule() if choice is None else PhaseRule(Reach(choice.held), int(choice.number or 1))


def word(choices: Choices, key: str, default: Chosen) -> Chosen:
    """Return what is chosen at a key as a member of the default's enumeration; the default where the law leaves no choice."""
    return type(default)(choices[key].held) if key in choices else default


def ranked_as_chosen(award: Award, choices: Choices) -> Award:
    """Return an award with the keys of its ranking that the commune chose, in its order."""
    choice = choices.get(f"award.{award.id}.rank")
    keys = {key.of: key for key in award.rank}
    return replace(award, rank=tuple(keys[option.id] for option in choice.options_held)) if choice else award


def forms_chosen(choices: Choices, declared: Round) -> dict[str, FormOfAward]:
    """Return the form in which each award of a round is given, where the commune chooses it."""
    keys = {award: declared.form_chosen.format(award=award) for award in declared.awards}
    return {award: _form(choices[key]) for award, key in keys.items() if key in choices}


def forms_open(choices: Choices, award: str) -> list[FormOfAward]:
    """Return every form in which an award may be given by the law's choices; only the one that holds bears the commune's rate."""
    choice = choices.get(f"award.{award}.form")
    return [FormOfAward(option.label, option.by_law) for option in choice.options] if choice else []


def _form(choice: OpenChoice) -> FormOfAward:
    (option,) = choice.options_held
    rate = None
    if choice.number is not None and option.number:
        rate = Quantity(choice.key, choice.number, choice.source, verified=False, local=True, label=option.number)
    return FormOfAward(option.label, option.by_law, rate, option.bases)


def for_round(choices: Choices, declared: Round, *, over_a_phase: bool) -> tuple[OpenChoice, ...]:
    """Return the choices under which a round is held: those of its awards, of phases where it is over one, of proposals to
    the level above where it makes them.
    """
    forms = {declared.form_chosen.format(award=award) for award in declared.awards}
    ways = {f"award.{award}.{way}" for award in declared.awards for way in ("rank", "ties", "funding")}
    return tuple(
        choice
        for key, choice in choices.items()
        if key in forms | ways
        or (over_a_phase and key.startswith(OF_A_PHASE))
        or (declared.upward and key.startswith(OF_UPWARD))
    )
