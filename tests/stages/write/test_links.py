"""Links of a sheet: each into the sheet of its own file, however many lead there."""

from pathlib import Path

from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.stages.write.draw.links import Links

FOLDER = Path("/results/2026")


def links() -> Links:
    return Links(lambda file: Path("/inbox") / file.partition(" › ")[0], FOLDER)


def test_links_into_the_sheets_of_one_file_share_their_relation_and_each_leads_into_its_own() -> None:
    made = links()

    made.to_place("A1", Place("a.xlsx", "Thôn", "C8"))
    made.to_place("A2", Place("a.xlsx", "Thôn", "C9:C12"))
    made.to_place("A3", Place("a.xlsx", "Xã", "C8"))
    made.to_place("A4", Place("b.xlsx", "Xã"))

    assert made.hyperlinks == [
        """<hyperlink ref="A1" r:id="rIdPlace1" location="'Thôn'!C8"/>""",
        """<hyperlink ref="A2" r:id="rIdPlace1" location="'Thôn'!C9:C12"/>""",
        """<hyperlink ref="A3" r:id="rIdPlace1" location="'Xã'!C8"/>""",
        """<hyperlink ref="A4" r:id="rIdPlace2" location="'Xã'!A1"/>""",
    ]
    assert made.relations == {"rIdPlace1": "../../inbox/a.xlsx", "rIdPlace2": "../../inbox/b.xlsx"}


def test_what_no_link_can_name_within_a_file_is_linked_to_the_file() -> None:
    made = links()

    made.to_place("A1", Place("a.xlsx", "", "C8"))
    made.to_place("A2", Place("a.zip › b.xlsx", "Thôn", "C8"))

    assert made.hyperlinks == ['<hyperlink ref="A1" r:id="rIdPlace1"/>', '<hyperlink ref="A2" r:id="rIdPlace2"/>']


def test_the_signs_of_a_sheets_name_do_not_end_the_link() -> None:
    made = links()

    made.to_place("A1", Place("a.xlsx", 'A & "B\'s"', "C8"))

    assert made.hyperlinks == ["""<hyperlink ref="A1" r:id="rIdPlace1" location="'A &amp; &quot;B''s&quot;'!C8"/>"""]


def test_links_within_the_workbook_and_to_the_one_beside_it_are_kept_apart() -> None:
    made = links()

    made.to_cell("A1", "Nguồn", "A7")
    made.to_cell("A2", "Nguồn", "A7", "Danh_sach.xlsx")

    assert made.hyperlinks == [
        """<hyperlink ref="A1" location="'Nguồn'!A7"/>""",
        """<hyperlink ref="A2" r:id="rIdPlace1" location="'Nguồn'!A7"/>""",
    ]
    assert made.relations == {"rIdPlace1": "Danh_sach.xlsx"}
