//! Finds what a text links to and which pictures it shows, with the place of each.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A link or a picture in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundLink {
    /// Where it leads, or where the picture is.
    pub target: String,
    /// Whether it is a picture.
    pub is_image: bool,
    /// The words of the link, or what is said of the picture.
    pub text: String,
    /// The byte of the text at which it begins.
    pub offset: usize,
}

/// Lists links and pictures, in their order.
#[must_use]
pub fn find_links(markdown: &str) -> Vec<FoundLink> {
    // Most texts have none.
    if !markdown.contains("](")
        && !markdown.contains("]:")
        && !markdown.contains("][")
        && !markdown.contains('<')
    {
        return Vec::new();
    }
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut found: Vec<FoundLink> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
        match event {
            Event::Start(tag @ (Tag::Link { .. } | Tag::Image { .. })) => {
                let is_image = matches!(tag, Tag::Image { .. });
                let (Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = tag else {
                    continue;
                };
                open.push(found.len());
                found.push(FoundLink {
                    target: dest_url.to_string(),
                    is_image,
                    text: String::new(),
                    offset: range.start,
                });
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                open.pop();
            }
            Event::Text(text) | Event::Code(text) => {
                for at in &open {
                    found[*at].text.push_str(&text);
                }
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_pictures_have_their_words_and_places() {
        let found = find_links(
            "见[说明](../method/#a)和![](map.png)，[![图](b.svg)](c/)。\n\n[引用][r]\n\n[r]: https://a.b/\n",
        );
        let listed: Vec<(&str, bool, &str, usize)> = found
            .iter()
            .map(|link| (link.target.as_str(), link.is_image, link.text.as_str(), link.offset))
            .collect();
        assert_eq!(
            listed,
            [
                ("../method/#a", false, "说明", 3),
                ("map.png", true, "", 28),
                ("c/", false, "图", 43),
                ("b.svg", true, "图", 44),
                ("https://a.b/", false, "引用", 67),
            ]
        );
        assert_eq!(find_links("没有链接"), Vec::new());
        assert_eq!(find_links("`[x](y)`"), Vec::new());
    }
}
