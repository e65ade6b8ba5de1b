//! `site.toml`: the settings of a site, as meant.
//!
//! Comes in: the text. Goes out: a [`Config`]; what is absent has the default said here and nowhere
//! else.

use std::collections::BTreeMap;

use crate::codes;
use crate::diag::Severity;
use crate::front_matter::{Diagnostics, Keys, read_toml};
use crate::language::{Language, Text};
use crate::message::message;
use crate::source::{LineIndex, Located, Location};
use crate::words::words;

/// A group of pages or files a site may leave out. Overview and item pages are always written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OutputKind {
    /// Sections, indicators, departments, regions, updates, calendar.
    Lists,
    /// One page per period.
    Periods,
    /// One page per edition.
    Editions,
    /// plan.json, CSV files and their descriptions.
    Data,
    /// The workbook.
    Xlsx,
    /// Atom feeds and the calendar.
    Feeds,
    /// The search page and its index.
    Search,
}

words! {
    /// The words of `site.toml`.
    OutputKind {
        Lists = "lists",
        Periods = "periods",
        Editions = "editions",
        Data = "data",
        Xlsx = "xlsx",
        Feeds = "feeds",
        Search = "search",
    }
}

impl OutputKind {
    /// Returns whether anything is written for it yet.
    #[must_use]
    pub fn is_built(self) -> bool {
        !matches!(self, Self::Xlsx | Self::Search)
    }
}

/// What a government site says of itself, in meta tags and in the footer. Names and values are
/// those site checks look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Government {
    /// The official name of the site (SiteName).
    pub site_name: Located<String>,
    /// Its domain without scheme (SiteDomain).
    pub site_domain: Located<String>,
    /// Its identification code of ten signs (SiteIDCode).
    pub site_id_code: Located<String>,
    /// The column the pages belong to (ColumnName).
    pub column_name: Located<String>,
    /// Why the column exists (ColumnDescription).
    pub column_description: Located<String>,
    /// Its keywords (ColumnKeywords).
    pub column_keywords: Located<String>,
    /// Who runs the site (主办单位).
    pub sponsor: Located<String>,
    /// Its ICP record.
    pub icp: Option<Located<String>>,
    /// Its record with the police.
    pub police: Option<Located<String>>,
    /// Where the block stands.
    pub location: Location,
}

/// The settings of a site.
#[derive(Clone, Debug)]
pub struct Config {
    /// Its title.
    pub title: Text,
    /// Its languages; the first is at the root.
    pub languages: Vec<Language>,
    /// Its absolute address with a slash at the end, if it is known.
    pub base_url: Option<String>,
    /// The offset from UTC, as `+08:00`.
    pub utc_offset: String,
    /// Under which licence its data may be used.
    pub licence: Option<String>,
    /// Whom to tell of an error.
    pub contact: Option<Text>,
    /// Whether its figures are made up.
    pub is_sample: bool,
    /// The folder under `themes/`.
    pub theme: String,
    /// What is written beside overview and items.
    pub outputs: Vec<OutputKind>,
    /// What it says as a government site, if it is one.
    pub government: Option<Government>,
    /// How severe a rule is on this site; nothing = off.
    pub check: BTreeMap<String, Located<Option<Severity>>>,
    /// The file.
    pub location: Location,
}

impl Config {
    /// Returns whether a group of pages is wanted.
    #[must_use]
    pub fn wants(&self, kind: OutputKind) -> bool {
        self.outputs.contains(&kind)
    }

    /// Returns the language at the root.
    #[must_use]
    pub fn first_language(&self) -> &Language {
        &self.languages[0]
    }

    /// Returns the path of the site on its host, with a slash at both ends.
    #[must_use]
    pub fn base_path(&self) -> &str {
        let Some(url) = self.base_url.as_deref() else { return "/" };
        url.split_once("://")
            .and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]))
            .unwrap_or("/")
    }
}

/// Reads `site.toml`. Broken TOML gives nothing; every fault is reported.
pub fn read_config<'t>(index: &LineIndex<'t>, faults: &Diagnostics) -> Option<Config> {
    let languages = read_toml_quietly(index);
    read_toml(index, index.text(), &languages, faults, |keys| read_keys(keys, index.location(0)))?
}

