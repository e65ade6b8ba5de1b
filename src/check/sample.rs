//! a sample site that cites a real source.
//!
//! What: with `sample = true`, a source or a list's notice that names an authority, a bulletin or a
//! document. What begins with 示例 is fine, and so is a word that names nobody (月报). Why: made-up
//! figures under a real name would be a forgery. Remedy: write 示例.

use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::IndicatorIx;
use crate::model::indicator::Schedule;
use crate::source::{FileId, Location};

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

const MARK: &str = "示例";

/// What a name of an authority, a bulletin or a document holds.
const NAMES: [&str; 17] = [
    "局",
    "厅",
    "委",
    "部",
    "院",
    "办公室",
    "政府",
    "统计",
    "公报",
    "公告",
    "公示",
    "通报",
    "通知",
    "名单",
    "〔",
    "号",
    "://",
];

pub(super) const RULE: Rule = Rule {
    code: Code::error("sample-source"),
    is_settable: true,
    what: bilingual("A sample site names a real source or notice", "示例站点注明了真实来源或文件"),
    why: bilingual(
        "Made-up figures under a real office's name mislead",
        "以真实单位名义发布虚构数据会误导读者",
    ),
    example: "2023-06,firms,,12,,2023-07-10,某市统计局,",
    remedy: bilingual("Write 示例, or take `sample = true` out", "写“示例”，或删去`sample = true`"),
};

/// Looks at the sources of an indicator.
pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    if !context.config.is_sample {
        return;
    }
    let (ledger, indicator) = (&context.plan.ledger, context.plan.indicator(ix));
    let mut seen: Option<(&str, FileId)> = None;
    for row in ledger.of(ix) {
        let source = (ledger.source(row), row.location.file);
        // Most often a row has the source of the row before.
        if seen.replace(source) != Some(source) {
            report(source.0, row.location, found);
        }
    }
    for row in context.plan.allocations_of(ix) {
        report(&row.source, row.location, found);
    }
    report(
        indicator.source.as_ref().map_or("", |source| source.first()),
        indicator.location,
        found,
    );
    if let Schedule::Batch(batches) = &indicator.schedule {
        for batch in batches {
            report(batch.notice.as_deref().unwrap_or(""), indicator.location, found);
        }
    }
}

/// Looks at the sources of what belongs to no indicator.
pub(super) fn check_plan(context: CheckContext<'_>, found: &mut Vec<Diagnostic>) {
    if !context.config.is_sample {
        return;
    }
    for row in &context.plan.milestone_events {
        report(&row.source, row.location, found);
    }
    if let Some(basis) = context.plan.scoring.as_ref().map(|scoring| &scoring.basis) {
        report(&basis.title, basis.location, found);
        report(basis.document_number.as_deref().unwrap_or(""), basis.location, found);
    }
}

fn report(text: &str, location: Location, found: &mut Vec<Diagnostic>) {
    if !text.starts_with(MARK) && NAMES.iter().any(|name| text.contains(name)) {
        found.push(
            RULE.at(
                location,
                message!(
                    "this is a sample, but it names the source `{text}`",
                    "本站为示例，却注明了来源`{text}`"
                ),
            )
            .help(message!(
                "write 示例, or take `sample = true` out of site.toml if the figures are real",
                "请写“示例”；如数据真实，请从site.toml中删去`sample = true`"
            ))
            .once_per_file(),
        );
    }
}
