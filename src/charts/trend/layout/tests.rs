//! Tests of what stands in `layout.rs`.

use super::*;
use crate::charts::style::Tone;
use crate::charts::testing::{caption, check, check_words_apart, number, points_of, word_boxes};
use crate::charts::trend::draw_trend;
use crate::charts::trend::figures::{PointMark, Projection, TrendPoint};

fn points(values: &[Option<&str>]) -> Vec<TrendPoint> {
    let point = |(index, value): (usize, &Option<&str>)| TrendPoint {
        month: index as u16 + 1,
        value: value.map(number),
        mark: if index + 1 == values.len() { PointMark::Provisional } else { PointMark::Final },
        revised_from: None,
        label: value.map_or(String::new(), |value| format!("{value} 家")),
        period_label: format!("2023年1—{}月", index + 1),
    };
    values.iter().enumerate().map(point).collect()
}

fn trend(values: &[Option<&str>]) -> Trend {
    Trend {
        points: points(values),
        pace: (1..=12).map(|month| (month, number("12.5") * number(&month.to_string()))).collect(),
        pace_label: "序时进度".to_string(),
        target: Some(number("150")),
        target_label: "目标 150 家左右".to_string(),
        last_month: 12,
        month_labels: [3, 6, 9, 12].map(|month| (month, format!("{month}月"))).to_vec(),
        missing_label: "未报送".to_string(),
        gap_months: Vec::new(),
        tone: Tone::Ahead,
        from_zero: true,
        projection: None,
    }
}

fn checked(trend: &Trend) -> String {
    let svg = draw_trend(trend, &caption()).into_string();
    check(&svg);
    check_words_apart(&svg);
    svg
}

fn year() -> Vec<Option<&'static str>> {
    ["9", "17", "30", "44", "71", "101", "107", "110", "118", "131", "140", "152"]
        .map(Some)
        .to_vec()
}

#[test]
fn a_year_is_small_and_says_everything() {
    let svg = checked(&trend(&year()));
    assert!(svg.len() < 4000, "{} bytes: {svg}", svg.len());
    let words: Vec<String> = word_boxes(&svg).into_iter().map(|(words, _)| words).collect();
    for word in ["152 家", "目标 150 家左右", "序时进度", "0", "3月", "12月"] {
        assert!(words.iter().any(|other| other == word), "{word} is missing in {words:?}");
    }
}

#[test]
fn a_missing_month_breaks_the_line_and_says_so_once() {
    let mut trend = trend(&[Some("9"), Some("17"), None, Some("40"), Some("50"), None]);
    trend.gap_months = vec![3, 6];
    let svg = checked(&trend);
    assert_eq!(svg.matches("未报送").count(), 1);
    assert_eq!(
        svg.split("class=\"cl\" d=\"").nth(1).map(|d| d
            .split('"')
            .next()
            .unwrap_or("")
            .matches(['M', 'm'])
            .count()),
        Some(2)
    );
    // The month may also be absent from the points.
    trend.points.remove(2);
    assert!(checked(&trend).contains("class=\"cg\""));
}

#[test]
fn revisions_show_the_old_figure() {
    let mut trend = trend(&year()[..6]);
    trend.points[4].revised_from = Some(number("90"));
    let svg = checked(&trend);
    assert!(svg.contains("class=\"cr\"") && svg.contains("class=\"co\""), "{svg}");
}

#[test]
fn every_shape_of_figures_is_drawn_inside() {
    let shapes: Vec<Vec<Option<&str>>> = vec![
        vec![],
        vec![None],
        vec![Some("101")],
        vec![None, None, Some("5")],
        vec![Some("0"); 6],
        vec![Some("-5"), Some("3"), Some("-8")],
        vec![Some("7"); 12],
        vec![Some("1"), Some("2"), Some("999999999999999"), Some("3")],
        vec![Some("150"); 12],
        vec![Some("0.000000001"), Some("0.000000002")],
        year(),
    ];
    for shape in &shapes {
        for from_zero in [false, true] {
            for (target, has_pace) in
                [(None, false), (Some("150"), true), (Some("0"), true), (Some("-2"), false)]
            {
                for is_stepped in [false, true] {
                    for (last_month, gap_months) in
                        [(12, vec![]), (6, vec![1, 2, 6]), (1, vec![1]), (12, vec![12, 11])]
                    {
                        let mut trend = Trend { from_zero, last_month, gap_months, ..trend(shape) };
                        trend.target = target.map(number);
                        if is_stepped {
                            trend.pace = stepped(&trend.pace);
                        }
                        if !has_pace {
                            trend.pace.clear();
                        }
                        checked(&trend);
                    }
                }
            }
        }
    }
}

