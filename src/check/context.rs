//! What a rule may look at.

use crate::assess::assessment::Assessment;
use crate::config::Config;
use crate::model::plan::Plan;
use crate::model::release::Release;
use crate::model::site::Site;
use crate::model::snapshot::Snapshot;

/// What a rule may look at.
#[derive(Clone, Copy)]
pub(super) struct CheckContext<'c> {
    pub config: &'c Config,
    pub site: &'c Site,
    pub plan: &'c Plan,
    pub assessment: &'c Assessment,
    pub recomputed: &'c [(&'c Release, Snapshot)],
}
