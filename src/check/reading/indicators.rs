//! Faults of indicators, targets and schedules.

use crate::codes;

use super::super::rule::{Rule, bilingual, fault};

pub(in crate::check) const RULES: [Rule; 14] = [
    fault(
        codes::BASELINE,
        bilingual(
            "A target needs a baseline that is not there, or the baseline leaves no way to go",
            "目标需要基数而没有，或基数使目标无进度可言",
        ),
        bilingual("Progress is measured from the baseline to the target", "进度从基数量到目标"),
        "target = \"翻一番\"   # without baseline",
        bilingual(
            "Give the level before the plan, or use schedule = \"level\"",
            "写明计划前的水平，或用schedule = \"level\"",
        ),
    ),
    fault(
        codes::BATCHES,
        bilingual("Lists are given for a schedule that has none", "为不按批次的指标写了名单"),
        bilingual("They would never be waited for", "永远不会等待这些名单"),
        "schedule = \"linear\"\nbatches = [{ expected = \"2023-07\" }]",
        bilingual(
            "Remove `batches`, or use schedule = \"batch\"",
            "删去`batches`，或用schedule = \"batch\"",
        ),
    ),
    fault(
        codes::BETTER,
        bilingual("`better` contradicts the target's phrase", "`better`与目标表述矛盾"),
        bilingual("The phrase already says which way is good", "表述已说明何者为好"),
        "target = \"控制在5%以内\"\nbetter = \"higher\"",
        bilingual("Leave `better` out", "删去`better`"),
    ),
    fault(
        codes::CIRCLE,
        bilingual("References lead back to where they began", "引用绕成了圈"),
        bilingual(
            "What is made of itself, or lies in itself, can never be worked out",
            "由自身算出或隶属于自身的，永远无法算清",
        ),
        "id = \"a\"\nnumerator = \"b\"   # and b has denominator = \"a\"",
        bilingual(
            "Name indicators with figures of their own; leave the outermost region without a \
                parent",
            "引用自有数据的指标；最外一级地区的隶属留空",
        ),
    ),
    fault(
        codes::EXPECTED,
        bilingual(
            "A node plan is not written in the order of time, or falls",
            "节点计划未按时间先后，或出现倒退",
        ),
        bilingual("The step that is due would not be clear", "到期应有多少会不清楚"),
        "{ expected = [[\"2023-12\", 5], [\"2023-06\", 2]] }",
        bilingual("List the points in the order of time", "按时间先后列出节点"),
    ),
    fault(
        codes::OVERRIDE,
        bilingual(
            "A status set by hand names no period, or cannot be at that time",
            "人工核定未写明时期，或该时期不可能有此状态",
        ),
        bilingual(
            "It speaks of one period and falls away with a newer figure; a word of another time \
                would mislead",
            "核定只针对一个时期，有新数据即失效；别的时期的用语会误导",
        ),
        "override = { status = \"met\", period = \"2023-06\", date = 2023-07-20, … }",
        bilingual(
            "Name the period of the figure, and a status that can be then",
            "写明所针对数据的时期和当时可能的状态",
        ),
    ),
    fault(
        codes::REPORT,
        bilingual(
            "The days of grace are given in days and in workdays",
            "报送期限同时按日和工作日写明",
        ),
        bilingual("There would be two last days", "会有两个截止日"),
        "report = { every = \"month\", within_days = 20, within_workdays = 10 }",
        bilingual("Keep one of them", "保留其中之一"),
    ),
    fault(
        codes::SCHEDULE,
        bilingual("A schedule does not fit the kind of figure", "序时方式与指标类型不符"),
        bilingual("A rate does not grow with the months", "比率不随月份推进"),
        "measure = \"growth\"\nschedule = \"linear\"",
        bilingual(
            "Use level for rates, none for flags, or file a node plan",
            "比率用level，是否类用none，或编制节点计划",
        ),
    ),
    Rule {
        ..fault(
            codes::TARGET_CONTRADICTS,
            bilingual(
                "A spelled-out target says something else than its phrase",
                "写明的目标与表述不符",
            ),
            bilingual(
                "What is spelled out holds, and readers see both",
                "以写明的内容为准，读者会看到两者",
            ),
            "target = { phrase = \"15家以上\", value = \"12\" }",
            bilingual(
                "See that it is what the plan means, or correct it",
                "请核对是否合乎计划原意，或更正",
            ),
        )
    },
    Rule {
        ..fault(
            codes::TARGET_DIRECTION,
            bilingual("The way a target is read contradicts its words", "目标的方向与用语不符"),
            bilingual(
                "Deaths of which more would be better are a slip",
                "死亡人数读成越多越好，应属笔误",
            ),
            "name = \"生产安全事故死亡人数\"\ntarget = \"20人\"",
            bilingual(
                "Write a limit as one: op = \"<=\"; or say op = \">=\" where more is meant",
                "控制数写op = \"<=\"；确是越多越好的写op = \">=\"",
            ),
        )
    },
    Rule {
        ..fault(
            codes::TARGET_MEASURE,
            bilingual(
                "The phrase speaks of another kind of figure than the measure",
                "目标表述与度量不合",
            ),
            bilingual(
                "A rate that is added up as a count says nothing",
                "把增速当作累计数，得数没有意义",
            ),
            "target = \"增长18%\"\nmeasure = \"count\"",
            bilingual("Write the measure the phrase speaks of", "按表述改写度量"),
        )
    },
    fault(
        codes::TARGET_PER,
        bilingual(
            "A number for each part of the plan is asked of each region, or the parts do not fit \
                the plan",
            "同时按时段、按地区下达，或时段与计划期不合",
        ),
        bilingual("Such a figure cannot be judged", "这样的数无法评判"),
        "target = \"每季度2次\"\nscope = \"each-region\"",
        bilingual("Write one indicator for each region", "为每个地区各写一个指标"),
    ),
    fault(
        codes::TARGET_PHRASE,
        bilingual("A target cannot be read from its phrase", "从表述读不出目标"),
        bilingual("What cannot be read cannot be judged", "读不出的目标无法评判"),
        "target = \"明显增长\"",
        bilingual(
            "Quote one short phrase with its number, or spell the target out",
            "引用一个带数的短语，或逐项写明",
        ),
    ),
    fault(
        codes::TARGET_UNIT,
        bilingual("Target and indicator have different units", "目标与指标的单位不同"),
        bilingual("A figure would be compared with something else", "会拿数去比另一种东西"),
        "target = \"力争2万户\"\nunit = \"家\"",
        bilingual("Give the indicator the unit of the plan's phrase", "指标单位与计划表述一致"),
    ),
];
