//! The words around a number: comparators, ambitions, parts of the year, and what hints at the kind
//! of figure.
//!
//! Comes in: the text before or behind a place. Goes out: what the words there mean and how many
//! bytes they take. 以上, 以下 and 以内 include the number and 超过 excludes it, as article 1259 of the
//! Civil Code (民法典) reads them. Nothing here decides whether a number is a target.

use super::numeral::read_numeral;
use super::reading::{Ambition, Cadence, MeasureHint, Op};
use super::unit::{Kind, Unit, read_unit};

/// How a word directly before a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    /// A comparator that stands whatever follows: 不少于.
    Op(Op),
    /// A comparator that gives way to one behind the number: 控制在3%左右.
    Weak(Op),
    /// No comparator, but part of the reading: 力争, 增长, 达到.
    Plain,
}

const LEFT: &[(&str, Left)] = &[
    ("不少于", Left::Op(Op::AtLeast)),
    ("不低于", Left::Op(Op::AtLeast)),
    ("不小于", Left::Op(Op::AtLeast)),
    ("不得少于", Left::Op(Op::AtLeast)),
    ("不得低于", Left::Op(Op::AtLeast)),
    ("不得小于", Left::Op(Op::AtLeast)),
    ("不能低于", Left::Op(Op::AtLeast)),
    ("不能少于", Left::Op(Op::AtLeast)),
    ("至少", Left::Op(Op::AtLeast)),
    ("最少", Left::Op(Op::AtLeast)),
    (">=", Left::Op(Op::AtLeast)),
    ("≥", Left::Op(Op::AtLeast)),
    ("⩾", Left::Op(Op::AtLeast)),
    ("超过", Left::Op(Op::MoreThan)),
    ("超出", Left::Op(Op::MoreThan)),
    ("超", Left::Op(Op::MoreThan)),
    ("突破", Left::Op(Op::MoreThan)),
    ("高于", Left::Op(Op::MoreThan)),
    ("大于", Left::Op(Op::MoreThan)),
    ("多于", Left::Op(Op::MoreThan)),
    ("快于", Left::Op(Op::MoreThan)),
    (">", Left::Op(Op::MoreThan)),
    ("＞", Left::Op(Op::MoreThan)),
    ("不高于", Left::Op(Op::AtMost)),
    ("不超过", Left::Op(Op::AtMost)),
    ("不大于", Left::Op(Op::AtMost)),
    ("不多于", Left::Op(Op::AtMost)),
    ("不突破", Left::Op(Op::AtMost)),
    ("不得超过", Left::Op(Op::AtMost)),
    ("不得高于", Left::Op(Op::AtMost)),
    ("不得大于", Left::Op(Op::AtMost)),
    ("不得多于", Left::Op(Op::AtMost)),
    ("不得突破", Left::Op(Op::AtMost)),
    ("不能突破", Left::Op(Op::AtMost)),
    ("不能超过", Left::Op(Op::AtMost)),
    ("不能高于", Left::Op(Op::AtMost)),
    ("低于", Left::Op(Op::LessThan)),
    ("少于", Left::Op(Op::LessThan)),
    ("小于", Left::Op(Op::LessThan)),
    ("不满", Left::Op(Op::LessThan)),
    ("未满", Left::Op(Op::LessThan)),
    ("不足", Left::Op(Op::LessThan)),
    ("不到", Left::Op(Op::LessThan)),
    ("至多", Left::Op(Op::AtMost)),
    ("最多", Left::Op(Op::AtMost)),
    ("<=", Left::Op(Op::AtMost)),
    ("≤", Left::Op(Op::AtMost)),
    ("⩽", Left::Op(Op::AtMost)),
    ("<", Left::Op(Op::LessThan)),
    ("＜", Left::Op(Op::LessThan)),
    ("控制在", Left::Weak(Op::AtMost)),
    ("控制到", Left::Weak(Op::AtMost)),
    ("限制在", Left::Weak(Op::AtMost)),
    ("降到", Left::Weak(Op::AtMost)),
    ("降至", Left::Weak(Op::AtMost)),
    ("下降到", Left::Weak(Op::AtMost)),
    ("下降至", Left::Weak(Op::AtMost)),
    ("降低到", Left::Weak(Op::AtMost)),
    ("降低至", Left::Weak(Op::AtMost)),
    ("减少到", Left::Weak(Op::AtMost)),
    ("减少至", Left::Weak(Op::AtMost)),
    ("减至", Left::Weak(Op::AtMost)),
    ("压减到", Left::Weak(Op::AtMost)),
    ("压减至", Left::Weak(Op::AtMost)),
    ("压降至", Left::Weak(Op::AtMost)),
    ("压缩到", Left::Weak(Op::AtMost)),
    ("压缩至", Left::Weak(Op::AtMost)),
    ("缩小到", Left::Weak(Op::AtMost)),
    ("缩小至", Left::Weak(Op::AtMost)),
    ("缩短到", Left::Weak(Op::AtMost)),
    ("缩短至", Left::Weak(Op::AtMost)),
    ("约", Left::Op(Op::Approx)),
    ("大约", Left::Op(Op::Approx)),
    ("近", Left::Op(Op::Approx)),
    ("接近", Left::Op(Op::Approx)),
    ("将近", Left::Op(Op::Approx)),
    ("达到", Left::Plain),
    ("到达", Left::Plain),
    ("达", Left::Plain),
    ("累计", Left::Plain),
    ("完成", Left::Plain),
    ("实现", Left::Plain),
    ("保持", Left::Plain),
    ("保持在", Left::Plain),
    ("稳定在", Left::Plain),
    ("维持在", Left::Plain),
    ("增加到", Left::Plain),
    ("提高到", Left::Plain),
    ("提高至", Left::Plain),
    ("提升到", Left::Plain),
    ("提升至", Left::Plain),
    ("增长到", Left::Plain),
    ("增长至", Left::Plain),
    ("扩大到", Left::Plain),
    ("增至", Left::Plain),
    ("年均", Left::Plain),
    ("同比", Left::Plain),
    ("增长", Left::Plain),
    ("增速", Left::Plain),
    ("增幅", Left::Plain),
    ("增加", Left::Plain),
    ("增", Left::Plain),
    ("提高", Left::Plain),
    ("提升", Left::Plain),
    ("上升", Left::Plain),
    ("下降", Left::Plain),
    ("降低", Left::Plain),
    ("减少", Left::Plain),
    ("压减", Left::Plain),
    ("压缩", Left::Plain),
    ("压降", Left::Plain),
    ("下浮", Left::Plain),
    ("降", Left::Plain),
    ("净增", Left::Plain),
    ("净增加", Left::Plain),
    ("新增", Left::Plain),
    ("进入", Left::Plain),
    ("力争", Left::Plain),
    ("争取", Left::Plain),
    ("争创", Left::Plain),
    ("努力", Left::Plain),
    ("确保", Left::Plain),
];

