//! The cases of evaluation as a table: the figures of one group, and the points, total and place
//! each region must get.
//!
//! Comes in: a few lines for each case. Goes out: a comparison with what the lines say; all that
//! differ are told at once. The results were worked out by hand from the formulas, not copied from
//! a run.
//!
//! ```text
//! = case | method and options | weights
//! region | figures | points | total | place
//! ```
//! - **options**: `cap=1.2`, `reweight`. **weights**: one for each part; `30<` is a part where
//!   lower is better.
//! - **figures**: `VALUE[FLAG][/TARGET][@BASELINE]`; `-` nothing was reported, a flag alone stands
//!   for the figure, `.` the region is not one of the indicator's.
//! - **points**: `-` missing, `z` not applicable, `0/` no target of its own. **total**: `-` none.
//!   **place**: `2=` is shared.
//! - Points are rounded to six digits here and nowhere before.

use crate::assess::scoring::{
    Entry, GroupScores, PartRule, PartState, RegionScore, ScoringRule, score_group,
};
use crate::model::index::IndicatorIx;
use crate::model::observation::ObservationStatus;
use crate::model::region::RegionIx;
use crate::model::scoring::{MissingRule, ScoringMethod};
use crate::number::Number;

const COMPLETION: &str = "
= half, whole, more than whole | completion | 60 40
north | 50/100 3/4   | 50 75   | 60  | 3
south | 100/100 4/4  | 100 100 | 100 | 1=
east  | 150/100 9/4  | 100 100 | 100 | 1=

= a cap above one counts what is over | completion cap=1.2 | 60 40
north | 110/100 3/4 | 110 75  | 96  | 2
south | 150/100 9/4 | 120 120 | 120 | 1

= below the baseline is nothing, never less | completion | 50 50
north | 320/400@330 20/40 | 0 50   | 25 | 1=
south | 330/400@330 20/40 | 0 50   | 25 | 1=

= below the baseline beside others | completion | 50 50
north | 320/400@330 20/40 | 0 50   | 25 | 2
south | 365/400@330 20/40 | 50 50  | 50 | 1

= lower is better: from 100 down to 80 | completion | 70< 30
north | 90/80@100 6/10 | 50 60   | 53 | 2
south | 80/80@100 6/10 | 100 60  | 88 | 1
east  | 104/80@100 9/10 | 0 90   | 27 | 3

= weights of a third | completion | 33.3 33.3 33.4
north | 1/3 1/3 1/3   | 33.333333 33.333333 33.333333 | 33.333333333 | 2
south | 1/1 1/2 0/5   | 100 50 0                      | 49.95        | 1

= thirds make a whole, so that equal totals tie | completion | 25 25 25 25
north | 1/3 1/3 1/3 3/3 | 33.333333 33.333333 33.333333 100 | 50 | 1=
south | 1/2 1/2 1/2 1/2 | 50 50 50 50                       | 50 | 1=

= one region only | completion | 100
north | 3/4 | 75 | 75 | 1

= without a target of its own the weight goes to the others | completion | 60 40
north | 30 2/4      | 0/ 50   | 50 | 2
south | 60/100 4/4  | 60 100  | 76 | 1
east  | - 1/4       | 0/ 25   | 25 | 3

= a target of nothing is none | completion | 60 40
north | 0/0 2/4   | 0/ 50 | 50 | 1
south | -/0 1/4   | 0/ 25 | 25 | 2

= nothing that counts | completion | 60 40
north | 3 z       | 0/ z  | -  | -
south | 50/100 z  | 50 z  | 50 | 1
";

const EFFICACY: &str = "
= best, worst and between | efficacy | 50 50
north | 30 8  | 100 100 | 100 | 1
south | 10 4  | 60 60   | 60  | 3
east  | 15 7  | 70 90   | 80  | 2

= lower is better: best and worst change sides | efficacy | 100<
north | 2 | 100 | 100 | 1
south | 6 | 60  | 60  | 3
east  | 3 | 90  | 90  | 2

= rates below zero | efficacy | 100
north | -4  | 60        | 60           | 3
south | 5   | 100       | 100          | 1
east  | 2   | 86.666667 | 86.666666667 | 2

= all equal have 100 each | efficacy | 40 60
north | 7 5  | 100 100 | 100 | 1
south | 7 3  | 100 60  | 76  | 2=
east  | 7 3  | 100 60  | 76  | 2=

= all equal in everything | efficacy | 40 60
north | 7 5  | 100 100 | 100 | 1=
south | 7 5  | 100 100 | 100 | 1=

= one region only | efficacy | 100
north | 3 | 100 | 100 | 1

= the cap means nothing here | efficacy cap=1.2 | 100
north | 3 | 100 | 100 | 1
south | 2 | 60  | 60  | 2
";

const RANK: &str = "
= four regions in four steps | rank | 100
north | 40 | 100 | 100 | 1
south | 30 | 75  | 75  | 2
east  | 20 | 50  | 50  | 3
west  | 10 | 25  | 25  | 4

