//! The words of a theme: every text of the interface, in Fluent files, one per language.
//!
//! A text that a language lacks is taken from the site's first language and can be listed
//! ([`Vocabulary::missing`]); nothing is hard-coded. This is the home of Fluent.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::{Arc, PoisonError, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

use crate::date::Date;
use crate::language::{Language, LanguageIx};
use crate::message::message;
use crate::model::observation::ObservationStatus;
use crate::model::period::Period;
use crate::model::status::{Family, StatusCode};

use super::text_id::TextId;
use super::theme_text::{ThemeFault, ThemeText, message_ids};

/// A value put into a text.
#[derive(Clone, Debug)]
pub enum Slot<'s> {
    /// Words, or digits as they shall be read.
    Text(&'s str),
    /// The same, made for the occasion.
    Made(String),
    /// How many; a language may choose its form by it.
    Count(usize),
}

/// Values by the names they have in a text.
pub type Slots<'s> = [(&'s str, Slot<'s>)];

/// A text made ready: thousands of pages say the same few hundred texts.
enum Ready {
    /// It needs no slots.
    Fixed(String),
    /// Words and slots in turn.
    Parts(Vec<Part>),
    /// It chooses its form, or names other texts.
    Choosing,
}

enum Part {
    Words(String),
    Slot(String),
    /// The parts that belong to the value of a slot, else the others.
    ByValue {
        slot: String,
        choices: Vec<(String, Vec<Part>)>,
        others: Vec<Part>,
    },
}

/// A term that pages name again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Term {
    /// A day.
    Day(Date),
    /// A period, from the start of the year on.
    UpTo(Period),
    /// A period, at its end.
    AtEnd(Period),
    /// A status, in the words of its family of rules.
    Status(StatusCode, Family),
    /// A flag.
    Flag(ObservationStatus),
}

/// The texts of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    ready: FxHashMap<String, Ready>,
    fallback: Option<Arc<Words>>,
    /// Terms that were said before: a plan has few, and its tables are full of them.
    terms: RwLock<FxHashMap<Term, String>>,
}

impl Words {
    /// Returns the language.
    #[must_use]
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// Formats a message. One of a family that the theme lacks is shown by its name.
    #[must_use]
    pub fn message(&self, id: TextId, slots: &Slots<'_>) -> String {
        self.message_by_name(id.as_str(), slots).unwrap_or_else(|| format!("[{id}]"))
    }

    /// Formats a message without slots.
    #[must_use]
    pub fn plain(&self, id: TextId) -> String {
        self.message(id, &[])
    }

    /// Returns a term, making its words only once.
    #[must_use]
    pub fn cached_term(&self, term: Term, make: impl FnOnce() -> String) -> String {
        let known = |terms: &FxHashMap<Term, String>| terms.get(&term).cloned();
        if let Some(text) = known(&self.terms.read().unwrap_or_else(PoisonError::into_inner)) {
            return text;
        }
        let text = make();
        self.terms.write().unwrap_or_else(PoisonError::into_inner).insert(term, text.clone());
        text
    }

    /// Returns a text that needs no slots as it stands.
    #[must_use]
    pub fn fixed(&self, id: &TextId) -> Option<&str> {
        self.fixed_by_name(id.as_str())
    }

    /// Returns the same of a text whose name a template gives.
    pub(super) fn fixed_by_name(&self, id: &str) -> Option<&str> {
        match self.ready.get(id) {
            Some(Ready::Fixed(text)) => Some(text),
            Some(_) => None,
            None => self.fallback.as_ref().and_then(|fallback| fallback.fixed_by_name(id)),
        }
    }

    /// Formats a message if there is one.
    #[must_use]
    pub fn try_message(&self, id: TextId, slots: &Slots<'_>) -> Option<String> {
        self.message_by_name(id.as_str(), slots)
    }

    /// Formats a message whose name a template gives, if there is one.
    pub(super) fn message_by_name(&self, id: &str, slots: &Slots<'_>) -> Option<String> {
        match self.ready.get(id) {
            None => self.fallback.as_ref().and_then(|fallback| fallback.message_by_name(id, slots)),
            Some(Ready::Fixed(text)) => Some(text.clone()),
            Some(Ready::Parts(parts)) => join(parts, slots).or_else(|| self.format(id, slots)),
            Some(Ready::Choosing) => self.format(id, slots),
        }
    }

