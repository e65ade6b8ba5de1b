//! Files to subscribe to: the calendar of a plan, and its news as an Atom feed.
//!
//! Both are pure functions of the shown day: identifiers come from the content, times from its dates, nothing from a clock.
//! This is the home of `quick-xml`.

mod atom;
mod ics;

use crate::config::OutputKind;

use super::address::{Address, Feed, Page};
use super::pages::has_calendar;
use super::{Renderer, address};

/// Lists the feeds the site may have. News need an address of the site to point to.
pub(super) fn possible_feeds(renderer: &Renderer<'_>) -> Vec<Feed> {
    if !renderer.config.wants(OutputKind::Feeds) {
        return Vec::new();
    }
    (0..renderer.site.plans.len())
        .flat_map(|at| [Some(Feed::Calendar(at)), has_news(renderer).then_some(Feed::News(at))])
        .flatten()
        .collect()
}

/// Tells whether there is anything in a feed.
pub(super) fn has_feed(renderer: &Renderer<'_>, feed: Feed) -> bool {
    match feed {
        Feed::Calendar(at) => has_calendar(renderer, at),
        Feed::News(_) => true,
    }
}

/// Tells whether plans have a feed of their news: it stands beside the page of updates.
pub(super) fn has_news(renderer: &Renderer<'_>) -> bool {
    let wants = |kind| renderer.config.wants(kind);
    wants(OutputKind::Feeds) && wants(OutputKind::Lists) && renderer.config.base_url.is_some()
}

/// Renders a feed.
pub(super) fn render_feed(renderer: &Renderer<'_>, language: usize, feed: Feed) -> Vec<u8> {
    match feed {
        Feed::Calendar(at) => ics::render(renderer, language, at),
        Feed::News(at) => atom::render(renderer, language, at),
    }
    .into_bytes()
}

/// Returns the absolute address of a page, where the site knows its own.
fn page_url(renderer: &Renderer<'_>, address: Address) -> Option<String> {
    let path = renderer.path_of(address);
    Some(format!("{}{}", renderer.config.base_url.as_ref()?, path.strip_suffix("index.html").unwrap_or(&path)))
}

/// Returns the absolute address of a feed.
fn feed_url(renderer: &Renderer<'_>, language: usize, feed: Feed) -> Option<String> {
    let path = renderer.in_language(language, address::feed_path(renderer.site, feed));
    Some(format!("{}{path}", renderer.config.base_url.as_ref()?))
}

/// Returns the title of the site, marked where it is a sample.
fn site_title(renderer: &Renderer<'_>, language: usize) -> String {
    marked(renderer, language, renderer.config.title.in_language(renderer.words(language).language()))
}

/// Marks a title of a sample.
fn marked(renderer: &Renderer<'_>, language: usize, title: &str) -> String {
    let prefix = if renderer.config.is_sample { renderer.words(language).plain("sample-prefix") } else { String::new() };
    format!("{prefix}{title}")
}

/// Takes out what a line of text cannot hold: neither format has a way to write a control character.
fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// Returns the address of a page that lists have, or of the overview where the site leaves lists out.
fn listed(renderer: &Renderer<'_>, language: usize, at: usize, page: Page) -> Address {
    let page = if renderer.config.wants(OutputKind::Lists) { page } else { Page::Overview(at) };
    Address::new(language, page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_reaches_a_feed() {
        assert_eq!(clean("一\r\n二\u{8}三\t四"), "一\n二三\t四");
    }
}
