//! Today's content and rules give another answer for a frozen edition.

use crate::diag::{Code, Diagnostic};
use crate::message::{Message, message};
use crate::model::plan::Plan;
use crate::model::release::Release;
use crate::model::snapshot::{IndicatorFact, Snapshot};
use crate::source::Location;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::warning("release-differs"),
    is_settable: true,
    what: bilingual(
        "Today's content and rules give another answer for a frozen edition",
        "按今日的内容和规则，已固化期次的结果不同",
    ),
    why: bilingual(
        "Most often a row carries an earlier day than the day it came",
        "多半是某行的记录日期早于实际到达之日",
    ),
    example: "2023-06,firms,,14,,2023-07-10,,   # entered in September",
    remedy: bilingual(
        "Give late rows the day they came; the published page stays as it was",
        "为晚到的行填写到达之日；已发布页面保持原样",
    ),
};

pub(super) fn check(context: CheckContext<'_>, found: &mut Vec<Diagnostic>) {
    for (release, today) in context.recomputed {
        report_differences(context.plan, release, today, found);
    }
}

fn report_differences(
    plan: &Plan,
    release: &Release,
    today: &Snapshot,
    found: &mut Vec<Diagnostic>,
) {
    for published in &release.snapshot.indicators {
        let Some(now) = today.indicator(&published.id) else { continue };
        let moved_regions: Vec<&str> = published
            .regions
            .iter()
            .filter(|old| {
                now.regions
                    .iter()
                    .any(|new| new.id == old.id && (new.code, new.value) != (old.code, old.value))
            })
            .map(|region| region.id.as_str())
            .collect();
        let is_same = (published.code, published.value, published.completion)
            == (now.code, now.value, now.completion);
        if is_same && moved_regions.is_empty() {
            continue;
        }
        let moved = moved_regions.join(", ");
        let regions = if moved.is_empty() {
            Message::default()
        } else {
            message!("; regions that differ: {moved}", "；不同的地区：{moved}")
        };
        let (edition, id, was, is) =
            (&release.edition, &published.id, describe(published), describe(now));
        let message = Message::new(
            format!(
                "the edition `{edition}` published `{id}` as {was}; recomputed today it is {is}{}",
                regions.en
            ),
            format!("期次`{edition}`发布时`{id}`为{was}；今日重算为{is}{}", regions.zh),
        );
        let has_same_figures = (published.period, published.value) == (now.period, now.value)
            && published.regions.iter().all(|old| {
                now.regions.iter().all(|new| new.id != old.id || new.value == old.value)
            });
        let message = if has_same_figures {
            Message::new(
                format!(
                    "{}; the figure is the same: the rules, a setting or the target moved",
                    message.en
                ),
                format!("{}；数据没有变，变的是判断规则、设置或目标", message.zh),
            )
        } else {
            message
        };
        let help = if has_same_figures {
            message!(
                "the published page stays as it was; nothing need be done, the page of changes \
                    tells what moved",
                "已发布页面保持原样；无须更改，变化页会写明变动的原因"
            )
        } else {
            message!(
                "the published page stays as it was; a row that came later than {} must carry the \
                    day it came",
                "已发布页面保持原样；晚于{}到达的数据行，记录日期须为其到达之日",
                release.as_of
            )
        };
        found.push(
            RULE.at(location_of(plan, &published.id).unwrap_or(release.location), message)
                .help(help),
        );
    }
}

fn describe(fact: &IndicatorFact) -> String {
    match (fact.period, fact.value) {
        (Some(period), Some(value)) => format!("{} ({period}: {value})", fact.code.word()),
        _ => fact.code.word().to_string(),
    }
}

fn location_of(plan: &Plan, id: &str) -> Option<Location> {
    plan.indicators.iter().find(|indicator| indicator.id == id).map(|indicator| indicator.location)
}
