//! Every chart in every situation it must survive: as golden drawings that open in a browser, and
//! as one page of them all.
//!
//! A drawing under `snapshots/charts/` is what a page would hold, with a link to the theme's
//! stylesheet, so that a change is looked at and not only read. The page goes to
//! `gallery/index.html` in the folder for files of tests; the browser test measures it, and so can
//! anybody.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use insta::{Settings, assert_binary_snapshot};
use taizhang::charts::{FileStyle, Standalone};

use crate::site::root;

mod many;
mod single;

/// What is drawn: a whole drawing, or a small one for a row of a table.
pub(crate) enum Drawn {
    Whole(taizhang::charts::Drawing),
    Mini(String),
}

/// One chart in one situation.
pub(crate) struct Case {
    pub(crate) chart: &'static str,
    pub(crate) name: &'static str,
    pub(crate) drawing: Drawn,
}

impl Case {
    fn id(&self) -> String {
        format!("{}-{}", self.chart, self.name)
    }

    fn svg(&self) -> &str {
        match &self.drawing {
            Drawn::Whole(drawing) => drawing.as_str(),
            Drawn::Mini(svg) => svg,
        }
    }
}

/// Lists every case there is, chart by chart.
fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    single::bullets(&mut cases);
    single::trends(&mut cases);
    single::sparks(&mut cases);
    many::regions(&mut cases);
    many::parts(&mut cases);
    many::timelines(&mut cases);
    many::strips(&mut cases);
    cases
}

/// The description a drawing gives of itself.
fn description(svg: &str) -> &str {
    svg.split("</desc>").next().and_then(|head| head.rsplit('>').next()).unwrap_or_default()
}

#[test]
fn every_case_has_a_name_of_its_own_and_every_chart_its_hard_cases() {
    let cases = cases();
    let ids: BTreeSet<String> = cases.iter().map(Case::id).collect();
    assert_eq!(ids.len(), cases.len(), "two cases have one name");
    for chart in
        ["bullet", "bullet-mini", "trend", "spark", "regions", "parts", "timeline", "strip"]
    {
        for name in ["usual", "long-chinese", "long-english"] {
            // Without words there are no long ones.
            let has_words = !["bullet-mini", "spark"].contains(&chart);
            assert!(
                ids.contains(&format!("{chart}-{name}")) || !has_words,
                "{chart} has no case {name}"
            );
        }
    }
    for chart in ["bullet", "bullet-mini", "trend", "spark", "regions", "parts"] {
        for name in ["zero", "negative", "missing", "one", "equal", "giant"] {
            // One figure is no line.
            let name = if (chart, name) == ("spark", "one") { "two" } else { name };
            assert!(ids.contains(&format!("{chart}-{name}")), "{chart} has no case {name}");
        }
    }
    assert!(cases.iter().all(|case| case.svg().starts_with("<svg ")), "a case draws nothing");
}

#[test]
fn drawings_are_as_they_were() {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("snapshots/charts");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let _bound = settings.bind_to_scope();
    for case in cases() {
        let file = case.svg().replacen("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ", 1);
        let style = "<?xml-stylesheet href=\"../../../../themes/default/assets/charts.css\"?>";
        assert_binary_snapshot!(
            &format!("{}.svg", case.id()),
            format!("{style}\n{file}\n").into_bytes()
        );
    }
}

/// The few rules the page needs besides those of the charts.
const PAGE_STYLE: &str = "\
html { background: var(--chart-paper); color: var(--chart-ink); font: 100%/1.5 \"Noto Sans CJK \
SC\", sans-serif; }
body { max-width: 84rem; margin: 0 auto; padding: 1rem; text-autospace: no-autospace; }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); \
gap: 2rem 1.5rem; align-items: start; }
h1, h2 { grid-column: 1 / -1; margin: 0; line-height: 1.3; }
figure { margin: 0; min-width: 0; }
h3 { margin: 0 0 .5rem; font-size: 1rem; }
figcaption { color: var(--chart-muted); font-size: .875rem; overflow-wrap: anywhere; }
";

#[test]
fn the_gallery_shows_every_case() {
    let mut page = String::from(
        "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, \
         initial-scale=1\">\n<title>图表样张</title>\n\
         <link rel=\"stylesheet\" href=\"charts.css\">\n<link rel=\"stylesheet\" \
         href=\"gallery.css\">\n</head>\n<body>\n\
         <main>\n<h1>图表样张</h1>\n",
    );
    let mut chart = "";
    for case in cases() {
        if case.chart != chart {
            chart = case.chart;
            let _ = writeln!(page, "<h2>{chart}</h2>");
        }
        let words = match &case.drawing {
            Drawn::Whole(drawing) => description(drawing.as_str()),
            Drawn::Mini(_) => "表格行内的小图，文字在同一行。",
        };
        let (id, name, svg) = (case.id(), case.name, case.svg());
        let _ = writeln!(
            page,
            "<figure id=\"{id}\">\n<h3>{chart} \
                {name}</h3>\n{svg}\n<figcaption>{words}</figcaption>\n</figure>"
        );
    }
    page.push_str("</main>\n</body>\n</html>\n");

    let ids: Vec<&str> =
        page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id stands twice");

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("gallery");
    fs::create_dir_all(&folder).expect("the folder can be made");
    let style = fs::read(root().join("themes/default/assets/charts.css")).expect("a stylesheet");
    for (name, bytes) in [
        ("index.html", page.as_bytes()),
        ("charts.css", &style),
        ("gallery.css", PAGE_STYLE.as_bytes()),
    ] {
        fs::write(folder.join(name), bytes).expect("the file can be written");
    }
}

#[test]
fn every_drawing_stands_alone_with_its_words_around_it() {
    let style =
        fs::read_to_string(root().join("themes/default/assets/charts.css")).expect("a stylesheet");
    let slim = FileStyle::new(&style);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("gallery/files");
    fs::create_dir_all(&folder).expect("the folder can be made");
    let sheet = Standalone {
        heading: "新增规模以上工业企业：上半年完成一百零一家，快于序时进度".to_string(),
        notes: vec![
            "数据来源：市统计局；截至2023年6月。".to_string(),
            "示例数据，非真实统计数字。".to_string(),
            "https://example.cn/plans/2023/items/01/".to_string(),
        ],
        lang: "zh-CN".to_string(),
    };
    for case in cases() {
        let Drawn::Whole(drawing) = &case.drawing else { continue };
        let file = drawing.to_standalone(&slim, &sheet);
        assert!(
            file.starts_with("<svg ")
                && file.ends_with("</svg>\n")
                && file.contains(&sheet.heading[..30]),
            "{file}"
        );
        assert!(file.len() < drawing.as_str().len() + 6500, "{}: {} bytes", case.id(), file.len());
        fs::write(folder.join(format!("{}.svg", case.id())), file)
            .expect("the file can be written");
    }
}
