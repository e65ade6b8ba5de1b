//! `taizhang build`, and `taizhang` alone: writes the site.

use std::path::{Component, Path, PathBuf};
use std::time::Instant;

use thiserror::Error;

use crate::diag::{Diagnostic, Severity};
use crate::message::Message;
use crate::output::OutputFile;
use crate::pipeline::{
    PipelineError, Prepared, Request, origin_of, prepare, prepare_incremental, render_all,
    render_changed,
};
use crate::write::{Publication, Published, Stamp, Swap, WriteError};

use super::args::{BuildOptions, ContentOptions};
use super::ending::{Ending, Failure};
use super::print::{complain, complain_text, print_line};
use super::report;

/// Says why a site could not be written.
#[derive(Debug, Error)]
enum BuildError {
    #[error(transparent)]
    Pipeline(#[from] PipelineError),
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Builds `content/` into `public/` and says how to look at it.
pub(super) fn run_bare() -> Result<Ending, Failure> {
    if !Path::new("content").is_dir() {
        complain("error: there is no folder `content` here");
        complain("  begin with `taizhang new DIR`, or see `taizhang --help`");
        return Ok(Ending::Failed);
    }
    let options = BuildOptions {
        content: ContentOptions {
            content: "content".into(),
            themes: "themes".into(),
            theme: None,
            as_of: None,
            drafts: false,
            language: None,
        },
        output: PathBuf::from("public"),
        base_url: None,
        offline: false,
        jobs: None,
        strict: false,
    };
    let ending = run(&options)?;
    if ending == Ending::Fine {
        print_line("look at it: python3 -m http.server --bind 127.0.0.1 --directory public 8000");
        print_line("then open http://127.0.0.1:8000/");
    }
    Ok(ending)
}

/// Builds a site as asked.
pub(super) fn run(options: &BuildOptions) -> Result<Ending, Failure> {
    refuse_to_write_into_sources(options)?;
    if is_there_already(options, &request_of(options), Instant::now())? {
        return Ok(Ending::Fine);
    }
    let built = run_after(options, None)?;
    // The program ends here and all it holds with it; to take a large site apart before, piece by
    // piece, would only cost time.
    std::mem::forget(built.site);
    Ok(built.ending)
}

fn request_of(options: &BuildOptions) -> Request {
    Request {
        base_url: options.base_url.clone(),
        is_offline: options.offline,
        ..options.content.request()
    }
}

/// What came of a build.
pub(super) struct Built {
    pub ending: Ending,
    /// The site that was published, if one was.
    pub site: Option<PublishedSite>,
}

/// A site as it was published.
pub(super) struct PublishedSite {
    prepared: Prepared,
    stamp: Option<Stamp>,
}

/// Builds a site as asked. Where it was published before, `before` says what then, and which paths
/// changed since.
pub(super) fn run_after(
    options: &BuildOptions,
    before: Option<(&PublishedSite, &[PathBuf])>,
) -> Result<Built, Failure> {
    if let Some(jobs) = options.jobs {
        // At the second run of a watch the threads are there already.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs.into()).build_global();
    }
    refuse_to_write_into_sources(options)?;
    let (started, request) = (Instant::now(), request_of(options));
    let prepared = match before {
        Some((before, changed)) => prepare_incremental(&request, &before.prepared, changed)?,
        None => prepare(&request)?,
    };
    let locale = options.content.locale();
    complain_text(report::text_of_build(&prepared, options.content.reader()));
    let is_refused = prepared.has_errors()
        || (options.strict && prepared.diagnostics.iter().any(|d| d.severity == Severity::Warning));
    // A theme that cannot be compiled was reported among the errors above.
    if is_refused || prepared.renderer().is_none() {
        return Ok(refused(options, &prepared.diagnostics));
    }
    let publication = Publication::begin(&options.output).map_err(BuildError::from)?;
    let put = |file: &OutputFile| Ok::<_, BuildError>(publication.put(file)?);
    let earlier =
        before.and_then(|(before, _)| Some((prepared.compare(&before.prepared)?, before.stamp?)));
    let faults = match earlier {
        Some((comparison, since)) => {
            render_changed(&prepared, &comparison, |path| publication.keep(path, since), put)?
        }
        None => render_all(&prepared, put)?,
    };
    if !faults.is_empty() {
        complain_text(report::text_of(&faults, &prepared, options.content.reader()));
        return Ok(refused(options, &faults));
    }
    // What was not all read now cannot be named, and warnings that stopped nothing are told at
    // every strict build.
    let origin = if before.is_none() { prepared.origin(&request) } else { None };
    let published = publication.finish(origin.as_deref()).map_err(BuildError::from)?;
    print_summary(options, &published, started);
    if let Some(found) = report::summary(&prepared.diagnostics) {
        let message = Message::new(
            format!("{}; `taizhang check` tells them all", found.en),
            format!("{}；`taizhang check`列出全部", found.zh),
        );
        print_line(message.in_locale(locale));
    }
    Ok(Built {
        ending: Ending::Fine,
        site: Some(PublishedSite { prepared, stamp: published.stamp }),
    })
}

/// Says that nothing is written, and why.
fn refused(options: &BuildOptions, faults: &[Diagnostic]) -> Built {
    let found = report::summary(faults).unwrap_or_default();
    let output = options.output.display();
    let message = Message::new(
        format!("{}; {output} is left as it was", found.en),
        format!("{}；{output}保持原样", found.zh),
    );
    complain(message.in_locale(options.content.locale()));
    Built { ending: Ending::Faulty, site: None }
}

/// Returns whether the site in the output folder is made of just what it would be made of now, and
/// says so.
fn is_there_already(
    options: &BuildOptions,
    request: &Request,
    started: Instant,
) -> Result<bool, Failure> {
    if options.strict || !options.output.is_dir() {
        return Ok(false);
    }
    let publication = Publication::begin(&options.output).map_err(BuildError::from)?;
    let Some(origin) = publication.origin_of_whole_site() else { return Ok(false) };
    let is_there = origin_of(request).is_some_and(|now| now == origin);
    if is_there {
        let files = publication.files_there();
        let published = Published {
            files,
            written: 0,
            unchanged: files,
            removed: 0,
            swap: Swap::NothingChanged,
            ..Published::default()
        };
        print_summary(options, &published, started);
        print_line(
            Message::new(
                "nothing has changed since; `taizhang check` tells what there is to tell"
                    .to_string(),
                "此后没有变化；`taizhang check`列出待处理事项".to_string(),
            )
            .in_locale(options.content.locale()),
        );
    }
    Ok(is_there)
}

/// A site written into the content would be content at the next build.
pub(super) fn refuse_to_write_into_sources(options: &BuildOptions) -> Result<(), Failure> {
    let full = |path: &Path| -> std::io::Result<PathBuf> {
        let mut plain = PathBuf::new();
        for part in std::path::absolute(path)?.components() {
            if part != Component::ParentDir {
                plain.push(part);
            } else if !plain.pop() {
                break;
            }
        }
        Ok(plain)
    };
    let output = full(&options.output)?;
    for source in [&options.content.content, &options.content.themes] {
        if output.starts_with(full(source)?) {
            return Err(format!(
                "the output {} lies in {}; give a folder beside it",
                options.output.display(),
                source.display()
            )
            .into());
        }
    }
    Ok(())
}

fn print_summary(options: &BuildOptions, published: &Published, started: Instant) {
    let seconds = started.elapsed().as_secs_f64();
    print_line(format_args!(
        "{}: {} files, {} new or changed, {} unchanged, {} removed, in {seconds:.2} s",
        options.output.display(),
        published.files,
        published.written,
        published.unchanged,
        published.removed
    ));
    if published.swap == Swap::OneByOne {
        print_line(
            "the folder could not be exchanged in one step here; its files were replaced one by \
                one, indexes last",
        );
    }
    if published.list_was_damaged {
        complain(
            "warning: the list of our files in the folder could not be read; files of ours that \
                are gone from the site may be left in it",
        );
    }
    for path in &published.left_behind {
        complain(format_args!("warning: {} could not be removed", path.display()));
    }
}
