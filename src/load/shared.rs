//! What every reader of a plan shares: the settings, departments, regions and sections by their
//! ids, and how the commonest values are read.
//!
//! A name that is not there is reported with the nearest one that is. Where a list itself could not
//! be read, names are let pass in silence: the list's own fault is told once, not once for every
//! name.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use crate::codes;
use crate::config::Config;
use crate::diag::{Code, Diagnostic, nearest};
use crate::front_matter::Keys;
use crate::language::Language;
use crate::message::{Message, StaticMessage, message};
use crate::model::department::DepartmentIx;
use crate::model::index::{IndicatorIx, ItemIx, MilestoneIx, SectionIx};
use crate::model::period::{Period, PeriodEnd};
use crate::model::region::{CITY_KIND, RegionIx};
use crate::model::site::Site;
use crate::source::Located;

use super::confusables::{confusable_skeleton, invisible_in};
use super::nouns;

/// Names and what they stand for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Names<T> {
    by_name: FxHashMap<String, T>,
    /// What else each is called, with its id; nothing where two are called so.
    called: HashMap<String, Option<String>>,
    is_complete: bool,
}

impl<T: Copy> Names<T> {
    /// Takes all ids there are. `is_complete` = nothing of the list was lost.
    pub fn new(names: impl Iterator<Item = (String, T)>, is_complete: bool) -> Self {
        Self { by_name: names.collect(), called: HashMap::new(), is_complete }
    }

    /// Adds what each id is called.
    pub fn called<'n>(mut self, callings: impl Iterator<Item = (&'n str, &'n str)>) -> Self {
        for (name, id) in callings.filter(|(name, _)| !name.is_empty()) {
            self.called
                .entry(name.to_string())
                .and_modify(|known| {
                    if known.as_deref() != Some(id) {
                        *known = None;
                    }
                })
                .or_insert_with(|| Some(id.to_string()));
        }
        self
    }

    /// Looks an id up without a word.
    pub fn get(&self, name: &str) -> Option<T> {
        self.by_name.get(name).copied()
    }

    /// Looks up what something is called, without a word.
    pub fn get_called(&self, name: &str) -> Option<T> {
        self.get(self.called.get(name)?.as_deref()?)
    }

    /// Says what to report of a name that is not there: a message and a help, or nothing where the
    /// list was not complete.
    pub fn unknown(&self, what: StaticMessage, name: &str) -> Option<(Message, Message)> {
        if !self.is_complete {
            return None;
        }
        let message = Message::new(
            format!("there is no {} `{name}`", what.en),
            format!("没有{}`{name}`", what.zh),
        );
        let mut known: Vec<&str> = self.by_name.keys().map(String::as_str).collect();
        known.sort_unstable();
        let look = confusable_skeleton(name);
        if let Some(meant) = known.iter().find(|known| confusable_skeleton(known) == look) {
            let help = match invisible_in(name) {
                Some(letter) => message!(
                    "it holds {letter}, which nobody sees: write `{meant}` anew",
                    "其中有看不见的字符{letter}：请重新输入`{meant}`"
                ),
                None => message!(
                    "it looks like `{meant}` and is written with other letters: write it anew",
                    "看起来像`{meant}`，但用了别的字符：请重新输入"
                ),
            };
            return Some((message, help));
        }
        let called = |name: &str| self.called.get(name).and_then(Option::as_deref);
        if let Some(id) = called(name) {
            return Some((message, message!("write its id: `{id}`", "请填写标识：`{id}`")));
        }
        let help = match nearest(name, known.iter().copied()) {
            Some(near) => message!("did you mean `{near}`?", "是否应为`{near}`？"),
            None => match self.nearest_called(name) {
                Some((near, id)) => {
                    message!("did you mean `{id}` ({near})?", "是否应为`{id}`（{near}）？")
                }
                None if known.is_empty() => Message::new(
                    format!("there is no {} yet", what.en),
                    format!("还没有{}", what.zh),
                ),
                None if known.len() <= 40 => message!("known: {}", "可用：{}", known.join(", ")),
                None => message!(
                    "{} others are known, none of them near",
                    "另有{}个，均不相近",
                    known.len()
                ),
            },
        };
        Some((message, help))
    }

    fn nearest_called(&self, name: &str) -> Option<(&str, &str)> {
        let mut names: Vec<&str> = self.called.keys().map(String::as_str).collect();
        names.sort_unstable();
        let near = nearest(name, names)?;
        let id = self.called.get(near)?.as_deref()?;
        Some((near, id))
    }

    /// Looks a name up and reports it if it is not there.
    pub fn resolve(
        &self,
        keys: &Keys<'_, '_>,
        code: Code,
        what: StaticMessage,
        name: &Located<String>,
    ) -> Option<T> {
        let found = self.get(&name.value);
        if found.is_none()
            && let Some((message, help)) = self.unknown(what, &name.value)
        {
            keys.fault(code.at(name.location, message).help(help));
        }
        found
    }
}

