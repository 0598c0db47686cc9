"""Collect: fetch what is new in the mailbox, and put what may be reports into INBOX by unit."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from learnsoc_xlsx.messages.addresses import addresses
from learnsoc_xlsx.messages.unwrap import unwrap
from learnsoc_xlsx.model.errors import CannotWrite, Refusal, why
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.mailbox import Account, Aside, Attachment, Entry, Kept, Letter, Message, Withheld
from learnsoc_xlsx.pipeline.settings.mailbox import Given, account_of
from learnsoc_xlsx.pipeline.settings.means import Progress
from learnsoc_xlsx.pipeline.steps.register import register_in
from learnsoc_xlsx.pipeline.terms.in_force import admissible, law
from learnsoc_xlsx.stages.fetch.imap.folder import Folder, Letters, folder
from learnsoc_xlsx.stages.fetch.imap.line import USUAL, Bounds
from learnsoc_xlsx.stages.fetch.imap.session import Cut
from learnsoc_xlsx.stages.fetch.index import COLLECTED, read_index, write_index
from learnsoc_xlsx.stages.fetch.keep import Keeper, refused
from learnsoc_xlsx.stages.receive.fault import Fault
from learnsoc_xlsx.stages.receive.preflight.preflight import preflight
from learnsoc_xlsx.stages.receive.preflight.sound import Sound
from learnsoc_xlsx.stages.receive.receive import receive
from learnsoc_xlsx.stages.receive.unpack.unpack import Item
from learnsoc_xlsx.stages.receive.unpack.winmail import is_winmail, open_winmail
from learnsoc_xlsx.stages.write.moving.lease import alone

_EVERY, _SHARE = 20, 10
"""Letters between two writings of the index: so many, or this part of what is in it, so that its work grows as the letters do."""


@dataclass(frozen=True)
class Collected:
    """What came of it: how many letters the folder holds, those new to us (doubles of known ones apart), and what went wrong:
    `undated` are those whose day the server does not tell, `withheld` those that it does not give; not `whole` where its list
    of letters is not, and `cut` where it ended before the last.
    """

    account: Account
    letters: int
    entries: tuple[Entry, ...]
    doubles: int
    doubt: str = ""
    undated: tuple[Entry, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    whole: bool = True
    cut: bool = False


def collect(
    inbox: Path, given: Given, password: Callable[[str], str], progress: Progress, bounds: Bounds = USUAL
) -> Collected:
    """Fetch the new letters of the mailbox, and keep their attachments under INBOX/thu.

    `password` is asked once, for the user's name. Nothing in the mailbox is changed. When the line breaks half-way, or the
    server goes beyond `bounds`, what was fetched stays and is remembered; a letter that cannot be had stops no other.
    Raises Refusal when nothing can be done.
    """
    if not inbox.is_dir():
        raise Refusal(f"Không có thư mục “{inbox}”. Hãy tạo thư mục này rồi chạy lại.")
    law()  # a faulty one stops here, before a server is called
    account = account_of(inbox, given)
    with _alone_in(inbox), folder(account, password(account.user), bounds) as box:
        desk = _Desk(inbox, account, read_index(inbox), *_units(inbox))
        listed = _listed(box, account)
        try:
            cut = desk.take_in(box, listed.uids, progress)
            withheld = tuple(box.withheld())
        finally:
            desk.remember()
    return Collected(
        account, len(listed.uids), tuple(desk.taken), desk.doubles, desk.doubt, tuple(desk.undated), withheld,
        listed.whole, cut,
    )  # fmt: skip


@contextmanager
def _alone_in(inbox: Path) -> Iterator[None]:
    """Be the only one who collects there: two would write into one draft. Raises CannotWrite, and says who, where another is."""
    place = inbox / COLLECTED
    try:
        place.mkdir(exist_ok=True)
        with alone(place):
            yield
    except OSError as error:
        raise CannotWrite(
            f"Không ghi được vào thư mục “{place}” ({why(error)}). Hãy kiểm tra quyền ghi và chỗ trống."
        ) from error
    finally:
        with suppress(OSError):
            place.rmdir()  # where nothing came


def _listed(box: Folder, account: Account) -> Letters:
    try:
        return box.listed()
    except Cut as error:
        raise Refusal(
            f"Máy chủ thư “{account.host}” không cho biết hộp “{account.folder}” có những thư nào. Hãy chạy lại sau."
        ) from error


@dataclass
class _Desk:
    """Where letters are opened one after another, and remembered."""

    inbox: Path
    account: Account
    entries: list[Entry]
    register: Register | None
    doubt: str
    taken: list[Entry] = field(default_factory=list)
    undated: list[Entry] = field(default_factory=list)
    doubles: int = 0
    written: int = 0

    def take_in(self, box: Folder, uids: Sequence[int], progress: Progress) -> bool:
        """Take in the letters not yet entries; True when the line broke before the last."""
        here = {
            entry.uid for entry in self.entries if (entry.mailbox, entry.validity) == (self.account.name, box.validity)
        }
        fresh = [uid for uid in uids if uid not in here]
        try:
            for done, message in enumerate(box.messages(fresh), 1):
                self._take(message, box.validity)
                progress("Đọc thư", done, len(fresh))
                if len(self.entries) - self.written >= max(_EVERY, self.written // _SHARE):
                    self.remember()
        except Cut:
            return True
        return False

    def remember(self) -> None:
        """Write down what is entries by now."""
        if self.entries:
            write_index(self.inbox, self.entries)
            self.written = len(self.entries)

    def _take(self, message: Message, validity: int) -> None:
        sha256 = hashlib.sha256(message.data).hexdigest()
        letter = unwrap(message.data)
        entry = Entry(
            self.account.name, validity, message.uid, sha256, message.received,
            letter.sender, letter.sender_name, letter.subject, words=letter.words,
        )  # fmt: skip
        if sha256 in self._hashes:
            self.doubles += 1
        else:
            kept, aside = self._sorted(letter, message)
            entry = replace(entry, kept=kept, aside=aside)
            self.taken.append(entry)
            self.undated += [entry] * (not message.dated)
            self._hashes.add(sha256)
        self.entries.append(entry)

    def _sorted(self, letter: Letter, message: Message) -> tuple[tuple[Kept, ...], tuple[Aside, ...]]:
        kept: list[Kept] = []
        aside: list[Aside] = []
        for file in (one for attachment in letter.attachments for one in _out_of_winmail(attachment)):
            container = _container(file.data)
            if reason := file.why or refused(file, container):
                aside.append(Aside(file.name, len(file.data), reason))
            else:
                whose = self._whose(file, letter)
                kept.append(self._keeper.keep(file, container, whose, message.received.date()))
        return tuple(kept), tuple(aside)

    def _whose(self, attachment: Attachment, letter: Letter) -> str:
        """The folder for an attachment: the unit of whoever first sent it, else the stamp's unit, else the address."""
        senders = [address for address in (attachment.via, letter.sender) if address]
        for address in senders:
            if (unit := self._by_address.get(address)) is not None:
                return self._name(unit)
        stamped = _stamped_unit(attachment)
        return self._name(stamped) if stamped else next(iter(senders), "khong ro nguoi gui")

    @cached_property
    def _keeper(self) -> Keeper:
        return Keeper(self.inbox)

    @cached_property
    def _hashes(self) -> set[str]:
        return {entry.sha256 for entry in self.entries}

    @cached_property
    def _by_address(self) -> Mapping[str, str]:
        """The unit of each address that belongs to one unit alone."""
        owners: dict[str, set[str]] = {}
        for unit in self.register.units if self.register else ():
            for address in addresses(unit.email):
                owners.setdefault(address, set()).add(unit.id)
        return {address: next(iter(units)) for address, units in owners.items() if len(units) == 1}

    def _name(self, unit: str) -> str:
        """A unit's newest name in the register; its id where the register does not know it."""
        rows = [row for row in self.register.units if row.id == unit] if self.register else []
        return max(rows, key=lambda row: str(row.since or "")).name if rows else unit


