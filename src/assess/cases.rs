//! The cases of assessment as tables: what was promised, what was reported, what was known, and what must be said of it.
//!
//! Comes in: one line of a table. Goes out: a plan in memory with one item, its assessment, and a comparison with what the line says.
//! The verdicts were worked out by hand from the rules, not copied from a run; all lines that differ are told at once.
//! Dates are fixed. Only the builder below the tables knows the types of the model.
//!
//! ```text
//! case | target | how | figures | as of | status rule completion gap | also
//! ```
//! - **target**: the plan's phrase, as the loader reads it; `flag` is done or not; `none` is context.
//! - **how**: the measure, then the schedule (the measure's own where nothing is said) and options: `base=330`, `regions=abc`, `each`, `alone`
//!   (regions do not make one figure), `max`, `ratio` (of the figures N and D), `share(a:60@DAY)`, `report=month/20/SKIPPED`, `by-regions`,
//!   `override(CODE@DAY)`, `exempt`, `begun` (something else was reported), `year(FIRST..LAST)`.
//! - **figures**: `PERIOD [REGION] VALUE[FLAG] [@RECORDED]`, recorded on the tenth day after the period's end where nothing is said. A comma
//!   goes on with the same period, `MONTH.. [REGION] VALUE VALUE` with the months that follow. Regions are a to i; i lies in h and is not added.
//! - **as of**: the day of knowledge; `DAY/PERIOD` looks at nothing after that period.
//! - **completion** is a ratio, **gap** is in points (of a stock in units), both rounded to six digits here and nowhere before; `-` is none.
//! - **also**: further facts, each `name=value`; a single letter is the status of that region.

use std::sync::Arc;

use crate::assess::indicator::{IndicatorAssessment, public_code};
use crate::assess::owed::owed;
use crate::assess::projection::project;
use crate::assess::verdict::Comparison;
use crate::assess::{Assessment, assess_plan};
use crate::date::{Date, days_after, parse_date};
use crate::language::Text;
use crate::model::index::{IndicatorIx, ItemIx, MilestoneIx, SectionIx};
use crate::model::indicator::{
    Aggregate, Batch, Exemption, ExpectedPoint, Grace, Indicator, Measure, Override, ReportRule, Reporter, Schedule, Scope,
    Target,
};
use crate::model::item::Item;
use crate::model::ledger::{Ledger, Table};
use crate::model::milestone::{Milestone, MilestoneEvent};
use crate::model::observation::{Allocation, Flag, Knowledge, Observation};
use crate::model::period::{Cadence, Cut, Period};
use crate::model::plan::{Bands, Plan, PlanText, RegionBands, RegionsPublic};
use crate::model::region::{Region, RegionIx};
use crate::model::remarks::RemarkIx;
use crate::model::status::{Standing, StatusCode};
use crate::number::Number;
use crate::phrase::{Ambition, Direction, Op, parse_phrase, tolerance_of};
use crate::source::{FileId, Place};

/// Completion against time gone: counts, events, stocks with a baseline.
const PACE: &str = "
# The edges of the bands, from both sides. 1000 in June: 500 is on schedule.
5 points above             | 1000家 | count | 2023-06 550     | 2023-07-25 | ahead linear 0.55 5
a hair less                | 1000家 | count | 2023-06 549.999 | 2023-07-25 | on_track linear 0.549999 4.9999
exactly on schedule        | 1000家 | count | 2023-06 500     | 2023-07-25 | on_track linear 0.5 0 | tau=0.5
a hair less                | 1000家 | count | 2023-06 499.999 | 2023-07-25 | slightly_behind linear 0.499999 -0.0001
10 points below            | 1000家 | count | 2023-06 400     | 2023-07-25 | slightly_behind linear 0.4 -10
a hair less                | 1000家 | count | 2023-06 399.999 | 2023-07-25 | behind linear 0.399999 -10.0001
30 points below            | 1000家 | count | 2023-06 200     | 2023-07-25 | behind linear 0.2 -30
a hair less                | 1000家 | count | 2023-06 199.999 | 2023-07-25 | far_behind linear 0.199999 -30.0001
nothing yet                | 1000家 | count | 2023-06 0       | 2023-07-25 | far_behind linear 0 -50

# Where the mean pace so far leads by the end of the year; two months say nothing, and a reached target needs none.
half the year              | 1000家 | count | 2023-06 450     | 2023-07-25 | slightly_behind linear 0.45 -5 | leads-to=900
three months               | 1000家 | count | 2023-03 100     | 2023-04-25 | behind linear 0.1 -15 | leads-to=400
two months                 | 1000家 | count | 2023-02 100     | 2023-03-25 | slightly_behind linear 0.1 -6.666667 | leads-to=-
reached early              | 1000家 | count | 2023-06 1000    | 2023-07-25 | done linear 1 50 | leads-to=-
from a baseline            | 1000家 | stock linear base=600 | 2023-06 750 | 2023-07-25 | behind linear 0.375 -12.5 | leads-to=900
a share has no pace        | 50%    | share | 2023-06 40      | 2023-07-25 | far_behind level - -10 | leads-to=-

# The same edges where neither completion nor schedule ends as a decimal: August is two thirds.
5 points above             | 300家 | count | 2023-08 215 | 2023-09-25 | ahead linear 0.716667 5
exactly on schedule        | 300家 | count | 2023-08 200 | 2023-09-25 | on_track linear 0.666667 0
one short                  | 300家 | count | 2023-08 199 | 2023-09-25 | slightly_behind linear 0.663333 -0.333333
10 points below            | 300家 | count | 2023-08 170 | 2023-09-25 | slightly_behind linear 0.566667 -10
30 points below            | 300家 | count | 2023-08 110 | 2023-09-25 | behind linear 0.366667 -30
July is seven twelfths     | 1200家 | count | 2023-07 700 | 2023-08-25 | on_track linear 0.583333 0
January is one twelfth     | 1200家 | count | 2023-01 100 | 2023-02-25 | on_track linear 0.083333 0

# The schedule follows from the figure's own period, never from the day of knowledge.
June, seen in December     | 1000家 | count | 2023-06 500 | 2023-12-25 | on_track linear 0.5 0
a year from April          | 1200家 | count year(2023-04..2024-03) | 2023-09 600 | 2023-10-25 | on_track linear 0.5 0

# What is multiplied out of the phrase.
2万户                      | 力争2万户以上 | count | 2023-09 15000 | 2023-10-25 | on_track linear 0.75 0
one household short        | 力争2万户以上 | count | 2023-09 14999 | 2023-10-25 | slightly_behind linear 0.74995 -0.005

# Done: reached for good, before the year is over.
reached in September       | 150家 | count | 2023-09 150  | 2023-10-25 | done linear 1 25
more than reached          | 150家 | count | 2023-09 160  | 2023-10-25 | done linear 1.066667 31.666667
reached, but provisional   | 150家 | count | 2023-09 150[p] | 2023-10-25 | ahead linear 1 25
reached, but estimated     | 150家 | count none | 2023-09 150[e] | 2023-10-25 | not_due year-end 1 -
reached before any node, p | 150家 | count expected(2023-12:150) | 2023-05 150[p] | 2023-06-25 | not_due expected 1 -
strict, equal              | 超150家 | count | 2023-09 150 | 2023-10-25 | ahead linear 0.993377 24.337748
strict, one more           | 超150家 | count | 2023-09 151 | 2023-10-25 | done linear 1 25
an event                   | 60场 | event | 2023-06 60 | 2023-07-25 | done linear 1 50
an event on schedule       | 60场 | event | 2023-06 30 | 2023-07-25 | on_track linear 0.5 0

# Fewer than twenty: whole units against the schedule rounded down.
5 in June asks 2: 3        | 5次以上 | event | 2023-06 3 | 2023-07-25 | ahead small-number 0.6 -
5 in June asks 2: 2        | 5次以上 | event | 2023-06 2 | 2023-07-25 | on_track small-number 0.4 -
short by one               | 5次以上 | event | 2023-06 1 | 2023-07-25 | slightly_behind small-number 0.2 -
short by two               | 5次以上 | event | 2023-06 0 | 2023-07-25 | behind small-number 0 -
reached                    | 5次以上 | event | 2023-06 5 | 2023-07-25 | done linear 1 -
19 in June asks 9: 11      | 19家 | count | 2023-06 11 | 2023-07-25 | ahead small-number 0.578947 -
19 in June asks 9: 10      | 19家 | count | 2023-06 10 | 2023-07-25 | on_track small-number 0.526316 -
19 in June asks 9: 9       | 19家 | count | 2023-06 9  | 2023-07-25 | on_track small-number 0.473684 -
short by one               | 19家 | count | 2023-06 8  | 2023-07-25 | slightly_behind small-number 0.421053 -
short by two               | 19家 | count | 2023-06 7  | 2023-07-25 | behind small-number 0.368421 -
never far behind           | 19家 | count | 2023-06 0  | 2023-07-25 | behind small-number 0 -
20 is not small: 10        | 20家 | count | 2023-06 10 | 2023-07-25 | on_track linear 0.5 0
20 is not small: 9         | 20家 | count | 2023-06 9  | 2023-07-25 | slightly_behind linear 0.45 -5
20 is not small: 8         | 20家 | count | 2023-06 8  | 2023-07-25 | slightly_behind linear 0.4 -10
20 is not small: 3         | 20家 | count | 2023-06 3  | 2023-07-25 | far_behind linear 0.15 -35
0 of 2 in February         | 2家  | count | 2023-02 0  | 2023-03-25 | on_track small-number 0 -
none above the base in July | 11家 | stock linear base=10 | 2023-07 10 | 2023-08-25 | slightly_behind small-number 0 -
one early is enough        | 11家 | stock linear base=10 | 2023-05 10 | 2023-06-25 | on_track small-number 0 -

# A range is attained at its lower bound.
3-5 in June asks 1         | 3-5家 | count | 2023-06 1 | 2023-07-25 | on_track small-number 0.333333 -
the lower bound            | 3-5家 | count | 2023-09 3 | 2023-10-25 | done linear 1 -
the upper bound at the end | 3-5家 | count | 2023-12 5 | 2024-01-25 | met year-end 1.666667 -
the lower bound at the end | 3-5家 | count | 2023-12 3 | 2024-01-25 | met year-end 1 -
below it                   | 3-5家 | count | 2023-12 2 | 2024-01-25 | missed year-end 0.666667 -

