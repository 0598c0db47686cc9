"""What a unit to which others report is called in a sentence, by its kind and how its name begins: the first that fits."""

from learnsoc_xlsx.model.report import Level

LEVELS = (
    Level("commune", "phường", "Phường"),
    Level("commune", "thị trấn", "Thị trấn"),
    Level("commune", "đặc khu", "Đặc khu"),
    Level("commune", "xã"),
    Level("district", "quận", "Quận"),
    Level("district", "thị xã", "Thị xã"),
    Level("district", "thành phố", "Thành phố"),
    Level("district", "huyện"),
    Level("province", "thành phố", "Thành phố"),
    Level("province", "tỉnh"),
)
