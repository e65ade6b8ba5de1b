//! Finds what of a theme is probably a mistake: messages and templates of its own that nothing asks
//! for, and slots that nothing fills.

use std::collections::{BTreeMap, BTreeSet};

use crate::codes;
use crate::diag::{Diagnostic, nearest};
use crate::message::{Message, message};
use crate::source::Location;

use super::tables::TEMPLATES;
use super::templates::messages_asked;
use super::theme::ThemeTexts;
use super::theme_text::{message_ids, messages_referred_to, slots_of};

/// Looks through the texts of a theme's own.
#[must_use]
pub fn doubts_of_theme(theme: &ThemeTexts) -> Vec<Diagnostic> {
    let mut found = doubts_of_messages(theme);
    found.extend(doubts_of_templates(theme));
    found
}

fn doubts_of_messages(theme: &ThemeTexts) -> Vec<Diagnostic> {
    let all = || theme.words.values().flatten();
    if all().all(|text| text.file.is_none()) {
        return Vec::new();
    }
    // Every language of a message is given the same slots; one may leave some of them out.
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for text in all().filter(|text| text.file.is_none()) {
        for (id, slots) in slots_of(&text.text) {
            known.entry(id).or_default().extend(slots);
        }
    }
    let own_templates = || theme.templates.iter().filter(|one| one.file.is_some());
    let by_templates = own_templates().flat_map(|one| messages_asked(&one.text));
    let by_messages = all().flat_map(|one| messages_referred_to(&one.text));
    let asked: BTreeSet<&str> = by_templates.map(|(_, id)| id).chain(by_messages).collect();
    let mut found = Vec::new();
    for text in all().filter(|text| text.file.is_some()) {
        let slots = slots_of(&text.text);
        for (at, id) in message_ids(&text.text) {
            let Some(location) = text.location(at) else { continue };
            match known.get(id) {
                None if asked.contains(id) => {}
                None => found.push(unasked(location, id, known.keys().map(String::as_str))),
                Some(filled) => {
                    let unfilled = slots.get(id).into_iter().flatten();
                    let unfilled = unfilled.filter(|slot| !filled.contains(*slot));
                    found.extend(unfilled.map(|slot| unfilled_slot(location, id, slot, filled)));
                }
            }
        }
    }
    found
}

fn unasked<'k>(location: Location, id: &str, known: impl Iterator<Item = &'k str>) -> Diagnostic {
    let message = message!("nothing asks for the message `{id}`", "没有地方使用文字`{id}`");
    let warning = codes::THEME_TEXT.at(location, message);
    warning.help(match nearest(id, known) {
        Some(near) => message!("did you mean `{near}`?", "是否应为`{near}`？"),
        None => message!(
            "correct its name, or ask for it in a template of the theme",
            "更正其名称，或在主题的模板中使用它"
        ),
    })
}

fn unfilled_slot(
    location: Location,
    id: &str,
    slot: &str,
    filled: &BTreeSet<String>,
) -> Diagnostic {
    let message = message!(
        "`{id}` has no `{{ ${slot} }}`: readers would see it as it stands",
        "`{id}`没有`{{ ${slot} }}`：读者会原样看到它"
    );
    let names: Vec<String> = filled.iter().map(|name| format!("{{ ${name} }}")).collect();
    codes::THEME_TEXT.at(location, message).help(match names.is_empty() {
        true => message!("it has no slots", "它没有可填的数"),
        false => Message::new(
            format!("it has {}", names.join(", ")),
            format!("它有{}", names.join("、")),
        ),
    })
}

fn doubts_of_templates(theme: &ThemeTexts) -> Vec<Diagnostic> {
    let templates = &theme.templates;
    let known = || theme.built_in.iter().map(String::as_str).chain(TEMPLATES);
    let names_another = |name: &str| {
        let quoted = [format!("\"{name}\""), format!("'{name}'")];
        templates.iter().any(|one| quoted.iter().any(|name| one.text.contains(name)))
    };
    templates
        .iter()
        .filter(|one| !known().any(|name| name == one.name) && !names_another(&one.name))
        .filter_map(|one| {
            let message = message!("nothing uses this template", "没有页面使用本模板");
            let warning = codes::UNREAD_FILE.at(Location::start_of(one.file?), message);
            Some(warning.help(match nearest(&one.name, known()) {
                Some(near) => message!("did you mean `{near}`?", "是否应为`{near}`？"),
                None => message!(
                    "name it after the template it replaces, or include it in one",
                    "以其替换的模板命名，或在其他模板中引用"
                ),
            }))
        })
        .collect()
}
