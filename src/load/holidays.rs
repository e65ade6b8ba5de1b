//! Reads `holidays.csv`: the days that are free or worked other than the week says.
//!
//! Columns: `date`, `kind` (holiday = free, workday = a Saturday or Sunday that is worked), and,
//! for whoever reads the file, `name`. A file that is not there is a calendar of weekends alone.

use std::collections::HashMap;

use crate::codes;
use crate::date::{Date, is_weekend};
use crate::front_matter::Diagnostics;
use crate::message::message;
use crate::model::calendar::{Calendar, DayKind};
use crate::source::{LineIndex, Location};

use super::files::Content;
use super::loaded::Loaded;
use super::observations::read_date;
use super::read::read_with;
use super::row::{Column, Row, optional, required};
use super::tables::read_rows;

const COLUMNS: [Column; 3] = [required("date"), required("kind"), optional("name")];
const DATE: usize = 0;
const KIND: usize = 1;

/// Reads the calendar of the site.
pub(super) fn read_holidays(content: &Content, loaded: &mut Loaded) -> Calendar {
    content
        .file("holidays.csv")
        .and_then(|file| read_with(file, loaded, read_days))
        .unwrap_or_default()
}

fn read_days(index: &LineIndex<'_>, faults: &Diagnostics) -> Option<Calendar> {
    let mut days = Vec::new();
    let mut taken = HashMap::new();
    read_rows(index, &COLUMNS, faults, &mut |row: &dyn Row| {
        // Both cells are looked at before the row is given up, so that all its faults are told.
        let (date, kind) = (read_date(row, DATE), read_kind(row));
        let (Some(date), Some(kind)) = (date, kind) else { return };
        if is_first(row, date, &mut taken) && is_other_than_the_week_says(row, date, kind) {
            days.push((date, kind));
        }
    });
    Some(Calendar::new(days))
}

fn read_kind(row: &dyn Row) -> Option<DayKind> {
    let word = row.cell(KIND);
    let found = DayKind::from_word(word);
    if found.is_none() {
        row.fault(
            codes::UNKNOWN_WORD,
            KIND,
            message!("`{word}` is no kind of day", "`{word}`不是可用的日期类型"),
            message!("known: holiday, workday", "可用：holiday（放假）、workday（调休上班）"),
        );
    }
    found
}

fn is_first(row: &dyn Row, date: Date, taken: &mut HashMap<Date, Location>) -> bool {
    let first = taken.get(&date).copied();
    if let Some(first) = first {
        row.faults().push(
            codes::HOLIDAYS
                .at(
                    row.location_of(DATE),
                    message!("an earlier row is about {date} as well", "前面已有{date}一行"),
                )
                .label(first, message!("the earlier row", "前面的行"))
                .help(message!("remove one of them", "删去其中一行")),
        );
    }
    taken.entry(date).or_insert(row.location());
    first.is_none()
}

/// A weekday is worked already: a row that says so is a slip, most often of the date.
fn is_other_than_the_week_says(row: &dyn Row, date: Date, kind: DayKind) -> bool {
    let is_slip = kind == DayKind::Workday && !is_weekend(date);
    if is_slip {
        row.fault(
            codes::HOLIDAYS,
            DATE,
            message!(
                "{date} is no Saturday or Sunday; it is worked anyway",
                "{date}不是周六或周日，本来就上班"
            ),
            message!(
                "correct the date, or remove the row; kind = workday is for weekends that are \
                    worked",
                "更正日期，或删去本行；workday只用于调休上班的周六、周日"
            ),
        );
    }
    !is_slip
}
