//! Cases of the charts that show one figure: bullet, trend and spark line.

use taizhang::charts::{
    Bullet, Caption, PointMark, Projection, Spark, Tone, Trend, TrendPoint, draw_bullet,
    draw_bullet_mini, draw_spark, draw_trend,
};
use taizhang::number::Number;

use super::{Case, Drawn};

pub(super) const LONG_CHINESE: &str =
    "全市规模以上工业企业技术改造投资完成额占全部固定资产投资的比重不低于百分之四十五点五";
pub(super) const LONG_ENGLISH: &str = "Share of technical upgrading in the fixed-asset investment \
    of industrial enterprises above designated size";

pub(super) fn number(text: &str) -> Number {
    Number::parse(text).expect("a plain decimal")
}

pub(super) fn caption(chart: &str, name: &str, description: &str) -> Caption {
    Caption {
        id: format!("svg-{chart}-{name}"),
        title: format!("样图：{chart} {name}"),
        description: description.to_string(),
    }
}

pub(super) fn bullets(cases: &mut Vec<Case>) {
    let usual = || Bullet {
        actual: Some(number("101")),
        target: number("150"),
        target_label: "目标 150 家左右".to_string(),
        schedule: Some(number("75")),
        schedule_label: Some("序时 75 家".to_string()),
        tone: Tone::Ahead,
        label: "101 / 150 家 · 67.3 %".to_string(),
        is_provisional: false,
    };
    let with = |actual: &str, label: &str, tone: Tone| Bullet {
        actual: Some(number(actual)),
        label: label.to_string(),
        tone,
        ..usual()
    };
    let all = [
        ("usual", "快于序时进度。", usual()),
        ("zero", "还没有完成一家。", with("0", "0 / 150 家 · 0 %", Tone::FarBehind)),
        ("negative", "比年初少了十二家。", with("-12", "−12 / 150 家 · −8 %", Tone::FarBehind)),
        (
            "missing",
            "没有数字。",
            Bullet { actual: None, label: "未报送".to_string(), tone: Tone::Neutral, ..usual() },
        ),
        ("one", "没有序时进度可比。", Bullet { schedule: None, schedule_label: None, ..usual() }),
        (
            "equal",
            "数字、目标和序时相同。",
            Bullet {
                schedule: Some(number("150")),
                schedule_label: Some("序时 150 家".to_string()),
                ..with("150", "150 / 150 家 · 100 %", Tone::Done)
            },
        ),
        ("giant", "远远超过目标，截断显示。", with("187000", "187 000 / 150 家", Tone::Done)),
        ("cut", "略微超过截断线。", with("181", "181 / 150 家 · 120.7 %", Tone::Done)),
        (
            "zero-target",
            "目标是零。",
            Bullet {
                target: number("0"),
                target_label: "零事故".to_string(),
                ..with("3", "3 起", Tone::FarBehind)
            },
        ),
        (
            "negative-target",
            "目标是下降。",
            Bullet {
                target: number("-3"),
                target_label: "下降 3 %".to_string(),
                schedule: Some(number("-1.5")),
                schedule_label: Some("序时 −1.5 %".to_string()),
                ..with("-2", "−2 % / −3 %", Tone::Ahead)
            },
        ),
        ("provisional", "初步数。", Bullet { is_provisional: true, ..usual() }),
        (
            "long-chinese",
            "很长的中文。",
            Bullet {
                label: format!("101 / 150 家 · 67.3 %，{LONG_CHINESE}"),
                target_label: format!("目标 {LONG_CHINESE}"),
                schedule_label: Some(format!("序时 {LONG_CHINESE}")),
                ..usual()
            },
        ),
        (
            "long-english",
            "很长的英文。",
            Bullet {
                label: format!("101 of 150, 67.3 %: {LONG_ENGLISH}"),
                target_label: format!("Target: {LONG_ENGLISH}"),
                schedule_label: Some(format!("Expected: {LONG_ENGLISH}")),
                ..usual()
            },
        ),
    ];
    for (name, words, bullet) in &all {
        let drawing = draw_bullet(bullet, &caption("bullet", name, words));
        cases.push(Case { chart: "bullet", name, drawing: Drawn::Whole(drawing) });
    }
    for (name, _, bullet) in all.into_iter().filter(|(name, _, _)| !name.starts_with("long")) {
        cases.push(Case {
            chart: "bullet-mini",
            name,
            drawing: Drawn::Mini(draw_bullet_mini(&bullet)),
        });
    }
}

