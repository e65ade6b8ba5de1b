//! Addresses: every page and file of the site, and the links between them.
//!
//! The first language is at the root, others under `/<lang>/`. Links are relative, so that a site
//! works under any path. Addresses never change meaning; they are listed here and nowhere else.

use crate::language::LanguageIx;
use crate::model::department::DepartmentIx;
use crate::model::index::{EditionIx, FreePageIx, IndicatorIx, ItemIx, PlanIx, SectionIx};
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::region::RegionIx;
use crate::model::site::Site;
use crate::number::write_digits;

/// A page of the site. First stands the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// The newest plan, at the root.
    Home,
    /// A plan.
    Overview(PlanIx),
    /// One item.
    Item(PlanIx, ItemIx),
    /// One section.
    Section(PlanIx, SectionIx),
    /// All indicators.
    Indicators(PlanIx),
    /// All departments.
    Departments(PlanIx),
    /// One department.
    Department(PlanIx, DepartmentIx),
    /// All regions.
    Regions(PlanIx),
    /// One region.
    Region(PlanIx, RegionIx),
    /// All periods.
    Periods(PlanIx),
    /// One period as known now.
    Period(PlanIx, Period),
    /// An edition as it was published.
    Edition(PlanIx, EditionIx),
    /// What moved from edition to edition.
    Changes(PlanIx),
    /// News, reviews, documents.
    Updates(PlanIx),
    /// What is published and what is due when.
    Calendar(PlanIx),
    /// How regions are evaluated, where the plan turns it on.
    Evaluation(PlanIx),
    /// How figures are judged.
    Method(PlanIx),
    /// Open data.
    Data(PlanIx),
    /// A page that belongs to no plan.
    Free(FreePageIx),
    /// Who can read the site and how, where the content does not say it itself.
    Accessibility,
    /// Every page.
    SiteMap,
    /// What is shown where nothing is.
    NotFound,
}

/// A file that programs read. First stands the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DataFile {
    /// Everything, in JSON.
    PlanJson(PlanIx),
    /// The rows in force.
    Observations(PlanIx),
    /// The same, as Excel reads it.
    ObservationsExcel(PlanIx),
    /// The rows that were replaced.
    Revisions(PlanIx),
    /// The shares of the regions.
    Allocations(PlanIx),
    /// What is counted, and how it is judged.
    Indicators(PlanIx),
    /// The items.
    Items(PlanIx),
    /// The evaluation of the regions, where the plan turns it on.
    Evaluation(PlanIx),
    /// The checksums of the files above.
    Checksums(PlanIx),
    /// What an edition published.
    EditionJson(PlanIx, EditionIx),
    /// One item, in JSON.
    ItemJson(PlanIx, ItemIx),
    /// One item's rows.
    ItemCsv(PlanIx, ItemIx),
}

/// A file that calendar programs and feed readers subscribe to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Feed {
    /// What is published and what is due when.
    Calendar(PlanIx),
    /// Updates and published editions.
    News(PlanIx),
}

/// A chart with a file of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Chart {
    /// An indicator against its target.
    Bullet(IndicatorIx),
    /// Its figures through the year.
    Trend(IndicatorIx),
    /// Its regions side by side.
    Regions(IndicatorIx),
    /// What its regions add to the whole.
    Parts(IndicatorIx),
    /// The dated steps of an item.
    Milestones(ItemIx),
    /// How an item stood in every edition.
    Editions(ItemIx),
}

/// A page in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    /// The language.
    pub language: LanguageIx,
    /// The page.
    pub page: Page,
    /// How many pages of its list come before this one.
    pub page_index: u32,
}

impl Address {
    /// Takes the first page of a list, which is the only one most often.
    #[must_use]
    pub fn new(language: LanguageIx, page: Page) -> Self {
        Self { language, page, page_index: 0 }
    }
}

/// Returns an item's number as addresses write it: at least two digits.
#[must_use]
pub fn item_slug(number: u32) -> String {
    let mut slug = String::with_capacity(8);
    if number < 10 {
        slug.push('0');
    }
    write_digits(&mut slug, u64::from(number));
    slug
}

/// Returns the path of a page without its language.
#[must_use]
pub fn page_path(site: &Site, page: Page) -> String {
    let plan = |at: PlanIx| site.plan(at);
    let of_plan = |at: PlanIx, rest: &str| [plan(at).id.as_str(), rest].concat();
    let in_folder = |at: PlanIx, folder: &str, name: &str| {
        [plan(at).id.as_str(), folder, name, "/index.html"].concat()
    };
    match page {
        Page::Home => "index.html".into(),
        Page::Overview(at) => of_plan(at, "/index.html"),
        Page::Item(at, ix) => in_folder(at, "/items/", &item_slug(plan(at).item(ix).number)),
        Page::Section(at, ix) => {
            in_folder(at, "/sections/", &plan(at).sections[usize::from(ix.0)].id)
        }
        Page::Indicators(at) => of_plan(at, "/indicators/index.html"),
        Page::Departments(at) => of_plan(at, "/departments/index.html"),
        Page::Department(at, ix) => in_folder(at, "/departments/", &site.department(ix).id),
        Page::Regions(at) => of_plan(at, "/regions/index.html"),
        Page::Region(at, ix) => in_folder(at, "/regions/", &site.region(ix).id),
        Page::Periods(at) => of_plan(at, "/periods/index.html"),
        Page::Period(at, period) => in_folder(at, "/periods/", &period.to_string()),
        Page::Edition(at, edition) => in_folder(at, "/editions/", &plan(at).edition(edition).id),
        Page::Changes(at) => of_plan(at, "/changes/index.html"),
        Page::Updates(at) => of_plan(at, "/updates/index.html"),
        Page::Calendar(at) => of_plan(at, "/calendar/index.html"),
        Page::Evaluation(at) => of_plan(at, "/evaluation/index.html"),
        Page::Method(at) => of_plan(at, "/method/index.html"),
        Page::Data(at) => of_plan(at, "/data/index.html"),
        Page::Free(at) => [site.page(at).slug.as_str(), "/index.html"].concat(),
        Page::Accessibility => "accessibility/index.html".into(),
        Page::SiteMap => "sitemap/index.html".into(),
        Page::NotFound => "404.html".into(),
    }
}

