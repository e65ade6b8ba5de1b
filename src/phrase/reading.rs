//! What a target phrase says once it has been read.
//!
//! Here are the words of a reading and their spellings in content files and data. How they are
//! found in a text is told in the files below this one. Each spelling stands once, in a list
//! of words, so that what is printed can be read back.

use std::ops::Range;

use crate::number::Number;
use crate::words::words;

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

words! {
    /// The spellings in content files and data.
    Op as WORDS, as_str, parse {
        AtLeast = ">=",
        MoreThan = ">",
        AtMost = "<=",
        LessThan = "<",
        Range = "range",
        Approx = "approx",
        Coverage = "coverage",
        Rank = "rank",
        Flag = "flag",
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

words! {
    /// The spellings in content files and data.
    Direction as WORDS, as_str, parse { Higher = "higher", Lower = "lower" }
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

words! {
    /// The spellings in content files and data.
    Ambition as WORDS, as_str, parse {
        Binding = "binding",
        Expected = "expected",
        Stretch = "stretch",
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

words! {
    /// The spellings in data.
    MeasureHint as WORDS, as_str, parse {
        Growth = "growth",
        Decline = "decline",
        Stock = "stock",
        NetIncrease = "net-increase",
        Points = "points",
        Share = "share",
        Count = "count",
        Event = "event",
        Multiple = "multiple",
        AnnualMean = "annual-mean",
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
