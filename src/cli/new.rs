//! `taizhang new DIR`: writes a small working site to begin with.

use std::fs;

use crate::new::new_site;

use super::args::NewOptions;
use super::ending::{Ending, Failure};
use super::print::{complain, print_line};

pub(super) fn run(options: &NewOptions) -> Result<Ending, Failure> {
    let folder = &options.folder;
    // Nothing that is there may be lost.
    let is_taken =
        fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) || folder.is_file();
    if is_taken {
        complain(format_args!("error: `{}` is not empty; give a new folder", folder.display()));
        return Ok(Ending::Failed);
    }
    for file in new_site()? {
        let path = folder.join(file.path.as_str());
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&path, &file.bytes)?;
    }
    print_line(format_args!("a small site is in {}", folder.display()));
    print_line("next: go there, run `taizhang`, and open public/");
    Ok(Ending::Fine)
}
