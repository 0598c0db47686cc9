"""From a declared paper to its Word template: NĐ 30/2020 in sizes and margins, tags where words are filled in."""
