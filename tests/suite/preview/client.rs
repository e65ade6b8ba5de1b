//! A preview started as an editor starts it, and a browser of a few lines that asks it.

use std::cell::Cell;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::site::TestSite;

/// Longer than anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running preview; it ends with this value.
pub struct Server {
    child: Child,
    lines: Arc<Mutex<Vec<String>>>,
    /// How many lines were waited for already.
    heard: Cell<usize>,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    /// Starts a preview on a free port and waits until it says where it is.
    pub fn start(site: &TestSite, options: &[&str]) -> Self {
        let port: &[&str] = if options.contains(&"--port") { &[] } else { &["--port", "0"] };
        let server = Self::run(site, &[&["serve"], port, options].concat());
        server.wait_for("preview at");
        server
    }

    /// Starts a watch.
    pub fn watch(site: &TestSite, options: &[&str]) -> Self {
        Self::run(site, &[&["watch"], options].concat())
    }

    fn run(site: &TestSite, arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_taizhang"))
            .args(arguments)
            .current_dir(site.path())
            .env_clear()
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let lines = Arc::new(Mutex::new(Vec::new()));
        let pipes: [Box<dyn Read + Send>; 2] = [
            Box::new(child.stdout.take().expect("piped")),
            Box::new(child.stderr.take().expect("piped")),
        ];
        for pipe in pipes {
            let lines = Arc::clone(&lines);
            thread::spawn(move || {
                for line in BufReader::new(pipe).lines().map_while(Result::ok) {
                    lines.lock().expect("no test panics here").push(line);
                }
            });
        }
        Self { child, lines, heard: Cell::new(0) }
    }

    /// Returns everything it said so far, line by line.
    pub fn lines(&self) -> Vec<String> {
        self.lines.lock().expect("no test panics here").clone()
    }

    /// Waits until it says something more with these words in it.
    pub fn wait_for(&self, words: &str) {
        let started = Instant::now();
        loop {
            let lines = self.lines();
            if let Some(at) =
                lines.iter().skip(self.heard.get()).position(|line| line.contains(words))
            {
                self.heard.set(self.heard.get() + at + 1);
                return;
            }
            assert!(started.elapsed() < PATIENCE, "`{words}` was not said, but {:?}", self.lines());
            thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn url(&self) -> String {
        let lines = self.lines();
        let line =
            lines.iter().find(|line| line.starts_with("preview at")).expect("it said where it is");
        line.split_whitespace().nth(2).expect("an address").to_string()
    }

    pub fn host(&self) -> String {
        self.url().trim_start_matches("http://").split('/').next().expect("a host").to_string()
    }

    pub fn process(&self) -> u32 {
        self.child.id()
    }

    pub fn get(&self, path: &str) -> Answer {
        let path: String = path
            .bytes()
            .map(|b| if b.is_ascii() { char::from(b).to_string() } else { format!("%{b:02X}") })
            .collect();
        self.raw(&format!(
            "GET {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n",
            self.host()
        ))
    }

    /// Sends exactly these bytes.
    pub fn raw(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(self.host()).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a socket");
        // Whoever is refused early may find the line closed; the answer still counts.
        let _ = stream.write_all(request.as_bytes());
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        Answer::read(&bytes)
    }
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    fn read(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(bytes.len());
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.lines();
        let status = lines
            .next()
            .and_then(|line| line.split(' ').nth(1))
            .and_then(|code| code.parse().ok())
            .unwrap_or(0);
        let headers = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_lowercase(), value.to_string()))
            .collect();
        Self { status, headers, body: bytes.get(end + 4..).unwrap_or_default().to_vec() }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Takes the reload script out of a page, and what the page's policy lets through for it.
    pub fn as_built(&self) -> Vec<u8> {
        if self.header("content-type").is_none_or(|kind| !kind.starts_with("text/html")) {
            return self.body.clone();
        }
        let text = self.text();
        let start =
            text.find("<script src=\"/_taizhang/live.js\"").expect("the script is in the page");
        let end = start + text[start..].find('\n').expect("its line ends") + 1;
        assert_eq!(text.matches("/_taizhang/").count(), 1, "one script and nothing else");
        format!("{}{}", &text[..start], &text[end..])
            .replacen(" connect-src 'self';", "", 1)
            .into_bytes()
    }
}

/// Listens for what browsers are told.
pub struct Follower {
    lines: std::io::Lines<BufReader<TcpStream>>,
}

impl Follower {
    pub fn of(server: &Server) -> Self {
        let mut stream = TcpStream::connect(server.host()).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a socket");
        let request = format!(
            "GET /_taizhang/events HTTP/1.1\r\nhost: {}\r\naccept: text/event-stream\r\n\r\n",
            server.host()
        );
        stream.write_all(request.as_bytes()).expect("it is asked");
        Self { lines: BufReader::new(stream).lines() }
    }

    /// Returns the next thing told that has `wanted` in it. What is told before it is passed over:
    /// a file caught between being emptied and being written is rightly told as faulty for a
    /// moment.
    pub fn next_with(&mut self, wanted: &str) -> String {
        let mut passed = Vec::new();
        for line in self.lines.by_ref() {
            let line = line.unwrap_or_else(|error| {
                panic!("`{wanted}` is not told ({error}) after {passed:#?}")
            });
            match line.strip_prefix("data: ") {
                Some(reported) if reported.contains(wanted) => return reported.to_string(),
                Some(reported) => passed.push(reported.to_string()),
                None => {}
            }
        }
        panic!("`{wanted}` is not told before the end of {passed:#?}");
    }
}