= a tie of two in the middle shares 2.5 | rank | 100
north | 40 | 100  | 100  | 1
south | 30 | 62.5 | 62.5 | 2=
east  | 30 | 62.5 | 62.5 | 2=
west  | 10 | 25   | 25   | 4

= a tie of three at the top shares 2 | rank | 100
north | 40 | 75 | 75 | 1=
south | 40 | 75 | 75 | 1=
east  | 40 | 75 | 75 | 1=
west  | 10 | 25 | 25 | 4

= all equal share the middle | rank | 100
north | 5 | 62.5 | 62.5 | 1=
south | 5 | 62.5 | 62.5 | 1=
east  | 5 | 62.5 | 62.5 | 1=
west  | 5 | 62.5 | 62.5 | 1=

= lower is better | rank | 70< 30
north | 1 1  | 100 50 | 85 | 1
south | 2 9  | 50 100 | 65 | 2

= one region only | rank | 100
north | 3 | 100 | 100 | 1

= who has no figure is not counted among n | rank | 60 40
north | 9 5  | 100 100      | 100 | 1
south | 5 3  | 50 33.333333 | 43.333333333 | 2
east  | x 4  | - 66.666667  | - | -
";

const MISSING: &str = "
= without a figure there is no total, and no zero | completion | 60 40
north | 50/100 -/4 | 50 - | -  | -
south | 10/100 1/4 | 10 25 | 16 | 1
east  | x/100 4/4  | - 100 | -  | -
west  | c/100 4/4  | - 100 | -  | -

= a missing figure does not make the others worse | efficacy | 100
north | 9 | 100 | 100 | 1
south | - | -   | -   | -
east  | 5 | 60  | 60  | 2

= reweight: the total of what is there, scaled up | completion reweight | 60 40
north | 50/100 -/4 | 50 - | 50 | 2
south | 10/100 1/4 | 10 25 | 16 | 3
east  | x/100 4/4  | - 100 | 100 | 1
west  | n/100 -/4  | - -   | -   | -

= reweight with thirds | completion reweight | 33.3 33.3 33.4
north | 1/2 1/4 -/9 | 50 25 -   | 37.5 | 2
south | 1/2 -/4 9/9 | 50 - 100  | 75.037481259 | 1

= z is not missing: its weight goes to the others in any mode | completion | 60 40
north | z/100 3/4  | z 75   | 75 | 1
south | 60/100 3/4 | 60 75  | 66 | 2

= z in the mode reweight | completion reweight | 60 40
north | z/100 3/4  | z 75   | 75 | 1
south | 60/100 3/4 | 60 75  | 66 | 2

= z beside a missing figure | completion | 50 30 20
north | z/100 3/4 -/5 | z 75 - | - | -
south | 60/100 3/4 5/5 | 60 75 100 | 72.5 | 1

= z beside a missing figure, reweighted | completion reweight | 50 30 20
north | z/100 3/4 -/5 | z 75 - | 75 | 1

= a region the indicator does not have | rank | 60 40
north | 9 5  | 100 100 | 100 | 1
south | 5 3  | 50 33.333333  | 43.333333333 | 3
east  | . 4  | z 66.666667   | 66.666666667 | 2

= provisional and estimated figures count | completion | 60 40
north | 50p/100 4e/4 | 50 100 | 70 | 1
south | 50r/100 3b/4 | 50 75  | 60 | 2
";

