//! Exact decimal numbers.
//!
//! A figure enters as text, is kept as the decimal it says, is compared unrounded and is rounded only when shown.
//! Comes in: the text of a cell or of a TOML value. Goes out: a [`Number`], or a [`NumberFault`] that says what is wrong with the text.
//! The sizes are limited on purpose (15 digits before the point, 9 behind), so that no sum or ratio of sensible figures can overflow;
//! an absurd product stays at the largest number there is and never panics.
//! This is the home of `rust_decimal`; nobody else names it.

mod compact;
mod order;

use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use thiserror::Error;

use crate::said::{Said, say};

pub use compact::Compact;

/// Holds one exact decimal, with the digits behind the point as they were typed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Number(Decimal);

/// Says why a text is not a number we take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NumberFault {
    /// There is nothing, or only white space.
    #[error("is empty")]
    Empty,
    /// `180,000`, `180，000`, `180 000`.
    #[error("has a thousands separator")]
    ThousandsSeparator,
    /// `１２`: digits of the full-width block.
    #[error("has full-width digits")]
    FullWidth,
    /// A space before or behind it, or a sign nobody sees.
    #[error("has a space or an invisible sign in it")]
    Invisible,
    /// `NaN`, `inf`.
    #[error("is not a finite number")]
    NotFinite,
    /// `1e400`, `2E3`.
    #[error("is written with an exponent")]
    Exponent,
    /// More digits than a figure of a plan ever has.
    #[error("has more digits than a figure can have (15 before the point, 9 behind it)")]
    TooLong,
    /// `12万`, `18%`, `约12`.
    #[error("has words or a unit in it")]
    WithWords,
    /// Anything else.
    #[error("is not a number")]
    NotANumber,
}

impl NumberFault {
    /// Returns what the author can do about it.
    #[must_use]
    pub fn remedy(self) -> Said {
        match self {
            Self::Empty => {
                say!("leave the value out only with one of the flags x, z, c or n", "没有数时，须填标记x、z、c或n之一")
            }
            Self::ThousandsSeparator => {
                say!("write the digits without separators, e.g. 180000", "数字之间不加分隔符，例如180000")
            }
            Self::FullWidth => say!("write the digits 0-9 of the keyboard, e.g. 12", "用半角数字0-9，例如12"),
            Self::Invisible => say!("delete the cell and write the number anew", "删去该格内容，重新输入数字"),
            Self::NotFinite => {
                say!("leave the value empty and give one of the flags x, z, c or n", "数值留空，并填标记x、z、c或n之一")
            }
            Self::Exponent => say!("write the number out in plain digits", "用普通数字写全"),
            Self::TooLong => say!("use a larger unit, e.g. 万元 instead of 元", "改用较大的单位，例如用万元代替元"),
            Self::WithWords => say!("write the digits alone, in the unit of the indicator", "只写数字，按指标的单位填写"),
            Self::NotANumber => {
                say!("write plain digits, with a point before decimals, e.g. 12.5", "写普通数字，小数用点号，例如12.5")
            }
        }
    }

    /// Returns what is wrong as the end of a sentence about the number.
    #[must_use]
    pub fn said(self) -> Said {
        let zh = match self {
            Self::Empty => "为空",
            Self::ThousandsSeparator => "含千位分隔符",
            Self::FullWidth => "含全角数字",
            Self::Invisible => "含空格或看不见的字符",
            Self::NotFinite => "不是有限的数",
            Self::Exponent => "用了指数写法",
            Self::TooLong => "位数过多（小数点前15位、后9位以内）",
            Self::WithWords => "含文字或单位",
            Self::NotANumber => "不是数",
        };
        Said::new(self.to_string(), zh)
    }
}

impl Number {
    /// Zero.
    pub const ZERO: Number = Number(Decimal::ZERO);
    /// One.
    pub const ONE: Number = Number(Decimal::ONE);
    /// One hundred, for percentages and points.
    pub const HUNDRED: Number = Number(Decimal::ONE_HUNDRED);

    /// Reads plain decimal digits with an optional sign and point.
    ///
    /// **Errors**: the [`NumberFault`] that fits best; nothing is repaired.
    ///
    /// **Example**
    /// ```
    /// use taizhang::number::{Number, NumberFault};
    /// assert_eq!(Number::parse("12.50").unwrap().to_string(), "12.50");
    /// assert_eq!(Number::parse("180,000"), Err(NumberFault::ThousandsSeparator));
    /// ```
    pub fn parse(text: &str) -> Result<Self, NumberFault> {
        let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let is_plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !is_plain(whole) || !is_plain(fraction) || digits.ends_with('.') {
            return Err(fault_of(text));
        }
        if whole.trim_start_matches('0').len() > 15 || fraction.len() > 9 {
            return Err(NumberFault::TooLong);
        }
        Decimal::from_str_exact(text).map(Self).map_err(|_| NumberFault::TooLong)
    }

