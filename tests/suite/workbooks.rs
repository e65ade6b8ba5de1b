//! Workbooks in `data/`: what people lay out as they like is read as the ledger's rows, each figure
//! with the cell it stands in.

use insta::assert_snapshot;
use rust_xlsxwriter::{Color, Format, Formula, Workbook, Worksheet};

use crate::office::Office;
use crate::site::TestSite;

const BOOK: &str = "content/plans/2023/data/2023-Q3.xlsx";

/// Writes a workbook into the base site's data.
fn site_with(fill: impl FnOnce(&mut Workbook)) -> TestSite {
    let site = TestSite::base();
    // What the edition of the first half knows stays as it is; drafts show what came after.
    let mut book = Workbook::new();
    fill(&mut book);
    site.write_bytes(BOOK, &book.save_to_buffer().expect("a workbook"));
    site
}

fn header(sheet: &mut Worksheet, row: u32, names: &[&str]) {
    for (column, name) in (0..).zip(names) {
        sheet.write(row, column, *name).expect("a cell");
    }
}

fn row(sheet: &mut Worksheet, row: u32, cells: [&str; 3], value: f64, recorded: &str) {
    for (column, text) in (0..).zip(cells) {
        sheet.write(row, column, text).expect("a cell");
    }
    sheet.write(row, 3, value).expect("a number");
    sheet.write(row, 4, recorded).expect("a day");
    sheet.write(row, 5, "示例").expect("a source");
}

const NAMES: [&str; 6] = ["时期", "指标", "地区", "数值", "记录日期", "来源"];

#[test]
fn a_sheet_is_read_as_people_lay_it_out() {
    let site = site_with(|book| {
        let sheet = book.add_worksheet().set_name("三季度").expect("a name");
        let bold = Format::new().set_bold().set_background_color(Color::Yellow);
        sheet.merge_range(0, 0, 0, 5, "2023年三季度填报表", &bold).expect("a title");
        sheet.write(1, 0, "单位：家").expect("a remark");
        header(sheet, 3, &NAMES);
        // Regions by name, a day as Excel keeps it, a sum of binary fractions, a formula with its
        // value, a rate shown in percent.
        row(sheet, 4, ["2023-Q3", "新增企业", "北区"], 60.0, "2023-10-15");
        let day = Format::new().set_num_format("yyyy-mm-dd");
        sheet
            .write_with_format(
                6,
                4,
                rust_xlsxwriter::ExcelDateTime::from_ymd(2023, 10, 15).expect("a day"),
                &day,
            )
            .expect("a day");
        for (column, text) in [(0, "2023-Q3"), (1, "firms"), (2, "south"), (5, "示例")] {
            sheet.write(6, column, text).expect("a cell");
        }
        sheet.write_formula(6, 3, Formula::new("=20+5").set_result("25")).expect("a formula");
        let month = Format::new().set_num_format("yyyy\"年\"m\"月\"");
        sheet
            .write_with_format(
                7,
                0,
                rust_xlsxwriter::ExcelDateTime::from_ymd(2023, 9, 1).expect("a day"),
                &month,
            )
            .expect("a month");
        sheet.write(7, 1, "growth").expect("a cell");
        sheet
            .write_with_format(7, 3, 0.087 + 0.003, &Format::new().set_num_format("0.0%"))
            .expect("a rate");
        sheet.write(7, 4, "2023-10-18").expect("a day");
        sheet.write(7, 5, "示例").expect("a source");
    });
    let check = site.run(&["check", "--format", "short", "--drafts"]);
    assert_eq!(check.code, 0, "{}", check.shown());
    assert!(!check.stdout.contains("workbook"), "{}", check.stdout);
    assert_eq!(site.run(&["build", "--drafts"]).code, 0);
    let figures = site.read("public/2023/data/observations.csv");
    for wanted in ["firms,north,2023-Q3,60,", "firms,south,2023-Q3,25,", "growth,,2023-09,9,"] {
        assert!(figures.contains(wanted), "{wanted} in {figures}");
    }
    // The cell is told as the place of the figure.
    let plan = site.read("public/2023/data/plan.json");
    assert!(plan.contains("content/plans/2023/data/2023-Q3.xlsx:三季度!D8"), "{plan}");
}