    /// Lets Fluent format a message.
    fn format(&self, id: &str, slots: &Slots<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut args = FluentArgs::with_capacity(slots.len());
        for (name, slot) in slots {
            match slot {
                Slot::Text(text) => args.set(*name, FluentValue::from(*text)),
                Slot::Made(text) => args.set(*name, FluentValue::from(text.as_str())),
                Slot::Count(count) => args.set(*name, FluentValue::from(*count)),
            }
        }
        let mut faults = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&args), &mut faults).into_owned())
    }

    /// Finds out which of the texts need Fluent each time they are said.
    fn make_ready(
        bundle: &FluentBundle<FluentResource>,
        texts: FxHashMap<String, Option<Vec<Part>>>,
    ) -> FxHashMap<String, Ready> {
        let ready = |id: &str, parts: Option<Vec<Part>>| {
            let pattern = bundle.get_message(id)?.value()?;
            let mut faults = Vec::new();
            let fixed = bundle.format_pattern(pattern, None, &mut faults).into_owned();
            Some(match faults.is_empty() {
                true => Ready::Fixed(fixed),
                false => parts.map_or(Ready::Choosing, Ready::Parts),
            })
        };
        texts
            .into_iter()
            .filter_map(|(id, parts)| ready(&id, parts).map(|ready| (id, ready)))
            .collect()
    }
}

/// Lists the texts of a file, taken apart where they have nothing but words and slots in them.
fn take_apart(resource: &FluentResource) -> Vec<(String, Option<Vec<Part>>)> {
    let of = |entry: &Entry<&str>| match entry {
        Entry::Message(message) => {
            Some((message.id.name.to_string(), parts_of(message.value.as_ref()?)))
        }
        _ => None,
    };
    resource.entries().filter_map(of).collect()
}

/// Takes a text apart that has nothing but words, slots, and choices by words in it.
fn parts_of(pattern: &Pattern<&str>) -> Option<Vec<Part>> {
    let part = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some(Part::Words((*value).to_string())),
        PatternElement::Placeable { expression: Expression::Inline(inline) } => {
            Some(Part::Slot(slot_of(inline)?))
        }
        PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
            let mut others = None;
            let mut choices = Vec::new();
            for variant in variants {
                let parts = parts_of(&variant.value)?;
                match &variant.key {
                    VariantKey::Identifier { name } if !variant.default => {
                        choices.push(((*name).to_string(), parts))
                    }
                    _ if variant.default => others = Some(parts),
                    _ => return None,
                }
            }
            Some(Part::ByValue { slot: slot_of(selector)?, choices, others: others? })
        }
    };
    pattern.elements.iter().map(part).collect()
}

fn slot_of(expression: &InlineExpression<&str>) -> Option<String> {
    match expression {
        InlineExpression::VariableReference { id } => Some(id.name.to_string()),
        _ => None,
    }
}

/// Puts a text together. Nothing where a slot has no value, or where a number chooses: how, only
/// Fluent knows.
fn join(parts: &[Part], slots: &Slots<'_>) -> Option<String> {
    let mut text = String::with_capacity(64);
    join_into(&mut text, parts, slots)?;
    Some(text)
}

fn join_into(text: &mut String, parts: &[Part], slots: &Slots<'_>) -> Option<()> {
    let value = |name: &str| slots.iter().find(|(known, _)| *known == name).map(|(_, slot)| slot);
    for part in parts {
        match part {
            Part::Words(words) => text.push_str(words),
            Part::Slot(name) => match value(name)? {
                Slot::Text(words) => text.push_str(words),
                Slot::Made(words) => text.push_str(words),
                // Writing into a string cannot fail.
                Slot::Count(count) => drop(write!(text, "{count}")),
            },
            Part::ByValue { slot, choices, others } => {
                let word = match value(slot)? {
                    Slot::Text(word) => word,
                    Slot::Made(word) => word.as_str(),
                    Slot::Count(_) => return None,
                };
                let chosen =
                    choices.iter().find(|(key, _)| key == word).map_or(others, |(_, parts)| parts);
                join_into(text, chosen, slots)?;
            }
        }
    }
    Some(())
}

