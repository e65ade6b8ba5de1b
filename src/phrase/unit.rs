//! Units of plans, of what kind they are, and how wide 左右 is in each.
//!
//! Comes in: the text behind a number. Goes out: the unit as it is compared later (`％` is `%`, 个百分点
//! is 百分点, 亿 stays in front), with its kind. A unit that is not in the table is no unit: a wrong
//! one would be worse than none.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::number::Number;

/// Sorts units by how a figure in them behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Percentages and points.
    Rate,
    /// Money, weight, length, area: what is measured.
    Amount,
    /// What is counted.
    Count,
    /// Times something is held.
    Event,
    /// Days, hours, months.
    Duration,
    /// 倍.
    Multiple,
}

/// Holds one unit found behind a number.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// The unit as it is compared.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// The bytes it took, white space in front included.
    pub len: usize,
}

/// The unit of 2.3:1 is 比, as a table of figures calls it.
pub(super) const RATIO: &str = "比";

// Each table is a list of words with a space between.
const RATES: &str = "% ％ ‰ 个百分点 百分点 个千分点 个点";
const EVENTS: &str = "次 场 场次 轮 轮次 班次";
const DURATIONS: &str = "个工作日 工作日 个小时 小时 分钟 个月 天 个自然日 周岁 岁";
const COUNTS: &str = "家 个 户 台 项 件 人 名 位 条 座 所 套 辆 只 头 处 宗 批 批次 种 类 期 门 支 例 起 株 篇 部 册 间 栋 \
    幢 架 艘 列 幅 张 份 对 组 对子 款 枚 口 眼 片 层 家次 户次 人次 件次 台次 台套 台(套) 台（套） 标箱";
const AMOUNTS: &str = "元 美元 欧元 吨 吨标准煤 吨标煤 千克标准煤 公斤 千克 克 毫克 微克 公里 千米 米 厘米 毫米 平方米 \
    平方公里 平方千米 平米 立方米 方 亩 公顷 千瓦 千瓦时 兆瓦 兆瓦时 吉瓦 度 升 毫升 斤 分 标准立方米 kW \
    MW GW kWh";

/// Reads the unit at the start of a text.
pub(super) fn read_unit(rest: &str) -> Option<Unit> {
    let trimmed = rest.trim_start_matches([' ', '\u{3000}']);
    let space = rest.len() - trimmed.len();
    // 15.1/10万 counts cases among so many people and names no unit above the line.
    if let Some(word) =
        ["/10万", "／10万", "/十万"].into_iter().find(|word| trimmed.starts_with(word))
    {
        return Some(Unit {
            name: "/10万".to_string(),
            kind: Kind::Amount,
            len: space + word.len(),
        });
    }
    let (yi, bare) = match trimmed.strip_prefix('亿') {
        Some(bare) => ("亿", bare),
        None => ("", trimmed),
    };
    let Some((name, kind)) = longest(bare) else {
        // 5亿 without a unit is still a size; nothing else is.
        return (!yi.is_empty()).then(|| Unit {
            name: yi.to_string(),
            kind: Kind::Amount,
            len: space + yi.len(),
        });
    };
    let (below, below_len) = divisor(&bare[name.len()..], kind);
    let kind = if yi.is_empty() && below.is_empty() { kind } else { Kind::Amount };
    let plain = match name {
        "％" => "%",
        "个百分点" | "个点" => "百分点",
        "个千分点" => "千分点",
        "台套" | "台（套）" => "台(套)",
        name => name,
    };
    let len = space + yi.len() + name.len() + below_len;
    // 亿元人民币 is 亿元; other money has other names.
    let currency =
        ["人民币", "（人民币）", "(人民币)"].into_iter().filter(|_| name == "元" && below_len == 0);
    let currency_len =
        currency.filter(|word| rest[len..].starts_with(word)).map(str::len).max().unwrap_or(0);
    Some(Unit { name: format!("{yi}{plain}{below}"), kind, len: len + currency_len })
}

