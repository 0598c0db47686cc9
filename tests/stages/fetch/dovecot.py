"""A private Dovecot on loopback, started by an ordinary user, its mail in a Maildir; for Dovecot 2.3 and 2.4."""

import getpass
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

PROGRAM = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin") or ""
USER, PASSWORD = "xa", "mật khẩu"
_COMMON = """
base_dir = {home}/run
state_dir = {home}/run
log_path = {home}/log
protocols = imap
ssl = no
listen = 127.0.0.1
auth_failure_delay = 0
default_login_user = {login}
default_internal_user = {user}
default_internal_group = {group}
first_valid_uid = 0
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
"""
_OF_2_3 = """
disable_plaintext_auth = no
mail_location = maildir:{home}/mail
passdb {{
  driver = passwd-file
  args = scheme=PLAIN {home}/users
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}
}}
"""
_OF_2_4 = """
auth_allow_cleartext = yes
mail_driver = maildir
mail_path = {home}/mail
passdb passwd-file {{
  passwd_file_path = {home}/users
  default_password_scheme = plain
}}
userdb static {{
  fields {{
    uid = {uid}
    gid = {gid}
    home = {home}
  }}
}}
"""


@dataclass(frozen=True)
class Box:
    """A running server and the Maildir that it serves."""

    port: int
    maildir: Path

    def put(self, name: str, data: bytes, received: float) -> None:
        """Lay a letter into the mailbox, as received at a moment (seconds since 1970)."""
        path = self.maildir / "new" / name
        path.write_bytes(data)
        os.utime(path, (received, received))

    def flags(self) -> set[str]:
        """The flags that any message bears: "S" for seen, "T" for thrown away…"""
        return {flag for path in self._letters() for flag in path.name.partition(":2,")[2]}

    def bytes(self) -> list[bytes]:
        """Every message, as it lies there."""
        return sorted(path.read_bytes() for path in self._letters())

    def _letters(self) -> list[Path]:
        return [path for path in self.maildir.rglob("*") if path.parent.name in ("new", "cur")]


@contextmanager
def dovecot() -> Iterator[Box]:
    """Run a server whose whole world is one folder; raises AssertionError with its log if it does not come up.

    The folder is not pytest's: a socket's path may have no more than 107 letters, and every process must get there.
    """
    with TemporaryDirectory(prefix="dove", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        home.chmod(0o755)
        with _running(home) as box:
            yield box


@contextmanager
def _running(home: Path) -> Iterator[Box]:
    for name in ("run", "mail/new", "mail/cur", "mail/tmp"):
        (home / name).mkdir(parents=True)
    for path in (home, *home.glob("mail/**/")):
        os.chown(path, *_owner().values())
    port = _free_port()
    (home / "users").write_text(f"{USER}:{{PLAIN}}{PASSWORD}\n", encoding="utf-8")
    (home / "dovecot.conf").write_text(_settings(home, port), encoding="utf-8")
    server = subprocess.Popen([PROGRAM, "-F", "-c", str(home / "dovecot.conf")])
    try:
        _wait(port, server, home)
        yield Box(port, home / "mail")
    finally:
        server.terminate()
        server.wait(20)


def _settings(home: Path, port: int) -> str:
    version = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True, check=True).stdout.split()[0]
    newer = tuple(map(int, version.split(".")[:2])) >= (2, 4)
    head = f"dovecot_config_version = {version}\ndovecot_storage_version = {version}\n" if newer else ""
    return head + (_COMMON + (_OF_2_4 if newer else _OF_2_3)).format(home=home, port=port, **_who())


def _who() -> dict[str, object]:
    """Whose the server's processes and the mail are: all ours, or, where root starts it, those that its package made."""
    if os.getuid():
        return {"login": getpass.getuser(), "user": getpass.getuser(), "group": _group(), **_owner()}
    return {"login": "dovenull", "user": "dovecot", "group": "dovecot", **_owner()}


def _owner() -> dict[str, int]:
    """Root may own no mail: Dovecot gives none to it."""
    import pwd  # Windows has none

    mail = pwd.getpwnam("dovecot") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
    return {"uid": mail.pw_uid, "gid": mail.pw_gid}


def _group() -> str:
    import grp  # Windows has none

    return grp.getgrgid(os.getgid()).gr_name


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


def _wait(port: int, server: subprocess.Popen[bytes], home: Path) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            assert server.poll() is None, (home / "log").read_text(encoding="utf-8", errors="replace")
            time.sleep(0.1)
    raise AssertionError("dovecot does not answer")
