//! Marks of figures that are put together: which of them a reader must know of.

use crate::model::observation::ObservationStatus;

/// Returns the flag a reader must know of: what is missing before what is not final before what is
/// only explained.
pub(super) fn most_doubtful(
    a: Option<ObservationStatus>,
    b: Option<ObservationStatus>,
) -> Option<ObservationStatus> {
    let weight = |flag: &ObservationStatus| match flag {
        ObservationStatus::Missing
        | ObservationStatus::Withheld
        | ObservationStatus::NotDue
        | ObservationStatus::NotApplicable => 4,
        ObservationStatus::Estimated => 3,
        ObservationStatus::Provisional => 2,
        ObservationStatus::Break => 1,
        ObservationStatus::Revised => 0,
    };
    a.into_iter().chain(b).max_by_key(weight)
}
