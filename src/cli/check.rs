//! `taizhang check`: the same road as a build, without writing.

use crate::check::RULES;
use crate::diag::Severity;
use crate::pipeline::prepare;

use super::args::{CheckOptions, ReportFormat};
use super::{Ending, Failure, report, say};

pub(super) fn run(options: &CheckOptions) -> Result<Ending, Failure> {
    if options.list {
        for rule in RULES {
            let fixed = if rule.is_settable { "" } else { " (fixed)" };
            say(format_args!("{:18} {:8} {}{fixed}", rule.code, rule.severity.word(), rule.summary));
        }
        return Ok(Ending::Fine);
    }
    let prepared = prepare(&options.content.request())?;
    report::texts(&prepared.diagnostics, &prepared.content.sources, options.format, Severity::Note).iter().for_each(say);
    if options.format == ReportFormat::Human {
        say(report::summary(&prepared.diagnostics).unwrap_or_else(|| "nothing to tell".into()));
    }
    let has_warnings = prepared.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Warning);
    Ok(if prepared.has_errors() || (options.strict && has_warnings) { Ending::Faulty } else { Ending::Fine })
}
