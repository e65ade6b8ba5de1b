//! The documents are generated: what stands between their marks is what the schemas, the code and
//! the theme say today.
//!
//! `INSTA_UPDATE=always cargo test --test suite documents` writes them anew, as it does snapshots.

mod content;
mod output;
mod shapes;
mod theming;

use crate::site::root;

const BEGIN: &str = "<!-- generated: do not edit below, see CONTRIBUTING.md -->\n";
const END: &str = "<!-- end of what is generated -->\n";

/// Compares what a document has between its marks, or writes it anew where insta would.
fn assert_current(name: &str, made: &str) {
    let path = root().join("docs").join(name);
    let text = std::fs::read_to_string(&path).expect("a document");
    let (head, rest) = text.split_once(BEGIN).expect("the first mark");
    let (held, tail) = rest.split_once(END).expect("the last mark");
    if held == made {
        return;
    }
    if is_renewing() {
        std::fs::write(&path, format!("{head}{BEGIN}{made}{END}{tail}")).expect("it is written");
        return;
    }
    let differs =
        |(held, made): (&str, &str)| (held != made).then(|| format!("- {held}\n+ {made}"));
    let lines = held.lines().chain(std::iter::repeat("")).zip(made.lines());
    let first = lines.map(differs).find_map(|line| line);
    panic!(
        "docs/{name} is not what is generated. Renew it with\n\
         INSTA_UPDATE=always cargo test --test suite documents\n{}",
        first.unwrap_or_default()
    );
}

/// Returns whether what is kept is to be written anew.
#[expect(clippy::disallowed_methods, reason = "insta is told the same way")]
fn is_renewing() -> bool {
    std::env::var("INSTA_UPDATE").is_ok_and(|word| word == "always")
}
