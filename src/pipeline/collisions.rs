//! Tells of files of a site that want one address, before anything is written.

use crate::render::address_faults;

use super::prepared::Prepared;

/// Adds which files want an address that is no address, or is another one's, to what is told.
pub(super) fn add_address_faults(prepared: &mut Prepared) {
    if prepared.has_errors() {
        return;
    }
    let Some(renderer) = prepared.renderer() else { return };
    let are_distinct = matches!(prepared.tasks.find(&renderer), Ok(Some(_)));
    let found = address_faults(&renderer, are_distinct);
    drop(renderer);
    if !found.is_empty() {
        prepared.add(found);
    }
}
