"""The command line: arguments in, exit code out. The verbs are those of the Makefile."""

import gc
import os
import select
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import date, datetime
from getpass import getpass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import Abort, TyperException

from learnsoc_xlsx import __version__
from learnsoc_xlsx.engine import Engine, Runner
from learnsoc_xlsx.model.errors import Refusal, Stopped
from learnsoc_xlsx.pipeline.screen.spoken_help import mistyped, spoken
from learnsoc_xlsx.pipeline.screen.stopping import COLLECTED, PRINTED, STOPPED, answering, hear, stopped_as
from learnsoc_xlsx.pipeline.screen.times import Told, timed
from learnsoc_xlsx.pipeline.settings.products import Products

if TYPE_CHECKING:
    from learnsoc_xlsx.pipeline.keeping.shelf import Shelf
    from learnsoc_xlsx.pipeline.screen.shown import Made
    from learnsoc_xlsx.pipeline.settings.means import Means


class Verb(TyperCommand):
    """A command that says in Vietnamese how it is called."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # the library keeps the names of these types to itself
        super().format_help(ctx, formatter)
        formatter.buffer = [spoken("".join(formatter.buffer))]


class Verbs(TyperGroup):
    """All commands, which say in Vietnamese how they are called."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        super().format_help(ctx, formatter)
        formatter.buffer = [spoken("".join(formatter.buffer))]


app = typer.Typer(
    name="learnsoc",
    cls=Verbs,
    help="Từ thư mục báo cáo đến bảng tổng hợp và danh sách khen thưởng. (From a folder of returns to signed workbooks.)",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
FILLED, SAMPLE = Path("input_templates/filled"), Path("input_templates/sample")
PACKAGED = Path(__file__).parent / "sample"
"""The sample as a wheel brings it (setup.py); a clone has it in SAMPLE."""
PASSWORD = "LEARNSOC_MAIL_PASSWORD"
_SOON = 0.05
"""Seconds within which what was pasted comes in."""
OUTPUT, BLANK = Path("output"), Path("output/mau_bieu")
OWNER_ALONE = 0o077
"""What others of the machine may not do with the files and folders that a command makes; those that are there stay as they are."""
_held: list["Made"] = []

Inbox = Annotated[Path | None, typer.Argument(help="Thư mục chứa danh bạ và các báo cáo. (Folder of returns.)")]
Out = Annotated[Path, typer.Option("--out", help="Nơi ghi kết quả. (Where results go.)")]
NoCache = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        help="Đọc và tính lại tất cả. Thường thì việc đã làm với đúng các tệp ấy được giữ trong thư mục đệm của người dùng, hoặc ở nơi biến LEARNSOC_CACHE nêu; xóa lúc nào cũng được. (Make everything anew; LEARNSOC_CACHE names the cache folder.)",
    ),
]
PasswordFile = Annotated[
    Path | None,
    typer.Option(
        "--password-file", help="Tệp mật khẩu của các báo cáo, mỗi dòng một mật khẩu. (Passwords of returns.)"
    ),
]
Day = Annotated[
    str | None, typer.Option("--as-of", help="Ngày chốt, năm-tháng-ngày hoặc ngày/tháng/năm. (As-of date.)")
]
Strict = Annotated[bool, typer.Option("--strict", help="Thoát với mã 1 khi có lỗi trong báo cáo. (Exit 1 on errors.)")]
RunBy = Annotated[Runner, typer.Option("--engine", help="Nơi chạy: auto, serial, processes, dask. (Where work runs.)")]
Workers = Annotated[int | None, typer.Option(min=1, help="Số tiến trình. (Number of processes.)")]
Scheduler = Annotated[
    str,
    typer.Option(
        help="Địa chỉ cụm Dask đang chạy, ví dụ tcp://10.0.0.5:8786, dùng với --engine dask; bỏ trống thì theo DASK_SCHEDULER_ADDRESS, không có nữa thì tự mở trên máy này. Máy của cụm tự đọc tệp nếu thấy cùng thư mục báo cáo, nếu không thì tệp được gửi kèm. (A running cluster; files are read there from a shared folder, else sent.)",
    ),
]
Replies = Annotated[
    bool, typer.Option("--replies/--no-replies", help="Viết thư trả lời cho các đơn vị. (Write letters.)")
]
Papers = Annotated[
    bool, typer.Option("--papers/--no-papers", help="Soạn văn bản Word của các đợt xét. (Write the papers.)")
]
Public = Annotated[
    bool, typer.Option("--public", help="Soạn cả thông báo niêm yết và bài phát thanh. (Notices to publish.)")
]
Tables = Annotated[
    bool, typer.Option("--tables", help="Ghi cả các bảng Parquet cho chương trình khác. (Parquet tables as well.)")
]
Choices = Annotated[
    Path | None,
    typer.Option("--try", help="Tính thử với lựa chọn của một danh bạ khác. (Try another register's choices.)"),
]


