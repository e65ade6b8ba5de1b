//! Faults of workbooks.

use crate::codes;

use super::super::rule::{Rule, bilingual, fault};

pub(in crate::check) const RULES: [Rule; 7] = [
    fault(
        codes::WORKBOOK,
        bilingual("A workbook cannot be read", "工作簿无法读取"),
        bilingual("Its figures would be missing without a word", "其中的数据会无声缺失"),
        "data/2023-06.xlsx with a password",
        bilingual("Save it again without a password, as .xlsx", "去掉密码，重新存为.xlsx"),
    ),
    Rule {
        is_settable: true,
        ..fault(
            codes::WORKBOOK_COLUMN,
            bilingual("A sheet has a column that is not of the ledger", "工作表有不属于台账的列"),
            bilingual(
                "It is left out; if it was meant, its name is mistyped",
                "该列不予读取；如属台账，列名可能写错",
            ),
            "时期,指标,数值,联系人",
            bilingual(
                "Correct the name, or begin it with _ if it is internal",
                "更正列名；内部列请以_开头",
            ),
        )
    },
    fault(
        codes::WORKBOOK_FORMULA,
        bilingual(
            "A formula gives an error, or was never worked out",
            "公式出错，或没有存下计算结果",
        ),
        bilingual("There is no figure to publish", "没有可发布的数"),
        "=SUM(#REF!)",
        bilingual("Put the number itself into the cell", "在该格直接填写数"),
    ),
    Rule {
        is_settable: true,
        ..fault(
            codes::WORKBOOK_HIDDEN,
            bilingual("A hidden sheet is not read", "隐藏的工作表不予读取"),
            bilingual(
                "Nobody looks at hidden figures before they are published",
                "隐藏的数据在发布前无人核对",
            ),
            "a sheet that is hidden",
            bilingual(
                "Show the sheet, or move its figures to one that is seen",
                "取消隐藏，或把数据移到可见的工作表",
            ),
        )
    },
    Rule {
        is_settable: true,
        ..fault(
            codes::WORKBOOK_SHEET,
            bilingual(
                "A sheet has no header of the ledger and is not read",
                "工作表没有台账表头，不予读取",
            ),
            bilingual(
                "Notes and summaries may stand beside figures",
                "说明和汇总可以与数据放在一起",
            ),
            "a sheet with notes",
            bilingual(
                "Nothing, if it holds no figures; else name the columns 时期, 指标, 数值, 记录日期, 来源",
                "如无数据则不必处理；否则列名请写时期、指标、数值、记录日期、来源",
            ),
        )
    },
    Rule {
        is_settable: true,
        ..fault(
            codes::WORKBOOK_TEXT,
            bilingual("A number is stored as text", "数以文本形式存储"),
            bilingual("Sums in the workbook leave it out", "工作簿中的合计不会计入它"),
            "'12 in a cell",
            bilingual(
                "Write the number anew in a cell that is no text",
                "在非文本格式的格中重新输入",
            ),
        )
    },
    Rule {
        is_settable: true,
        ..fault(
            codes::WORKBOOK_PERCENT,
            bilingual(
                "A rate below one stands in a file that does not tell whether it is shown as a \
                    percentage",
                "比率小于1，而文件看不出是否以百分比显示",
            ),
            bilingual("0.18 may be 18 % as well as 0.18 %", "0.18可能是18%，也可能是0.18%"),
            "a cell of an .xls or .ods file that shows 18%",
            bilingual(
                "Save the workbook as .xlsx, or write 18 into a cell that is no percentage",
                "把工作簿存为.xlsx，或在非百分比格式的格中填18",
            ),
        )
    },
];