/// Holds the words that stand directly before a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    /// Where the first of them begins.
    pub start: usize,
    /// The comparator that stands, nearest to the number.
    pub op: Option<Op>,
    /// The comparator that gives way to one behind the number.
    pub weak: Option<Op>,
}

/// Collects the words that stand directly before a place, none of them before `from`.
pub(super) fn words_before(text: &str, from: usize, at: usize) -> Before {
    let mut before = Before { start: at, op: None, weak: None };
    loop {
        let left = text[from..before.start].trim_end_matches([' ', '\u{3000}']);
        let known =
            LEFT.iter().filter(|(word, _)| left.ends_with(word) && stands_alone(left, word));
        let Some((word, meaning)) = known.max_by_key(|(word, _)| word.len()) else { return before };
        match meaning {
            Left::Op(op) => before.op = before.op.or(Some(*op)),
            Left::Weak(op) => before.weak = before.weak.or(Some(*op)),
            Left::Plain => {}
        }
        before.start = from + left.len() - word.len();
    }
}

/// 节约 and 附近 end like 约 and 近, and mean something else.
fn stands_alone(left: &str, word: &str) -> bool {
    let previous = left[..left.len() - word.len()].chars().next_back();
    let compounds = match word {
        "约" => "节预签契合集制特履解邀违",
        "近" => "附最靠邻临亲远就相",
        "增" => "倍激递剧",
        "降" => "空",
        "超" => "赶反高",
        _ => return true,
    };
    !previous.is_some_and(|c| compounds.contains(c))
}

/// Reads the comparator directly behind a number and its unit: the comparator and its bytes.
pub(super) fn comparator_behind(rest: &str, is_ceiling: bool) -> (Option<Op>, usize) {
    let trimmed = rest.trim_start_matches(' ');
    let space = rest.len() - trimmed.len();
    let included = ["（含）", "(含)", "（含本数）", "(含本数)"]
        .into_iter()
        .find(|word| trimmed.starts_with(word))
        .map_or(0, str::len);
    let words = [
        ("以上", Op::AtLeast),
        ("及以上", Op::AtLeast),
        ("或以上", Op::AtLeast),
        ("之上", Op::AtLeast),
        ("以内", Op::AtMost),
        ("之内", Op::AtMost),
        ("以下", Op::AtMost),
        ("及以下", Op::AtMost),
        ("之下", Op::AtMost),
        ("左右", Op::Approx),
        ("上下", Op::Approx),
    ];
    let behind = &trimmed[included..];
    match words.into_iter().find(|(word, _)| behind.starts_with(word)) {
        Some((word, op)) => (Some(op), space + included + word.len()),
        None if is_ceiling && behind.starts_with('内') => {
            (Some(Op::AtMost), space + included + '内'.len_utf8())
        }
        None => (None, 0),
    }
}

