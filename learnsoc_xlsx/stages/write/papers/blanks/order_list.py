"""What is printed on blanks in which order: the officer lays each sheet beside its line."""

from collections.abc import Iterable
from dataclasses import dataclass

from learnsoc_xlsx.model.papers.certificates import Certificate, Part


@dataclass(frozen=True)
class InOrder:
    """A certificate in the list: its number in the document from 1 on, whose it is, by which decision."""

    number: int
    name: str
    decision: str


def order_list(certificates: Iterable[Certificate]) -> tuple[InOrder, ...]:
    """Return the list of certificates in the order of their pages; what a certificate does not say is ""."""
    return tuple(
        InOrder(
            number, ", ".join(certificate.texts.get(Part.NAME, ())), " ".join(certificate.texts.get(Part.DECISION, ()))
        )
        for number, certificate in enumerate(certificates, 1)
    )