/// Reads what stands under the line of 微克/立方米 or 万元/亩. Behind something counted a part of the year
/// is a cadence, not a unit.
fn divisor(rest: &str, kind: Kind) -> (String, usize) {
    let none = (String::new(), 0);
    let Some(below) =
        rest.strip_prefix(['/', '／']).filter(|_| matches!(kind, Kind::Amount | Kind::Count))
    else {
        return none;
    };
    let slash = rest.len() - below.len();
    let large = below.chars().next().filter(|c| matches!(c, '万' | '亿'));
    let bare = &below[large.map_or(0, char::len_utf8)..];
    let name = match longest(bare) {
        Some((name, _)) => name,
        None if kind == Kind::Amount && bare.starts_with(['年', '月', '日']) => {
            &bare[..bare.chars().next().map_or(0, char::len_utf8)]
        }
        None => return none,
    };
    let large_len = large.map_or(0, char::len_utf8);
    (format!("/{}{name}", &below[..large_len]), slash + large_len + name.len())
}

/// The units by their first character, so that few are compared with what stands behind a number.
static BY_FIRST: LazyLock<BTreeMap<char, Vec<(&'static str, Kind)>>> = LazyLock::new(|| {
    let tables = [
        (RATES, Kind::Rate),
        (EVENTS, Kind::Event),
        (DURATIONS, Kind::Duration),
        (COUNTS, Kind::Count),
        (AMOUNTS, Kind::Amount),
        ("倍", Kind::Multiple),
    ];
    let mut by_first: BTreeMap<char, Vec<(&str, Kind)>> = BTreeMap::new();
    for (names, kind) in tables {
        for name in names.split(' ') {
            by_first.entry(name.chars().next().unwrap_or_default()).or_default().push((name, kind));
        }
    }
    by_first
});

/// Finds the longest unit of the table; a unit in Latin letters must end where the letters end.
fn longest(rest: &str) -> Option<(&'static str, Kind)> {
    let units = BY_FIRST.get(&rest.chars().next()?)?;
    let ends_well = |name: &str| {
        !name.ends_with(|c: char| c.is_ascii_alphabetic())
            || !rest[name.len()..].starts_with(|c: char| c.is_ascii_alphanumeric())
    };
    let fitting =
        units.iter().copied().filter(|(name, _)| rest.starts_with(name) && ends_well(name));
    fitting.max_by_key(|(name, _)| name.len())
}

/// Tells of what kind a unit is that was written out elsewhere.
fn kind_of(unit: &str) -> Option<Kind> {
    read_unit(unit).filter(|read| read.len == unit.len()).map(|read| read.kind)
}

/// Durations and ages that stand behind no number of a phrase, but may be the unit of an indicator.
const MORE_DURATIONS: &str = "自然日 日 周 星期 个星期 月 季 年 秒 秒钟 钟头 个钟头 月龄 年龄";

/// The same in English, each a word of a unit: working days, years of age.
const ENGLISH_DURATIONS: [&str; 7] =
    ["seconds", "minutes", "hours", "days", "weeks", "months", "years"];

/// Returns whether what is counted in a unit comes in whole things: 家, 项, 人, 次; not money,
/// weight, area, length, time, an age, a rate, or whatever is counted in 万 or 亿 or by something
/// else. A unit that is not known is counted.
#[must_use]
pub fn counts_whole_things(unit: &str) -> bool {
    // Asked of every figure of every region: the words are looked up, not read again.
    static MEASURED: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
        let tables = [RATES, AMOUNTS, DURATIONS, MORE_DURATIONS, "倍"];
        tables.into_iter().flat_map(|table| table.split(' ')).collect()
    });
    let unit = unit.trim();
    let is_large_or_ratio = unit.starts_with(['万', '亿']) || unit.contains(['/', '／', ':']);
    let is_english_time =
        || unit.is_ascii() && unit.split(' ').any(|word| ENGLISH_DURATIONS.contains(&word));
    !is_large_or_ratio && !MEASURED.contains(unit) && !is_english_time()
}

