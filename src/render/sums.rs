//! The checksums of the files that describe a whole plan. Each is found once, and most often while
//! its file is made: of a large plan `plan.json` alone has hundreds of megabytes.
//!
//! A file is made once: its checksum is kept while it is made, and whoever asks for that meanwhile
//! waits. Items are put into `plan.json` one by one, but the file is made whole before it is
//! written.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rustc_hash::FxHashMap;

use crate::checksum::sha256;

use super::address::DataFile;

/// The checksums known so far.
#[derive(Debug, Default)]
pub(in crate::render) struct Sums(Mutex<FxHashMap<DataFile, Arc<OnceLock<String>>>>);

impl Sums {
    /// Makes a file, and keeps its checksum. Whoever asks for that meanwhile waits for it instead
    /// of making the file too.
    pub fn keep(&self, file: DataFile, make: impl Fn() -> Vec<u8>) -> Vec<u8> {
        let mut made = None;
        self.of(file).get_or_init(|| sha256(made.insert(make())));
        made.unwrap_or_else(make)
    }

    /// Returns the checksum of a file.
    pub fn get(&self, file: DataFile, make: impl Fn() -> Vec<u8>) -> String {
        self.of(file).get_or_init(|| sha256(&make())).clone()
    }

    fn of(&self, file: DataFile) -> Arc<OnceLock<String>> {
        Arc::clone(self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(file).or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::index::PlanIx;

    fn plan(row: usize) -> DataFile {
        DataFile::PlanJson(PlanIx::of_row(row))
    }

    #[test]
    fn the_checksum_of_a_file_that_was_made_needs_no_second_making() {
        let sums = Sums::default();
        assert_eq!(sums.keep(plan(0), || b"figures".to_vec()), b"figures");
        assert_eq!(sums.get(plan(0), || panic!("it was made")), sha256(b"figures"));
        assert_eq!(sums.get(plan(1), || b"others".to_vec()), sha256(b"others"));
    }

    #[test]
    fn a_file_whose_checksum_was_asked_first_is_still_made() {
        let sums = Sums::default();
        assert_eq!(sums.get(plan(0), || b"figures".to_vec()), sha256(b"figures"));
        assert_eq!(sums.keep(plan(0), || b"figures".to_vec()), b"figures");
    }
}
