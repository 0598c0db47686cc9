"""Mail: what the walk through a saved message or mailbox finds, as the members of a container."""

from learnsoc_xlsx.messages.enclosure import Enclosure, Opened, Shut
from learnsoc_xlsx.messages.envelope import Envelope
from learnsoc_xlsx.messages.walk import DEEPEST, walk
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.place import WITHIN
from learnsoc_xlsx.model.returns.submissions import Mail
from learnsoc_xlsx.stages.receive.fault import Fault, damaged
from learnsoc_xlsx.stages.receive.unpack.member import NAMELESS, Held, Member
from learnsoc_xlsx.stages.receive.unpack.shown import plain


def open_mail(data: bytes, outer: Envelope) -> Held | Fault:
    """Take the files out of a message (.eml, .msg) or a mailbox (.mbox), and out of every message in it.

    `outer` is the envelope of the message that it came in itself.
    """
    opened = walk(data, outer)
    return _fault(opened.shut) if opened.shut else _held(opened)


def _held(opened: Opened) -> Held:
    return Held(tuple(map(_member, opened.enclosures)), opened.envelope, damage=opened.damage)


def mail_of(envelope: Envelope) -> Mail | None:
    """Return the message that brought a file, as a submission knows it; None where it is not known when that was."""
    if envelope.received is None:
        return None
    return Mail(envelope.sender, envelope.received, plain(envelope.subject), envelope.words)


def _member(enclosure: Enclosure) -> Member:
    kind = f" ({enclosure.kind})" if enclosure.kind else ""
    names = (*enclosure.within, enclosure.name or f"{NAMELESS}{kind}")
    fault = _fault(enclosure.shut) if enclosure.shut else None
    return Member(WITHIN.join(map(plain, names)), enclosure.data, enclosure.envelope, fault, enclosure.bare)


def _fault(shut: Shut) -> Fault:
    if shut.code is Code.NESTED_TOO_DEEP:
        return Fault(shut.code, str(DEEPEST), str(DEEPEST))
    return damaged(shut.why, shut.files) if shut.code is Code.DAMAGED_CONTAINER else Fault(shut.code, shut.why)
