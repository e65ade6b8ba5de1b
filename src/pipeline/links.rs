//! Looks at the links of a site's texts, once it is known which pages it has.

use crate::check::{Pages, apply_settings, check_links};
use crate::diag::put_in_order;
use crate::render::Renderer;

use super::addresses::PossibleTasks;
use super::prepared::Prepared;

/// The pages of a site, for the check of its links.
pub(super) struct LinkedPages<'p> {
    renderer: Renderer<'p>,
    tasks: &'p PossibleTasks,
}

impl<'p> LinkedPages<'p> {
    /// Nothing where two files may want one path: which of them a link leads to nobody knows.
    pub(super) fn of(prepared: &'p Prepared) -> Option<Self> {
        let renderer = prepared.renderer()?;
        let tasks = prepared.tasks.find(&renderer).ok()??;
        Some(Self { renderer, tasks })
    }
}

impl Pages for LinkedPages<'_> {
    fn has(&self, path: &str) -> bool {
        self.tasks.find(path).is_some_and(|task| self.renderer.has(task))
    }

    fn page(&self, path: &str) -> Option<String> {
        let file = self.renderer.render(self.tasks.find(path)?).ok()?;
        String::from_utf8(file.bytes).ok()
    }
}

/// Adds what is wrong with the links of a site's texts to what is told of it.
pub(super) fn add_link_faults(prepared: &mut Prepared) {
    let content = &prepared.content;
    let (Some(config), true) =
        (&content.config, content.site.has_links() && !prepared.has_errors())
    else {
        return;
    };
    let Some(pages) = LinkedPages::of(prepared) else { return };
    let mut found = check_links(config, &content.site, &content.sources, &pages);
    apply_settings(config, &mut found);
    drop(pages);
    prepared.diagnostics.extend(found);
    put_in_order(&mut prepared.diagnostics);
}
