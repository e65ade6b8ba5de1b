//! `taizhang watch`: writes the site again at every change, whole each time.

use std::path::PathBuf;

use crate::watch::Watch;

use super::args::WatchOptions;
use super::{Ending, Failure, build, complain, report, say};

/// Builds, and builds again at every change, until Ctrl-C.
pub(super) fn run(options: &WatchOptions) -> Result<Ending, Failure> {
    build::refuse_to_write_into_sources(&options.build)?;
    let mut roots = vec![options.build.content.content.clone(), options.build.content.themes.clone()];
    roots.dedup();
    let mut watch = Watch::begin(roots, options.poll);
    let mut changed: Vec<PathBuf> = Vec::new();
    let first = build::run(&options.build)?;
    if first == Ending::Fine {
        say("watching; Ctrl-C ends it");
    } else {
        say("watching; the site is written as soon as the faults are gone; Ctrl-C ends it");
    }
    loop {
        changed.clear();
        changed.extend(watch.wait());
        say(format_args!("{}:", report::paths(&changed)));
        // What goes wrong now may go right at the next save.
        if let Err(failure) = build::run(&options.build) {
            complain(format_args!("error: {failure}"));
        }
    }
}
