//! The grammar of target phrases: `力争6家左右`, `3-5家`, `控制在5%以内`, `每季度至少两次`, `全覆盖`.
//!
//! Comes in: a phrase or a whole text. Goes out: a [`Reading`] for every target in it, in the order
//! of the text, with its place. The text is walked once from left to right; words of ambition
//! govern up to the next ；or 。, parts of the year up to the next comma, and every number is judged
//! by the characters around it. Short phrases are read generously, sentences with care: names
//! (“151”工程), dates, grades (50亿级) and scopes (占地5亩以上企业) are no targets. It knows nothing of plans
//! or indicators, and no text makes it panic.

mod reading;

mod direction;

mod given;

mod mean;
mod rate_span;

mod numeral;

mod unit;

mod words;

mod quantity;

mod quantity_context;
mod refuse;
mod scope;

use std::ops::Range;

use crate::number::Number;

pub use direction::direction_of_subject;
use direction::direction_of_words;
pub use given::names_a_title;
pub use mean::names_a_mean;
use numeral::read_numeral;
use quantity::{Quantity, comparator_of_list, joint_len, read_quantity};
use quantity_context::QuantityContext;
pub use rate_span::{PlanYears, RateSpan, rate_span};
pub use reading::{Ambition, Cadence, Direction, MeasureHint, Op, Reading};
use refuse::{is_past_result, is_refused};
use unit::{Kind, Unit};
pub use unit::{counts_whole_things, tolerance_of};
use words::{
    Before, ambition_at, cadence_at, ends_clause, ends_sentence, hint_of, is_growth_by, last_chars,
    words_before,
};

/// A text of at most so many characters is a phrase, in which a number is probably meant.
const SHORT_CHARS: usize = 14;

/// So many characters before a number may hint at the kind of figure.
const WINDOW_CHARS: usize = 24;

/// Reads every target of a text.
///
/// **Example**
/// ```
/// use taizhang::phrase::{Ambition, Cadence, Op, parse_phrase};
/// let readings = parse_phrase("力争6家左右");
/// assert_eq!((readings[0].op, readings[0].ambition), (Op::Approx, Ambition::Stretch));
/// assert_eq!(readings[0].value, Some(6_u32.into()));
/// assert_eq!(readings[0].unit.as_deref(), Some("家"));
///
/// // A limit, a part of the year, two targets in one sentence.
/// assert_eq!(parse_phrase("控制在5%以内")[0].op, Op::AtMost);
/// assert_eq!(parse_phrase("每季度至少两次")[0].per, Some(Cadence::Quarter));
/// assert_eq!(parse_phrase("新增120家、培育30家").len(), 2);
/// // A name is no target.
/// assert!(parse_phrase("实施“151”工程").is_empty());
/// ```
#[must_use]
pub fn parse_phrase(text: &str) -> Vec<Reading> {
    walk_through(text).readings
}

/// Lists the numbers of a text that are no targets, or stand among words that are not known.
///
/// **Example**
/// ```
/// let text = "实施“151”工程";
/// let seen: Vec<&str> =
///     taizhang::phrase::unread_numbers(text).into_iter().map(|span| &text[span]).collect();
/// assert_eq!(seen, ["151"]);
/// ```
#[must_use]
pub fn unread_numbers(text: &str) -> Vec<Range<usize>> {
    walk_through(text).unread
}

fn walk_through(text: &str) -> Walk<'_> {
    let mut walk = Walk {
        text,
        at: 0,
        clause: 0,
        is_short: text.trim().chars().take(SHORT_CHARS + 1).count() <= SHORT_CHARS,
        ambition: Ambition::Expected,
        ambition_scope: AmbitionScope::Sentence,
        pace: Pace::None,
        sentence: 0,
        respective: None,
        readings: Vec::new(),
        unread: Vec::new(),
    };
    while walk.at < text.len() {
        walk.at += walk.step();
    }
    walk
}

/// The part of the year that governs the clause.
#[derive(Clone, Copy)]
enum Pace {
    None,
    /// A cadence, and where its word begins.
    Per(Cadence, usize),
    /// 每周 and others no target can be held against.
    Other,
}

/// How far the last word of ambition governs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum AmbitionScope {
    /// To the next ；or 。.
    Sentence,
    /// The same, unless 一批 turns out to be what is strived for.
    Object,
    /// To the next comma: 争取培育一批企业，新增工厂2家 strives for 一批 and expects 2家.
    Clause,
}

