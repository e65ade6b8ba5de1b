//! One quantity: a number or a range with its unit and the comparator behind it.
//!
//! Comes in: a text and the place where a number begins. Goes out: what stands there, as far as it
//! belongs together, or how many bytes to skip. Whether it is a target is decided elsewhere.

use super::numeral::{Numeral, digit_of, read_numeral};
use super::reading::{Cadence, Op};
use super::unit::{Kind, RATIO, Unit, read_unit};
use super::words::{cadence_behind, comparator_behind};
use crate::number::Number;

/// Holds one quantity of a text.
#[derive(Clone, Debug)]
pub(super) struct Quantity {
    /// The number as it is written first.
    pub numeral: Numeral,
    /// The value, or the lower end.
    pub value: Number,
    /// The upper end of a range.
    pub upper: Option<Number>,
    /// The unit.
    pub unit: Option<Unit>,
    /// The part of the year behind the unit: 2次/月.
    pub per: Option<Cadence>,
    /// The comparator behind it.
    pub behind: Option<Op>,
    /// The bytes of numbers and unit.
    pub unit_end: usize,
    /// The bytes up to the end of the comparator.
    pub len: usize,
    /// The bytes to step over when this is no target: the numbers without their unit, which may
    /// begin another number.
    pub skip: usize,
}

/// Joins the two numbers of a range; the double ones first.
const JOINTS: [&str; 14] =
    ["——", "--", "-", "–", "—", "―", "－", "−", "‐", "~", "～", "〜", "至", "到"];

/// Reads the quantity at the start of a text. `is_ceiling` allows the 内 of 控制在5%内.
///
/// **Errors**: the bytes to skip, when something like a number stands there that is none.
pub(super) fn read_quantity(rest: &str, is_ceiling: bool) -> Option<Result<Quantity, usize>> {
    let first = match read_side(rest)? {
        Ok(side) => side,
        Err(skip) => return Some(Err(skip)),
    };
    let mut quantity = Quantity {
        value: first.numeral.value,
        upper: first.numeral.second,
        unit: first.unit,
        per: None,
        behind: None,
        unit_end: first.unit_end,
        len: 0,
        skip: first.number_end,
        numeral: first.numeral,
    };
    if let Err(skip) = join_second(rest, &mut quantity) {
        return Some(Err(skip));
    }
    let is_counted =
        quantity.unit.as_ref().is_some_and(|unit| matches!(unit.kind, Kind::Count | Kind::Event));
    if let Some((per, len)) = cadence_behind(&rest[quantity.unit_end..]).filter(|_| is_counted) {
        quantity.per = Some(per);
        quantity.unit_end += len;
    }
    let (behind, len) = comparator_behind(&rest[quantity.unit_end..], is_ceiling);
    quantity.behind = behind;
    quantity.len = quantity.unit_end + len;
    Some(Ok(quantity))
}

/// Measures the joint of a list at the start of a text: 、 or 和.
pub(super) fn joint_len(rest: &str) -> Option<usize> {
    ["、", "和", "与", "及", "以及"].into_iter().find(|word| rest.starts_with(word)).map(str::len)
}

/// Finds the comparator behind the last number of a list, which holds for all: 7%、8%左右.
pub(super) fn comparator_of_list(rest: &str, is_ceiling: bool) -> Option<Op> {
    let behind_joint = &rest[joint_len(rest)?..];
    let next = read_quantity(behind_joint, is_ceiling)?.ok()?;
    next.behind.or_else(|| comparator_of_list(&behind_joint[next.len..], is_ceiling))
}

/// A number with the unit that may follow it.
struct Side {
    numeral: Numeral,
    unit: Option<Unit>,
    number_end: usize,
    unit_end: usize,
}

fn read_side(rest: &str) -> Option<Result<Side, usize>> {
    // 百分之十五 says its unit first.
    let prefix =
        [("百分之", "%"), ("千分之", "‰")].into_iter().find(|(word, _)| rest.starts_with(word));
    let at = prefix.map_or(0, |(word, _)| word.len());
    let numeral = match read_numeral(&rest[at..]) {
        Some(Ok(numeral)) => numeral,
        Some(Err(skip)) => return Some(Err(at + skip)),
        None => return prefix.map(|_| Err(at)),
    };
    let number_end = at + numeral.len;
    let unit = match prefix {
        Some((_, name)) => Some(Unit { name: name.to_string(), kind: Kind::Rate, len: 0 }),
        None => read_unit(&rest[number_end..]),
    };
    let digits = &rest[at..number_end];
    let unit = unit
        .or_else(|| years(digits, &rest[number_end..]))
        .or_else(|| ratio_to_one(&rest[number_end..]));
    let unit_end = number_end + unit.as_ref().map_or(0, |unit| unit.len);
    let side = Side { numeral, unit, number_end, unit_end };
    Some(Ok(read_tenths(rest, &side).or_else(|| read_below_yi(rest, &side)).unwrap_or(side)))
}

/// A year is a whole number, so 11.3年 is a length of time.
fn years(digits: &str, rest: &str) -> Option<Unit> {
    let is_length = digits.contains(['.', '．', '点']) && rest.starts_with('年');
    is_length.then(|| Unit { name: "年".to_string(), kind: Kind::Duration, len: '年'.len_utf8() })
}