def _version(asked: bool) -> None:
    if asked:
        print(f"learnsoc_xlsx {__version__}")
        raise typer.Exit


@app.callback()
def learnsoc(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="In phiên bản. (Print the version.)")
    ] = False,
) -> None:
    """Từ thư mục báo cáo đến bảng tổng hợp và danh sách khen thưởng. (From a folder of returns to signed workbooks.)"""


@app.command(cls=Verb)
def consolidate(
    inbox: Inbox = None,
    out: Out = OUTPUT,
    as_of: Day = None,
    strict: Strict = False,
    runner: RunBy = Runner.AUTO,
    workers: Workers = None,
    scheduler: Scheduler = "",
    replies: Replies = True,
    papers: Papers = True,
    public: Public = False,
    tables: Tables = False,
    password_file: PasswordFile = None,
    choices: Choices = None,
    no_cache: NoCache = False,
) -> None:
    """Đọc mọi báo cáo, ghi các bảng tổng hợp, khen thưởng và kiểm tra. (The main job.)"""
    if public and not papers:
        raise Refusal(
            "Thông báo và bài phát thanh là văn bản Word: --public không dùng cùng --no-papers. Hãy bỏ một trong hai."
        )
    if scheduler and runner is not Runner.DASK:
        raise Refusal("--scheduler là địa chỉ của một cụm Dask. Hãy thêm --engine dask, hoặc bỏ --scheduler.")
    chosen, day = inbox or _usual_inbox(), _day(as_of)
    asked = _means(Engine(runner, workers, scheduler), password_file, no_cache)
    if choices:
        _try(choices, chosen, out, day, asked)
    elif _run(chosen, out, day, asked, Products(replies, papers, public, tables)) and strict:
        raise typer.Exit(1)


def _run(inbox: Path, out: Path, day: date | None, asked: AbstractContextManager["Means"], products: Products) -> bool:
    """Show what a run came to, and say whether there are errors in the returns."""
    from learnsoc_xlsx.pipeline.screen.shown import shown

    with asked as means:
        done = shown(inbox, out, day, products, means.shelf, lambda: _anew(inbox, out, day, products, means))
    print("\n".join(done.lines))
    return done.has_errors


def _anew(inbox: Path, out: Path, day: date | None, products: Products, means: "Means") -> "Made":
    """What a run comes to, held until the process ends: to let go of millions of values one by one would only make people
    wait.
    """
    from learnsoc_xlsx.pipeline.commands.consolidate import consolidate as run_all

    made = run_all(inbox, out, day, products, means)
    _held.append(made)
    return made


def _try(choices: Path, inbox: Path, out: Path, day: date | None, asked: AbstractContextManager["Means"]) -> None:
    from learnsoc_xlsx.pipeline.commands.consolidate import try_choices
    from learnsoc_xlsx.pipeline.screen.trial import totals

    with asked as means:
        trial, written = try_choices(choices, inbox, out, day, means)
    print("\n".join(totals(trial, written)))


@app.command(cls=Verb)
def collect(
    inbox: Inbox = None,
    host: Annotated[str | None, typer.Option(help="Máy chủ IMAP. (IMAP server.)")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Cổng, thường là 993. (Port.)")] = None,
    user: Annotated[str | None, typer.Option(help="Tên đăng nhập hộp thư. (User.)")] = None,
    folder: Annotated[str | None, typer.Option(help="Thư mục thư, thường là INBOX. (Mail folder.)")] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Không mã hóa; chỉ dùng với chính máy này. (No TLS, this machine only.)")
    ] = False,
) -> None:
    """Lấy tệp đính kèm từ hộp thư về thư mục báo cáo; chỉ đọc, không đổi gì trong hộp thư. (Read the mailbox.)"""
    from learnsoc_xlsx.pipeline.commands.collect import collect as fetch_all
    from learnsoc_xlsx.pipeline.screen.collected import collected
    from learnsoc_xlsx.pipeline.settings.mailbox import Given

    with _progress() as progress, stopped_as(COLLECTED):
        collection = fetch_all(inbox or FILLED, Given(host, port, user, folder, plain), _password, progress)
    print("\n".join(collected(collection)))
    if collection.cut:
        raise Refusal(
            "Máy chủ thư ngừng trả lời hoặc đường truyền bị đứt giữa chừng. Những gì đã lưu vẫn còn; hãy chạy lại lệnh này để lấy tiếp."
        )


