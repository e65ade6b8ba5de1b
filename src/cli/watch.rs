//! `taizhang watch`: writes the site again at every change. What certainly says the same as before
//! is kept and not made again.

use std::path::PathBuf;

use crate::watch::Watch;

use super::args::WatchOptions;
use super::build::Built;
use super::ending::{Ending, Failure};
use super::print::{complain, print_line};
use super::{build, report};

/// Builds, and builds again at every change, until Ctrl-C.
pub(super) fn run(options: &WatchOptions) -> Result<Ending, Failure> {
    build::refuse_to_write_into_sources(&options.build)?;
    let mut roots =
        vec![options.build.content.content.clone(), options.build.content.themes.clone()];
    roots.dedup();
    let mut watch = Watch::begin(roots, options.poll);
    let first = build::run_after(&options.build, None)?;
    if first.ending == Ending::Fine {
        print_line("watching; Ctrl-C ends it");
    } else {
        print_line("watching; the site is written as soon as the faults are gone; Ctrl-C ends it");
    }
    let mut published = first.site;
    // What changed since then: a site with faults is not published.
    let mut changed: Vec<PathBuf> = Vec::new();
    loop {
        let newly = watch.wait();
        print_line(format_args!("{}:", report::paths(&newly)));
        changed.extend(newly);
        // What goes wrong now may go right at the next save.
        match build::run_after(&options.build, published.as_ref().map(|site| (site, &changed[..])))
        {
            Ok(Built { site: Some(site), .. }) => {
                published = Some(site);
                changed.clear();
            }
            Ok(_) => {}
            Err(failure) => complain(format_args!("error: {failure}")),
        }
    }
}
