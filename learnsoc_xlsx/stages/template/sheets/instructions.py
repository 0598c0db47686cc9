"""What the first sheet of a template tells whoever fills it in: how to write, what is accepted, what happens then.

{whom} stands for whoever it goes to, as a sentence names them, {Whom} where they begin it.
"""

FILLING = (
    "Ghi lần lượt từng trang, bắt đầu từ trang đầu tiên. Chỉ ghi vào ô nền vàng nhạt. Các ô khác được khóa để không sửa nhầm; khóa này không có mật khẩu.",
    "Tiêu đề in đậm là bắt buộc. Không có thì ghi 0 hoặc “không”. Chưa biết thì để trống, không ước đoán: ô trống không bị tính là 0.",
    "Số: viết 1500000 hoặc 1.500.000 đều được; số lẻ viết 7,5. Tỷ lệ phần trăm do máy tự tính; ô nào hỏi tỷ lệ thì ghi 70 hoặc 70%.",
    "Ngày: ghi ngày/tháng/năm, ví dụ 13/5/2026, rồi xem lại ngày hiện trong ô.",
    "Có hay không: chọn “x” nếu có, “không” nếu không.",
    "Danh sách để trống cả trang được hiểu là không có (khi các trang khác đã ghi số liệu). Hết dòng thì ghi tiếp ngay dưới dòng cuối, hoặc chèn thêm dòng.",
    "Không gộp ô, không đổi tiêu đề, không đổi tên trang, không xóa trang nào, kể cả trang ẩn và dòng “Dấu biểu mẫu” dưới đây: nhờ đó máy biết tệp này là mẫu nào, năm nào.",
    "Chữ: gõ bằng phông Unicode, ví dụ Times New Roman. Chữ gõ bằng TCVN3 (ABC) hoặc VNI vẫn đọc được: máy chuyển sang Unicode và nêu cả hai cách viết để {whom} đối chiếu.",
    "Ô tô đỏ, chữ đậm là ô còn sai; ô tô vàng, chữ nghiêng là ô nên xem lại. Bấm vào ô để đọc lời nhắc. Dán số liệu từ nơi khác cũng được kiểm tra như vậy.",
    "Không ghi số căn cước, dân tộc, tôn giáo của ai vào mẫu này.",
)
SENDING = (
    "Gửi cả tệp này, tốt nhất ở dạng .xlsx. {Whom} cũng nhận .xlsm, .xlsb, .xls, .ods, hoặc các tệp ấy nén trong .zip. Không nhận ảnh chụp, tệp PDF, tệp Word.",
    "Không đặt mật khẩu cho tệp.",
    "Mỗi đơn vị gửi một báo cáo cho mỗi năm, từ hộp thư đã báo với {whom}. Hai hộp thư gửi hai bản khác nhau thì {whom} phải hỏi lại bản nào đúng.",
)
AFTERWARDS = (
    "{Whom} tổng hợp số liệu bằng máy. Mỗi con số trong báo cáo của {whom} đều dẫn về đúng ô trong tệp này.",
    "Nếu có ô cần sửa, {whom} sẽ báo rõ trang nào, ô nào, sửa thế nào. Hãy sửa ngay trên tệp đã gửi rồi gửi lại cả tệp.",
    "Gửi lại thì ghi ngày lập báo cáo mới ở trang bìa. Bản mới nhất được tính; bản trước được giữ để đối chiếu chỗ khác nhau.",
)
CARRIED = (
    "Người đứng đầu, người lập ở trang bìa và tên trong các danh sách là của báo cáo năm {year} đã được {whom} nhận. Sai thì sửa; hộ, người không còn thì xóa cả dòng; mới thì ghi thêm ở dưới.",
    "Ô nền xanh trong các dòng đã ghi sẵn cũng là ô để ghi: năm nay phải ghi lại điểm, đăng ký, danh hiệu, đóng góp. Ghi vào thì nền xanh tự hết.",
    "Cột “Năm trước” ở trang Chỉ tiêu là số của năm {year} để so sánh. Ô “Điền vào đây” vẫn phải ghi số của năm nay.",
)
"""What last year's return fills in beforehand, and what is left to do."""
WHENCE = "Cột “{header}” cho biết dòng lấy từ danh sách của đơn vị nào, dòng nào. Không phải ghi vào cột này."
OPEN_POINTS = "Trang “{sheet}”: {count} điểm chưa sửa trong báo cáo năm {year} của đơn vị. Hãy đọc trước khi ghi."
