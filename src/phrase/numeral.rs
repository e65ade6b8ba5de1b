//! Numbers as plans write them: `15`, `１５`, `1,500`, `2万`, `两`, `一百二十`, `三点五`, `20余`.
//!
//! Comes in: the rest of a text. Goes out: the exact number and how many bytes it took, or how many
//! bytes to skip because they look like a number and are none (`十四五`, `二〇二三`, far too many digits).
//! 十, 百, 千 and 万 are multiplied out here; 亿 is left to the unit. Nothing here knows what the number
//! is for.

use crate::number::Number;

/// Holds one number and what its spelling tells about it.
#[derive(Clone, Debug)]
pub(super) struct Numeral {
    /// The number, multiplied out.
    pub value: Number,
    /// What it was multiplied by (`2万`: 10000), so that `2-3万` can share it.
    pub scale: Number,
    /// The second number of 两三家.
    pub second: Option<Number>,
    /// 余 or 多 stood behind it.
    pub is_more: bool,
    /// A lone 一, which is more often an article than a number.
    pub is_lone_one: bool,
    /// 百, 千 or 万 without a digit before it, which is a number only behind a comparator (突破千亿元).
    pub is_bare_scale: bool,
    /// Four digits from 1900 to 2100, or a zero in front: a year or a code rather than a number
    /// when no unit follows.
    pub is_code_like: bool,
    /// The bytes it took.
    pub len: usize,
}

/// Reads the number at the start of a text.
///
/// **Errors**: the bytes to skip, when the text starts like a number and is none.
pub(super) fn read_numeral(rest: &str) -> Option<Result<Numeral, usize>> {
    let first = rest.chars().next()?;
    if digit_of(first).is_some() {
        Some(read_digits(rest))
    } else if hanzi_digit(first).is_some() || rank_of(first).is_some() {
        // 百分点 begins with a unit, not with a number.
        (characters_len(rest) > 0).then(|| read_characters(rest))
    } else {
        None
    }
}

/// Returns the value of a digit, half-width or full-width.
pub(super) fn digit_of(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        _ => None,
    }
}

/// Returns the value of a Chinese digit.
pub(super) fn hanzi_digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn rank_of(c: char) -> Option<u32> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        _ => return None,
    })
}

/// Returns whether a 百 or 千 at the start belongs to a unit: 百分点, 千瓦.
fn begins_unit(rest: &str) -> bool {
    let mut chars = rest.chars();
    match (chars.next(), chars.next()) {
        (Some('百'), Some(next)) => next == '分',
        (Some('千'), Some(next)) => "瓦克米伏卡帕升赫分".contains(next),
        _ => false,
    }
}

fn read_digits(rest: &str) -> Result<Numeral, usize> {
    let (digits, mut len) = mantissa(rest);
    let number = Number::parse(&digits);
    let (scale, is_more) = read_scale(rest, &mut len);
    let number = number.map_err(|_| len)?;
    let next_is_digit = rest[len..].chars().next().is_some_and(|c| digit_of(c).is_some());
    if next_is_digit {
        return read_second_half(rest, number, scale, len);
    }
    let is_year =
        digits.len() == 4 && (Number::from(1900_i64)..=Number::from(2100_i64)).contains(&number);
    Ok(Numeral {
        value: multiplied(number, scale).ok_or(len)?,
        scale,
        second: None,
        is_more,
        is_lone_one: false,
        is_bare_scale: false,
        is_code_like: scale == Number::ONE
            && (is_year || (digits.len() > 1 && digits.starts_with('0') && !digits.contains('.'))),
        len,
    })
}

/// Reads the rest of 2万5千 and 3万5000. What could be meant in two ways (1万2) is left alone rather
/// than read by halves.
fn read_second_half(
    rest: &str,
    number: Number,
    scale: Number,
    len: usize,
) -> Result<Numeral, usize> {
    let (digits, digits_len) = mantissa(&rest[len..]);
    let skip = len + digits_len;
    let second = read_digits(&rest[len..]).map_err(|_| skip)?;
    let is_next_rank = second.scale * Number::from(10_i64) == scale && second.value < scale;
    let is_written_out =
        scale == Number::from(10_000_i64) && second.scale == Number::ONE && digits.len() == 4;
    if second.is_more || !(is_next_rank || is_written_out) {
        return Err(skip);
    }
    let value = multiplied(number, scale).ok_or(skip)? + second.value;
    Ok(Numeral { value, scale: second.scale, is_code_like: false, len: len + second.len, ..second })
}

