//! **sample-source**: a sample site that cites a real source.
//!
//! What: with `sample = true`, a source or a list's notice that names an authority, a bulletin or a document. What begins with 示例 is fine,
//! and so is a word that names nobody (月报). Why: made-up figures under a real name would be a forgery. Remedy: write 示例.

use std::collections::HashSet;

use crate::diag::Diagnostic;
use crate::model::indicator::Schedule;
use crate::source::Place;

use super::Reach;

const MARK: &str = "示例";

/// What a name of an authority, a bulletin or a document holds.
const NAMES: [&str; 17] =
    ["局", "厅", "委", "部", "院", "办公室", "政府", "统计", "公报", "公告", "公示", "通报", "通知", "名单", "〔", "号", "://"];

pub(super) fn check(reach: Reach<'_>, found: &mut Vec<Diagnostic>) {
    if !reach.config.is_sample {
        return;
    }
    let mut told = HashSet::new();
    let mut tell = |text: &str, place: Place| {
        let is_name = !text.starts_with(MARK) && NAMES.iter().any(|name| text.contains(name));
        if is_name && told.insert((text.to_string(), place.file)) {
            found.push(
                Diagnostic::error("sample-source", place, format!("this is a sample, but it names the source `{text}`"))
                    .help("write 示例, or take `sample = true` out of site.toml if the figures are real"),
            );
        }
    };
    for row in reach.plan.ledger.rows() {
        tell(reach.plan.ledger.words(row.source), row.place);
    }
    for row in &reach.plan.allocations {
        tell(&row.source, row.place);
    }
    for row in &reach.plan.milestone_events {
        tell(&row.source, row.place);
    }
    if let Some(basis) = reach.plan.scoring.as_ref().map(|scoring| &scoring.basis) {
        tell(&basis.title, basis.place);
        tell(basis.document_number.as_deref().unwrap_or(""), basis.place);
    }
    for indicator in &reach.plan.indicators {
        tell(indicator.source.as_ref().map_or("", |source| source.first()), indicator.place);
        if let Schedule::Batch(batches) = &indicator.schedule {
            for batch in batches {
                tell(batch.notice.as_deref().unwrap_or(""), indicator.place);
            }
        }
    }
}
