//! Which way a figure is better, as far as words tell: 控制在3%左右, 失业率5.5%左右.
//!
//! Comes in: the words of a clause, or the name of an indicator. Goes out: the direction, or none
//! where nothing speaks for one. A comparator that has a direction of its own (以上, 以内) does not ask
//! here.

use super::reading::Direction;

/// What is done to a thing of which less is better.
const TAMING: [&str; 12] = [
    "控制在",
    "控制到",
    "限制在",
    "下降",
    "降低",
    "降到",
    "降至",
    "减少",
    "缩小",
    "压减",
    "压降",
    "压缩",
];

/// Things of which less is better.
const BURDENS: [&str; 29] = [
    "失业率",
    "居民消费价格",
    "价格涨幅",
    "物价涨幅",
    "通胀",
    "CPI",
    "死亡",
    "伤亡",
    "事故",
    "排放",
    "浓度",
    "能耗",
    "物耗",
    "用水量",
    "煤耗",
    "负债率",
    "不良贷款率",
    "不良率",
    "收入比",
    "投诉",
    "信访量",
    "发案",
    "案发",
    "受害率",
    "辍学率",
    "漏损率",
    "空置率",
    "赤字率",
    "杠杆率",
];

/// What is good although a burden stands in front of it: 事故处置率, 排放达标率.
const CURES: [&str; 15] = [
    "达标",
    "处置",
    "处理",
    "治理",
    "办结",
    "满意",
    "整改",
    "化解",
    "查处",
    "监测",
    "覆盖",
    "结案",
    "减排",
    "减少量",
    "回复",
];

/// Reads the direction from what a figure is about: the name of an indicator, or a clause.
///
/// **Example**
/// ```
/// use taizhang::phrase::{Direction, direction_of_subject};
/// assert_eq!(direction_of_subject("城镇调查失业率"), Some(Direction::Lower));
/// assert_eq!(direction_of_subject("投诉办结率"), None);
/// ```
#[must_use]
pub fn direction_of_subject(text: &str) -> Option<Direction> {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    (has(&BURDENS) && !has(&CURES)).then_some(Direction::Lower)
}

/// Reads the direction from the words directly before a number, else from the subject of its
/// clause.
pub(super) fn direction_of_words(direct: &str, clause: &str) -> Option<Direction> {
    if TAMING.iter().any(|word| direct.contains(word)) || direct.ends_with('降') {
        return Some(Direction::Lower);
    }
    direction_of_subject(clause)
}
