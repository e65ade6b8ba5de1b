//! Faults of `site.toml` and of the theme.

use crate::codes;

use super::super::rule::{Rule, bilingual, fault};

pub(in crate::check) const RULES: [Rule; 10] = [
    fault(
        codes::ADDRESS,
        bilingual(
            "Two files want one address, or one wants what is none",
            "两个文件用同一网址，或网址不可用",
        ),
        bilingual("One of them would replace the other", "其中一个会取代另一个"),
        "static/2023/items/01/index.html",
        bilingual("Give the file another name or folder", "为该文件改名或换文件夹"),
    ),
    fault(
        codes::BASE_URL,
        bilingual("`base_url` is not an absolute address", "`base_url`不是完整网址"),
        bilingual(
            "Feeds, the site map and shared links are made of it",
            "订阅、站点地图和分享链接都由它组成",
        ),
        "base_url = \"www.example.gov.cn\"",
        bilingual("Write it with https:// and the folder", "写明https://和目录"),
    ),
    fault(
        codes::LANGUAGE,
        bilingual("A language tag is not one, or is given twice", "语言标记有误或重复"),
        bilingual("Each language has its own addresses", "每种语言有各自的网址"),
        "languages = [\"zh-CN\", \"zh-CN\"]",
        bilingual("Give each tag once: zh-CN, en", "每个标记只写一次：zh-CN、en"),
    ),
    Rule {
        is_settable: true,
        ..fault(
            codes::MISSING_MESSAGE,
            bilingual(
                "The theme lacks a text of its first language in another one",
                "主题缺少某种语言的文字",
            ),
            bilingual("Readers of that language see the first one", "该语言的读者会看到第一语言"),
            "i18n/en.ftl without `site-search`",
            bilingual(
                "Add the text to the theme's file of that language",
                "在主题该语言的文件中补充",
            ),
        )
    },
    fault(
        codes::NO_SITE,
        bilingual("There is no site.toml", "没有site.toml"),
        bilingual("Without it there is no site", "没有它就没有站点"),
        "content/ without site.toml",
        bilingual(
            "Add one with a title, or begin with `taizhang new DIR`",
            "添加有title的site.toml，或用`taizhang new DIR`开始",
        ),
    ),
    fault(
        codes::THEME,
        bilingual("A template or a file of texts cannot be used", "模板或文字文件不可用"),
        bilingual("Pages cannot be made", "无法生成页面"),
        "{{ page.title",
        bilingual(
            "Correct the file, or remove it to use the built-in one",
            "更正该文件，或删去以使用内置文件",
        ),
    ),
    Rule {
        is_settable: true,
        ..fault(
            codes::THEME_TEXT,
            bilingual(
                "A theme has a message nothing asks for, or a slot nothing fills",
                "主题有没有用到的文字，或没有值可填的数",
            ),
            bilingual(
                "A mistyped name changes nothing; readers would see an unfilled slot as it stands",
                "名称写错就不起作用；没有值的数会原样显示给读者",
            ),
            "status-ahaed = 领先",
            bilingual("Correct the name", "更正名称"),
        )
    },
    fault(
        codes::THEME_NAME,
        bilingual(
            "`theme` is not the name of a folder under themes/",
            "`theme`不是themes/下的文件夹名",
        ),
        bilingual("A path could leave the project", "路径可能指到项目之外"),
        "theme = \"../other\"",
        bilingual("Write the folder's name alone", "只写文件夹名"),
    ),
    fault(
        codes::UTC_OFFSET,
        bilingual("`utc_offset` is not an offset from UTC", "`utc_offset`不是时区偏移"),
        bilingual("Times of publication are told with it", "发布时间要用它"),
        "utc_offset = \"8\"",
        bilingual("Write it as +08:00", "写作+08:00"),
    ),
    Rule {
        is_settable: true,
        ..fault(
            codes::OUTPUT_NOT_BUILT,
            bilingual("`outputs` names what nothing builds yet", "`outputs`写了尚未实现的内容"),
            bilingual(
                "Readers would look for it in vain; no file is written for it",
                "不会为它生成任何文件，读者找不到",
            ),
            "outputs = [\"lists\", \"xlsx\"]",
            bilingual("Leave it out until it is built", "实现以前不写"),
        )
    },
];
