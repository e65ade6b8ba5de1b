//! `taizhang release EDITION`: freezes a signed-off edition, so that its page and data never change
//! again.
//!
//! It refuses while the content has errors, while anything in the plan's files is marked 请核对, while
//! the edition is a draft, and always to write over an edition that is frozen already.

use std::path::{Path, PathBuf};

use crate::checksum::sha256;
use crate::load::find_marks;
use crate::model::edition::EditionState;
use crate::pipeline::{Request, prepare, show_edition};
use crate::write::create_atomic;

use super::args::{ReleaseOptions, locale};
use super::ending::{Ending, Failure};
use super::print::{complain, print_line};
use super::report::Reader;
use super::status::chosen_plan;

pub(super) fn run(options: &ReleaseOptions) -> Result<Ending, Failure> {
    let request = Request {
        content: options.content.clone(),
        themes: options.themes.clone(),
        ..Request::default()
    };
    let prepared = prepare(&request)?;
    let at = match chosen_plan(
        &prepared,
        Reader { content: &options.content, locale: locale(None) },
        options.plan.as_deref(),
    ) {
        Ok(at) => at,
        Err(ending) => return Ok(ending),
    };
    let plan = prepared.content.site.plan(at);
    let Some(edition) = plan.editions.iter().find(|edition| edition.id == options.edition) else {
        let known: Vec<&str> = plan.editions.iter().map(|edition| edition.id.as_str()).collect();
        complain(format_args!(
            "error: there is no edition `{}`; known: {}",
            options.edition,
            known.join(", ")
        ));
        return Ok(Ending::Failed);
    };
    let file = frozen_file(&options.content, &plan.id, &edition.id);
    if plan.release(&edition.id).is_some() {
        complain(format_args!(
            "error: the edition `{}` is frozen already, in {}",
            edition.id,
            file.display()
        ));
        complain(
            "  help: what was published stays; a correction is a later row of the ledger, and \
                shows in the next edition",
        );
        return Ok(Ending::Faulty);
    }
    if edition.state == EditionState::Draft {
        complain(format_args!("error: the edition `{}` is a draft", edition.id));
        complain(
            "  help: set state = \"approved\" (with approved_on and approved_by) in plan.md once \
                it is signed off",
        );
        return Ok(Ending::Faulty);
    }
    let marks = find_marks(&options.content, &plan.id)?;
    if !marks.is_empty() {
        complain(format_args!("error: {} still marked 请核对", places(marks.len())));
        marks.iter().for_each(|mark| complain(format_args!("  --> {mark}")));
        complain("  help: look at each, correct it, and remove the mark");
        return Ok(Ending::Faulty);
    }
    let Some(renderer) = prepared.renderer() else { return Ok(Ending::Faulty) };
    let shown = show_edition(plan, &prepared.content.site, edition);
    let bytes = renderer.freeze(at, &shown).ok_or("the edition cannot be written as JSON")?;
    if !create_atomic(&file, &bytes)? {
        complain(format_args!(
            "error: {} came into being meanwhile; nothing was written over",
            file.display()
        ));
        return Ok(Ending::Faulty);
    }
    print_line(format_args!(
        "{}: the edition {} as of {}, frozen ({} bytes)",
        file.display(),
        edition.id,
        edition.as_of,
        bytes.len()
    ));
    print_line(format_args!("sha256 {}", sha256(&bytes)));
    if edition.state == EditionState::Approved {
        print_line("next: set state = \"published\" and published_at in plan.md, then build");
    }
    Ok(Ending::Fine)
}

fn frozen_file(content: &Path, plan: &str, edition: &str) -> PathBuf {
    content.join("plans").join(plan).join("releases").join(format!("{edition}.json"))
}

fn places(count: usize) -> String {
    if count == 1 {
        "1 place in the files of the plan is".into()
    } else {
        format!("{count} places in the files of the plan are")
    }
}
