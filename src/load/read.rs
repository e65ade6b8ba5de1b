//! Reads text files, one or many at once, and keeps the text of those with faults.

use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::front_matter::{Diagnostics, split_front_matter};
use crate::markdown::{FoundLink, find_links};
use crate::model::link::{Link, LinkKind};
use crate::source::{FileId, LineIndex};

use super::files::ContentFile;
use super::loaded::Loaded;

/// Reads one text file and hands it to `parse`, keeping its text if anything in it is at fault.
pub(super) fn read_with<T>(
    file: &ContentFile,
    loaded: &mut Loaded,
    parse: impl FnOnce(&LineIndex<'_>, &Diagnostics) -> Option<T>,
) -> Option<T> {
    let read = read_one(file, parse);
    read.settle(loaded)
}

/// What came of one file.
pub(super) struct Read<T> {
    file: FileId,
    value: Option<T>,
    faults: Vec<Diagnostic>,
    links: Vec<Link>,
    text: Option<Arc<str>>,
}

impl<T> Read<T> {
    /// Hands faults and text over and gives the value.
    pub(super) fn settle(self, loaded: &mut Loaded) -> Option<T> {
        loaded.sources.keep_text(self.file, self.text);
        loaded.diagnostics.extend(self.faults);
        loaded.site.links.extend(self.links);
        self.value
    }
}

pub(super) fn read_one<T>(
    file: &ContentFile,
    parse: impl FnOnce(&LineIndex<'_>, &Diagnostics) -> Option<T>,
) -> Read<T> {
    match file.read_text() {
        Err(fault) => {
            Read { file: file.id, value: None, faults: vec![fault], links: Vec::new(), text: None }
        }
        Ok(text) => {
            let faults = Diagnostics::default();
            let index = LineIndex::new(file.id, &text);
            let value = parse(&index, &faults);
            let links = if file.name.ends_with(".md") { links_of(&index) } else { Vec::new() };
            let faults = faults.into_vec();
            let text = if faults.is_empty() { None } else { Some(text.into()) };
            Read { file: file.id, value, faults, links, text }
        }
    }
}

/// Lists what the text below the front matter links to.
fn links_of(index: &LineIndex<'_>) -> Vec<Link> {
    let body = split_front_matter(index).map_or("", |split| split.body);
    let base = index.text().len() - body.len();
    let link = |found: FoundLink| Link {
        kind: if found.is_image {
            LinkKind::Image { has_text: !found.text.trim().is_empty() }
        } else {
            LinkKind::Text
        },
        location: index.location(base + found.offset),
        target: found.target,
    };
    find_links(body).into_iter().map(link).collect()
}

/// Reads many text files at once; results come in the order of the files.
pub(super) fn read_many<T: Send>(
    files: &[&ContentFile],
    loaded: &mut Loaded,
    parse: impl Fn(&ContentFile, &LineIndex<'_>, &Diagnostics) -> Option<T> + Sync,
) -> Vec<T> {
    let reads: Vec<Read<T>> = files
        .par_iter()
        .map(|file| read_one(file, |index, faults| parse(file, index, faults)))
        .collect();
    reads.into_iter().filter_map(|read| read.settle(loaded)).collect()
}
