//! Names what a site is made of: the program, the request, and every byte of content and themes.
//! Equal names make equal sites.
//!
//! The name is written down in `.taizhang-origin`. A build that finds the same there, and no file
//! of the site touched since, ends. It is a file of its own, since the list `.taizhang.json` says
//! only what the site says. A build after a change reads, judges and makes everything again; only
//! the preview and a watch know what rested on what (`render/unchanged.rs`), because they still
//! have it. What they call the same is proved by making both.

use std::hash::{Hash, Hasher};
use std::path::Path;

use crate::checksum::fingerprint;
use crate::load::fingerprint_of_folder;

use super::prepared::{Prepared, Request};

/// Names what a request would be answered from now; nothing where not all of it can be read.
#[must_use]
pub fn origin_of(request: &Request) -> Option<String> {
    Some(name(request, fingerprint_of_folder(&request.content)?))
}

impl Prepared {
    /// Names what this site was made of. Only for one that was read whole, not
    /// [again](super::prepare_incremental).
    #[must_use]
    pub fn origin(&self, request: &Request) -> Option<String> {
        Some(name(request, self.content.fingerprint()?))
    }
}

fn name(request: &Request, content: u128) -> String {
    let themes =
        if is_folder(&request.themes) { fingerprint_of_folder(&request.themes) } else { Some(0) };
    let mut parts = Parts(Vec::new());
    (env!("CARGO_PKG_VERSION"), env!("TAIZHANG_SOURCES"), content, themes).hash(&mut parts);
    (&request.theme, &request.base_url, request.shows_drafts, request.is_offline).hash(&mut parts);
    request.as_of.map(|day| day.to_string()).hash(&mut parts);
    format!("{:032x}", fingerprint(&parts.0))
}

fn is_folder(path: &Path) -> bool {
    !path.as_os_str().is_empty() && path.is_dir()
}

/// Collects what is hashed into it.
struct Parts(Vec<u8>);

impl Hasher for Parts {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend(bytes);
    }

    fn finish(&self) -> u64 {
        0
    }
}
