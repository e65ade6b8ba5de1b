//! The page of data: every file that is published, and what the marks of figures mean.

use serde::Serialize;

use crate::model::observation::ObservationStatus;
use crate::render::address::{DataFile, data_path};
use crate::render::context::{PageContext, RenderError};
use crate::render::terms;
use crate::render::text_id::text;

#[derive(Serialize)]
struct DataPage {
    title: String,
    files: Vec<FileRow>,
    flags: Vec<FlagRow>,
    citation: String,
}

#[derive(Serialize)]
struct FileRow {
    name: String,
    url: String,
    content: String,
}

#[derive(Serialize)]
struct FlagRow {
    letter: &'static str,
    word: String,
}

pub(super) fn render(context: PageContext<'_>) -> Result<Vec<u8>, RenderError> {
    let at = context.at;
    let words = context.words();
    let plan = context.plan();
    let title = words.plain(text!("data-title"));
    let files = [
        (DataFile::PlanJson(at), text!("data-plan-json")),
        (DataFile::Observations(at), text!("data-observations")),
        (DataFile::ObservationsExcel(at), text!("data-observations-excel")),
        (DataFile::Revisions(at), text!("data-revisions")),
        (DataFile::Allocations(at), text!("data-allocations")),
        (DataFile::Indicators(at), text!("data-indicators")),
        (DataFile::Items(at), text!("data-items")),
        (DataFile::Evaluation(at), text!("data-evaluation")),
        (DataFile::Checksums(at), text!("data-checksums")),
    ]
    .into_iter()
    .filter(|(file, _)| *file != DataFile::Evaluation(at) || plan.scoring.is_some())
    .map(|(file, key)| {
        let path = data_path(context.site(), file);
        FileRow {
            name: path.rsplit('/').next().unwrap_or(&path).to_string(),
            url: context.link_to(&path),
            content: words.plain(key),
        }
    })
    .collect();
    let shown = context.shown();
    let citation = [
        Some(plan.issuer.in_language(words.language()).to_string()),
        Some(format!(
            "{}{}",
            if context.config().is_sample {
                words.plain(text!("sample-prefix"))
            } else {
                String::new()
            },
            plan.title.in_language(words.language())
        )),
        shown.edition.as_ref().map(|edition| edition.id.clone()),
        Some(terms::date(words, shown.assessment.as_of())),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(". ");
    let flags = ObservationStatus::LETTERS
        .iter()
        .map(|(letter, flag)| FlagRow { letter, word: terms::flag_word(words, *flag) })
        .collect();
    let view = DataPage { files, flags, citation, title: title.clone() };
    context.fill("data.html", context.frame("data", &title, &[]), view)
}