    /// Returns the quotient, or nothing when `by` is zero.
    #[must_use]
    pub fn divided_by(self, by: Self) -> Option<Self> {
        self.0.checked_div(by.0).map(Self)
    }

    /// Rounds half up (away from zero) to `places` digits behind the point.
    #[must_use]
    pub fn rounded(self, places: u32) -> Self {
        Self(self.0.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero))
    }

    /// Returns the largest whole number not above this one.
    #[must_use]
    pub fn floor(self) -> Self {
        Self(self.0.floor())
    }

    /// Returns the smallest whole number not below this one.
    #[must_use]
    pub fn ceil(self) -> Self {
        Self(self.0.ceil())
    }

    /// Returns the distance from zero.
    #[must_use]
    pub fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// Drops zeros at the end of the fraction: `2.50` becomes `2.5`.
    #[must_use]
    pub fn normalized(self) -> Self {
        Self(self.0.normalize())
    }

    /// Rounds half up to `places` digits and drops zeros at the end: how a person reads it.
    #[must_use]
    pub fn shown(self, places: u32) -> String {
        let mut text = String::with_capacity(16);
        self.write_shown(&mut text, places);
        text
    }

    /// Writes what [`shown`](Self::shown) says behind a text. A large table is made of nothing else.
    pub fn write_shown(self, out: &mut String, places: u32) {
        match self.as_small(places) {
            Some((whole, scale)) => write_small(out, whole, scale),
            None => out.push_str(&self.rounded(places).normalized().to_string()),
        }
    }

    /// Returns this rounded to at most `places` digits, as digits and how many of them stand behind the point; nothing for more digits
    /// than figures ever have.
    fn as_small(self, places: u32) -> Option<(i64, u32)> {
        let mut digits = i64::try_from(self.0.mantissa()).ok()?;
        let mut scale = self.0.scale();
        if scale > places {
            let unit = 10_i64.checked_pow(scale - places)?;
            let half = if digits < 0 { -(unit / 2) } else { unit / 2 };
            digits = digits.checked_add(half)? / unit;
            scale = places;
        }
        while scale > 0 && digits % 10 == 0 {
            digits /= 10;
            scale -= 1;
        }
        Some((digits, scale))
    }

    /// Returns the number as it is placed on paper. Only drawing may use this; a verdict never does.
    #[must_use]
    pub fn to_drawing(self) -> f64 {
        // Digits that a double holds exactly, over a power of ten that it holds exactly, are the nearest double.
        const EXACT: i128 = 1 << 53;
        let (digits, scale) = (self.0.mantissa(), self.0.scale());
        if digits.abs() < EXACT && scale <= 15 {
            return digits as f64 / 10_u64.pow(scale) as f64;
        }
        self.0.to_f64().unwrap_or(0.0)
    }

    /// Returns the whole number this is, if it is one.
    #[must_use]
    pub fn to_whole(self) -> Option<i64> {
        if self.0.fract().is_zero() { self.0.to_i64() } else { None }
    }

    /// Tells whether it can be written with so many places behind the point.
    #[must_use]
    pub fn fits_places(self, places: u32) -> bool {
        // Most figures were written with few; only a long one need be rounded to be sure.
        self.0.scale() <= places || self.rounded(places) == self
    }

    /// Tells whether this is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self < Self::ZERO
    }
}

/// Writes digits with a point before the last `scale` of them.
fn write_small(out: &mut String, digits: i64, scale: u32) {
    if digits < 0 {
        out.push('-');
    }
    let (unit, size) = (10_u64.pow(scale), digits.unsigned_abs());
    write_digits(out, size / unit);
    if scale > 0 {
        out.push('.');
        // One more digit before it keeps the zeros that the fraction begins with.
        let at = out.len();
        write_digits(out, unit + size % unit);
        out.remove(at);
    }
}

