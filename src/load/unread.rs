//! Finds files of the content folder that nobody reads: a mistyped ending, a table in the wrong
//! folder, an attachment outside `static/`.

use crate::codes;
use crate::diag::Diagnostic;
use crate::message::message;
use crate::source::Location;
use crate::workbook::is_workbook;

use super::files::Content;

/// Tells every file that is part of nothing.
pub(super) fn unread_diagnostics(content: &Content) -> Vec<Diagnostic> {
    let unread = content.all().filter(|file| !is_read(&file.name));
    let diagnostic = |file: &super::files::ContentFile| {
        let message = message!("nothing reads this file", "本文件不会被读取");
        codes::UNREAD_FILE.at(Location::start_of(file.id), message)
    };
    unread.map(diagnostic).collect()
}

fn is_read(name: &str) -> bool {
    let parts: Vec<&str> = name.split('/').collect();
    match parts[..] {
        ["site.toml" | "departments.csv" | "regions.csv" | "holidays.csv"] => true,
        ["static", ..] => true,
        ["pages", .., page] => page.ends_with(".md"),
        ["plans", _, "plan.md"] => true,
        ["plans", _, text] => text.starts_with("plan.") && text.ends_with(".md"),
        ["plans", _, "items" | "updates", .., text] => text.ends_with(".md"),
        ["plans", _, "data", .., table] => table.ends_with(".csv") || is_workbook(table),
        ["plans", _, "releases", .., edition] => edition.ends_with(".json"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_known_by_its_name() {
        for read in [
            "site.toml",
            "static/a/b.pdf",
            "plans/2023/items/01.en.md",
            "plans/2023/data/a.XLSX",
            "plans/2023/plan.en.md",
        ] {
            assert!(is_read(read), "{read}");
        }
        for unread in [
            "notes.txt",
            "plans/2023/items/2.MD",
            "plans/2023/01.md",
            "plans/2023/data/a.txt",
            "pages/b.html",
            "data/a.csv",
        ] {
            assert!(!is_read(unread), "{unread}");
        }
    }
}