# The year's last figure.
reached                    | 150家 | count | 2023-12 150 | 2024-01-25 | met year-end 1 0
one short                  | 150家 | count | 2023-12 149 | 2024-01-25 | missed year-end 0.993333 -0.666667 | margin=1
binding, one short         | 确保150家 | count | 2023-12 149 | 2024-01-25 | missed year-end 0.993333 -0.666667
strived for, one short     | 力争150家 | count | 2023-12 149 | 2024-01-25 | missed_stretch year-end 0.993333 -0.666667
strived for and reached    | 力争150家 | count | 2023-12 150 | 2024-01-25 | met year-end 1 0
strict, equal              | 超150家 | count | 2023-12 150 | 2024-01-25 | missed year-end 0.993377 -0.662252
strict, one more           | 超150家 | count | 2023-12 151 | 2024-01-25 | met year-end 1 0
provisional                | 150家 | count | 2023-12 150[p] | 2024-01-25 | pending year-end 1 0
provisional and below      | 150家 | count | 2023-12 140[p] | 2024-01-25 | pending year-end 0.933333 -6.666667
estimated                  | 150家 | count | 2023-12 150[e] | 2024-01-25 | pending year-end 1 0
revised is final           | 150家 | count | 2023-12 150[r] | 2024-01-25 | met year-end 1 0
a break in series is final | 150家 | count | 2023-12 140[b] | 2024-01-25 | missed year-end 0.933333 -6.666667
the whole year as period   | 150家 | count | 2023 150 | 2024-01-25 | met year-end 1 0
an event                   | 5次以上 | event | 2023-12 5 | 2024-01-25 | met year-end 1 -
an event, one short        | 5次以上 | event | 2023-12 4 | 2024-01-25 | missed year-end 0.8 -

# 左右: the tolerance counts at the end of the year only, and above is never a miss.
6左右 in September asks 4: 5 | 力争6家左右 | count | 2023-09 5 | 2023-10-25 | ahead small-number 0.833333 -
the same at the end        | 力争6家左右 | count | 2023-12 5 | 2024-01-25 | nearly_met year-end 0.833333 -
outside the tolerance      | 力争6家左右 | count | 2023-12 4 | 2024-01-25 | missed_stretch year-end 0.666667 -
outside, not strived for   | 6家左右 | count | 2023-12 4 | 2024-01-25 | missed year-end 0.666667 -
below 5 there is none      | 3个左右 | count | 2023-12 2 | 2024-01-25 | missed year-end 0.666667 -
150 less 7                 | 150台左右 | count | 2023-12 143 | 2024-01-25 | nearly_met year-end 0.953333 -4.666667
150 less 8                 | 150台左右 | count | 2023-12 142 | 2024-01-25 | missed year-end 0.946667 -5.333333
more                       | 150台左右 | count | 2023-12 200 | 2024-01-25 | met year-end 1.333333 33.333333
provisional                | 150台左右 | count | 2023-12 143[p] | 2024-01-25 | pending year-end 0.953333 -4.666667

# A stock that moves from a baseline: (A-B)/(T-B). It can fall back, so it is never done before the end.
half the way               | 达到400家以上 | stock linear base=330 | 2023-06 365 | 2023-07-25 | on_track linear 0.5 0
less than half             | 达到400家以上 | stock linear base=330 | 2023-06 350 | 2023-07-25 | behind linear 0.285714 -21.428571
below where it began       | 达到400家以上 | stock linear base=330 | 2023-09 320 | 2023-10-25 | far_behind linear -0.142857 -89.285714
reached in September       | 达到400家以上 | stock linear base=330 | 2023-09 400 | 2023-10-25 | ahead linear 1 25
reached at the end         | 达到400家以上 | stock linear base=330 | 2023-12 400 | 2024-01-25 | met year-end 1 0
lower is better, half      | 控制在80吨以内 | stock linear base=100 | 2023-06 90 | 2023-07-25 | on_track linear 0.5 0
lower is better, less      | 控制在80吨以内 | stock linear base=100 | 2023-06 92 | 2023-07-25 | slightly_behind linear 0.4 -10
lower is better, reached   | 控制在80吨以内 | stock linear base=100 | 2023-12 80 | 2024-01-25 | met year-end 1 0
lower is better, missed    | 控制在80吨以内 | stock linear base=100 | 2023-12 81 | 2024-01-25 | missed year-end 0.95 -5

# A ceiling on a count is used up over the year. It is never done early, and small ones are compared like large ones.
half used in June          | 不超过100起 | count | 2023-06 50 | 2023-07-25 | on_track linear 0.5 0
5 points less              | 不超过100起 | count | 2023-06 45 | 2023-07-25 | ahead linear 0.45 5
10 points more             | 不超过100起 | count | 2023-06 60 | 2023-07-25 | slightly_behind linear 0.6 -10
a hair more                | 不超过100起 | count | 2023-06 60.001 | 2023-07-25 | behind linear 0.60001 -10.001
30 points more             | 不超过100起 | count | 2023-06 80 | 2023-07-25 | behind linear 0.8 -30
a hair more                | 不超过100起 | count | 2023-06 80.001 | 2023-07-25 | far_behind linear 0.80001 -30.001
hardly used in November    | 不超过100起 | count | 2023-11 10 | 2023-12-25 | ahead linear 0.1 81.666667
a small one                | 不超过10起 | count | 2023-06 7 | 2023-07-25 | behind small-number 0.7 -
kept at the end            | 不超过100起 | count | 2023-12 100 | 2024-01-25 | met year-end 1 0
not kept                   | 不超过100起 | count | 2023-12 101 | 2024-01-25 | missed year-end 1.01 -1

# How much is missing by the end of the figure's month.
113 of 150 in September    | 150家 | count | 2023-09 113 | 2023-10-25 | on_track linear 0.753333 0.333333 | margin=0
110 of 150 in September    | 150家 | count | 2023-09 110 | 2023-10-25 | slightly_behind linear 0.733333 -1.666667 | margin=3

# A third of three is one, not nothing: shares are divided last.
0 of 3 in April            | 3家 | count | 2023-04 0 | 2023-05-25 | slightly_behind small-number 0 -
0 of 12 in January         | 12次以上 | event | 2023-01 0 | 2023-02-25 | slightly_behind small-number 0 -
4 of 6 in October          | 6家 | count | 2023-10 4 | 2023-11-25 | slightly_behind small-number 0.666667 -
nothing more to do         | 30家 | count | 2023-08 20 | 2023-09-25 | on_track linear 0.666667 0 | margin=0
ten more, not eleven       | 300家 | count | 2023-08 190 | 2023-09-25 | slightly_behind linear 0.633333 -3.333333 | margin=10

# A ceiling of nothing that is broken stays broken.
three accidents of none    | 事故0起 | count | 2023-03 3 | 2023-04-25 | missed exceeded - -
";

/// Node plans, lists, parts of the year, yes or no.
const STEPS: &str = "
# A node plan may ask for yes or no: one whole unit.
not done after its node    | flag | flag expected(2023-06:1,2023-12:1) | 2023-09 0 | 2023-10-25 | slightly_behind small-number - -
done after its node        | flag | flag expected(2023-06:1,2023-12:1) | 2023-09 1 | 2023-10-25 | done expected - -
provisionally done         | flag | flag expected(2023-06:1,2023-12:1) | 2023-09 1[p] | 2023-10-25 | on_track small-number - -
not yet due                | flag | flag expected(2023-12:1) | 2023-09 0 | 2023-10-25 | not_due expected - -

# What has to fall falls from node to node.
falling, half the way      | 控制在100吨以内 | stock expected(2023-06:150,2023-12:100) base=200 | 2023-06 150 | 2023-07-25 | on_track expected 0.5 0 | margin=0
falling, not enough        | 控制在100吨以内 | stock expected(2023-06:150,2023-12:100) base=200 | 2023-06 160 | 2023-07-25 | slightly_behind expected 0.4 -10 | margin=10

# A node plan is a step: nothing is due before the first node, and the last node holds until the next.
before the first node      | 150家 | count expected(2023-06:40,2023-12:150) | 2023-05 30 | 2023-06-25 | not_due expected 0.2 - | tau=-
at a node                  | 150家 | count expected(2023-06:40,2023-12:150) | 2023-06 40 | 2023-07-25 | on_track expected 0.266667 0
one short of it            | 150家 | count expected(2023-06:40,2023-12:150) | 2023-06 39 | 2023-07-25 | slightly_behind expected 0.26 -0.666667
between nodes              | 150家 | count expected(2023-06:40,2023-12:150) | 2023-11 40 | 2023-12-25 | on_track expected 0.266667 0 | tau=0.266667
between nodes, 5 above     | 150家 | count expected(2023-06:40,2023-12:150) | 2023-11 47.5 | 2023-12-25 | ahead expected 0.316667 5
at the last node           | 150家 | count expected(2023-06:40,2023-12:150) | 2023-12 150 | 2024-01-25 | met year-end 1 0
short of the last node     | 150家 | count expected(2023-06:40,2023-12:150) | 2023-12 149 | 2024-01-25 | missed year-end 0.993333 -0.666667
reached before any node    | 150家 | count expected(2023-12:150) | 2023-05 150 | 2023-06-25 | done expected 1 -
a quarter as a node        | 150家 | count expected(2023-Q3:60,2023:150) | 2023-09 60 | 2023-10-25 | on_track expected 0.4 0
a node that asks nothing   | 150家 | count expected(2023-06:0,2023-12:150) | 2023-06 0 | 2023-07-25 | on_track expected 0 0
a small one asks 2: 2      | 5个以上 | count expected(2023-06:2,2023-12:5) | 2023-06 2 | 2023-07-25 | on_track small-number 0.4 -
a small one asks 2: 1      | 5个以上 | count expected(2023-06:2,2023-12:5) | 2023-06 1 | 2023-07-25 | slightly_behind small-number 0.2 -
a small one asks 2: 0      | 5个以上 | count expected(2023-06:2,2023-12:5) | 2023-06 0 | 2023-07-25 | behind small-number 0 -
a range of events, none    | 1-2场 | event expected(2023-06:1) | 2023-06 0 | 2023-07-25 | slightly_behind small-number 0 -
a range of events, one     | 1-2场 | event expected(2023-06:1) | 2023-06 1 | 2023-07-25 | done expected 1 -
6左右 in September: 5      | 力争6家左右 | count expected(2023-12:6) | 2023-09 5 | 2023-10-25 | not_due expected 0.833333 -
6左右 at the end: 5        | 力争6家左右 | count expected(2023-12:6) | 2023-12 5 | 2024-01-25 | nearly_met year-end 0.833333 -

