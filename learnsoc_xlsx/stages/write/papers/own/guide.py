"""Guide: for whoever edits the Word templates, which words each may use, what each says, and how tags are written."""

from collections.abc import Iterator, Sequence

from learnsoc_xlsx.model.papers.paper import WordPaper
from learnsoc_xlsx.stages.template.text.words import Explained, explained
from learnsoc_xlsx.stages.write.papers.words.words import PaperWords, words_of

_COLUMN = 24
_HOW = """\
CÁC TỪ DÙNG TRONG MẪU VĂN BẢN

Chương trình soạn văn bản theo các mẫu Word ở cùng chỗ với tệp này. Muốn sửa mẫu nào:

  1. Chép mẫu ấy (giữ nguyên tên tệp) vào thư mục báo cáo, cùng chỗ với danh bạ, hoặc vào thư mục con
     “{folder}” của thư mục báo cáo. Để ở cả hai chỗ thì tệp đặt cùng chỗ với danh bạ được dùng.
  2. Mở bằng Word hoặc LibreOffice, sửa câu chữ, phông, lề, tiêu đề đầu trang, chân trang, thêm hình,
     bớt cột của bảng; lưu dạng .docx.
  3. Chạy lại lệnh tổng hợp. Kiem_tra.xlsx báo mẫu của xã đang được dùng. Viết sai một thẻ thì
     Kiem_tra.xlsx nêu tên tệp, thẻ sai và từ gần giống; văn bản ấy vẫn được soạn theo mẫu có sẵn.
     Xem trước: learnsoc check <tệp mẫu>.

Chỉ mẫu do xã tự đặt vào thư mục mới được dùng. Tệp do thư điện tử đưa về hoặc nằm trong tệp nén (.zip)
không bao giờ được dùng làm mẫu.

CÁCH VIẾT

  {{{{ co_quan }}}}
      in từ ấy ra, theo phông, cỡ chữ của chỗ viết.
  {{{{ co_quan|upper }}}}
      in bằng chữ hoa. Còn có |lower (chữ thường), |capitalize (hoa chữ đầu), |trim (bỏ khoảng trống).
  {{% if du_thao %}} … {{% endif %}}
      phần ở giữa chỉ có khi từ ấy có nội dung. Viết trong cùng một đoạn. Thêm {{% else %}} cho trường hợp
      ngược lại; dùng được and, or, not, ví dụ {{% if da_hop and not du_thao %}}.
  {{%p if du_thao %}}   …   {{%p endif %}}
      như trên, cho cả đoạn. Mỗi thẻ {{%p … %}} đứng một mình trên một dòng; các dòng ấy không in ra.
  [danh sách]
      từ có nhiều mục: chỉ dùng sau “in” của for như dưới đây, hoặc hỏi có mục nào không bằng if.
  {{%p for can_cu in cac_can_cu %}}   {{{{ can_cu }}}}   {{%p endfor %}}
      lặp các đoạn ở giữa, mỗi mục của danh sách một lần. Sau for là một tên tự đặt, chưa có ở dưới.
  {{%tr for dong in danh_sach %}}   {{{{ dong.so }}}}  {{{{ dong.ten }}}}   {{%tr endfor %}}
      lặp các hàng của bảng. Mỗi thẻ {{%tr … %}} đứng một mình trong một hàng; các hàng ấy không in ra.
      Phần của một mục viết sau dấu chấm: dong.ten. Số thứ tự của lần lặp là loop.index; lần đầu có
      loop.first, lần cuối có loop.last.

Mở thẻ nào phải khép thẻ ấy cùng loại: {{%p if %}} với {{%p endif %}}, {{%tr for %}} với {{%tr endfor %}}. Mỗi thẻ nằm
gọn trong một đoạn. Trong tệp Word, phần đã xóa khi bật theo dõi thay đổi (Track Changes) coi như đã xóa,
phần thêm coi như đã thêm; lời nhận xét (Comment) không in ra.
"""


def guide(declared: Sequence[WordPaper], folder: str) -> str:
    """Return a plain text for an office worker on the templates of these papers, which may lie in `folder` among the returns."""
    return "\n".join([_HOW.format(folder=folder), *_lists(declared)]) + "\n"


def _lists(declared: Sequence[WordPaper]) -> Iterator[str]:
    templates: dict[type[PaperWords], dict[str, str]] = {}
    for paper in declared:
        templates.setdefault(words_of(paper.occasion), {}).setdefault(paper.template, paper.title)
    shared = explained(PaperWords)
    yield "TỪ DÙNG ĐƯỢC TRONG MỌI MẪU\n"
    yield from _lines(shared, "  ")
    for words, names in templates.items():
        yield "\nTỪ DÙNG ĐƯỢC THÊM TRONG\n"
        yield from (f"  {template:{_COLUMN}}{title}" for template, title in names.items())
        yield ""
        yield from _lines([one for one in explained(words) if one not in shared], "  ")


def _lines(words: Sequence[Explained], indent: str) -> Iterator[str]:
    first: dict[tuple[Explained, ...], str] = {}
    for word in words:
        yield f"{indent}{word.name:{_COLUMN}}{word.meaning}{' [danh sách]' if word.listed else ''}".rstrip()
        alike = first.setdefault(word.of_each, word.name)
        if word.of_each and alike != word.name:
            yield f"{indent}    mỗi mục có các phần như mỗi mục của “{alike}”"
        elif word.of_each:
            yield f"{indent}    mỗi mục của “{word.name}” có các phần:"
            yield from _lines(word.of_each, f"{indent}    .")
