//! Tests of what stands in `target.rs`.

use super::*;
use crate::source::FileId;

fn location() -> Location {
    Location { file: FileId(0), line: 1, column: 1 }
}

fn read(
    phrase: &str,
    measure: Measure,
    unit: &str,
    baseline: Option<i64>,
) -> Result<Target, &'static str> {
    let counted = Counted { measure, unit, baseline: baseline.map(Number::from) };
    let phrase = Located::new(phrase.to_string(), location());
    target_of_phrase(&phrase, counted, location()).map_err(|fault| fault.code)
}

#[test]
fn a_change_is_added_to_the_baseline() {
    let value = |phrase, measure, unit, baseline| {
        read(phrase, measure, unit, baseline)
            .map(|target| target.value.map(|value| value.to_string()))
    };
    assert_eq!(value("提高2个百分点", Measure::Share, "%", Some(60)), Ok(Some("62".into())));
    assert_eq!(value("下降2个百分点", Measure::Share, "%", Some(60)), Ok(Some("58".into())));
    assert_eq!(value("净增100家", Measure::Stock, "家", Some(330)), Ok(Some("430".into())));
    assert_eq!(value("净增100家", Measure::Count, "家", None), Ok(Some("100".into())));
    assert_eq!(value("提高2个百分点", Measure::Share, "%", None), Err("baseline"));
    assert_eq!(value("净增100家", Measure::Stock, "家", None), Err("baseline"));
    assert_eq!(value("缩小到2.3:1", Measure::Share, "比", None), Ok(Some("2.3".into())));
}

#[test]
fn amounts_in_tens_of_thousands_and_hundreds_of_millions_convert() {
    let value = |text: &str, unit: &str| {
        let target = read(text, Measure::Count, unit, None);
        target.map(|target| target.value.map(|value| value.normalized().to_string()))
    };
    assert_eq!(value("15亿元", "万元"), Ok(Some("150000".into())));
    assert_eq!(value("150000万元", "亿元"), Ok(Some("15".into())));
    assert_eq!(value("1.2亿元", "元"), Ok(Some("120000000".into())));
    assert_eq!(value("10亿", "亿元"), Ok(Some("10".into())));
    assert_eq!(value("15亿元", "家").err(), Some("target-unit"));
}

#[test]
fn a_target_that_says_nothing_is_refused() {
    assert_eq!(read("前0位", Measure::Stock, "位", None).err(), Some("target-phrase"));
    assert_eq!(read("前5位", Measure::Count, "位", None).err(), Some("target-phrase"));
    assert_eq!(read("前5位", Measure::Stock, "家", None).err(), Some("target-unit"));
    assert_eq!(read("前5位", Measure::Stock, "位", None).map(|target| target.op), Ok(Op::Rank));
    assert_eq!(read("下降3%", Measure::Count, "%", None).err(), Some("target-phrase"));
    assert_eq!(
        read("下降3%", Measure::Growth, "%", None).map(|target| target.direction),
        Ok(Direction::Lower)
    );
}