# Lists: nothing is judged before one is out, however late it is; after the last one the verdict is final at once.
no list is planned         | 力争2家 | count batch | 2023-07 2 | 2023-08-25 | done batch 1 -
no list is planned, end    | 力争2家 | count batch | 2023-12 1 | 2024-01-25 | not_due batch 0.5 -
a list is awaited          | 力争2家 | count batch(-) | 2023-12 0 | 2024-01-25 | not_due batch 0 -
no figure                  | 力争2家 | count batch(-) begun | | 2023-10-25 | not_due batch - -
first of two, not reached  | 力争2家 | count batch(2023-07-14,-) | 2023-07 1 | 2023-08-25 | not_due batch 0.5 - | margin=1
first of two, reached      | 力争2家 | count batch(2023-07-14,-) | 2023-07 2 | 2023-08-25 | done batch 1 -
first of two, provisional  | 力争2家 | count batch(2023-07-14,-) | 2023-07 2[p] | 2023-08-25 | not_due batch 1 -
last list, reached         | 力争2家 | count batch(2023-07-14,2023-11-20) | 2023-11 2 | 2023-12-25 | done batch 1 -
last list, strived for     | 力争2家 | count batch(2023-07-14,2023-11-20) | 2023-11 1 | 2023-12-25 | missed_stretch batch 0.5 -
last list, not reached     | 2个以上 | count batch(2023-07-14,2023-11-20) | 2023-11 1 | 2023-12-25 | missed batch 0.5 -
last list, nearly          | 10家左右 | count batch(2023-11-20) | 2023-11 9 | 2023-12-25 | nearly_met batch 0.9 -
last list, not nearly      | 10家左右 | count batch(2023-11-20) | 2023-11 8 | 2023-12-25 | missed batch 0.8 -
last list, provisional     | 2个以上 | count batch(2023-11-20) | 2023-11 2[p] | 2023-12-25 | pending batch 1 -
last list, provisional less | 2个以上 | count batch(2023-11-20) | 2023-11 1[p] | 2023-12-25 | pending batch 0.5 -
one in spring was the last | 2个以上 | count batch(2023-04-20) | 2023-04 1 | 2023-05-25 | missed batch 0.5 -
1 of 2, day before the last | 力争2家 | count batch(2023-07-14,2023-11-20) | 2023-10 1 | 2023-11-19 | not_due batch 0.5 -
the last list's own day    | 力争2家 | count batch(2023-07-14,2023-11-20) | 2023-10 1 @2023-11-20 | 2023-11-20 | not_due batch 0.5 -
figure older than the last | 力争2家 | count batch(2023-07-14,2023-11-20) | 2023-10 1 @2023-11-19 | 2023-12-25 | not_due batch 0.5 -
figure of the last's day   | 力争2家 | count batch(2023-07-14,2023-11-20) | 2023-10 1 @2023-11-20 | 2023-12-25 | not_due batch 0.5 -
a range after the last     | 3-5家 | count batch(2023-11-20) | 2023-11 3 | 2023-12-25 | done batch 1 -
a stock after the last     | 力争达到400家以上 | stock batch(2023-11-20) | 2023-11 400 | 2023-12-25 | done batch 1 -
a stock below it           | 力争达到400家以上 | stock batch(2023-11-20) | 2023-11 399 | 2023-12-25 | missed_stretch batch 0.9975 -

# Once a month: part by part. Two in June do not heal May.
six of six                 | 一月一次 | event | 2023-01.. 1 2 3 4 5 6 | 2023-07-25 | on_track cadence 0.5 -
May skipped, two in June   | 一月一次 | event | 2023-01.. 1 2 3 4 4 6 | 2023-07-25 | slightly_behind cadence 0.416667 -
two skipped                | 一月一次 | event | 2023-01.. 1 2 2 3 3 6 | 2023-07-25 | behind cadence 0.333333 -
nothing in six             | 一月一次 | event | 2023-01.. 0 0 0 0 0 0 | 2023-07-25 | behind cadence 0 -
twelve in January          | 一月一次 | event | 2023-01 12; 2023-02 12 | 2023-03-25 | slightly_behind cadence 0.083333 -
twelve of twelve           | 一月一次 | event | 2023-01.. 1 2 3 4 5 6 7 8 9 10 11 12 | 2024-01-25 | met cadence 1 -
twelve times, one skipped  | 一月一次 | event | 2023-01.. 1 2 3 4 4 6 7 8 9 10 11 12 | 2024-01-25 | missed cadence 0.916667 -
the last one provisional   | 一季度一次 | event | 2023-Q1 1; 2023-Q2 2; 2023-Q3 3; 2023 4[p] | 2024-01-25 | pending cadence 1 -
strived for, one skipped   | 力争每季度一次 | event | 2023-Q1 1; 2023-Q2 2; 2023-Q3 2; 2023 4 | 2024-01-25 | missed_stretch cadence 0.75 -
two a quarter              | 每季度至少两次 | event | 2023-Q1 2; 2023-Q2 4 | 2023-07-25 | on_track cadence 0.5 -
three, then one            | 每季度至少两次 | event | 2023-Q1 3; 2023-Q2 4 | 2023-07-25 | slightly_behind cadence 0.25 -
before the first quarter   | 每季度至少两次 | event | 2023-01 0; 2023-02 1 | 2023-03-25 | not_due cadence - -
inside the second quarter  | 每季度至少两次 | event | 2023-01.. 0 1 2 2 | 2023-05-25 | on_track cadence 0.25 -
once a half-year           | 每半年评比通报一次 | event | 2023-H1 1 | 2023-07-25 | on_track cadence 0.5 -
twice a year               | 一年两次 | event | 2023-12 2 | 2024-01-25 | met cadence 1 -

# Done or not: judged when it is done, or at the end.
a flag, not yet            | flag | flag | 2023-06 0 | 2023-07-25 | not_due year-end - -
a flag, done               | flag | flag | 2023-06 1 | 2023-07-25 | done year-end - -
a flag, done at the end    | flag | flag | 2023-12 1 | 2024-01-25 | met year-end - -
a flag, not done           | flag | flag | 2023-12 0 | 2024-01-25 | missed year-end - -
a flag strived for         | 力争flag | flag | 2023-12 0 | 2024-01-25 | missed_stretch year-end - -
a count without schedule   | 力争1个 | count none | 2023-06 0 | 2023-07-25 | not_due year-end 0 -
the same, reached          | 力争1个 | count none | 2023-06 1 | 2023-07-25 | done year-end 1 -
the same, not reached      | 力争1个 | count none | 2023-12 0 | 2024-01-25 | missed_stretch year-end 0 -
a stock without schedule   | 达到150家以上 | stock none | 2023-06 160 | 2023-07-25 | not_due year-end 1.066667 -
the same at the end        | 达到150家以上 | stock none | 2023-12 160 | 2024-01-25 | met year-end 1.066667 -

# A level can fall back, and a ceiling can still be broken, as long as a list is to come.
a stock after its first list   | 力争达到400家以上 | stock batch(2023-07-14,-) | 2023-07 400 | 2023-08-25 | not_due batch 1 -
a ceiling after its first list | 不超过3起 | count batch(2023-07-14,-) | 2023-07 1 | 2023-08-25 | not_due batch 0.333333 -

# A figure that was recorded before the list came out knows nothing of it.
known before the first list    | 力争2家 | count batch(2023-07-14,-) | 2023-06 2 @2023-07-01 | 2023-08-25 | done batch 1 -

# A stock between its baseline and its target follows the nodes from the baseline on.
exactly at the node            | 达到400家以上 | stock expected(2023-06:360,2023-12:400) base=330 | 2023-06 360 | 2023-07-25 | on_track expected 0.428571 0
";

/// The figure against the target itself: growth, shares, stocks without a baseline.
const LEVELS: &str = "
# The edges of the bands, from both sides. The gap is in percentage points; there is no completion.
2 points above             | 增长18%   | growth | 2023-06 20        | 2023-07-25 | ahead level - 2
a hair less                | 增长18%   | growth | 2023-06 19.999999 | 2023-07-25 | on_track level - 1.999999
equal                      | 增长18%   | growth | 2023-06 18        | 2023-07-25 | on_track level - 0
a hair less                | 增长18%   | growth | 2023-06 17.999999 | 2023-07-25 | slightly_behind level - -0.000001
2 points below             | 增长18%   | growth | 2023-06 16        | 2023-07-25 | slightly_behind level - -2
a hair less                | 增长18%   | growth | 2023-06 15.999999 | 2023-07-25 | behind level - -2.000001
5 points below             | 增长18%   | growth | 2023-06 13        | 2023-07-25 | behind level - -5
a hair less                | 增长18%   | growth | 2023-06 12.999999 | 2023-07-25 | far_behind level - -5.000001
growth 9 against 18        | 增长18%   | growth | 2023-09 9         | 2023-10-25 | far_behind level - -9 | margin=9
it fell                    | 增长18%   | growth | 2023-06 -3        | 2023-07-25 | far_behind level - -21
never done before the end  | 增长18%   | growth | 2023-11 30        | 2023-12-25 | ahead level - 12
at the end, equal          | 增长18%   | growth | 2023-12 18        | 2024-01-25 | met year-end - 0
at the end, below          | 增长18%   | growth | 2023-12 12        | 2024-01-25 | missed year-end - -6
at the end, provisional    | 增长18%   | growth | 2023-12 18[p]     | 2024-01-25 | pending year-end - 0
strict, equal              | 高于3%    | growth | 2023-06 3         | 2023-07-25 | slightly_behind level - 0
strict, a hair more        | 高于3%    | growth | 2023-06 3.000001  | 2023-07-25 | on_track level - 0.000001
左右 before the end        | 8%左右    | growth | 2023-06 7.6       | 2023-07-25 | on_track level - -0.4
左右 at the end, inside    | 8%左右    | growth | 2023-12 7.5       | 2024-01-25 | nearly_met year-end - -0.5
左右 at the end, outside   | 8%左右    | growth | 2023-12 7.499     | 2024-01-25 | missed year-end - -0.501
左右 at the end, above     | 8%左右    | growth | 2023-12 9         | 2024-01-25 | met year-end - 1
a fall of 3 % or more      | 下降3%    | growth | 2023-06 -3.5      | 2023-07-25 | on_track level - 0.5
strived for                | 力争增长18% | growth | 2023-12 17      | 2024-01-25 | missed_stretch year-end - -1

