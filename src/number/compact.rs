//! A number kept small.

use std::fmt;

use rust_decimal::Decimal;

use super::decimal::Number;

/// A [`Number`] or nothing, in twelve bytes: a ledger holds millions.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Compact([u32; 3]);

impl Compact {
    /// The digits have ninety bits, the places behind the point five, the sign one.
    const DIGITS: u32 = 90;
    /// What stands for the places where there is no number.
    const NOTHING: u32 = 31;

    /// Returns the number, if there is one.
    #[must_use]
    pub fn get(self) -> Option<Number> {
        let Self([low, middle, high]) = self;
        let (top, scale, is_negative) = (high & 0x03FF_FFFF, (high >> 26) & 31, high >> 31 == 1);
        (scale != Self::NOTHING)
            .then(|| Number(Decimal::from_parts(low, middle, top, is_negative, scale)))
    }

    /// Returns whether there is a number.
    #[must_use]
    pub fn is_some(self) -> bool {
        (self.0[2] >> 26) & 31 != Self::NOTHING
    }
}

impl From<Option<Number>> for Compact {
    /// A number that was read always fits. One with more digits than that is rounded behind the
    /// point until it does.
    fn from(number: Option<Number>) -> Self {
        let Some(Number(mut decimal)) = number else { return Self([0, 0, Self::NOTHING << 26]) };
        while decimal.mantissa().unsigned_abs() >> Self::DIGITS != 0 && decimal.scale() > 0 {
            decimal = decimal.round_dp(decimal.scale() - 1);
        }
        let parts = decimal.unpack();
        let sign = u32::from(parts.negative);
        Self([parts.lo, parts.mid, (parts.hi & 0x03FF_FFFF) | (parts.scale << 26) | (sign << 31)])
    }
}

impl fmt::Debug for Compact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.get(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_twelve_bytes_is_the_same_number() {
        assert_eq!(size_of::<Compact>(), 12);
        for text in [
            "0",
            "-0.004",
            "7.10",
            "-12",
            "999999999999999.999999999",
            "-999999999999999.999999999",
        ] {
            let number = Number::parse(text).expect("a plain decimal");
            for number in [number, number * Number::HUNDRED] {
                assert_eq!(
                    Compact::from(Some(number)).get().map(|n| n.to_string()),
                    Some(number.to_string()),
                    "{text}"
                );
            }
        }
        assert_eq!(Compact::from(None).get(), None);
        assert!(!Compact::from(None).is_some() && Compact::from(Some(Number::ZERO)).is_some());
    }
}