#[test]
fn each_case_gets_its_points() {
    let mut faults = Vec::new();
    let mut cases = 0;
    for case in
        [COMPLETION, EFFICACY, RANK, MISSING].iter().flat_map(|table| table.split("\n= ").skip(1))
    {
        let lines: Vec<&str> = case.lines().filter(|line| !line.is_empty()).collect();
        let [name, how, weights] = cells(lines[0]);
        let scores = score(how, weights, &lines[1..]);
        for (line, row) in lines[1..].iter().zip(&scores.rows) {
            let [region, figures, points, total, rank] = cells(line);
            let expected = [spaced(points), total.to_string(), rank.to_string()];
            let found = [
                points_of(row),
                row.total.map_or("-".into(), |total| total.to_string()),
                rank_of_row(row),
            ];
            if expected != found {
                faults.push(format!(
                    "{name}, {region} ({figures}): {found:?} instead of {expected:?}"
                ));
            }
        }
        cases += 1;
    }
    assert!(cases >= 34, "{cases} cases were found");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn marks_say_what_was_done() {
    let row = |figures: &str| {
        let line = format!("north | {figures} | | |");
        score("completion reweight", "60 40", &[&line]).rows.remove(0)
    };
    let marks = |figures: &str| {
        let row = row(figures);
        [row.is_incomplete, row.is_redistributed, row.is_unfinished]
    };
    assert_eq!(marks("50/100 3/4"), [false, false, false]);
    assert_eq!(marks("50/100 -/4"), [true, false, false]);
    assert_eq!(marks("z/100 3/4"), [false, true, false]);
    assert_eq!(marks("50 3/4"), [false, true, false]);
    assert_eq!(marks("50p/100 3e/4"), [false, false, true]);
    // A provisional figure without a target counts nowhere, so that the total is as final as the
    // rest.
    assert_eq!(marks("50p 3/4"), [false, true, false]);
}

#[test]
fn weights_that_are_used_add_up_to_a_hundred() {
    let scores = score(
        "completion reweight",
        "50 30 20",
        &["north | 60/100 3/4 -/5 | | |", "south | z 3/4 5/5 | | |"],
    );
    let used = |at: usize| {
        scores.rows[at]
            .parts
            .iter()
            .map(|part| part.weight_used.map(|w| w.shown(6)))
            .collect::<Vec<_>>()
    };
    assert_eq!(used(0), [Some("62.5".to_string()), Some("37.5".to_string()), None]);
    assert_eq!(used(1), [None, Some("60".to_string()), Some("40".to_string())]);
}

#[test]
fn the_column_knows_best_worst_and_how_many() {
    let scores = score("efficacy", "70 30<", &["a | 3 3 | | |", "b | 9 9 | | |", "c | - z | | |"]);
    let described = scores
        .columns
        .iter()
        .map(|c| (c.best.map(|n| n.to_string()), c.worst.map(|n| n.to_string()), c.compared));
    let expected = [
        (Some("9".to_string()), Some("3".to_string()), 2),
        (Some("3".to_string()), Some("9".to_string()), 2),
    ];
    assert_eq!(described.collect::<Vec<_>>(), expected);
}

fn cells<const N: usize>(line: &str) -> [&str; N] {
    let cells: Vec<&str> = line.split('|').map(str::trim).collect();
    <[&str; N]>::try_from(cells)
        .unwrap_or_else(|cells| panic!("{N} cells are wanted, not {}: {line}", cells.len()))
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn score(how: &str, weights: &str, lines: &[&str]) -> GroupScores {
    let mut words = how.split_whitespace();
    let method = words.next().unwrap_or("");
    let mut rule = ScoringRule {
        method: ScoringMethod::WORDS.iter().find(|(word, _)| *word == method).expect("a method").1,
        cap: Number::ONE,
        missing: MissingRule::Unscored,
    };
    for option in words {
        match option.split_once('=') {
            Some(("cap", cap)) => rule.cap = number(cap),
            _ => rule.missing = MissingRule::Reweight,
        }
    }
    let parts: Vec<PartRule> = (0..)
        .map(IndicatorIx)
        .zip(weights.split_whitespace())
        .map(|(indicator, weight)| PartRule {
            indicator,
            weight: number(weight.trim_end_matches('<')),
            is_lower_better: weight.ends_with('<'),
        })
        .collect();
    let entries = (0..)
        .map_while(RegionIx::of_row)
        .zip(lines)
        .map(|(region, line)| {
            let [_, figures, ..] = cells::<5>(line);
            let own = figures.split_whitespace().zip(&parts);
            (region, own.map(|(figure, _)| entry(figure, method == "completion")).collect())
        })
        .collect();
    score_group(rule, &parts, entries)
}

fn entry(text: &str, is_by_completion: bool) -> Entry {
    if text == "." {
        return Entry::default();
    }
    let (text, baseline) =
        text.split_once('@').map_or((text, None), |(text, base)| (text, Some(number(base))));
    let (figure, target) = text
        .split_once('/')
        .map_or((text, None), |(figure, target)| (figure, Some(number(target))));
    let flag = ObservationStatus::LETTERS
        .iter()
        .find(|(letter, _)| figure.ends_with(letter))
        .map(|(_, flag)| *flag);
    let digits = figure.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let value = Some(digits).filter(|digits| !digits.is_empty() && *digits != "-").map(number);
    let completion = |value: Number| match baseline {
        Some(base) => (value - base).divided_by(target? - base),
        None => value.divided_by(target?),
    };
    Entry {
        value,
        flag,
        target,
        completion: value.filter(|_| is_by_completion).and_then(completion),
        is_measurable: !is_by_completion || completion(Number::ZERO).is_some(),
        is_asked: true,
    }
}

fn number(text: &str) -> Number {
    Number::parse(text).unwrap_or_else(|fault| panic!("{text} {fault}"))
}

fn points_of(row: &RegionScore) -> String {
    let part = |state: PartState, points: Option<Number>| match state {
        PartState::Scored => points.map_or("?".to_string(), |points| points.shown(6)),
        PartState::Missing => "-".to_string(),
        PartState::NotApplicable => "z".to_string(),
        PartState::NoTarget => "0/".to_string(),
    };
    row.parts.iter().map(|one| part(one.state, one.points)).collect::<Vec<_>>().join(" ")
}

fn rank_of_row(row: &RegionScore) -> String {
    row.rank.map_or("-".to_string(), |rank| {
        format!("{}{}", rank.number, if rank.is_shared { "=" } else { "" })
    })
}
