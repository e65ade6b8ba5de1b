//! The plan: sections, items and indicators in the order of the document, and everything known
//! about them.
//!
//! A [`Plan`] is its text, which changes seldom, and its ledger, which changes with every report.
//! Two states of a plan share what is the same.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use crate::date::Date;
use crate::language::Text;
pub use crate::model::bands::{Bands, RegionBands};
use crate::model::calendar::Calendar;
use crate::model::edition::{Edition, EditionState, PlanRevision, RevisedText};
use crate::model::index::{EditionIx, IndicatorIx, ItemIx, MilestoneIx};
use crate::model::indicator::{Indicator, ReportRule};
use crate::model::item::Item;
use crate::model::ledger::Ledger;
use crate::model::milestone::{Milestone, MilestoneEvent};
use crate::model::observation::{Allocation, AsOf};
use crate::model::period::{Cadence, Period, PeriodEnd};
use crate::model::region::RegionIx;
use crate::model::release::Release;
use crate::model::scoring::Scoring;
use crate::model::update::Update;
use crate::source::Location;
use crate::words::words;

/// A part of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Stable id, part of its address.
    pub id: String,
    /// Its title.
    pub title: Text,
}

/// The document the plan was published in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanSource {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: Option<String>,
    /// The checksum of its text.
    pub sha256: Option<String>,
}

/// What the public pages say about single regions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RegionsPublic {
    /// Figures and statuses.
    Values,
    /// Statuses without figures.
    Status,
    /// Nothing.
    None,
}

words! {
    /// The words of the content files.
    RegionsPublic { Values = "values", Status = "status", None = "none" }
}

/// A government's action plan.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What it says; a plan reads like its text.
    pub text: Arc<PlanText>,
    /// Its figures.
    pub ledger: Ledger,
}

impl Deref for Plan {
    type Target = PlanText;

    fn deref(&self) -> &PlanText {
        &self.text
    }
}

impl PlanText {
    /// Makes a plan of which only the id (also its title) and the span are said: no items, no
    /// editions, the usual bands.
    #[must_use]
    pub fn new(id: &str, first: PeriodEnd, last: PeriodEnd) -> Self {
        Self {
            id: id.to_string(),
            title: Text::new(id),
            issuer: Text::default(),
            issued: None,
            document_number: None,
            source: None,
            first,
            last,
            reviews: Vec::new(),
            as_of: None,
            publishes_overdue: false,
            regions_public: RegionsPublic::Status,
            sections: Vec::new(),
            bands: Bands::default_for_pace(),
            level_bands: Bands::default_for_level(),
            region_bands: RegionBands::default(),
            calendar: Arc::default(),
            editions: Vec::new(),
            scoring: None,
            revisions: Vec::new(),
            releases: Vec::new(),
            introduction: Text::default(),
            items: Vec::new(),
            indicators: Vec::new(),
            milestones: Vec::new(),
            milestone_events: Vec::new(),
            allocations: Vec::new(),
            updates: Vec::new(),
            location: Location::default(),
        }
    }

    /// Returns whether everything but single indicators is judged alike by another text.
    fn judges_like(&self, other: &Self) -> bool {
        let frame = |text: &Self| {
            (
                text.first,
                text.last,
                text.publishes_overdue,
                text.bands,
                text.level_bands,
                text.region_bands,
            )
        };
        let parts = |text: &Self| {
            text.items
                .iter()
                .map(|item| (item.indicators.clone(), item.milestones.clone()))
                .collect::<Vec<_>>()
        };
        frame(self) == frame(other)
            && self.calendar == other.calendar
            && self.reviews == other.reviews
            && self.revisions == other.revisions
            && self.milestones == other.milestones
            && self.milestone_events == other.milestone_events
            && self.allocations == other.allocations
            && self.indicators.len() == other.indicators.len()
            && parts(self) == parts(other)
    }
}

impl From<PlanText> for Plan {
    fn from(text: PlanText) -> Self {
        Self { text: Arc::new(text), ledger: Ledger::default() }
    }
}

/// Another state of the plan that shares the text keeps it as it was.
impl DerefMut for Plan {
    fn deref_mut(&mut self) -> &mut PlanText {
        Arc::make_mut(&mut self.text)
    }
}

