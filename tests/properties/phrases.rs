//! The reader of target phrases.

use std::ops::Range;

use proptest::prelude::*;

use taizhang::number::Number;
use taizhang::phrase::{Op, Reading, parse_phrase};

// Periods.

/// Pieces of plans, in any order: much of it is nonsense, all of it has to be read.
fn plan_like_text() -> impl Strategy<Value = String> {
    let pieces = vec![
        "力争",
        "争取",
        "确保",
        "争创",
        "新增",
        "达到",
        "不少于",
        "超",
        "突破",
        "控制在",
        "约",
        "每月",
        "每季度",
        "每半年",
        "一年",
        "前",
        "翻",
        "番",
        "零突破",
        "全覆盖",
        "增长",
        "下降",
        "5",
        "15",
        "１５",
        "1,500",
        "2万",
        "3.5",
        "十五",
        "两",
        "三五",
        "百",
        "千亿",
        "2023",
        "0",
        "-",
        "—",
        "~",
        "至",
        "家",
        "个",
        "%",
        "％",
        "个百分点",
        "亿元",
        "万户",
        "次",
        "场",
        "台(套)",
        "/",
        "月",
        "级",
        "以上",
        "以内",
        "左右",
        "余",
        "多",
        "，",
        "。",
        "；",
        "\n",
        " ",
        "“",
        "”",
        "（",
        "）",
        "151",
        "工程",
        "企业",
        "去年",
        "截至",
        "占地",
        "👍",
        "\u{301}",
        "é",
        "\u{3000}",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..14).prop_map(|pieces| pieces.concat())
}

fn check_spans(text: &str, readings: &[Reading]) -> Result<(), TestCaseError> {
    let mut from = 0;
    for reading in readings {
        let Range { start, end } = reading.span;
        prop_assert!(
            from <= start && start < end && end <= text.len(),
            "{:?} in {:?}",
            reading.span,
            text
        );
        prop_assert!(
            text.get(start..end).is_some(),
            "{:?} cuts a character of {:?}",
            reading.span,
            text
        );
        from = end;
        if let (Some(value), Some(upper)) = (reading.value, reading.upper) {
            prop_assert!(value <= upper && reading.op == Op::Range, "{:?}", reading);
        }
        prop_assert_eq!(reading.tolerance.is_some(), reading.op == Op::Approx);
    }
    Ok(())
}

/// Writes a target as a plan would.
fn print_target(op: Op, value: Number, upper: Option<Number>, unit: &str) -> Option<String> {
    Some(match op {
        Op::AtLeast => format!("不少于{value}{unit}"),
        Op::MoreThan => format!("超过{value}{unit}"),
        Op::AtMost => format!("不超过{value}{unit}"),
        Op::LessThan => format!("低于{value}{unit}"),
        Op::Range => format!("{value}-{}{unit}", upper?),
        Op::Approx => format!("{value}{unit}左右"),
        Op::Coverage => "全覆盖".to_string(),
        Op::Rank => format!("前{value}{unit}"),
        Op::Flag => return None,
    })
}

fn check_read_back(
    op: Op,
    value: Number,
    upper: Option<Number>,
    unit: Option<&str>,
) -> Result<(), TestCaseError> {
    let Some(printed) = print_target(op, value, upper, unit.unwrap_or("")) else { return Ok(()) };
    let reparsed = parse_phrase(&printed);
    prop_assert_eq!(reparsed.len(), 1, "{} is read as {:?}", printed, reparsed);
    let reparsed = &reparsed[0];
    prop_assert_eq!(
        (reparsed.op, reparsed.value, reparsed.upper, reparsed.unit.as_deref()),
        (op, Some(value), upper, unit),
        "{}",
        printed
    );
    Ok(())
}

proptest! {
    #[test]
    fn no_text_makes_the_phrase_reader_panic(text in any::<String>(), wild in "\\PC{0,40}") {
        check_spans(&text, &parse_phrase(&text))?;
        check_spans(&wild, &parse_phrase(&wild))?;
    }

    #[test]
    fn no_plan_makes_the_phrase_reader_panic(text in plan_like_text()) {
        check_spans(&text, &parse_phrase(&text))?;
    }

    #[test]
    fn a_printed_target_reads_the_same(
        op in prop::sample::select(vec![Op::AtLeast, Op::MoreThan, Op::AtMost, Op::LessThan,
            Op::Range, Op::Approx]),
        tenths in 1_i64..10_000_000,
        more in 0_i64..1_000_000,
        unit in prop::sample::select("家 个 户 台 项 次 场 % 亿元 元 吨 平方公里 百分点 \
            台(套)".split(' ').collect::<Vec<_>>()),
    ) {
        let tenth = |n: i64| Number::from(n).divided_by(Number::from(10_i64)).expect("ten is not \
            zero").normalized();
        let upper = (op == Op::Range).then(|| tenth(tenths + more));
        check_read_back(op, tenth(tenths), upper, Some(unit))?;
    }

    #[test]
    fn what_was_read_in_a_text_reads_the_same_by_itself(text in plan_like_text()) {
        for reading in parse_phrase(&text) {
            let Some(value) = reading.value else { continue };
            // Nothing is more than an empty promise: 不少于0家 is read as a ceiling.
            // A fall is printed as 下降, which is not said here.
            if value <= Number::ZERO {
                continue;
            }
            check_read_back(reading.op, value, reading.upper, reading.unit.as_deref())?;
        }
    }
}

// Addresses.
