"""Rules: which of the commune's choices governed a ranking, and which of them are only the default."""

from collections.abc import Iterator, Sequence

from learnsoc_xlsx.model.law.quantity import OpenChoice
from learnsoc_xlsx.model.law.verdicts import HeldRound

_OF_AWARDS = "award."


def rules(held: HeldRound, award: str = "") -> Iterator[str]:
    """Say under which choices an award is given in a round, or (none named) those of the round as a whole."""
    begins = f"{_OF_AWARDS}{award}." if award else ""
    own = [choice for choice in held.choices if _is_of(choice, begins)]
    if own:
        yield f"{'Quy tắc' if award else 'Quy tắc chung'}, xã được chọn: {_listed(own)}."


def _is_of(choice: OpenChoice, begins: str) -> bool:
    return choice.key.startswith(begins) if begins else not choice.key.startswith(_OF_AWARDS)


def _listed(choices: Sequence[OpenChoice]) -> str:
    return "; ".join(f"{_short(choice)}: {choice.shown}{'' if choice.local else ' (mặc định)'}" for choice in choices)


def _short(choice: OpenChoice) -> str:
    """What is chosen, without what it is chosen for: that stands above."""
    return choice.label.rpartition(": ")[2]
