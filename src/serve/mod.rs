//! The preview: serves the site on this machine, makes a page when it is asked for, and tells the
//! browser when content changes.
//!
//! - `live`: the site as it is now, the one shown while content has faults, and what browsers are
//!   told;
//! - `guard`: who may ask for what;
//! - `answer`: an address to a file, with the reload script put into pages;
//! - `live.js`: what the script does in the browser.
//!
//! Nothing is read from the disk to answer: a path is looked up among the files of the site, so
//! none can leave it. This is the home of axum and tokio. It is a tool for editors, never a server
//! for the public.

mod answer;
mod guard;
mod live;

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request as HttpRequest, State};
use axum::http::Response;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response as Answer};
use axum::routing::get;
use thiserror::Error;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use crate::message::Locale;
use crate::pipeline::{PipelineError, Prepared, Request, prepare, prepare_incremental};
use crate::watch::Watch;

use guard::Guard;
use live::Live;

pub use live::Change;

/// How many ports are tried, from the one that was asked for.
const PORTS: u16 = 50;

/// What is asked of the preview.
#[derive(Clone, Debug)]
pub struct Options {
    /// Which site, as for a build.
    pub request: Request,
    /// The address to listen on.
    pub host: IpAddr,
    /// The port to begin with.
    pub port: u16,
    /// Look at the files from time to time instead of waiting for notices of the system.
    pub is_polling: bool,
    /// The language in which faults are told.
    pub locale: Locale,
}

/// Says why there is no preview.
#[derive(Debug, Error)]
pub enum ServeError {
    /// No port is free.
    #[error("no port from {first} to {last} can be opened on {host}: {reason}")]
    NoPort {
        /// The address.
        host: IpAddr,
        /// The first one tried.
        first: u16,
        /// The last one tried.
        last: u16,
        /// What the system says of the last.
        reason: std::io::Error,
    },
    /// Content or theme cannot be read at all.
    #[error(transparent)]
    Pipeline(#[from] PipelineError),
    /// The system refuses.
    #[error("the preview cannot run: {0}")]
    System(#[from] std::io::Error),
}

/// A preview that has its port and its first look at the content.
#[derive(Debug)]
pub struct Preview {
    listener: TcpListener,
    live: Arc<Live>,
    prepared: Arc<Prepared>,
    first: Change,
    watch: Watch,
    options: Options,
}

impl Preview {
    /// Opens a port and reads the content. Faults of the content are shown, not refused.
    ///
    /// **Errors**: when no port is free, or there is no content folder.
    pub fn open(options: Options) -> Result<Self, ServeError> {
        let listener = open_port(options.host, options.port)?;
        let mut roots = vec![options.request.content.clone(), options.request.themes.clone()];
        roots.dedup();
        // The files are listed before they are read, so that what changes meanwhile is noticed.
        let watch = Watch::begin(roots, options.is_polling);
        let live = Arc::new(Live::new(options.locale));
        let started = Instant::now();
        let prepared = Arc::new(prepare(&options.request)?);
        let first = live.take(Arc::clone(&prepared), Vec::new(), started);
        Ok(Self { listener, live, prepared, first, watch, options })
    }

    /// Returns the address to open in a browser.
    ///
    /// **Errors**: when the system does not say which port it is.
    pub fn url(&self) -> Result<String, ServeError> {
        let address = self.listener.local_addr()?;
        // A name is easier to read than a number, but only the number is certain to be this
        // machine.
        Ok(format!("http://{address}{}", self.live.base_path()))
    }

    /// Returns what the first look found.
    #[must_use]
    pub fn first(&self) -> &Change {
        &self.first
    }

    /// Answers until Ctrl-C, and tells of every change.
    ///
    /// **Errors**: when the system refuses to serve.
    pub fn run(self, report: impl Fn(&Change) + Send + 'static) -> Result<(), ServeError> {
        let Self { listener, live, prepared, watch, options, .. } = self;
        let guard = Arc::new(Guard::new(listener.local_addr()?));
        let for_watch = Arc::clone(&live);
        thread::spawn(move || follow(watch, &options.request, prepared, &for_watch, &report));
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let served = runtime.block_on(async move {
            listener.set_nonblocking(true)?;
            let listener = tokio::net::TcpListener::from_std(listener)?;
            let router = Router::new()
                .route(answer::EVENTS, get(events))
                .fallback(files)
                .with_state(Shared { live, guard });
            tokio::select! {
                ended = axum::serve(listener, router) => ended,
                // A stream of events has no end of its own, so nothing is waited for.
                asked = tokio::signal::ctrl_c() => asked,
            }
        });
        runtime.shutdown_background();
        Ok(served?)
    }
}

#[derive(Clone)]
struct Shared {
    live: Arc<Live>,
    guard: Arc<Guard>,
}

/// Opens the first free port.
fn open_port(host: IpAddr, first: u16) -> Result<TcpListener, ServeError> {
    let last = first.saturating_add(PORTS);
    let mut reason = None;
    for port in first..=last {
        match TcpListener::bind(SocketAddr::new(host, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) => reason = Some(error),
        }
        if first == 0 {
            break;
        }
    }
    let reason = reason.unwrap_or_else(|| std::io::ErrorKind::AddrInUse.into());
    Err(ServeError::NoPort { host, first, last, reason })
}

/// Reads the content anew whenever it differs, for as long as the program runs.
fn follow(
    mut watch: Watch,
    request: &Request,
    first: Arc<Prepared>,
    live: &Live,
    report: &impl Fn(&Change),
) {
    // What was read last, good or not: the next look begins with it.
    let mut last = Some(first);
    loop {
        let paths: Vec<PathBuf> = watch.wait();
        let started = Instant::now();
        let looked = match last.take() {
            Some(last) => prepare_incremental(request, &last, &paths),
            None => prepare(request),
        };
        let change = match looked {
            Ok(prepared) => {
                let prepared = Arc::new(prepared);
                last = Some(Arc::clone(&prepared));
                live.take(prepared, paths, started)
            }
            // The folder went away; what was good stays until it is back.
            Err(error) => live.lose(&error, paths, started),
        };
        report(&change);
    }
}

async fn files(State(shared): State<Shared>, request: HttpRequest) -> Response<Body> {
    if let Some(refusal) = shared.guard.refuse(&request) {
        return refusal;
    }
    let (method, uri) = (request.method().clone(), request.uri().clone());
    let live = Arc::clone(&shared.live);
    // Making a page is work for the processor; events to other browsers must not wait for it.
    let answered = tokio::task::spawn_blocking(move || answer::answer(&live, &method, uri.path()));
    answered.await.unwrap_or_else(|_| answer::plain(500, "the page could not be made"))
}

/// Tells a browser what is shown now, and everything that changes.
async fn events(State(shared): State<Shared>, request: HttpRequest) -> Answer {
    if let Some(refusal) = shared.guard.refuse(&request) {
        return refusal;
    }
    let state = WatchStream::new(shared.live.subscribe());
    let events = state
        .map(|state| Ok::<Event, Infallible>(Event::default().event("state").data(state.as_str())));
    Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(15))).into_response()
}