const YEAR: [&str; 12] =
    ["9", "17", "30", "44", "71", "101", "107", "110", "118", "131", "140", "152"];

fn trend(values: &[Option<&str>]) -> Trend {
    let point = |(index, value): (usize, &Option<&str>)| TrendPoint {
        month: index as u16 + 1,
        value: value.map(number),
        mark: PointMark::Final,
        revised_from: None,
        label: value.map_or(String::new(), |value| format!("{value} 家")),
        period_label: format!("2023年1—{}月", index + 1),
    };
    let points: Vec<_> = values.iter().enumerate().map(point).collect();
    Trend {
        gap_months: points
            .iter()
            .filter(|point| point.value.is_none())
            .map(|point| point.month)
            .collect(),
        points,
        pace: vec![(1, number("12.5")), (12, number("150"))],
        pace_label: "序时进度".to_string(),
        target: Some(number("150")),
        target_label: "目标 150 家左右".to_string(),
        last_month: 12,
        month_labels: [3, 6, 9, 12].map(|month| (month, format!("{month}月"))).to_vec(),
        missing_label: "未报送".to_string(),
        tone: Tone::Ahead,
        from_zero: true,
        projection: None,
    }
}

fn half() -> Vec<Option<&'static str>> {
    YEAR[..6].iter().copied().map(Some).collect()
}

