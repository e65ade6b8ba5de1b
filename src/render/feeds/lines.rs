//! Addresses and lines of text as feeds need them.

use crate::config::OutputKind;
use crate::language::LanguageIx;
use crate::model::index::PlanIx;
use crate::render::address;
use crate::render::address::{Address, Feed, Page};
use crate::render::context::Renderer;
use crate::render::text_id::text;

/// Returns the absolute address of a page, where the site knows its own.
pub(super) fn page_url(renderer: &Renderer<'_>, address: Address) -> Option<String> {
    let path = renderer.path_of(address);
    Some(format!(
        "{}{}",
        renderer.config.base_url.as_ref()?,
        path.strip_suffix("index.html").unwrap_or(&path)
    ))
}

/// Returns the absolute address of a feed.
pub(super) fn feed_url(
    renderer: &Renderer<'_>,
    language: LanguageIx,
    feed: Feed,
) -> Option<String> {
    let path = renderer.in_language(language, address::feed_path(renderer.site, feed));
    Some(format!("{}{path}", renderer.config.base_url.as_ref()?))
}

/// Returns the title of the site, marked where it is a sample.
pub(super) fn site_title(renderer: &Renderer<'_>, language: LanguageIx) -> String {
    marked(
        renderer,
        language,
        renderer.config.title.in_language(renderer.words(language).language()),
    )
}

/// Marks a title of a sample.
pub(super) fn marked(renderer: &Renderer<'_>, language: LanguageIx, title: &str) -> String {
    let prefix = if renderer.config.is_sample {
        renderer.words(language).plain(text!("sample-prefix"))
    } else {
        String::new()
    };
    format!("{prefix}{title}")
}

/// Takes out what a line of text cannot hold: neither format has a way to write a control
/// character.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// Returns the address of a page that lists have, or of the overview where the site leaves lists
/// out.
pub(super) fn listed(
    renderer: &Renderer<'_>,
    language: LanguageIx,
    at: PlanIx,
    page: Page,
) -> Address {
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