/// All that is known of a plan but its figures.
#[derive(Clone, Debug)]
pub struct PlanText {
    /// The name of its folder, part of every address.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Who issued it.
    pub issuer: Text,
    /// When.
    pub issued: Option<Date>,
    /// Under which number.
    pub document_number: Option<String>,
    /// Where it was published.
    pub source: Option<PlanSource>,
    /// Its first month.
    pub first: PeriodEnd,
    /// Its last month.
    pub last: PeriodEnd,
    /// How often it is reviewed.
    pub reviews: Vec<Cadence>,
    /// The day of knowledge for a plan without editions.
    pub as_of: Option<Date>,
    /// Whether public pages name overdue reports.
    pub publishes_overdue: bool,
    /// What public pages say about single regions.
    pub regions_public: RegionsPublic,
    /// Its parts.
    pub sections: Vec<Section>,
    /// The bands of a pace.
    pub bands: Bands,
    /// The bands of a level.
    pub level_bands: Bands,
    /// The bands of a target that is asked of each region.
    pub region_bands: RegionBands,
    /// The working calendar of the site, by which days of grace may be counted.
    pub calendar: Arc<Calendar>,
    /// Its editions, in the order they are written.
    pub editions: Vec<Edition>,
    /// How regions are evaluated; nothing unless it is turned on.
    pub scoring: Option<Scoring>,
    /// Changes of the plan, the oldest first.
    pub revisions: Vec<PlanRevision>,
    /// The editions that were frozen.
    pub releases: Vec<Release>,
    /// What it is (Markdown).
    pub introduction: Text,
    /// Its items, by number.
    pub items: Vec<Item>,
    /// Its indicators, in the order of the items.
    pub indicators: Vec<Indicator>,
    /// Its milestones, in the order of the items.
    pub milestones: Vec<Milestone>,
    /// What happened to milestones, by milestone and recorded date.
    pub milestone_events: Vec<MilestoneEvent>,
    /// The shares of regions, by indicator, region and recorded date.
    pub allocations: Vec<Allocation>,
    /// News, reviews and documents, the newest first.
    pub updates: Vec<Update>,
    /// Where it is written.
    pub location: Location,
}

impl Plan {
    /// Returns an item.
    #[must_use]
    pub fn item(&self, ix: ItemIx) -> &Item {
        &self.items[ix.0 as usize]
    }

    /// Returns an indicator.
    #[must_use]
    pub fn indicator(&self, ix: IndicatorIx) -> &Indicator {
        &self.indicators[ix.0 as usize]
    }

    /// Returns a milestone.
    #[must_use]
    pub fn milestone(&self, ix: MilestoneIx) -> &Milestone {
        &self.milestones[ix.0 as usize]
    }

    /// Lists the items with their indexes.
    pub fn numbered_items(&self) -> impl Iterator<Item = (ItemIx, &Item)> {
        (0..).map(ItemIx).zip(&self.items)
    }

    /// Lists the indicators with their indexes.
    pub fn numbered_indicators(&self) -> impl Iterator<Item = (IndicatorIx, &Indicator)> {
        (0..).map(IndicatorIx).zip(&self.indicators)
    }

    /// Counts the months of the plan.
    #[must_use]
    pub fn months(&self) -> i32 {
        self.first.months_until(self.last) + 1
    }

    /// Returns whether it is a plan of one calendar year, whose parts have names of their own.
    #[must_use]
    pub fn is_calendar_year(&self) -> bool {
        self.first.month() == 1 && self.months() == 12
    }

    /// Lists the reports a rule asks for, the first one first, by the period each is about.
    ///
    /// Half-years and years are the plan's own: of one from April they end in September and March.
    /// What does not divide the plan follows the calendar, and its last month is always asked for.
    pub fn reports(&self, rule: &ReportRule) -> impl DoubleEndedIterator<Item = Period> {
        let step = i32::from(rule.every.months());
        let is_own = self.months() % step == 0 && rule.every.months() > Cadence::Quarter.months();
        let has_names = !is_own || (i32::from(self.first.month()) - 1) % step == 0;
        let is_end = move |end: &PeriodEnd| match is_own {
            true => (self.first.months_until(*end) + 1) % step == 0,
            false => i32::from(end.month()) % step == 0,
        };
        let named = move |end: PeriodEnd| rule.every.period_ending(end).filter(|_| has_names);
        (0..self.months())
            .map(|months| self.first.plus_months(months))
            .filter(move |end| is_end(end) || *end == self.last)
            .filter(|end| !rule.skip.iter().any(|period| period.end() == *end))
            .map(move |end| named(end).unwrap_or_else(|| end.as_month()))
    }

    /// Counts the months of the plan that are over at the end of a month, and all of them.
    #[must_use]
    pub fn months_gone(&self, period_end: PeriodEnd) -> (i64, i64) {
        let months = self.months().max(1);
        let gone = (self.first.months_until(period_end) + 1).clamp(0, months);
        (i64::from(gone), i64::from(months))
    }

    /// Returns whether anything was reported by a day. A plan that has not begun reporting owes
    /// nothing yet.
    ///
    /// A plan has not begun as long as no observation and no milestone row was recorded by the day
    /// that is looked at: nothing of it is due.
    #[must_use]
    pub fn has_begun_reporting(&self, as_of: Date) -> bool {
        self.ledger.first_recorded().is_some_and(|first| first <= as_of)
            || self.milestone_events.iter().any(|event| event.recorded <= as_of)
    }

    /// Lists what happened to one milestone, by recorded date.
    #[must_use]
    pub fn events_of(&self, milestone: MilestoneIx) -> &[MilestoneEvent] {
        let start = self.milestone_events.partition_point(|row| row.milestone < milestone);
        let length =
            self.milestone_events[start..].partition_point(|row| row.milestone == milestone);
        &self.milestone_events[start..start + length]
    }

