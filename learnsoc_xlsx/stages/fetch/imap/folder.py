"""Folder: the messages of an open folder, few at a time; one that cannot be had does not stop the others."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain

from learnsoc_xlsx.messages.unwrap import unwrap
from learnsoc_xlsx.model.returns.mailbox import Account, Message, Withheld
from learnsoc_xlsx.stages.fetch.imap.answers import OfMessage, answers, uids
from learnsoc_xlsx.stages.fetch.imap.line import USUAL, Bounds, Broken, Unwilling, asking
from learnsoc_xlsx.stages.fetch.imap.session import Cut, Session
from learnsoc_xlsx.vietnamese.dates import VIETNAM

_AT_ONCE = 8_000_000  # bytes asked for in one go, so that little is lost when the line breaks
_AT_MOST = 50  # messages asked for in one go
_ASKED = 500  # messages whose size is asked for in one line
_HEAD = 20_000  # bytes of the headers of a message that cannot be had, to tell whose it is
_NAMED = 50  # messages that cannot be had, and are named
_REFUSED = "máy chủ thư từ chối đưa ra"
_BREAKS_OFF = "đường truyền đứt mỗi khi lấy thư này"
_NOT_GIVEN = "máy chủ thư có kể tên nhưng không đưa ra, có thể vừa bị xóa"

_Ask = Callable[[Sequence[int]], list[OfMessage]]


@dataclass(frozen=True)
class Letters:
    """The UIDs of a folder's messages, the oldest first; not `whole` where the server's list is broken or too short."""

    uids: list[int]
    whole: bool


class Folder:
    """One folder, opened for reading only. `validity` says under which count its UIDs hold (UIDVALIDITY)."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._withheld: dict[int, Withheld] = {}
        self.validity = session.validity

    def listed(self) -> Letters:
        """Return the UID of every message. Raises Cut where the server gives none though it has some."""
        line, letters = self._session.line, self._session.letters
        try:
            with asking():
                line.expect(0)
                status, answer = line.uid("SEARCH", "ALL")
        except (Broken, Unwilling) as error:
            raise Cut from error
        listed, whole = uids([part for part in answer if part])
        if status != "OK" or (letters and not listed):
            raise Cut
        return Letters(listed, whole and len(listed) >= letters)

    def messages(self, uids: Sequence[int]) -> Iterator[Message]:
        """Yield these messages, several at a time; those that cannot be had are `withheld`. Raises Cut."""
        for at in range(0, len(uids), _ASKED):
            sizes = self._sizes(uids[at : at + _ASKED])
            for several in _portions(sizes):
                yield from self._several(several)

    def withheld(self) -> list[Withheld]:
        """Return the messages that could not be had; of the first ones, whose they are, as far as the server tells."""
        for uid in list(self._withheld)[:_NAMED]:
            try:
                self._name(uid)
            except Unwilling:
                continue
            except Broken:
                break
        return list(self._withheld.values())

    def _name(self, uid: int) -> None:
        lacking = self._withheld[uid]
        for head in self._ask([uid], f"(UID INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER]<0.{_HEAD}>)", _HEAD):
            letter = unwrap(head.data or b"")
            self._withheld[uid] = replace(
                lacking,
                size=lacking.size or head.size or 0,
                received=head.received,
                sender=letter.sender or letter.sender_name,
                subject=letter.subject,
            )

    def _sizes(self, uids: Sequence[int]) -> dict[int, int]:
        """The size of each message in bytes; one that the server gives no size is taken for as large as may be."""
        most = self._session.bounds.message
        sizes = {
            answer.uid: most if answer.size is None else answer.size
            for answer in self._asked_of(uids, lambda some: self._ask(some, "(UID RFC822.SIZE)", 0))
        }
        for uid, size in sizes.items():
            if size > most:
                self._withhold(uid, f"lớn hơn {most // 1_000_000} MB", size)
        return {uid: sizes[uid] for uid in uids if uid in sizes and sizes[uid] <= most}

    def _several(self, uids: Sequence[int]) -> Iterator[Message]:
        for answer in self._asked_of(uids, self._bodies):
            received = answer.received or datetime.now(VIETNAM)
            yield Message(answer.uid, received, answer.data or b"", answer.received is not None)
            self._session.clock.renew()

    def _bodies(self, uids: Sequence[int]) -> list[OfMessage]:
        most = self._session.bounds.message
        had = self._ask(uids, "(UID INTERNALDATE BODY.PEEK[])", most)
        return [answer for answer in had if answer.data is not None]

    def _asked_of(self, uids: Sequence[int], ask: _Ask) -> Iterator[OfMessage]:
        """What is answered of each message. Where several at once are refused or break the line, each is asked for alone, and so
        is one that is not answered of among several.
        """
        had: list[OfMessage] = []
        try:
            had = ask(uids)
        except Unwilling:
            pass
        except Broken:
            self._session.again()
        yield from had
        lacking = set(uids).difference(answer.uid for answer in had)
        yield from chain.from_iterable(self._alone(uid, ask) for uid in uids if uid in lacking)

    def _alone(self, uid: int, ask: _Ask) -> list[OfMessage]:
        try:
            had = ask([uid])
        except Unwilling:
            self._withhold(uid, _REFUSED)
        except Broken:
            self._session.again()
            self._withhold(uid, _BREAKS_OFF)
        else:
            if not had:
                self._withhold(uid, _NOT_GIVEN)
            return had
        return []

    def _withhold(self, uid: int, why: str, size: int = 0) -> None:
        self._withheld[uid] = Withheld(uid, why, size)

    def _ask(self, uids: Sequence[int], what: str, literals: int) -> list[OfMessage]:
        """What is answered of these messages, of each once, in the order asked for. Raises Broken, Unwilling."""
        line = self._session.line
        with asking():
            line.expect(literals)
            status, lines = line.uid("FETCH", ",".join(map(str, uids)), what)
        if status != "OK":
            raise Unwilling
        first: dict[int, OfMessage] = {}
        for answer in answers(lines):
            first.setdefault(answer.uid, answer)
        return [first[uid] for uid in uids if uid in first]


@contextmanager
def folder(account: Account, password: str, bounds: Bounds = USUAL) -> Iterator[Folder]:
    """Open a folder of a mailbox for reading only, and log out in the end.

    Raises Refusal, in one sentence, when the server is not there, is not who it says, refuses the password, or has no
    such folder; and for a line without TLS to anywhere but this machine.
    """
    session = Session(account, password, bounds)
    try:
        yield Folder(session)
        session.log_out()
    finally:
        session.hang_up()


def _portions(sizes: Mapping[int, int]) -> Iterator[list[int]]:
    """Share out the messages so that each portion is small, or a single one."""
    portion: list[int] = []
    weight = 0
    for uid, size in sizes.items():
        if portion and (weight + size > _AT_ONCE or len(portion) == _AT_MOST):
            yield portion
            portion, weight = [], 0
        portion.append(uid)
        weight += size
    if portion:
        yield portion