/// Returns how much less than `value` is still 左右.
///
/// A rate has 0.5 points, an amount (元, 吨, 公里, 亩, and whatever is counted in 万 or 亿) 5 % of the
/// value. A count has none below 5, otherwise 5 % rounded down, but at least one. A unit that is
/// not known is counted.
///
/// **Example**
/// ```
/// use taizhang::number::Number;
/// use taizhang::phrase::tolerance_of;
/// let tolerance =
///     |value: i64, unit| tolerance_of(Number::from(value), Some(unit), false).to_string();
/// assert_eq!(tolerance(6, "家"), "1");
/// assert_eq!(tolerance(150, "台"), "7");
/// assert_eq!(tolerance(3, "个"), "0");
/// assert_eq!(tolerance(100, "亿元"), "5");
/// assert_eq!(tolerance_of(Number::from(8_i64), Some("%"), true).to_string(), "0.5");
/// ```
#[must_use]
pub fn tolerance_of(value: Number, unit: Option<&str>, is_rate: bool) -> Number {
    let unit = unit.unwrap_or("").trim();
    let size = value.abs();
    let kind = kind_of(unit);
    let half = Number::ONE.divided_by(Number::from(2_i64)).unwrap_or_default().normalized();
    let part = size.divided_by(Number::from(20_i64)).unwrap_or_default();
    // What is counted comes in whole pieces, so a fraction without a known unit is a ratio or an
    // index.
    let is_ratio = unit == RATIO || (kind.is_none() && size.floor() != size);
    if is_rate || kind == Some(Kind::Rate) {
        half
    } else if unit.starts_with(['万', '亿'])
        || matches!(kind, Some(Kind::Amount | Kind::Multiple))
        || is_ratio
    {
        part.normalized()
    } else if size < Number::from(5_i64) {
        Number::ZERO
    } else {
        part.floor().max(Number::ONE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_unit_is_taken_and_spelled_one_way() {
        let cases = [
            ("家左右", "家", 3),
            (" 家", "家", 4),
            ("％以上", "%", 3),
            ("个百分点", "百分点", 12),
            ("亿元", "亿元", 6),
            ("亿", "亿", 3),
            ("亿千瓦时", "亿千瓦时", 12),
            ("微克/立方米以内", "微克/立方米", 16),
            ("元/亩", "元/亩", 7),
            ("吨标准煤/万元", "吨标准煤/万元", 19),
            ("吨/年", "吨/年", 7),
            ("次/月", "次", 3),
            ("平方公里", "平方公里", 12),
            ("MW", "MW", 2),
        ];
        for (text, name, len) in cases {
            assert_eq!(
                read_unit(text).map(|unit| (unit.name, unit.len)),
                Some((name.to_string(), len)),
                "{text}"
            );
        }
        for text in ["", "年", "大重点产业", "MWx", "级"] {
            assert!(read_unit(text).is_none(), "{text}");
        }
    }

    #[test]
    fn about_is_half_a_point_a_twentieth_or_whole_pieces() {
        let cases = [
            ("4", Some("家"), false, "0"),
            ("5", Some("家"), false, "1"),
            ("39", None, false, "1"),
            ("40", Some("项"), false, "2"),
            ("150", Some("台"), false, "7"),
            ("2", Some("万户"), false, "0.1"),
            ("30", Some("万元"), false, "1.5"),
            ("3", Some("公里"), false, "0.15"),
            ("8", Some("%"), false, "0.5"),
            ("8", None, true, "0.5"),
            ("-6", Some("个"), false, "1"),
            ("0", Some("亿元"), false, "0"),
        ];
        for (value, unit, is_rate, expected) in cases {
            let value = Number::parse(value).expect("a plain decimal");
            assert_eq!(
                tolerance_of(value, unit, is_rate).to_string(),
                expected,
                "{value} {unit:?}"
            );
        }
    }
}