/// Where the walk through a text stands, and what it remembers.
struct Walk<'t> {
    text: &'t str,
    at: usize,
    clause: usize,
    is_short: bool,
    ambition: Ambition,
    ambition_scope: AmbitionScope,
    pace: Pace,
    sentence: usize,
    /// The words before the first number behind 分别, which hold for its neighbours too.
    respective: Option<Range<usize>>,
    readings: Vec<Reading>,
    /// Numbers that were seen and not read as targets.
    unread: Vec<Range<usize>>,
}

impl Walk<'_> {
    /// Takes what stands at the present place and returns its bytes, never none.
    fn step(&mut self) -> usize {
        let rest = &self.text[self.at..];
        let Some(c) = rest.chars().next() else { return 1 };
        // A blank line ends a paragraph whose last 。is missing.
        if ends_sentence(c) || rest.starts_with("\n\n") || rest.starts_with("\n\r\n") {
            self.ambition = Ambition::Expected;
            self.sentence = self.at;
        }
        if ends_clause(c) {
            self.respective = None;
            self.clause = self.at + c.len_utf8();
            self.pace = Pace::None;
            if self.ambition_scope == AmbitionScope::Clause {
                self.ambition = Ambition::Expected;
                self.ambition_scope = AmbitionScope::Sentence;
            }
            return c.len_utf8();
        }
        if self.ambition_scope == AmbitionScope::Object && rest.starts_with("一批") {
            self.ambition_scope = AmbitionScope::Clause;
        }
        if let Some((ambition, len)) = ambition_at(rest) {
            self.ambition = ambition;
            self.ambition_scope = if rest.starts_with("力争") || ambition == Ambition::Binding {
                AmbitionScope::Sentence
            } else {
                AmbitionScope::Object
            };
            return len;
        }
        if let Some((cadence, len)) = cadence_at(rest) {
            self.pace = cadence.map_or(Pace::Other, |cadence| Pace::Per(cadence, self.at));
            return len;
        }
        self.fixed(rest)
            .or_else(|| self.rank(rest))
            .or_else(|| self.quantity(rest))
            .unwrap_or(c.len_utf8())
    }

    /// Reads 全覆盖, 零突破, 翻一番, and in a short phrase 不发生.
    fn fixed(&mut self, rest: &str) -> Option<usize> {
        // 时间过半、任务过半 is a saying about the calendar, not a share.
        let is_saying =
            self.text[..self.at].ends_with("时间") || self.text[..self.at].ends_with("任务");
        let (is_each_region, is_short) = (self.is_each_region(), self.is_short);
        let mut push = |op, value: Number, unit: Option<&str>, hint, len| {
            let start = words_before(self.text, self.free_from(), self.at).start;
            let reading = Reading {
                op,
                value: Some(value),
                upper: None,
                unit: unit.map(str::to_string),
                tolerance: None,
                ambition: self.ambition,
                per: None,
                measure_hint: Some(hint),
                direction: op.own_direction(),
                is_each_region,
                span: start..self.at + len,
            };
            self.readings.push(reading);
            Some(len)
        };
        if rest.starts_with("全覆盖") {
            return push(
                Op::Coverage,
                Number::HUNDRED,
                Some("%"),
                MeasureHint::Share,
                "全覆盖".len(),
            );
        }
        let halves = [("过半", Op::MoreThan), ("半数以上", Op::AtLeast), ("一半以上", Op::AtLeast)];
        if let Some((word, op)) =
            halves.into_iter().find(|(word, _)| rest.starts_with(word) && !is_saying)
        {
            return push(op, Number::from(50_i64), Some("%"), MeasureHint::Share, word.len());
        }
        if let Some(word) = ["零突破", "零的突破"].into_iter().find(|word| rest.starts_with(word))
        {
            return push(Op::AtLeast, Number::ONE, None, MeasureHint::Count, word.len());
        }
        let never = ["不发生", "零发生", "零事故", "零死亡", "零伤亡", "零感染"];
        if let Some(word) =
            never.into_iter().find(|word| rest.starts_with(word)).filter(|_| is_short)
        {
            return push(Op::AtMost, Number::ZERO, None, MeasureHint::Count, word.len());
        }
        let behind = rest.strip_prefix('翻')?;
        let (times, len) = match read_numeral(behind) {
            Some(Ok(numeral)) => {
                (numeral.value.to_whole().filter(|times| (1..=9).contains(times))?, numeral.len)
            }
            Some(Err(_)) => return None,
            None => (1, 0),
        };
        behind[len..].starts_with('番').then_some(())?;
        push(
            Op::AtLeast,
            Number::from(1_i64 << times),
            Some("倍"),
            MeasureHint::Multiple,
            "翻番".len() + len,
        )
    }

    /// Reads 前5位, 前三名, 前五, 第9位, 排名第一. Other things counted off with 前 or 第 (前三季度, 第3批) are stepped
    /// over.
    fn rank(&mut self, rest: &str) -> Option<usize> {
        let left = &self.text[..self.at];
        let (mark, is_other) = if rest.starts_with('前') {
            (
                '前',
                left.ends_with([
                    '目', '以', '之', '年', '提', '当', '此', '空', '日', '月', '底', '会',
                ]),
            )
        } else if rest.starts_with('第') {
            ('第', false)
        } else {
            return None;
        };
        let numeral = read_numeral(&rest[mark.len_utf8()..]).filter(|_| !is_other)?.ok()?;
        let number_end = mark.len_utf8() + numeral.len;
        let tail = &rest[number_end..];
        let unit = ["位", "名", "强"]
            .into_iter()
            .find(|word| tail.starts_with(word) && (mark == '前' || *word != "强"));
        let is_over =
            tail.chars().next().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '%' | '％'));
        let places: &[&str] = &["排名", "位居", "位列", "名列", "排"];
        // In a short phrase 全省第一 says it all.
        let short: &[&str] =
            &["全省", "全国", "全市", "全县", "全区", "居", "保持", "位于", "争", "争创", "力争"];
        let ends = |words: &[&str]| words.iter().any(|word| left.ends_with(word));
        let is_placed = mark == '前'
            || ends(places)
            || (self.is_short
                && (ends(short) || (left.trim().is_empty() && numeral.value == Number::ONE)));
        // 前5位左右 asks for no place in particular.
        let is_vague = unit.is_some_and(|unit| {
            ["左右", "上下"].iter().any(|word| tail[unit.len()..].starts_with(word))
        });
        let is_rank = !is_vague
            && (unit.is_some() || (is_over && is_placed))
            && !is_past_result(&self.text[self.sentence..self.at]);
        if !is_rank {
            return Some(number_end);
        }
        let start = words_before(self.text, self.free_from(), self.at).start;
        let len = number_end + unit.map_or(0, str::len);
        self.readings.push(Reading {
            op: Op::Rank,
            value: Some(numeral.second.unwrap_or(numeral.value)),
            upper: None,
            unit: Some(unit.filter(|unit| *unit != "强").unwrap_or("位").to_string()),
            tolerance: None,
            ambition: self.ambition,
            per: None,
            measure_hint: None,
            direction: Some(Direction::Lower),
            is_each_region: self.is_each_region(),
            span: start..self.at + len,
        });
        Some(len)
    }

    /// Reads a number with its unit and comparators, or steps over it.
    fn quantity(&mut self, rest: &str) -> Option<usize> {
        let own = words_before(self.text, self.free_from(), self.at);
        let shared = self.shared_words(own);
        let before = match &shared {
            Some(words) => {
                Before { start: own.start, ..words_before(self.text, words.start, words.end) }
            }
            None => own,
        };
        let mut quantity = match read_quantity(rest, before.weak.is_some())? {
            Ok(quantity) => quantity,
            Err(skip) => return Some(skip),
        };
        let is_respective = shared.is_some() || self.text[self.clause..own.start].ends_with("分别");
        if is_respective && quantity.behind.is_none() {
            quantity.behind = comparator_of_list(&rest[quantity.len..], before.weak.is_some());
        }
        let has_cadence = matches!(self.pace, Pace::Per(..));
        let context = QuantityContext {
            text: self.text,
            clause: self.clause,
            start: self.at,
            before: own,
            is_short: self.is_short,
            has_cadence,
            is_strived: self.ambition != Ambition::Expected,
        };
        let is_event = quantity.unit.as_ref().is_some_and(|unit| unit.kind == Kind::Event);
        if is_refused(&context, &quantity) || (is_event && matches!(self.pace, Pace::Other)) {
            self.unread.push(self.at..self.at + quantity.len);
            return Some(quantity.skip);
        }
        let comparator = before.op.or(quantity.behind).or(before.weak);
        let op = op_of(comparator, before.op, &quantity);
        let words = shared.clone().unwrap_or(before.start..self.at);
        let window_end = words.end;
        let window_start =
            if shared.is_some() { self.clause } else { self.free_from().max(self.clause) };
        let window = last_chars(&self.text[window_start..window_end], WINDOW_CHARS);
        let direct = &self.text[words.clone()];
        let unit = quantity.unit.as_ref();
        let hint = hint_of(window, direct, unit);
        let is_fall =
            hint == Some(MeasureHint::Decline) && unit.is_some_and(|unit| unit.kind == Kind::Rate);
        let (op, value, upper) = match is_fall {
            true => fallen(op, quantity.value, quantity.upper),
            false => (op, value_of(op, &quantity, window), quantity.upper),
        };
        let by_words = || direction_of_words(direct, &self.text[self.clause..self.at]);
        let direction =
            op.own_direction().or(if is_fall { Some(Direction::Lower) } else { by_words() });
        self.respective = is_respective.then_some(words);
        let (per, start) = match (quantity.per, self.pace) {
            (Some(per), _) => (Some(per), before.start),
            // The word belongs to the reading, unless it lies in an earlier one.
            (None, Pace::Per(per, at)) => (
                Some(per),
                if at >= self.free_from() { at.min(before.start) } else { before.start },
            ),
            (None, _) => (None, before.start),
        };
        let len = quantity.len;
        self.readings.push(Reading {
            op,
            value: Some(value),
            upper: upper.filter(|_| op == Op::Range),
            unit: unit.map(|unit| unit.name.clone()),
            tolerance: (op == Op::Approx)
                .then(|| tolerance_of(value, unit.map(|unit| unit.name.as_str()), false)),
            ambition: self.ambition,
            per,
            measure_hint: hint,
            direction,
            is_each_region: self.is_each_region(),
            span: Range { start, end: self.at + len },
        });
        Some(len)
    }

    /// Finds the words before the first number behind 分别 for one that stands behind its neighbour's
    /// 、 or 和.
    fn shared_words(&self, own: Before) -> Option<Range<usize>> {
        let words = self.respective.as_ref()?;
        let gap = &self.text[self.free_from()..self.at];
        (own.start == self.at && joint_len(gap) == Some(gap.len())).then(|| words.clone())
    }

    /// Returns whether the clause asks every region by itself: 每个县（市）打造1~2个.
    fn is_each_region(&self) -> bool {
        let clause = &self.text[self.clause..self.at];
        const EACH: [&str; 12] = [
            "每个县",
            "每县",
            "每个区",
            "每个园区",
            "每个乡",
            "每个镇",
            "每个街道",
            "各县",
            "各区县",
            "各园区",
            "各乡镇",
            "各市县",
        ];
        EACH.iter().any(|word| clause.contains(word))
    }

    /// Returns where the text begins that no earlier reading holds.
    fn free_from(&self) -> usize {
        self.readings.last().map_or(0, |reading| reading.span.end)
    }
}