/// Writes a whole number behind a text. Pages are full of them, so that the general way of writing is too slow.
pub fn write_digits(out: &mut String, number: u64) {
    if let Ok(number @ 0..1_000) = u16::try_from(number) {
        let digit = |unit: u16| char::from(b'0' + u8::try_from(number / unit % 10).unwrap_or(0));
        if number >= 100 {
            out.push(digit(100));
        }
        if number >= 10 {
            out.push(digit(10));
        }
        out.push(digit(1));
        return;
    }
    let mut digits = [0_u8; 20];
    let (mut at, mut rest) = (digits.len(), number);
    loop {
        at -= 1;
        digits[at] = b'0' + u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.push_str(std::str::from_utf8(&digits[at..]).unwrap_or_default());
}

/// Finds the fault an author would recognise.
fn fault_of(text: &str) -> NumberFault {
    let bare = text.trim();
    let lower = bare.to_ascii_lowercase();
    let unsigned = lower.trim_start_matches(['-', '+']);
    if bare.is_empty() {
        NumberFault::Empty
    } else if bare.chars().any(|c| ('\u{FF10}'..='\u{FF19}').contains(&c) || c == '．') {
        NumberFault::FullWidth
    } else if matches!(unsigned, "nan" | "inf" | "infinity") {
        NumberFault::NotFinite
    } else if unsigned.starts_with(|c: char| c.is_ascii_digit())
        && unsigned.contains(['e', 'E'])
        && unsigned.chars().all(|c| c.is_ascii_digit() || "e.+-".contains(c))
    {
        NumberFault::Exponent
    } else if bare.starts_with(|c: char| c.is_ascii_digit() || c == '-')
        && bare.contains([',', '，', ' ', '_', '\''])
        && bare.chars().all(|c| c.is_ascii_digit() || "-.,， _'".contains(c))
    {
        NumberFault::ThousandsSeparator
    } else if is_number_behind_the_unseen(text) {
        NumberFault::Invisible
    } else if bare.chars().any(|c| c.is_ascii_digit()) && bare.chars().any(|c| c == '%' || (c.is_alphabetic() && !c.is_ascii())) {
        NumberFault::WithWords
    } else {
        NumberFault::NotANumber
    }
}

/// Tells whether a number is all that is left without spaces around it and signs nobody sees.
fn is_number_behind_the_unseen(text: &str) -> bool {
    let unseen = |c: char| c.is_whitespace() || matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}');
    let seen: String = text.chars().filter(|c| !unseen(*c)).collect();
    seen != text && Number::parse(&seen).is_ok()
}

impl From<i64> for Number {
    fn from(whole: i64) -> Self {
        Self(Decimal::from(whole))
    }
}

impl From<u32> for Number {
    fn from(whole: u32) -> Self {
        Self(Decimal::from(whole))
    }
}

impl From<usize> for Number {
    fn from(whole: usize) -> Self {
        Self(Decimal::from(whole as u64))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Add for Number {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Number {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Mul for Number {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(self.0.saturating_mul(other.0))
    }
}

impl Neg for Number {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl std::iter::Sum for Number {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_decimals_keep_their_digits() {
        for text in ["0", "12", "-3", "12.50", "0.000000001", "999999999999999"] {
            assert_eq!(Number::parse(text).map(|n| n.to_string()), Ok(text.to_string()));
        }
    }

    #[test]
    fn each_kind_of_bad_text_has_its_own_fault() {
        let cases = [
            ("", NumberFault::Empty),
            (" ", NumberFault::Empty),
            ("180,000", NumberFault::ThousandsSeparator),
            ("180，000", NumberFault::ThousandsSeparator),
            ("1 000", NumberFault::ThousandsSeparator),
            ("1２", NumberFault::FullWidth),
            ("NaN", NumberFault::NotFinite),
            ("-inf", NumberFault::NotFinite),
            ("1e400", NumberFault::Exponent),
            ("2E3", NumberFault::Exponent),
            ("9999999999999999", NumberFault::TooLong),
            ("0.0000000001", NumberFault::TooLong),
            ("12家", NumberFault::WithWords),
            ("18%", NumberFault::WithWords),
            ("12 ", NumberFault::Invisible),
            ("\u{200B}12", NumberFault::Invisible),
            ("1.", NumberFault::NotANumber),
            (".5", NumberFault::NotANumber),
            ("--1", NumberFault::NotANumber),
            ("1.2.3", NumberFault::NotANumber),
            ("五", NumberFault::NotANumber),
        ];
        for (text, fault) in cases {
            assert_eq!(Number::parse(text), Err(fault), "{text:?}");
        }
    }

    #[test]
    fn rounding_is_half_up_and_only_for_display() {
        let number = |text| Number::parse(text).expect("a plain decimal");
        assert_eq!(number("0.125").rounded(2).to_string(), "0.13");
        assert_eq!(number("-0.125").rounded(2).to_string(), "-0.13");
        assert_eq!(number("67.3000").shown(1), "67.3");
        assert_eq!(number("100.0").shown(1), "100");
    }

    #[test]
    fn few_digits_are_written_like_many() {
        for text in [
            "0",
            "-0",
            "-0.004",
            "0.005",
            "-0.005",
            "7",
            "-7.10",
            "1.999",
            "12.345",
            "-12.345",
            "100.00",
            "999999999999999.999999999",
        ] {
            for places in [0, 1, 2, 9] {
                let number = Number::parse(text).expect("a plain decimal");
                assert_eq!(number.shown(places), number.rounded(places).normalized().to_string(), "{text} to {places}");
            }
        }
    }

    #[test]
    fn a_zero_divisor_gives_nothing() {
        assert_eq!(Number::ONE.divided_by(Number::ZERO), None);
    }
}
