//! Turns an author's Markdown into clean HTML.
//!
//! Content is data: whatever HTML an author writes is sanitised, headings are set below those of the page, tables become regions one can scroll.
//! This is the home of `pulldown-cmark` and `ammonia`.

mod links;

use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

pub use links::{FoundLink, find_links};

/// Renders Markdown. `top_level` is the level its highest headings get.
#[must_use]
pub fn render_markdown(markdown: &str, top_level: u8) -> String {
    if markdown.is_empty() {
        return String::new();
    }
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let highest = Parser::new_ext(markdown, options)
        .filter_map(|event| match event {
            Event::Start(Tag::Heading { level, .. }) => Some(level as u8),
            _ => None,
        })
        .min()
        .unwrap_or(top_level);
    let moved = |level: HeadingLevel| level_of(level as u8 + top_level - highest.min(level as u8));
    let events = Parser::new_ext(markdown, options).map(|event| match event {
        Event::Start(Tag::Heading { level, classes, attrs, .. }) => {
            Event::Start(Tag::Heading { level: moved(level), id: None, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(moved(level))),
        // What an author writes as HTML is shown as text; only Markdown makes markup.
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        other => other,
    });
    let mut rendered = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut rendered, events);
    CLEANER.clean(&rendered).to_string()
}

fn level_of(level: u8) -> HeadingLevel {
    HeadingLevel::try_from(usize::from(level.clamp(2, 6))).unwrap_or(HeadingLevel::H6)
}

/// What may stand in a text: what Markdown makes, and links that do not leave by other doors than http(s) and mail.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::default();
    cleaner
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .link_rel(Some("noopener noreferrer"))
        .rm_tags(["map", "area", "img"])
        .add_tags(["img"])
        .add_tag_attributes("img", ["src", "alt"])
        .add_tag_attributes("th", ["scope"]);
    cleaner
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_set_below_those_of_the_page() {
        assert_eq!(render_markdown("## 怎么算\n\n### 细节\n", 3), "<h3>怎么算</h3>\n<h4>细节</h4>\n");
    }

    #[test]
    fn no_script_survives() {
        let html =
            render_markdown("<script>alert(1)</script> [x](javascript:alert(1)) <b onclick=x>b</b> ![a](data:text/html,x)", 2);
        assert!(
            !html.contains("<script")
                && !html.contains("href=\"javascript")
                && !html.contains("<b ")
                && !html.contains("src=\"data"),
            "{html}"
        );
    }
}