/// Takes digits, separators of thousands and one decimal point; returns plain digits and the bytes
/// they took.
fn mantissa(rest: &str) -> (String, usize) {
    let mut digits = String::new();
    let mut len = 0;
    let mut group = 0;
    let mut is_grouped = false;
    let mut has_point = false;
    for (at, c) in rest.char_indices() {
        let behind = &rest[at + c.len_utf8()..];
        if let Some(digit) = digit_of(c) {
            digits.push(digit);
            group += 1;
        } else if matches!(c, '.' | '．') && !has_point && count_digits(behind) > 0 {
            digits.push('.');
            has_point = true;
        } else if c == ','
            && !has_point
            && count_digits(behind) == 3
            && (group == 3 || (!is_grouped && group < 3))
        {
            is_grouped = true;
            group = 0;
        } else {
            break;
        }
        len = at + c.len_utf8();
    }
    (digits, len)
}

/// Counts the digits at the start, no further than needed to tell three from more.
fn count_digits(rest: &str) -> usize {
    rest.chars().take(4).take_while(|c| digit_of(*c).is_some()).count()
}

/// Takes 余 or 多, then 十, 百 or 千, then 万, then 余 or 多.
fn read_scale(rest: &str, len: &mut usize) -> (Number, bool) {
    let mut scale = Number::ONE;
    let mut is_more = take_any(rest, len, "余多");
    if !begins_unit(&rest[*len..]) {
        for rank in ['十', '百', '千'] {
            if take_any(rest, len, rank.encode_utf8(&mut [0; 4])) {
                scale = Number::from(rank_of(rank).unwrap_or(1));
                break;
            }
        }
    }
    if take_any(rest, len, "万") {
        scale = scale * Number::from(10_000_i64);
    }
    is_more |= scale != Number::ONE && take_any(rest, len, "余多");
    (scale, is_more)
}

/// Steps over the next character if it is one of these.
fn take_any(rest: &str, len: &mut usize, wanted: &str) -> bool {
    match rest[*len..].chars().next() {
        Some(c) if wanted.contains(c) => {
            *len += c.len_utf8();
            true
        }
        _ => false,
    }
}

/// Multiplies out, or gives nothing where the product is larger than a figure can be.
fn multiplied(number: Number, scale: Number) -> Option<Number> {
    if scale == Number::ONE {
        return Some(number);
    }
    let product = (number * scale).normalized();
    (product < Number::from(1_000_000_000_000_000_i64)).then_some(product)
}

/// Measures the run of Chinese numerals at the start, 点 included where digits follow it.
fn characters_len(rest: &str) -> usize {
    let mut len = 0;
    let mut has_point = false;
    for (at, c) in rest.char_indices() {
        let is_numeral = hanzi_digit(c).is_some() || rank_of(c).is_some();
        let behind = &rest[at + c.len_utf8()..];
        let is_point = c == '点'
            && at > 0
            && !has_point
            && behind.chars().next().is_some_and(|d| hanzi_digit(d).is_some());
        if !(is_numeral || is_point) || begins_unit(&rest[at..]) {
            break;
        }
        has_point |= is_point;
        len = at + c.len_utf8();
    }
    len
}

fn read_characters(rest: &str) -> Result<Numeral, usize> {
    let mut len = characters_len(rest);
    let run = &rest[..len];
    let (whole, fraction) = run.split_once('点').unwrap_or((run, ""));
    let pair = pair_of(whole).filter(|_| fraction.is_empty());
    let value = match pair {
        Some((first, _)) => Some(Number::from(first)),
        None => whole_of(whole).and_then(|whole| with_fraction(whole, fraction)),
    };
    let (scale, is_more) = read_scale(rest, &mut len);
    let value = value.and_then(|value| multiplied(value, scale)).ok_or(len)?;
    let second = pair.and_then(|(_, second)| multiplied(Number::from(second), scale));
    Ok(Numeral {
        value,
        scale,
        second,
        is_more,
        is_lone_one: run == "一" && scale == Number::ONE,
        is_bare_scale: run.starts_with(['百', '千', '万']),
        is_code_like: false,
        len,
    })
}