@app.command(cls=Verb)
def templates(
    year: Annotated[int, typer.Option("--year", help="Năm báo cáo. (Reporting year.)")],
    inbox: Inbox = None,
    out: Out = BLANK,
    letters: Annotated[
        bool, typer.Option("--letters", help="Viết cả thư nháp gửi mẫu cho từng đơn vị. (Letters with the forms.)")
    ] = False,
) -> None:
    """In mẫu biểu, mẫu thư, mẫu văn bản của một năm; có danh bạ thì in thêm mẫu điền sẵn cho từng đơn vị. (Print the forms.)"""
    from learnsoc_xlsx.pipeline.commands.templates import blanks, paper_templates, wordings

    if letters and inbox is None:
        raise Refusal("--letters cần danh bạ có địa chỉ thư. Hãy nêu thư mục có danh bạ, ví dụ input_templates/filled.")
    printed = []
    with stopped_as(PRINTED):
        for path in chain(blanks(year, out, inbox, print), wordings(year, out), paper_templates(year, out)):
            print(path)
            printed.append(path)
        if letters and inbox is not None:
            from learnsoc_xlsx.pipeline.commands.start import letters_again

            for path in letters_again(inbox, year, printed, date.today()):
                print(path)


@app.command(cls=Verb)
def start(
    inbox: Inbox = None,
    out: Out = BLANK,
    year: Annotated[int | None, typer.Option("--year", help="Năm báo cáo; không nêu thì được hỏi. (Year.)")] = None,
    answers: Annotated[
        Path | None, typer.Option("--answers", help="Tệp câu trả lời, không hỏi gì. (A file of answers, TOML.)")
    ] = None,
    example: Annotated[
        bool, typer.Option("--example", help="In một tệp câu trả lời mẫu. (Print an example of such a file.)")
    ] = False,
) -> None:
    """Lần đầu sử dụng: hỏi vài câu, lập danh bạ, in mẫu và thư nháp cho từng đơn vị. (The first evening.)"""
    from learnsoc_xlsx.pipeline.commands.start import refuse_to_overwrite
    from learnsoc_xlsx.pipeline.commands.start import start as begin
    from learnsoc_xlsx.pipeline.screen.started import started
    from learnsoc_xlsx.pipeline.start import answers_file
    from learnsoc_xlsx.pipeline.start.interview import Seat, interview

    today, folder = date.today(), inbox or FILLED
    if example:
        print(answers_file.example(today.year), end="")
        return
    refuse, given = refuse_to_overwrite(folder, out), {} if year is None else {"year": str(year)}
    if answers:
        answered = answers_file.answers_in(answers, today.year, given)
    else:
        answered = interview(Seat(print, input, _more_was_pasted), today.year, given, refuse)
    with _progress() as progress:
        progress("In mẫu và viết thư", 0, 1)
        made = begin(folder, out, answered, today)
    print("\n".join(started(answered, made, None if out == BLANK else out)))


@app.command(cls=Verb)
def check(
    files: Annotated[list[Path], typer.Argument(help="Các tệp cần kiểm tra. (Files to check.)")],
    json: Annotated[bool, typer.Option("--json", help="In dạng JSON. (As JSON.)")] = False,
    password_file: PasswordFile = None,
) -> None:
    """Nêu các điểm cần sửa của từng tệp, không cần chạy tổng hợp. (Findings of single files.)"""
    from learnsoc_xlsx.pipeline.commands.check import inspect, rendered
    from learnsoc_xlsx.pipeline.settings.passwords import passwords_in

    if other := next((path for path in files if not path.is_file()), None):
        fault = "không phải tệp" if os.path.lexists(other) else "không có ở đó"
        raise Refusal(f"“{other}” {fault}. Hãy nêu tên các tệp cần kiểm tra.")
    findings = inspect(files, passwords_in(password_file))
    print(rendered(findings, "json" if json else "text"))
    if any(finding.severity.word == "error" for finding in findings):
        raise typer.Exit(1)


