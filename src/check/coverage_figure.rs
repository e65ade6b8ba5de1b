//! a figure of a region under a coverage that is neither one nor nothing.
//!
//! Why: of a coverage each region only says whether it is covered; 80 % of a region is not covered,
//! and any number would read as yes. Remedy: 1 or 0; where each region has to reach a percentage, a
//! target with a number.
//!
//! Under a coverage a region is 1 or 0; any other figure is refused. Parts of a share in different
//! multiples of one unit are refused as well, by `share-units`.

use crate::assess::yardstick::{Demand, Kind, Yardstick};
use crate::diag::{Code, Diagnostic};
use crate::message::message;
use crate::model::index::IndicatorIx;
use crate::model::indicator::Schedule;
use crate::model::observation::AsOf;
use crate::number::Number;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::error("coverage-figure"),
    is_settable: false,
    what: bilingual(
        "A region's figure under a coverage is neither 1 nor 0",
        "全覆盖指标的地区数既不是1也不是0",
    ),
    why: bilingual(
        "Each region only says whether it is covered; any other number would read as yes",
        "各地区只填是否覆盖；填其他数会被当作已覆盖",
    ),
    example: "target = \"全覆盖\"   # each-region\n2023-09,coverage,341302,80,,2023-10-12,,",
    remedy: bilingual(
        "Write 1 for a region that is covered and 0 for one that is not; where each region has to \
            reach a percentage, give the target as a number: op = \">=\", value = 100",
        "已覆盖填1，未覆盖填0；要求各地区达到某一百分比的，目标写成数：op = \">=\"，value = 100",
    ),
};

pub(super) fn check(context: CheckContext<'_>, ix: IndicatorIx, found: &mut Vec<Diagnostic>) {
    let indicator = context.plan.indicator(ix);
    let yardstick = Yardstick::new(context.plan, indicator, Demand::Target);
    let Some(yardstick) = yardstick.filter(|one| one.kind() == Kind::Coverage) else { return };
    let target = yardstick.target;
    if let Schedule::Expected(points) = &indicator.schedule {
        let is_odd = |value: Number| value != Number::ZERO && value != yardstick.asked();
        if let Some(odd) = points.iter().find(|point| is_odd(point.value)) {
            let (asked, value) = (yardstick.asked(), odd.value);
            let message = message!(
                "a node of `{}` is {value}: each region is covered ({asked}) or not (0)",
                "`{}`的节点数为{value}：各地区只有已覆盖（{asked}）或未覆盖（0）",
                indicator.id
            );
            found.push(RULE.at(indicator.location, message).help(message!(
                "write 0 or {asked} at each node; how many regions are to be covered by then no \
                    node can say",
                "各节点填0或{asked}；节点不能写到期应覆盖的地区比例"
            )));
        }
    }
    let known = AsOf::on(context.assessment.as_of());
    for row in context.plan.ledger.in_force(ix, known).filter(|row| row.region.is_some()) {
        let Some(value) = row.value() else { continue };
        if value == Number::ZERO || value == Number::ONE {
            continue;
        }
        let (id, phrase) = (&indicator.id, &target.phrase);
        let message = message!(
            "a region of `{id}` is {value}: under `{phrase}` a region is covered (1) or not (0)",
            "`{id}`的地区数为{value}：`{phrase}`只填已覆盖（1）或未覆盖（0）"
        );
        found.push(
            RULE.at(row.location, message)
                .label(target.location, message!("the target", "目标")).help(message!(
                "write 1 or 0; where each region has to reach a percentage, give the target as \
                        a number: {{ phrase = \"{phrase}\", op = \">=\", value = 100 }}",
                "填1或0；要求各地区达到某一百分比的，目标写成数：{{ phrase = \"{phrase}\", op = \
                        \">=\", value = 100 }}"
            )),
        );
    }
}
