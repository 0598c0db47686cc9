"""Credentials: what is stated of a candidate that no rule asks, of each field the newest word."""

from dataclasses import fields

from learnsoc_xlsx.model.law.verdicts import Candidate, Credentials, Fact

_NAMES = tuple(field.name for field in fields(Credentials))


def credentials_of(candidate: Candidate) -> Credentials:
    """Return what the returns, and the commune, say of a candidate beside its conditions."""
    newest = [facts for _, facts in sorted(candidate.facts.items(), reverse=True)]
    return Credentials(
        **{
            name: fact
            for name in _NAMES
            if (fact := next((facts[name] for facts in newest if _says(facts.get(name))), None)) is not None
        }
    )


def _says(fact: Fact | None) -> bool:
    return fact is not None and fact.value is not None