/// What every reader of a plan shares.
#[derive(Debug)]
pub(super) struct Shared {
    pub languages: Vec<Language>,
    pub departments: Names<DepartmentIx>,
    pub regions: Names<RegionIx>,
    /// The regions that are responsible subjects when an item says "all".
    pub all_regions: Vec<RegionIx>,
}

impl Shared {
    pub fn new(config: &Config, site: &Site, lists: ListsRead) -> Self {
        Self {
            languages: config.languages.clone(),
            departments: Names::new(
                site.numbered_departments().map(|(ix, d)| (d.id.clone(), ix)),
                lists.has_all_departments,
            )
            .called(site.departments.iter().flat_map(|d| {
                let names = [d.name.as_str(), d.short_name.as_str()]
                    .into_iter()
                    .chain(d.aliases.iter().map(String::as_str));
                names.map(|name| (name, d.id.as_str()))
            })),
            regions: Names::new(
                site.numbered_regions().map(|(ix, r)| (r.id.clone(), ix)),
                lists.has_all_regions,
            )
            .called(site.regions.iter().flat_map(|r| {
                [(r.name.as_str(), r.id.as_str()), (r.short_name.as_str(), r.id.as_str())]
            })),
            all_regions: site
                .numbered_regions()
                .filter(|(_, region)| region.kind != CITY_KIND)
                .map(|(ix, _)| ix)
                .collect(),
        }
    }

    pub fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// Reads a list of region ids, `"all"` or `"none"`, in official order.
    ///
    /// "all" means every region but those of kind `city` (市本级): these hold what belongs to no
    /// region and are never a responsible subject. An item that needs such a row names its regions.
    pub fn read_regions(&self, keys: &mut Keys<'_, '_>, key: &str) -> Option<NamedRegions> {
        if !keys.has(key) {
            return None;
        }
        if matches!(keys.value(key)?.value, toml::de::DeValue::String(_)) {
            let word = keys.text(key)?;
            return match word.value.as_str() {
                "all" => Some(NamedRegions::all_of(self.all_regions.clone())),
                "none" => Some(NamedRegions::default()),
                _ => {
                    keys.unknown_word(key, &word, ["all", "none"].into_iter());
                    None
                }
            };
        }
        let names = keys.texts(key);
        let mut regions: Vec<RegionIx> = names
            .iter()
            .filter_map(|name| {
                self.regions.resolve(keys, codes::UNKNOWN_REGION, nouns::REGION, name)
            })
            .collect();
        let has_lost_any = regions.len() < names.len();
        regions.sort_unstable();
        regions.dedup();
        Some(NamedRegions { regions, has_lost_any })
    }
}

/// The regions that a list names.
#[derive(Clone, Debug, Default)]
pub(super) struct NamedRegions {
    pub regions: Vec<RegionIx>,
    /// Whether one of the names could not be found.
    pub has_lost_any: bool,
}

impl NamedRegions {
    fn all_of(regions: Vec<RegionIx>) -> Self {
        Self { regions, has_lost_any: false }
    }
}

/// What the items of a plan are read in.
#[derive(Clone, Copy)]
pub(super) struct PlanFrame<'f> {
    pub shared: &'f Shared,
    pub sections: &'f Names<SectionIx>,
    /// The plan's first month.
    pub first: PeriodEnd,
    /// The plan's last month.
    pub last: PeriodEnd,
}

/// The names that tables and updates of a plan may use.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PlanNames {
    pub indicators: Names<IndicatorIx>,
    pub milestones: Names<MilestoneIx>,
    pub items: HashMap<u32, ItemIx>,
    pub has_all_items: bool,
    /// Whether every region that an item or an indicator names was found; otherwise nobody can say
    /// which rows lack theirs.
    pub has_all_regions: bool,
}

/// Reads a period.
pub(super) fn read_period(keys: &mut Keys<'_, '_>, key: &str) -> Option<Period> {
    let text = keys.text(key)?;
    let period = Period::parse(&text.value);
    if period.is_none() {
        keys.fault(not_a_period(&text));
    }
    period
}

/// Says that a text is not a period, and how one is written.
pub(super) fn not_a_period(text: &Located<String>) -> Diagnostic {
    let message = message!("`{}` is not a period", "`{}`不是时期", text.value);
    codes::PERIOD.at(text.location, message).help(message!(
        "write 2023-06, 2023-Q2, 2023-H1 or 2023",
        "写作2023-06、2023-Q2、2023-H1或2023"
    ))
}

/// Says whether nothing of the lists was lost on the way.
#[derive(Clone, Copy, Debug)]
pub(super) struct ListsRead {
    pub has_all_departments: bool,
    pub has_all_regions: bool,
}
