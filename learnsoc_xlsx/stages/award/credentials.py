"""Credentials: what is stated of a candidate that no rule asks, of each field the newest word."""

from dataclasses import fields

from learnsoc_xlsx.model.law.verdicts import Candidate, Credentials, Fact

_NAMES = frozenset(field.name for field in fields(Credentials))


def credentials_of(candidate: Candidate) -> Credentials:
    """Return what the returns, and the commune, say of a candidate beside its conditions."""
    stated: dict[str, Fact] = {}
    for year in sorted(candidate.facts):
        facts = candidate.facts[year]
        stated |= {name: facts[name] for name in _NAMES & facts.keys() if facts[name].value is not None}
    return Credentials(**stated)
