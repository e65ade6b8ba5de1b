//! What is judged: a series of figures with its yardstick, and the newest figure of it.
//!
//! Comes in: a yardstick, the figures up to now, and what is known. Goes out: the figure that
//! decides, and what every rule asks of it: whether it is the last one, reached for good, or final.
//! Which status follows is the matter of `progress.rs` and `cadence.rs`.

use crate::assess::points::{Point, Series};
use crate::assess::verdict::Margin;
use crate::assess::yardstick::{Kind, Yardstick};
use crate::date::Date;
use crate::model::observation::{AsOf, ObservationStatus};
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::status::StatusCode;
use crate::number::Number;

/// One series to be judged.
#[derive(Clone, Copy, Debug)]
pub struct Question<'q> {
    /// The plan, for its span.
    pub plan: &'q Plan,
    /// What the figures are held against.
    pub yardstick: Yardstick<'q>,
    /// The figures up to now.
    pub series: &'q Series,
    /// What is known.
    pub known: AsOf,
}

/// The figure that is judged.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figure {
    pub actual: Number,
    pub period: Period,
    pub flag: Option<ObservationStatus>,
    pub recorded: Date,
}

impl Figure {
    /// Returns whether it may still be revised: such a figure ends nothing.
    ///
    /// A provisional figure finishes nothing before the end of the year.
    pub(crate) fn is_provisional(&self) -> bool {
        self.flag.is_some_and(ObservationStatus::is_unfinished)
    }
}

impl Question<'_> {
    pub(crate) fn is_reached_for_good(&self, figure: &Figure) -> bool {
        let yardstick = &self.yardstick;
        yardstick.is_irreversible()
            && yardstick.is_attained(figure.actual)
            && !figure.is_provisional()
    }

    pub(crate) fn is_last_figure(&self, figure: &Figure) -> bool {
        self.yardstick.is_last(figure.period.end())
    }

    /// Returns the verdict of a figure that is the last one: attained, nearly, or missed; pending
    /// while it is not final.
    pub(crate) fn final_code(&self, figure: &Figure, attained: StatusCode) -> StatusCode {
        if figure.is_provisional() {
            StatusCode::Pending
        } else if self.yardstick.is_attained(figure.actual) {
            attained
        } else if self.yardstick.is_nearly_attained(figure.actual) {
            StatusCode::NearlyMet
        } else {
            self.yardstick.missed_code()
        }
    }

    pub(crate) fn still_to_go(&self, actual: Number) -> Option<Margin> {
        let value = self.yardstick.still_to_go(actual)?;
        Some(Margin { value, by: Some(self.plan.last) })
    }
}

/// Finds the figure to judge: the newest one, or a newer sum of some regions that decides alone.
/// What such a sum has decided stays decided while a later period is still incomplete.
pub(crate) fn newest_figure(question: &Question<'_>) -> Option<Figure> {
    question.series.points.iter().rev().find_map(|point| match point.value {
        Some(actual) => Some(Figure {
            actual,
            period: point.period,
            flag: point.flag,
            recorded: point.recorded,
        }),
        None => decisive_part(question, point),
    })
}

/// Returns what only some regions make, where more of them can change nothing: it alone attains the
/// target, or exceeds a ceiling.
fn decisive_part(question: &Question<'_>, point: &Point) -> Option<Figure> {
    let count = point.regions.filter(|count| !count.is_complete())?;
    let yardstick = &question.yardstick;
    let actual = count.so_far;
    let is_reached = yardstick.is_irreversible() && yardstick.is_attained(actual);
    let is_sum = matches!(yardstick.kind(), Kind::Sum | Kind::SumCeiling | Kind::Flag);
    let is_decisive =
        is_sum && !count.has_unfinished && (is_reached || yardstick.is_exceeded(actual));
    is_decisive.then_some(Figure {
        actual,
        period: point.period,
        flag: None,
        recorded: point.recorded,
    })
}
