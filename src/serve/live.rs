//! The site as it is now. While content has faults the last good site stays, and browsers are told
//! the faults; when they are gone, so are these.
//!
//! What the preview says in the browser is its own and not the theme's, since it must speak when
//! the theme is at fault.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use serde::Serialize;
use tokio::sync::watch;

use crate::diag::{Diagnostic, Severity};
use crate::message::Locale;
use crate::pipeline::{PipelineError, Prepared, Preview};
use crate::source::Sources;

/// What came of a look at the content.
#[derive(Clone, Debug)]
pub struct Change {
    /// What differed from before; nothing at the first look.
    pub paths: Vec<PathBuf>,
    /// Errors and warnings in file order, each in a line.
    pub faults: Vec<String>,
    /// Whether the site that is shown is the one on the disk.
    pub is_shown: bool,
    /// Of the pages that were looked at before, how many say something else now, and how many there
    /// are.
    pub touched: (usize, usize),
    /// How long it took until browsers could ask for pages.
    pub took: Duration,
}

/// One state of the site, with the files made of it so far.
#[derive(Debug)]
pub(super) struct Version {
    pub number: u64,
    pub preview: Preview,
    made: Mutex<HashMap<String, Arc<[u8]>>>,
}

impl Version {
    /// Returns a file, made now or before.
    pub(super) fn file(&self, path: &str) -> Option<Result<Arc<[u8]>, String>> {
        if let Some(bytes) = self.made().get(path) {
            return Some(Ok(Arc::clone(bytes)));
        }
        let made = self.preview.file(path)?;
        Some(made.map(|file| {
            let bytes: Arc<[u8]> = file.bytes.into();
            self.made().insert(path.to_string(), Arc::clone(&bytes));
            bytes
        }))
    }

    fn made(&self) -> std::sync::MutexGuard<'_, HashMap<String, Arc<[u8]>>> {
        // A page that could not be made leaves the others as they were.
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What browsers are told.
#[derive(Serialize)]
struct StateMessage<'t> {
    version: u64,
    faults: &'t [Fault],
}

#[derive(Serialize)]
struct Fault {
    severity: &'static str,
    code: &'static str,
    message: String,
    /// As an editor opens it: `folder/file:line:column`.
    place: String,
    line: String,
    help: String,
}

/// The site that is shown, and whoever wants to know when it changes.
#[derive(Debug)]
pub(super) struct Live {
    shown: RwLock<Option<Arc<Version>>>,
    state: watch::Sender<Arc<String>>,
    looks: Mutex<u64>,
    locale: Locale,
}

impl Live {
    /// Begins with nothing to show.
    pub(super) fn new(locale: Locale) -> Self {
        Self {
            shown: RwLock::new(None),
            state: watch::Sender::new(Arc::new(String::new())),
            looks: Mutex::new(0),
            locale,
        }
    }

