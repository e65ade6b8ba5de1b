//! `taizhang check`: the same pipeline as a build, without writing; and what each rule is about.

use crate::check::{Rule, explain_all, explain_rule, rule, rules};
use crate::diag::{Severity, nearest};
use crate::message::{Locale, Message, message};
use crate::pipeline::check;

use super::args::CheckOptions;
use super::ending::{Ending, Failure};
use super::print::{complain, print_line, print_text};
use super::report;
use super::report::ReportFormat;

pub(super) fn run(options: &CheckOptions) -> Result<Ending, Failure> {
    let locale = options.content.locale();
    if options.list {
        list(locale);
        return Ok(Ending::Fine);
    }
    if let Some(code) = &options.explain {
        return Ok(explain(code, locale));
    }
    let prepared = check(&options.content.request())?;
    print_text(report::text(&prepared, options.content.reader(), options.format, Severity::Note));
    if options.format == ReportFormat::Human {
        let found = report::summary(&prepared.diagnostics).unwrap_or_else(report::nothing);
        print_line(found.in_locale(locale));
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
fn list(locale: Locale) {
    let width = rules().iter().map(|rule| rule.code.name().len()).max().unwrap_or(0);
    for Rule { code, is_settable, what, .. } in rules() {
        let fixed =
            if *is_settable { Message::default() } else { message!(" (fixed)", "（固定）") };
        let (code, severity) = (code.name(), code.severity().message());
        let severity = severity.in_locale(locale);
        print_line(format_args!(
            "{code:width$} {severity:8} {}{}",
            what.in_locale(locale),
            fixed.in_locale(locale)
        ));
    }
}

/// Explains one rule, or all of them as a page.
fn explain(code: &str, locale: Locale) -> Ending {
    if code == "all" {
        print_text(explain_all(locale));
        return Ending::Fine;
    }
    if let Some(rule) = rule(code) {
        print_text(explain_rule(rule, locale));
        return Ending::Fine;
    }
    let near = nearest(code, rules().iter().map(|rule| rule.code.name()));
    let help = near.map_or_else(
        || message!("`taizhang check --list` lists them", "`taizhang check --list`列出全部"),
        |near| message!("did you mean `{near}`?", "是否应为`{near}`？"),
    );
    let message = Message::new(
        format!("error: there is no rule `{code}`; {}", help.en),
        format!("错误：没有规则`{code}`；{}", help.zh),
    );
    complain(message.in_locale(locale));
    Ending::Failed
}
