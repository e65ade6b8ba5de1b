//! One exact decimal: read, worked with, rounded and printed.
//!
//! Exponents (`1e3`) are refused, so that a figure reads the same to everybody.

use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::digits::write_small;
use super::fault::NumberFault;

/// Holds one exact decimal, with the digits behind the point as they were typed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Number(pub(super) Decimal);

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

    /// Returns the quotient, or nothing when `by` is zero or the quotient is beyond all numbers.
    #[must_use]
    pub fn divided_by(self, by: Self) -> Option<Self> {
        self.0.checked_div(by.0).map(Self)
    }

    /// Rounds half up (away from zero) to `places` digits behind the point.
    #[must_use]
    pub fn rounded(self, places: u32) -> Self {
        Self(self.0.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero))
    }

    /// Rounds down to `places` digits behind the point.
    #[must_use]
    pub fn rounded_down(self, places: u32) -> Self {
        Self(self.0.round_dp_with_strategy(places, RoundingStrategy::ToNegativeInfinity))
    }

    /// Rounds up to `places` digits behind the point.
    #[must_use]
    pub fn rounded_up(self, places: u32) -> Self {
        Self(self.0.round_dp_with_strategy(places, RoundingStrategy::ToPositiveInfinity))
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

    /// Writes what [`shown`](Self::shown) says behind a text. A large table is made of nothing
    /// else.
    pub fn write_shown(self, out: &mut String, places: u32) {
        match self.as_small(places) {
            Some((whole, scale)) => write_small(out, whole, scale),
            None => out.push_str(&self.rounded(places).normalized().to_string()),
        }
    }

    /// Returns this rounded to at most `places` digits, as digits and how many of them stand behind
    /// the point; nothing for more digits than figures ever have.
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

    /// Returns the number as it is placed on paper. Only drawing may use this; a verdict never
    /// does.
    #[must_use]
    pub fn to_drawing(self) -> f64 {
        // Digits that a double holds exactly, over a power of ten that it holds exactly, are the
        // nearest double.
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

    /// Returns whether it can be written with so many places behind the point.
    #[must_use]
    pub fn fits_places(self, places: u32) -> bool {
        // Most figures were written with few; only a long one need be rounded to be sure.
        self.0.scale() <= places || self.rounded(places) == self
    }

    /// Returns whether this is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self < Self::ZERO
    }
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
    } else if bare.chars().any(|c| c.is_ascii_digit())
        && bare.chars().any(|c| c == '%' || (c.is_alphabetic() && !c.is_ascii()))
    {
        NumberFault::WithWords
    } else {
        NumberFault::NotANumber
    }
}

/// Returns whether a number is all that is left without spaces around it and signs nobody sees.
fn is_number_behind_the_unseen(text: &str) -> bool {
    let unseen = |c: char| {
        c.is_whitespace()
            || matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
    };
    let seen: String = text.chars().filter(|c| !unseen(*c)).collect();
    seen != text && Number::parse(&seen).is_ok()
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
                assert_eq!(
                    number.shown(places),
                    number.rounded(places).normalized().to_string(),
                    "{text} to {places}"
                );
            }
        }
    }

    #[test]
    fn a_zero_divisor_gives_nothing() {
        assert_eq!(Number::ONE.divided_by(Number::ZERO), None);
    }
}
