//! The page of data: every file that is published, and what the marks of figures mean.

use serde::Serialize;

use crate::model::observation::ObservationStatus;
use crate::render::address::{DataFile, data_path};
use crate::render::context::{PageContext, RenderError};
use crate::render::inventory::plan_data_files;
use crate::render::terms;
use crate::render::text_id::{TextId, text};

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

/// Names what a file of a whole plan has.
fn content_of(file: DataFile) -> Option<TextId> {
    Some(match file {
        DataFile::PlanJson(_) => text!("data-plan-json"),
        DataFile::Observations(_) => text!("data-observations"),
        DataFile::ObservationsExcel(_) => text!("data-observations-excel"),
        DataFile::Revisions(_) => text!("data-revisions"),
        DataFile::Allocations(_) => text!("data-allocations"),
        DataFile::Indicators(_) => text!("data-indicators"),
        DataFile::Items(_) => text!("data-items"),
        DataFile::Evaluation(_) => text!("data-evaluation"),
        DataFile::Checksums(_) => text!("data-checksums"),
        DataFile::EditionJson(..) | DataFile::ItemJson(..) | DataFile::ItemCsv(..) => return None,
    })
}

pub(super) fn render(context: PageContext<'_>) -> Result<Vec<u8>, RenderError> {
    let at = context.at;
    let words = context.words();
    let plan = context.plan();
    let title = words.plain(text!("data-title"));
    let files = plan_data_files(context.renderer, at).into_iter().chain([DataFile::Checksums(at)]);
    let row = |file: DataFile| {
        let path = data_path(context.site(), file);
        Some(FileRow {
            name: path.rsplit('/').next().unwrap_or(&path).to_string(),
            url: context.link_to(&path),
            content: words.plain(content_of(file)?),
        })
    };
    let files = files.filter_map(row).collect();
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
