//! What a target phrase says once it has been read.
//!
//! Here are the words of a reading and their spellings in content files and data. How they are
//! found in a text is told in the files below this one. Each spelling stands once, in a `WORDS`
//! table, so that what is printed can be read back.

use std::ops::Range;

use crate::number::Number;

/// Says how a figure is held against a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Op {
    /// The number itself is enough: 15家, 15家以上, 不少于15家.
    AtLeast,
    /// Only more is enough: 超50%, 突破35个.
    MoreThan,
    /// No more than the number: 控制在5%以内, 不高于3%.
    AtMost,
    /// Only less is enough: 低于3%, 不满3%.
    LessThan,
    /// From a lower to an upper number, attained at the lower one: 3-5家.
    Range,
    /// About the number, with a tolerance downwards: 6家左右.
    Approx,
    /// All there are: 全覆盖.
    Coverage,
    /// A place in an order, attained at this place or a better one: 前5位.
    Rank,
    /// Done or not. It is never read from a phrase, only given by hand.
    Flag,
}

impl Op {
    /// The spellings in content files and data.
    pub const WORDS: [(&'static str, Op); 9] = [
        (">=", Self::AtLeast),
        (">", Self::MoreThan),
        ("<=", Self::AtMost),
        ("<", Self::LessThan),
        ("range", Self::Range),
        ("approx", Self::Approx),
        ("coverage", Self::Coverage),
        ("rank", Self::Rank),
        ("flag", Self::Flag),
    ];

    /// Returns the spelling.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        word_of(&Self::WORDS, self)
    }

    /// Reads the spelling, exactly as it is printed.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        meaning_of(&Self::WORDS, text)
    }
}

impl Op {
    /// Returns which way is better, where the comparator itself says so.
    #[must_use]
    pub fn own_direction(self) -> Option<Direction> {
        match self {
            Self::AtLeast | Self::MoreThan | Self::Coverage | Self::Flag => Some(Direction::Higher),
            Self::AtMost | Self::LessThan | Self::Rank => Some(Direction::Lower),
            Self::Range | Self::Approx => None,
        }
    }
}

/// Says which way a figure is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

impl Direction {
    /// The spellings in content files and data.
    pub const WORDS: [(&'static str, Direction); 2] =
        [("higher", Self::Higher), ("lower", Self::Lower)];

    /// Returns the spelling.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        word_of(&Self::WORDS, self)
    }
}

/// Says how firmly the plan promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ambition {
    /// 确保.
    Binding,
    /// No such word.
    Expected,
    /// 力争, 争取, 争创, 努力.
    Stretch,
}

impl Ambition {
    /// The spellings in content files and data.
    pub const WORDS: [(&'static str, Ambition); 3] =
        [("binding", Self::Binding), ("expected", Self::Expected), ("stretch", Self::Stretch)];

    /// Returns the spelling.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        word_of(&Self::WORDS, self)
    }

    /// Reads the spelling, exactly as it is printed.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        meaning_of(&Self::WORDS, text)
    }
}

/// Names the part of the year in which a number is promised again and again: 每季度至少两次.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cadence {
    /// 每月, 一月一次.
    Month,
    /// 每季度.
    Quarter,
    /// 每半年.
    HalfYear,
    /// 每年.
    Year,
}

/// Guesses from the words around a number what kind of figure it speaks of. The author's own
/// `measure` always decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MeasureHint {
    /// 增长18%.
    Growth,
    /// 下降3%: a rate below nothing, so that the number read is -3.
    Decline,
    /// 累计达到, 总数: a level, not what was added.
    Stock,
    /// 净增: exits are subtracted.
    NetIncrease,
    /// 提高2个百分点: a difference of two rates.
    Points,
    /// 占比, 比例, 覆盖率.
    Share,
    /// 15家: what was added.
    Count,
    /// 5次, 2场: times held.
    Event,
    /// 翻番, 2倍: a multiple of the baseline.
    Multiple,
    /// 年均: a mean over years.
    AnnualMean,
}

impl MeasureHint {
    /// The spellings in data.
    pub const WORDS: [(&'static str, MeasureHint); 10] = [
        ("growth", Self::Growth),
        ("decline", Self::Decline),
        ("stock", Self::Stock),
        ("net-increase", Self::NetIncrease),
        ("points", Self::Points),
        ("share", Self::Share),
        ("count", Self::Count),
        ("event", Self::Event),
        ("multiple", Self::Multiple),
        ("annual-mean", Self::AnnualMean),
    ];

    /// Returns the spelling.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        word_of(&Self::WORDS, self)
    }

    /// Reads the spelling, exactly as it is printed.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        meaning_of(&Self::WORDS, text)
    }
}

/// Holds one target found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// How a figure is compared.
    pub op: Op,
    /// The number, the lower end of a range, or the last place that still attains.
    pub value: Option<Number>,
    /// The upper end of a range.
    pub upper: Option<Number>,
    /// The unit. 万 is multiplied out of it, 亿 stays in it; `％` reads `%`, 个百分点 reads 百分点.
    pub unit: Option<String>,
    /// How much less is still 左右; only where the phrase says 左右 or 约.
    pub tolerance: Option<Number>,
    /// How firmly it is promised.
    pub ambition: Ambition,
    /// The part of the year it holds for, if it is promised for each.
    pub per: Option<Cadence>,
    /// What kind of figure it seems to be.
    pub measure_hint: Option<MeasureHint>,
    /// Which way is better, where the comparator or the words around it say so.
    pub direction: Option<Direction>,
    /// Whether every region is asked by itself: 每个县.
    pub is_each_region: bool,
    /// The bytes of the text it was read from, with the words that belong directly to it.
    pub span: Range<usize>,
}

/// Every variant stands in its table, which the tests confirm; an absent one would print as
/// nothing.
fn word_of<T: Copy + PartialEq>(words: &[(&'static str, T)], meaning: T) -> &'static str {
    words.iter().find(|(_, known)| *known == meaning).map_or("", |(word, _)| word)
}

fn meaning_of<T: Copy>(words: &[(&'static str, T)], text: &str) -> Option<T> {
    words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_is_read_back() {
        for (word, op) in Op::WORDS {
            assert_eq!((op.as_str(), Op::parse(word)), (word, Some(op)));
        }
        for (word, ambition) in Ambition::WORDS {
            assert_eq!((ambition.as_str(), Ambition::parse(word)), (word, Some(ambition)));
        }
        for (word, hint) in MeasureHint::WORDS {
            assert_eq!((hint.as_str(), MeasureHint::parse(word)), (word, Some(hint)));
        }
        assert_eq!(Op::parse("=>"), None);
    }
}
