//! What a site tells search engines: `sitemap.xml` and `robots.txt`.

use std::fmt::Write;

use super::address::{Address, Page};
use super::context::Renderer;
use super::inventory::{list_pages, page_count};

/// Writes `sitemap.xml`; only a site that knows its address has one.
pub(super) fn render_sitemap_xml(renderer: &Renderer<'_>) -> String {
    let Some(base) = &renderer.config.base_url else { return String::new() };
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset \
            xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for page in list_pages(renderer).filter(|page| *page != Page::NotFound) {
        for language in renderer.languages() {
            for page_index in 0..page_count(renderer, page) {
                let path = renderer.path_of(Address { language, page, page_index });
                let folder = path.strip_suffix("index.html").unwrap_or(&path);
                let _ = writeln!(xml, "<url><loc>{base}{folder}</loc></url>");
            }
        }
    }
    xml.push_str("</urlset>\n");
    xml
}

/// Writes `robots.txt`. A sample must not be found as if it were real.
pub(super) fn render_robots(renderer: &Renderer<'_>) -> String {
    let mut text = String::from("User-agent: *\n");
    text.push_str(if renderer.config.is_sample { "Disallow: /\n" } else { "Allow: /\n" });
    if let Some(base) = &renderer.config.base_url {
        let _ = writeln!(text, "Sitemap: {base}sitemap.xml");
    }
    text
}
