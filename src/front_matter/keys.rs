//! TOML asked key by key: what nobody asked for is an unknown key.

use std::cell::RefCell;

use toml::de::{DeTable, DeValue};

use crate::codes;
use crate::date::{Date, parse_date};
use crate::diag::{Diagnostic, nearest};
use crate::language::{Language, Text};
use crate::message::{Message, StaticMessage, message};
use crate::number::Number;
use crate::source::{LineIndex, Located, Location};

use super::diagnostics::Diagnostics;

/// Reads a TOML text that is part of `index`'s text and hands its top table to `read`.
///
/// Broken TOML is reported and gives nothing. After `read`, keys nobody asked for are reported.
pub fn read_toml<'t, T>(
    index: &LineIndex<'t>,
    toml: &'t str,
    languages: &[Language],
    faults: &Diagnostics,
    read: impl FnOnce(&mut Keys<'_, 't>) -> T,
) -> Option<T> {
    let base = toml.as_ptr() as usize - index.text().as_ptr() as usize;
    let (table, errors) = DeTable::parse_recoverable(toml);
    // The first fault is the author's; what the parser says after it is mostly an echo.
    if let Some(error) = errors.first() {
        let at = index.location(base + error.span().map_or(0, |span| span.start));
        let summary = error.message().lines().next().unwrap_or("the TOML cannot be read");
        let message = message!("{summary}", "TOML无法读取：{summary}");
        faults.push(codes::TOML.at(at, message).help(message!(
            "see https://toml.io for how TOML is written",
            "TOML写法见https://toml.io"
        )));
        return None;
    }
    let document = DocumentContext { index, base, languages, faults };
    let mut keys = Keys::new(document, table.get_ref(), index.location(base), String::new());
    let value = read(&mut keys);
    keys.finish();
    Some(value)
}

/// What every table of one document shares.
#[derive(Clone, Copy)]
struct DocumentContext<'a, 't> {
    index: &'a LineIndex<'t>,
    base: usize,
    languages: &'a [Language],
    faults: &'a Diagnostics,
}

/// Reads one table key by key.
pub struct Keys<'a, 't> {
    document: DocumentContext<'a, 't>,
    table: &'a DeTable<'a>,
    location: Location,
    name: String,
    asked: RefCell<Vec<String>>,
}

impl<'a, 't> Keys<'a, 't> {
    fn new(
        document: DocumentContext<'a, 't>,
        table: &'a DeTable<'a>,
        location: Location,
        name: String,
    ) -> Self {
        Self { document, table, location, name, asked: RefCell::default() }
    }

    /// Returns where the table begins.
    #[must_use]
    pub fn location(&self) -> Location {
        self.location
    }

    /// Returns where a key's value stands, or where the table begins if it is absent.
    #[must_use]
    pub fn location_of(&self, key: &str) -> Location {
        self.table.get(key).map_or(self.location, |value| {
            self.document.index.location(self.document.base + value.span().start)
        })
    }

