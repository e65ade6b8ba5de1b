//! Statuses as readers see them: a shape, a colour and a word, never one of them alone.

use serde::Serialize;

use crate::assess::indicator::public_code;
use crate::assess::milestones::MilestoneStatus;
use crate::assess::verdict::Verdict;
use crate::charts::{Tone, draw_mark};
use crate::model::plan::Plan;
use crate::model::snapshot::IndicatorFact;
use crate::model::status::{Family, StatusCode};

use super::terms;
use super::words::Words;

/// A status as readers see it: shape, colour and word together.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Pill {
    /// Finished markup of the shape.
    pub mark: &'static str,
    pub tone: &'static str,
    pub word: String,
    pub code: &'static str,
}

/// The shape of a status, where there is no room for its word.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Shape {
    /// Finished markup.
    pub mark: &'static str,
    pub tone: &'static str,
}

/// Makes the shape of a status.
pub(super) fn shape(plan: &Plan, code: StatusCode) -> Shape {
    let tone = tone_of(public_code(plan, code));
    Shape { mark: draw_mark(tone), tone: tone.class() }
}

/// Makes a pill.
pub(super) fn pill(words: &Words, plan: &Plan, code: StatusCode, family: Family) -> Pill {
    let tone = tone_of(public_code(plan, code));
    Pill {
        mark: draw_mark(tone),
        tone: tone.class(),
        word: terms::status_word(words, plan, code, family),
        code: public_code(plan, code).word(),
    }
}

/// Makes the pill of a verdict; one that was set by hand says so wherever it stands.
pub(super) fn pill_of(words: &Words, plan: &Plan, verdict: &Verdict) -> Pill {
    Pill {
        word: terms::word_of_verdict(words, plan, verdict),
        ..pill(words, plan, verdict.code, verdict.family)
    }
}

/// Makes the pill of a status as an edition told it.
pub(super) fn pill_of_fact(words: &Words, plan: &Plan, fact: &IndicatorFact) -> Pill {
    Pill {
        word: terms::word_of_fact(words, plan, fact),
        ..pill(words, plan, fact.code, fact.family)
    }
}

/// Makes a pill with the word an edition printed.
pub(super) fn pill_as_published(code: StatusCode, word: String) -> Pill {
    let tone = tone_of(code);
    Pill { mark: draw_mark(tone), tone: tone.class(), word, code: code.word() }
}

/// Makes the pill of a dated step.
pub(super) fn milestone_pill(words: &Words, status: MilestoneStatus) -> Pill {
    let tone = match status {
        MilestoneStatus::OnTime => Tone::Done,
        MilestoneStatus::Late => Tone::SlightlyBehind,
        MilestoneStatus::Overdue | MilestoneStatus::Missed => Tone::Behind,
        MilestoneStatus::NotDue => Tone::Neutral,
    };
    Pill {
        mark: draw_mark(tone),
        tone: tone.class(),
        word: terms::milestone_word(words, status),
        code: status.word(),
    }
}

/// Returns the tone of a status.
pub(super) fn tone_of(code: StatusCode) -> Tone {
    match code {
        StatusCode::Done | StatusCode::Met => Tone::Done,
        StatusCode::Ahead => Tone::Ahead,
        StatusCode::OnTrack | StatusCode::NearlyMet => Tone::OnTrack,
        StatusCode::SlightlyBehind | StatusCode::MissedStretch => Tone::SlightlyBehind,
        StatusCode::Behind => Tone::Behind,
        StatusCode::FarBehind | StatusCode::Missed => Tone::FarBehind,
        _ => Tone::Neutral,
    }
}