# Where lower is better the gap is turned round: above zero is good everywhere.
2 points under the ceiling | 控制在5.5%以内 | growth | 2023-06 3.5  | 2023-07-25 | ahead level - 2
at the ceiling             | 控制在5.5%以内 | growth | 2023-06 5.5  | 2023-07-25 | on_track level - 0
a tenth over               | 控制在5.5%以内 | growth | 2023-06 5.6  | 2023-07-25 | slightly_behind level - -0.1
2 points over              | 控制在5.5%以内 | growth | 2023-06 7.5  | 2023-07-25 | slightly_behind level - -2
more                       | 控制在5.5%以内 | growth | 2023-06 7.6  | 2023-07-25 | behind level - -2.1
5 points over              | 控制在5.5%以内 | growth | 2023-06 10.5 | 2023-07-25 | behind level - -5
more                       | 控制在5.5%以内 | growth | 2023-06 10.6 | 2023-07-25 | far_behind level - -5.1
at the end, kept           | 控制在5.5%以内 | growth | 2023-12 5.5  | 2024-01-25 | met year-end - 0
at the end, not kept       | 控制在5.5%以内 | growth | 2023-12 5.6  | 2024-01-25 | missed year-end - -0.1

# A stock: the gap is in units, the bands are in percent of the target.
2 % above                  | 达到150家以上 | stock | 2023-06 153   | 2023-07-25 | ahead level - 3
less                       | 达到150家以上 | stock | 2023-06 152   | 2023-07-25 | on_track level - 2
equal                      | 达到150家以上 | stock | 2023-06 150   | 2023-07-25 | on_track level - 0
one short                  | 达到150家以上 | stock | 2023-06 149   | 2023-07-25 | slightly_behind level - -1
2 % below                  | 达到150家以上 | stock | 2023-06 147   | 2023-07-25 | slightly_behind level - -3
more                       | 达到150家以上 | stock | 2023-06 146   | 2023-07-25 | behind level - -4
5 % below                  | 达到150家以上 | stock | 2023-06 142.5 | 2023-07-25 | behind level - -7.5
more                       | 达到150家以上 | stock | 2023-06 142   | 2023-07-25 | far_behind level - -8
at the end                 | 达到150家以上 | stock | 2023-12 150   | 2024-01-25 | met year-end - 0
strict, equal              | 力争突破35个 | stock | 2023-06 35    | 2023-07-25 | behind level - -1
strict, 36 is the first    | 力争突破35个 | stock | 2023-06 36    | 2023-07-25 | on_track level - 0
strict, 2 % below          | 力争突破35个 | stock | 2023-06 34.3  | 2023-07-25 | behind level - -1.7
strict, equal at the end   | 力争突破35个 | stock | 2023-12 35    | 2024-01-25 | missed_stretch year-end - -1

# A share from its numerator and denominator; exactly half fails a strict half; none of none is no share.
26 of 52                   | 超50% | share ratio | 2023-Q3 N 26; 2023-Q3 D 52 | 2023-10-25 | slightly_behind level - 0 | value=50 derived=ratio
27 of 52                   | 超50% | share ratio | 2023-Q3 N 27; 2023-Q3 D 52 | 2023-10-25 | on_track level - 1.923077
28 of 52                   | 超50% | share ratio | 2023-Q3 N 28; 2023-Q3 D 52 | 2023-10-25 | ahead level - 3.846154
26 of 52 at the end        | 超50% | share ratio | 2023 N 26; 2023 D 52 | 2024-01-25 | missed year-end - 0
27 of 52 at the end        | 超50% | share ratio | 2023 N 27; 2023 D 52 | 2024-01-25 | met year-end - 1.923077
0 of 0                     | 超50% | share ratio | 2023-Q1 N 0; 2023-Q1 D 0 | 2023-04-25 | not_applicable not-applicable - -
0 of 0, then 27 of 52      | 超50% | share ratio | 2023-Q1 N 0; 2023-Q1 D 0; 2023-Q2 N 27; 2023-Q2 D 52 | 2023-07-25 | on_track level - 1.923077
27 of 52, then 0 of 0      | 超50% | share ratio | 2023-Q1 N 27; 2023-Q1 D 52; 2023-Q2 N 0; 2023-Q2 D 0 | 2023-07-25 | not_applicable not-applicable - - | last=-
from sums, not from means  | 超50% | share ratio regions=ab | 2023-Q3 N a 1; 2023-Q3 D a 1; 2023-Q3 N b 25; 2023-Q3 D b 51 | 2023-10-25 | slightly_behind level - 0 | value=50
a region's own parts       | 超50% | share ratio regions=ab share(a:50,b:50) | 2023-Q3 N a 6; 2023-Q3 D a 10; 2023-Q3 N b 4; 2023-Q3 D b 10 | 2023-10-25 | slightly_behind level - 0 | value=50 a=ahead b=far_behind
one numerator missing      | 超50% | share ratio regions=ab | 2023-Q3 N a 1; 2023-Q3 D a 1; 2023-Q3 D b 51 | 2023-10-25 | not_due report - - | value=-
provisional part at the end | 超50% | share ratio | 2023 N 27[p]; 2023 D 52 | 2024-01-25 | pending year-end - 1.923077
a published share stands   | 超50% | share ratio | 2023-Q3 54; 2023-Q3 N 26; 2023-Q3 D 52 | 2023-10-25 | ahead level - 4 | value=54 derived=-
and among computed ones    | 超50% | share ratio | 2023-Q3 54; 2023-01.. N 26 26 26; 2023-01.. D 52 52 52; 2023-Q2 N 26; 2023-Q2 D 52; 2023-Q3 N 26; 2023-Q3 D 52 | 2023-10-25 | ahead level - 4 | value=54 derived=-
a region's own among them  | 超50% | share ratio regions=a share(a:50) | 2023-06 a 54; 2023-01.. N a 6 6 6 6 6 6; 2023-01.. D a 12 12 12 12 12 12 | 2023-07-25 | slightly_behind level - 0 | value=50 a=ahead
coverage of the whole      | 全覆盖 | share | 2023-06 98 | 2023-07-25 | slightly_behind level - -2
coverage at the end        | 全覆盖 | share | 2023-12 100 | 2024-01-25 | met year-end - 0
";

/// What regions make, and how each of them stands.
const REGIONS: &str = "
# A sum needs every separate region. What is partial is shown and never judged.
seven of eight, August judged | 150家 | count regions=abcdefgh | 2023-08 a 20, b 20, c 10, d 10, e 10, f 10, g 10, h 10; 2023-09 a 22, b 22, c 15, d 14, e 14, f 13, g 13 | 2023-10-25 | on_track linear 0.666667 0 | value=100 period=2023-08 derived=sum partial=2023-09:7/8:113
withheld is not undone     | 150家 | count regions=ab | 2023-08 100; 2023-09 [c], a 60, b 53 | 2023-10-25 | not_assessed withheld - - | value=100 period=2023-08
missing is filled by a sum | 150家 | count regions=ab | 2023-08 100; 2023-09 [x], a 60, b 53 | 2023-10-25 | on_track linear 0.753333 0.333333 | value=113 derived=sum
the same, report overdue   | 150家 | count regions=abcdefgh report=month/20 | 2023-08 a 20, b 20, c 10, d 10, e 10, f 10, g 10, h 10; 2023-09 a 22, b 22, c 15, d 14, e 14, f 13, g 13 | 2023-10-25 | overdue_report report - - | last=on_track days=5 since=2023-09 partial=2023-09:7/8:113
the eighth has come        | 150家 | count regions=abcdefgh report=month/20 | 2023-09 a 22, b 22, c 15, d 14, e 14, f 13, g 13, h 12 @2023-10-22 | 2023-10-25 | ahead linear 0.833333 8.333333 | value=125 derived=sum partial=-
the day before it came     | 150家 | count regions=abcdefgh | 2023-09 a 22, b 22, c 15, d 14, e 14, f 13, g 13, h 12 @2023-10-22 | 2023-10-21 | not_due report - - | value=- partial=2023-09:7/8:113
the eighth has none to give | 150家 | count regions=abcdefgh | 2023-09 a 22, b 22, c 15, d 14, e 14, f 13, g 13, h [z] | 2023-10-25 | on_track linear 0.753333 0.333333 | value=113 partial=-
the eighth is missing      | 150家 | count regions=abcdefgh | 2023-09 a 22, b 22, c 15, d 14, e 14, f 13, g 13, h [x] | 2023-10-25 | not_due report - - | value=- partial=2023-09:7/8:113
zero is a figure           | 150家 | count regions=ab | 2023-09 a 113, b 0 | 2023-10-25 | on_track linear 0.753333 0.333333
nobody has any             | 150家 | count regions=ab | 2023-09 a [z], b [z] | 2023-10-25 | not_applicable not-applicable - -
an included one is not added | 150家 | count regions=ghi | 2023-09 g 100, h 13, i 12 | 2023-10-25 | on_track linear 0.753333 0.333333 | value=113
nor waited for             | 150家 | count regions=ghi | 2023-09 g 100, h 13 | 2023-10-25 | on_track linear 0.753333 0.333333 | value=113 partial=-
a figure of the whole stands | 150家 | count regions=ab | 2023-09 120, a 100, b 13 | 2023-10-25 | ahead linear 0.8 5 | value=120 derived=-
and among sums             | 150家 | count regions=ab | 2023-08 110; 2023-09 120; 2023-01.. a 10 20 30 40 50 60 70 80 100; 2023-01.. b 1 2 3 4 5 6 7 8 13 | 2023-10-25 | ahead linear 0.8 5 | value=120 derived=-
and fills a gap            | 150家 | count regions=ab | 2023-09 113, a 100 | 2023-10-25 | on_track linear 0.753333 0.333333 | value=113 partial=-
regions fill its gap       | 150家 | count regions=ab | 2023-09 [x], a 100, b 13 | 2023-10-25 | on_track linear 0.753333 0.333333 | value=113 derived=sum
one part provisional, end  | 150家 | count regions=ab | 2023-12 a 100, b 60[p] | 2024-01-25 | pending year-end 1.066667 6.666667
quarter and month are one cut | 150家 | count regions=ab | 2023-Q3 a 100; 2023-09 b 13 | 2023-10-25 | on_track linear 0.753333 0.333333
growth is never added      | 增长18% | growth regions=ab | 2023-09 a 9, b 9 | 2023-10-25 | not_due report - - | value=- a=-
nor are counts that stand alone | 150家 | count alone regions=ab | 2023-09 a 100, b 13 | 2023-10-25 | not_due report - - | value=-
the largest                | 150家 | count max regions=ab | 2023-09 a 100, b 113 | 2023-10-25 | on_track linear 0.753333 0.333333 | value=113 derived=max