/// Reads the languages first, since they decide which keys are translations.
fn read_toml_quietly(index: &LineIndex<'_>) -> Vec<Language> {
    let silent = Diagnostics::default();
    let mut languages = Vec::new();
    read_toml(index, index.text(), &[], &silent, |keys| {
        languages = keys.texts("languages").into_iter().map(|tag| Language(tag.value)).collect();
    });
    languages
}

fn read_keys(keys: &mut Keys<'_, '_>, location: Location) -> Option<Config> {
    let title = keys.required_translated("title");
    let mut languages: Vec<Language> = Vec::new();
    for tag in keys.texts("languages") {
        let is_tag = !tag.value.is_empty()
            && tag.value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if is_tag && !languages.iter().any(|known| known.0 == tag.value) {
            languages.push(Language(tag.value));
        } else {
            keys.fault(codes::LANGUAGE.at(
                tag.location,
                message!(
                    "`{}` is not a language tag, or is given twice",
                    "`{}`不是语言标记，或重复出现",
                    tag.value
                ),
            ));
        }
    }
    if languages.is_empty() {
        languages.push(Language("zh-CN".into()));
    }
    let config = Config {
        title: title.unwrap_or_default(),
        languages,
        base_url: read_base_url(keys),
        utc_offset: read_utc_offset(keys),
        licence: keys.text("licence").map(|t| t.value),
        contact: keys.translated("contact"),
        is_sample: keys.boolean("sample").unwrap_or(false),
        theme: read_theme(keys),
        outputs: read_outputs(keys),
        government: read_government(keys),
        check: read_check(keys),
        location,
    };
    (!config.title.is_empty()).then_some(config)
}

fn read_base_url(keys: &mut Keys<'_, '_>) -> Option<String> {
    let url = keys.text("base_url")?;
    match normalize_base_url(&url.value) {
        Some(good) => Some(good),
        None => {
            keys.fault(
                codes::BASE_URL
                    .at(
                        url.location,
                        message!("`{}` is not an absolute address", "`{}`不是完整网址", url.value),
                    )
                    .help(message!(
                        "write it with https:// and the folder, e.g. \
                            https://www.example.gov.cn/zt/2321/",
                        "写明https://和目录，例如https://www.example.gov.cn/zt/2321/"
                    )),
            );
            None
        }
    }
}

/// Returns an absolute http(s) address with a slash at its end, or nothing.
#[must_use]
pub fn normalize_base_url(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let is_plain = !rest.is_empty()
        && !rest.starts_with('/')
        && !rest.contains(['?', '#', '"', '<', '>', '\'', '\\'])
        && !rest.contains(char::is_whitespace);
    is_plain.then(|| if url.ends_with('/') { url.to_string() } else { format!("{url}/") })
}

fn read_utc_offset(keys: &mut Keys<'_, '_>) -> String {
    let Some(offset) = keys.text("utc_offset") else { return "+08:00".into() };
    let bytes = offset.value.as_bytes();
    let is_offset = bytes.len() == 6
        && matches!(bytes[0], b'+' | b'-')
        && bytes[3] == b':'
        && [1, 2, 4, 5].iter().all(|at| bytes[*at].is_ascii_digit())
        && bytes[1] <= b'1'
        && bytes[4] <= b'5';
    if !is_offset {
        keys.fault(
            codes::UTC_OFFSET
                .at(
                    offset.location,
                    message!("`{}` is not an offset from UTC", "`{}`不是时区偏移", offset.value),
                )
                .help(message!("write it as +08:00", "写作+08:00")),
        );
        return "+08:00".into();
    }
    offset.value
}

fn read_theme(keys: &mut Keys<'_, '_>) -> String {
    let Some(theme) = keys.text("theme") else { return "default".into() };
    let is_name = !theme.value.is_empty()
        && theme.value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if !is_name {
        keys.fault(codes::THEME_NAME.at(
            theme.location,
            message!(
                "`{}` is not the name of a folder under themes/",
                "`{}`不是themes/下的文件夹名",
                theme.value
            ),
        ));
        return "default".into();
    }
    theme.value
}