/// Reads the :1 of 2.3:1. The time 9:10 and the score 3:12 are none.
fn ratio_to_one(rest: &str) -> Option<Unit> {
    let len = [":1", "：1", "∶1"].into_iter().find(|word| rest.starts_with(word))?.len();
    let goes_on = rest[len..]
        .chars()
        .next()
        .is_some_and(|c| digit_of(c).is_some() || matches!(c, ':' | '：' | '.'));
    (!goes_on).then(|| Unit { name: RATIO.to_string(), kind: Kind::Amount, len })
}

/// Reads 四成 as 40 %. 成 begins many other words (成立, 成效), which are none.
fn read_tenths(rest: &str, side: &Side) -> Option<Side> {
    let behind = rest[side.number_end..].strip_prefix('成').filter(|_| side.unit.is_none())?;
    if behind.starts_with([
        '立', '果', '员', '本', '都', '功', '为', '效', '长', '熟', '品', '套', '片', '年', '就',
        '交', '绩', '人', '型', '份',
    ]) {
        return None;
    }
    let mut numeral = side.numeral.clone();
    numeral.value = numeral.value * Number::from(10_i64);
    numeral.second = numeral.second.map(|second| second * Number::from(10_i64));
    numeral.is_lone_one = false;
    let len = '成'.len_utf8();
    let unit = Unit { name: "%".to_string(), kind: Kind::Rate, len };
    Some(Side {
        numeral,
        unit: Some(unit),
        number_end: side.number_end,
        unit_end: side.number_end + len,
    })
}

/// Reads 3亿5000万元 as 3.5亿元.
fn read_below_yi(rest: &str, side: &Side) -> Option<Side> {
    let yi = Number::from(100_000_000_i64);
    side.unit.as_ref().filter(|unit| unit.name == "亿")?;
    let below = read_side(&rest[side.unit_end..])?.ok()?;
    let has_wan = below.numeral.value >= Number::from(10_000_i64) && below.numeral.value < yi;
    let is_larger = below.unit.as_ref().is_some_and(|unit| unit.name.starts_with('亿'));
    let has_pair = below.numeral.second.is_some() || side.numeral.second.is_some();
    if !has_wan || is_larger || has_pair {
        return None;
    }
    let mut numeral = side.numeral.clone();
    numeral.value = (numeral.value + below.numeral.value.divided_by(yi)?).normalized();
    let (number_end, unit_end) = (side.unit_end + below.number_end, side.unit_end + below.unit_end);
    let name = format!("亿{}", below.unit.as_ref().map_or("", |unit| unit.name.as_str()));
    let unit = Unit { name, kind: Kind::Amount, len: unit_end - number_end };
    Some(Side { numeral, unit: Some(unit), number_end, unit_end })
}

/// Looks for the second number of a range and puts it into the quantity.
///
/// **Errors**: the bytes of the whole chain, when the two do not make a range: 2023-06-15, 8-3.
fn join_second(rest: &str, quantity: &mut Quantity) -> Result<(), usize> {
    let Some((joint, second)) = side_behind_joint(&rest[quantity.unit_end..]) else {
        return Ok(());
    };
    let start = quantity.unit_end + joint;
    let end = start + second.unit_end;
    let chain_end = start + second.number_end + chain_len(&rest[start + second.number_end..]);
    if chain_end > start + second.number_end
        || quantity.upper.is_some()
        || second.numeral.second.is_some()
    {
        return Err(chain_end);
    }
    let is_one_unit = match (&quantity.unit, &second.unit) {
        (Some(first), Some(second)) => {
            first.name == second.name || (first.name == "亿" && second.name.starts_with('亿'))
        }
        (Some(_), None) => false,
        (None, _) => true,
    };
    if !is_one_unit {
        // 3家至5个 are two quantities, not a range; the second is met later.
        return Ok(());
    }
    // 2-3万户: the first number shares the 万 unless that makes it the larger one (5000-1万户).
    let mut lower = quantity.value;
    if quantity.unit.is_none()
        && quantity.numeral.scale == Number::ONE
        && second.numeral.scale != Number::ONE
    {
        let shared = (lower * second.numeral.scale).normalized();
        if shared <= second.numeral.value {
            lower = shared;
        }
    }
    if lower > second.numeral.value {
        return Err(chain_end);
    }
    quantity.value = lower;
    quantity.upper = Some(second.numeral.value);
    quantity.unit = second.unit;
    quantity.unit_end = end;
    quantity.skip = start + second.number_end;
    quantity.numeral.is_code_like |= second.numeral.is_code_like;
    quantity.numeral.is_lone_one = false;
    Ok(())
}

fn side_behind_joint(rest: &str) -> Option<(usize, Side)> {
    let joint = JOINTS.into_iter().find(|joint| rest.starts_with(joint))?;
    let side = read_side(&rest[joint.len()..])?.ok()?;
    (!side.numeral.is_bare_scale).then_some((joint.len(), side))
}

/// Measures what goes on behind a second number: the -15 of 2023-06-15.
fn chain_len(rest: &str) -> usize {
    let mut len = 0;
    for c in rest.chars() {
        if digit_of(c).is_none() && !matches!(c, '-' | '–' | '—' | '－' | '/' | '.') {
            break;
        }
        len += c.len_utf8();
    }
    let has_digit = rest[..len].chars().any(|c| digit_of(c).is_some());
    if has_digit { len } else { 0 }
}
