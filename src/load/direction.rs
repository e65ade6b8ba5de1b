//! Finds which way a target is better, and tells where words and reading do not fit.
//!
//! Comes in: a target as it was read, and the table of its indicator. Goes out: the target with its
//! way; warnings where deaths would be better the more there are, where 左右 leaves the way open, or
//! where the measure is none the phrase speaks of.

use toml::de::DeValue;

use crate::codes;
use crate::diag::{Diagnostic, Severity};
use crate::front_matter::Keys;
use crate::message::{Message, message};
use crate::model::indicator::{Measure, Target};
use crate::number::Number;
use crate::phrase::{Direction, MeasureHint, Op, direction_of_subject, parse_phrase};

/// What is counted, as far as its target must fit it.
#[derive(Clone, Copy)]
pub(super) struct Counted<'t> {
    /// What kind of quantity it is.
    pub measure: Measure,
    /// Its unit.
    pub unit: &'t str,
    /// The level before the plan.
    pub baseline: Option<Number>,
}

/// Gives a target without a way of its own one: what `better` says, else the phrase, else the
/// indicator's name.
pub(super) fn settle_direction(
    keys: &mut Keys<'_, '_>,
    target: Target,
    is_op_spelled: bool,
) -> Target {
    let word_of = |keys: &mut Keys<'_, '_>, key| match keys.value(key).map(|found| found.value) {
        Some(DeValue::String(text)) => Some(text.to_string()),
        _ => None,
    };
    let named = |keys: &mut Keys<'_, '_>| {
        word_of(keys, "name").and_then(|name| direction_of_subject(&name))
    };
    if let Some(own) = target.op.own_direction() {
        // 「死亡人数20人」 has a number and no comparator: it would be read as at least 20.
        let is_bare =
            own == Direction::Higher && target.op == Op::AtLeast && !has_comparator(&target.phrase);
        let subject =
            |keys: &mut Keys<'_, '_>| named(keys).or_else(|| direction_of_subject(&target.phrase));
        if !is_op_spelled && is_bare && subject(keys) == Some(Direction::Lower) {
            keys.fault(doubt_of_way(
                &target,
                message!("it is read as at least that much", "这里读作不少于该数"),
            ));
        }
        return target;
    }
    // More of a loss that is wanted is better, whatever 压减 means elsewhere.
    let is_wanted = target.is_net_loss();
    let spelled = match word_of(keys, "better").as_deref() {
        Some("higher") => Some(Direction::Higher),
        Some("lower") => Some(Direction::Lower),
        _ => None,
    };
    let read = || parse_phrase(&target.phrase).first().and_then(|reading| reading.direction);
    let worded = is_wanted.then_some(Direction::Higher).or_else(read).or_else(|| named(keys));
    if let (Some(spelled), Some(worded)) = (spelled, worded)
        && spelled != worded
    {
        keys.fault(doubt_of_way(
            &target,
            message!("`better` says otherwise", "`better`的写法与此相反"),
        ));
    }
    // 左右 fails on one side only; of what neither grows nor is counted the words should say which.
    let is_level = matches!(word_of(keys, "measure").as_deref(), Some("share" | "stock"));
    if target.op == Op::Approx && is_level && spelled.or(worded).is_none() {
        keys.fault(guess_of_way(&target));
    }
    Target { direction: spelled.or(worded).unwrap_or(Direction::Higher), ..target }
}

fn guess_of_way(target: &Target) -> Diagnostic {
    let message = message!(
        "nothing says which way `{}` is better; more is taken to be",
        "没有用语说明`{}`是越多越好还是越少越好，按越多越好处理",
        target.phrase
    );
    codes::TARGET_DIRECTION.at(target.location, message).severity(Severity::Note).help(message!(
        "write better = \"higher\" or better = \"lower\" beside the target",
        "在目标旁写better = \"higher\"或better = \"lower\""
    ))
}

/// Tells of a phrase that speaks of another kind of figure than the measure: 增长18% is no count.
pub(super) fn doubt_of_measure(target: &Target, counted: Counted<'_>) -> Option<Diagnostic> {
    let is_percent = counted.unit == "%";
    let hint = || parse_phrase(&target.phrase).first().and_then(|reading| reading.measure_hint);
    let fits = match counted.measure {
        Measure::Count | Measure::Event | Measure::Flag => !is_percent || target.op == Op::Flag,
        Measure::Growth | Measure::Share if is_percent => true,
        // A stock in percent may be a share of something; a rate of change it is not.
        Measure::Stock if is_percent => {
            !matches!(hint(), Some(MeasureHint::Growth | MeasureHint::Decline))
        }
        Measure::Growth | Measure::Share | Measure::Stock => {
            !["次", "场", "期"].contains(&counted.unit) || hint() != Some(MeasureHint::Event)
        }
    };
    if fits {
        return None;
    }
    let (phrase, measure) = (&target.phrase, counted.measure.word());
    let warning = codes::TARGET_MEASURE.at(
        target.location,
        message!(
            "the target `{phrase}` is not one of a `{measure}`",
            "目标`{phrase}`与度量`{measure}`不合"
        ),
    );
    Some(warning.help(message!(
        "a rate of change is measure = \"growth\", a ratio or another percentage \"share\", how \
            often \"event\"",
        "增速写measure = \"growth\"，占比等百分数写\"share\"，次数写\"event\""
    )))
}

/// Returns whether a phrase says how its number is compared, or what is done to reach it.
fn has_comparator(phrase: &str) -> bool {
    const WORDS: [&str; 16] = [
        "以上",
        "不少于",
        "不低于",
        "至少",
        "达到",
        "达",
        "提高",
        "提升",
        "增加",
        "增长",
        "新增",
        "完成",
        "力争",
        "实现",
        "化解",
        "整治",
    ];
    WORDS.iter().any(|word| phrase.contains(word))
}

fn doubt_of_way(target: &Target, how: Message) -> Diagnostic {
    let message = Message::new(
        format!(
            "the words speak of something of which less is better, the target is `{}`: {}",
            target.phrase, how.en
        ),
        format!("从名称和表述看是越少越好，目标是`{}`：{}", target.phrase, how.zh),
    );
    codes::TARGET_DIRECTION.at(target.location, message).help(message!(
        "for a limit write it out: target = {{ phrase = \"…\", op = \"<=\", value = \"…\" }}; if \
            more is meant, write op = \">=\"",
        "是控制数的，请写明：target = {{ phrase = \"…\", op = \"<=\", value = \"…\" }}；确是越多越好的，写op = \">=\""
    ))
}

/// `better` says which way is good where the comparator does not; where it does, `better` may only
/// agree.
pub(super) fn read_better(keys: &mut Keys<'_, '_>, target: Option<&Target>) {
    let Some(is_lower) = keys.one_of("better", &[("higher", false), ("lower", true)]) else {
        return;
    };
    if let Some(target) = target
        && target.is_lower_better() != is_lower.value
    {
        keys.fault(
            codes::BETTER
                .at(
                    is_lower.location,
                    message!(
                        "`better` contradicts the target `{}`",
                        "`better`与目标`{}`矛盾",
                        target.phrase
                    ),
                )
                .label(target.location, message!("the target", "目标"))
                .help(message!(
                    "a ceiling (以内, 不高于) is better lower, every other target better higher",
                    "上限类（以内、不高于）越低越好，其余目标越高越好"
                )),
        );
    }
}
