//! Reads `override`: a status an office sets by hand, bound to the period it speaks of.
//!
//! It is refused where it could not be true on its day: about a period that has not ended, or with
//! a word that belongs to another time.

use crate::codes;
use crate::front_matter::Keys;
use crate::message::{Message, message};
use crate::model::indicator::{Indicator, Override, Schedule};
use crate::model::status::StatusCode;
use crate::phrase::Ambition;
use crate::source::Located;

use super::shared::{PlanFrame, read_period};

/// Reads the override; one that cannot stand gives nothing.
pub(super) fn read_override(
    keys: &mut Keys<'_, '_>,
    frame: PlanFrame<'_>,
    judged: &Indicator,
) -> Option<Override> {
    let mut table = keys.table("override")?;
    for key in ["status", "date"] {
        if !table.has(key) {
            table.missing(key);
        }
    }
    if !table.has("period") {
        report_missing_period(&table);
    }
    let period = read_period(&mut table, "period");
    let status = table.one_of("status", &StatusCode::WORDS);
    let author = table.required_text("author");
    let date = table.date("date");
    let reason = table.required_translated("reason");
    let location = table.location();
    let period_end = period.map(|period| period.end());
    if let Some(period_end) = period_end
        && (period_end < frame.first || period_end > frame.last)
    {
        let message = message!(
            "the period of this override is not of the plan ({} to {})",
            "人工核定的时期不在计划期内（{}至{}）",
            frame.first,
            frame.last
        );
        let help = message!("give the period of the figure it speaks of", "填写其所针对数据的时期");
        table.fault(codes::OVERRIDE.at(table.location_of("period"), message).help(help));
    } else if let (Some(period_end), Some(date)) = (period_end, &date)
        && date.value < period_end.last_day()
    {
        let message = message!(
            "the period of this override ends on {}, after its date",
            "人工核定的时期于{}结束，晚于核定日期",
            period_end.last_day()
        );
        let diagnostic = codes::OVERRIDE
            .at(table.location_of("period"), message)
            .label(date.location, message!("the date", "核定日期"));
        table.fault(diagnostic.help(message!(
            "nobody can know how a period ends before it does: give the period that had ended, or \
                correct the date",
            "时期未结束则无从核定：填写当时已结束的时期，或更正日期"
        )));
    } else if let (Some(period_end), Some(status)) = (period_end, &status) {
        check_status(&table, status, judged, period_end == frame.last);
    }
    table.finish();
    Some(Override {
        period: period?,
        status: status?.value,
        author: author?.value,
        date: date?.value,
        reason: reason?,
        location,
    })
}

fn report_missing_period(table: &Keys<'_, '_>) {
    table.fault(
        codes::OVERRIDE
            .at(table.location(), message!("this override names no period", "人工核定未写明时期"))
            .help(message!(
                "add `period = \"…\"`, the period of the figure it speaks of; it falls away with a \
                newer one",
                "补充`period = \"…\"`（所针对数据的时期）；有更新的数据后自动失效"
            )),
    );
}

/// Says a word that belongs to another time, and where it would belong.
fn check_status(
    table: &Keys<'_, '_>,
    status: &Located<StatusCode>,
    judged: &Indicator,
    is_last: bool,
) {
    if judged.exemption.is_some() || judged.target.is_none() {
        let message = message!(
            "nothing is judged here that could be decided by hand: it has no target, or is exempt",
            "此处不作评价，无从核定：没有目标，或已注明不评价"
        );
        table.fault(codes::OVERRIDE.at(status.location, message).help(message!(
            "remove `override`, or give the indicator a target that is judged",
            "删去`override`，或给指标写上要评价的目标"
        )));
        return;
    }
    let Some(problem) = problem_of(status.value, judged, is_last) else { return };
    let (word, of) = (status.value.word(), table.location_of("period"));
    let message = Message::new(
        format!("`{word}` cannot be set here: {}", problem.en),
        format!("此处不能核定为`{word}`：{}", problem.zh),
    );
    let help = if is_last {
        message!(
            "at the end: met, nearly_met, missed, missed_stretch or pending",
            "期末可用：met、nearly_met、missed、missed_stretch、pending"
        )
    } else {
        message!(
            "during the plan: done (of what is counted or listed), ahead, on_track, \
                slightly_behind, behind, far_behind, not_due, not_applicable or not_assessed",
            "计划期内可用：done（计数类、按批次类）、ahead、on_track、\
                slightly_behind、behind、far_behind、not_due、not_applicable、not_assessed"
        )
    };
    table.fault(
        codes::OVERRIDE
            .at(status.location, message)
            .label(of, message!("the period", "时期"))
            .help(help),
    );
}

fn problem_of(status: StatusCode, judged: &Indicator, is_last: bool) -> Option<Message> {
    use StatusCode as Code;
    let is_batch = matches!(judged.schedule, Schedule::Batch(_));
    let is_stretch =
        judged.target.as_ref().is_some_and(|target| target.ambition == Ambition::Stretch);
    let is_final = is_last || judged.is_sum_ceiling();
    match status {
        Code::Qualitative => Some(message!(
            "what has a number is never carried on without one",
            "有数的指标不会是定性推进"
        )),
        Code::NotReported | Code::OverdueReport => Some(message!(
            "whether a report came is a fact, not a decision",
            "是否已报送是事实，无须核定"
        )),
        Code::Met | Code::NearlyMet | Code::Pending if !is_last => {
            Some(message!("it is a word for the last period of the plan", "这是计划最后一期的用语"))
        }
        Code::Missed | Code::MissedStretch if !is_final => {
            Some(message!("it is a word for the last period of the plan", "这是计划最后一期的用语"))
        }
        Code::MissedStretch if !is_stretch => Some(message!(
            "the target is not one that is only strived for: missed",
            "不是力争目标：用missed"
        )),
        Code::Missed if is_stretch => Some(message!(
            "the target is only strived for: missed_stretch",
            "是力争目标：用missed_stretch"
        )),
        Code::NotDue if is_last && !is_batch => {
            Some(message!("the last period is over: everything is due", "最后一期已结束，均已到期"))
        }
        Code::Done if is_last && !is_batch => Some(message!(
            "it is a word for before the end; at the end: met",
            "这是期末以前的用语，期末用met"
        )),
        Code::Done if !is_batch && !judged.is_irreversible() => Some(why_never_done(judged)),
        Code::Ahead | Code::OnTrack | Code::SlightlyBehind | Code::Behind | Code::FarBehind
            if is_last =>
        {
            Some(message!(
                "the last period is over, and with it the schedule",
                "最后一期已结束，不再有序时进度"
            ))
        }
        _ => None,
    }
}

/// Says why a target cannot be done before the plan's end.
fn why_never_done(judged: &Indicator) -> Message {
    if judged.target.as_ref().is_some_and(|target| target.per.is_some()) {
        message!(
            "a frequency is to be kept until the last part of the plan",
            "频次要求到计划最后一期才算完成"
        )
    } else if judged.is_sum_ceiling() {
        message!("a limit is kept only once the plan is over", "控制数到计划期末才算守住")
    } else {
        message!(
            "a level can fall back; only what is counted, held, done or listed is finished",
            "水平值可能回落；只有计数、活动、是否类和按批次的指标才会完成"
        )
    }
}