/// Reads a word of ambition at the start of a text.
pub(super) fn ambition_at(rest: &str) -> Option<(Ambition, usize)> {
    let words = [
        ("力争", Ambition::Stretch),
        ("争取", Ambition::Stretch),
        ("争创", Ambition::Stretch),
        ("努力", Ambition::Stretch),
        ("确保", Ambition::Binding),
    ];
    words
        .into_iter()
        .find(|(word, _)| rest.starts_with(word))
        .map(|(word, ambition)| (ambition, word.len()))
}

/// Returns whether a character ends what a word of ambition governs.
pub(super) fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '；' | ';' | '！' | '!' | '？' | '?')
}

/// Returns whether a character ends what 每月 governs.
pub(super) fn ends_clause(c: char) -> bool {
    ends_sentence(c) || matches!(c, '，' | ',' | '：' | ':' | '\n')
}

/// Reads a part of the year at the start of a text: 每季度, or 一月 directly before 一次. A part that no
/// target can be held against (每周, 每两月) gives no cadence, so that its 一次 is not taken for once a
/// year.
pub(super) fn cadence_at(rest: &str) -> Option<(Option<Cadence>, usize)> {
    let parts = [
        ("个季度", Cadence::Quarter),
        ("季度", Cadence::Quarter),
        ("季", Cadence::Quarter),
        ("个月", Cadence::Month),
        ("月", Cadence::Month),
        ("半年", Cadence::HalfYear),
        ("年度", Cadence::Year),
        ("年", Cadence::Year),
    ];
    let find = |text: &str| parts.into_iter().find(|(word, _)| text.starts_with(word));
    if let Some(behind) = rest.strip_prefix('每') {
        if let Some((word, cadence)) = find(behind) {
            return Some((Some(cadence), '每'.len_utf8() + word.len()));
        }
        let is_other = behind.starts_with(['周', '日', '天', '旬', '双', '隔'])
            || read_numeral(behind).is_some();
        return is_other.then_some((None, '每'.len_utf8()));
    }
    let behind = rest.strip_prefix('一').unwrap_or(rest);
    let (word, cadence) =
        find(behind).filter(|(word, _)| rest.len() > behind.len() || *word == "半年")?;
    let numeral = read_numeral(&behind[word.len()..])?.ok()?;
    let unit = read_unit(&behind[word.len() + numeral.len..])?;
    (unit.kind == Kind::Event).then_some((Some(cadence), rest.len() - behind.len() + word.len()))
}

/// Reads the part of the year behind a number: 2次/月.
pub(super) fn cadence_behind(rest: &str) -> Option<(Cadence, usize)> {
    let behind = rest.strip_prefix(['/', '／'])?;
    let parts = [
        ("月", Cadence::Month),
        ("季度", Cadence::Quarter),
        ("季", Cadence::Quarter),
        ("半年", Cadence::HalfYear),
        ("年", Cadence::Year),
    ];
    let (word, cadence) = parts.into_iter().find(|(word, _)| behind.starts_with(word))?;
    Some((cadence, rest.len() - behind.len() + word.len()))
}

/// What a word near a number says about the figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trend {
    Growth,
    Decline,
    Share,
    /// What follows is where the figure arrives, not by how much it moves.
    Level,
}

