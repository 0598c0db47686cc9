"""Verified: what a run made again came to, in words."""

from collections.abc import Iterator

from learnsoc_xlsx import __version__
from learnsoc_xlsx.pipeline.commands.verify import Verified

_MOST = 20
ENTRIES = {
    "as_of": "ngày lấy số liệu",
    "asked": "điều được yêu cầu",
    "decided": "kết luận của Hội đồng",
    "figures": "số liệu",
    "findings": "điểm cần xem",
    "inbox": "thư mục báo cáo",
    "law": "quy định đã dùng",
    "local_choices": "lựa chọn của xã",
    "local_numbers": "con số của xã",
    "missing": "báo cáo còn thiếu",
    "outcomes": "số kết quả xét",
    "outputs": "tệp kết quả",
    "register": "danh bạ",
    "rounds": "các đợt xét",
    "sample": "có phải số liệu mẫu",
    "self_assessments": "tự đánh giá của xã",
    "submissions": "báo cáo đã đọc",
    "units": "đơn vị",
    "verdicts": "kết quả xét",
    "version": "phiên bản chương trình",
    "versions": "các bản gửi lại",
}
"""What the entries of run.json are called."""


def verified(result: Verified) -> Iterator[str]:
    """Yield the lines: how many files are the same, and every one that is not."""
    yield f"Đã làm lại từ “{result.inbox}” và so từng byte với kết quả đang có."
    if not result.is_of_this_program:
        yield f"Kết quả do phiên bản {result.program} ghi, chương trình này là phiên bản {__version__}: khác nhau có thể vì vậy."
    yield from _moved(result)
    yield f"Giống: {len(result.same)} tệp"
    yield from _listed("Tệp báo cáo đã thêm, bớt hoặc thay từ lần chạy ấy", result.inputs)
    yield from _shut(result.shut)
    yield from _listed("Bị sửa sau khi ghi", result.edited)
    yield from _listed("Không còn trong thư mục kết quả", result.gone)
    yield from _listed("Làm lại thì ra khác", result.otherwise)
    yield from _listed(
        "Phần của run.json làm lại thì ra khác", tuple(f"{ENTRIES.get(name, name)} ({name})" for name in result.entries)
    )
    yield (
        "Kết quả đúng là của các báo cáo này."
        if result.holds
        else "Kết quả không khớp: xem các mục trên, rồi chạy lại consolidate nếu cần."
    )


def _moved(result: Verified) -> Iterator[str]:
    """What it means that INBOX lies elsewhere now."""
    if result.lay_at is None:
        return
    yield f"Thư mục báo cáo nay không ở chỗ như lần chạy ấy: “{result.lay_at}”. Liên kết trong kết quả vẫn dẫn tới chỗ ấy: hãy đặt báo cáo về đó, hoặc chạy lại consolidate để liên kết dẫn tới chỗ mới."
    yield (
        "Đã so như khi báo cáo còn ở chỗ ấy, nên khác nhau nêu dưới đây, nếu có, không phải vì liên kết."
        if result.as_there
        else "Vì vậy mọi tệp có liên kết tới báo cáo làm lại thì ra khác, dù báo cáo không đổi: hãy đặt báo cáo về chỗ ấy rồi kiểm chứng lại."
    )


def _shut(files: tuple[str, ...]) -> Iterator[str]:
    """What to do about files that were opened with a password and now are not."""
    yield from _listed("Lần chạy ấy mở bằng mật khẩu, lần này không có mật khẩu nên không mở được", files)
    if files:
        yield "Hãy nêu tệp mật khẩu đã dùng rồi kiểm chứng lại: learnsoc verify --password-file TỆP"


def _listed(heading: str, names: tuple[str, ...]) -> Iterator[str]:
    if names:
        yield f"{heading}: {len(names)}"
        yield from (f"  {name}" for name in names[:_MOST])
        yield from [f"  … và {len(names) - _MOST} nữa"] if len(names) > _MOST else []