# A region's share starts from the same share of the baseline; a count starts from nothing.
a share of the baseline    | 达到100家以上 | stock linear base=50 regions=ab share(a:40,b:60) | 2023-06 75, a 30, b 45 | 2023-07-25 | on_track linear 0.5 0 | a=on_track b=on_track
no baseline for a count    | 100家 | count base=40 | 2023-06 50 | 2023-07-25 | on_track linear 0.5 0

# A share of the target: each region is judged by its own number, and only where it has one.
two shares of three        | 150家 | count regions=abc share(a:60,b:30) | 2023-09 a 45, b 15, c 53 | 2023-10-25 | on_track linear 0.753333 0.333333 | a=on_track b=behind c=- a.target=60 c.target=-
a share is reached         | 150家 | count regions=ab share(a:60) | 2023-09 a 60, b 40 | 2023-10-25 | slightly_behind linear 0.666667 -8.333333 | a=done
a small share              | 150家 | count regions=ab share(a:2,b:148) | 2023-09 a 0, b 113 | 2023-10-25 | on_track linear 0.753333 0.333333 | a=slightly_behind b=on_track
a share not yet known      | 150家 | count regions=ab share(a:60@2023-11-01) | 2023-09 a 45, b 68 | 2023-10-25 | on_track linear 0.753333 0.333333 | a=-
a share before its change  | 150家 | count regions=ab share(a:60@2023-02-10,a:40@2023-08-01) | 2023-06 a 28, b 50 | 2023-07-25 | on_track linear 0.52 2 | a=slightly_behind a.target=60
and after it               | 150家 | count regions=ab share(a:60@2023-02-10,a:40@2023-08-01) | 2023-06 a 28, b 50 | 2023-08-25 | on_track linear 0.52 2 | a=ahead a.target=40
左右 of a share, inside    | 150台左右 | count regions=ab share(a:20) | 2023-12 a 19, b 131 | 2024-01-25 | met year-end 1 0 | a=nearly_met
左右 of a share, outside   | 150台左右 | count regions=ab share(a:20) | 2023-12 a 18, b 132 | 2024-01-25 | met year-end 1 0 | a=missed
growth has shares too      | 增长18% | growth regions=ab share(a:20,b:10) | 2023-09 18, a 19, b 13 | 2023-10-25 | on_track level - 0 | a=slightly_behind b=ahead
nodes in proportion        | 150家 | count expected(2023-06:60,2023-12:150) regions=ab share(a:50) | 2023-06 a 20, b 40 | 2023-07-25 | on_track expected 0.4 0 | a=on_track
a share and no figure      | 150家 | count regions=ab share(a:60,b:30) | 2023-09 a 45 | 2023-10-25 | not_due report - - | a=on_track b=not_reported
regions report themselves  | 150家 | count regions=ab share(a:60,b:30) report=month/20 by-regions | 2023-08 a 40, b 20; 2023-09 a 45 | 2023-10-25 | overdue_report report - - | a=on_track b=overdue_report owed=b
one says there is none     | 150家 | count regions=abc report=month/20 by-regions | 2023-08 a 40, b 20, c 1; 2023-09 a 45, b [z] | 2023-10-25 | overdue_report report - - | owed=c
the whole is there, one late | 150家 | count regions=ab share(a:60,b:30) report=month/20 by-regions | 2023-09 113, a 60 | 2023-10-25 | on_track linear 0.753333 0.333333 | b=overdue_report owed=b
a share reached stays so   | 150家 | count regions=ab share(a:40) report=month/20 by-regions | 2023-08 a 40, b 20; 2023-09 b 45 | 2023-10-25 | overdue_report report - - | a=done
nothing asked for yet      | 150家 | count regions=ab share(a:60) report=quarter/20 begun | | 2023-02-10 | not_due report - - | a=not_due
an office reports for them | 150家 | count regions=ab share(a:60,b:30) report=month/20 | 2023-08 a 40, b 20; 2023-09 a 45 | 2023-10-25 | overdue_report report - - | a=on_track b=not_reported owed=b

# Each region by itself: the figure counts those that attained.
five of eight              | 20个以上 | count each regions=abcdefgh | 2023-09 a 20, b 21, c 30, d 25, e 20, f 15, g 12, h 4 | 2023-10-25 | slightly_behind every-region 0.625 - | value=5 derived=attained a=done f=on_track g=behind h=far_behind
six of eight               | 20个以上 | count each regions=abcdefgh | 2023-09 a 20, b 21, c 30, d 25, e 20, f 20, g 12, h 4 | 2023-10-25 | slightly_behind every-region 0.75 - | value=6
eight of eight             | 1个以上 | count each regions=abcdefgh | 2023-09 a 1, b 2, c 1, d 1, e 1, f 1, g 1, h 1 | 2023-10-25 | done every-region 1 - | value=8
one has its own share      | 20个以上 | count each regions=ab share(b:10) | 2023-09 a 20, b 10 | 2023-10-25 | done every-region 1 - | value=2 b=done b.target=10
seven at the end           | 1个以上 | count each regions=abcdefgh | 2023-12 a 1, b 2, c 1, d 1, e 1, f 1, g 1, h 0 | 2024-01-25 | missed every-region 0.875 - | h=missed
one asks nothing (z)       | 1个以上 | count each regions=abc | 2023-12 a 1, b 1, c [z] | 2024-01-25 | met every-region 1 - | value=2 a=met c=not_applicable
none but it (z)            | 1个以上 | count each regions=abc | 2023-12 a 1, b 0, c [z] | 2024-01-25 | missed every-region 0.5 - | value=1 b=missed
its whole says nothing     | 1个以上 | count each none regions=ab | 2023-06 a 1, b 0; 2023-09 7 | 2023-10-25 | on_track every-region 0.5 - | value=1
a share of each            | 超50% | share ratio each regions=ab | 2023-Q3 N a 6; 2023-Q3 D a 10; 2023-Q3 N b 2; 2023-Q3 D b 10 | 2023-10-25 | behind every-region 0.5 - | value=1 a=ahead b=far_behind
a z of the newest period   | 1个以上 | count each regions=abc | 2023-06 a 1, b 1, c 1; 2023-09 c [z] | 2023-10-25 | done every-region 1 - | c=not_applicable
one has not reported       | 20个以上 | count each regions=abc | 2023-09 a 20, b 21 | 2023-10-25 | not_reported every-region - - | value=- partial=2023-09:2/3:2
# At its level at any time: all of them, and what can fall back is never done.
each at its level          | 增长18% | growth each regions=abc | 2023-09 a 18, b 19, c 30 | 2023-10-25 | on_track every-region 1 - | value=3 a=on_track c=ahead
all but one at its level   | 增长18% | growth each regions=abc | 2023-09 a 18, b 17.9, c 30 | 2023-10-25 | behind every-region 0.666667 - | value=2 b=slightly_behind
all but two                | 增长18% | growth each regions=abc | 2023-09 a 18, b 17.9, c 9 | 2023-10-25 | far_behind every-region 0.333333 - | value=1 c=far_behind
each at its level, the end | 增长18% | growth each regions=abc | 2023-12 a 18, b 19, c 30 | 2024-01-25 | met every-region 1 - | value=3
all but one, the end       | 力争增长18% | growth each regions=abc | 2023-12 a 18, b 17, c 30 | 2024-01-25 | missed_stretch every-region 0.666667 - | b=missed_stretch
covered, no list yet       | 全覆盖 | share each batch(-) regions=abcde | 2023-11 a 1, b 1, c 0, d 1, e 1 | 2023-12-25 | not_due every-region 0.8 - | value=4
covered but one            | 全覆盖 | share each batch(2023-11-20) regions=abcde | 2023-11 a 1, b 1, c 0, d 1, e 1 | 2023-12-25 | missed every-region 0.8 - | value=4 a=done c=missed a.target=1
covered                    | 全覆盖 | share each batch(2023-11-20) regions=abcde | 2023-11 a 1, b 1, c 1, d 1, e 1 | 2023-12-25 | done every-region 1 - | value=5

# A region that lies in another one is no region more.
included one not counted twice | 1个以上 | count each regions=ghi | 2023-09 g 1, h 1, i 1 | 2023-10-25 | done every-region 1 -
";