fn read_outputs(keys: &mut Keys<'_, '_>) -> Vec<OutputKind> {
    if !keys.has("outputs") {
        let all = OutputKind::WORDS.iter().map(|(_, kind)| *kind);
        return all.filter(|kind| kind.is_built()).collect();
    }
    let mut outputs = Vec::new();
    for word in keys.texts("outputs") {
        match OutputKind::from_word(&word.value) {
            Some(kind) if kind.is_built() => outputs.push(kind),
            Some(kind) => keys.fault(
                codes::OUTPUT_NOT_BUILT
                    .at(
                        word.location,
                        message!(
                            "`{}` is not built yet: nothing is written for it",
                            "`{}`尚未实现：不会生成任何文件",
                            kind.word()
                        ),
                    )
                    .help(message!("leave it out of `outputs`", "从`outputs`中删去")),
            ),
            None => {
                keys.unknown_word("outputs", &word, OutputKind::WORDS.iter().map(|(name, _)| *name))
            }
        }
    }
    outputs
}

fn read_government(keys: &mut Keys<'_, '_>) -> Option<Government> {
    let mut table = keys.table("government")?;
    let location = table.location();
    let mut needed = |key: &str| table.required_text(key);
    let needed = [
        needed("site_name"),
        needed("site_domain"),
        needed("site_id_code"),
        needed("column_name"),
        needed("column_description"),
        needed("column_keywords"),
        needed("sponsor"),
    ];
    let (icp, police) = (table.text("icp"), table.text("police"));
    table.finish();
    let [
        site_name,
        site_domain,
        site_id_code,
        column_name,
        column_description,
        column_keywords,
        sponsor,
    ] = needed;
    Some(Government {
        site_name: site_name?,
        site_domain: site_domain?,
        site_id_code: site_id_code?,
        column_name: column_name?,
        column_description: column_description?,
        column_keywords: column_keywords?,
        sponsor: sponsor?,
        icp,
        police,
        location,
    })
}

fn read_check(keys: &mut Keys<'_, '_>) -> BTreeMap<String, Located<Option<Severity>>> {
    const WORDS: [(&str, Option<Severity>); 4] = [
        ("off", None),
        ("note", Some(Severity::Note)),
        ("warning", Some(Severity::Warning)),
        ("error", Some(Severity::Error)),
    ];
    let mut rules = BTreeMap::new();
    let Some(mut table) = keys.table("check") else { return rules };
    for rule in table.all_keys() {
        if let Some(severity) = table.one_of(&rule.value, &WORDS) {
            rules.insert(rule.value, Located::new(severity.value, rule.location));
        }
    }
    table.finish();
    rules
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn read(toml: &str) -> (Option<Config>, Vec<String>) {
        let index = LineIndex::new(FileId(0), toml);
        let faults = Diagnostics::default();
        let config = read_config(&index, &faults);
        (config, faults.into_vec().into_iter().map(|d| d.message.en).collect())
    }

    #[test]
    fn translations_follow_the_languages_of_the_site() {
        let (config, faults) =
            read("title = \"台账\"\ntitle_en = \"Ledger\"\nlanguages = [\"zh-CN\", \"en\"]\n");
        assert_eq!(faults, Vec::<String>::new());
        assert_eq!(
            config.map(|c| c.title.in_language(&Language("en".into())).to_string()),
            Some("Ledger".into())
        );
        let (_, faults) = read("title = \"台账\"\ntitle_en = \"Ledger\"\n");
        assert_eq!(faults, ["`title_en` is not a key we know"]);
    }

    #[test]
    fn the_path_of_the_base_address_serves_404() {
        let (config, _) =
            read("title = \"a\"\nbase_url = \"https://www.example.gov.cn/zt/2321\"\n");
        assert_eq!(config.map(|c| c.base_path().to_string()), Some("/zt/2321/".into()));
    }

    #[test]
    fn every_bad_setting_is_told() {
        let (_, faults) = read(
            "title = \"a\"\nbase_url = \"www\"\nutc_offset = \"8\"\noutputs = \
                [\"list\"]\n[check]\nstale = \"loud\"\n",
        );
        assert_eq!(faults.len(), 4, "{faults:?}");
    }
}
