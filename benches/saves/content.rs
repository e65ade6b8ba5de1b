//! Content of any size, the same at every run: items with three indicators, each with a figure for
//! every month and region.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

const REGIONS: [&str; 8] = ["north", "south", "east", "west", "lake", "hill", "port", "park"];
const SECTIONS: [&str; 5] = ["industry", "trade", "health", "schools", "roads"];
const DEPARTMENTS: usize = 20;
const INDICATORS: [(&str, &str, &str); 3] =
    [("spend", "投资完成额", "万元"), ("done", "完工数", "个"), ("cases", "办件量", "件")];

/// What is saved, and where that is seen.
pub struct Content {
    pub item_page: String,
    pub region_page: String,
    table: PathBuf,
    rows: String,
    item: PathBuf,
    text: String,
    /// What all regions but the last one spent by December in the first item.
    rest: i64,
}

impl Content {
    /// Returns the table with another last figure, and what shows on a page once it is seen.
    pub fn with_figure(&self, save: u32, page: &str) -> (&Path, String, String) {
        let figure = 900_000_000 + i64::from(save) * 7;
        let seen = if page == self.item_page { self.rest + figure } else { figure };
        (
            &self.table,
            format!("{}{}", self.rows, row("2025-12", "spend-1", REGIONS[7], figure, "2026-01-20")),
            seen.to_string(),
        )
    }

    /// Returns the text of an item with another title, and the title.
    pub fn with_title(&self, save: u32) -> (&Path, String, String) {
        let title = format!("第 {} 稿的标题", 1000 + save);
        (&self.item, self.text.replace("第 1 号工作", &title), title)
    }
}

fn row(month: &str, indicator: &str, region: &str, figure: i64, recorded: &str) -> String {
    format!("{month},{indicator},{region},{figure},,{recorded},月报,\n")
}

/// Writes a plan of so many items below `folder/content`.
pub fn write_content(folder: &Path, items: usize) -> Content {
    let root = folder.join("content");
    let plan = root.join("plans/2025");
    for folder in ["items", "data"] {
        fs::create_dir_all(plan.join(folder)).expect("a folder is made");
    }
    let put = |path: &Path, text: &str| fs::write(path, text).expect("a file is written");
    put(
        &root.join("site.toml"),
        "title = \"进展公开\"\nlanguages = [\"zh-CN\"]\nbase_url = \"https://example.org/\"\nsample = \
            true\noutputs = [\"lists\", \"feeds\"]\n",
    );
    let departments =
        (0..DEPARTMENTS).fold(String::from("id,name,short_name,aliases,kind\n"), |mut text, at| {
            let _ = writeln!(text, "office-{at},第{at}局,第{at}局,,bureau");
            text
        });
    put(&root.join("departments.csv"), &departments);
    let regions = REGIONS.iter().fold(
        String::from("id,name,short_name,kind,group,parent\n"),
        |mut text, id| {
            let _ = writeln!(text, "{id},{id},{id},district,districts,");
            text
        },
    );
    put(&root.join("regions.csv"), &regions);
    let sections: Vec<String> =
        SECTIONS.iter().map(|id| format!("{{ id = \"{id}\", title = \"{id}\" }}")).collect();
    put(
        &plan.join("plan.md"),
        &format!(
            "+++\ntitle = \"2025 年重点任务\"\nissuer = \"示例市\"\nissued = 2025-01-10\nyear = \
                2025\nas_of = 2026-01-31\nreviews = [\"month\"]\n\
             regions_public = \"values\"\nsections = [{}]\n+++\n\n年度计划。\n",
            sections.join(", ")
        ),
    );
    let mut first = None;
    for number in 1..=items {
        let (item, table) = (
            plan.join(format!("items/{number:05}.md")),
            plan.join(format!("data/{number:05}.csv")),
        );
        let (text, rows) = (text_of(number), rows_of(number));
        put(&item, &text);
        put(&table, &rows);
        if number == 1 {
            first = Some((table, rows, item, text));
        }
    }
    let (table, rows, item, text) = first.expect("at least one item");
    // The row that is saved anew is the last one of the table.
    let last = rows.trim_end().rfind('\n').map_or(0, |at| at + 1);
    let december = |line: &&str| line.starts_with("2025-12,spend-1,");
    let figures = rows[..last]
        .lines()
        .filter(december)
        .filter_map(|line| line.split(',').nth(3)?.parse::<i64>().ok());
    Content {
        item_page: "/2025/items/01/".into(),
        region_page: format!("/2025/regions/{}/", REGIONS[7]),
        rest: figures.sum(),
        rows: rows[..last].into(),
        table,
        item,
        text,
    }
}

fn text_of(number: usize) -> String {
    let mut text = format!(
        "+++\nnumber = {number}\ntitle = \"第 {number} 号工作\"\nsection = \"{}\"\nregions = \"all\"\n\
         departments = [{{ id = \"office-{}\", role = \"lead\" }}, {{ id = \"office-{}\", role \
         = \"support\" }}]\n",
        SECTIONS[number % SECTIONS.len()],
        number % DEPARTMENTS,
        (number * 7 + 3) % DEPARTMENTS
    );
    for (id, name, unit) in INDICATORS {
        let _ = writeln!(
            text,
            "[[indicators]]\nid = \"{id}-{number}\"\nname = \"{name}\"\ntarget \
                = \"5000{unit}以上\"\nunit = \"{unit}\"\nmeasure = \"count\"\n\
             aggregate = \"sum\"\nschedule = \"linear\"\nreporter = \"regions\""
        );
    }
    let _ = write!(
        text,
        "+++\n\n这项工作由两个部门承担，每月报送一次进展。\n\n- 查清底数\n- 按月推进\n- 年底收尾\n"
    );
    text
}

/// A figure for every indicator, region and month, growing through the year; the spending of the
/// last region in December stands last.
fn rows_of(number: usize) -> String {
    let mut text = String::from("period,indicator,region,value,flag,recorded,source,note\n");
    for (at, (id, ..)) in INDICATORS.iter().enumerate().rev() {
        for month in 1..=12 {
            let recorded = if month == 12 {
                "2026-01-20".to_string()
            } else {
                format!("2025-{:02}-20", month + 1)
            };
            for (region, name) in REGIONS.iter().enumerate() {
                let pace = (number * 31 + region * 17 + at * 7) % 60 + 20;
                let figure = i64::try_from(pace * month).unwrap_or(0);
                text.push_str(&row(
                    &format!("2025-{month:02}"),
                    &format!("{id}-{number}"),
                    name,
                    figure,
                    &recorded,
                ));
            }
        }
    }
    text
}