def _units(inbox: Path) -> tuple[Register | None, str]:
    """The register of INBOX; without one (and why, where there is a faulty one) files go by stamp and address."""
    try:
        return register_in(inbox), ""
    except Refusal as refusal:
        return None, str(refusal)


def _out_of_winmail(attachment: Attachment) -> list[Attachment]:
    """An attachment; where Outlook wrapped it in a winmail.dat, what is in that. One that stays shut is kept for the run
    to say so.
    """
    opened = open_winmail(attachment.data) if is_winmail(attachment.data) else None
    if opened is None or isinstance(opened, Fault):
        return [attachment]
    if not opened:
        return [replace(attachment, why="Outlook chỉ gói cách trình bày thư, không có tệp nào")]
    return [replace(attachment, name=name, data=data) for name, data in opened]


def _container(data: bytes) -> str:
    """What an attachment is by its bytes; of a workbook that is not to be opened, that it may be one all the same."""
    result = preflight(data)
    if isinstance(result, Sound):
        return result.container
    return result.given if result.code is Code.NOT_A_WORKBOOK else "tệp nén hoặc bảng tính không mở được"


def _stamped_unit(attachment: Attachment) -> str:
    """The unit for which the template of an attached workbook was made; empty where there is none."""
    item = Item(attachment.name, Path(attachment.name), held=attachment.data)
    return receive(item, 0, admissible()).submission.unit
