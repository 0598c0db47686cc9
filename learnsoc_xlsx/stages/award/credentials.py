"""Credentials: what is stated of a candidate that no rule asks, of each field the newest word."""

from dataclasses import fields

from learnsoc_xlsx.model.law.verdicts import Candidate, Credentials, Fact

_NAMES = [field.name for field in fields(Credentials)]


def credentials_of(candidate: Candidate) -> Credentials:
    """Return what the returns, and the commune, say of a candidate beside its conditions."""
    stated: dict[str, Fact] = {}
    for year in sorted(candidate.facts):
        of_year = map(candidate.facts[year].get, _NAMES)
        stated |= {name: fact for name, fact in zip(_NAMES, of_year, strict=True) if fact and fact.value is not None}
    return Credentials(**stated)
