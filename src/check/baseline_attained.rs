//! a baseline that attains the target already.
//!
//! Why: there is no way to go that a share could be taken of, so the level is held against the
//! target itself. Often it is meant so (a ceiling that only has to be kept), sometimes baseline or
//! target is a slip. Remedy: none needed where it is meant; else correct one of them.

use crate::assess::yardstick::{Demand, Yardstick};
use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::IndicatorIx;
use crate::model::indicator::Schedule;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::note("baseline-attained"),
    is_settable: true,
    what: bilingual("The baseline attains the target already", "基数已达到目标"),
    why: bilingual(
        "There is no way to go; figures are held against the target itself",
        "没有进度可言，数据直接与目标比较",
    ),
    example: "target = \"达到120家\"\nbaseline = \"130\"",
    remedy: bilingual(
        "Nothing, where the level only has to be kept; else correct the baseline or the target",
        "只需守住水平的，无须更改；否则更正基数或目标",
    ),
};

pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let indicator = context.plan.indicator(ix);
    let (Some(target), Some(base)) = (&indicator.target, indicator.baseline) else { return };
    let is_level = matches!(indicator.schedule, Schedule::Level | Schedule::Linear)
        && !indicator.measure.is_cumulative();
    let yardstick = Yardstick::new(context.plan, indicator, Demand::Target);
    let has_way = yardstick.is_some_and(|one| one.baseline().is_some());
    if !is_level || has_way || !target.is_quantified() {
        return;
    }
    let (id, phrase) = (&indicator.id, &target.phrase);
    let message = message!(
        "the baseline of `{id}` ({base}) attains its target (`{phrase}`) already: figures are held \
            against the target itself",
        "`{id}`的基数（{base}）已达到目标（`{phrase}`）：数据直接与目标比较"
    );
    found.push(RULE.at(target.location, message).help(message!(
        "nothing is to be done where the level only has to be kept; else correct the baseline or \
            the target",
        "只需守住水平的，无须更改；否则更正基数或目标"
    )));
}
