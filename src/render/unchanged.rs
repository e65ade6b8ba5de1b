//! Tells which files say the same as in an earlier state of the site, by what they rest on and
//! without making them.
//!
//! The two states differ in the figures of some indicators and in nothing else: the same texts, the
//! same theme, the same days. A page is the same if none of these indicators has a row on it and
//! nothing on it counts them. Where that is not certain it is made anew.

use std::collections::BTreeSet;

use crate::model::index::{IndicatorIx, ItemIx, PlanIx};

use super::address::{Address, Chart, DataFile, Page};
use super::context::Renderer;
use super::inventory::window;
use super::rows::{items_by_section, own_of, rows_of};
use super::tasks::{Task, TaskKind};

/// Two states of a site.
pub struct Comparison<'c> {
    /// The earlier one.
    pub before: Renderer<'c>,
    /// The later one.
    pub now: Renderer<'c>,
    /// For each plan the indicators whose figures differ, and those that are made of them.
    pub touched: Vec<BTreeSet<IndicatorIx>>,
}

impl Comparison<'_> {
    /// Returns whether a file is certainly the same in both.
    #[must_use]
    pub fn is_unchanged(&self, task: &Task) -> bool {
        match &task.kind {
            TaskKind::Page(address) => self.is_page_unchanged(*address),
            TaskKind::Data(DataFile::ItemJson(at, ix) | DataFile::ItemCsv(at, ix)) => {
                self.is_item_unchanged(*at, *ix)
            }
            TaskKind::Chart(_, at, chart) => match chart {
                Chart::Bullet(ix) | Chart::Trend(ix) | Chart::Regions(ix) | Chart::Parts(ix) => {
                    !self.touched[at.row()].contains(ix)
                }
                Chart::Milestones(ix) | Chart::Editions(ix) => self.is_item_unchanged(*at, *ix),
            },
            TaskKind::Asset(_) | TaskKind::Static(_) | TaskKind::Robots => true,
            TaskKind::Data(_) | TaskKind::Feed(..) | TaskKind::SiteMapXml => false,
        }
    }

    fn is_page_unchanged(&self, address: Address) -> bool {
        match address.page {
            Page::Item(at, ix) => self.is_item_unchanged(at, ix),
            // The first page of a list tells of all of it; the others of their rows.
            _ if address.page_index == 0 => false,
            Page::Overview(at) => {
                let items = items_by_section(self.now.plan(at));
                items[window(address, items.len())].iter().all(|ix| self.is_item_unchanged(at, *ix))
            }
            Page::Section(at, section) => {
                let plan = self.now.plan(at);
                let items: Vec<ItemIx> = plan
                    .numbered_items()
                    .filter(|(_, item)| item.section == section)
                    .map(|(ix, _)| ix)
                    .collect();
                items[window(address, items.len())].iter().all(|ix| self.is_item_unchanged(at, *ix))
            }
            Page::Indicators(at) => {
                let rows: Vec<IndicatorIx> = self
                    .now
                    .plan(at)
                    .items
                    .iter()
                    .flat_map(|item| item.indicators.clone())
                    .collect();
                self.are_unchanged(at, &rows[window(address, rows.len())])
            }
            Page::Region(at, ix) => {
                let (before, now) = (rows_of(&self.before, at, ix), rows_of(&self.now, at, ix));
                before == now
                    && self.are_unchanged(at, &now.figures[window(address, now.figures.len())])
            }
            Page::Department(at, ix) => {
                let own = own_of(&self.now, at, ix);
                let rows = own.items.len() + own.reported.len();
                let on_page = own
                    .items
                    .iter()
                    .skip(window(address, rows).start)
                    .take(window(address, rows).len());
                self.are_unchanged(at, &own.reported)
                    && on_page.into_iter().all(|(item, _)| self.is_item_unchanged(at, *item))
            }
            _ => false,
        }
    }

    fn is_item_unchanged(&self, at: PlanIx, ix: ItemIx) -> bool {
        self.are_unchanged(at, &self.now.plan(at).item(ix).indicators)
    }

    fn are_unchanged(&self, at: PlanIx, indicators: &[IndicatorIx]) -> bool {
        !indicators.iter().any(|ix| self.touched[at.row()].contains(ix))
    }
}
