//! Cases of the charts that show many things: regions, parts of a total, items, milestones,
//! statuses over the editions.

use taizhang::charts::{
    MilestoneState, Part, Parts, RegionBar, RegionBars, Strip, StripCell, StripRow, Timeline,
    TimelineRow, Tone, draw_parts, draw_regions, draw_strip, draw_timeline,
};
use taizhang::number::Number;

use super::single::{LONG_CHINESE, LONG_ENGLISH, caption, number};
use super::{Case, Drawn};

const REGIONS: [&str; 8] =
    ["埇桥区", "砀山县", "萧县", "灵璧县", "泗县", "经开区", "高新区", "宿马园区"];

/// What eight regions are drawn with: a name each, a figure or none.
type Figures = Vec<(&'static str, Option<String>)>;

fn eight(figure: impl Fn(usize) -> Option<String>) -> Figures {
    REGIONS.iter().enumerate().map(|(index, name)| (*name, figure(index))).collect()
}

/// The situations in which regions and parts are drawn alike.
fn situations() -> Vec<(&'static str, &'static str, Figures)> {
    let usual =
        |index: usize| Some(["31", "9", "14", "12", "8", "15", "10", "2"][index].to_string());
    let long = |name: &'static str| {
        vec![(name, usual(0)), ("萧县", usual(1)), (name, usual(2)), ("泗县", None)]
    };
    let many = (0..40)
        .map(|index| (REGIONS[index % 8], (index % 7 != 3).then(|| (index * 13 % 29).to_string())));
    vec![
        ("usual", "八个地区合计一百零一家。", eight(usual)),
        ("none", "没有地区。", Vec::new()),
        ("one", "一个地区。", vec![("萧县", usual(0))]),
        ("zero", "都是零。", eight(|_| Some("0".to_string()))),
        (
            "negative",
            "有增有减。",
            eight(|index| Some(["12", "-4", "9", "-7", "0", "3", "-2", "6"][index].to_string())),
        ),
        ("missing", "三个地区没有数字。", eight(|index| usual(index).filter(|_| index % 3 != 1))),
        ("equal", "都一样。", eight(|_| Some("7".to_string()))),
        (
            "giant",
            "一个地区大得离谱。",
            eight(|index| if index == 2 { Some("980000".to_string()) } else { usual(index) }),
        ),
        ("forty", "四十个地区。", many.collect()),
        ("long-chinese", "很长的中文。", long(LONG_CHINESE)),
        ("long-english", "很长的英文。", long(LONG_ENGLISH)),
    ]
}

fn words_of(value: Option<&String>, name: &str) -> String {
    match (value, name) {
        (None, _) => "未报送".to_string(),
        (Some(value), "long-chinese") => {
            format!("{value} 家，占全年分解任务的百分之一百零二点零四，位居前列")
        }
        (Some(value), "long-english") => {
            format!("{value} firms, 102.04 % of the yearly allocation to this region")
        }
        (Some(value), _) => format!("{} 家", value.replace('-', "−")),
    }
}

pub(super) fn regions(cases: &mut Vec<Case>) {
    for (name, words, figures) in situations() {
        let rows = figures.iter().enumerate().map(|(index, (region, value))| RegionBar {
            name: (*region).to_string(),
            value: value.as_deref().map(number),
            allocation: Some(number(&(8 + index % 8 * 3).to_string())),
            schedule: Some(number(&(4 + index % 8).to_string())),
            tone: Some(if value.is_some() { Tone::ALL[index % 6] } else { Tone::Neutral }),
            label: words_of(value.as_ref(), name),
            tooltip: format!("{region}：{}", words_of(value.as_ref(), name)),
        });
        let bars = RegionBars {
            rows: rows.collect(),
            allocation_label: "分解任务".to_string(),
            schedule_label: Some("序时".to_string()),
        };
        let drawing = draw_regions(&bars, &caption("regions", name, words));
        cases.push(Case { chart: "regions", name, drawing: Drawn::Whole(drawing) });
    }
}

