//! `taizhang check`: the same road as a build, without writing; and what each rule is about.

use crate::check::{Rule, explain_all, explain_rule, rule, rules};
use crate::diag::{Severity, nearest};
use crate::pipeline::check;
use crate::said::{Said, Tongue, say as both};

use super::args::CheckOptions;
use super::ending::{Ending, Failure};
use super::print::{complain, say, say_text};
use super::report;
use super::report::ReportFormat;

pub(super) fn run(options: &CheckOptions) -> Result<Ending, Failure> {
    let tongue = options.content.tongue();
    if options.list {
        list(tongue);
        return Ok(Ending::Fine);
    }
    if let Some(code) = &options.explain {
        return Ok(explain(code, tongue));
    }
    let prepared = check(&options.content.request())?;
    say_text(report::text(&prepared, options.content.reader(), options.format, Severity::Note));
    if options.format == ReportFormat::Human {
        let found = report::summary(&prepared.diagnostics).unwrap_or_else(report::nothing);
        say(found.in_tongue(tongue));
    }
    let has_warnings =
        prepared.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Warning);
    Ok(if prepared.has_errors() || (options.strict && has_warnings) {
        Ending::Faulty
    } else {
        Ending::Fine
    })
}

/// Lists every rule in a line.
fn list(tongue: Tongue) {
    let width = rules().iter().map(|rule| rule.code.name().len()).max().unwrap_or(0);
    for Rule { code, is_settable, what, .. } in rules() {
        let fixed = if *is_settable { Said::default() } else { both!(" (fixed)", "（固定）") };
        let (code, severity) = (code.name(), code.severity().said());
        let severity = severity.in_tongue(tongue);
        say(format_args!(
            "{code:width$} {severity:8} {}{}",
            what.in_tongue(tongue),
            fixed.in_tongue(tongue)
        ));
    }
}

/// Explains one rule, or all of them as a page.
fn explain(code: &str, tongue: Tongue) -> Ending {
    if code == "all" {
        say_text(explain_all(tongue));
        return Ending::Fine;
    }
    if let Some(rule) = rule(code) {
        say_text(explain_rule(rule, tongue));
        return Ending::Fine;
    }
    let near = nearest(code, rules().iter().map(|rule| rule.code.name()));
    let help = near.map_or_else(
        || both!("`taizhang check --list` lists them", "`taizhang check --list`列出全部"),
        |near| both!("did you mean `{near}`?", "是否应为`{near}`？"),
    );
    let said = Said::new(
        format!("error: there is no rule `{code}`; {}", help.en),
        format!("错误：没有规则`{code}`；{}", help.zh),
    );
    complain(said.in_tongue(tongue));
    Ending::Failed
}
