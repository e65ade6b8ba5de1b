//! Reads the `[[editions]]` of plan.md: the states of knowledge that were signed off and published.

use crate::codes;
use crate::date::parse_date_and_time;
use crate::front_matter::Keys;
use crate::message::message;
use crate::model::edition::{Bulletin, Edition, EditionState};
use crate::source::Located;

use super::ids::is_id;
use super::shared::read_period;

/// Reads every edition; one without period or day of knowledge gives nothing.
pub(super) fn read_editions(keys: &mut Keys<'_, '_>) -> Vec<Edition> {
    let mut editions: Vec<Edition> = Vec::new();
    for mut table in keys.tables("editions") {
        for key in ["period", "as_of"] {
            if !table.has(key) {
                table.missing(key);
            }
        }
        let period = read_period(&mut table, "period");
        let id = table.text("id").and_then(|id| edition_id(&table, id));
        let edition = Edition {
            id: id.unwrap_or_else(|| period.map_or(String::new(), |p| p.to_string())),
            as_of: table.date("as_of").map_or(crate::date::Date::MAX, |d| d.value),
            title: table.translated("title"),
            state: table
                .one_of("state", &EditionState::WORDS)
                .map_or(EditionState::Draft, |s| s.value),
            approved_on: table.date("approved_on").map(|d| d.value),
            approved_by: table.text("approved_by").map(|t| t.value),
            reference: table.text("reference").map(|t| t.value),
            planned: table.date("planned").map(|d| d.value),
            published_at: read_moment(&mut table, "published_at"),
            delay_reason: table.translated("delay_reason"),
            bulletin: read_bulletin(&mut table),
            location: table.location(),
            period: period.unwrap_or(crate::model::period::Period {
                year: 1900,
                span: crate::model::period::Span::Year,
            }),
        };
        if period.is_some() && table.has("as_of") {
            if editions.iter().any(|known| known.id == edition.id) {
                table.fault(codes::DUPLICATE_ID.at(
                    edition.location,
                    message!("an edition `{}` is there already", "已有期次`{}`", edition.id),
                ));
            } else {
                editions.push(edition);
            }
        }
        table.finish();
    }
    editions
}

/// The id of an edition is part of an address; unlike other ids it may hold the capitals of a
/// period (`2023-H1`).
fn edition_id(keys: &Keys<'_, '_>, id: Located<String>) -> Option<String> {
    let is_plain = is_id(&id.value.to_ascii_lowercase());
    if !is_plain {
        keys.fault(
            codes::ID
                .at(id.location, message!("`{}` cannot be an id", "`{}`不能作标识", id.value))
                .help(message!("use letters, digits and hyphens", "用字母、数字和连字符")),
        );
    }
    is_plain.then_some(id.value)
}

fn read_moment(keys: &mut Keys<'_, '_>, key: &str) -> Option<String> {
    let text = keys.text(key)?;
    if parse_date_and_time(&text.value).is_none() {
        keys.fault(
            codes::DATE
                .at(text.location, message!("`{}` is not a moment", "`{}`不是时刻", text.value))
                .help(message!("write it as \"2023-07-28 09:30\"", "写作\"2023-07-28 09:30\"")),
        );
        return None;
    }
    Some(text.value)
}

fn read_bulletin(keys: &mut Keys<'_, '_>) -> Option<Bulletin> {
    let mut table = keys.table("bulletin")?;
    let bulletin = Bulletin {
        title: table.required_text("title").map(|t| t.value).unwrap_or_default(),
        document_number: table.text("document_number").map(|t| t.value),
        issued: table.date("issued").map(|d| d.value),
        url: table.text("url").map(|t| t.value),
    };
    table.finish();
    Some(bulletin)
}
