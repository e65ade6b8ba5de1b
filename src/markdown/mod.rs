//! Turns an author's Markdown into clean HTML.
//!
//! Content is data: whatever HTML an author writes is sanitised, headings are set below those of
//! the page, tables become regions one can scroll. This is the home of `pulldown-cmark` and
//! `ammonia`.
//!
//! Raw HTML in Markdown is shown as text: only Markdown makes markup, and the result is sanitised
//! all the same.

mod links;

use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;
use pulldown_cmark::{
    Alignment, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html,
};

pub use links::{FoundLink, find_links};

/// Renders Markdown. `top_level` is the level its highest headings get.
#[must_use]
pub fn render_markdown(markdown: &str, top_level: u8) -> String {
    if markdown.is_empty() {
        return String::new();
    }
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let events: Vec<Event<'_>> = Parser::new_ext(markdown, options).collect();
    let levels = events.iter().filter_map(|event| match event {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as u8),
        _ => None,
    });
    let highest = levels.min().unwrap_or(top_level);
    let is_clean = !markdown.contains(['\r', '\0']) && events.iter().all(is_clean);
    let moved = |level: HeadingLevel| level_of(level as u8 + top_level - highest.min(level as u8));
    let events = events.into_iter().map(|event| match event {
        Event::Start(Tag::Heading { level, classes, attrs, .. }) => {
            Event::Start(Tag::Heading { level: moved(level), id: None, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(moved(level))),
        // What an author writes as HTML is shown as text; only Markdown makes markup.
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        // Alignment would be a style in the markup, which pages do not allow.
        Event::Start(Tag::Table(columns)) => {
            Event::Start(Tag::Table(vec![Alignment::None; columns.len()]))
        }
        Event::Start(Tag::Link { dest_url, .. }) if is_clean => {
            Event::InlineHtml(format!("<a href=\"{dest_url}\" rel=\"{LINK_REL}\">").into())
        }
        Event::End(TagEnd::Link) if is_clean => Event::InlineHtml("</a>".into()),
        other => other,
    });
    let mut rendered = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut rendered, events);
    // No attribute of it has a quotation mark in it.
    if is_clean { rendered.replace("&quot;", "\"") } else { CLEANER.clean(&rendered).to_string() }
}

/// Returns whether what is made of a part of a text has no attribute and no foreign markup, so that
/// the cleaner would leave it as it is.
fn is_clean(event: &Event<'_>) -> bool {
    match event {
        Event::Text(_)
        | Event::Code(_)
        | Event::Html(_)
        | Event::InlineHtml(_)
        | Event::SoftBreak
        | Event::End(_) => true,
        Event::Start(tag) => match tag {
            Tag::Heading { classes, attrs, .. } => classes.is_empty() && attrs.is_empty(),
            Tag::Link { link_type, dest_url, title, .. } => {
                *link_type != LinkType::Email && title.is_empty() && is_clean_url(dest_url)
            }
            Tag::Table(_)
            | Tag::Paragraph
            | Tag::BlockQuote(None)
            | Tag::List(None | Some(1))
            | Tag::Item
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough => true,
            _ => false,
        },
        _ => false,
    }
}

fn level_of(level: u8) -> HeadingLevel {
    HeadingLevel::try_from(usize::from(level.clamp(2, 6))).unwrap_or(HeadingLevel::H6)
}

/// Returns whether an address is one that the cleaner lets pass and nobody has to escape.
fn is_clean_url(url: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$*+,;=%".contains(&byte);
    let is_by_web = url.starts_with("https://") || url.starts_with("http://");
    !url.is_empty() && url.bytes().all(is_plain) && (is_by_web || !url.contains(':'))
}

/// What every link tells of the page it leads away from: nothing.
const LINK_REL: &str = "noopener noreferrer";

/// What may stand in a text: what Markdown makes, and links that do not leave by other doors than
/// http(s) and mail.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::default();
    cleaner
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .link_rel(Some(LINK_REL))
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
        assert_eq!(
            render_markdown("## 怎么算\n\n### 细节\n", 3),
            "<h3>怎么算</h3>\n<h4>细节</h4>\n"
        );
    }

    #[test]
    fn what_needs_no_cleaning_is_what_cleaning_would_leave() {
        let texts = [
            "一 \"二\" & <三> 'x'\n\n- a\n- b\n  1. c\n  2. d\n\n> q\n> *e* **s** ~~d~~ `co\"de`\n",
            "# h\n\ntext\nnext\n\n### h3\n\n|a|b|\n|-|-|\n|1|<b>|\n",
            "* loose\n\n* list\n\n1. x\n\n   y\n",
            "a [b *c*](https://example.org/r/1?x=%20#y) [d](../e/) <https://example.org/>\n\n| a | \
                b |\n|:-:|--:|\n| 1 | 2 |\n",
            "plain &amp; &lt; &copy; \\* text\n",
        ];
        for text in texts {
            let events: Vec<Event<'_>> =
                Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
                    .collect();
            assert!(events.iter().all(|event| is_clean(event)), "{text}");
            let rendered = render_markdown(text, 3);
            assert_eq!(rendered, CLEANER.clean(&rendered).to_string(), "{text}");
        }
    }

    #[test]
    fn other_links_are_cleaned() {
        for url in [
            "javascript:alert(1)",
            "data:text/html,x",
            "//example.org/\"x",
            "a&b",
            "网页",
            "JAVASCRIPT:x",
            "a:b",
        ] {
            assert!(!is_clean_url(url), "{url}");
        }
    }

    #[test]
    fn no_script_survives() {
        let html = render_markdown(
            "<script>alert(1)</script> [x](javascript:alert(1)) <b onclick=x>b</b> \
                ![a](data:text/html,x)",
            2,
        );
        assert!(
            !html.contains("<script")
                && !html.contains("href=\"javascript")
                && !html.contains("<b ")
                && !html.contains("src=\"data"),
            "{html}"
        );
    }
}
