"""The lists that the keeper of a register copies codes from say what each stands for."""

import re

from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.pipeline.terms.code_lists import lists


def test_what_a_finding_is_about_is_told_in_whole_sentences_without_gaps_of_nothing() -> None:
    told = {choice.id: choice.label for choice in lists(Law.load(), (2026,))["code"].entries}

    assert told["F07"] == "Danh bạ không có đơn vị “…”."
    assert told["C01"] == "“…” không phải số đếm. Cần số nguyên từ 0 trở lên, ví dụ 12."
    assert told["D67"] == "Quyết định công nhận “…” có tên “…” nhưng …."
    assert {code: words for code, words in told.items() if re.search(r"……|…\S*…\.|\(\)| \.|[{}]", words)} == {}
    assert all(words.endswith(".") for words in told.values())
