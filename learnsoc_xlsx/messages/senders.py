"""Senders: whose mailbox a file came from, after the addresses that the register gives its units."""

from collections.abc import Iterable
from datetime import date

from learnsoc_xlsx.messages.addresses import addresses
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.submissions import Submission


class Senders:
    """The mailboxes of a register. Addresses are compared without regard to case; what is no address is no sender, nor
    is the commune's own mailbox: what it passes on was sent by somebody else.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self._units: dict[str, set[str]] = {}
        for unit in register.units:
            for address in addresses(unit.email):
                self._units.setdefault(address, set()).add(unit.id)
        communes = {profile.unit for profile in register.profile}
        own = {address for address, units in self._units.items() if units & communes}
        self._office = own | set(addresses(str(register.settings.get("return_to") or "")))

    def of(self, submission: Submission) -> str:
        """Return the address that a file came from; nothing where no sender is known."""
        address = _address(submission)
        return "" if address in self._office else address

    def owner(self, submission: Submission) -> str:
        """Return the unit whose mailbox a file came from; nothing where that is no unit's, or several'."""
        units = self.units_of(self.of(submission))
        return next(iter(units)) if len(units) == 1 else ""

    def from_office(self, submission: Submission) -> bool:
        """Whether the commune's own mailbox sent a file."""
        return _address(submission) in self._office

    def foreign(self, submission: Submission) -> bool:
        """Whether a file came from a mailbox that the register gives to other units only."""
        units = self.units_of(self.of(submission))
        return bool(units) and submission.unit not in units

    def units_of(self, address: str) -> frozenset[str]:
        """Return the units that an address is given to."""
        return frozenset(self._units.get(address, ()))

    def speak_for(self, unit: str, senders: Iterable[str]) -> bool:
        """Whether the register gives every one of these addresses to a unit."""
        return all(unit in self._units.get(address, ()) for address in senders)

    def called(self, submission: Submission) -> str:
        """Return the name, in its year, of the unit that a return is of."""
        row = self._register.unit_on(submission.unit, date(submission.year, 12, 31))
        return row.name if row else submission.unit

    def owners(self, address: str, year: int) -> str:
        """Return the names, in a year, of the units that an address is given to."""
        rows = (self._register.unit_on(unit, date(year, 12, 31)) for unit in sorted(self._units.get(address, ())))
        return "; ".join(row.name for row in rows if row)


def _address(submission: Submission) -> str:
    return next(iter(addresses(submission.mail.sender)), "") if submission.mail else ""