    /// Lists the editions with their positions, in the order of the plan.
    pub fn numbered_editions(&self) -> impl Iterator<Item = (EditionIx, &Edition)> {
        self.editions.iter().enumerate().map(|(row, edition)| (EditionIx::of_row(row), edition))
    }

    /// Finds an edition by its id.
    #[must_use]
    pub fn edition_position(&self, id: &str) -> Option<EditionIx> {
        self.editions.iter().position(|edition| edition.id == id).map(EditionIx::of_row)
    }

    /// Returns an edition.
    #[must_use]
    pub fn edition(&self, ix: EditionIx) -> &Edition {
        &self.editions[ix.row()]
    }

    /// Lists the shares of one target, by region and recorded date.
    #[must_use]
    pub fn allocations_of(&self, indicator: IndicatorIx) -> &[Allocation] {
        let start = self.allocations.partition_point(|row| row.indicator < indicator);
        let length = self.allocations[start..].partition_point(|row| row.indicator == indicator);
        &self.allocations[start..start + length]
    }

    /// Returns the share of a target that a region was given, as it stood on the last day that is
    /// looked at: the row recorded last by then. The first distribution is of the whole plan, so it
    /// holds for what was before it too.
    #[must_use]
    pub fn allocation(
        &self,
        indicator: IndicatorIx,
        region: RegionIx,
        known: AsOf,
    ) -> Option<&Allocation> {
        let all = self.allocations_of(indicator);
        let by = |day: Date| all.partition_point(|row| (row.region, row.recorded) <= (region, day));
        let in_force = all[..by(known.last_day())].last().filter(|row| row.region == region);
        let first = || all[..by(known.as_of)].iter().find(|row| row.region == region);
        in_force.or_else(first)
    }

    /// Returns the plan as it read on a day, where it read otherwise than today: revisions made
    /// later are taken back.
    ///
    /// These are revisions of a title, of an indicator's name (`ID.name`) and of its target
    /// (`ID.target`). Other fields are told in the author's words and change nothing here.
    #[must_use]
    pub fn as_it_read_on(&self, day: Date) -> Option<Self> {
        let later: Vec<&RevisedText> = self
            .revisions
            .iter()
            .rev()
            .filter(|one| one.date > day)
            .filter_map(|one| one.revised.as_ref())
            .collect();
        if later.is_empty() {
            return None;
        }
        let mut then = self.clone();
        for revised in later {
            match revised {
                RevisedText::Title(ix, old) => {
                    then.items[ix.0 as usize].title = Text::new(old.clone())
                }
                RevisedText::Name(ix, old) => {
                    then.indicators[ix.0 as usize].name = Text::new(old.clone())
                }
                RevisedText::Target(ix, old) => {
                    then.indicators[ix.0 as usize].target = Some((**old).clone())
                }
            }
        }
        Some(then)
    }

    /// Lists the indicators that are asked or were reported otherwise than in another state of the
    /// plan. Nothing where more than single indicators may stand otherwise.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Option<Vec<IndicatorIx>> {
        let mut touched = self.ledger.differences(&other.ledger);
        if !Arc::ptr_eq(&self.text, &other.text) {
            if !self.text.judges_like(&other.text) {
                return None;
            }
            let pairs = (0..).map(IndicatorIx).zip(self.indicators.iter().zip(&other.indicators));
            touched.extend(pairs.filter(|(_, (a, b))| a != b).map(|(ix, _)| ix));
            touched.sort_unstable();
            touched.dedup();
        }
        // An account may stand behind the last indicator.
        touched.retain(|ix| (ix.0 as usize) < self.indicators.len());
        Some(touched)
    }

    /// Returns what was frozen of an edition.
    #[must_use]
    pub fn release(&self, edition: &str) -> Option<&Release> {
        self.releases.iter().find(|release| release.edition == edition)
    }

    /// Returns the newest published edition: what readers see.
    #[must_use]
    pub fn current_edition(&self) -> Option<&Edition> {
        self.published_editions().pop()
    }

    /// Lists the published editions, the oldest knowledge first.
    #[must_use]
    pub fn published_editions(&self) -> Vec<&Edition> {
        let mut editions = self.editions_by_as_of();
        editions.retain(|edition| edition.state == EditionState::Published);
        editions
    }

    /// Lists all editions, the oldest knowledge first.
    #[must_use]
    pub fn editions_by_as_of(&self) -> Vec<&Edition> {
        let mut editions: Vec<&Edition> = self.editions.iter().collect();
        editions.sort_by_key(|edition| (edition.as_of, edition.period.end()));
        editions
    }

    /// Returns the day of knowledge of the public site: the newest published edition's, else the
    /// plan's own, else the newest day anything was recorded, else the day of issue, else the day
    /// before the plan began.
    #[must_use]
    pub fn public_as_of(&self) -> Date {
        self.current_edition()
            .map(|edition| edition.as_of)
            .or(self.as_of)
            .or_else(|| self.ledger.newest_recorded())
            .or(self.issued)
            .unwrap_or_else(|| self.first.plus_months(-1).last_day())
    }
}
