//! What is doubtful and no fault: each rule tells its doubt with place and numbers, once, and says
//! nothing of the good site.

use insta::assert_snapshot;

use crate::site::TestSite;

const DATA: &str = "content/plans/2023/data/2023.csv";
const PLAN: &str = "content/plans/2023/plan.md";
const ITEM: &str = "content/plans/2023/items/01.md";
const OTHER: &str = "content/plans/2023/items/02.md";

/// Lists what is told under a code, a line each.
fn reported(site: &TestSite, code: &str) -> String {
    let run = site.run(&["check", "--format", "short", "--drafts"]);
    run.stdout
        .lines()
        .filter(|line| line.contains(&format!("[{code}]")))
        .map(|line| format!("{line}\n"))
        .collect()
}

/// What is done to the good site.
type Doubt = fn(&TestSite);

/// Doubts one may have about the small good site, each with what is done to it.
const DOUBTS: [(&str, &str, Doubt); 27] = [
    ("falls", "falls", |site| site.append(DATA, "2023-Q3,firms,north,9,,2023-10-15,示例,,")),
    ("jump", "jump", |site| site.append(DATA, "2023-Q3,firms,south,400,,2023-10-15,示例,,")),
    ("magnitude_of_a_target", "magnitude", |site| {
        site.append(DATA, "2023-Q3,firms,south,900000,,2023-10-15,示例,,")
    }),
    ("magnitude_of_a_rate", "magnitude", |site| {
        site.append(DATA, "2023-Q3,growth,,0.09,,2023-10-15,示例,,")
    }),
    ("internal_note", "internal-words", |site| {
        site.append(DATA, "2023-Q3,growth,,9,,2023-10-15,示例,内部掌握,")
    }),
    ("internal_telephone", "internal-words", |site| {
        site.append(DATA, "2023-Q3,growth,,9,,2023-10-15,示例,问13812345678,")
    }),
    ("internal_share", "internal-words", |site| {
        site.replace(
            "content/plans/2023/data/allocations.csv",
            "south,50,2023-02-20,示例",
            "south,50,2023-02-20,示例（不公开）",
        )
    }),
    ("output_not_built", "output-not-built", |site| {
        site.replace(
            "content/site.toml",
            "sample = true",
            "sample = true\noutputs = [\"lists\", \"xlsx\"]",
        )
    }),
    ("release_late", "release-late", |site| {
        site.replace(
            PLAN,
            "published_at = \"2023-07-28 09:30\"",
            "published_at = \"2023-07-28 09:30\"\nplanned = 2023-07-25",
        )
    }),
    ("release_due", "release-due", |site| {
        site.replace(
            PLAN,
            "\n+++\n",
            "\n[[editions]]\nperiod = \"2023-Q3\"\nas_of = 2023-10-25\nstate \
                = \"approved\"\nplanned = 2023-10-28\n+++\n",
        );
        site.append(DATA, "2023-Q3,growth,,9,,2023-11-02,示例,,");
    }),
    ("stale", "stale-item", |site| site.append(DATA, "2023-11,growth,,9,,2023-12-20,示例,,")),
    ("translation", "missing-translation", |site| site.remove("content/plans/2023/items/01.en.md")),
    ("dead_link", "dead-link", |site| {
        site.append(
            ITEM,
            "见[别处](../9/)、[此处](../02/)、[方法](../../method/#nowhere)、[根](/2023/)。",
        )
    }),
    ("dead_evidence", "dead-link", |site| {
        site.write(
            "content/plans/2023/updates/x.md",
            "+++\ntitle = \"x\"\ndate = \
            2023-07-11\nevidence = [{ title = \"a\", url = \"items/09/\" }, { title = \"b\", url \
            = \"items/01/\" }]\n+++\n",
        );
    }),
    ("picture", "image-text", |site| {
        site.write("content/static/map.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        site.append(ITEM, "![](../../../map.svg) ![地图](../../../map.svg)");
    }),
    ("unread", "unread-file", |site| {
        site.write("content/plans/2023/items/3.MD", "+++\n");
        site.write("content/plans/2023/2023-Q3.csv", "period\n");
    }),
    ("look_alike", "unknown-indicator", |site| {
        site.append(DATA, "2023-Q3,ｆirms,north,60,,2023-10-15,示例,,")
    }),
    ("unseen", "unknown-region", |site| {
        site.append(DATA, "2023-Q3,firms,north\u{200B},60,,2023-10-15,示例,,")
    }),
    ("by_name", "unknown-region", |site| {
        site.append(DATA, "2023-Q3,firms,北区,60,,2023-10-15,示例,,")
    }),
    ("government", "government-block", |site| {
        site.replace("content/site.toml", "sample = true", "sample = false");
        site.append("content/site.toml", &government("https://www.example.gov.cn", "网站标识码"));
        site.replace(PLAN, "published_at = \"2023-07-28 09:30\"", "planned = 2023-07-28");
    }),
    ("rise_under_decline", "rise-under-decline", |site| {
        site.replace(OTHER, "\"增长10%\"", DECLINE)
    }),
    ("not_due_at_end", "not-due-at-end", |site| {
        site.append(DATA, "2023-Q4,growth,,,n,2024-01-15,示例,,")
    }),
    ("stops_applying", "stops-applying", |site| {
        site.append(DATA, "2023-Q3,firms,north,,z,2023-10-15,示例,,")
    }),
    ("baseline_attained", "baseline-attained", |site| {
        site.replace(ITEM, "measure = \"count\"", "measure = \"stock\"\nbaseline = \"130\"");
    }),
    ("baseline_attained_by_a_ceiling", "baseline-attained", |site| {
        site.replace(ITEM, "力争120家以上", "控制在120家以内");
        site.replace(ITEM, "measure = \"count\"", "measure = \"stock\"\nbaseline = \"120\"");
    }),
    ("no_holidays", "no-holidays", |site| {
        site.replace(ITEM, "within_days = 20", "within_workdays = 5");
        site.write("content/holidays.csv", "date,kind,name\n2023-05-01,holiday,劳动节\n");
    }),
    ("old_name", "unknown-department", |site| {
        site.replace(ITEM, "{ id = \"office\"", "{ id = \"旧办公室\"")
    }),
];

/// A target that asks for a fall, whatever the phrase says.
const DECLINE: &str = "{ phrase = \"完成省定目标\", op = \"<=\", value = \"-3\" }";

fn government(domain: &str, code: &str) -> String {
    format!(
        "[government]\nsite_name = \"某市人民政府\"\nsite_domain = \"{domain}\"\nsite_id_code \
            = \"{code}\"\ncolumn_name = \"制造业行动计划\"\n\
         column_description = \"公开行动计划进展\"\ncolumn_keywords = \"制造业,进展\"\nsponsor \
         = \"某市工业和信息化局\"\nicp = \"皖ICP备00000000号\""
    )
}

/// A good block is told of nothing and stands in the pages as a check of government sites reads
/// them.
#[test]
fn a_government_site_says_what_it_is() {
    let site = TestSite::base();
    site.append("content/site.toml", &government("www.example.gov.cn", "3413000001"));
    assert!(reported(&site, "government-block").contains("a sample is no government site"));
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(!site.read("public/index.html").contains("SiteName"), "a sample does not pose as one");
    site.replace("content/site.toml", "sample = true", "sample = false");
    assert_eq!(reported(&site, "government-block"), "");
    assert_eq!(site.run(&["build"]).code, 0);
    let metas = |path: &str| -> String {
        let page = site.read(&format!("public/{path}index.html"));
        page.lines()
            .filter(|line| {
                line.starts_with("<meta name=\"") && line.contains("name=\"S")
                    || line.contains("name=\"Co")
                    || line.contains("name=\"A")
                    || line.contains("name=\"P")
            })
            .map(|line| format!("{line}\n"))
            .collect()
    };
    assert_snapshot!(
        "metas",
        ["", "2023/indicators/", "2023/items/01/", "2023/editions/2023-Q1/", "2023/data/"]
            .map(metas)
            .join("--\n")
    );
    assert!(site.read("public/2023/items/01/index.html").contains("皖ICP备00000000号"));
}

#[test]
fn each_doubt_is_told_where_it_is() {
    let good = TestSite::base();
    for (name, code, doubt) in DOUBTS {
        // What the good site has of its own is not what is looked for.
        let before = reported(&good, code);
        let site = TestSite::base();
        doubt(&site);
        let after: String = reported(&site, code)
            .lines()
            .filter(|line| !before.contains(line))
            .map(|line| format!("{line}\n"))
            .collect();
        assert!(!after.is_empty(), "{name} is told");
        assert_snapshot!(name, after);
    }
}

#[test]
fn what_only_looks_doubtful_is_let_pass() {
    for (name, code, harmless) in [
        (
            "a revision may be lower",
            "falls",
            "2023-Q3,firms,north,9,,2023-10-15,示例,口径,definition",
        ),
        ("a break parts the series", "falls", "2023-Q3,firms,north,9,b,2023-10-15,示例,口径,"),
        ("a rate may fall", "falls", "2023-Q3,growth,,1.5,,2023-10-15,示例,,"),
        ("months make more", "jump", "2023-Q3,firms,south,180,,2023-10-15,示例,,"),
        ("a small rate is one", "magnitude", "2023-Q3,growth,,0.9,,2023-10-15,示例,,"),
        (
            "a reason is given",
            "stops-applying",
            "2023-Q3,firms,north,,z,2023-10-15,示例,已并入南县,",
        ),
        ("a growth may rise", "rise-under-decline", "2023-Q3,growth,,9,,2023-10-15,示例,,"),
        ("not due before the end", "not-due-at-end", "2023-Q3,growth,,,n,2023-10-15,示例,,"),
        (
            "long numbers are no telephone",
            "internal-words",
            "2023-Q3,growth,,9,,2023-10-15,示例,文号20230001234567,",
        ),
    ] {
        let site = TestSite::base();
        site.append(DATA, harmless);
        assert_eq!(reported(&site, code), "", "{name}");
    }
    let site = TestSite::base();
    site.replace(
        PLAN,
        "published_at = \"2023-07-28 09:30\"",
        "published_at = \"2023-07-28 09:30\"\nplanned = 2023-07-25\ndelay_reason = \"核对\"",
    );
    assert_eq!(reported(&site, "release-late"), "");
}

/// Entries less exits may fall and be below zero; what is counted may not.
#[test]
fn only_a_net_change_is_below_zero() {
    let site = TestSite::base();
    site.append(DATA, "2023-Q3,firms,south,-5,,2023-10-15,示例,,");
    let below = reported(&site, "below-zero");
    assert!(below.contains("`firms` for 2023-Q3 is -5"), "{below}");
    assert_eq!(below.lines().count(), 1, "{below}");
    assert_ne!(reported(&site, "falls"), "");
    site.replace(ITEM, "力争120家以上", "力争净增120家以上");
    assert_eq!((reported(&site, "below-zero"), reported(&site, "falls")), Default::default());
}

/// A build tells a few warnings of a rule and counts the rest; a check tells them all.
#[test]
fn a_build_is_not_drowned_in_warnings() {
    let site = TestSite::base();
    for month in [1, 2, 4, 5, 7, 8, 9, 10] {
        site.append(
            DATA,
            &format!("2023-{month:02},growth,,{month},,2023-12-10,示例,内部{month},"),
        );
    }
    let reported = |text: &str| text.matches("warning[internal-words]").count();
    let build = site.run(&["build", "--drafts"]);
    assert_eq!((build.code, reported(&build.stderr)), (0, 5), "{}", build.shown());
    assert!(build.stderr.contains("3 more warnings like these"), "{}", build.stderr);
    assert_eq!(reported(&site.run(&["check", "--drafts"]).stdout), 8);
}

/// A rule that is set speaks as it is set, and its doubts fail a strict check only as warnings.
#[test]
fn doubts_can_be_set() {
    let site = TestSite::base();
    site.append(DATA, "2023-Q3,firms,north,9,,2023-10-15,示例,,");
    assert_eq!(
        (site.run(&["check"]).code, site.run(&["check", "--strict", "--drafts"]).code),
        (0, 1)
    );
    site.append("content/site.toml", "[check]\nfalls = \"error\"");
    assert_eq!(site.run(&["check", "--drafts"]).code, 1);
    site.replace("content/site.toml", "falls = \"error\"", "falls = \"off\"");
    assert_eq!(reported(&site, "falls"), "");
}
