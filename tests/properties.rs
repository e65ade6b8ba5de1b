//! What holds for every input, not only for the ones somebody thought of.
//!
//! What is printed can be read back, no text makes a reader panic, no address leaves the root, a pace is the same in whole numbers as in
//! decimals, and what is learnt later never changes what was known before. Each property names its own generators; the plan in memory at the
//! end serves those about assessment.

use std::ops::Range;
use std::sync::Arc;

use proptest::prelude::*;

use taizhang::assess::{assess_again, assess_plan, with_dependents};
use taizhang::date::{Date, days_after, parse_date};
use taizhang::language::Text;
use taizhang::model::index::{IndicatorIx, ItemIx, MilestoneIx, SectionIx};
use taizhang::model::indicator::{
    Aggregate, Batch, ExpectedPoint, Grace, Indicator, Measure, Override, ReportRule, Reporter, Schedule, Scope, Target,
};
use taizhang::model::item::Item;
use taizhang::model::ledger::{Ledger, Table};
use taizhang::model::milestone::{Milestone, MilestoneEvent};
use taizhang::model::observation::{Allocation, Flag, Knowledge, Observation};
use taizhang::model::period::{Cadence, Cut, Period, Span};
use taizhang::model::plan::{Bands, Plan, PlanText, RegionBands, RegionsPublic};
use taizhang::model::region::{Region, RegionIx};
use taizhang::model::remarks::RemarkIx;
use taizhang::model::status::StatusCode;
use taizhang::number::{Number, NumberFault};
use taizhang::output::SitePath;
use taizhang::phrase::{Ambition, Direction, Op, Reading, parse_phrase, tolerance_of};
use taizhang::render::address::relative_link;
use taizhang::source::{FileId, Place};

// Periods.

fn any_period() -> impl Strategy<Value = Period> {
    let span = prop_oneof![
        (1_u8..=12).prop_map(Span::Month),
        (1_u8..=4).prop_map(Span::Quarter),
        (1_u8..=2).prop_map(Span::Half),
        Just(Span::Year)
    ];
    (1900_i16..=2999, span).prop_map(|(year, span)| Period { year, span })
}

proptest! {
    #[test]
    fn a_period_is_read_back_as_it_is_printed(period in any_period()) {
        prop_assert_eq!(Period::parse(&period.to_string()), Some(period));
    }

    #[test]
    fn what_is_read_as_a_period_is_printed_alike(text in "[0-9]{3,5}(-[0-9QHqh]{0,3})?") {
        if let Some(period) = Period::parse(&text) {
            prop_assert_eq!(period.to_string(), text);
        }
    }

    #[test]
    fn cuts_are_in_the_order_of_their_last_days(a in any_period(), b in any_period()) {
        prop_assert_eq!(a.cut().cmp(&b.cut()), a.cut().last_day().cmp(&b.cut().last_day()));
        prop_assert_eq!(a.cut().plus_months(a.cut().months_until(b.cut())), b.cut());
        prop_assert_eq!(Cut::new(a.cut().year(), a.cut().month()), a.cut());
    }

    #[test]
    fn every_cadence_that_ends_with_a_month_ends_with_that_month(year in 1900_i16..=2999, month in 1_u8..=12) {
        let cut = Cut::new(year, month);
        for (_, cadence) in Cadence::WORDS {
            let period = cadence.period_ending(cut);
            prop_assert_eq!(period.is_some(), month % cadence.months() == 0);
            prop_assert!(period.is_none_or(|period| period.cut() == cut));
        }
    }

    #[test]
    fn the_time_gone_grows_from_none_to_all(start in 1_u8..=12, months in 1_i32..=36, at in -6_i32..=42) {
        let mut plan = empty_plan();
        plan.first = Cut::new(2022, start);
        plan.last = plan.first.plus_months(months - 1);
        let (gone, all) = plan.months_gone(plan.first.plus_months(at));
        prop_assert!((0..=all).contains(&gone));
        prop_assert!(gone <= plan.months_gone(plan.first.plus_months(at + 1)).0);
        prop_assert_eq!(gone == all, at >= months - 1);
        prop_assert_eq!(gone == 0, at < 0);
    }
}

// Numbers.