/// The texts of all languages of a site.
#[derive(Default)]
pub struct Vocabulary {
    languages: Vec<Arc<Words>>,
    ids: BTreeMap<String, BTreeSet<String>>,
}

impl Vocabulary {
    /// Reads the Fluent files of a theme. `texts` gives for the tag of a language its files, each
    /// laid over those before it, message by message.
    ///
    /// **Errors**: a fault for each message that cannot be read, and for a language that has none.
    pub fn new(
        languages: &[Language],
        texts: &BTreeMap<String, Vec<ThemeText>>,
    ) -> Result<Self, Vec<ThemeFault>> {
        let mut faults = Vec::new();
        let mut vocabulary = Self::default();
        for language in languages {
            let layers = layers_of(language, texts);
            if layers.is_empty() {
                let message = message!(
                    "the theme has no texts in {language}: add i18n/{language}.ftl",
                    "主题没有{language}的文字：请添加i18n/{language}.ftl"
                );
                faults.push(ThemeFault { location: None, message });
                continue;
            }
            let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![tag]);
            bundle.set_use_isolating(false);
            let (mut taken_apart, mut ids) = (FxHashMap::default(), BTreeSet::new());
            for layer in layers {
                match FluentResource::try_new(layer.text.clone()) {
                    Ok(resource) => {
                        taken_apart.extend(take_apart(&resource));
                        ids.extend(message_ids(&layer.text).map(|(_, id)| id.to_string()));
                        bundle.add_resource_overriding(resource);
                    }
                    Err((_, errors)) => faults.extend(errors.iter().map(|error| ThemeFault {
                        location: layer.location(error.pos.start),
                        message: message!(
                            "this message cannot be read: {error}",
                            "这条文字无法读取：{error}"
                        ),
                    })),
                }
            }
            let ready = Words::make_ready(&bundle, taken_apart);
            let fallback = vocabulary.languages.first().cloned();
            let (language, terms) = (language.clone(), RwLock::default());
            vocabulary.ids.insert(language.tag().to_string(), ids);
            vocabulary.languages.push(Arc::new(Words { language, bundle, ready, fallback, terms }));
        }
        if faults.is_empty() { Ok(vocabulary) } else { Err(faults) }
    }

    /// Returns the words of a language, by its position among the site's languages.
    #[must_use]
    pub fn of(&self, language: LanguageIx) -> &Arc<Words> {
        &self.languages[language.row()]
    }

    /// Returns whether any language has a message.
    pub(super) fn has(&self, id: &str) -> bool {
        self.ids.values().any(|ids| ids.contains(id))
    }

    /// Lists the messages of the first language.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        let first = self.languages.first().and_then(|words| self.ids.get(words.language.tag()));
        first.into_iter().flatten().map(String::as_str)
    }

    /// Lists the languages.
    #[must_use]
    pub fn all(&self) -> &[Arc<Words>] {
        &self.languages
    }

    /// Lists, for each language but the first, the texts it lacks.
    #[must_use]
    pub fn missing(&self) -> Vec<(String, String)> {
        let Some(first) =
            self.languages.first().and_then(|words| self.ids.get(words.language.tag()))
        else {
            return Vec::new();
        };
        self.languages
            .iter()
            .skip(1)
            .filter_map(|words| {
                Some((words.language.tag().to_string(), self.ids.get(words.language.tag())?))
            })
            .flat_map(|(tag, own)| {
                first.difference(own).map(move |id| (tag.clone(), id.clone())).collect::<Vec<_>>()
            })
            .collect()
    }
}