pub(super) fn parts(cases: &mut Vec<Case>) {
    for (name, words, figures) in situations() {
        let total: Number =
            figures.iter().filter_map(|(_, value)| value.as_deref().map(number)).sum();
        let rows = figures.iter().map(|(region, value)| Part {
            name: (*region).to_string(),
            value: value.as_deref().map(number),
            label: words_of(value.as_ref(), name),
            tooltip: format!("{region}：{}", words_of(value.as_ref(), name)),
        });
        let parts = Parts {
            rows: rows.collect(),
            total,
            total_name: "全市".to_string(),
            total_label: format!("{total} 家"),
            target: (name != "zero").then(|| number(if name == "negative" { "20" } else { "150" })),
            target_label: if name == "negative" { "目标 20 家" } else { "目标 150 家左右" }
                .to_string(),
            missing_label: "未报送".to_string(),
        };
        let drawing = draw_parts(&parts, &caption("parts", name, words));
        cases.push(Case { chart: "parts", name, drawing: Drawn::Whole(drawing) });
    }
}

fn milestone(
    title: &str,
    due: f64,
    done: Option<f64>,
    state: MilestoneState,
    label: &str,
) -> TimelineRow {
    let tooltip = format!("{title}：{label}");
    TimelineRow {
        title: title.to_string(),
        due,
        moved_from: None,
        done,
        state,
        label: label.to_string(),
        tooltip,
    }
}

pub(super) fn timelines(cases: &mut Vec<Case>) {
    use MilestoneState::{Late, NotDue, OnTime, Overdue};
    let usual = || {
        vec![
            milestone("印发实施方案", 0.247, Some(0.247), OnTime, "按期完成 3月31日"),
            milestone("完成项目立项", 0.33, Some(0.4), Late, "逾期完成 5月25日"),
            milestone("开工建设", 0.496, None, Overdue, "逾期未完成 应于6月30日"),
            TimelineRow {
                moved_from: Some(0.748),
                ..milestone("竣工验收", 0.999, None, NotDue, "未到期 12月31日")
            },
        ]
    };
    let quarters = || {
        [(0.247, "3月底"), (0.496, "6月底"), (0.748, "9月底"), (1.0, "12月底")]
            .map(|(at, word)| (at, word.to_string()))
            .to_vec()
    };
    let months = |word: &str| {
        (1..=12)
            .map(|month| (f64::from(month) / 12.0, format!("{word}{month}月")))
            .collect::<Vec<_>>()
    };
    let today = |at: f64| Some((at, "数据截至 7月20日".to_string()));
    let long = |title: &str, label: &str| {
        let mut rows = usual();
        rows.iter_mut().for_each(|row| {
            (row.title, row.label) = (title.to_string(), format!("{}，{label}", row.label))
        });
        rows.truncate(3);
        rows
    };
    let early = vec![milestone("提前完成", 0.8, Some(0.3), OnTime, "提前完成 4月20日")];
    let moved = vec![
        TimelineRow {
            moved_from: Some(0.9),
            ..milestone("提前了的节点", 0.4, Some(0.41), Late, "逾期完成 6月1日")
        },
        TimelineRow {
            moved_from: Some(0.2),
            ..milestone("推迟了的节点", 0.5, None, Overdue, "逾期未完成")
        },
    ];
    let all = [
        (
            "usual",
            "四个节点：按期、逾期完成、逾期未完成、未到期。",
            Timeline { rows: usual(), ticks: quarters(), today: today(0.55) },
        ),
        (
            "none",
            "没有节点。",
            Timeline { rows: Vec::new(), ticks: quarters(), today: today(0.55) },
        ),
        (
            "one",
            "一个节点，提前完成。",
            Timeline { rows: early, ticks: quarters(), today: today(0.55) },
        ),
        (
            "moved",
            "两个节点改过期限。",
            Timeline { rows: moved, ticks: quarters(), today: today(0.95) },
        ),
        (
            "missing",
            "没有今天，没有刻度。",
            Timeline { rows: usual(), ticks: Vec::new(), today: None },
        ),
        (
            "equal",
            "同一天到期。",
            Timeline { rows: vec![usual()[0].clone(); 5], ticks: quarters(), today: today(0.247) },
        ),
        (
            "outside",
            "期限在年外。",
            Timeline {
                rows: vec![milestone("去年到期", -0.7, Some(1.9), Late, "逾期完成")],
                ticks: months(""),
                today: today(3.0),
            },
        ),
        (
            "forty",
            "四十个节点。",
            Timeline {
                rows: (0..40).map(|at| usual()[at % 4].clone()).collect(),
                ticks: months(""),
                today: today(0.55),
            },
        ),
        (
            "long-chinese",
            "很长的中文。",
            Timeline {
                rows: long(LONG_CHINESE, LONG_CHINESE),
                ticks: months("二〇二三年"),
                today: today(0.3),
            },
        ),
        (
            "long-english",
            "很长的英文。",
            Timeline {
                rows: long(LONG_ENGLISH, LONG_ENGLISH),
                ticks: months("Month of "),
                today: today(0.7),
            },
        ),
    ];
    for (name, words, timeline) in all {
        let drawing = draw_timeline(&timeline, &caption("timeline", name, words));
        cases.push(Case { chart: "timeline", name, drawing: Drawn::Whole(drawing) });
    }
}