/// Reports, knowledge, and what is not judged.
const KNOWLEDGE: &str = "
# A report is due when the period and the days of grace are past.
inside the first month     | 150家 | count report=month/20 begun | | 2023-01-15 | not_due report - -
its last day               | 150家 | count report=month/20 begun | | 2023-01-31 | not_due report - -
the day after              | 150家 | count report=month/20 begun | | 2023-02-01 | not_reported report - -
the last day in time       | 150家 | count report=month/20 begun | | 2023-02-20 | not_reported report - -
one day late               | 150家 | count report=month/20 begun | | 2023-02-21 | overdue_report report - - | days=1 since=2023-01 last=- public=not_reported
January is in, in time     | 150家 | count report=month/20 | 2023-01 10 | 2023-03-20 | slightly_behind linear 0.066667 -1.666667 | days=-
January is in, one day late | 150家 | count report=month/20 | 2023-01 10 | 2023-03-21 | overdue_report report - - | days=1 since=2023-02 last=slightly_behind
a skipped month            | 150家 | count report=month/20/2023-01 begun | | 2023-02-25 | not_due report - -
the month after it         | 150家 | count report=month/20/2023-01 begun | | 2023-03-01 | not_reported report - -
the month after it, late   | 150家 | count report=month/20/2023-01 begun | | 2023-03-21 | overdue_report report - - | days=1 since=2023-02
a later figure answers     | 150家 | count report=quarter/25 | 2023-06 75 | 2023-07-26 | on_track linear 0.5 0
May is before the quarter  | 150家 | count report=quarter/25 | 2023-05 75 | 2023-07-26 | overdue_report report - - | days=1 since=2023-Q2 last=ahead
an x does not answer       | 150家 | count report=month/20 | 2023-05 75; 2023-06 [x] | 2023-07-25 | overdue_report report - - | days=5 since=2023-06 last=ahead
a z answers                | 150家 | count report=month/20 | 2023-05 75; 2023-06 [z] | 2023-07-25 | not_applicable not-applicable - - | last=-
a c answers                | 150家 | count report=month/20 | 2023-05 75; 2023-06 [c] | 2023-07-25 | not_assessed withheld - - | period=2023-05
an n answers               | 150家 | count report=month/20 | 2023-05 75; 2023-06 [n] | 2023-07-25 | not_due report - - | period=2023-05
what is done stays done    | 5次以上 | event report=month/20 | 2023-05 5 | 2023-08-25 | done linear 1 - | days=5 since=2023-07 last=-
a list's result stays      | 力争2家 | count batch(2023-07-14) report=month/20 | 2023-07 2 | 2023-10-25 | done batch 1 - | days=5
the year's last is late    | 150家 | count report=month/20 | 2023-11 140 | 2024-03-01 | overdue_report report - - | days=41 since=2023-12 last=on_track
nothing is due after it    | 150家 | count report=month/20 | 2023-12 140 | 2024-06-01 | missed year-end 0.933333 -6.666667
no report rule, no figure  | 150家 | count begun | | 2023-10-25 | not_due report - -
nothing begun, nothing due | 150家 | count report=month/20 | | 2023-10-25 | not_due not-begun - -

# Two clocks: what was recorded later was not known.
September is not known     | 150家 | count | 2023-06 75; 2023-09 100 | 2023-10-09 | on_track linear 0.5 0 | period=2023-06
its own day counts         | 150家 | count | 2023-06 75; 2023-09 100 | 2023-10-10 | slightly_behind linear 0.666667 -8.333333 | period=2023-09
the half-year as published | 150家 | count | 2023-H1 80; 2023-06 70 @2023-08-10 | 2023-07-25 | on_track linear 0.533333 3.333333 | value=80
the half-year, revised     | 150家 | count | 2023-H1 80; 2023-06 70 @2023-08-10 | 2023-08-15 | slightly_behind linear 0.466667 -3.333333 | value=70
the half-year, withdrawn   | 150家 | count | 2023-H1 80; 2023-H1 [x] @2023-08-10 | 2023-08-15 | not_reported report - - | value=-
one period as known now    | 150家 | count | 2023-06 75; 2023-09 100 | 2023-10-25/2023-06 | on_track linear 0.5 0 | period=2023-06
a list is out later        | 力争2家 | count batch(2023-07-14) | 2023-06 1 @2023-07-20 | 2023-10-25/2023-06 | not_due batch 0.5 -
and in its own period      | 力争2家 | count batch(2023-07-14) | 2023-06 1 @2023-07-20 | 2023-10-25/2023-07 | not_due batch 0.5 -

# By hand, and never.
an office decided          | 150家 | count override(on_track@2023-10-20) | 2023-09 60 | 2023-10-25 | on_track override 0.4 -35 | computed=far_behind
the day before             | 150家 | count override(on_track@2023-10-20) | 2023-09 60 | 2023-10-19 | far_behind linear 0.4 -35 | computed=-
over an overdue report     | 150家 | count override(on_track@2023-10-20) report=month/20 | 2023-08 60 | 2023-10-25 | on_track override - - | computed=overdue_report last=behind
never judged               | 8个以上 | stock exempt | 2023-06 8 | 2023-07-25 | not_assessed exempt - - | value=8
never judged, never late   | 8个以上 | stock exempt report=month/20 | 2023-06 8 | 2023-12-25 | not_assessed exempt - - | days=-
context                    | none | count | 2023-06 8 | 2023-07-25 | not_assessed no-target - - | value=8

# What was known before anything was reported does not change when something is.
not begun on that day | 150家 | count report=month/20 | 2023-06 75 | 2023-05-25 | not_due not-begun - -
";

/// Statuses of one item's parts, and the item's word. `~` is strived for, `!` is binding, `context` has no target.
/// Milestones are named by how they stand.
const ROLL_UPS: &str = "
far_behind missed done                 |                  | missed
behind far_behind done                 |                  | far_behind
behind slightly_behind ahead           |                  | behind
slightly_behind overdue_report done    |                  | slightly_behind
overdue_report on_track ahead          |                  | on_track
on_track ahead done                    |                  | on_track
ahead done                             |                  | ahead
done done                              |                  | done
nearly_met met                         |                  | nearly_met
met done                               |                  | met
# One that is done among others that are awaited keeps the item on track, no more.
done not_due                           |                  | on_track
done not_reported                      |                  | on_track
done pending                           |                  | on_track
met not_due                            |                  | on_track
done not_assessed                      |                  | done
ahead not_due                          |                  | ahead
# What is strived for counts only where there is nothing else.
on_track ~far_behind                   |                  | on_track
!on_track ~far_behind                  |                  | on_track
not_due ~far_behind                    |                  | far_behind
~on_track ~missed_stretch              |                  | missed_stretch
context ~behind                        |                  | behind
# Nothing is assessed: the first that applies.
not_due not_reported pending           |                  | not_due
not_reported pending                   |                  | not_reported
pending not_applicable                 |                  | pending
not_applicable not_assessed            |                  | not_applicable
not_assessed                           |                  | not_assessed
                                       |                  | qualitative
context                                |                  | qualitative
# Milestones.
ahead                                  | overdue          | behind
far_behind                             | overdue          | far_behind
ahead                                  | on_time          | ahead
                                       | on_time late     | done
                                       | on_time not_due  | on_track
                                       | not_due          | not_due
                                       | not_due overdue  | behind
";

#[test]
fn a_pace_is_judged_by_its_gap() {
    check(PACE);
}

#[test]
fn nodes_lists_and_parts_are_judged_when_they_are_due() {
    check(STEPS);
}

#[test]
fn a_level_is_judged_by_its_target() {
    check(LEVELS);
}

#[test]
fn regions_make_one_figure_and_stand_for_themselves() {
    check(REGIONS);
}

#[test]
fn only_what_was_known_counts() {
    check(KNOWLEDGE);
}