    /// Returns whether a key is there. To ask this is to know the key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.ask(key);
        self.table.get(key).is_some()
    }

    /// Adds a fault.
    pub fn fault(&self, diagnostic: Diagnostic) {
        self.document.faults.push(diagnostic);
    }

    /// Reads a value of any kind.
    pub fn value(&mut self, key: &str) -> Option<Located<&'a DeValue<'a>>> {
        self.ask(key);
        let value = self.table.get(key)?;
        Some(Located::new(value.get_ref(), self.location_of(key)))
    }

    /// Reads a text.
    pub fn text(&mut self, key: &str) -> Option<Located<String>> {
        let found = self.value(key)?;
        match found.value {
            DeValue::String(text) => Some(Located::new(text.to_string(), found.location)),
            other => self.wrong_type(
                key,
                StaticMessage::new("a text in quotation marks", "加引号的文本"),
                other,
                found.location,
            ),
        }
    }

    /// Reads a text that must be there and say something.
    pub fn required_text(&mut self, key: &str) -> Option<Located<String>> {
        if !self.has(key) {
            self.missing(key);
            return None;
        }
        let text = self.text(key)?;
        if text.value.trim().is_empty() {
            self.fault(
                codes::EMPTY_TEXT.at(text.location, message!("`{key}` is empty", "`{key}`为空")),
            );
            return None;
        }
        Some(text)
    }

    /// Reads a text together with its translations (`title`, `title_en`).
    pub fn translated(&mut self, key: &str) -> Option<Text> {
        let first = self.text(key);
        self.with_translations(key, first)
    }

    /// Reads a text that must be there, together with its translations.
    pub fn required_translated(&mut self, key: &str) -> Option<Text> {
        let first = self.required_text(key);
        self.with_translations(key, first)
    }

    fn with_translations(&mut self, key: &str, first: Option<Located<String>>) -> Option<Text> {
        let mut text = first.map(|first| Text::new(first.value));
        for language in self.document.languages.iter().skip(1) {
            let translation = self.text(&format!("{key}_{}", language.key()));
            if let (Some(text), Some(translation)) = (&mut text, translation) {
                text.add(language.key(), translation.value);
            }
        }
        text
    }

    /// Reads a yes or no.
    pub fn boolean(&mut self, key: &str) -> Option<bool> {
        let found = self.value(key)?;
        match found.value {
            DeValue::Boolean(answer) => Some(*answer),
            other => self.wrong_type(
                key,
                StaticMessage::new("true or false", "true或false"),
                other,
                found.location,
            ),
        }
    }

    /// Reads a decimal, written as a number or as text; the digits stay as typed.
    pub fn number(&mut self, key: &str) -> Option<Located<Number>> {
        let found = self.value(key)?;
        self.number_in(key, found)
    }

    /// Reads a whole number between two bounds.
    pub fn whole(&mut self, key: &str, least: u32, most: u32) -> Option<Located<u32>> {
        let number = self.number(key)?;
        match number.value.to_whole().and_then(|whole| u32::try_from(whole).ok()) {
            Some(whole) if (least..=most).contains(&whole) => {
                Some(Located::new(whole, number.location))
            }
            _ => {
                let message = message!(
                    "`{key}` is {}, it must be a whole number from {least} to {most}",
                    "`{key}`为{}，应为{least}至{most}的整数",
                    number.value
                );
                self.fault(codes::OUT_OF_RANGE.at(number.location, message));
                None
            }
        }
    }

    /// Reads a date, written as a TOML date or as text.
    pub fn date(&mut self, key: &str) -> Option<Located<Date>> {
        let found = self.value(key)?;
        let date = match found.value {
            DeValue::Datetime(moment) if moment.time.is_none() => parse_date(&moment.to_string()),
            DeValue::String(text) => parse_date(text),
            _ => None,
        };
        if date.is_none() {
            self.fault(
                codes::DATE
                    .at(found.location, message!("`{key}` is not a date", "`{key}`不是日期"))
                    .help(message!(
                        "write it as 2023-07-25, without a time",
                        "写作2023-07-25，不带时间"
                    )),
            );
        }
        Some(Located::new(date?, found.location))
    }

    /// Reads a list of texts.
    pub fn texts(&mut self, key: &str) -> Vec<Located<String>> {
        let mut texts = Vec::new();
        for entry in self.list(key) {
            match entry.value {
                DeValue::String(text) => texts.push(Located::new(text.to_string(), entry.location)),
                other => {
                    let _: Option<()> = self.wrong_type(
                        key,
                        StaticMessage::new("a list of texts", "文本列表"),
                        other,
                        entry.location,
                    );
                }
            }
        }
        texts
    }

    /// Reads the entries of a list, whatever they are. An absent key is an empty list.
    pub fn list(&mut self, key: &str) -> Vec<Located<&'a DeValue<'a>>> {
        let Some(found) = self.value(key) else { return Vec::new() };
        match found.value {
            DeValue::Array(entries) => entries
                .iter()
                .map(|entry| {
                    Located::new(
                        entry.get_ref(),
                        self.document.index.location(self.document.base + entry.span().start),
                    )
                })
                .collect(),
            other => {
                let _: Option<()> = self.wrong_type(
                    key,
                    StaticMessage::new("a list", "列表"),
                    other,
                    found.location,
                );
                Vec::new()
            }
        }
    }

    /// Reads a decimal out of a value that was found by other means.
    pub fn number_in(&self, key: &str, found: Located<&DeValue<'_>>) -> Option<Located<Number>> {
        let text = match found.value {
            DeValue::Integer(digits) if digits.radix() == 10 => digits.as_str().replace('_', ""),
            DeValue::Float(digits) => digits.as_str().to_string(),
            DeValue::String(text) => text.to_string(),
            other => {
                return self.wrong_type(
                    key,
                    StaticMessage::new("a decimal", "小数或整数"),
                    other,
                    found.location,
                );
            }
        };
        match Number::parse(&text) {
            Ok(number) => Some(Located::new(number, found.location)),
            Err(fault) => {
                self.fault(
                    codes::NUMBER
                        .at(
                            found.location,
                            Message::new(
                                format!("`{key}` {}: `{text}`", fault.message().en),
                                format!("`{key}`{}：`{text}`", fault.message().zh),
                            ),
                        )
                        .help(fault.remedy()),
                );
                None
            }
        }
    }

    /// Reads a table inside this one.
    pub fn table(&mut self, key: &str) -> Option<Keys<'a, 't>> {
        let found = self.value(key)?;
        match found.value {
            DeValue::Table(table) => Some(Keys::new(
                self.document,
                table,
                found.location,
                format!("{}{key}.", self.name),
            )),
            other => {
                self.wrong_type(key, StaticMessage::new("a table", "表"), other, found.location)
            }
        }
    }

    /// Reads a list of tables (`[[indicators]]`).
    pub fn tables(&mut self, key: &str) -> Vec<Keys<'a, 't>> {
        let mut tables = Vec::new();
        for entry in self.list(key) {
            match entry.value {
                DeValue::Table(table) => {
                    tables.push(Keys::new(
                        self.document,
                        table,
                        entry.location,
                        format!("{}{key}.", self.name),
                    ));
                }
                other => {
                    let _: Option<()> = self.wrong_type(
                        key,
                        StaticMessage::new("a list of tables", "表的列表"),
                        other,
                        entry.location,
                    );
                }
            }
        }
        tables
    }

    /// Reads one of several words.
    pub fn one_of<T: Copy>(&mut self, key: &str, choices: &[(&str, T)]) -> Option<Located<T>> {
        let word = self.text(key)?;
        if let Some((_, choice)) = choices.iter().find(|(name, _)| *name == word.value) {
            return Some(Located::new(*choice, word.location));
        }
        self.unknown_word(key, &word, choices.iter().map(|(name, _)| *name));
        None
    }

    /// Reports a word that is none of the known ones.
    pub fn unknown_word<'w>(
        &self,
        key: &str,
        word: &Located<String>,
        known: impl Iterator<Item = &'w str> + Clone,
    ) {
        let all = known.clone().collect::<Vec<_>>().join(", ");
        let help = match nearest(&word.value, known) {
            Some(near) => {
                message!("did you mean `{near}`? Known: {all}", "是否应为`{near}`？可用：{all}")
            }
            None => message!("known: {all}", "可用：{all}"),
        };
        self.fault(
            codes::UNKNOWN_WORD
                .at(
                    word.location,
                    message!("`{}` is no `{key}`", "`{}`不是可用的`{key}`", word.value),
                )
                .help(help),
        );
    }

    /// Lists the names of the keys in this table, with their places, and counts them as asked.
    pub fn all_keys(&mut self) -> Vec<Located<String>> {
        let names: Vec<Located<String>> = self
            .table
            .iter()
            .map(|(key, _)| {
                Located::new(
                    key.get_ref().to_string(),
                    self.document.index.location(self.document.base + key.span().start),
                )
            })
            .collect();
        self.asked.borrow_mut().extend(names.iter().map(|name| name.value.clone()));
        names
    }

    /// Reports a key that must be there and is not.
    pub fn missing(&self, key: &str) {
        let message = message!("`{}{key}` is missing", "缺少`{}{key}`", self.name);
        self.fault(
            codes::MISSING_KEY
                .at(self.location, message)
                .help(message!("add a line `{key} = …` here", "在此补充一行`{key} = …`")),
        );
    }

    /// Reports every key nobody asked for, with the nearest one that is known.
    pub fn finish(self) {
        let known = self.asked.borrow();
        for (key, _) in self.table {
            let name: &str = key.get_ref();
            if known.iter().any(|asked| asked == name) {
                continue;
            }
            let location = self.document.index.location(self.document.base + key.span().start);
            let help = match nearest(name, known.iter().map(String::as_str)) {
                Some(near) => message!("did you mean `{near}`?", "是否应为`{near}`？"),
                None => message!("known here: {}", "此处可用：{}", known.join(", ")),
            };
            self.fault(
                codes::UNKNOWN_KEY
                    .at(
                        location,
                        message!(
                            "`{}{name}` is not a key we know",
                            "`{}{name}`不是可用的键",
                            self.name
                        ),
                    )
                    .help(help),
            );
        }
    }

    fn ask(&self, key: &str) {
        let mut asked = self.asked.borrow_mut();
        if !asked.iter().any(|known| known == key) {
            asked.push(key.to_string());
        }
    }

    fn wrong_type<T>(
        &self,
        key: &str,
        wanted: StaticMessage,
        found: &DeValue<'_>,
        location: Location,
    ) -> Option<T> {
        let (name, is) = (&self.name, found.type_str());
        let message = Message::new(
            format!("`{name}{key}` must be {}, this is a {is}", wanted.en),
            format!("`{name}{key}`应为{}，此处是{is}", wanted.zh),
        );
        self.fault(codes::WRONG_TYPE.at(location, message));
        None
    }
}

#[cfg(test)]
mod tests;
