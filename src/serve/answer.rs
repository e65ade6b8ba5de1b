//! From an address to a file of the site. What is served is what a build writes, but for the reload
//! script in pages.
//!
//! Pages are what a build writes but for one script, and one word in their policy that lets this
//! script listen; a test compares every file. A path is looked up among the files of the site and
//! never on the disk, so none can leave it. Home of percent-encoding.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Method, Response, header};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use super::live::{Live, Version};

/// Where browsers listen for changes.
pub(super) const EVENTS: &str = "/_taizhang/events";
/// Where the reload script is.
const SCRIPT: &str = "/_taizhang/live.js";
const SCRIPT_TEXT: &str = include_str!("live.js");
/// What a page's policy has to let through for the script: the events and the page itself, from
/// here.
const POLICY: (&str, &str) = ("default-src 'none';", "default-src 'none'; connect-src 'self';");

/// Answers a request for a path.
pub(super) fn answer(live: &Live, method: &Method, path: &str) -> Response<Body> {
    let mut response = found(live, path);
    if *method == Method::HEAD {
        *response.body_mut() = Body::empty();
    }
    response
}

fn found(live: &Live, path: &str) -> Response<Body> {
    let Some(path) = decode(path) else { return plain(400, "this is not a path of the site") };
    if path == SCRIPT {
        return respond(200, "text/javascript; charset=utf-8", SCRIPT_TEXT.into());
    }
    let base = live.base_path();
    let Some(inside) = path.strip_prefix(&base) else {
        // The site lives below its own path, as on its host; its start is found from the root.
        return if path == "/" {
            redirect(&base)
        } else {
            plain(404, &format!("the site is at {base}"))
        };
    };
    let Some(version) = live.shown() else { return page_of_faults() };
    let name = if inside.is_empty() || inside.ends_with('/') {
        format!("{inside}index.html")
    } else {
        inside.to_string()
    };
    match version.file(&name) {
        Some(Ok(bytes)) => respond(200, kind_of(&name), body_of(&version, &name, &bytes)),
        Some(Err(reason)) => plain(500, &reason),
        None if version.preview.has(&format!("{name}/index.html")) => redirect(&format!("{path}/")),
        None => match version.file("404.html") {
            Some(Ok(bytes)) => {
                respond(404, kind_of("404.html"), body_of(&version, "404.html", &bytes))
            }
            _ => plain(404, "there is no such page"),
        },
    }
}

/// Decodes a path. Nothing comes of what could mean another place somewhere: encoded slashes,
/// backslashes, dots that climb, control characters, and percent signs before anything but two
/// digits, which programs read differently.
fn decode(path: &str) -> Option<String> {
    let is_hex = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_hexdigit);
    let is_read_one_way = path.split('%').skip(1).all(|behind| {
        let digits = behind.as_bytes();
        is_hex(digits.first()) && is_hex(digits.get(1)) && !behind[..2].eq_ignore_ascii_case("2f")
    });
    if !is_read_one_way {
        return None;
    }
    let path = percent_decode_str(path).decode_utf8().ok()?.into_owned();
    let is_plain = path.starts_with('/')
        && !path.chars().any(|c| c.is_control() || c == '\\')
        && path.split('/').all(|part| part != "." && part != "..");
    is_plain.then_some(path)
}

/// Returns what goes out: pages get the reload script, everything else is as built.
fn body_of(version: &Version, name: &str, bytes: &Arc<[u8]>) -> Body {
    if !name.ends_with(".html") {
        return bytes.to_vec().into();
    }
    let text = String::from_utf8_lossy(bytes);
    let script = format!(
        "<script src=\"{SCRIPT}\" data-version=\"{}\" defer></script>\n</head>",
        version.number
    );
    text.replacen(POLICY.0, POLICY.1, 1).replacen("</head>", &script, 1).into()
}

/// Stands in until there is a site: the script shows what is wrong.
fn page_of_faults() -> Response<Body> {
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta \
            charset=\"utf-8\"><title>Taizhang</title>\
         <script src=\"{SCRIPT}\" data-version=\"0\" \
         defer></script></head><body><main></main></body></html>\n"
    );
    respond(503, "text/html; charset=utf-8", page.into())
}

fn kind_of(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" | "jsonld" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "xml" => "application/xml",
        "ics" => "text/calendar; charset=utf-8",
        "txt" | "SHA256SUMS" => "text/plain; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "pdf" => "application/pdf",
        "woff2" => "font/woff2",
        "wasm" => "application/wasm",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

/// Answers in a line of plain words.
pub(super) fn plain(status: u16, words: &str) -> Response<Body> {
    respond(status, "text/plain; charset=utf-8", format!("{words}\n").into())
}

fn redirect(to: &str) -> Response<Body> {
    let mut response = plain(308, to);
    if let Ok(value) = header::HeaderValue::from_str(&encode(to)) {
        response.headers_mut().insert(header::LOCATION, value);
    }
    response
}

/// What a header cannot hold as it is, besides all letters beyond ASCII.
const NOT_IN_A_HEADER: &AsciiSet = &CONTROLS.add(b' ').add(b'%');

fn encode(path: &str) -> String {
    utf8_percent_encode(path, NOT_IN_A_HEADER).to_string()
}

fn respond(status: u16, kind: &'static str, body: Body) -> Response<Body> {
    let response = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, kind)
        // A browser must ask again: the next answer may be another one.
        .header(header::CACHE_CONTROL, "no-store")
        .header("x-content-type-options", "nosniff")
        .body(body);
    response.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_paths_are_read() {
        for (path, decoded) in [
            ("/", Some("/")),
            ("/2023/items/09/", Some("/2023/items/09/")),
            ("/%E9%A1%B5/a%20b.html", Some("/页/a b.html")),
            ("/a/../b", None),
            ("/%2e%2e/secret", None),
            ("/a%2Fb", None),
            ("/a%5Cb", None),
            ("/a\\b", None),
            ("/a%00b", None),
            ("/a%0Ab", None),
            ("/%ff", None),
            ("/%+1", None),
            ("/%4", None),
            ("/%", None),
            ("/%4页", None),
            ("/./a", None),
            ("//etc/passwd", Some("//etc/passwd")),
            ("etc", None),
        ] {
            assert_eq!(decode(path).as_deref(), decoded, "{path}");
        }
    }

    #[test]
    fn headers_hold_any_name() {
        assert_eq!(encode("/页/a b/"), "/%E9%A1%B5/a%20b/");
    }
}