#[test]
fn months_outside_the_year_and_strange_axes_do_no_harm() {
    let mut trend = trend(&year());
    trend.points[3].month = 0;
    trend.points[4].month = 255;
    trend.gap_months = vec![0, 13, 255];
    trend.pace.push((200, number("150")));
    trend.pace.insert(0, (0, number("0")));
    for last_month in [0, 1, 5, 12, 255] {
        checked(&Trend { last_month, ..trend.clone() });
    }
}

#[test]
fn long_words_are_cut_and_never_overlap() {
    let mut trend = trend(&year()[..6]);
    let long = "全市规模以上工业企业技术改造投资完成额占全部固定资产投资的比重".to_string();
    trend.target_label = long.clone();
    trend.pace_label = long.clone();
    trend.missing_label = long.clone();
    trend.gap_months = vec![7];
    trend.points[5].label = long.clone();
    trend.month_labels = (1..=12).map(|month| (month, format!("二〇二三年{month}月"))).collect();
    let svg = checked(&trend);
    assert!(svg.contains(&format!("<title>{long}</title>")), "{svg}");
}

#[test]
fn a_level_that_moves_little_does_not_start_at_zero() {
    let mut trend = trend(&[Some("91.2"), Some("91.5"), Some("92.4")]);
    (trend.from_zero, trend.target, trend.pace) = (false, Some(number("92")), Vec::new());
    let svg = checked(&trend);
    assert!(svg.contains(">91.2 家<") && !svg.contains(">0<"), "{svg}");
}
fn projected(values: &[Option<&str>], value: &str) -> Trend {
    Trend {
        projection: Some(Projection { value: number(value), label: format!("推算 {value} 家") }),
        ..trend(values)
    }
}

#[test]
fn a_projection_ends_in_a_mark_or_leaves_the_drawing() {
    for (value, is_cut) in [
        ("201", false),
        ("240", false),
        ("241", true),
        ("99999", true),
        ("-240", false),
        ("-9999", true),
    ] {
        let svg = checked(&projected(&year()[..6], value));
        assert_eq!(
            (svg.matches("class=\"cj\"").count(), svg.contains("class=\"ci\"")),
            (1, !is_cut),
            "{value} {svg}"
        );
        assert!(svg.contains(&format!("推算 {value} 家")), "{svg}");
    }
    let svg = checked(&projected(&year()[..6], "99999"));
    let way = svg
        .split("class=\"cj\" d=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("a line");
    assert_eq!(
        points_of(way).last().map(|(_, y)| *y),
        Some(PLOT_TOP),
        "it ends at the upper edge: {way}"
    );
}

#[test]
fn a_projection_survives_every_shape_and_ends_with_the_year() {
    assert!(!checked(&projected(&year(), "160")).contains("class=\"cj\""));
    let shapes = [
        vec![],
        vec![None],
        vec![Some("0"); 6],
        vec![Some("-5"), Some("-8")],
        vec![Some("7"), None],
        vec![Some("3")],
    ];
    for shape in &shapes {
        for value in ["0", "5", "-5", "999999999999999", "0.000000001"] {
            for (from_zero, last_month, target) in
                [(true, 12, Some("150")), (false, 12, None), (true, 1, None), (false, 3, Some("0"))]
            {
                checked(&Trend {
                    from_zero,
                    last_month,
                    target: target.map(number),
                    ..projected(shape, value)
                });
            }
        }
    }
}

/// Lets each corner hold up to the next one.
fn stepped(pace: &[(u16, Number)]) -> Vec<(u16, Number)> {
    pace.windows(2).flat_map(|pair| [pair[0], (pair[1].0, pair[0].1)]).collect()
}