pub(super) fn trends(cases: &mut Vec<Case>) {
    let projected = |value: &str, label: &str| {
        Some(Projection { value: number(value), label: label.to_string() })
    };
    let mut unfinished = trend(&half());
    unfinished.points[4].mark = PointMark::Estimated;
    unfinished.points[5].mark = PointMark::Provisional;
    let mut revised = trend(&half());
    (revised.points[1].revised_from, revised.points[4].revised_from) =
        (Some(number("31")), Some(number("90")));
    let mut long_chinese = Trend { projection: projected("190", LONG_CHINESE), ..trend(&half()) };
    long_chinese.points[5].label = LONG_CHINESE.to_string();
    (long_chinese.target_label, long_chinese.pace_label) =
        (LONG_CHINESE.to_string(), LONG_CHINESE.to_string());
    long_chinese.month_labels =
        (1..=12).map(|month| (month, format!("二〇二三年{month}月"))).collect();
    let mut long_english = Trend { projection: projected("190", LONG_ENGLISH), ..trend(&half()) };
    long_english.points[5].label = LONG_ENGLISH.to_string();
    (long_english.target_label, long_english.pace_label) =
        (LONG_ENGLISH.to_string(), LONG_ENGLISH.to_string());
    long_english.month_labels =
        (1..=12).map(|month| (month, format!("Month {month} of 2023"))).collect();
    let level = Trend {
        from_zero: false,
        target: Some(number("92")),
        target_label: "不低于 92 %".to_string(),
        pace: Vec::new(),
        ..trend(&[Some("91.2"), Some("91.5"), Some("92.4")])
    };
    let stepped =
        [(3, "20"), (6, "20"), (6, "60"), (9, "60"), (9, "110"), (12, "110"), (12, "150")]
            .map(|(month, value)| (month, number(value)));
    let all = [
        ("usual", "上半年快于序时进度。", trend(&half())),
        ("full-year", "全年超过目标。", trend(&YEAR.map(Some))),
        ("zero", "一直是零。", trend(&[Some("0"); 6])),
        (
            "negative",
            "零上零下。",
            Trend {
                target: Some(number("6")),
                target_label: "目标 6".to_string(),
                pace: Vec::new(),
                ..trend(&[Some("-5"), Some("3"), Some("-8"), Some("-2")])
            },
        ),
        (
            "missing",
            "三月、六月没有数字。",
            trend(&[Some("9"), Some("17"), None, Some("40"), Some("50"), None]),
        ),
        ("one", "只有一期。", trend(&[None, None, Some("30")])),
        ("none", "没有一期。", trend(&[])),
        ("equal", "每月相同。", trend(&[Some("70"); 12])),
        ("giant", "一个月大得离谱。", trend(&[Some("10"), Some("20"), Some("98000"), Some("40")])),
        ("provisional", "五月是估计数，六月是初步数。", unfinished),
        ("revised", "二月、五月修订过。", revised),
        ("level", "水平指标，不从零开始。", level),
        (
            "stepped",
            "按节点推进。",
            Trend {
                pace: stepped.to_vec(), pace_label: "节点计划".to_string(), ..trend(&half())
            },
        ),
        (
            "projection",
            "照此推算全年二百零二家。",
            Trend { projection: projected("202", "推算 202 家"), ..trend(&half()) },
        ),
        (
            "projection-short",
            "照此推算完不成。",
            Trend {
                projection: projected("110", "推算 110 家"),
                tone: Tone::Behind,
                ..trend(&[Some("9"), Some("17"), Some("30"), Some("44"), Some("50"), Some("55")])
            },
        ),
        (
            "cut",
            "推算远远超过目标，线从上边出图。",
            Trend { projection: projected("2400", "推算 2400 家"), ..trend(&half()) },
        ),
        ("long-chinese", "很长的中文。", long_chinese),
        ("long-english", "很长的英文。", long_english),
    ];
    for (name, words, trend) in all {
        let drawing = draw_trend(&trend, &caption("trend", name, words));
        cases.push(Case { chart: "trend", name, drawing: Drawn::Whole(drawing) });
    }
}

pub(super) fn sparks(cases: &mut Vec<Case>) {
    let spark = |values: &[Option<&str>], target: Option<&str>| Spark {
        points: values
            .iter()
            .enumerate()
            .map(|(index, value)| (index as u16 + 1, value.map(number)))
            .collect(),
        last_month: 12,
        target: target.map(number),
        from_zero: true,
        is_last_provisional: false,
        tone: Tone::OnTrack,
    };
    let all = [
        ("usual", spark(&half(), Some("150"))),
        ("full-year", spark(&YEAR.map(Some), Some("150"))),
        ("zero", spark(&[Some("0"); 6], Some("150"))),
        (
            "negative",
            Spark {
                tone: Tone::Behind,
                ..spark(&[Some("-5"), Some("3"), Some("-8"), Some("-2")], None)
            },
        ),
        (
            "missing",
            spark(
                &[Some("9"), Some("17"), None, Some("40"), None, Some("60"), Some("70")],
                Some("80"),
            ),
        ),
        ("two", spark(&[Some("9"), Some("30")], Some("80"))),
        ("equal", spark(&[Some("70"); 12], Some("70"))),
        (
            "giant",
            Spark {
                tone: Tone::FarBehind,
                ..spark(&[Some("10"), Some("20"), Some("98000"), Some("40")], Some("150"))
            },
        ),
        ("provisional", Spark { is_last_provisional: true, ..spark(&half(), Some("150")) }),
        (
            "level",
            Spark {
                from_zero: false,
                ..spark(&[Some("91.2"), Some("91.5"), Some("91.1"), Some("92.4")], Some("92"))
            },
        ),
    ];
    cases.extend(all.into_iter().map(|(name, spark)| Case {
        chart: "spark",
        name,
        drawing: Drawn::Mini(draw_spark(&spark)),
    }));
}