/// Returns the path on which a list goes on after so many pages.
#[must_use]
pub fn list_page_path(path: String, page_index: u32) -> String {
    match (page_index, path.strip_suffix("index.html")) {
        (1.., Some(folder)) => format!("{folder}page/{}/index.html", page_index + 1),
        _ => path,
    }
}

fn item_folder(plan: &Plan, ix: ItemIx) -> String {
    format!("{}/items/{}/", plan.id, item_slug(plan.item(ix).number))
}

/// Returns the path of a data file; data has no language.
#[must_use]
pub fn data_path(site: &Site, file: DataFile) -> String {
    let plan = |at: PlanIx| site.plan(at);
    let in_data = |at: PlanIx, name: &str| format!("{}/data/{name}", plan(at).id);
    match file {
        DataFile::PlanJson(at) => in_data(at, "plan.json"),
        DataFile::Observations(at) => in_data(at, "observations.csv"),
        DataFile::ObservationsExcel(at) => in_data(at, "observations-excel.csv"),
        DataFile::Revisions(at) => in_data(at, "revisions.csv"),
        DataFile::Allocations(at) => in_data(at, "allocations.csv"),
        DataFile::Indicators(at) => in_data(at, "indicators.csv"),
        DataFile::Items(at) => in_data(at, "items.csv"),
        DataFile::Evaluation(at) => in_data(at, "evaluation.csv"),
        DataFile::Checksums(at) => in_data(at, "SHA256SUMS"),
        DataFile::EditionJson(at, edition) => {
            format!("{}/editions/{}/plan.json", plan(at).id, plan(at).edition(edition).id)
        }
        DataFile::ItemJson(at, ix) => format!("{}data.json", item_folder(plan(at), ix)),
        DataFile::ItemCsv(at, ix) => format!("{}data.csv", item_folder(plan(at), ix)),
    }
}

/// Returns the path of a feed without its language.
#[must_use]
pub fn feed_path(site: &Site, feed: Feed) -> String {
    match feed {
        Feed::Calendar(at) => format!("{}/calendar/calendar.ics", site.plan(at).id),
        Feed::News(at) => format!("{}/updates/feed.xml", site.plan(at).id),
    }
}

/// Returns the path of a chart's own file without its language.
#[must_use]
pub fn chart_path(site: &Site, at: PlanIx, chart: Chart) -> String {
    let plan = site.plan(at);
    let of_indicator = |ix: IndicatorIx, word: &str| {
        let indicator = plan.indicator(ix);
        format!("{}charts/{}-{word}.svg", item_folder(plan, indicator.item), indicator.id)
    };
    match chart {
        Chart::Bullet(ix) => of_indicator(ix, "target"),
        Chart::Trend(ix) => of_indicator(ix, "trend"),
        Chart::Regions(ix) => of_indicator(ix, "regions"),
        Chart::Parts(ix) => of_indicator(ix, "parts"),
        Chart::Milestones(ix) => format!("{}charts/milestones.svg", item_folder(plan, ix)),
        Chart::Editions(ix) => format!("{}charts/editions.svg", item_folder(plan, ix)),
    }
}

/// Returns a link from one path of the site to another. Folders are linked without their
/// `index.html`, unless the site is read from a disk.
#[must_use]
pub fn relative_link(from: &str, to: &str, names_files: bool) -> String {
    let folder = |path: &str| path.rfind('/').map_or(0, |slash| slash + 1);
    let (from, to_folder) = (&from.as_bytes()[..folder(from)], folder(to));
    let common = from.iter().zip(&to.as_bytes()[..to_folder]).take_while(|(a, b)| a == b).count();
    let shared = from[..common].iter().rposition(|byte| *byte == b'/').map_or(0, |slash| slash + 1);
    let mut link = String::with_capacity(to.len() + 12);
    for _ in from[shared..].iter().filter(|byte| **byte == b'/') {
        link.push_str("../");
    }
    link.push_str(&to[shared..]);
    if !names_files
        && let Some(folder) =
            link.strip_suffix("index.html").filter(|rest| rest.is_empty() || rest.ends_with('/'))
    {
        link.truncate(folder.len());
        if link.is_empty() {
            link.push_str("./");
        }
    }
    link
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_and_end_at_folders() {
        let cases = [
            ("2023/items/01/index.html", "2023/items/02/index.html", "../02/"),
            ("2023/items/01/index.html", "index.html", "../../../"),
            ("2023/items/01/index.html", "2023/items/01/data.csv", "data.csv"),
            ("index.html", "2023/items/01/index.html", "2023/items/01/"),
            ("index.html", "index.html", "./"),
            ("en/index.html", "index.html", "../"),
            ("2023/index.html", "assets/style.css", "../assets/style.css"),
            ("404.html", "index.html", "./"),
            ("2023/items/011/index.html", "2023/items/01/index.html", "../01/"),
            ("2023/items/01/index.html", "2023/items-of/01/index.html", "../../items-of/01/"),
        ];
        for (from, to, link) in cases {
            assert_eq!(relative_link(from, to, false), link, "{from} -> {to}");
        }
        assert_eq!(
            relative_link("2023/index.html", "2023/items/01/index.html", true),
            "items/01/index.html"
        );
    }
}
