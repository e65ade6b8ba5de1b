//! Says amounts with their units: the singular of one, multiples multiplied out, points of a rate.
//!
//! Comes in: a number and its unit as the content writes it. Goes out: both as readers of the
//! language expect them. Exact throughout; tables and files keep the unit that was recorded.
//!
//! A unit that is a multiple (`unit_en = "100 million yuan"`) is multiplied out where a figure
//! stands with its unit (6.5 reads 650 million yuan); only the decimal point moves. Columns under a
//! unit, axes and files keep the unit that was recorded.

use std::borrow::Cow;

use crate::number::Number;
use crate::phrase::counts_whole_things;
use crate::render::terms::number;
use crate::render::text_id::text;
use crate::render::words::{Slot, Words};

/// Says an amount with its unit.
#[must_use]
pub fn amount(words: &Words, value: Number, unit: &str) -> String {
    if matches!(unit, "%" | "‰") {
        return format!("{}{unit}", number(value));
    }
    if is_points(unit)
        && let Some(points) = points(words, value, unit)
    {
        return points;
    }
    let (value, unit) = multiplied_out(value, unit);
    let is_one = words.language().tag().starts_with("en") && value == Number::ONE;
    let unit = if is_one { singular(unit) } else { unit.into() };
    words.message(
        text!("amount"),
        &[("value", Slot::Made(number(value))), ("unit", Slot::Text(&unit))],
    )
}

/// Says a number that stands before an amount and shares its unit: the 3 of 3—5 firms.
#[must_use]
pub fn number_before(value: Number, unit: &str) -> String {
    number(multiplied_out(value, unit).0)
}

/// Says the distance between two rates in points; nothing where the unit is none of a rate.
#[must_use]
pub fn points(words: &Words, value: Number, unit: &str) -> Option<String> {
    let key = match unit {
        "%" | "百分点" | "个百分点" | "percentage points" => text!("points"),
        "‰" | "千分点" | "个千分点" | "per-mille points" => text!("points-per-mille"),
        _ => return None,
    };
    let one = Slot::Text(if value == Number::ONE { "yes" } else { "no" });
    Some(words.message(key, &[("value", Slot::Made(number(value))), ("one", one)]))
}

/// Returns whether a unit is one of a rate, so that distances are points.
#[must_use]
pub fn is_rate(unit: &str) -> bool {
    matches!(unit, "%" | "‰") || is_points(unit)
}

/// Returns whether distances in a unit are points per mille.
#[must_use]
pub fn is_per_mille(unit: &str) -> bool {
    matches!(unit, "‰" | "千分点" | "个千分点")
}

/// Returns whether a unit is itself points: 提高2个百分点 says by how much a rate shall change.
#[must_use]
pub fn is_points(unit: &str) -> bool {
    let own = ["百分点", "个百分点", "千分点", "个千分点"];
    own.contains(&unit) || matches!(unit, "percentage points" | "per-mille points")
}

/// Returns whether there are fewer of what a unit counts, and not less of it: people, also by the
/// ten thousand; not money, area or weight. It asks the unit as the plan writes it.
#[must_use]
pub fn is_countable(unit: &str) -> bool {
    let bare = unit.trim_start_matches(['万', '亿']);
    !bare.is_empty() && counts_whole_things(bare)
}

/// Says a rate of change without a sign: 增长12.3%, 下降3.2%, 持平; of points 提高2个百分点, and where a
/// fall is asked for 上升1.4%.
#[must_use]
pub fn rate_of_change(words: &Words, value: Number, unit: &str, asks_for_fall: bool) -> String {
    let way = match value.cmp(&Number::ZERO) {
        std::cmp::Ordering::Less => "less",
        std::cmp::Ordering::Equal => "equal",
        std::cmp::Ordering::Greater => "more",
    };
    let rate = amount(words, value.abs(), unit);
    let of = Slot::Text(match asks_for_fall {
        _ if is_points(unit) => "points",
        true => "fall",
        false => "percent",
    });
    let slots = [("rate", Slot::Made(rate)), ("way", Slot::Text(way)), ("of", of)];
    words.message(text!("rate-of-change"), &slots)
}