/// Reads 两三, 三五: two numbers in two digits.
fn pair_of(run: &str) -> Option<(u32, u32)> {
    let mut digits = run.chars().map(hanzi_digit);
    let (Some(Some(first)), Some(Some(second)), None) =
        (digits.next(), digits.next(), digits.next())
    else {
        return None;
    };
    (first > 0 && (second == first + 1 || (first, second) == (3, 5))).then_some((first, second))
}

/// Reads 十五, 一百二十, 三千, 两万五. Two digits in a row are no number: 十四五, 二〇二三.
fn whole_of(run: &str) -> Option<i64> {
    // A lone 零 is the beginning of a word: 零部件, 零距离.
    if run.chars().count() > 16 || matches!(run, "零" | "〇") {
        return None;
    }
    let (mut total, mut section) = (0_i64, 0_i64);
    let mut pending: Option<i64> = None;
    let mut last_rank = 100_000_i64;
    for (at, c) in run.char_indices() {
        if let Some(digit) = hanzi_digit(c) {
            if pending.is_some() {
                return None;
            }
            pending = (digit != 0 || run.len() == c.len_utf8()).then_some(i64::from(digit));
            continue;
        }
        let rank = i64::from(rank_of(c)?);
        let is_first = at == 0;
        if rank >= last_rank && rank != 10_000 {
            return None;
        }
        if rank == 10_000 {
            let below = section + pending.take().unwrap_or(0);
            if total != 0 || (below == 0 && !is_first) {
                return None;
            }
            total = below.max(1) * rank;
            section = 0;
        } else {
            // Only 十 may go without its 一; 百 and 千 only at the very beginning.
            let times = pending.take().or((rank == 10 || is_first).then_some(1))?;
            section += times * rank;
        }
        last_rank = rank;
    }
    let ones = match pending {
        // 三百五 is 350, 三百零五 is 305.
        Some(digit) if (100..100_000).contains(&last_rank) && !ends_with_zero_digit(run) => {
            digit * last_rank / 10
        }
        Some(digit) => digit,
        None => 0,
    };
    Some(total + section + ones)
}

/// Returns whether the last digit is led in by a zero: 三百零五.
fn ends_with_zero_digit(run: &str) -> bool {
    run.chars().rev().nth(1).is_some_and(|c| hanzi_digit(c) == Some(0))
}

fn with_fraction(whole: i64, fraction: &str) -> Option<Number> {
    if fraction.is_empty() {
        return Some(Number::from(whole));
    }
    let digits: Option<String> =
        fraction.chars().map(|c| hanzi_digit(c).and_then(|d| char::from_digit(d, 10))).collect();
    Number::parse(&format!("{whole}.{}", digits?)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        read_numeral(text)?.ok().map(|n| {
            format!("{}{}/{}", n.value, n.second.map_or(String::new(), |s| format!("~{s}")), n.len)
        })
    }

    #[test]
    fn digits_and_characters_give_the_same_numbers() {
        let cases = [
            ("15家", "15/2"),
            ("１５家", "15/6"),
            ("1,500户", "1500/5"),
            ("1,50户", "1/1"),
            ("8.50%", "8.50/4"),
            ("2万户", "20000/4"),
            ("1.5万户", "15000/6"),
            ("3千万元", "30000000/7"),
            ("5千瓦", "5/1"),
            ("3百分点", "3/1"),
            ("20余家", "20/5"),
            ("10余万户", "100000/8"),
            ("两家", "2/3"),
            ("十个", "10/3"),
            ("十五个", "15/6"),
            ("一百二十", "120/12"),
            ("一百零五", "105/12"),
            ("三百五", "350/9"),
            ("两万五千", "25000/12"),
            ("十二万", "120000/9"),
            ("三点五", "3.5/9"),
            ("两三家", "2~3/6"),
            ("千亿元", "1000/3"),
            ("百万吨", "1000000/6"),
            ("2万5千户", "25000/8"),
            ("3万5000人", "35000/8"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_number_is_skipped() {
        for text in [
            "十四五",
            "二〇二三年",
            "百分点",
            "9999999999999999",
            "1万2户",
            "一二三产",
            "千瓦",
            "十百",
            "零部件",
            "家",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
