"""The script that a handy colleague would write with pandas; it knows the template by position.

`python tests/bench/peer.py INBOX OUT.xlsx`
"""

import sys
from pathlib import Path

import pandas as pd

HEADER = 5
LISTS = {"Gia đình": 1, "Dòng họ": 1, "Công dân": 1, "Sáng kiến, mô hình": 1, "Kinh phí": 1, "Đề nghị khen": 2}
"""Each list, and the column (from A = 0) of its name."""
FIXED = ("Trang bìa", "Chỉ tiêu", "Tự đánh giá")
BOUNDS = {"Năm sinh": (1900, 2100), "Năm công nhận": (2000, 2100), "Số khẩu": (1, 50)}
MONEY = ("đồng", "kinh phí")
COUNTS = ("Số ", "Ngày công", "Ý kiến")
POINTS = {"Gia đình": (slice(4, 8), 30), "Công dân": (slice(3, 13), 10)}
"""The columns of points (from B = 0), and the most for each."""
MARKS = ("Đăng ký", "Đạt", "Gia đình văn hóa", "Có ")


def number(frame: pd.DataFrame, column: str, low: float, high: float, sheet: str, errors: list[pd.DataFrame]) -> None:
    """Make a column numeric; what is no number, or out of bounds, is noted and emptied."""
    values = pd.to_numeric(frame[column], errors="coerce")
    wrong = (values.isna() & frame[column].notna()) | (values < low) | (values > high)
    note(frame, wrong, column, sheet, "không hợp lệ", errors)
    frame[column] = values.mask(wrong)


def note(frame: pd.DataFrame, wrong: "pd.Series[bool]", column: str, sheet: str, why: str, errors: list[pd.DataFrame]) -> None:  # fmt: skip
    """Note the cells of a column that are wrong."""
    found = frame.loc[wrong, ["Tệp"]].assign(Trang=sheet, Cột=column, Giá_trị=frame.loc[wrong, column].astype(str))
    errors.append(found.assign(Dòng=found.index + HEADER + 2, Lỗi=why))


def check(frame: pd.DataFrame, sheet: str, name: str, errors: list[pd.DataFrame]) -> None:
    """Check one list of one village: numbers, bounds, marks, names given twice."""
    points, most = POINTS.get(sheet, (slice(0, 0), 0))
    scored = set(frame.columns[points])
    for column in [each for each in frame.columns if each != "Tệp"]:
        if column in scored:
            number(frame, column, 0, most, sheet, errors)
        elif column in BOUNDS:
            number(frame, column, *BOUNDS[column], sheet, errors)
        elif column.startswith(COUNTS) or any(word in column for word in MONEY):
            number(frame, column, 0, 10**12, sheet, errors)
        elif column.startswith(MARKS):
            wrong = frame[column].notna() & ~frame[column].isin(["x", "không"])
            note(frame, wrong, column, sheet, "không phải x/không", errors)
            frame[column] = frame[column].eq("x") & ~wrong
    again = [name, "Năm sinh"] if "Năm sinh" in frame else [name]
    note(frame, frame.duplicated(again) & frame[name].notna(), name, sheet, "trùng", errors)


def main(inbox: Path, out: Path) -> None:
    """Read every file, check every list, and write lists, sums, indicators and errors."""
    lists: dict[str, list[pd.DataFrame]] = {sheet: [] for sheet in LISTS}
    fixed: dict[str, list[pd.Series[str]]] = {sheet: [] for sheet in FIXED}
    errors: list[pd.DataFrame] = []
    for path in sorted(inbox.glob("V*.xlsx")):
        with pd.ExcelFile(path, engine="openpyxl") as book:
            for sheet, at in LISTS.items():
                frame = pd.read_excel(book, sheet_name=sheet, header=HEADER).iloc[:, 1:]
                name = frame.columns[at - 1]
                frame = frame.dropna(how="all").assign(Tệp=path.name)
                check(frame, sheet, name, errors)
                lists[sheet].append(frame[frame[name].notna()])
            for sheet in FIXED:
                page = pd.read_excel(book, sheet_name=sheet, header=HEADER).iloc[:, [1, 3]].dropna(subset=["Nội dung"])
                values = page.set_index("Nội dung").iloc[:, 0].rename(path.name)
                fixed[sheet].append(values)
    with pd.ExcelWriter(out, engine="openpyxl") as book_out:
        for sheet, frames in lists.items():
            whole = pd.concat(frames, ignore_index=True)
            sums = whole.groupby("Tệp").sum(numeric_only=True).drop(columns=BOUNDS, errors="ignore")
            whole.to_excel(book_out, sheet_name=sheet, index=False)
            sums.to_excel(book_out, sheet_name=f"{sheet} cộng"[:31])
        for sheet, columns in fixed.items():
            together = pd.concat(columns, axis=1).T
            if sheet == "Chỉ tiêu":
                together = together.rename_axis("Tệp").reset_index()
                for column in together.columns[1:]:
                    number(together, column, 0, 10**12, sheet, errors)
                together = together.set_index("Tệp")
                together.loc["Cộng"] = together.sum()
            together.to_excel(book_out, sheet_name=sheet)
        pd.concat(errors, ignore_index=True).to_excel(book_out, sheet_name="Lỗi", index=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
