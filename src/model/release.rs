//! A release: an edition that was frozen. What it said stays, whatever is changed later in data,
//! rules or texts.
//!
//! It holds its `plan.json` byte for byte and the words of its page in every language, not its
//! markup: shapes, colours and the frame may improve, no figure, status or sentence changes. Facts
//! of publication (`published_at`, the bulletin) are read from plan.md, since they are learned
//! after the freezing. Checksums inside the file show whether it was touched.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::date::Date;
use crate::model::snapshot::Snapshot;
use crate::source::Location;

/// The shape of the files in `releases/`.
pub const RELEASE_SCHEMA: &str = "taizhang/release/1";

/// A frozen edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Release {
    /// The edition's id.
    pub edition: String,
    /// Its day of knowledge when it was frozen.
    pub as_of: Date,
    /// The edition's `plan.json`, byte for byte.
    pub plan_json: String,
    /// The checksum of those bytes, which was found to agree.
    pub plan_json_sha256: String,
    /// What its page says, by language tag, as JSON: figures, words and reasons, no markup.
    pub pages: BTreeMap<String, String>,
    /// What it said, to be compared.
    pub snapshot: Arc<Snapshot>,
    /// The file.
    pub location: Location,
}