pub(super) fn strips(cases: &mut Vec<Case>) {
    let heads =
        |columns: usize| (0..columns).map(|at| format!("{}月", at % 12 + 1)).collect::<Vec<_>>();
    let row = |name: &str, shift: usize, columns: usize| StripRow {
        name: name.to_string(),
        is_strong: name == "总体",
        cells: (0..columns)
            .map(|at| (at + shift) % 9)
            .map(|at| {
                (at != 5).then(|| StripCell {
                    tone: Tone::ALL[at % 7],
                    tooltip: format!("{name}：第{}种", at % 7 + 1),
                })
            })
            .collect(),
    };
    let items =
        ["总体", "强化优质企业培育", "推进技术改造", "数字赋能", "规模以上工业企业新增数量"];
    let strip = |names: &[&str], columns: usize| Strip {
        columns: heads(columns),
        rows: names.iter().enumerate().map(|(at, name)| row(name, at, columns)).collect(),
    };
    let years = |columns: usize| {
        (0..columns).map(|at| format!("{}年{}月", 2023 + at / 12, at % 12 + 1)).collect::<Vec<_>>()
    };
    let all = [
        ("usual", "五行六期。", strip(&items, 6)),
        ("none", "没有一行。", strip(&[], 6)),
        ("one", "一行一期。", strip(&items[..1], 1)),
        (
            "missing",
            "大多没有状态。",
            Strip { rows: items.map(|name| row(name, 5, 1)).to_vec(), columns: heads(6) },
        ),
        (
            "equal",
            "一直一样。",
            Strip {
                rows: items
                    .map(|name| StripRow {
                        cells: vec![row(name, 0, 1).cells[0].clone(); 6],
                        ..row(name, 0, 1)
                    })
                    .to_vec(),
                columns: heads(6),
            },
        ),
        ("twelve", "十二期，列名带年份。", Strip { columns: years(12), ..strip(&items, 12) }),
        ("twenty-four", "二十四期。", Strip { columns: years(24), ..strip(&items, 24) }),
        ("sixty", "六十期，只画最近的。", Strip { columns: years(60), ..strip(&items[..2], 60) }),
        ("forty", "四十行。", strip(&["推进技术改造"; 40], 8)),
        (
            "long-chinese",
            "很长的中文。",
            Strip { columns: years(4), ..strip(&["总体", LONG_CHINESE, LONG_CHINESE], 4) },
        ),
        (
            "long-english",
            "很长的英文。",
            Strip {
                columns: (1..=4).map(|at| format!("Edition no. {at} of 2023")).collect(),
                ..strip(&[LONG_ENGLISH, "Overall"], 4)
            },
        ),
    ];
    for (name, words, strip) in all {
        let drawing = draw_strip(&strip, &caption("strip", name, words));
        cases.push(Case { chart: "strip", name, drawing: Drawn::Whole(drawing) });
    }
}
