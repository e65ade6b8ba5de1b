//! Faults of a plan and what it names.

use crate::codes;

use super::super::rule::{Rule, bilingual, fault};

pub(in crate::check) const RULES: [Rule; 13] = [
    fault(
        codes::BANDS,
        bilingual("The edges of the bands are not in falling order", "各档界限未从高到低"),
        bilingual(
            "A figure would belong to two statuses, or to none",
            "一个数会属于两种状态，或哪种都不是",
        ),
        "[bands]\nahead = 0\non_track = 5",
        bilingual(
            "Write ahead ≥ on_track ≥ slightly_behind ≥ behind",
            "依次为ahead ≥ on_track ≥ slightly_behind ≥ behind",
        ),
    ),
    fault(
        codes::HOLIDAYS,
        bilingual(
            "A day of holidays.csv is there twice, or is worked anyway",
            "holidays.csv中的日期重复，或本来就上班",
        ),
        bilingual("Days of grace would be counted wrong", "报送期限会算错"),
        "2023-10-09,workday,   # a Monday",
        bilingual("Correct the date, or remove the row", "更正日期，或删去该行"),
    ),
    Rule {
        is_settable: true,
        ..fault(
            codes::NO_DATA,
            bilingual("A plan has no figures yet", "计划尚无数据"),
            bilingual("Everything on it will read as not due", "各项都会显示为未到期"),
            "plans/2024/ without data/",
            bilingual("Put tables into the plan's data/", "在计划的data/中放置表格"),
        )
    },
    fault(
        codes::NO_PLAN,
        bilingual(
            "There is no plan, or a folder without plan.md",
            "没有计划，或文件夹中没有plan.md",
        ),
        bilingual("There is nothing to publish", "没有可发布的内容"),
        "plans/2023/ without plan.md",
        bilingual(
            "Add plan.md with title, issuer, year and sections",
            "添加plan.md，写明title、issuer、year和sections",
        ),
    ),
    fault(
        codes::PLAN_REVISION,
        bilingual(
            "A revision of the plan does not agree with what stands in the item",
            "计划修订与事项中的文字不一致",
        ),
        bilingual("Readers are told what changed, so it has to be true", "告诉读者的更改必须属实"),
        "new = \"力争20家\"   # the item says 力争18家",
        bilingual("Let the revision and the item say the same", "使修订与事项一致"),
    ),
    fault(
        codes::RELEASE,
        bilingual(
            "A frozen edition cannot be read, was changed, or belongs to no edition",
            "固化的期次无法读取、被改动，或没有对应的期次",
        ),
        bilingual("What was published stays as it was", "已发布的内容保持原样"),
        "releases/2023-H1.json edited by hand",
        bilingual("Restore the file as it was published", "恢复发布时的文件"),
    ),
    fault(
        codes::UNKNOWN_DEPARTMENT,
        bilingual("A department is not in departments.csv", "部门不在departments.csv中"),
        bilingual("Nobody would be responsible", "会没有责任单位"),
        "departments = [{ id = \"jxw\" }]",
        bilingual(
            "Correct the id, or add a row to departments.csv",
            "更正标识，或在departments.csv中补一行",
        ),
    ),
    fault(
        codes::UNKNOWN_INDICATOR,
        bilingual("An indicator is not there", "没有该指标"),
        bilingual("The figure would count nowhere", "该数会不计入任何地方"),
        "2023-06,frims,,12,,2023-07-10,,",
        bilingual(
            "Correct the id, or add the indicator to its item",
            "更正标识，或在事项中添加该指标",
        ),
    ),
    fault(
        codes::UNKNOWN_ITEM,
        bilingual("An item is not there", "没有该事项"),
        bilingual("The link would lead nowhere", "链接会落空"),
        "items = [21]",
        bilingual("Give the number of an item of the plan", "填写计划中事项的编号"),
    ),
    fault(
        codes::UNKNOWN_MILESTONE,
        bilingual("A milestone is not there", "没有该节点"),
        bilingual("What happened would be told nowhere", "完成情况会无处展示"),
        "list-published,,2023-07-14,2023-07-14,,",
        bilingual(
            "Correct the id, or add the milestone to its item",
            "更正标识，或在事项中添加该节点",
        ),
    ),
    fault(
        codes::TOO_MANY_REGIONS,
        bilingual(
            "regions.csv has more rows than can be numbered",
            "regions.csv的行数超出可编号的范围",
        ),
        bilingual(
            "A figure of the regions behind them could not be told apart",
            "其后地区的数将无从区分",
        ),
        "(65536 rows)",
        bilingual("Keep a site of its own for each part of the country", "按区域分别建站"),
    ),
    fault(
        codes::UNKNOWN_REGION,
        bilingual("A region is not in regions.csv", "地区不在regions.csv中"),
        bilingual("The figure would count nowhere", "该数会不计入任何地方"),
        "2023-06,firms,341399,12,,2023-07-10,,",
        bilingual(
            "Correct the id, or add a row to regions.csv",
            "更正标识，或在regions.csv中补一行",
        ),
    ),
    fault(
        codes::UNKNOWN_SECTION,
        bilingual("A section is not in plan.md", "部分不在plan.md中"),
        bilingual("The item would stand on no page of its part", "事项会不属于任何部分"),
        "section = \"qualty\"",
        bilingual(
            "Correct the id, or add the section to plan.md",
            "更正标识，或在plan.md中添加该部分",
        ),
    ),
];
