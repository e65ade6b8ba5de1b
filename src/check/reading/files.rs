//! Faults of files as such: encoding, tables, front matter.

use crate::codes;

use super::super::rule::{Rule, bilingual, fault};

pub(in crate::check) const RULES: [Rule; 10] = [
    fault(
        codes::CSV,
        bilingual("A table cannot be read", "表格无法读取"),
        bilingual("No figure of it can be trusted", "其中的数都不可信"),
        "\"2023-06,firms",
        bilingual("Save the table again as CSV (UTF-8)", "重新存为CSV（UTF-8）"),
    ),
    fault(
        codes::ENCODING,
        bilingual("A file is not UTF-8", "文件不是UTF-8编码"),
        bilingual(
            "Names in another encoding would reach readers as garbage",
            "其他编码的名称会以乱码展示给读者",
        ),
        "a file saved as GBK or UTF-16",
        bilingual(
            "Save it as UTF-8: in Excel or WPS choose CSV UTF-8",
            "存为UTF-8：Excel或WPS中选“CSV UTF-8”",
        ),
    ),
    fault(
        codes::FRONT_MATTER,
        bilingual(
            "A file has no front matter, or it is not closed",
            "文件没有文件头，或文件头没有结束",
        ),
        bilingual(
            "Without it nobody knows what the text is about",
            "没有文件头就不知道正文讲的是什么",
        ),
        "+++\ntitle = \"…\"",
        bilingual(
            "Begin the file with a line +++ and end the front matter with another",
            "文件首行写+++，文件头末尾再写一行+++",
        ),
    ),
    fault(
        codes::NUL_BYTE,
        bilingual("A file holds a NUL byte", "文件含空字节（NUL）"),
        bilingual("It is damaged, or no text at all", "文件已损坏，或根本不是文本"),
        "a workbook renamed to .csv",
        bilingual(
            "Save it again as plain text, or give a workbook its own ending",
            "重新存为纯文本；工作簿请用原来的扩展名",
        ),
    ),
    fault(
        codes::ROW_LENGTH,
        bilingual("A row has more or fewer cells than the header", "某行的格数与表头不同"),
        bilingual("Its cells stand under the wrong columns", "各格错位，不在自己的列下"),
        "2023-06,firms,,12",
        bilingual(
            "Put each cell under its column; empty cells are written ,,",
            "各格对准所在的列；空格写作,,",
        ),
    ),
    fault(
        codes::TABLE_COLUMN,
        bilingual("A table has a column we do not know", "表格有不认识的列"),
        bilingual(
            "A mistyped column would be lost, an internal one published",
            "写错的列会丢失，内部的列会被公开",
        ),
        "period,indicator,region,vlaue",
        bilingual(
            "Correct the name, or begin it with _ if it is internal",
            "更正列名；内部列请以_开头",
        ),
    ),
    fault(
        codes::TABLE_HEADER,
        bilingual("A table lacks its header or a column", "表格缺少表头或某列"),
        bilingual(
            "Without the header nobody knows which cell is which",
            "没有表头就分不清各格的含义",
        ),
        "2023-06,firms,,12,,2023-07-10,,",
        bilingual("Let the first line name every column", "首行写明各列名称"),
    ),
    fault(
        codes::TOML,
        bilingual("TOML cannot be read", "TOML无法读取"),
        bilingual("What comes after the fault would be guessed", "其后的内容只能猜测"),
        "title = 强化企业培育",
        bilingual(
            "Put texts in quotation marks; see https://toml.io",
            "文本加引号；写法见https://toml.io",
        ),
    ),
    fault(
        codes::UNREADABLE,
        bilingual("A file cannot be read", "文件无法读取"),
        bilingual("What it says would be missing without a word", "其内容会无声地缺失"),
        "a link to a file that is gone",
        bilingual(
            "Check its name, its permissions and what it links to",
            "检查文件名、权限和所链接的文件",
        ),
    ),
    Rule {
        is_settable: true,
        ..fault(
            codes::UNREAD_FILE,
            bilingual("Nothing reads a file", "文件不会被读取"),
            bilingual(
                "What it holds is missing from the site without a word",
                "其内容会无声地从站点中缺失",
            ),
            "plans/2023/items/2.MD",
            bilingual(
                "Move it where it belongs, correct its ending, or put attachments into static/",
                "移到应在的位置或更正扩展名；附件放在static/",
            ),
        )
    },
];