#[test]
fn an_item_is_as_good_as_its_worst_part() {
    let mut faults = Vec::new();
    for line in lines(ROLL_UPS) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [parts, milestones, expected] = cells[..] else { panic!("three cells are wanted: {line}") };
        let plan = plan_of_parts(parts, milestones);
        let assessment = assess_plan(&plan, &regions(), Knowledge::on(day(ROLL_UP_DAY)));
        let item = &assessment.items[0];
        if item.code.word() != expected {
            faults.push(format!("{parts} | {milestones} -> {} instead of {expected}", item.code.word()));
        }
        let with_target = parts.split_whitespace().filter(|part| *part != "context").count();
        let below: Vec<IndicatorIx> = (0..)
            .map(IndicatorIx)
            .zip(parts.split_whitespace())
            .filter(|(_, part)| {
                StatusCode::WORDS.iter().any(|(word, code)| part.ends_with(word) && code.standing() == Standing::Below)
            })
            .map(|(ix, _)| ix)
            .collect();
        assert_eq!((item.targets(), &item.below), (with_target, &below), "{line}");
        assert_eq!(item.milestones.all, milestones.split_whitespace().count(), "{line}");
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_headline_adds_up() {
    let all: Vec<&str> = StatusCode::WORDS.iter().map(|(word, _)| *word).collect();
    let stretch: Vec<String> = all.iter().map(|word| format!("~{word}")).collect();
    let mut plan = plan_of_parts(&format!("{} {} context", all.join(" "), stretch.join(" ")), "");
    // A cadence, a coverage and a flag have no one number for the year and are told beside the headline.
    for (ix, phrase) in (0..).zip(["一月一次", "全覆盖", "flag"]) {
        let indicator: &mut Indicator = &mut plan.indicators[ix];
        indicator.target = target_of(phrase, Measure::Count);
    }
    let counts = assess_plan(&plan, &regions(), Knowledge::on(day(ROLL_UP_DAY))).counts;
    let standings = [Standing::AtOrAbove, Standing::Below, Standing::Awaiting, Standing::Missing, Standing::NotAssessed];
    let groups = standings.map(|standing| counts.indicators.standing(standing));
    // Of the seventeen codes the first three (done, ahead, on_track) stand once only, as stretch; the others twice.
    assert_eq!(groups, [5 * 2 - 3, 5 * 2, 2 * 2, 2 * 2, 3 * 2]);
    assert_eq!(counts.indicators.total(), groups.iter().sum::<usize>());
    assert_eq!(counts.indicators.total(), 17 * 2 - 3);
    assert_eq!(counts.indicators.stretch.values().sum::<usize>(), 17);
    assert!(counts.indicators.stretch.iter().all(|(code, n)| counts.indicators.all[code] >= *n));
    assert_eq!(counts.indicators.others.values().sum::<usize>(), 3);
    assert_eq!(counts.items.values().sum::<usize>(), 1);
}

#[test]
fn an_overdue_report_is_named_in_public_only_where_the_plan_says_so() {
    let mut plan = plan_of_parts("on_track", "");
    assert_eq!(public_code(&plan, StatusCode::OverdueReport), StatusCode::NotReported);
    plan.publishes_overdue = true;
    assert_eq!(public_code(&plan, StatusCode::OverdueReport), StatusCode::OverdueReport);
}

#[test]
fn a_milestone_is_what_was_known_of_it() {
    // (due, rows of moved / done / recorded, as of) -> word
    type Row = (Option<&'static str>, Option<&'static str>, &'static str);
    let cases: [(&str, &[Row], &str, &str); 8] = [
        ("2023-06-30", &[], "2023-09-01", "not_due"),
        ("2023-06-30", &[(None, None, "2023-05-01")], "2023-06-30", "not_due"),
        ("2023-06-30", &[(None, None, "2023-05-01")], "2023-07-01", "overdue"),
        ("2023-06-30", &[(None, None, "2023-05-01"), (None, Some("2023-06-30"), "2023-07-05")], "2023-07-04", "overdue"),
        ("2023-06-30", &[(None, Some("2023-06-30"), "2023-07-05")], "2023-07-05", "on_time"),
        ("2023-06-30", &[(None, Some("2023-07-01"), "2023-07-05")], "2023-07-05", "late"),
        ("2023-06-30", &[(Some("2023-09-30"), None, "2023-06-01")], "2023-07-25", "not_due"),
        (
            "2023-06-30",
            &[(Some("2023-09-30"), None, "2023-06-01"), (None, Some("2023-09-01"), "2023-09-10")],
            "2023-09-10",
            "on_time",
        ),
    ];
    for (due, rows, as_of, expected) in cases {
        let mut plan = plan_of_parts("", "not_due");
        plan.milestones[0].due = day(due);
        plan.milestone_events = rows.iter().map(|(due, done, recorded)| event(0, *due, *done, recorded)).collect();
        let assessment = assess_plan(&plan, &regions(), Knowledge::on(day(as_of)));
        assert_eq!(assessment.milestones[0].status.word(), expected, "{due} {rows:?} as of {as_of}");
    }
}

/// Assesses every line of a table and tells all that differ.
#[track_caller]
fn check(table: &str) {
    let mut faults = Vec::new();
    for line in lines(table) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let (case, also) = match cells[..] {
            [name, target, how, figures, as_of, verdict] => (Case { name, target, how, figures, as_of, verdict }, ""),
            [name, target, how, figures, as_of, verdict, also] => (Case { name, target, how, figures, as_of, verdict }, also),
            _ => panic!("six or seven cells are wanted: {line}"),
        };
        let plan = case.plan();
        let assessment = assess_plan(&plan, &regions(), case.known());
        let assessed = assessment.indicator(IndicatorIx(0));
        let found = describe(assessed);
        if found != case.verdict {
            faults.push(format!("{} ({}): {found} instead of {}", case.name, case.target, case.verdict));
        }
        for fact in also.split_whitespace() {
            let (name, wanted) = fact.split_once('=').expect("a fact is name=value");
            let found = fact_of(&plan, assessed, name);
            if found != wanted {
                faults.push(format!("{} ({}): {name} is {found} instead of {wanted}", case.name, case.target));
            }
        }
        check_always(&assessment, line);
    }
    assert!(faults.is_empty(), "{} differ:\n{}", faults.len(), faults.join("\n"));
}

/// What holds whatever the case: the item of one target stands as this target does, and the headline counts it once.
fn check_always(assessment: &Assessment, line: &str) {
    let status = &assessment.indicator(IndicatorIx(0)).status;
    let is_context = line.split('|').nth(1).is_some_and(|target| target.trim() == "none");
    let expected = if is_context { StatusCode::Qualitative } else { status.code };
    assert_eq!(assessment.items[0].code, expected, "{line}");
    let counted = assessment.counts.indicators.total() + assessment.counts.indicators.others.values().sum::<usize>();
    assert_eq!(counted, usize::from(!is_context), "{line}");
}

fn lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
}

fn describe(assessed: &IndicatorAssessment) -> String {
    let status = &assessed.status;
    let Comparison { completion, gap, .. } = status.comparison;
    format!("{} {} {} {}", status.code.word(), status.rule.word(), shown(completion), shown(gap))
}

fn shown(number: Option<Number>) -> String {
    number.map_or("-".into(), |number| number.shown(6))
}

fn fact_of(plan: &Plan, assessed: &IndicatorAssessment, name: &str) -> String {
    let word = |found: Option<StatusCode>| found.map_or("-".to_string(), |code| code.word().to_string());
    let text = |found: Option<String>| found.unwrap_or("-".into());
    let region = |letter: &str| {
        let ix = region_named(letter);
        assessed.regions.iter().find(|region| region.region == ix).expect("a region of the case")
    };
    let status = &assessed.status;
    match name {
        "tau" => shown(status.comparison.schedule),
        "value" => shown(assessed.latest().and_then(|point| point.value)),
        "period" => text(assessed.latest().map(|point| point.period.to_string())),
        "derived" => text(assessed.latest().and_then(|point| point.derived).map(|derived| derived.word().to_string())),
        "partial" => text(assessed.partial.map(|(period, n)| format!("{period}:{}/{}:{}", n.reported, n.asked, n.so_far))),
        "margin" => shown(status.margin.map(|margin| margin.value)),
        "leads-to" => shown(project(plan, plan.indicator(QUESTION), assessed)),
        "last" => word(assessed.last_known.as_ref().map(|verdict| verdict.code)),
        "computed" => word(assessed.computed.as_ref().map(|verdict| verdict.code)),
        "public" => public_code(plan, status.code).word().to_string(),
        // The regions that owe a report, as letters.
        "owed" => text(
            owed(plan.indicator(QUESTION), assessed)
                .map(|owed| owed.regions.iter().filter_map(|region| "abcdefghi".chars().nth(region.row())).collect()),
        ),
        "days" => text(status.overdue.map(|overdue| overdue.days.to_string())),
        "since" => text(status.overdue.map(|overdue| overdue.period.to_string())),
        _ => match name.split_once('.') {
            Some((letter, "target")) => shown(region(letter).target),
            Some(_) => panic!("{name} is no fact"),
            None => word(region(name).status.as_ref().map(|verdict| verdict.code)),
        },
    }
}

/// One line of a table.
struct Case<'t> {
    name: &'t str,
    target: &'t str,
    how: &'t str,
    figures: &'t str,
    as_of: &'t str,
    verdict: &'t str,
}

/// The indicator in question, then the parts of a share, then something else that was reported.
const QUESTION: IndicatorIx = IndicatorIx(0);
const NUMERATOR: IndicatorIx = IndicatorIx(1);
const DENOMINATOR: IndicatorIx = IndicatorIx(2);
const OTHER: IndicatorIx = IndicatorIx(3);

impl Case<'_> {
    fn known(&self) -> Knowledge {
        match self.as_of.split_once('/') {
            Some((as_of, until)) => Knowledge { as_of: day(as_of), until: Some(period(until).cut()) },
            None => Knowledge::on(day(self.as_of)),
        }
    }

    fn plan(&self) -> Plan {
        let (measure, options) = self.how.split_once(' ').unwrap_or((self.how, ""));
        let measure = meaning(&Measure::WORDS, measure);
        let mut plan = empty_plan();
        let mut indicator = indicator(measure, target_of(self.target, measure));
        let mut rows: Vec<Observation> = Vec::new();
        for option in options.split_whitespace() {
            let (word, value) = match option.split_once(['=', '(']) {
                Some((word, value)) => (word, value.trim_end_matches(')')),
                None => (option, ""),
            };
            match word {
                "linear" => indicator.schedule = Schedule::Linear,
                "level" => indicator.schedule = Schedule::Level,
                "none" => indicator.schedule = Schedule::None,
                "batch" => indicator.schedule = Schedule::Batch(value.split(',').filter(|v| !v.is_empty()).map(batch).collect()),
                "expected" => indicator.schedule = Schedule::Expected(value.split(',').map(node).collect()),
                "base" => indicator.baseline = Some(number(value)),
                "regions" => indicator.regions = letters(value).map(|letter| region_named(&letter)).collect(),
                "each" => indicator.scope = Scope::EachRegion,
                "alone" => indicator.aggregate = Aggregate::None,
                "max" => indicator.aggregate = Aggregate::Max,
                "ratio" => (indicator.numerator, indicator.denominator) = (Some(NUMERATOR), Some(DENOMINATOR)),
                "share" => plan.allocations.extend(value.split(',').map(allocation)),
                "report" => indicator.report = Some(report_rule(value)),
                "by-regions" => indicator.reporter = Some(Reporter::Regions),
                "override" => indicator.override_by_hand = Some(by_hand(value)),
                "exempt" => indicator.exemption = Some(Exemption::default()),
                "begun" => rows.push(Observation { indicator: OTHER, ..observation("2022-12 1 @2023-01-05", 0) }),
                "year" => {
                    let (first, last) = value.split_once("..").expect("a first and a last month");
                    (plan.first, plan.last) = (period(first).cut(), period(last).cut());
                }
                _ => panic!("{option} is no option"),
            }
        }
        plan.allocations.sort_by_key(|row| (row.region, row.recorded));
        let written = self.figures.split(';').filter(|figure| !figure.trim().is_empty());
        rows.extend((1..).zip(written).flat_map(|(line, figures)| observations(figures, line)));
        plan.ledger = Ledger::new(vec![Table::new(FileId(0), &rows, Arc::default())]);
        let part = Indicator { regions: indicator.regions.clone(), ..self::indicator(Measure::Count, None) };
        plan.indicators = vec![indicator, part.clone(), part.clone(), part];
        plan.items[0].indicators = (0..4).map(IndicatorIx).collect();
        plan
    }
}

