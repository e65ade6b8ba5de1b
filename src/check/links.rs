//! A link leads nowhere: to a page the site does not have, to an anchor its page does not have, or
//! from the root of the host.
//!
//! Only links inside the site are looked at; nothing is fetched from the network. Links in texts
//! are read from the page the text stands on, evidence from the front page of its plan.
//!
//! Links are checked after assessment against the addresses of the site itself, an anchor against
//! the page as it is made.

use std::collections::HashMap;

use crate::config::Config;
use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::link::{Link, LinkKind};
use crate::model::site::Site;
use crate::source::{FileId, Sources};

use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::warning("dead-link"),
    is_settable: true,
    what: bilingual("A link inside the site leads nowhere", "站内链接失效"),
    why: bilingual("Readers who want the evidence find an error", "想看依据的读者会遇到错误页"),
    example: "见[第三项](../3/)   # items have two digits: ../03/",
    remedy: bilingual(
        "Correct the address; it is read from the page the text stands on, for example ../03/ \
            beside an item",
        "更正网址；网址从文字所在页面算起，例如事项之间写../03/",
    ),
};

pub(super) const IMAGE_RULE: Rule = Rule {
    code: Code::warning("image-text"),
    is_settable: true,
    what: bilingual("A picture says nothing to who cannot see it", "图片没有替代文字"),
    why: bilingual("A screen reader would read the name of the file", "读屏软件只能读出文件名"),
    example: "![](map.png)",
    remedy: bilingual("Write what it shows between the brackets", "在方括号中写明图中内容"),
};

/// The pages and files of a site, as far as links need them.
pub trait Pages {
    /// Returns whether there is a file at a path.
    fn has(&self, path: &str) -> bool;
    /// Returns a page as it is written; nothing where there is none.
    fn page(&self, path: &str) -> Option<String>;
}

/// Looks at every link of the content.
#[must_use]
pub fn check_links(
    config: &Config,
    site: &Site,
    sources: &Sources,
    pages: &dyn Pages,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let pages_of_texts = pages_of_texts(config, site, sources);
    let mut written: HashMap<String, Option<String>> = HashMap::new();
    for link in &site.links {
        if link.kind == (LinkKind::Image { has_text: false }) {
            found.push(
                IMAGE_RULE.at(
                    link.location,
                    message!("`{}` has no text", "`{}`没有替代文字", link.target),
                ),
            );
        }
        if let Some(page) = pages_of_texts.get(&link.location.file) {
            check_link(link, page, pages, &mut written, &mut found);
        }
    }
    for plan in &site.plans {
        for evidence in plan.updates.iter().flat_map(|update| &update.evidence) {
            let target = evidence.url.trim_start_matches('/').to_string();
            let link = Link { target, kind: LinkKind::Evidence, location: evidence.location };
            check_link(&link, &format!("{}/", plan.id), pages, &mut written, &mut found);
        }
    }
    found
}

/// Finds the page each text of the content stands on, as the folder it lies in.
fn pages_of_texts(config: &Config, site: &Site, sources: &Sources) -> HashMap<FileId, String> {
    let mut by_name: HashMap<String, String> = HashMap::new();
    let mut stand = |file: FileId, page: String| {
        let name = sources.name(file);
        for language in config.languages.iter().skip(1) {
            let translated = format!("{}.{}.md", name.trim_end_matches(".md"), language.key());
            by_name.insert(translated, format!("{}/{page}", language.key()));
        }
        by_name.insert(name.to_string(), page);
    };
    for plan in &site.plans {
        stand(plan.location.file, format!("{}/", plan.id));
        for item in &plan.items {
            stand(item.location.file, format!("{}/items/{:02}/", plan.id, item.number));
        }
        for update in &plan.updates {
            stand(update.location.file, format!("{}/updates/", plan.id));
        }
    }
    for page in &site.pages {
        stand(page.location.file, format!("{}/", page.slug));
    }
    let files = site.links.iter().map(|link| link.location.file);
    files.filter_map(|file| Some((file, by_name.get(sources.name(file))?.clone()))).collect()
}

fn check_link(
    link: &Link,
    page: &str,
    pages: &dyn Pages,
    written: &mut HashMap<String, Option<String>>,
    found: &mut Vec<Diagnostic>,
) {
    let target = link.target.as_str();
    let has_scheme = target
        .split_once(':')
        .is_some_and(|(scheme, _)| scheme.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    if has_scheme || target.starts_with("//") {
        return;
    }
    let warn = |message| RULE.at(link.location, message);
    if target.starts_with('/') {
        let message =
            message!("`{target}` begins at the root of the host", "`{target}`从主机根目录写起");
        found.push(warn(message).help(message!(
            "the site may lie below a folder: write the address from the page on, as ../03/",
            "站点可能放在子目录下：请从本页写起，如../03/"
        )));
        return;
    }
    let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
    let path = path.split('?').next().unwrap_or("");
    let Some(path) = joined(page, path) else {
        found.push(warn(message!("`{target}` leads out of the site", "`{target}`指到了站点之外")));
        return;
    };
    if !pages.has(&path) {
        found.push(warn(message!(
            "`{target}` leads to {path}, which is not there",
            "`{target}`指向{path}，该文件不存在"
        )));
        return;
    }
    if anchor.is_empty() {
        return;
    }
    let html = written.entry(path.clone()).or_insert_with(|| pages.page(&path));
    let id = format!(" id=\"{anchor}\"");
    if html.as_ref().is_some_and(|html| !html.contains(&id)) {
        found.push(warn(message!("`#{anchor}` is nowhere on {path}", "{path}中没有`#{anchor}`")));
    }
}

/// Joins an address to the folder of a page; nothing if it leads out of the site.
fn joined(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    let is_folder = path.is_empty()
        || path.ends_with('/')
        || path.ends_with("..")
        || path.ends_with("/.")
        || path == ".";
    let joined = parts.join("/");
    Some(match (is_folder, joined.is_empty()) {
        (true, true) => "index.html".to_string(),
        (true, false) => format!("{joined}/index.html"),
        (false, _) => joined,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_from_the_page_they_stand_on() {
        for (path, wanted) in [
            ("../03/", Some("2023/items/03/index.html")),
            ("", Some("2023/items/01/index.html")),
            ("../../method/", Some("2023/method/index.html")),
            ("../../..", Some("index.html")),
            ("a.pdf", Some("2023/items/01/a.pdf")),
            ("../../../../x", None),
        ] {
            assert_eq!(joined("2023/items/01/", path).as_deref(), wanted, "{path}");
        }
    }
}