    /// Returns the site that is shown; nothing before there was a good one.
    pub(super) fn shown(&self) -> Option<Arc<Version>> {
        self.shown.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Returns the path the site lives below, always ending with a slash.
    pub(super) fn base_path(&self) -> String {
        let shown = self.shown();
        let config =
            shown.as_ref().and_then(|version| version.preview.prepared().content.config.as_ref());
        config.map_or_else(|| "/".to_string(), |config| config.base_path().to_string())
    }

    /// Lets a browser know of everything from now on, beginning with what is.
    pub(super) fn subscribe(&self) -> watch::Receiver<Arc<String>> {
        self.state.subscribe()
    }

    /// Takes a fresh look: shows it if it is good, else keeps what was shown and tells the faults.
    pub(super) fn take(
        &self,
        prepared: Arc<Prepared>,
        paths: Vec<PathBuf>,
        started: Instant,
    ) -> Change {
        let number = self.count();
        let (mut faults, lines) =
            faults_of(&prepared.diagnostics, &prepared.content.sources, self.locale);
        // Warnings are told at the terminal; a browser shows what stands in the way.
        faults.retain(|fault| fault.severity == Severity::Error.word());
        match Preview::new(prepared) {
            Ok(preview) => {
                let version = Arc::new(Version { number, preview, made: Mutex::default() });
                let before = self
                    .shown
                    .write()
                    .unwrap_or_else(PoisonError::into_inner)
                    .replace(Arc::clone(&version));
                self.publish(number, &faults);
                let took = started.elapsed();
                Change {
                    paths,
                    faults: lines,
                    is_shown: true,
                    touched: touched(before.as_deref(), &version),
                    took,
                }
            }
            Err(error) => {
                if let Some(error) = error {
                    faults.push(Fault::bare(error.to_string()));
                }
                self.publish(number, &faults);
                Change {
                    paths,
                    faults: lines,
                    is_shown: false,
                    touched: (0, 0),
                    took: started.elapsed(),
                }
            }
        }
    }

    /// Notes that the content cannot be read at all at the moment.
    pub(super) fn lose(
        &self,
        error: &PipelineError,
        paths: Vec<PathBuf>,
        started: Instant,
    ) -> Change {
        self.publish(self.count(), &[Fault::bare(error.to_string())]);
        Change {
            paths,
            faults: vec![format!("error: {error}")],
            is_shown: false,
            touched: (0, 0),
            took: started.elapsed(),
        }
    }

    fn count(&self) -> u64 {
        let mut looks = self.looks.lock().unwrap_or_else(PoisonError::into_inner);
        *looks += 1;
        *looks
    }

    fn publish(&self, looked: u64, faults: &[Fault]) {
        let version = self.shown().map_or(0, |version| version.number);
        debug_assert!(version <= looked);
        // Names and sentences always have a form in JSON.
        let state = serde_json::to_string(&StateMessage { version, faults }).unwrap_or_default();
        self.state.send_replace(Arc::new(state));
    }
}

impl Fault {
    fn bare(message: String) -> Self {
        Self {
            severity: Severity::Error.word(),
            code: "site",
            message,
            place: String::new(),
            line: String::new(),
            help: String::new(),
        }
    }
}

fn faults_of(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    locale: Locale,
) -> (Vec<Fault>, Vec<String>) {
    let serious =
        || diagnostics.iter().filter(|diagnostic| diagnostic.severity >= Severity::Warning);
    let location = |diagnostic: &Diagnostic| {
        diagnostic.location.map_or_else(String::new, |location| sources.describe(location))
    };
    let help = |diagnostic: &Diagnostic| {
        diagnostic.help.as_ref().map_or_else(String::new, |help| help.in_locale(locale).to_string())
    };
    let faults = serious().map(|diagnostic| Fault {
        severity: diagnostic.severity.word(),
        code: diagnostic.code,
        message: diagnostic.message.in_locale(locale).to_string(),
        place: location(diagnostic),
        line: diagnostic
            .location
            .and_then(|location| sources.line(location))
            .unwrap_or_default()
            .trim()
            .chars()
            .take(200)
            .collect(),
        help: help(diagnostic),
    });
    let lines = serious().map(|diagnostic| {
        let help = match help(diagnostic) {
            none if none.is_empty() => none,
            help => format!("\n  {help}"),
        };
        let (severity, message) =
            (diagnostic.severity.message(), diagnostic.message.in_locale(locale));
        format!(
            "{}: {}[{}]: {message}{help}",
            location(diagnostic),
            severity.in_locale(locale),
            diagnostic.code
        )
    });
    (faults.collect(), lines.collect())
}

/// Makes the pages that were looked at anew, and counts those that say something else. They are
/// what the next look asks for.
fn touched(before: Option<&Version>, after: &Version) -> (usize, usize) {
    let Some(before) = before else { return (0, 0) };
    let seen: Vec<(String, Arc<[u8]>)> = before
        .made()
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path.clone(), Arc::clone(bytes)))
        .collect();
    let differs = |(path, bytes): &&(String, Arc<[u8]>)| {
        !matches!(after.file(path),
        Some(Ok(now)) if now == *bytes)
    };
    (seen.iter().filter(differs).count(), seen.len())
}