@app.command(cls=Verb)
def explain(
    text: Annotated[str, typer.Argument(help="Tên chỉ tiêu, đơn vị, người hoặc mã. (What to explain.)")],
    out: Out = OUTPUT,
) -> None:
    """Một số liệu hay một kết quả xét từ đâu mà ra, đến tận tệp, trang, ô. (Where a figure or verdict comes from.)"""
    from learnsoc_xlsx.pipeline.commands.explain import explain as answer

    print("\n".join(answer(text, out)))


@app.command(cls=Verb)
def verify(
    inbox: Inbox = None,
    out: Out = OUTPUT,
    password_file: PasswordFile = None,
) -> None:
    """Làm lại lần chạy trước ở chỗ khác và so với kết quả đang có; không ghi gì. (Make the last run again and compare.)"""
    from learnsoc_xlsx.pipeline.commands.verify import verify as make_again
    from learnsoc_xlsx.pipeline.screen.verified import verified

    with _means(Engine(), password_file, no_cache=True) as means:
        result = make_again(inbox, out, means)
    print("\n".join(verified(result)))
    if not result.holds:
        raise typer.Exit(1)


@app.command(cls=Verb)
def law(
    inbox: Inbox = None,
    year: Annotated[int | None, typer.Option("--year", help="Năm xét; không nêu thì là năm nay. (Year.)")] = None,
    format: Annotated[str, typer.Option("--format", help="Dạng: text hoặc json. (Format.)")] = "text",  # noqa: A002
) -> None:
    """In quy định xét khen thưởng của một năm, cùng lựa chọn của xã khi thư mục có danh bạ. (The law in words.)"""
    from learnsoc_xlsx.pipeline.commands.law import law_in_words

    usual = FILLED if FILLED.is_dir() else None
    sys.stdout.buffer.write(law_in_words(inbox or usual, year or date.today().year, format).encode())


