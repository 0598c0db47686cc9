"""Told: what forgetting says on the screen, before and after; the name itself is never repeated there."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from learnsoc_xlsx.model.form.form import STAMP_SHEET
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.pipeline.commands.forget import Forgetting
from learnsoc_xlsx.pipeline.forgetting.inputs import InputsNaming
from learnsoc_xlsx.stages.write.run_json.last_run import RECORD

_FILES, _CELLS = 5, 8
"""Files of one folder, and cells of one sheet, that are named one by one."""
_BACK = "Tệp trong thư mục báo cáo không bị sửa. Còn tên ở đó thì chạy lại consolidate là tên ấy trở lại kết quả: hãy mở các tệp nêu trên, xóa hoặc sửa tên ở các ô ấy trước, rồi chạy lại."
_SIGNED = "Văn bản đã ký, biên bản Hội đồng đặt trong thư mục báo cáo chỉ được nêu ở trên: giữ hay bỏ do xã quyết định theo quy định về lưu trữ."
_STAMP = f"{STAMP_SHEET} (trang ẩn của mẫu)"


def planned(plan: Forgetting) -> Iterator[str]:
    """Yield what would go, and which returns hold the name."""
    whose = "đơn vị này" if plan.is_unit else "người này"
    results, inputs = plan.results, plan.inputs
    if plan.code:
        yield f"Đơn vị có mã trong danh bạ: {plan.code}"
    yield f"Tệp kết quả sẽ bị xóa: {len(results.going)}, trong đó có tên {whose}: {len(results.naming)}"
    if RECORD in results.ours:
        yield "  run.json, ghi lần chạy trước, có tên ấy: mọi kết quả của lần chạy ấy bị xóa theo, để làm lại"
    yield from _files(plan.out, results.ours)
    if results.likely:
        yield f"  trong đó chỉ khớp khi thêm dấu vào tên đã gõ, có thể là tên người khác: {len(results.likely)}"
        yield from _files(plan.out, results.likely)
    if results.by_hand:
        yield f"  trong đó do người sửa hoặc đặt vào, chương trình không làm lại được: {len(results.by_hand)}"
        yield from _files(plan.out, results.by_hand)
    if results.spared:
        yield f"Không xóa, hãy tự xem: {len(results.spared)} tệp do người sửa hoặc đặt vào, chỉ khớp khi thêm dấu vào tên đã gõ"
        yield from _files(plan.out, results.spared)
    yield from _unseen(results.opaque, "kết quả")
    yield "Bộ nhớ đệm: xóa hết, lần chạy sau đọc lại từ đầu."
    yield ""
    if plan.ran_on:
        yield f"Lần chạy trước lấy báo cáo ở “{plan.ran_on}”, không phải thư mục này: hãy xem lại tên thư mục."
    yield from _named(inputs.places, f"Tệp trong “{plan.inbox}” còn tên {whose}")
    if inputs.likely:
        yield from _named(
            inputs.likely, "Tệp chỉ khớp khi thêm dấu vào tên đã gõ, có thể là tên người khác, hãy xem từng ô"
        )
    if inputs.others:
        yield f"  {inputs.others} chỗ khác cùng tên nhưng khác năm sinh hoặc khác đơn vị, không kể ở trên"
    yield from _unseen(inputs.opaque, "báo cáo")
    yield _SIGNED
    yield _BACK


def forgotten(done: Forgetting) -> Iterator[str]:
    """Yield what went, or that nothing did."""
    if done.gone is None:
        yield "Chưa xóa gì."
        return
    yield f"Đã xóa {len(done.gone.files)} tệp kết quả, {done.emptied} mục trong bộ nhớ đệm."
    if done.still_kept != 0:
        yield f"Bộ nhớ đệm “{done.cache}” còn {'mục không xem được' if done.still_kept is None else f'{done.still_kept} mục'}, có thể giữ tên ấy: hãy tự xóa thư mục này."
    if done.gone.left:
        yield "Chưa xóa được, hãy đóng tệp hoặc xem lại quyền ghi rồi chạy lại lệnh này:"
        yield from (f"  {done.out / file} ({why})" for file, why in done.gone.left)
    yield from _left_to_do(done.inputs)


def _left_to_do(inputs: InputsNaming) -> Iterator[str]:
    """What the officer is to do yet; that no name is left is said only of what was looked into."""
    if inputs.places or inputs.likely:
        yield "Thư mục báo cáo còn tên ấy thì chưa xong: xóa hoặc sửa tên ở các ô đã nêu, trừ văn bản đã ký mà xã quyết định giữ, chạy lại lệnh này, rồi chạy consolidate."
    else:
        yield f"{'Trong các tệp xem được, k' if inputs.opaque else 'K'}hông còn tệp báo cáo nào có tên ấy. Chạy consolidate để làm lại kết quả."
    if inputs.others:
        yield f"Còn {inputs.others} chỗ cùng tên, coi là người khác vì khác năm sinh hoặc khác đơn vị: hãy tự xem."
    if inputs.opaque:
        yield f"Còn {len(inputs.opaque)} tệp chưa xem được, nêu ở trên: hãy tự xem."


def _files(out: Path, files: Iterable[str]) -> Iterator[str]:
    """A line for each file; of many in one folder one line says how many."""
    for folder, group in groupby(sorted(files), key=lambda file: Path(file).parent):
        paths = [(out / file).as_posix() for file in group]
        many = [f"{(out / folder).as_posix()}/  {len(paths)} tệp"] if len(paths) > _FILES else paths
        yield from (f"  {line}" for line in many)


def _named(places: tuple[Place, ...], heading: str) -> Iterator[str]:
    """A line for each file of INBOX and sheet that holds the name, with its cells."""
    yield f"{heading}: {len({place.file for place in places})}"
    for (file, sheet), group in groupby(places, key=lambda place: (place.file, place.sheet)):
        cells = [place.cell for place in group if place.cell]
        more = f" và {len(cells) - _CELLS} ô nữa" if len(cells) > _CELLS else ""
        at = f"{', '.join(cells[:_CELLS])}{more}" if cells else ""
        yield f"  {Place(file, _STAMP if sheet == STAMP_SHEET else sheet, at)}"


def _unseen(files: tuple[str, ...], what: str) -> Iterator[str]:
    if files:
        yield f"Không xem được hết bên trong {len(files)} tệp {what} (ảnh, PDF, tệp nén nhiều lớp, tệp hỏng hoặc có mật khẩu), hãy tự xem:"
        yield from (f"  {file}" for file in files)
