//! A small site in two languages: what has a translation is never printed in the first language,
//! and what English asks of numbers, units and periods is said.
//!
//! Every text of the content that has a translation ends in 译 in the first language.

use crate::site::{TestSite, without_tags};

fn built() -> TestSite {
    let site = TestSite::copy_of("bilingual");
    let done = site.run(&["build"]);
    assert_eq!(done.code, 0, "{}", done.shown());
    site
}

/// Takes the markup out of a page.
fn words_of(site: &TestSite, path: &str) -> String {
    without_tags(&site.read(&format!("public/{path}/index.html")))
}

#[test]
fn what_is_translated_is_said_in_the_language_of_the_page() {
    let output = built().output();
    let text_of = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let of_english = |path: &&String| path.starts_with("en/");
    let mut read = 0;
    for path in output.keys().filter(of_english) {
        let text = text_of(&output[path]);
        let found = text.find('译').map(|at| {
            text[..at].chars().rev().take(80).collect::<Vec<_>>().into_iter().rev().collect()
        });
        assert_eq!(found, None::<String>, "{path}");
        read += 1;
    }
    assert!(read > 40, "{read} files");
    // The mark is where it belongs, and the page of changes tells of an item.
    assert!(text_of(&output["2025/changes/index.html"]).contains("1 促进就业译"));
    assert!(text_of(&output["en/2025/changes/index.html"]).contains("1 More jobs"));
}

#[test]
fn figures_and_periods_read_as_the_language_has_them() {
    let site = built();
    let mut unsaid = Vec::new();
    for (path, expected) in [
        // A multiple is multiplied out, also in front of the bar.
        ("en/2025/items/02", "705 million yuan, 70.5% of the year's target"),
        ("en/2025/items/02", "750 million yuan due by the end of September"),
        ("en/2025/items/02", "705 / 1000 million yuan"),
        ("en/2025/items/02", "Unit: 100 million yuan"),
        ("2025/items/02", "完成7.05亿元，为年度目标的70.5%"),
        // Singulars.
        ("en/2025/items/02", "larger than in the first half of 2025 by 1 business."),
        ("en/2025/items/01", "9 buses due by the end of September, 1 bus short."),
        // Fewer things, less money; the limit has its article.
        ("en/2025/items/01", "allows 15 deaths by then, 2 deaths fewer than that."),
        ("en/2025/items/01", "3 regions add up to 13 deaths, 65% of the limit for the year."),
        ("en/2025/items/01", "1 county or park fewer than at the end of June 2025."),
        ("2025/items/01", "比2025年6月末少1个县区、园区。"),
        ("en/2025/items/01", "allocations add up to 599 people, 1 person fewer than the year"),
        // Rules of few whole things: over a ceiling, and percent of the target of a level.
        ("en/2025/items/01", "1 case over is “Slightly worse than target”"),
        ("en/2025/items/01", "what is better than the target by 2% of it or more is"),
        ("2025/items/01", "超1件为“略差于目标水平”，超得更多为“差于目标水平”"),
        ("2025/items/01", "优于目标不少于目标数的2%为“优于目标水平”"),
        ("2025/items/01", "差1辆为“略低于序时进度”"),
        ("2025/items/01", "不差且领先不少于5个百分点为“超序时进度”"),
        // Points of rates in percent and per mille, and a target in points.
        ("en/2025/items/01", "0.1 per-mille points above the limit of 3‰"),
        ("2025/items/01", "高于控制目标（控制在3‰以内）0.1个千分点。"),
        ("2025/items/01", "不高于−2个千分点为“优于目标水平”"),
        ("2025/items/02", "同比提高2.1个百分点，比目标（提高2个百分点）高0.1个百分点。"),
        // Places in an order.
        ("en/2025/changes", "End of June 2025: rank 6 → End of September 2025: rank 4"),
        ("2025/changes", "2025年6月末：第6位 → 2025年9月末：第4位"),
        ("en/2025/items/01", "Up 2 places from the end of June 2025."),
        ("2025/indicators", "第4位"),
        // What is done, and what is given.
        ("en/2025/items/02", "Done."),
        ("en/2025/items/02", "Not yet obtained."),
        ("2025/items/02", "已完成。"),
        ("2025/items/02", "尚未取得。"),
        // A rise where a fall is asked for.
        ("en/2025/changes", "First half 2025: down 6.1% → January–September 2025: up 1.4%"),
        ("2025/changes", "2025年上半年：下降6.1% → 2025年前三季度：上升1.4%"),
        // Net changes have no bare minus and no share below zero.
        ("2025/items/02", "前三季度累计净减4家；到9月底应有7家，还差11家。"),
        ("en/2025/items/02", "add up to a net loss of 4 businesses."),
        ("2025/changes", "2025年上半年：净减3家 → 2025年前三季度：净减4家"),
        ("2025/items/02", "3个县区、园区合计净减4家。"),
        // Periods inside a sentence.
        ("en/2025/items/02", "Held in 2 of 3 quarters, not in the third quarter."),
        ("2025/items/02", "3个季度中2个季度已举办，三季度未举办。"),
        ("en/2025/changes", "January–September 2025 compared with the first half of 2025"),
        // Nothing allotted is no target of its own.
        ("2025/regions/west", "没有分解到本地区的任务，不适用。"),
        ("2025/regions/west", "4个指标涉及该地区，其中1个有本地区目标。"),
        ("en/2025/items/01", "2 regions have a target of their own"),
    ] {
        if !words_of(&site, path).contains(expected) {
            unsaid.push(format!("{path}: {expected}"));
        }
    }
    assert_eq!(unsaid, [""; 0]);
    for path in ["2025/items/02", "en/2025/items/02", "2025/changes", "2025/indicators"] {
        let text = words_of(&site, path);
        for never in ["-4", "-40", "−4家", "−40%"] {
            assert!(!text.contains(never), "`{never}` in {path}");
        }
    }
    let reported = site.run(&["diff", "2025-H1", "2025-Q3"]).stdout;
    for expected in ["第6位 → ", "净减4家", "上升1.4%", "已完成", "7.05亿元"] {
        assert!(reported.contains(expected), "{expected}: {reported}");
    }
}