/// Settles the comparator. A strict one before the number stays strict whatever follows; a range
/// stays a range unless it is a ceiling.
fn op_of(comparator: Option<Op>, before: Option<Op>, quantity: &Quantity) -> Op {
    let op = match (before, quantity.behind) {
        // 约20家以上 promises 20.
        (Some(Op::Approx), Some(Op::AtLeast)) => Op::AtLeast,
        // 突破35个左右 and 超50%以上: 左右 softens, 以上 adds nothing.
        (Some(Op::MoreThan | Op::LessThan), Some(Op::Approx)) => Op::Approx,
        (Some(Op::AtLeast), Some(Op::AtMost)) => Op::AtMost,
        _ => comparator.unwrap_or(Op::AtLeast),
    };
    match op {
        Op::AtMost | Op::LessThan => op,
        _ if quantity.upper.is_some() => Op::Range,
        Op::AtLeast if comparator.is_none() && quantity.numeral.is_more => Op::MoreThan,
        // 事故0起 is a ceiling: nothing is always at least zero.
        Op::AtLeast if quantity.value == Number::ZERO => Op::AtMost,
        op => op,
    }
}

/// Returns the number to hold figures against: a ceiling's upper end, and the multiple of the
/// baseline for 增长1倍.
fn value_of(op: Op, quantity: &Quantity, window: &str) -> Number {
    let value = if matches!(op, Op::AtMost | Op::LessThan) {
        quantity.upper.unwrap_or(quantity.value)
    } else {
        quantity.value
    };
    let is_multiple = matches!(&quantity.unit, Some(Unit { kind: Kind::Multiple, .. }));
    if is_multiple && is_growth_by(window) { value + Number::ONE } else { value }
}

/// Turns a fall round into the published, signed rate: 下降3%以上 is -3 or less, 降幅3-5% lies from -5 to
/// -3.
fn fallen(op: Op, value: Number, upper: Option<Number>) -> (Op, Number, Option<Number>) {
    let op = match op {
        Op::AtLeast => Op::AtMost,
        Op::MoreThan => Op::LessThan,
        Op::AtMost => Op::AtLeast,
        Op::LessThan => Op::MoreThan,
        op => op,
    };
    match (op, upper) {
        (Op::Range, Some(upper)) => (op, -upper, Some(-value)),
        (Op::AtLeast | Op::MoreThan, Some(upper)) => (op, -upper, None),
        _ => (op, -value, None),
    }
}

#[cfg(test)]
mod corpus;
#[cfg(test)]
mod tests;

#[cfg(test)]
mod refusal_tests;
