//! Tests of what stands in `keys.rs`.

use super::*;
use crate::front_matter::split::{Split, split_front_matter};
use crate::source::FileId;

fn faults_of(toml: &str, read: impl FnOnce(&mut Keys<'_, '_>)) -> Vec<String> {
    let index = LineIndex::new(FileId(0), toml);
    let faults = Diagnostics::default();
    read_toml(&index, toml, &[Language("zh-CN".into()), Language("en".into())], &faults, read);
    faults
        .into_vec()
        .into_iter()
        .map(|d| {
            format!("{} {}", d.location.map_or(String::new(), |p| p.to_string()), d.message.en)
        })
        .collect()
}

#[test]
fn front_matter_ends_at_its_second_line_of_signs() {
    let index = LineIndex::new(FileId(0), "+++\r\na = 1\r\n+++\r\nbody\n");
    assert_eq!(split_front_matter(&index), Ok(Split { toml: Some("a = 1\r\n"), body: "body\n" }));
    let open = LineIndex::new(FileId(0), "+++\na = 1\n");
    assert!(split_front_matter(&open).is_err());
    let none = LineIndex::new(FileId(0), "body");
    assert_eq!(split_front_matter(&none), Ok(Split { toml: None, body: "body" }));
}

#[test]
fn unknown_keys_are_told_with_place_and_neighbour() {
    let found = faults_of("title = \"a\"\nnumbr = 1\n", |keys| {
        keys.required_translated("title");
        keys.whole("number", 1, 99);
    });
    assert_eq!(found, ["2:1 `numbr` is not a key we know"]);
}

#[test]
fn wrong_types_missing_keys_and_bad_dates_are_all_told() {
    let found = faults_of("title = 3\ndue = 2023-02-01T10:00:00\nsize = \"1,000\"\n", |keys| {
        keys.required_text("title");
        keys.date("due");
        keys.number("size");
        keys.required_text("id");
    });
    assert_eq!(
        found,
        [
            "1:9 `title` must be a text in quotation marks, this is a integer",
            "2:7 `due` is not a date",
            "3:8 `size` has a thousands separator: `1,000`",
            "1:1 `id` is missing",
        ]
    );
}

#[test]
fn broken_toml_has_the_place_of_the_fault() {
    let found = faults_of("a = 1\nb = = 2\n", |_| {});
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("2:5 "), "{found:?}");
}

#[test]
fn decimals_keep_their_digits() {
    let index = LineIndex::new(FileId(0), "a = 1_000\nb = 2.50\nc = \"3.10\"\n");
    let faults = Diagnostics::default();
    let numbers = read_toml(&index, index.text(), &[], &faults, |keys| {
        ["a", "b", "c"].map(|key| keys.number(key).map(|n| n.value.to_string()).unwrap_or_default())
    });
    assert_eq!(numbers, Some(["1000".into(), "2.50".into(), "3.10".into()]));
}