/// Takes the multiple out of a unit that begins with one: 6.5 of 100 million yuan are 650 million
/// yuan. The decimals only move, so nothing is lost; a quotient is rounded first, as everywhere.
fn multiplied_out(value: Number, unit: &str) -> (Number, &str) {
    let Some((times, rest)) = multiple_of(unit) else { return (value, unit) };
    let shown = Number::parse(&number(value)).unwrap_or(value);
    ((shown * times).normalized(), rest)
}

/// Takes a unit apart that begins with a multiple: 100 and million yuan, 10,000 and people.
fn multiple_of(unit: &str) -> Option<(Number, &str)> {
    for (words, times, rest) in
        [("hundred million ", 100_i64, "hundred "), ("ten thousand ", 10_000, "ten thousand ")]
    {
        if unit.starts_with(words) {
            return Some((Number::from(times), unit.strip_prefix(rest)?));
        }
    }
    let (first, mut rest) = unit.split_once([' ', '\u{a0}'])?;
    let mut digits = first.replace(',', "");
    // 10 000 people.
    while let Some(("000", next)) = rest.split_once([' ', '\u{a0}']) {
        digits.push_str("000");
        rest = next;
    }
    let is_power = digits.strip_prefix('1').is_some_and(|zeros| {
        !zeros.is_empty() && zeros.len() < 13 && zeros.bytes().all(|digit| digit == b'0')
    });
    let times = is_power.then(|| digits.parse::<i64>().ok()).flatten()?;
    rest.starts_with(|c: char| c.is_alphabetic()).then(|| (Number::from(times), rest))
}

/// Plurals of English units that follow no rule. A crate that inflects knows a thousand words, and
/// of units the wrong ones: to it a series is a sery as well.
const IRREGULAR: [(&str, &str); 39] = [
    ("people", "person"),
    ("children", "child"),
    ("men", "man"),
    ("women", "woman"),
    ("feet", "foot"),
    ("teeth", "tooth"),
    ("series", "series"),
    ("species", "species"),
    ("premises", "premises"),
    ("headquarters", "headquarters"),
    ("criteria", "criterion"),
    ("phenomena", "phenomenon"),
    ("crises", "crisis"),
    ("analyses", "analysis"),
    ("diagnoses", "diagnosis"),
    ("theses", "thesis"),
    ("hypotheses", "hypothesis"),
    ("leaves", "leaf"),
    ("lives", "life"),
    ("knives", "knife"),
    ("wives", "wife"),
    ("halves", "half"),
    ("shelves", "shelf"),
    ("wolves", "wolf"),
    ("calves", "calf"),
    ("gases", "gas"),
    ("lenses", "lens"),
    ("canvases", "canvas"),
    ("aliases", "alias"),
    ("quizzes", "quiz"),
    ("caches", "cache"),
    ("niches", "niche"),
    ("axes", "axis"),
    ("shoes", "shoe"),
    ("canoes", "canoe"),
    ("movies", "movie"),
    ("calories", "calorie"),
    ("ties", "tie"),
    ("pies", "pie"),
];

/// Words in -uses that end in -use by themselves; buses and campuses do not.
const IN_USE: [&str; 6] = ["uses", "reuses", "fuses", "excuses", "abuses", "refuses"];