@app.command(cls=Verb)
def forget(
    inbox: Inbox = None,
    out: Out = OUTPUT,
    who: Annotated[
        str,
        typer.Option(
            "--who",
            help="Họ tên một người, hoặc mã hay tên một đơn vị; không nêu thì được hỏi, để tên không nằm lại trong các lệnh đã gõ. (A person, or a unit; asked for where it is not given.)",
        ),
    ] = "",
    born: Annotated[
        int | None, typer.Option("--born", help="Năm sinh, để phân biệt người cùng tên trong báo cáo. (Year of birth.)")
    ] = None,
    unit: Annotated[
        str,
        typer.Option("--unit", help="Mã hoặc tên đơn vị có người ấy, cũng để phân biệt. (The unit of that person.)"),
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Xóa ngay, không hỏi lại. (Do not ask.)")] = False,
    password_file: PasswordFile = None,
) -> None:
    """Bỏ một người hay một đơn vị khỏi kết quả và bộ nhớ đệm, nêu báo cáo nào còn tên. (Forget a person or a unit.)"""
    from learnsoc_xlsx.pipeline.commands.forget import Forgetting, Whom, usual_inbox
    from learnsoc_xlsx.pipeline.commands.forget import forget as let_go
    from learnsoc_xlsx.pipeline.forgetting.told import forgotten, planned

    def agreed(plan: Forgetting) -> bool:
        print("\n".join(planned(plan)))
        return yes or _answered("Gõ x rồi Enter để xóa; chỉ Enter thì thôi: ") == "x"

    asked = Whom(who or _answered("Họ tên người, hoặc mã hay tên đơn vị: "), born, unit)
    with _means(Engine(), password_file, no_cache=False) as means:
        done = let_go(inbox or usual_inbox(out, FILLED), out, asked, agreed, means)
    print("\n".join(forgotten(done)))
    if done.gone and (done.gone.left or done.still_kept != 0):
        raise typer.Exit(1)


def _answered(question: str) -> str:
    """What somebody types on a question; nothing where nobody sits there."""
    try:
        return input(question).strip()
    except EOFError:
        print()
        return ""


@app.command(cls=Verb)
def codebook(
    year: Annotated[int, typer.Option("--year", help="Năm báo cáo. (Reporting year.)")],
    format: Annotated[str, typer.Option("--format", help="Dạng: json, xlsx hoặc md. (Format.)")] = "json",  # noqa: A002
) -> None:
    """Mô tả mọi mẫu biểu, trang, ô của một năm dưới dạng dữ liệu. (The forms as data.)"""
    from learnsoc_xlsx.pipeline.screen.codebook import codebook_of

    sys.stdout.buffer.write(codebook_of(year, format))


@contextmanager
def _means(engine: Engine, password_file: Path | None, no_cache: bool) -> Iterator["Means"]:
    """By what means a run is made, as they were asked for."""
    from learnsoc_xlsx.pipeline.settings.means import Means
    from learnsoc_xlsx.pipeline.settings.passwords import passwords_in

    passwords, shelf = passwords_in(password_file), _shelf(no_cache)
    with _progress() as progress:
        yield Means(engine, shelf, progress, passwords)


def _shelf(no_cache: bool) -> "Shelf":
    """Where this run keeps what it made; where that cannot be, it says why."""
    from learnsoc_xlsx.pipeline.keeping.place import place, shelf_at

    shelf, remark = shelf_at(None if no_cache else place())
    if remark:
        print(remark, file=sys.stderr)
    return shelf


def _usual_inbox() -> Path:
    """INBOX when none is named: what was filled in, or, while there is nothing, the sample."""
    from learnsoc_xlsx.pipeline.steps.intake import files_of

    if any(not path.name.startswith(".") for path in files_of(FILLED).values()):
        return FILLED
    sample = PACKAGED if PACKAGED.is_dir() and not SAMPLE.is_dir() else SAMPLE
    print(f"“{FILLED}” chưa có báo cáo nào: chạy thử trên xã mẫu hư cấu “{sample}”.")
    return sample


def _day(text: str | None) -> date | None:
    """The day that was typed, as a calendar or as people write it."""
    if text is None:
        return None
    for way in ("%Y-%m-%d", "%d/%m/%Y"):
        with suppress(ValueError):
            return datetime.strptime(text, way).date()
    raise Refusal(f"“{text}” không phải một ngày. Cần năm-tháng-ngày, ví dụ 2026-12-05, hoặc 5/12/2026.")


def _password(user: str) -> str:
    """The mailbox's password: of the environment, else of whoever sits there; kept nowhere."""
    if password := os.environ.get(PASSWORD):
        return password
    if not sys.stdin.isatty():
        raise Refusal(
            f"Chưa có mật khẩu của “{user}”. Hãy đặt biến môi trường {PASSWORD}, hoặc chạy lệnh ở cửa sổ gõ được."
        )
    return getpass(f"Mật khẩu của {user}: ")


def _more_was_pasted() -> bool:
    """Whether lines wait behind a blank one, as in a list that was pasted: nobody types them so soon."""
    if not sys.stdin.isatty():
        return False
    if sys.platform == "win32":
        import msvcrt

        time.sleep(_SOON)
        return msvcrt.kbhit()
    return bool(select.select([sys.stdin], [], [], _SOON)[0])


@contextmanager
def _progress() -> Iterator[Told]:
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bars = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    with bars, timed(_Bar(bars)) as progress:
        yield progress


class _Bar:
    """One line for each step of the journey."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[str, int] = {}

    def __call__(self, step: str, done: int, total: int) -> None:
        if step not in self._tasks:
            self._tasks[step] = self._progress.add_task(step, total=total)
        self._progress.update(self._tasks[step], completed=done, total=total)  # type: ignore[arg-type]


def main() -> NoReturn:
    """Run the command line; what makes a run impossible ends in one sentence and exit code 2."""
    status = _status()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)  # all is written, and nobody waits for what is held


def _status() -> int:
    gc.set_threshold(10_000_000, 20, 100)  # a run makes millions of small values and hardly any cycle among them
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    os.umask(OWNER_ALONE)  # what is written names people: whoever runs it reads it, and nobody else on the machine
    hear()
    try:
        with answering(Refusal, TyperException, Abort):
            ended = app(standalone_mode=False)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except TyperException as error:
        print(mistyped(getattr(error, "format_message", error.__str__)()), file=sys.stderr)
        return 2
    except Stopped as stopped:
        print(stopped, file=sys.stderr)
        return stopped.status
    except Abort:
        print(STOPPED, file=sys.stderr)
        return 130
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else int(ending.code is not None)
    return ended if isinstance(ended, int) else 0
