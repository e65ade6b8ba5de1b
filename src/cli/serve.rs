//! `taizhang serve`: a preview in the browser that follows every save.

use crate::serve::{Change, Options, Preview};

use super::args::ServeOptions;
use super::ending::{Ending, Failure};
use super::print::{complain, print_line};
use super::report;

/// Serves the site until Ctrl-C.
pub(super) fn run(options: &ServeOptions) -> Result<Ending, Failure> {
    let preview = Preview::open(Options {
        request: options.content.request(),
        host: options.host,
        port: options.port,
        is_polling: options.poll,
        locale: options.content.locale(),
    })?;
    let url = preview.url()?;
    if !options.host.is_loopback() {
        complain(
            "warning: others on the network can see this preview, drafts included; it is made for \
                one editor on one machine",
        );
    }
    if options.port != 0 && !url.contains(&format!(":{}/", options.port)) {
        print_line(format_args!("port {} is taken", options.port));
    }
    preview.first().faults.iter().for_each(complain);
    print_line(format_args!("preview at {url} (Ctrl-C ends it)"));
    if options.open && open::that_detached(&url).is_err() {
        complain("warning: no browser could be opened; open the address yourself");
    }
    preview.run(print_change)?;
    Ok(Ending::Fine)
}

/// Says in a line what changed, which pages it touched, and how long it took.
fn print_change(change: &Change) {
    let milliseconds = change.took.as_secs_f64() * 1000.0;
    let what = report::paths(&change.paths);
    change.faults.iter().for_each(complain);
    if change.is_shown {
        let (touched, seen) = change.touched;
        print_line(format_args!(
            "{what}: {touched} of {seen} pages looked at differ, {milliseconds:.0} ms"
        ));
    } else {
        print_line(format_args!("{what}: the last good pages stay, {milliseconds:.0} ms"));
    }
}