/// Reads `2023-09 a 12, b 7`, `2023-01.. 1 2 4` and `2023-01.. N a 1 2 4`.
fn observations(text: &str, line: u32) -> Vec<Observation> {
    let (when, figures) = text.trim().split_once(' ').expect("a period and a figure");
    match when.strip_suffix("..") {
        Some(first) => {
            let (of, figures) = figures.split_at(figures.find(|c: char| c.is_ascii_digit() || c == '[').expect("a figure"));
            (0..)
                .zip(figures.split_whitespace())
                .filter_map(|(months, figure)| {
                    Some((Cadence::Month.period_ending(period(first).cut().plus_months(months))?, figure))
                })
                .map(|(month, figure)| observation(&format!("{month} {of}{figure}"), line))
                .collect()
        }
        None => figures.split(',').map(|figure| observation(&format!("{when} {figure}"), line)).collect(),
    }
}

/// Reads `2023-09 a 12[p] @2023-10-15`.
fn observation(text: &str, line: u32) -> Observation {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let recorded = words.pop_if(|word| word.starts_with('@')).map(|word| day(&word[1..]));
    let figure = words.pop().expect("a value or a flag");
    let period = period(words.remove(0));
    let (mut indicator, mut region) = (QUESTION, None);
    for word in words {
        match word {
            "N" => indicator = NUMERATOR,
            "D" => indicator = DENOMINATOR,
            letter => region = Some(region_named(letter)),
        }
    }
    let (value, flag) = figure.split_once('[').unwrap_or((figure, ""));
    Observation {
        figure: (!value.is_empty()).then(|| number(value)).into(),
        indicator,
        region,
        period,
        recorded: recorded.unwrap_or_else(|| days_after(period.cut().last_day(), 10)),
        flag: (!flag.is_empty()).then(|| meaning(&Flag::LETTERS, flag.trim_end_matches(']'))),
        revision: None,
        remark: RemarkIx::default(),
        place: place(line),
    }
}

/// Reads a phrase as the loader does, without its faults.
fn target_of(phrase: &str, measure: Measure) -> Option<Target> {
    let (op, value, upper, ambition, per, unit) = match phrase {
        "none" => return None,
        "flag" => (Op::Flag, None, None, Ambition::Expected, None, None),
        "力争flag" => (Op::Flag, None, None, Ambition::Stretch, None, None),
        _ => {
            let readings = parse_phrase(phrase);
            assert_eq!(readings.len(), 1, "{phrase} is one target");
            let reading = &readings[0];
            (reading.op, reading.value, reading.upper, reading.ambition, reading.per, reading.unit.clone())
        }
    };
    let tolerance = (op == Op::Approx).then(|| tolerance_of(value.unwrap_or_default(), unit.as_deref(), measure.is_rate()));
    Some(Target {
        phrase: phrase.to_string(),
        op,
        value,
        upper,
        tolerance,
        ambition,
        per,
        direction: op.own_direction().unwrap_or(Direction::Higher),
        place: place(0),
    })
}

fn indicator(measure: Measure, target: Option<Target>) -> Indicator {
    let unit = target.as_ref().and_then(|target| parse_phrase(&target.phrase).first().and_then(|reading| reading.unit.clone()));
    Indicator {
        id: "question".into(),
        item: ItemIx(0),
        name: Text::new("指标"),
        unit: Text::new(unit.unwrap_or("个".into())),
        target,
        measure,
        aggregate: if matches!(measure, Measure::Count | Measure::Event) { Aggregate::Sum } else { Aggregate::None },
        scope: Scope::Plan,
        regions: Vec::new(),
        schedule: match measure {
            Measure::Count | Measure::Event => Schedule::Linear,
            Measure::Growth | Measure::Share | Measure::Stock => Schedule::Level,
            Measure::Flag => Schedule::None,
        },
        baseline: None,
        reporter: None,
        authority: None,
        nature: None,
        report: None,
        exemption: None,
        numerator: None,
        denominator: None,
        source: None,
        method: None,
        override_by_hand: None,
        bands: None,
        place: place(0),
    }
}

/// The day on which roll-ups are looked at.
const ROLL_UP_DAY: &str = "2023-07-25";

/// Makes an item whose targets were set by hand to these statuses.
fn plan_of_parts(parts: &str, milestones: &str) -> Plan {
    let mut plan = empty_plan();
    for part in parts.split_whitespace() {
        let (phrase, word) = match part.split_at(1) {
            ("~", word) => ("力争150家", word),
            ("!", word) => ("确保150家", word),
            _ => ("150家", part),
        };
        let mut one = indicator(Measure::Count, target_of(if word == "context" { "none" } else { phrase }, Measure::Count));
        if word != "context" {
            one.override_by_hand = Some(by_hand(&format!("{word}@{ROLL_UP_DAY}")));
        }
        plan.indicators.push(one);
    }
    for (ix, word) in (0..).zip(milestones.split_whitespace()) {
        let (due, done) = match word {
            "on_time" => ("2023-06-30", Some("2023-06-20")),
            "late" => ("2023-06-30", Some("2023-07-10")),
            "overdue" => ("2023-06-30", None),
            _ => ("2023-12-31", None),
        };
        let (id, title) = (word.to_string(), Text::new("节点"));
        plan.milestones.push(Milestone { id, item: ItemIx(0), title, due: day(due), place: place(0) });
        plan.milestone_events.push(event(ix, None, done, "2023-07-15"));
    }
    plan.items[0].indicators = (0..).map(IndicatorIx).take(plan.indicators.len()).collect();
    plan.items[0].milestones = (0..).map(MilestoneIx).take(plan.milestones.len()).collect();
    plan
}

fn event(milestone: u32, due: Option<&str>, done: Option<&str>, recorded: &str) -> MilestoneEvent {
    MilestoneEvent {
        milestone: MilestoneIx(milestone),
        due: due.map(day),
        done: done.map(day),
        recorded: day(recorded),
        source: String::new(),
        note: String::new(),
        place: place(0),
    }
}

/// Makes a plan of nothing, between two months.
pub(super) fn plan_between(first: Cut, last: Cut) -> Plan {
    let mut plan = empty_plan();
    (plan.first, plan.last) = (first, last);
    plan
}

fn empty_plan() -> Plan {
    PlanText {
        id: "2023".into(),
        title: Text::new("要点"),
        issuer: Text::new("办公室"),
        issued: None,
        document_number: None,
        source: None,
        first: Cut::new(2023, 1),
        last: Cut::new(2023, 12),
        reviews: Vec::new(),
        as_of: None,
        publishes_overdue: false,
        regions_public: RegionsPublic::Status,
        sections: Vec::new(),
        bands: Bands::default_for_pace(),
        level_bands: Bands::default_for_level(),
        region_bands: RegionBands::default(),
        calendar: Arc::default(),
        editions: Vec::new(),
        scoring: None,
        revisions: Vec::new(),
        releases: Vec::new(),
        introduction: Text::default(),
        items: vec![Item {
            number: 1,
            title: Text::new("事项"),
            section: SectionIx(0),
            departments: Vec::new(),
            regions: Vec::new(),
            indicators: Vec::new(),
            milestones: Vec::new(),
            tasks: Vec::new(),
            body: Text::default(),
            place: place(0),
        }],
        indicators: Vec::new(),
        milestones: Vec::new(),
        milestone_events: Vec::new(),
        allocations: Vec::new(),
        updates: Vec::new(),
        place: place(0),
    }
    .into()
}

/// The regions a to i; i lies in h.
fn regions() -> Vec<Region> {
    letters("abcdefghi")
        .map(|id| Region {
            name: id.clone(),
            short_name: id.clone(),
            kind: "county".into(),
            group: "county".into(),
            parent: (id == "i").then_some(region_named("h")),
            is_included: id == "i",
            place: place(0),
            id,
        })
        .collect()
}

fn letters(text: &str) -> impl Iterator<Item = String> + '_ {
    text.chars().map(String::from)
}

fn region_named(letter: &str) -> RegionIx {
    "abcdefghi".find(letter).and_then(RegionIx::of_row).expect("a letter from a to i")
}

fn batch(published: &str) -> Batch {
    Batch { expected: None, published: parse_date(published), notice: None }
}

fn node(text: &str) -> ExpectedPoint {
    let (when, value) = text.split_once(':').expect("a node is period:value");
    ExpectedPoint { period: period(when), value: number(value) }
}

fn allocation(text: &str) -> Allocation {
    let (what, recorded) = text.split_once('@').unwrap_or((text, "2023-02-10"));
    let (region, target) = what.split_once(':').expect("a share is region:value");
    Allocation {
        indicator: QUESTION,
        region: region_named(region),
        target: number(target),
        recorded: day(recorded),
        source: String::new(),
        note: String::new(),
        place: place(0),
    }
}

fn report_rule(text: &str) -> ReportRule {
    let mut parts = text.split('/');
    let every = meaning(&Cadence::WORDS, parts.next().unwrap_or(""));
    let grace = Grace::Days(parts.next().and_then(|days| days.parse().ok()).expect("days of grace"));
    ReportRule { every, grace, skip: parts.map(period).collect() }
}

fn by_hand(text: &str) -> Override {
    let (word, date) = text.split_once('@').expect("an override is status@day");
    Override {
        period: period("2023-09"),
        status: meaning(&StatusCode::WORDS, word),
        author: "办公室".into(),
        date: day(date),
        reason: Text::new("原因"),
        place: place(0),
    }
}

fn meaning<T: Copy>(words: &[(&str, T)], text: &str) -> T {
    words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning).unwrap_or_else(|| panic!("`{text}` is no word"))
}

fn number(text: &str) -> Number {
    Number::parse(text).unwrap_or_else(|fault| panic!("`{text}` {fault}"))
}

fn period(text: &str) -> Period {
    Period::parse(text).unwrap_or_else(|| panic!("`{text}` is no period"))
}

fn day(text: &str) -> Date {
    parse_date(text).unwrap_or_else(|| panic!("`{text}` is no day"))
}

fn place(line: u32) -> Place {
    Place { file: FileId(0), line, column: 1 }
}
