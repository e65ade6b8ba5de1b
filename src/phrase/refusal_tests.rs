//! What is no target, and what is not read because words around it are not known.

use super::tests::{check, check_none};
use super::*;

#[test]
fn a_number_among_words_that_change_it_is_not_half_read() {
    check_none(&[
        "高于全省平均水平1个百分点",
        "高于全省平均水平2个百分点以上",
        "不少于3次，每月",
        "前5位左右",
        "两位数增长",
        "below 5%",
    ]);
    let texts = ["below 5%", "高于全省平均水平1个百分点"];
    let seen: Vec<&str> = texts
        .into_iter()
        .flat_map(|text| unread_numbers(text).into_iter().map(|span| &text[span]))
        .collect();
    assert_eq!(seen, ["5%", "1个百分点"]);
}

#[test]
fn a_number_among_words_that_are_not_known_is_not_read() {
    check_none(&[
        "below 5%",
        "BELOW 5%",
        "reduce by 20%",
        "at least 5 percent",
        "5% or less",
        "5% 이하",
        "不宜低于5%",
        "5%封顶",
        "上限5%",
    ]);
}

#[test]
fn sentences_give_their_targets_and_nothing_else() {
    check(&[
        (
            "到2025年，全市建成社区食堂120家以上，其中新建30家左右。",
            &["expected >= 120 家 count", "expected approx 30 家 ±1 count"],
        ),
        (
            "围绕“3+2+X”布局，依托G60走廊和5G基站，新建公园12座、绿道40公里。",
            &["expected >= 12 座 count", "expected >= 40 公里"],
        ),
        ("对占地20亩以上的仓库开展排查，全年抽查不少于2次。", &["expected >= 2 次 event"]),
        (
            "落户总投资超5亿元文旅项目3个、百亿级项目1个以上，",
            &["expected >= 3 个 count", "expected >= 1 个 count"],
        ),
        ("引进10亿元以上项目5个", &["expected >= 5 个 count"]),
        ("完成10亿元以上技术改造投资", &["expected >= 10 亿元"]),
        ("发放助学贷款3亿元以上支持困难家庭", &["expected >= 3 亿元"]),
        ("推动200家以上餐馆安装油烟净化设备", &["expected >= 200 家 count"]),
        ("PM2.5平均浓度降至35微克/立方米以下", &["expected <= 35 微克/立方米"]),
        ("局长每月接访一次，选取一个街道现场办公。", &["expected >= 1 次 /month event"]),
        (
            "每月召开例会1次、编发简报2期，新增会员5家",
            &[
                "expected >= 1 次 /month event",
                "expected >= 2 期 /month count",
                "expected >= 5 家 count",
            ],
        ),
        ("较上年增长6%，比去年多建2所", &["expected >= 6 % growth", "expected >= 2 所 count"]),
        ("去年建成10所，今年再建12所", &["expected >= 12 所 count"]),
        ("推进义务教育优质均衡县（区）全覆盖", &["expected coverage 100 % share"]),
        ("打造书店、影院2个千亿级商圈", &["expected >= 2 个 count"]),
        ("“力争15家”", &["stretch >= 15 家 count"]),
        ("出让比例超50%", &["expected > 50 % share"]),
        ("5G基站2000个", &["expected >= 2000 个 count"]),
    ]);
}

#[test]
fn dates_documents_names_and_codes_are_no_targets() {
    check_none(&[
        "2023年",
        "2月8日",
        "2023-06-15",
        "2023—2025年",
        "2023",
        "1—9月",
        "9:30",
        "〔2023〕8号",
        "2321行动",
        "“151”工程",
        "5+5+N",
        "第三",
        "第3批",
        "G60",
        "5G",
        "PM2.5",
        "1/3",
        "三分之二以上",
        "十四五",
        "二〇二三年",
        "党的二十大",
        "12345热线",
        "三季度",
        "前三季度",
        "前10%",
        "0557-3025678",
        "年末年度考核",
        "",
    ]);
}

#[test]
fn grades_scopes_slogans_and_circumstances_are_no_targets() {
    check_none(&[
        "50亿级",
        "千亿级",
        "百亿级商圈",
        "4A级景区",
        "占地5亩以上规下工业企业",
        "占地5亩以上",
        "总投资超10亿元制造业项目",
        "营业收入2000万元以上工业企业",
        "从业人员20人以上企业",
        "一区一业一样本",
        "一批",
        "一改两为",
        "十大",
        "十大重点产业",
        "两化",
        "四化",
        "五个一百",
        "“五个一百”",
        "三位一体",
        "四个方面",
        "零部件",
        "从3个方面发力",
        "在3个街道试点",
        "现有15家",
        "分3批",
        "三年倍增行动",
        "3个月内办结",
        "截至6月底已建成20家",
        "去年新增10家",
        "每周一次",
        "每两月一次",
        "1万2户",
        "8-3家",
        "力争",
        "争创示范单位",
    ]);
}
