//! Returns whether a number says how far something reaches, not how much is promised.

use super::quantity::Quantity;
use super::quantity_context::QuantityContext;
use super::unit::Kind;

/// 占地5亩以上企业, 总投资超10亿元项目, 10亿元以上项目: the amount says which ones are meant.
pub(super) fn is_scope(context: &QuantityContext<'_>, quantity: &Quantity) -> bool {
    let Some(unit) = &quantity.unit else { return false };
    let left = context.text[..context.before.start].trim_end_matches(' ');
    let ends = |words: &[&str]| words.iter().any(|word| left.ends_with(word));
    if ends(&["占地", "占地面积", "龄"]) {
        return true;
    }
    let behind = &context.text[context.start + quantity.len..];
    let has_comparator = context.before.op.is_some() || quantity.behind.is_some();
    let is_staff = unit.name == "人" && ends(&["从业人员", "员工", "职工", "用工", "人数"]);
    if is_staff {
        return goes_on(behind);
    }
    let is_qualifier = ends(&[
        "总投资",
        "投资",
        "投资额",
        "注册资本",
        "注册资金",
        "资本金",
        "营业收入",
        "主营业务收入",
        "营收",
        "产值",
        "年产值",
        "税收",
        "纳税",
        "面积",
        "能耗",
        "销售额",
        "销售收入",
        "单体",
        "单笔",
        "单个",
        "市值",
        "规模",
        "额度",
        "价值",
    ]);
    // 过50亿元项目: 过 says how large, unless it belongs to 超过.
    let is_beyond = left.ends_with('过') && !ends(&["超过", "不过", "通过"]);
    match unit.kind {
        Kind::Amount if is_beyond => true,
        Kind::Duration => matches!(unit.name.as_str(), "岁" | "周岁") && goes_on(behind),
        Kind::Amount => {
            let is_verb_object = follows_verb(context, left) && !names_entity(behind);
            goes_on(behind)
                && (is_qualifier || behind.starts_with('的') || (has_comparator && !is_verb_object))
        }
        Kind::Rate => {
            behind.starts_with("的") && has_comparator && context.before.start < context.start
        }
        _ => false,
    }
}

/// Returns whether a noun follows that the amount could qualify.
pub(super) fn goes_on(behind: &str) -> bool {
    let connectives = [
        "和", "及", "与", "并", "以", "用于", "支持", "推动", "带动", "同比", "较", "比", "其中",
        "目标", "为", "同时", "大关",
    ];
    let next = behind.chars().next();
    next.is_some_and(|c| c.is_alphanumeric() || matches!(c, '“' | '‘' | '「' | '《' | '"'))
        && !connectives.into_iter().any(|word| behind.starts_with(word))
}

/// Returns whether the amount is what a verb directly before it does: 完成10亿元以上技改投资.
pub(super) fn follows_verb(context: &QuantityContext<'_>, left: &str) -> bool {
    let words = &context.text[context.before.start..context.start];
    let direct = ["力争", "争取", "确保", "努力", "新增", "完成", "实现", "净增"];
    let verbs = [
        "建设", "建成", "新建", "引进", "引入", "投放", "发放", "落实", "盘活", "整合", "改造",
        "筹集", "募集", "安排", "形成", "推广", "种植", "处置", "减免", "兑现", "争取", "收储",
        "供应", "消纳", "节约", "腾退",
    ];
    direct.into_iter().any(|word| words.contains(word))
        || verbs.into_iter().any(|word| left.ends_with(word))
}

/// Returns whether the noun behind an amount is something that has a size: 10亿元以上项目.
pub(super) fn names_entity(behind: &str) -> bool {
    let noun: String = behind.chars().take_while(|c| c.is_alphanumeric()).take(8).collect();
    ["项目", "企业", "集群", "园区", "单位", "主体", "公司", "地块"]
        .into_iter()
        .any(|word| noun.contains(word))
}