/// Returns the singular of an English unit: one team, one county, one ton of coal.
fn singular(unit: &str) -> Cow<'_, str> {
    if let Some((first, second)) = unit.split_once(" and ") {
        let (first, second) = (singular(first), singular(second));
        return format!("{first} and {second}").into();
    }
    // What stands behind a preposition says of what, and keeps its number.
    let ends = [" of ", " per ", " for ", " in ", " with ", " on ", " from ", " to ", "/", " ("];
    let head = ends.iter().filter_map(|end| unit.find(end)).min().unwrap_or(unit.len());
    let start = unit[..head].rfind([' ', '-']).map_or(0, |space| space + 1);
    match singular_of_word(&unit[start..head]) {
        Cow::Borrowed(_) if start == 0 && head == unit.len() => singular_of_word(unit),
        word => format!("{}{word}{}", &unit[..start], &unit[head..]).into(),
    }
}

fn singular_of_word(word: &str) -> Cow<'_, str> {
    if let Some((_, one)) = IRREGULAR.iter().find(|(many, _)| *many == word) {
        return (*one).into();
    }
    let without = |ending: &str| word.strip_suffix(ending);
    if let Some(stem) = without("ies") {
        return format!("{stem}y").into();
    }
    // Two letters of a sign (kgs, MWs) are no word.
    let Some(plain) = without("s").filter(|stem| stem.len() > 2) else { return word.into() };
    let is_long = ["sses", "xes", "shes", "zzes", "tzes", "oes"].iter().any(|e| word.ends_with(e))
        // Headaches and avalanches are none of units.
        || word.ends_with("ches");
    let is_of_us = without("uses")
        .is_some_and(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']) && !IN_USE.contains(&word));
    match () {
        () if is_long || is_of_us => plain.strip_suffix('e').unwrap_or(plain).into(),
        // A class, a bus, a basis are one already.
        () if plain.ends_with(['s', 'u']) || plain.ends_with("si") => word.into(),
        () => plain.into(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use super::*;
    use crate::language::{Language, LanguageIx};
    use crate::render::theme_text::ThemeText;
    use crate::render::words::Vocabulary;

    fn words(tag: &str) -> Arc<Words> {
        let theme = match tag {
            "en" => include_str!("../../themes/default/i18n/en.ftl"),
            _ => include_str!("../../themes/default/i18n/zh-CN.ftl"),
        };
        let text = ThemeText { name: tag.to_string(), text: theme.to_string(), file: None };
        let files = BTreeMap::from([(tag.to_string(), vec![text])]);
        let all = Vocabulary::new(&[Language(tag.to_string())], &files);
        Arc::clone(all.unwrap_or_default().of(LanguageIx::FIRST))
    }

    fn parsed(text: &str) -> Number {
        Number::parse(text).unwrap_or_default()
    }

    #[test]
    fn one_thing_has_its_singular() {
        for (many, one) in [
            ("firms", "firm"),
            ("counties", "county"),
            ("businesses", "business"),
            ("glasses", "glass"),
            ("classes", "class"),
            ("addresses", "address"),
            ("buses", "bus"),
            ("viruses", "virus"),
            ("campuses", "campus"),
            ("bonuses", "bonus"),
            ("houses", "house"),
            ("warehouses", "warehouse"),
            ("uses", "use"),
            ("causes", "cause"),
            ("courses", "course"),
            ("cases", "case"),
            ("bases", "base"),
            ("leases", "lease"),
            ("purchases", "purchase"),
            ("enterprises", "enterprise"),
            ("exercises", "exercise"),
            ("licenses", "license"),
            ("branches", "branch"),
            ("batches", "batch"),
            ("matches", "match"),
            ("dishes", "dish"),
            ("boxes", "box"),
            ("taxes", "tax"),
            ("prizes", "prize"),
            ("sizes", "size"),
            ("waltzes", "waltz"),
            ("heroes", "hero"),
            ("shoes", "shoe"),
            ("places", "place"),
            ("series", "series"),
            ("species", "species"),
            ("crises", "crisis"),
            ("analyses", "analysis"),
            ("people", "person"),
            ("children", "child"),
            ("leaves", "leaf"),
            ("lives", "life"),
            ("archives", "archive"),
            ("initiatives", "initiative"),
            ("class", "class"),
            ("bus", "bus"),
            ("basis", "basis"),
            ("kgs", "kgs"),
            ("yuan", "yuan"),
            ("business entities", "business entity"),
            ("cubic metres", "cubic metre"),
            ("tons of standard coal", "ton of standard coal"),
            ("tons per mu", "ton per mu"),
            ("counties and parks", "county and park"),
            ("rounds (held)", "round (held)"),
        ] {
            assert_eq!(singular(many), one, "{many}");
            let en = words("en");
            assert_eq!(amount(&en, Number::ONE, many), format!("1 {one}"));
            assert_eq!(amount(&en, parsed("2"), many), format!("2 {many}"));
        }
        assert_eq!(amount(&words("zh-CN"), Number::ONE, "家"), "1家");
    }

    #[test]
    fn a_multiple_is_multiplied_out_and_loses_nothing() {
        let en = words("en");
        for (value, unit, expected) in [
            ("6.5", "100 million yuan", "650 million yuan"),
            ("0.00000001", "100 million yuan", "0.000001 million yuan"),
            (
                "123456789012345.12345678",
                "100 million yuan",
                "12345678901234512.345678 million yuan",
            ),
            ("-2.05", "hundred million yuan", "-205 million yuan"),
            ("1.2", "10,000 people", "12000 people"),
            ("0.0001", "10 000 people", "1 person"),
            ("3.14159", "ten thousand people", "31415.9 people"),
            ("6.5", "million yuan", "6.5 million yuan"),
            ("6.5", "15 people", "6.5 15 people"),
            ("2", "100", "2 100"),
            ("2", "100 000", "2 100 000"),
        ] {
            assert_eq!(amount(&en, parsed(value), unit), expected);
        }
        // Of a third the same digits are shown in every language.
        let third = Number::ONE.divided_by(parsed("3")).unwrap_or_default();
        assert_eq!(amount(&words("zh-CN"), third, "亿元"), "0.33亿元");
        assert_eq!(amount(&en, third, "100 million yuan"), "33 million yuan");
        assert_eq!(number_before(parsed("3"), "100 million yuan"), "300");
    }

    #[test]
    fn rates_are_compared_in_their_own_points() {
        let (zh, en) = (words("zh-CN"), words("en"));
        let expected = |unit| points(&zh, parsed("0.1"), unit);
        assert_eq!(expected("%").as_deref(), Some("0.1个百分点"));
        assert_eq!(expected("‰").as_deref(), Some("0.1个千分点"));
        assert_eq!(expected("家"), None);
        assert_eq!(points(&en, Number::ONE, "‰").as_deref(), Some("1 per-mille point"));
        assert_eq!(amount(&zh, parsed("3"), "‰"), "3‰");
        assert_eq!(amount(&zh, parsed("2"), "百分点"), "2个百分点");
        assert_eq!(amount(&en, Number::ONE, "percentage points"), "1 percentage point");
        assert_eq!(amount(&en, parsed("2"), "百分点"), "2 percentage points");
        assert_eq!(rate_of_change(&zh, parsed("2"), "百分点", false), "提高2个百分点");
        assert_eq!(rate_of_change(&zh, parsed("-2"), "百分点", false), "降低2个百分点");
        assert_eq!(rate_of_change(&zh, parsed("-2"), "%", false), "下降2%");
        assert_eq!(rate_of_change(&zh, parsed("1.4"), "%", false), "增长1.4%");
        assert_eq!(rate_of_change(&zh, parsed("1.4"), "%", true), "上升1.4%");
        assert_eq!(rate_of_change(&en, parsed("-2"), "%", false), "down 2%");
    }

    #[test]
    fn things_are_fewer_and_money_is_less() {
        for unit in ["家", "人", "万人", "件", "亿件", "次"] {
            assert!(is_countable(unit), "{unit}");
        }
        for unit in ["亿元", "万元", "亩", "吨", "%", "‰", "万", "微克/立方米"] {
            assert!(!is_countable(unit), "{unit}");
        }
    }
}
