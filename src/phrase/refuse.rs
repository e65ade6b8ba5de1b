//! Numbers that are no targets: names, dates, grades, codes, scopes, descriptions and things
//! already done.
//!
//! Comes in: a text, a quantity in it and the words before it. Goes out: whether the quantity is
//! refused. The rules look at a few characters on either side, so they are careful rather than
//! clever: a target that is not read can be spelled out by hand, a number wrongly taken for a
//! promise may be published.

use super::numeral::{digit_of, hanzi_digit, read_numeral};
use super::quantity::Quantity;
use super::quantity_context::{QuantityContext, left_of};
use super::reading::Op;
use super::scope::is_scope;
use super::unit::{Kind, RATIO, Unit};
use super::words::{ends_clause, ends_sentence, last_chars};

/// So many characters before a number may say that it is about the past.
const PAST_CHARS: usize = 60;

/// Returns whether a quantity is not a target.
pub(super) fn is_refused(context: &QuantityContext<'_>, quantity: &Quantity) -> bool {
    let left = &context.text[..context.start];
    let behind_number = &context.text[context.start + quantity.skip..];
    let behind_unit = &context.text[context.start + quantity.unit_end..];
    is_part_of_code(left, behind_number, quantity)
        || is_date_or_grade(behind_number, quantity)
        || has_unknown_words(context, quantity)
        || is_comparison(context, quantity)
        || is_population(context, quantity, behind_unit)
        || behind_unit.starts_with("数增长")
        || has_late_cadence(context, quantity)
        || is_date_or_grade_unit(behind_unit)
        || is_quoted(context, quantity)
        || is_description(context, quantity, behind_unit)
        || is_scope(context, quantity)
        || is_origin(behind_unit)
        || is_past(context)
        || lacks_sense(context, quantity)
}

/// G60, 5G, PM2.5, 5+5+N, 〔2023〕, 1/3, 9:30, -5: the number is part of something else.
fn is_part_of_code(left: &str, behind: &str, quantity: &Quantity) -> bool {
    let mut before = left.chars().rev();
    let (last, second_last) = (before.next(), before.next());
    let joins = |c: char| c.is_alphanumeric() && !is_hanzi(c);
    let is_joined = match last {
        Some(
            '+' | '＋' | '/' | '／' | '_' | '#' | '№' | '.' | '．' | '×' | '第' | '〔' | '［' | '[',
        ) => true,
        // A minus sign directly before a number is not a target; a dash between words is.
        Some('-' | '－' | '–' | '−') => {
            second_last.is_none_or(|c| !c.is_whitespace() && !is_dash(c))
        }
        Some(':' | '：') => second_last.is_some_and(|c| digit_of(c).is_some()),
        // Half of a larger number, whose other half was no number: 2万5千.
        Some('亿' | '万' | '千' | '百') => {
            second_last.is_some_and(|c| digit_of(c).or(hanzi_digit(c).map(|_| c)).is_some())
        }
        // The two of 三分之二 is no number of its own.
        Some('之') => second_last == Some('分'),
        Some(c) => joins(c),
        None => false,
    };
    let mut after = behind.chars();
    let (next, over_next) = (after.next(), after.next());
    let has_own_slash =
        quantity.unit.as_ref().is_some_and(|unit| unit.name == RATIO || unit.name.starts_with('/'));
    let is_continued = !has_own_slash
        && match next {
            Some('+' | '＋' | '〕' | ']' | '］' | '_' | '×') => true,
            Some('/' | '／' | ':' | '：' | '-' | '–' | '—') => {
                over_next.is_some_and(|c| digit_of(c).is_some())
            }
            // A unit in Latin letters was recognised as one.
            Some(c) => quantity.unit.is_none() && joins(c),
            None => false,
        };
    is_joined || is_continued
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '－' | '−')
}