/// Finds the files of a language, the built-in one first: by its tag, or by the short one.
fn layers_of<'t>(
    language: &Language,
    texts: &'t BTreeMap<String, Vec<ThemeText>>,
) -> Vec<&'t ThemeText> {
    let (tag, key) = (language.tag(), language.key());
    let of_key = texts.get(key).filter(|_| key != tag);
    let mut layers: Vec<&ThemeText> = of_key.into_iter().chain(texts.get(tag)).flatten().collect();
    layers.sort_by_key(|layer| layer.file.is_some());
    layers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(tag: &str, text: &str) -> (String, Vec<ThemeText>) {
        let text = ThemeText { name: tag.into(), text: text.into(), file: None };
        (tag.to_string(), vec![text])
    }

    fn vocabulary() -> Vocabulary {
        let languages = [Language("zh-CN".into()), Language("en".into())];
        let files = BTreeMap::from([
            layer("zh-CN", "a = 共{ $n }项\nb = 只有中文\n"),
            layer("en", "a = { $n ->\n    [one] { $n } item\n   *[other] { $n } items\n}\n"),
        ]);
        Vocabulary::new(&languages, &files).unwrap_or_default()
    }

    #[test]
    fn counts_choose_their_form() {
        let words = vocabulary();
        assert_eq!(
            words.all()[1]
                .message_by_name("a", &[("n", Slot::Count(1))])
                .as_deref()
                .unwrap_or_default(),
            "1 item"
        );
        assert_eq!(
            words.all()[1]
                .message_by_name("a", &[("n", Slot::Count(20))])
                .as_deref()
                .unwrap_or_default(),
            "20 items"
        );
        assert_eq!(
            words
                .of(LanguageIx::FIRST)
                .message_by_name("a", &[("n", Slot::Count(20))])
                .as_deref()
                .unwrap_or_default(),
            "共20项"
        );
    }

    #[test]
    fn what_is_made_ready_says_what_fluent_says() {
        let text = "a = { $x ->\n    [yes] on { $n }\n    [no] off\n   *[other] { $x }?\n}, { $n \
            ->\n    [one] once\n   *[other] often\n}\nb = { $x ->\n    [yes] ja { $n }\n   *[no] \
            nein\n}\n";
        let words = Vocabulary::new(&[Language("en".into())], &BTreeMap::from([layer("en", text)]));
        let words = Arc::clone(words.unwrap_or_default().of(LanguageIx::FIRST));
        for id in ["a", "b"] {
            for slots in [
                &[("x", Slot::Text("yes")), ("n", Slot::Count(1))][..],
                &[("x", Slot::Made("no".into())), ("n", Slot::Count(20))],
                &[("x", Slot::Text("perhaps")), ("n", Slot::Made("1".into()))],
                &[("x", Slot::Count(1)), ("n", Slot::Count(3))],
                &[("n", Slot::Count(3))],
            ] {
                assert_eq!(
                    words.message_by_name(id, slots),
                    words.format(id, slots),
                    "{id} {slots:?}"
                );
            }
        }
    }

    #[test]
    fn a_layer_replaces_single_messages() {
        let own = |text: &str| ThemeText {
            name: "en".into(),
            text: text.into(),
            file: Some(crate::source::FileId(7)),
        };
        let built_in = layer("en", "a = one\nb = two { $n }\n").1.remove(0);
        let english = [Language("en".into())];
        let over = |text: &str| {
            let layers = vec![own(text), built_in.clone()];
            Vocabulary::new(&english, &BTreeMap::from([("en".to_string(), layers)]))
        };
        let words = over("a = our one\n").unwrap_or_default();
        assert_eq!(
            words.of(LanguageIx::FIRST).message_by_name("a", &[]).as_deref().unwrap_or("[none]"),
            "our one"
        );
        assert_eq!(
            words
                .of(LanguageIx::FIRST)
                .message_by_name("b", &[("n", Slot::Count(3))])
                .as_deref()
                .unwrap_or_default(),
            "two 3"
        );
        let faults = over("# ours\na = { $\n").err().unwrap_or_default();
        assert_eq!(
            faults[0].location.map(|location| (location.file.0, location.line)),
            Some((7, 2))
        );
    }

    #[test]
    fn what_is_missing_is_said_in_the_first_language_and_listed() {
        let words = vocabulary();
        assert_eq!(
            words.all()[1].message_by_name("b", &[]).as_deref().unwrap_or("[none]"),
            "只有中文"
        );
        assert_eq!(words.missing(), [("en".to_string(), "b".to_string())]);
        assert_eq!(
            words.all()[1].message_by_name("nowhere", &[]).as_deref().unwrap_or("[none]"),
            "[none]"
        );
    }
}
