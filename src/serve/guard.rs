//! Who may ask for what: only this machine by its own name, only to read.
//!
//! A page of another site can make a browser ask us, even under a name of its own that points here
//! (DNS rebinding). Such a request names the other site as host or origin and is refused.

use std::net::SocketAddr;

use axum::body::Body;
use axum::http::{Method, Request, Response, header};

use super::answer::plain;

/// Knows the names this preview is asked under.
#[derive(Debug)]
pub(super) struct Guard {
    names: Vec<String>,
    /// Asked to listen beyond this machine, there is no telling under which name we are known.
    is_open: bool,
}

impl Guard {
    pub(super) fn new(address: SocketAddr) -> Self {
        let port = address.port();
        let mut names: Vec<String> = ["127.0.0.1", "localhost", "[::1]"]
            .iter()
            .map(|name| format!("{name}:{port}"))
            .collect();
        names.push(address.to_string());
        if port == 80 {
            names.extend(["127.0.0.1", "localhost", "[::1]"].map(str::to_string));
        }
        Self { names, is_open: !address.ip().is_loopback() }
    }

    /// Returns the answer to a request that is refused; nothing lets it through.
    pub(super) fn refuse<B>(&self, request: &Request<B>) -> Option<Response<Body>> {
        if ![Method::GET, Method::HEAD].contains(request.method()) {
            let mut refusal = plain(405, "only GET and HEAD are answered here");
            refusal
                .headers_mut()
                .insert(header::ALLOW, header::HeaderValue::from_static("GET, HEAD"));
            return Some(refusal);
        }
        let text = |name| request.headers().get(name).map(|value| value.to_str().unwrap_or("?"));
        let host = text(header::HOST)
            .or_else(|| request.uri().authority().map(|authority| authority.as_str()));
        let is_known = |name: &str| self.names.iter().any(|known| known.eq_ignore_ascii_case(name));
        let is_host_known = host.is_some_and(|host| self.is_open || is_known(host));
        // A browser says where a request from another site comes from; a page of our own asks from
        // one of our names.
        let is_origin_known = match text(header::ORIGIN) {
            None => true,
            Some(origin) => origin
                .strip_prefix("http://")
                .is_some_and(|name| is_known(name) || (self.is_open && host == Some(name))),
        };
        if is_host_known && is_origin_known {
            return None;
        }
        Some(plain(403, "this preview answers only to this machine, under 127.0.0.1 or localhost"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(address: &str, method: &str, headers: &[(&str, &str)]) -> u16 {
        let guard = Guard::new(address.parse().expect("an address"));
        let request = headers
            .iter()
            .fold(Request::builder().method(method).uri("/"), |request, (name, value)| {
                request.header(*name, *value)
            });
        guard
            .refuse(&request.body(()).expect("a request"))
            .map_or(200, |refusal| refusal.status().as_u16())
    }

    #[test]
    fn only_this_machine_asks_under_its_own_name() {
        let here = "127.0.0.1:8000";
        for host in ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000"] {
            assert_eq!(status(here, "GET", &[("host", host)]), 200, "{host}");
        }
        for host in [
            "evil.example:8000",
            "127.0.0.1",
            "localhost:8001",
            "127.0.0.1.evil.example:8000",
            "",
            "localhost:8000@evil.example",
        ] {
            assert_eq!(status(here, "GET", &[("host", host)]), 403, "{host:?}");
        }
        assert_eq!(status(here, "GET", &[]), 403);
    }

    #[test]
    fn pages_of_other_sites_are_refused() {
        let here = "127.0.0.1:8000";
        for (origin, code) in [
            ("http://127.0.0.1:8000", 200),
            ("http://localhost:8000", 200),
            ("http://evil.example", 403),
            ("https://127.0.0.1:8000", 403),
            ("http://127.0.0.1:9000", 403),
            ("null", 403),
        ] {
            assert_eq!(
                status(here, "GET", &[("host", here), ("origin", origin)]),
                code,
                "{origin}"
            );
        }
    }

    #[test]
    fn nothing_can_be_sent() {
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"] {
            assert_eq!(
                status("127.0.0.1:8000", method, &[("host", "127.0.0.1:8000")]),
                405,
                "{method}"
            );
        }
        assert_eq!(status("127.0.0.1:8000", "HEAD", &[("host", "127.0.0.1:8000")]), 200);
    }

    #[test]
    fn whoever_opens_it_to_others_is_asked_under_any_name() {
        assert_eq!(status("0.0.0.0:8000", "GET", &[("host", "office-pc:8000")]), 200);
        assert_eq!(
            status(
                "0.0.0.0:8000",
                "GET",
                &[("host", "office-pc:8000"), ("origin", "http://evil.example")]
            ),
            403
        );
    }
}