fn is_hanzi(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// 2023年, 8号, 三季度, 5级: the number is a date or an order.
fn is_date_or_grade(behind: &str, quantity: &Quantity) -> bool {
    // 11.3年 is a length of time.
    if quantity.unit.as_ref().is_some_and(|unit| unit.name == "年") {
        return false;
    }
    let behind = behind.trim_start_matches(' ');
    [
        "年",
        "月",
        "日",
        "号",
        "时",
        "届",
        "世纪",
        "周",
        "季度",
        "旬",
        "级",
        "期工程",
        "条例",
        "点整",
        "强县",
    ]
    .into_iter()
    .any(|word| behind.starts_with(word))
}

/// 50亿级, 五个一百, 三分之一, 四个方面: the unit goes on as a grade, a name or a description.
fn is_date_or_grade_unit(behind: &str) -> bool {
    let words = [
        "级",
        "之一",
        "之二",
        "之三",
        "之四",
        "一",
        "方面",
        "面",
        "环节",
        "维度",
        "阶段",
        "步骤",
        "层面",
        "原则",
        "自信",
        "意识",
        "确立",
        "维护",
        "全面",
        "坚持",
        "毫不动摇",
        "文明建设",
        "角度",
        "结合",
        "确保",
    ];
    words.into_iter().any(|word| behind.starts_with(word))
}

/// Below 5%, 5% or less, 不宜低于5%, 5%封顶: a comparator that is not known would be read as its
/// opposite.
fn has_unknown_words(context: &QuantityContext<'_>, quantity: &Quantity) -> bool {
    let is_foreign = |c: char| c.is_alphabetic() && !is_hanzi(c);
    let behind = &context.text[context.start + quantity.len..];
    let left = &context.text[..context.start];
    let has_hanzi = context.text.chars().any(is_hanzi);
    if !has_hanzi && (left.contains(is_foreign) || behind.contains(is_foreign)) {
        return true;
    }
    let word_left = left.trim_end();
    let is_left_foreign = word_left.ends_with(is_foreign);
    let word_behind = behind.trim_start();
    let is_behind_foreign = word_behind.starts_with(|c: char| is_foreign(c) && !c.is_uppercase());
    let negations = [
        "不",
        "未",
        "非",
        "没",
        "无",
        "勿",
        "不宜",
        "不应",
        "不必",
        "不会",
        "差不多",
        "几乎",
        "上限",
        "下限",
    ];
    let has_words = context.before.start < context.start;
    let is_negated = has_words
        && negations.iter().any(|word| context.text[..context.before.start].ends_with(word));
    let is_softened = ["差不多", "几乎", "不止", "上限", "下限", "上限为", "下限为"]
        .iter()
        .any(|word| left.ends_with(word));
    let limits = [
        "封顶",
        "为限",
        "为上限",
        "为下限",
        "以外",
        "开外",
        "不到",
        "未满",
        "打底",
        "保底",
        "起步",
        "上限",
        "下限",
    ];
    is_left_foreign
        || is_behind_foreign
        || is_negated
        || is_softened
        || limits.iter().any(|word| word_behind.starts_with(word))
}

/// 高于全省平均水平1个百分点: the number is a distance from something that is not known.
fn is_comparison(context: &QuantityContext<'_>, quantity: &Quantity) -> bool {
    let is_rate = quantity.unit.as_ref().is_some_and(|unit| unit.kind == Kind::Rate);
    let clause = &context.text[context.clause..context.before.start];
    let compares =
        ["高于", "低于", "快于", "慢于", "优于", "好于"].iter().any(|word| clause.contains(word));
    let left = clause.trim_end_matches(' ');
    is_rate
        && compares
        && ["平均水平", "平均", "平均数", "平均值", "上年", "去年", "目标"]
            .iter()
            .any(|word| left.ends_with(word))
}

/// 不少于3次，每月: the part of the year stands behind the number, where it would be lost.
fn has_late_cadence(context: &QuantityContext<'_>, quantity: &Quantity) -> bool {
    let behind = context.text[context.start + quantity.len..]
        .trim_start_matches([' ', '，', ',', '（', '(']);
    let parts = ["每月", "每季", "每个月", "每半年", "每年", "按月", "按季"];
    context.is_short && !context.has_cadence && parts.iter().any(|part| behind.starts_with(part))
}

/// 在全省91个县（市）中排名第一: the number says among how many.
fn is_population(context: &QuantityContext<'_>, quantity: &Quantity, behind_unit: &str) -> bool {
    let is_counted = quantity.unit.as_ref().is_some_and(|unit| unit.kind == Kind::Count);
    let clause = behind_unit.split(ends_clause).next().unwrap_or_default();
    let has_rank = ["第", "前", "排名", "位居", "位列"].iter().any(|word| clause.contains(word));
    let left = &context.text[..context.before.start];
    let is_whole_area =
        ["全国", "全省", "全市", "全县", "全区"].iter().any(|word| left.ends_with(word));
    is_counted && has_rank && (is_whole_area || clause.chars().take(10).any(|c| c == '中'))
}

/// “151”工程, “五个一百”: what is quoted is a name, unless the quotation itself speaks of a target.
fn is_quoted(context: &QuantityContext<'_>, quantity: &Quantity) -> bool {
    if context.text[..context.before.start].ends_with('"')
        || context.text[..context.start].ends_with('"')
    {
        return true;
    }
    let inside = context.text[..context.start]
        .char_indices()
        .rev()
        .take(24)
        .take_while(|(_, c)| !ends_sentence(*c));
    for (at, c) in inside {
        match c {
            '“' | '‘' | '「' | '『' | '《' | '〈' => {
                let has_word = context.before.start < context.start && at < context.before.start;
                return !(has_word || quantity.behind.is_some());
            }
            '”' | '’' | '」' | '』' | '》' | '〉' => return false,
            _ => {}
        }
    }
    false
}

/// 从5家, 在3个园区, 每5户, 现有20家, 分3批: the number tells a circumstance.
fn is_description(context: &QuantityContext<'_>, quantity: &Quantity, behind_unit: &str) -> bool {
    let left = context.text[..context.before.start].trim_end_matches(' ');
    let ends = |words: &[&str]| words.iter().any(|word| left.ends_with(word));
    let is_counted = quantity.unit.as_ref().is_some_and(|unit| unit.kind == Kind::Count);
    let has_comparator =
        context.before.op.or(context.before.weak).is_some() || quantity.behind.is_some();
    let is_article = quantity.numeral.is_lone_one && !is_one_meant(context, quantity);
    ends(&[
        "从", "由", "每", "这", "那", "另", "现有", "已有", "原有", "共有", "上述", "涉及", "分为",
        "分成", "包括", "包含", "下设",
    ]) || (is_counted
        && !has_comparator
        && ends(&["在", "对", "向", "为期", "围绕", "聚焦", "按照", "按", "该"]))
        || (ends(&["分"])
            && quantity
                .unit
                .as_ref()
                .is_some_and(|unit| ["批", "期", "类", "批次"].contains(&unit.name.as_str())))
        || (is_counted && behind_unit.starts_with("以来"))
        || is_article
        || context.text[context.start..].starts_with("一批")
}

/// A lone 一 is a number in a short phrase, beside a comparator, in 每月一次 and where 一家 is strived
/// for; elsewhere it is an article (选取一个县区).
fn is_one_meant(context: &QuantityContext<'_>, quantity: &Quantity) -> bool {
    let is_thing = |unit: &Unit| ["家", "项", "名", "所", "座", "条"].contains(&unit.name.as_str());
    (context.is_strived && quantity.unit.as_ref().is_some_and(is_thing))
        || context.is_short
        || context.has_cadence
        || context.before.start < context.start
        || quantity.behind.is_some()
        || quantity.per.is_some()
}

/// 由12家增加到20家: the first number is where it comes from.
fn is_origin(behind_unit: &str) -> bool {
    let ways = [
        "增加", "提高", "提升", "增长", "扩大", "上升", "压缩", "压减", "缩短", "缩减", "下降",
        "降低", "减少", "增", "降", "减",
    ];
    let behind = behind_unit.trim_start_matches(['左', '右', '以', '上', ' ']);
    ways.into_iter().filter_map(|way| behind.strip_prefix(way)).any(|rest| {
        rest.strip_prefix(['到', '至'])
            .is_some_and(|rest| matches!(read_numeral(rest), Some(Ok(_))))
    })
}

/// 去年新增10家, 截至目前已培育20家: the number tells what was.
fn is_past(context: &QuantityContext<'_>) -> bool {
    let clause = last_chars(&context.text[context.clause..context.start], PAST_CHARS);
    if clause.contains("截至") || clause.contains("截止") {
        return true;
    }
    // 较上年增长 and 比去年多 compare, and promise all the same.
    if is_past_result(&context.text[context.clause..context.start])
        && !context.is_strived
        && !has_promise(context)
    {
        return true;
    }
    let is_last_year = ["去年", "上年"].into_iter().any(|word| {
        clause.find(word).is_some_and(|at| {
            let left = &clause[..at];
            !["比", "较", "同", "在", "于", "超"].into_iter().any(|word| left.ends_with(word))
        })
    });
    let near = last_chars(clause, 12);
    is_last_year
        || ["已建成", "已培育", "已完成", "已认定", "已累计", "已有", "已达", "已新增", "已实现"]
            .iter()
            .any(|word| near.contains(word))
}

/// A comparator promises; a result is told as it is.
fn has_promise(context: &QuantityContext<'_>) -> bool {
    context.before.op.or(context.before.weak).is_some()
}

/// 2022年新增4家, 2021年以来累计: a year without 到 or 底 before a verb tells a result.
pub(super) fn is_past_result(left: &str) -> bool {
    let Some(at) = left.find('年') else { return false };
    let digits: usize = left[..at].chars().rev().take_while(|c| c.is_ascii_digit()).count();
    let lead = &left[..at - digits];
    let behind = &left[at + '年'.len_utf8()..];
    let is_opening = lead.trim_matches(|c: char| !c.is_alphanumeric()).is_empty();
    let promises = [
        "力争", "争取", "确保", "计划", "目标", "将", "预期", "拟", "底", "末", "前", "要", "度",
        "实施", "推进",
    ];
    digits == 4
        && is_opening
        && !promises.iter().any(|word| behind.contains(word))
        && !behind.trim().is_empty()
}

/// What is left needs a unit, or a comparator that makes it a number, or to be all there is.
fn lacks_sense(context: &QuantityContext<'_>, quantity: &Quantity) -> bool {
    let has_comparator =
        context.before.op.or(context.before.weak).is_some() || quantity.behind.is_some();
    if quantity.numeral.is_bare_scale {
        // 突破千亿元 and 达到百家 are numbers, 千亿级 and 百家争鸣 are not.
        let words = &context.text[context.before.start..context.start];
        let is_reached = has_comparator || words.ends_with('达') || words.ends_with("达到");
        return quantity.unit.is_none() || !is_reached;
    }
    match &quantity.unit {
        None => {
            quantity.numeral.is_code_like
                || !(has_comparator || is_arrival(context, quantity) || is_whole(context, quantity))
        }
        // 3亿5000万元 would be read by halves.
        Some(unit) if unit.name == "亿" => {
            read_numeral(&context.text[context.start + quantity.unit_end..]).is_some()
        }
        // 3个月内完成 is a deadline; 压缩至3个工作日 is a target.
        Some(Unit { kind: Kind::Duration, .. }) => {
            let is_floor = quantity.behind == Some(Op::AtLeast) && is_last(context, quantity);
            let is_span = left_of(context).ends_with("年限") || left_of(context).ends_with("寿命");
            context.before.op.or(context.before.weak).is_none()
                && !(is_floor
                    || is_span
                    || is_arrival(context, quantity)
                    || is_whole(context, quantity))
        }
        Some(_) => false,
    }
}

/// 指数达到88: what a figure arrives at needs no unit, if nothing follows that could be one.
fn is_arrival(context: &QuantityContext<'_>, quantity: &Quantity) -> bool {
    let words = &context.text[context.before.start..context.start];
    let is_reached = ["达到", "到达", "提高到", "提升到", "提高至", "提升至", "增至"]
        .iter()
        .any(|word| words.ends_with(word));
    is_reached && is_last(context, quantity)
}

/// Returns whether the clause ends behind the quantity.
fn is_last(context: &QuantityContext<'_>, quantity: &Quantity) -> bool {
    context.text[context.start + quantity.len..]
        .chars()
        .next()
        .is_none_or(|c| ends_clause(c) || matches!(c, '、' | '）' | ')'))
}

/// Returns whether the text holds nothing but this quantity and the words before it.
fn is_whole(context: &QuantityContext<'_>, quantity: &Quantity) -> bool {
    let rest = &context.text[context.start + quantity.len..];
    context.text[..context.before.start].trim().is_empty()
        && rest.chars().all(|c| c.is_whitespace() || ends_clause(c))
}