/// Other formats hold the same; but they do not tell which numbers are shown as percentages.
#[test]
fn other_formats_are_read_as_well() {
    let office = Office::open();
    for format in ["ods", "xls"] {
        let site = site_with(|book| {
            let sheet = book.add_worksheet().set_name("三季度").expect("a name");
            header(sheet, 2, &NAMES);
            row(sheet, 4, ["2023-Q3", "firms", "north"], 0.1 + 60.2, "2023-10-15");
            row(sheet, 5, ["2023-Q3", "growth", ""], 0.0, "2023-10-15");
            sheet
                .write_with_format(5, 3, 0.09, &Format::new().set_num_format("0.0%"))
                .expect("a rate");
        });
        let converted = office
            .convert(&[site.path().join(BOOK)], format)
            .join("2023-Q3")
            .with_extension(format);
        site.remove(BOOK);
        let book = format!("content/plans/2023/data/2023-Q3.{format}");
        site.write_bytes(&book, &std::fs::read(converted).expect("a workbook"));
        let reported = site.run(&["check", "--format", "short", "--drafts"]).stdout;
        assert!(
            reported.contains(&format!("{book}:三季度!D6: warning[workbook-percent]")),
            "{reported}"
        );
        assert_eq!(site.run(&["build", "--drafts"]).code, 0);
        assert!(
            site.read("public/2023/data/observations.csv").contains("firms,north,2023-Q3,60.3,")
        );
    }
}

#[test]
fn what_is_doubtful_in_a_workbook_is_told_with_its_cell() {
    let site = site_with(|book| {
        let sheet = book.add_worksheet().set_name("填报").expect("a name");
        header(sheet, 0, &["时期", "指标", "地区", "数值", "记录日期", "来源", "联系人", "_内部"]);
        row(sheet, 1, ["2023-Q3", "firms", "north"], 60.0, "2023-10-15");
        sheet.write(1, 6, "某某").expect("a cell");
        row(sheet, 2, ["2023-Q3", "firms", "south"], 0.0, "2023-10-15");
        sheet.write(2, 3, "25").expect("a number as text");
        row(sheet, 3, ["2023-Q3", "growth", ""], 0.0, "2023-10-15");
        sheet.write_formula(3, 3, Formula::new("=1/0").set_result("#DIV/0!")).expect("a formula");
        row(sheet, 4, ["2023-Q3", "frims", "西区"], 1.0, "2023-10-32");
        row(sheet, 5, ["2023-Q3", "firms\u{200B}", "north"], 1.0, "2023-10-15");
        let hidden = book.add_worksheet().set_name("旧表").expect("a name").set_hidden(true);
        header(hidden, 0, &NAMES);
        row(hidden, 1, ["2023-Q3", "firms", "north"], 99.0, "2023-10-15");
        book.add_worksheet()
            .set_name("说明")
            .expect("a name")
            .write(0, 0, "填报说明")
            .expect("a cell");
    });
    assert_snapshot!("doubts", site.run(&["check", "--format", "short"]).stdout);
    assert_snapshot!("doubts_shown", site.run(&["build"]).stderr);
}

#[test]
fn a_workbook_that_is_none_or_lacks_a_column_is_an_error() {
    let site = TestSite::base();
    site.write(BOOK, "not a workbook");
    assert_snapshot!("no_workbook", site.run(&["build"]).shown());
    let site = site_with(|book| {
        header(book.add_worksheet(), 1, &["period", "indicator", "value"]);
    });
    assert_snapshot!("no_column", site.run(&["build"]).shown());
}
