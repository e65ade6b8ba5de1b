//! Faults of single values, wherever they stand.

use crate::codes;

use super::super::rule::{Rule, bilingual, fault};

pub(in crate::check) const RULES: [Rule; 12] = [
    fault(
        codes::DATE,
        bilingual("A date does not exist or is written in another form", "日期不存在或写法不对"),
        bilingual("What was known when is decided by dates", "何时知道什么，由日期决定"),
        "recorded = 2023-02-30",
        bilingual("Write it as 2023-07-25", "写作2023-07-25"),
    ),
    fault(
        codes::DUPLICATE_ID,
        bilingual("An id is given twice", "标识重复"),
        bilingual("Figures and links name things by their ids", "数据和链接都用标识指称"),
        "id = \"firms\"   # in two items",
        bilingual("Give one of them another id", "为其中一个另取标识"),
    ),
    fault(
        codes::DUPLICATE_NUMBER,
        bilingual("Two items have one number", "两个事项编号相同"),
        bilingual("The number is the item's address", "编号就是事项的网址"),
        "number = 3     # in 03.md and 04.md",
        bilingual("Number them as the plan does", "按计划文件编号"),
    ),
    fault(
        codes::EMPTY_TEXT,
        bilingual("A text that readers need is empty", "读者需要的文字为空"),
        bilingual("The page would show a hole", "页面会出现空白"),
        "title = \"\"",
        bilingual("Write the text", "写上文字"),
    ),
    fault(
        codes::ID,
        bilingual("An id cannot be part of an address", "标识不能作网址"),
        bilingual(
            "Ids become addresses, and addresses never change",
            "标识会成为网址，网址不再改变",
        ),
        "id = \"New firms\"",
        bilingual("Use letters a-z, digits and hyphens", "用小写字母a-z、数字和连字符"),
    ),
    fault(
        codes::MISSING_KEY,
        bilingual("A key that must be there is not", "缺少必需的键"),
        bilingual("Nothing is guessed", "不作猜测"),
        "an indicator without `unit`",
        bilingual("Add the line", "补上这一行"),
    ),
    fault(
        codes::NUMBER,
        bilingual("A number in front matter cannot be read", "文件头中的数无法读取"),
        bilingual("A number that was guessed is worse than none", "猜出来的数比没有更糟"),
        "baseline = \"1,200\"",
        bilingual("Write plain digits with a point before decimals", "写普通数字，小数用点号"),
    ),
    fault(
        codes::OUT_OF_RANGE,
        bilingual("A number is too small or too large", "数过大或过小"),
        bilingual("It cannot mean what it says", "不可能是本意"),
        "number = 0",
        bilingual("Write a number within the bounds that are told", "写在所示范围内的数"),
    ),
    fault(
        codes::PERIOD,
        bilingual("A period does not exist or is written in another form", "时期不存在或写法不对"),
        bilingual("A figure without its period says nothing", "没有时期的数没有意义"),
        "2023年6月",
        bilingual("Write 2023-06, 2023-Q2, 2023-H1 or 2023", "写作2023-06、2023-Q2、2023-H1或2023"),
    ),
    fault(
        codes::UNKNOWN_KEY,
        bilingual("A key is not known", "键不认识"),
        bilingual("A mistyped key would silently do nothing", "写错的键会悄悄失效"),
        "seciton = \"quality\"",
        bilingual("Correct it; the nearest known one is told", "更正；会提示最接近的键"),
    ),
    fault(
        codes::UNKNOWN_WORD,
        bilingual("A word is none of those that are possible", "用词不在可选范围内"),
        bilingual("Each word has its own rule", "每个词对应一条规则"),
        "schedule = \"monthly\"",
        bilingual("Use one of the words that are told", "使用所列的词"),
    ),
    fault(
        codes::WRONG_TYPE,
        bilingual("A value is of another type", "值的类型不对"),
        bilingual("It cannot be read as what it should be", "无法按应有的类型读取"),
        "year = \"2023年\"",
        bilingual("Write it as the message says", "按提示写"),
    ),
];
