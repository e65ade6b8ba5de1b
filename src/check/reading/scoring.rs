//! Faults of `[scoring]`.

use crate::codes;

use super::super::rule::{Rule, bilingual, fault};

pub(in crate::check) const RULES: [Rule; 7] = [
    fault(
        codes::SCORING_BASIS,
        bilingual(
            "An evaluation names no document it is based on, or not its address",
            "评价没有注明依据文件，或网址有误",
        ),
        bilingual("Nobody is compared without a cited basis", "没有依据不得比较"),
        "[scoring]\nmethod = \"completion\"",
        bilingual("Add `basis` with title and document number", "补充`basis`，写明标题和文号"),
    ),
    fault(
        codes::SCORING_CAP,
        bilingual(
            "`cap` is below one, or belongs to another method",
            "`cap`小于一，或不适用于所用方法",
        ),
        bilingual(
            "It limits how far a completion above the target counts",
            "它限定超额部分计入多少",
        ),
        "cap = \"0.9\"",
        bilingual("Write 1 or more, or leave it out", "写1或更大，或不写"),
    ),
    fault(
        codes::SCORING_GROUPS,
        bilingual("A group is empty, or a region cannot be in it", "组为空，或某地区不能编入"),
        bilingual("Counties and parks are compared within their own groups", "县区与园区分组比较"),
        "groups = [{ id = \"parks\", title = \"园区\", regions = [] }]",
        bilingual("Name the regions of each group once", "每组的地区各写一次"),
    ),
    fault(
        codes::SCORING_INDICATOR,
        bilingual("An indicator cannot be scored by the method", "该指标不能用所选方法计分"),
        bilingual("A growth rate, for one, has no completion", "例如增速没有完成率"),
        "method = \"completion\"   # for a growth rate",
        bilingual("Leave it out, or use efficacy or rank", "不列入，或用efficacy、rank"),
    ),
    fault(
        codes::SCORING_PERIOD,
        bilingual(
            "A period is no half-year of the plan, or is named twice",
            "不是计划内的半年，或重复",
        ),
        bilingual("Evaluations are half-yearly and yearly", "评价按半年和全年进行"),
        "periods = [\"2023-Q1\"]",
        bilingual("Write 2023-H1 or 2023", "写2023-H1或2023"),
    ),
    fault(
        codes::SCORING_REGIONS,
        bilingual(
            "An evaluation needs figures that the plan keeps from readers",
            "评价需要计划不公开的数据",
        ),
        bilingual("A score nobody can recompute is not published", "无人能复算的得分不予发布"),
        "regions_public = \"status\"",
        bilingual("Write regions_public = \"values\"", "写regions_public = \"values\""),
    ),
    fault(
        codes::SCORING_WEIGHTS,
        bilingual(
            "Weights are not above zero, are given twice, or do not add up to 100",
            "权重不大于零、重复，或合计不是100",
        ),
        bilingual("Scores are parts of a hundred", "得分以百分计"),
        "weights = [{ indicator = \"firms\", weight = \"90\" }]",
        bilingual("Let the weights add up to 100", "使权重合计为100"),
    ),
];
