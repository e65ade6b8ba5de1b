//! Judges a target that every region has: by how its regions stand, never by what they make
//! together.
//!
//! Regions for which nothing is due, judged or applicable leave the count. Regions that owe a
//! figure are taken at their worst and at their best: what is said must hold for both.
//!
//! Such a target is not done while lists or nodes of some regions are still to come: it is 待认定 or
//! on schedule until then.
//!
//! A withheld region keeps the target from being done; at the end the whole is to be confirmed. A
//! region for which an office reports is missing once its report is overdue; when all of them are,
//! the whole is overdue.

use crate::assess::regions::RegionAssessment;
use crate::assess::verdict::{RegionTally, Rule, Verdict};
use crate::assess::yardstick::Yardstick;
use crate::model::indicator::Schedule;
use crate::model::plan::RegionBands;
use crate::model::status::{Standing, StatusCode};
use crate::number::Number;

/// Judges the whole by its regions; those that are part of another one are not among them.
pub(crate) fn judge_each<'r>(
    yardstick: &Yardstick<'_>,
    regions: impl Iterator<Item = &'r RegionAssessment>,
) -> Verdict {
    let codes: Vec<StatusCode> =
        regions.filter_map(|region| region.status.as_ref()).map(|status| status.code).collect();
    let mut verdict = Verdict::plain(StatusCode::NotDue, yardstick.family(), Rule::EveryRegion);
    let tally = tally_of(&codes);
    verdict.code = code_of(yardstick, &codes, tally);
    if tally.good + tally.below + tally.missing + tally.withheld > 0 {
        verdict.tally = Some(tally);
    }
    verdict
}

fn tally_of(codes: &[StatusCode]) -> RegionTally {
    let count = |wanted: fn(StatusCode) -> bool| codes.iter().filter(|code| wanted(**code)).count();
    RegionTally {
        good: count(|code| code.standing() == Standing::AtOrAbove),
        done: count(|code| matches!(code, StatusCode::Done | StatusCode::Met)),
        reached: count(|code| {
            matches!(code, StatusCode::Done | StatusCode::Met | StatusCode::NearlyMet)
        }),
        ended: count(is_of_end),
        below: count(|code| code.standing() == Standing::Below),
        missed: count(|code| matches!(code, StatusCode::Missed | StatusCode::MissedStretch)),
        missing: count(|code| code.standing() == Standing::Missing),
        awaiting: count(|code| code.standing() == Standing::Awaiting),
        pending: count(|code| code == StatusCode::Pending),
        withheld: count(|code| code == StatusCode::NotAssessed),
    }
}

/// Returns whether only the end of the plan gives such a word.
fn is_of_end(code: StatusCode) -> bool {
    matches!(code, StatusCode::Met | StatusCode::NearlyMet | StatusCode::Pending)
}

fn code_of(yardstick: &Yardstick<'_>, codes: &[StatusCode], tally: RegionTally) -> StatusCode {
    let has = |wanted: StatusCode| codes.contains(&wanted);
    let counted = tally.good + tally.below + tally.missing + usize::from(has(StatusCode::Pending));
    if counted == 0 {
        const NEUTRAL: [StatusCode; 3] =
            [StatusCode::NotDue, StatusCode::NotApplicable, StatusCode::NotAssessed];
        return NEUTRAL.into_iter().find(|code| has(*code)).unwrap_or(StatusCode::NotDue);
    }
    // What one region has failed for good, the whole has.
    if has(StatusCode::Missed) || has(StatusCode::MissedStretch) {
        return yardstick.missed_code();
    }
    let is_ended = tally.ended > 0;
    let is_attained_by_all = codes.iter().all(|code| {
        matches!(
            code,
            StatusCode::Done | StatusCode::Met | StatusCode::NearlyMet | StatusCode::NotApplicable
        )
    });
    if is_ended {
        return match is_attained_by_all {
            true if has(StatusCode::NearlyMet) => StatusCode::NearlyMet,
            true => StatusCode::Met,
            false => StatusCode::Pending,
        };
    }
    let best =
        code_before_the_end(codes, tally, tally.good + tally.missing, yardstick.region_bands());
    let worst = code_before_the_end(codes, tally, tally.good, yardstick.region_bands());
    let are_both_below = [best, worst].iter().all(|one| one.standing() == Standing::Below);
    // Silence never makes the word better.
    let code = if tally.missing == 0 || best == worst || are_both_below {
        worst
    } else {
        StatusCode::NotReported
    };
    // What is awaited of some regions, or withheld, keeps the whole from being done.
    let is_open = has(StatusCode::NotDue) || has(StatusCode::NotAssessed);
    let is_awaited = is_open && matches!(code, StatusCode::Done | StatusCode::Ahead);
    match yardstick.indicator.schedule {
        Schedule::Batch(_) if is_awaited && has(StatusCode::NotDue) => StatusCode::NotDue,
        _ if is_awaited => StatusCode::OnTrack,
        _ => code,
    }
}

fn code_before_the_end(
    codes: &[StatusCode],
    tally: RegionTally,
    good: usize,
    bands: &RegionBands,
) -> StatusCode {
    let all = tally.good + tally.below + tally.missing;
    if good == all {
        let is_all = |wanted: fn(&StatusCode) -> bool| {
            let mut assessed = codes.iter().filter(|code| code.standing() == Standing::AtOrAbove);
            tally.missing == 0 && assessed.all(wanted)
        };
        return if is_all(|code| *code == StatusCode::Done) {
            StatusCode::Done
        } else if is_all(|code| matches!(code, StatusCode::Done | StatusCode::Ahead)) {
            StatusCode::Ahead
        } else {
            StatusCode::OnTrack
        };
    }
    let share = Number::from(good) * Number::HUNDRED;
    let reaches = |edge: Number| share >= edge * Number::from(all);
    if reaches(bands.slightly_behind) {
        StatusCode::SlightlyBehind
    } else if reaches(bands.behind) {
        StatusCode::Behind
    } else {
        StatusCode::FarBehind
    }
}
