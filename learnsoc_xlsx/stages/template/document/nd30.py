"""How a paper looks, by Nghị định 30/2020/NĐ-CP, annex I: sizes in points, widths in millimetres.

Paper A4; margins above and below 20–25, left 30–35, right 15–20; Times New Roman, black. Where the annex gives a range one
value of it is taken. What a certificate looks like it does not say.
"""

FONT = "Times New Roman"
TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 15
WIDTH, HEIGHT = 210, 297
TEXT_WIDTH = WIDTH - LEFT - RIGHT
OFFICE_WIDTH, NATION_WIDTH = 65, 100
"""The two columns of the letterhead."""
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
NATION_SIZE, MOTTO_SIZE = 13, 14
"""Quốc hiệu 12–13, bold; tiêu ngữ 13–14, bold, over a rule as long as itself."""
OFFICE_SIZE, NUMBER_SIZE, DATE_SIZE = 13, 13, 14
"""Issuing body 12–13, bold, the one above it regular; number and symbol 13; place and date 13–14, italic."""
TITLE_SIZE, ABOUT_SIZE = 14, 14
"""Kind of paper 13–14, bold capitals; what it is about 13–14, bold, over a short rule."""
BODY_SIZE, INDENT, SPACING = 13, 10, 1.05
"""Text 13–14; first line 1 cm or 1,27 cm in; lines from single to one and a half."""
SIGNED_SIZE = 14
"""Office and name of the signer 13–14, bold, office in capitals."""
RECIPIENTS_SIZE, RECIPIENTS_LIST_SIZE = 12, 11
"""“Nơi nhận:” 12, bold italic; the list 11."""
PAGE_NUMBER_SIZE = 13
"""Page number 13–14, in the middle of the upper margin, not on the first page."""
