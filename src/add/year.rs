//! The plan of another year from the last: its items and indicators with their dates moved on,
//! without what only that year had.
//!
//! What has to be looked at anew is marked 请核对, so that no edition is frozen before somebody did.
//! This is the home of `toml_edit`.

use toml_edit::{DocumentMut, Item, TableLike, Value};

/// What of a plan belongs to its year alone.
const OF_THE_YEAR: [&str; 7] =
    ["issued", "document_number", "source", "as_of", "editions", "plan_revisions", "scoring"];

/// Makes the plan.md of another year.
///
/// **Errors**: a sentence when the front matter cannot be read.
pub fn next_plan(text: &str, from: i16, to: i16) -> Result<String, String> {
    let (mut document, body) = read(text)?;
    for key in OF_THE_YEAR {
        document.remove(key);
    }
    let title = document
        .get("title")
        .and_then(Item::as_str)
        .map(|title| title.replace(&from.to_string(), &to.to_string()));
    if let Some(title) = title {
        set(&mut document, "title", title.into(), " # 请核对：标题、印发日期和文号");
    }
    if document.contains_key("year") {
        set(&mut document, "year", i64::from(to).into(), "");
    }
    move_on(document.as_table_mut(), from, to);
    Ok(written(&document, body))
}

/// Makes an item of another year.
///
/// **Errors**: a sentence when the front matter cannot be read.
pub fn next_item(text: &str, from: i16, to: i16) -> Result<String, String> {
    let (mut document, body) = read(text)?;
    let indicators = document.get_mut("indicators").and_then(Item::as_array_of_tables_mut);
    for indicator in indicators.into_iter().flat_map(|tables| tables.iter_mut()) {
        indicator.remove("override");
        if let Some(target) = indicator.get_mut("target").and_then(Item::as_value_mut) {
            let comment = target
                .decor()
                .suffix()
                .and_then(|suffix| suffix.as_str())
                .unwrap_or("")
                .trim_end()
                .to_string();
            let mark = format!("请核对：{to}年的目标");
            let suffix = if comment.is_empty() {
                format!(" # {mark}")
            } else {
                format!("{comment}；{mark}")
            };
            target.decor_mut().set_suffix(suffix);
        }
        let batches = indicator.get_mut("batches").and_then(Item::as_array_mut);
        for batch in batches
            .into_iter()
            .flat_map(|list| list.iter_mut())
            .filter_map(Value::as_inline_table_mut)
        {
            batch.remove("published");
            batch.remove("notice");
        }
    }
    move_on(document.as_table_mut(), from, to);
    Ok(written(&document, body))
}

fn read(text: &str) -> Result<(DocumentMut, &str), String> {
    let inner = text.strip_prefix("+++").map(|rest| rest.trim_start_matches(['\r', '\n']));
    let (front, body) =
        inner.and_then(|inner| inner.split_once("\n+++")).ok_or("it has no front matter")?;
    let document =
        format!("{front}\n").parse::<DocumentMut>().map_err(|error| error.to_string())?;
    Ok((document, body))
}

fn written(document: &DocumentMut, body: &str) -> String {
    format!("+++\n{document}+++{body}")
}

/// Gives a key another value and keeps its place; `comment` stands behind it.
fn set(document: &mut DocumentMut, key: &str, value: Value, comment: &str) {
    let mut value = value;
    value.decor_mut().set_prefix(" ");
    value.decor_mut().set_suffix(comment.to_string());
    document[key] = Item::Value(value);
}

/// Moves every date and period of the one year into the other.
fn move_on(table: &mut dyn TableLike, from: i16, to: i16) {
    for (_, item) in table.iter_mut() {
        match item {
            Item::Value(value) => move_value_on(value, from, to),
            Item::Table(inner) => move_on(inner, from, to),
            Item::ArrayOfTables(tables) => {
                tables.iter_mut().for_each(|inner| move_on(inner, from, to))
            }
            Item::None => {}
        }
    }
}

fn move_value_on(value: &mut Value, from: i16, to: i16) {
    let decor = value.decor().clone();
    let moved = match value {
        Value::Datetime(moment) => {
            let mut day = *moment.value();
            let is_of_year = day.date.is_some_and(|date| i32::from(date.year) == i32::from(from));
            // The 29th of February is the last day of its month in other years.
            day.date = day.date.map(|mut date| {
                date.year = u16::try_from(to).unwrap_or(date.year);
                if date.month == 2 && date.day == 29 {
                    date.day = 28;
                }
                date
            });
            is_of_year.then(|| Value::from(day))
        }
        Value::String(text) => {
            let rest = text
                .value()
                .strip_prefix(&from.to_string())
                .filter(|rest| rest.is_empty() || is_part(rest));
            rest.map(|rest| Value::from(format!("{to}{rest}")))
        }
        Value::Array(values) => {
            values.iter_mut().for_each(|inner| move_value_on(inner, from, to));
            None
        }
        Value::InlineTable(inner) => {
            move_on(inner, from, to);
            None
        }
        _ => None,
    };
    if let Some(moved) = moved {
        *value = moved;
        *value.decor_mut() = decor;
    }
}

/// Returns whether what follows a year makes it a period: `-06`, `-Q2`, `-H1`.
fn is_part(rest: &str) -> bool {
    let part = rest.strip_prefix('-').unwrap_or("");
    part.len() == 2
        && part.as_bytes()[1].is_ascii_digit()
        && matches!(part.as_bytes()[0], b'0' | b'1' | b'Q' | b'H')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_periods_move_on_and_what_is_of_the_year_goes() {
        let plan = "+++\ntitle = \"某市2023年计划\"\nissued = 2023-02-08\nyear = 2023\nsections = [{ id \
            = \"a\", title = \"甲\" }]   # 部分\n\n[[editions]]\nperiod = \"2023-H1\"\nas_of = \
            2023-07-25\n+++\n\n介绍。\n";
        assert_eq!(
            next_plan(plan, 2023, 2024).as_deref(),
            Ok(
                "+++\ntitle = \"某市2024年计划\" # 请核对：标题、印发日期和文号\nyear = 2024\nsections = [{ id \
                    = \"a\", title = \"甲\" }]   # 部分\n+++\n\n介绍。\n"
            )
        );
        let item = "+++\nnumber = 1\n\n[[indicators]]\nid = \"a\"\ntarget = \"力争2家\"    # \
            照抄\nbatches = [{ expected = \"2023-07\", published = 2023-07-14, notice = \"x\" \
            }]\nschedule = { expected = [[\"2023-06\", 1], [\"2023\", 2]] }\nsource \
            = \"2023年公报\"\n\n[[milestones]]\nid = \"b\"\ndue = 2024-02-29\n+++\n正文。\n";
        let next = next_item(item, 2023, 2024).expect("an item");
        for wanted in [
            "target = \"力争2家\"    # 照抄；请核对：2024年的目标",
            "expected = \"2024-07\"",
            "[[\"2024-06\", 1], [\"2024\", 2]]",
            "source = \"2023年公报\"",
            "due = 2024-02-29",
            "+++\n正文。\n",
        ] {
            assert!(next.contains(wanted), "{wanted} in {next}");
        }
        assert!(!next.contains("published") && !next.contains("notice"), "{next}");
        assert!(next_item("no front matter", 2023, 2024).is_err());
    }
}