const TRENDS: &[(&str, Trend)] = &[
    ("增长", Trend::Growth),
    ("增长率", Trend::Growth),
    ("增速", Trend::Growth),
    ("增幅", Trend::Growth),
    ("增加", Trend::Growth),
    ("提高", Trend::Growth),
    ("提升", Trend::Growth),
    ("上升", Trend::Growth),
    ("扩大", Trend::Growth),
    ("下降", Trend::Decline),
    ("降低", Trend::Decline),
    ("减少", Trend::Decline),
    ("压减", Trend::Decline),
    ("压缩", Trend::Decline),
    ("压降", Trend::Decline),
    ("下浮", Trend::Decline),
    ("降幅", Trend::Decline),
    ("占比", Trend::Share),
    ("比重", Trend::Share),
    ("比例", Trend::Share),
    ("率", Trend::Share),
    ("增长到", Trend::Level),
    ("增长至", Trend::Level),
    ("增加到", Trend::Level),
    ("增至", Trend::Level),
    ("提高到", Trend::Level),
    ("提高至", Trend::Level),
    ("提升到", Trend::Level),
    ("提升至", Trend::Level),
    ("扩大到", Trend::Level),
    ("达到", Trend::Level),
    ("突破", Trend::Level),
    ("降到", Trend::Level),
    ("降至", Trend::Level),
    ("降低到", Trend::Level),
    ("降低至", Trend::Level),
    ("减少到", Trend::Level),
    ("减少至", Trend::Level),
    ("减至", Trend::Level),
    ("下降到", Trend::Level),
    ("下降至", Trend::Level),
    ("压降至", Trend::Level),
    ("缩小到", Trend::Level),
    ("缩小至", Trend::Level),
    ("到达", Trend::Level),
    ("压减到", Trend::Level),
    ("压缩到", Trend::Level),
    ("压缩至", Trend::Level),
    ("压降到", Trend::Level),
    ("压降至", Trend::Level),
    ("压减至", Trend::Level),
];

/// Guesses the kind of figure from the unit and from `window`, the clause before the number with
/// its nearest words last.
pub(super) fn hint_of(window: &str, direct: &str, unit: Option<&Unit>) -> Option<MeasureHint> {
    let has = |words: &[&str]| words.iter().any(|word| window.contains(word));
    let unit = unit?;
    let nearest = trend_in(window);
    let is_decline = trend_in(direct) == Some(Trend::Decline) || direct.ends_with('降');
    if has(&["年均"]) {
        // A fall of each year is a fall: 年均下降3% is -3.
        let falls = is_decline || nearest == Some(Trend::Decline);
        let is_rate = unit.kind == Kind::Rate && !unit.name.ends_with('点');
        return Some(match falls && is_rate {
            true => MeasureHint::Decline,
            false => MeasureHint::AnnualMean,
        });
    }
    if has(&["净增", "净减"]) {
        return Some(MeasureHint::NetIncrease);
    }
    match unit.kind {
        Kind::Multiple => Some(MeasureHint::Multiple),
        Kind::Rate if unit.name.ends_with('点') => {
            Some(if nearest == Some(Trend::Decline) || is_decline {
                MeasureHint::Decline
            } else {
                MeasureHint::Points
            })
        }
        Kind::Rate => match nearest {
            _ if is_decline => Some(MeasureHint::Decline),
            _ if direct.ends_with('增') => Some(MeasureHint::Growth),
            Some(Trend::Level) if has(&["降幅", "下降率"]) => Some(MeasureHint::Decline),
            Some(Trend::Level) if has(&["增速", "增幅", "增长率"]) => {
                Some(MeasureHint::Growth)
            }
            Some(Trend::Growth) => Some(MeasureHint::Growth),
            Some(Trend::Decline) => Some(MeasureHint::Decline),
            Some(Trend::Share | Trend::Level) => Some(MeasureHint::Share),
            None => None,
        },
        _ if is_decline => Some(MeasureHint::Decline),
        Kind::Event => Some(MeasureHint::Event),
        Kind::Count | Kind::Amount
            if has(&["总数", "总量", "保有量", "存量", "余额"])
                || (has(&["累计"]) && !has(&["新增", "完成", "新建", "发放"])) =>
        {
            Some(MeasureHint::Stock)
        }
        Kind::Count if nearest == Some(Trend::Level) => Some(MeasureHint::Stock),
        Kind::Count => Some(MeasureHint::Count),
        Kind::Amount | Kind::Duration => None,
    }
}

/// Returns whether the number says by how many times a figure grows (增长1倍), not what multiple it
/// becomes (增长到2倍).
pub(super) fn is_growth_by(window: &str) -> bool {
    trend_in(window) == Some(Trend::Growth)
}

/// Finds the nearest word; of two that end together the longer (下降到 before 下降).
fn trend_in(window: &str) -> Option<Trend> {
    if window.is_empty() {
        return None;
    }
    let places = TRENDS.iter().filter_map(|(word, trend)| {
        window.rfind(word).map(|at| (at + word.len(), word.len(), *trend))
    });
    places.max_by_key(|(end, len, _)| (*end, *len)).map(|(_, _, trend)| trend)
}

/// Returns the end of a text, at most so many characters of it.
pub(super) fn last_chars(text: &str, count: usize) -> &str {
    text.char_indices().rev().nth(count.saturating_sub(1)).map_or(text, |(at, _)| &text[at..])
}