/// The text of a decimal, and the same as a whole number of thousand-millionths.
fn decimal_text() -> impl Strategy<Value = (String, i128)> {
    let whole = prop_oneof![0_i64..1, 0_i64..1000, 0_i64..1_000_000_000_000_000, 999_999_999_999_990_i64..1_000_000_000_000_000];
    let fraction = prop_oneof![0_i64..2, 0_i64..1_000_000_000, 999_999_990_i64..1_000_000_000];
    (any::<bool>(), whole, 0_usize..=9, fraction).prop_map(|(minus, whole, places, fraction)| {
        let digits = format!("{fraction:09}");
        let shown = if places == 0 { String::new() } else { format!(".{}", &digits[..places]) };
        let kept: i128 = format!("{}{}", &digits[..places], "0".repeat(9 - places)).parse().expect("digits");
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
        prop_assert!(number.to_string() == text || number == Number::ZERO, "{} became {}", text, number);
        prop_assert_eq!(Number::parse(&number.to_string()), Ok(number));
        prop_assert_eq!(Number::parse(&number.normalized().to_string()), Ok(number));
    }

    #[test]
    fn no_text_makes_the_number_reader_panic(text in any::<String>(), plain in "[-+0-9０-９.,， eE_'x]{0,24}") {
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
    fn a_half_goes_away_from_zero(minus in any::<bool>(), kept in 0_i64..1_000_000_000, places in 0_usize..=8) {
        let sign = if minus { "-" } else { "" };
        let below = 10_i64.pow(u32::try_from(places).expect("a digit"));
        let text = |n: i64, end: &str| format!("{sign}{}.{:0places$}{end}", n / below, n % below);
        // Without places there is no digit before the half.
        let half = if places == 0 { format!("{sign}{kept}.5") } else { text(kept, "5") };
        let up = if places == 0 { format!("{sign}{}", kept + 1) } else { text(kept + 1, "") };
        let rounded = Number::parse(&half).expect("a plain decimal").rounded(u32::try_from(places).expect("a digit"));
        prop_assert_eq!(rounded, Number::parse(&up).expect("a plain decimal"), "{} to {} places", half, places);
    }

    #[test]
    fn floor_and_ceil_enclose((text, exact) in decimal_text()) {
        let number = Number::parse(&text).expect("a plain decimal");
        let whole = |number: Number| number.to_whole().map(i128::from);
        prop_assert_eq!(whole(number.floor()), Some(exact.div_euclid(1_000_000_000)));
        prop_assert_eq!(whole(number.ceil()), Some(-(-exact).div_euclid(1_000_000_000)));
    }

    #[test]
    fn a_part_of_a_whole_is_between_none_and_all(part in 0_i64..1_000_000_000, rest in 1_i64..1_000_000_000) {
        let whole = Number::from(part + rest);
        let ratio = Number::from(part).divided_by(whole).expect("the whole is not zero");
        prop_assert!(ratio >= Number::ZERO && ratio < Number::ONE);
        prop_assert_eq!((ratio * whole).rounded(9), Number::from(part).rounded(9));
        let same = Number::from(part * 7).divided_by(whole * Number::from(7_i64)).expect("not zero either");
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
        prop_assert!(unit == "%" || tolerance * Number::from(5_i64) <= value, "{} {}: {}", value, unit, tolerance);
    }
}

// Phrases.

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
        prop_assert!(from <= start && start < end && end <= text.len(), "{:?} in {:?}", reading.span, text);
        prop_assert!(text.get(start..end).is_some(), "{:?} cuts a character of {:?}", reading.span, text);
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

fn check_read_back(op: Op, value: Number, upper: Option<Number>, unit: Option<&str>) -> Result<(), TestCaseError> {
    let Some(printed) = print_target(op, value, upper, unit.unwrap_or("")) else { return Ok(()) };
    let again = parse_phrase(&printed);
    prop_assert_eq!(again.len(), 1, "{} is read as {:?}", printed, again);
    let again = &again[0];
    prop_assert_eq!((again.op, again.value, again.upper, again.unit.as_deref()), (op, Some(value), upper, unit), "{}", printed);
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
        op in prop::sample::select(vec![Op::AtLeast, Op::MoreThan, Op::AtMost, Op::LessThan, Op::Range, Op::Approx]),
        tenths in 1_i64..10_000_000,
        more in 0_i64..1_000_000,
        unit in prop::sample::select("家 个 户 台 项 次 场 % 亿元 元 吨 平方公里 百分点 台(套)".split(' ').collect::<Vec<_>>()),
    ) {
        let tenth = |n: i64| Number::from(n).divided_by(Number::from(10_i64)).expect("ten is not zero").normalized();
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

/// Parts of paths, good and bad.
fn segment() -> impl Strategy<Value = String> {
    let odd = vec!["..", ".", "", "...", "页面", "index.html", "c:", "a\\b", "..\\..", "a\0", "%2e%2e", "~", "a."];
    prop_oneof![
        4 => "[a-z0-9_-]{1,6}",
        1 => "\\PC{0,4}",
        1 => any::<String>().prop_map(|text| text.chars().take(4).collect()),
        2 => prop::sample::select(odd).prop_map(String::from),
    ]
}

fn folder() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["2023", "items", "01", "en", "data", "a", "b", "index.html", "页面"])
}

/// The folders two pages may have in common.
fn way() -> impl Strategy<Value = String> {
    prop::collection::vec(folder(), 0..4).prop_map(|folders| folders.into_iter().flat_map(|folder| [folder, "/"]).collect())
}

fn good_path() -> impl Strategy<Value = String> {
    let file = prop::sample::select(vec!["index.html", "data.csv", "404.html", "myindex.html", "feed.xml"]);
    (prop::collection::vec(folder(), 0..5), file)
        .prop_map(|(folders, file)| folders.into_iter().chain([file]).collect::<Vec<_>>().join("/"))
}

/// Goes from a page along a link, as a browser does.
fn follow(from: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    if link.ends_with('/') {
        parts.push("index.html");
    }
    Some(parts.join("/"))
}

proptest! {
    #[test]
    fn a_site_path_never_leaves_the_root(segments in prop::collection::vec(segment(), 0..6), slash in any::<bool>()) {
        let text = format!("{}{}", if slash { "/" } else { "" }, segments.join("/"));
        let Ok(path) = SitePath::new(text.clone()) else { return Ok(()) };
        prop_assert_eq!(path.as_str(), &text);
        let is_plain = |part: std::path::Component<'_>| matches!(part, std::path::Component::Normal(_));
        prop_assert!(std::path::Path::new(&text).components().all(is_plain), "{:?}", text);
        prop_assert_eq!(std::path::Path::new(&text).components().count(), text.split('/').count(), "{:?}", text);
        // The other separator and the drives of other systems.
        prop_assert!(!text.contains(['\\', ':', '\0']) && !text.split('/').any(|part| part.ends_with('.')), "{:?}", text);
    }

    #[test]
    fn plain_paths_are_taken(path in good_path()) {
        prop_assert!(SitePath::new(path).is_ok());
    }

    #[test]
    fn a_link_leads_to_its_target(way in way(), from in good_path(), to in good_path(), names_files in any::<bool>()) {
        let [from, to] = [from, to].map(|path| format!("{way}{path}"));
        let link = relative_link(&from, &to, names_files);
        prop_assert_eq!(follow(&from, &link), Some(to.clone()), "{} -> {} by {}", from, to, link);
        prop_assert!(!link.is_empty() && !link.starts_with('/'));
        prop_assert!(names_files || link.split('/').next_back().is_none_or(|file| file != "index.html"), "{}", link);
    }
}

// Assessment.

/// Says where a pace stands without a single division: everything is multiplied by twelve times the target.
fn pace_in_whole_numbers(actual: i64, target: i64, month: i64) -> StatusCode {
    let gap = i128::from(actual) * 1200 - i128::from(target) * i128::from(month) * 100;
    let points = |edge: i128| edge * i128::from(target) * 12;
    if actual >= target {
        StatusCode::Done
    } else if gap >= points(5) {
        StatusCode::Ahead
    } else if gap >= points(0) {
        StatusCode::OnTrack
    } else if gap >= points(-10) {
        StatusCode::SlightlyBehind
    } else if gap >= points(-30) {
        StatusCode::Behind
    } else {
        StatusCode::FarBehind
    }
}

/// From worst to best, as far as one figure of the year can go.
fn goodness(code: StatusCode) -> usize {
    let order = [
        StatusCode::FarBehind,
        StatusCode::Behind,
        StatusCode::SlightlyBehind,
        StatusCode::OnTrack,
        StatusCode::Ahead,
        StatusCode::Done,
    ];
    order.iter().position(|known| *known == code).expect("a pace before the year is over")
}

fn code_of_count(actual: Number, target: Number, month: u8) -> StatusCode {
    let mut plan = empty_plan();
    plan.indicators = vec![indicator(Measure::Count, target)];
    let period = Period { year: 2023, span: Span::Month(month) };
    plan.ledger = ledger(&[row(None, period, Some(actual), None, period.cut().last_day())]);
    assess_plan(&plan, &[], Knowledge::on(day("2024-12-31"))).indicators[0].status.code
}

proptest! {
    #[test]
    fn a_pace_is_the_same_in_whole_numbers(target in 20_i64..2000, month in 1_u8..=11, actual in 0_i64..2200) {
        let expected = pace_in_whole_numbers(actual, target, i64::from(month));
        prop_assert_eq!(code_of_count(actual.into(), target.into(), month), expected);
    }

    #[test]
    fn an_edge_of_a_band_is_met_exactly(
        sixties in 1_i64..2000,
        month in 1_u8..=11,
        edge in prop::sample::select(vec![5_i64, 0, -10, -30]),
    ) {
        // A target that sixty divides has whole numbers on its edges.
        let target = sixties * 60;
        let at_edge = target * i64::from(month) / 12 + target / 20 * (edge / 5);
        for actual in [at_edge - 1, at_edge, at_edge + 1].into_iter().filter(|actual| *actual >= 0) {
            let expected = pace_in_whole_numbers(actual, target, i64::from(month));
            prop_assert_eq!(code_of_count(actual.into(), target.into(), month), expected, "{} of {}", actual, target);
        }
    }

    #[test]
    fn more_is_never_worse(target in 1_i64..300, month in 1_u8..=11, actual in 0_i64..320) {
        let [less, more] = [actual, actual + 1].map(|actual| goodness(code_of_count(actual.into(), target.into(), month)));
        prop_assert!(less <= more);
    }

    #[test]
    fn figures_of_any_size_are_judged(
        (figure, _) in decimal_text(),
        (target, _) in decimal_text(),
        (base, _) in decimal_text(),
        kind in 0_usize..6,
        level in any::<bool>(),
        month in 1_u8..=12,
    ) {
        let read = |text: &str| Number::parse(text).expect("a plain decimal");
        let mut plan = empty_plan();
        let mut one = indicator(Measure::WORDS[kind].1, read(&target));
        one.schedule = if level { Schedule::Level } else { Schedule::Linear };
        one.baseline = (kind % 2 == 0).then(|| read(&base));
        plan.indicators = vec![one];
        let period = Period { year: 2023, span: Span::Month(month) };
        plan.ledger = ledger(&[row(None, period, Some(read(&figure)), None, period.cut().last_day())]);
        prop_assert_eq!(assess_plan(&plan, &[], Knowledge::on(day("2024-12-31"))).indicators.len(), 1);
    }

    #[test]
    fn what_is_learnt_later_changes_nothing_before(
        known in history(1..30, true),
        later in history(0..30, false),
        kind in kind(),
        with_regions in any::<bool>(),
    ) {
        let as_of = day(AS_OF);
        let before = plan_of(kind, with_regions, &known, &[]);
        let after = plan_of(kind, with_regions, &known, &later);
        for knowledge in [Knowledge::on(as_of), Knowledge { as_of, until: Some(Cut::new(2023, 4)) }] {
            let [before, after] = [&before, &after].map(|plan| assess_plan(plan, &regions(), knowledge));
            prop_assert_eq!(&before.indicators, &after.indicators);
            prop_assert_eq!(&before.milestones, &after.milestones);
            prop_assert_eq!(&before.items, &after.items);
            prop_assert_eq!(&before.counts, &after.counts);
            prop_assert_eq!(before.latest, after.latest);
        }
    }

    #[test]
    fn the_order_of_rows_changes_nothing(
        known in history(1..30, true),
        kind in kind(),
        with_regions in any::<bool>(),
        turn in 0_usize..30,
    ) {
        let mut turned = known.clone();
        turned.rotate_left(turn % known.len());
        let [a, b] = [&known, &turned].map(|events| {
            let plan = plan_of(kind, with_regions, events, &[]);
            assess_plan(&plan, &regions(), Knowledge::on(day(AS_OF)))
        });
        prop_assert_eq!(a.indicators, b.indicators);
        prop_assert_eq!(a.milestones, b.milestones);
    }

    #[test]
    fn the_headline_counts_each_target_once(known in history(1..30, true), kind in kind(), with_regions in any::<bool>()) {
        let plan = plan_of(kind, with_regions, &known, &[]);
        let assessment = assess_plan(&plan, &regions(), Knowledge::on(day(AS_OF)));
        let counts = &assessment.counts.indicators;
        prop_assert_eq!(counts.total() + counts.others.values().sum::<usize>(), 1);
        prop_assert_eq!(assessment.items[0].targets(), 1);
    }

    /// Of three indicators one is the share of the two others; one of two tables comes to read otherwise.
    #[test]
    fn a_plan_assessed_again_is_assessed_in_whole(
        stays in prop::collection::vec(figure_of_three(), 0..12),
        before in prop::collection::vec(figure_of_three(), 0..12),
        after in prop::collection::vec(figure_of_three(), 0..12),
        is_level in any::<bool>(),
    ) {
        let table = |file: u32, rows: &[Observation]| {
            let rows: Vec<_> = (1..).zip(rows).map(|(line, row)| Observation { place: Place { file: FileId(file), line, column: 1 }, ..*row }).collect();
            Table::new(FileId(file), &rows, Arc::default())
        };
        let mut plan = plan_of(if is_level { 4 } else { 0 }, true, &[], &[]);
        plan.indicators = vec![plan.indicators[0].clone(); 3];
        (plan.indicators[0].numerator, plan.indicators[0].denominator) = (Some(IndicatorIx(1)), Some(IndicatorIx(2)));
        plan.items[0].indicators = (0..3).map(IndicatorIx).collect();
        plan.ledger = Ledger::new(vec![table(0, &stays), table(1, &before)]);
        let known = Knowledge::on(day(AS_OF));
        let first = assess_plan(&plan, &regions(), known);
        let before = plan.clone();
        plan.ledger = plan.ledger.with_table(&table(1, &after));
        let touched = plan.differences(&before).expect("only figures differ");
        let again = assess_again(&plan, &regions(), &first, &with_dependents(&plan, &touched));
        let whole = assess_plan(&plan, &regions(), known);
        prop_assert_eq!(again.has_begun, whole.has_begun);
        prop_assert_eq!(again.latest, whole.latest);
        prop_assert_eq!(again.counts, whole.counts);
        prop_assert_eq!(again.indicators, whole.indicators);
        prop_assert_eq!(again.items, whole.items);
        prop_assert_eq!(again.milestones, whole.milestones);
    }
}

fn figure_of_three() -> impl Strategy<Value = Observation> {
    (0_u32..3, prop::option::weighted(0.6, 0_u16..4), 1_u8..=6, 0_i64..200, 0_u32..300).prop_map(
        |(ix, region, month, value, days)| {
            let period = Period { year: 2023, span: Span::Month(month) };
            let recorded = days_after(day("2023-01-01"), days);
            Observation {
                indicator: IndicatorIx(ix),
                ..row(region.map(nth_region), period, Some(Number::from(value)), None, recorded)
            }
        },
    )
}

/// The day of knowledge of the properties about time.
const AS_OF: &str = "2023-07-25";

/// One thing that came to be known.
#[derive(Clone, Debug)]
struct Event {
    what: What,
    recorded: Date,
    /// Two rows of one day about one thing contradict each other; the number keeps them apart as their lines do.
    line: u32,
}

#[derive(Clone, Debug)]
enum What {
    Figure { region: Option<u16>, month: u8, value: i64, flag: Option<Flag> },
    Share { region: u16, value: i64 },
    Step { is_done: bool, days: u32 },
    List,
    Decision(StatusCode),
}

/// What came to be known up to the day of knowledge, or only after it. A plan that has begun reporting has at least one row, so the first
/// event before the day is always a figure.
fn history(count: Range<usize>, is_known: bool) -> impl Strategy<Value = Vec<Event>> {
    let flag = prop::option::weighted(0.3, prop::sample::select(Flag::LETTERS.map(|(_, flag)| flag).to_vec()));
    let figure = (prop::option::weighted(0.6, 0_u16..4), 1_u8..=12, 0_i64..200, flag)
        .prop_map(|(region, month, value, flag)| What::Figure { region, month, value, flag });
    let what = prop_oneof![
        8 => figure.clone(),
        2 => (0_u16..4, 0_i64..100).prop_map(|(region, value)| What::Share { region, value }),
        1 => (any::<bool>(), 0_u32..365).prop_map(|(is_done, days)| What::Step { is_done, days }),
        1 => Just(What::List),
        1 => prop::sample::select(StatusCode::WORDS.map(|(_, code)| code).to_vec()).prop_map(What::Decision),
    ];
    let days = if is_known { 0_u32..206 } else { 206_u32..500 };
    let first_line = if is_known { 1 } else { 1000 };
    (figure, prop::collection::vec((what, days.clone()), count), days).prop_map(move |(figure, events, day_of_first)| {
        let first = is_known.then_some((figure, day_of_first));
        let start = day("2023-01-01");
        (first_line..)
            .zip(first.into_iter().chain(events))
            .map(|(line, (what, days))| Event { what, recorded: days_after(start, days), line })
            .collect()
    })
}

/// How the target is compared: enough for every rule.
fn kind() -> impl Strategy<Value = usize> {
    0_usize..8
}

fn plan_of(kind: usize, with_regions: bool, known: &[Event], later: &[Event]) -> Plan {
    let mut plan = empty_plan();
    let measure = [
        Measure::Count,
        Measure::Count,
        Measure::Count,
        Measure::Growth,
        Measure::Stock,
        Measure::Event,
        Measure::Count,
        Measure::Flag,
    ];
    let mut one = indicator(measure[kind], Number::from(if kind == 1 { 12_i64 } else { 150 }));
    if let Some(target) = one.target.as_mut() {
        match kind {
            2 => target.op = Op::MoreThan,
            5 => (target.per, target.value) = (Some(Cadence::Quarter), Some(Number::ONE)),
            7 => (target.op, target.value) = (Op::Flag, None),
            _ => {}
        }
    }
    one.schedule = match kind {
        2 => Schedule::Expected(vec![node(4, 40), node(12, 150)]),
        3 | 4 => Schedule::Level,
        6 => Schedule::Batch(Vec::new()),
        7 => Schedule::None,
        _ => Schedule::Linear,
    };
    one.scope = if with_regions && kind == 1 { Scope::EachRegion } else { Scope::Plan };
    if with_regions {
        one.regions = (0..4).map(nth_region).collect();
        one.reporter = Some(Reporter::Regions);
    }
    one.report = Some(ReportRule { every: Cadence::Month, grace: Grace::USUAL, skip: Vec::new() });
    plan.milestones =
        vec![Milestone { id: "step".into(), item: ItemIx(0), title: Text::default(), due: day("2023-06-30"), place: place(0) }];
    plan.items[0].milestones = vec![MilestoneIx(0)];
    let mut rows = Vec::new();
    for event in known.iter().chain(later) {
        let recorded = event.recorded;
        match event.what {
            What::Figure { region, month, value, flag } => {
                let region = region.filter(|_| with_regions).map(nth_region);
                let value = (!flag.is_some_and(Flag::replaces_value)).then(|| Number::from(value));
                let period = Period { year: 2023, span: Span::Month(month) };
                rows.push(Observation { place: place(event.line), ..row(region, period, value, flag, recorded) });
            }
            What::Share { region, value } => plan.allocations.push(Allocation {
                indicator: IndicatorIx(0),
                region: nth_region(region),
                target: Number::from(value),
                recorded,
                source: String::new(),
                note: String::new(),
                place: place(event.line),
            }),
            What::Step { is_done, days } => {
                let when = Some(days_after(day("2023-01-01"), days));
                let (due, done) = if is_done { (None, when) } else { (when, None) };
                plan.milestone_events.push(MilestoneEvent {
                    milestone: MilestoneIx(0),
                    due,
                    done,
                    recorded,
                    source: String::new(),
                    note: String::new(),
                    place: place(event.line),
                });
            }
            What::List | What::Decision(_) => {}
        }
    }
    // The list is planned from the beginning; what comes to be known is the day it was published. An office decides once.
    let first = |wanted: fn(&What) -> bool| {
        let events = known.iter().chain(later).filter(move |event| wanted(&event.what));
        events.min_by_key(|event| (event.recorded, event.line))
    };
    let published = first(|what| matches!(what, What::List)).map(|event| event.recorded);
    if let Some(Event { what: What::Decision(status), recorded, line }) = first(|what| matches!(what, What::Decision(_))) {
        one.override_by_hand = Some(Override {
            period: Period { year: 2023, span: Span::Month(9) },
            status: *status,
            author: String::new(),
            date: *recorded,
            reason: Text::default(),
            place: place(*line),
        });
    }
    if kind == 6 {
        one.schedule = Schedule::Batch(vec![Batch { expected: None, published, notice: None }]);
    }
    plan.allocations.sort_by_key(|row| (row.indicator, row.region, row.recorded, row.place));
    plan.milestone_events.sort_by_key(|row| (row.milestone, row.recorded, row.place));
    plan.indicators = vec![one];
    plan.ledger = ledger(&rows);
    plan
}

fn node(month: u8, value: i64) -> ExpectedPoint {
    ExpectedPoint { period: Period { year: 2023, span: Span::Month(month) }, value: Number::from(value) }
}

fn nth_region(row: u16) -> RegionIx {
    RegionIx::of_row(row.into()).expect("there are few")
}

fn row(region: Option<RegionIx>, period: Period, value: Option<Number>, flag: Option<Flag>, recorded: Date) -> Observation {
    Observation {
        figure: value.into(),
        indicator: IndicatorIx(0),
        region,
        period,
        recorded,
        flag,
        revision: None,
        remark: RemarkIx::default(),
        place: place(1),
    }
}

fn ledger(rows: &[Observation]) -> Ledger {
    Ledger::new(vec![Table::new(FileId(0), rows, Arc::default())])
}

fn indicator(measure: Measure, value: Number) -> Indicator {
    Indicator {
        id: "question".into(),
        item: ItemIx(0),
        name: Text::default(),
        unit: Text::new("家"),
        target: Some(Target {
            phrase: String::new(),
            op: Op::AtLeast,
            value: Some(value),
            upper: None,
            tolerance: None,
            ambition: Ambition::Expected,
            per: None,
            direction: Direction::Higher,
            place: place(0),
        }),
        measure,
        aggregate: if matches!(measure, Measure::Count | Measure::Event) { Aggregate::Sum } else { Aggregate::None },
        scope: Scope::Plan,
        regions: Vec::new(),
        schedule: Schedule::Linear,
        baseline: None,
        reporter: None,
        authority: None,
        nature: None,
        report: None,
        exemption: None,
        numerator: None,
        denominator: None,
        source: None,
        method: None,
        override_by_hand: None,
        bands: None,
        place: place(0),
    }
}

/// Four regions, the last of them inside the first.
fn regions() -> Vec<Region> {
    (0_u16..4)
        .map(|ix| Region {
            id: ix.to_string(),
            name: String::new(),
            short_name: String::new(),
            kind: "county".into(),
            group: String::new(),
            parent: (ix == 3).then_some(nth_region(0)),
            is_included: ix == 3,
            place: place(0),
        })
        .collect()
}

fn empty_plan() -> Plan {
    PlanText {
        id: "2023".into(),
        title: Text::default(),
        issuer: Text::default(),
        issued: None,
        document_number: None,
        source: None,
        first: Cut::new(2023, 1),
        last: Cut::new(2023, 12),
        reviews: Vec::new(),
        as_of: None,
        publishes_overdue: false,
        regions_public: RegionsPublic::Status,
        sections: Vec::new(),
        bands: Bands::default_for_pace(),
        level_bands: Bands::default_for_level(),
        region_bands: RegionBands::default(),
        calendar: Arc::default(),
        editions: Vec::new(),
        scoring: None,
        revisions: Vec::new(),
        releases: Vec::new(),
        introduction: Text::default(),
        items: vec![Item {
            number: 1,
            title: Text::default(),
            section: SectionIx(0),
            departments: Vec::new(),
            regions: Vec::new(),
            indicators: vec![IndicatorIx(0)],
            milestones: Vec::new(),
            tasks: Vec::new(),
            body: Text::default(),
            place: place(0),
        }],
        indicators: Vec::new(),
        milestones: Vec::new(),
        milestone_events: Vec::new(),
        allocations: Vec::new(),
        updates: Vec::new(),
        place: place(0),
    }
    .into()
}

fn day(text: &str) -> Date {
    parse_date(text).expect("a day")
}

fn place(line: u32) -> Place {
    Place { file: FileId(0), line, column: 1 }
}
