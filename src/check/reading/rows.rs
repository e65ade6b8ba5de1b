//! Faults of rows in tables of figures.

use crate::codes;

use super::super::rule::{Rule, bilingual, fault};

pub(in crate::check) const RULES: [Rule; 6] = [
    fault(
        codes::PERIOD_OUTSIDE,
        bilingual("A figure is about a period after the end of the plan", "数据的时期晚于计划期末"),
        bilingual("A later year's figure would end this one", "后一年的数会使本年提前结束"),
        "2024-01,firms,,12,,2024-02-10,,",
        bilingual(
            "Correct the period, or put the row into that year's plan",
            "更正时期，或放入相应年度的计划",
        ),
    ),
    fault(
        codes::REGION_NEEDED,
        bilingual(
            "A row about a target of each region names no region",
            "要求各地区报送的行没有填地区",
        ),
        bilingual(
            "How many regions attained it is counted, never reported",
            "达到的地区数由统计得出，不由填报",
        ),
        "2023-06,new-parks,,5,,2023-07-10,,",
        bilingual("Write one row for each region", "每个地区写一行"),
    ),
    fault(
        codes::REGION_NOT_NAMED,
        bilingual("A row is about a region the indicator does not have", "该指标不含此地区"),
        bilingual("The figure would count nowhere", "该数会不计入任何地方"),
        "2023-06,firms,341302,12,,2023-07-10,,",
        bilingual(
            "Name the region in the item, or correct the row",
            "在事项中列出该地区，或更正该行",
        ),
    ),
    fault(
        codes::VALUE,
        bilingual("A figure is not a plain number", "数值不是普通数字"),
        bilingual("Nothing is repaired by guessing", "不猜测、不代为修改"),
        "2023-06,firms,,\"1,200\",,2023-07-10,,",
        bilingual("Write plain digits, with a point before decimals", "写普通数字，小数用点号"),
    ),
    fault(
        codes::VALUE_MISSING,
        bilingual("A figure is empty without a flag", "数值为空而没有标记"),
        bilingual("Missing is never zero, and has to be said", "缺数不等于零，必须说明"),
        "2023-06,firms,,,,2023-07-10,,",
        bilingual("Give the number, or a flag: x, z, c or n", "填写数值，或标记x、z、c、n"),
    ),
    fault(
        codes::VALUE_WITH_FLAG,
        bilingual("A figure has a flag that says there is none", "有数值却标记为没有数"),
        bilingual("One of the two is wrong", "二者必有一误"),
        "2023-06,firms,,12,x,2023-07-10,,",
        bilingual("Remove the value or the flag", "删去数值或标记"),
    ),
];
