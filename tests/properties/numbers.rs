//! Exact decimals.

use proptest::prelude::*;

use taizhang::number::{Number, NumberFault};
use taizhang::phrase::tolerance_of;

// Periods.

/// The text of a decimal, and the same as a whole number of thousand-millionths.
pub(super) fn decimal_text() -> impl Strategy<Value = (String, i128)> {
    let whole = prop_oneof![
        0_i64..1,
        0_i64..1000,
        0_i64..1_000_000_000_000_000,
        999_999_999_999_990_i64..1_000_000_000_000_000
    ];
    let fraction = prop_oneof![0_i64..2, 0_i64..1_000_000_000, 999_999_990_i64..1_000_000_000];
    (any::<bool>(), whole, 0_usize..=9, fraction).prop_map(|(minus, whole, places, fraction)| {
        let digits = format!("{fraction:09}");
        let shown = if places == 0 { String::new() } else { format!(".{}", &digits[..places]) };
        let kept: i128 =
            format!("{}{}", &digits[..places], "0".repeat(9 - places)).parse().expect("digits");
        let size = i128::from(whole) * 1_000_000_000 + kept;
        let sign = if minus { "-" } else { "" };
        (format!("{sign}{whole}{shown}"), if minus { -size } else { size })
    })
}

proptest! {
    #[test]
    fn a_number_keeps_its_digits((text, _) in decimal_text()) {
        let number = Number::parse(&text).expect("a plain decimal");
        // Only the sign of nothing is lost.
        prop_assert!(number.to_string() == text || number == Number::ZERO, "{} became \
            {}", text, number);
        prop_assert_eq!(Number::parse(&number.to_string()), Ok(number));
        prop_assert_eq!(Number::parse(&number.normalized().to_string()), Ok(number));
    }

    #[test]
    fn no_text_makes_the_number_reader_panic(text in any::<String>(), plain in "[-+0-9０-９.,， \
        eE_'x]{0,24}") {
        for text in [text, plain] {
            if let Ok(number) = Number::parse(&text) {
                prop_assert_eq!(Number::parse(&number.to_string()), Ok(number));
            }
        }
    }

    #[test]
    fn too_many_digits_are_told(digits in "[1-9][0-9]{15,40}", fraction in "[0-9]{10,40}") {
        prop_assert_eq!(Number::parse(&digits), Err(NumberFault::TooLong));
        prop_assert_eq!(Number::parse(&format!("1.{fraction}")), Err(NumberFault::TooLong));
    }

    #[test]
    fn rounding_is_half_up((text, exact) in decimal_text(), places in 0_u32..=8) {
        let rounded = Number::parse(&text).expect("a plain decimal").rounded(places);
        let step = 10_i128.pow(9 - places);
        let expected = exact.signum() * ((exact.abs() + step / 2) / step) * step;
        let scaled = rounded.to_string();
        let (whole, fraction) = scaled.split_once('.').unwrap_or((&scaled, ""));
        let digits: i128 = format!("{whole}{fraction:0<9}").parse().expect("digits");
        prop_assert_eq!(digits, expected, "{} to {} places gave {}", text, places, scaled);
    }

    #[test]
    fn a_half_goes_away_from_zero(minus in any::<bool>(), kept in 0_i64..1_000_000_000,
        places in 0_usize..=8) {
        let sign = if minus { "-" } else { "" };
        let below = 10_i64.pow(u32::try_from(places).expect("a digit"));
        let text = |n: i64, end: &str| format!("{sign}{}.{:0places$}{end}", n / below, n % below);
        // Without places there is no digit before the half.
        let half = if places == 0 { format!("{sign}{kept}.5") } else { text(kept, "5") };
        let up = if places == 0 { format!("{sign}{}", kept + 1) } else { text(kept + 1, "") };
        let rounded = Number::parse(&half).expect("a plain \
            decimal").rounded(u32::try_from(places).expect("a digit"));
        prop_assert_eq!(rounded, Number::parse(&up).expect("a plain decimal"), "{} to {} \
            places", half, places);
    }

    #[test]
    fn floor_and_ceil_enclose((text, exact) in decimal_text()) {
        let number = Number::parse(&text).expect("a plain decimal");
        let whole = |number: Number| number.to_whole().map(i128::from);
        prop_assert_eq!(whole(number.floor()), Some(exact.div_euclid(1_000_000_000)));
        prop_assert_eq!(whole(number.ceil()), Some(-(-exact).div_euclid(1_000_000_000)));
    }

    #[test]
    fn a_part_of_a_whole_is_between_none_and_all(part in 0_i64..1_000_000_000,
        rest in 1_i64..1_000_000_000) {
        let whole = Number::from(part + rest);
        let ratio = Number::from(part).divided_by(whole).expect("the whole is not zero");
        prop_assert!(ratio >= Number::ZERO && ratio < Number::ONE);
        prop_assert_eq!((ratio * whole).rounded(9), Number::from(part).rounded(9));
        let same = Number::from(part * 7).divided_by(whole * Number::from(7_i64)).expect("not zero \
            either");
        prop_assert_eq!(ratio, same, "equal ratios are equal numbers");
        prop_assert_eq!(Number::from(part).divided_by(Number::ZERO), None);
    }

    #[test]
    fn the_tolerance_is_never_negative_nor_more_than_asked(
        value in (0_i64..1_000_000_000).prop_map(Number::from),
        unit in prop::sample::select(vec!["家", "%", "亿元", "台", "个", "?"]),
    ) {
        let tolerance = tolerance_of(value, Some(unit), false);
        prop_assert!(tolerance >= Number::ZERO);
        prop_assert!(unit == "%" || tolerance * Number::from(5_i64) <= value, "{} {}: \
            {}", value, unit, tolerance);
    }
}

// Phrases.
