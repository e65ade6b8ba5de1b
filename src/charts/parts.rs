//! The parts of a total: each bar begins where the one before it ended, so that the eye can add
//! them up.
//!
//! Comes in: parts in the order of the plan, never sorted, with finished words, and their total.
//! Goes out: a drawing as high as it has rows; the total stands last, from zero, in strong type.
//! What is taken away goes back and is hollow. A missing part is its word, and the sum goes on past
//! it. Where the parts do not make the total, one sees the step.

use plotters::element::{PathElement, Rectangle, Text};
use plotters::style::text_anchor::{HPos, VPos};

use crate::number::Number;

use super::drawing::{Caption, Drawing, compose};
use super::rows::{
    AIR, Across, BAR_HEIGHT, Head, NAME_WIDTH, Names, draw_heads, inside_of, lay_heads, left_of,
    right_of,
};
use super::style::{BOX_HEIGHT, LINE_HEIGHT, Paint};
use super::svg::{Area, Drawn, Note, WIDTH};
use super::text::{measure, shorten};

/// The shortest the longest bar may become before its words are cut.
const LEAST_PLOT: i32 = 700;

/// Holds the parts and what they make.
#[derive(Clone, Debug)]
pub struct Parts {
    /// The parts, in the order of the plan.
    pub rows: Vec<Part>,
    /// What they make.
    pub total: Number,
    /// Its name.
    pub total_name: String,
    /// The total with its unit.
    pub total_label: String,
    /// The amount to reach.
    pub target: Option<Number>,
    /// The phrase of the target.
    pub target_label: String,
    /// The word in the place of a missing figure.
    pub missing_label: String,
}

/// Holds one part.
#[derive(Clone, Debug)]
pub struct Part {
    /// The name of the region.
    pub name: String,
    /// Its figure.
    pub value: Option<Number>,
    /// The figure with its unit.
    pub label: String,
    /// All of it in words.
    pub tooltip: String,
}

/// Draws the parts and the total.
#[must_use]
pub fn draw_parts(parts: &Parts, caption: &Caption) -> Drawing {
    let layout = Layout::of(parts);
    compose(&["chart-parts"], layout.height, caption, |area| draw_rows(area, parts, &layout))
}

/// One row as it is drawn: where its bar starts and ends in the sum; both are the same when the
/// figure is missing.
struct Step {
    from: f64,
    to: f64,
    has_bar: bool,
    label: String,
    /// How wide the label is.
    width: i32,
    paint: Paint,
}

impl Step {
    fn new((from, to): (f64, f64), has_bar: bool, words: &str, paint: Paint, widest: i32) -> Self {
        let label = shorten(words, paint.measuring_size(), widest);
        Self { from, to, has_bar, width: measure(&label, paint.measuring_size()), label, paint }
    }
}

/// Where everything goes, in tenths of a unit.
struct Layout {
    names: Names,
    /// The parts, and the total as the last.
    steps: Vec<Step>,
    across: Across,
    target: Option<f64>,
    heads: Vec<Head>,
    /// Upper edge of each row, and below the last.
    tops: Vec<i32>,
    height: i32,
}

/// Where the words of a row stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    Beside(i32),
    Inside(i32),
}

impl Layout {
    fn of(parts: &Parts) -> Self {
        let names = parts.rows.iter().map(|part| (part.name.as_str(), Paint::Text));
        let names =
            Names::of(names.chain([(parts.total_name.as_str(), Paint::StrongText)]), 0, NAME_WIDTH);
        let widest = WIDTH - names.right - LEAST_PLOT;
        let mut sum = Number::ZERO;
        let mut steps: Vec<Step> = Vec::with_capacity(parts.rows.len() + 1);
        for part in &parts.rows {
            let from = sum.to_drawing();
            sum = sum + part.value.unwrap_or(Number::ZERO);
            let (paint, words) = if part.value.is_some() {
                (Paint::Text, &part.label)
            } else {
                (Paint::MutedText, &parts.missing_label)
            };
            steps.push(Step::new(
                (from, sum.to_drawing()),
                part.value.is_some(),
                words,
                paint,
                widest,
            ));
        }
        steps.push(Step::new(
            (0.0, parts.total.to_drawing()),
            true,
            &parts.total_label,
            Paint::StrongText,
            widest,
        ));
        let target = parts.target.map(Number::to_drawing);
        let across =
            Across::of(steps.iter().map(|step| step.to).chain(target), names.right, WIDTH - 20);
        let mut layout =
            Self { names, steps, across, target, heads: Vec::new(), tops: Vec::new(), height: 0 };
        layout.make_room();
        let target = layout.target.map(|target| {
            (parts.target_label.as_str(), Paint::Text, layout.across.position(target))
        });
        layout.heads = lay_heads(&target.into_iter().collect::<Vec<_>>());
        layout.tops =
            layout.names.stack(if layout.heads.is_empty() { 10 } else { LINE_HEIGHT + 40 });
        // The total is set off by a line.
        let last = layout.tops.len() - 2;
        layout.tops[last..].iter_mut().for_each(|top| *top += 30);
        layout.height = layout.tops[last + 1] + 10;
        layout
    }

    /// Shortens the bars as far as it takes for every word to stand beside or inside its bar.
    fn make_room(&mut self) {
        let widest = self.steps.iter().map(|step| step.width).max().unwrap_or(0);
        let safe = (WIDTH - widest - 2 * AIR - 20).max(self.across.left + 100);
        while self.across.right > safe && (0..self.steps.len()).any(|row| self.stand(row).is_none())
        {
            self.across.right = (self.across.right - 100).max(safe);
        }
    }

    fn bar(&self, row: usize) -> (i32, i32) {
        let Step { from, to, has_bar, .. } = self.steps[row];
        if has_bar {
            self.across.bar_ends(from, to)
        } else {
            (self.across.position(to), self.across.position(to))
        }
    }

    /// Returns where the words of a row stand; nothing when there is no room.
    fn stand(&self, row: usize) -> Option<Stand> {
        let width = self.steps[row].width;
        let zero = self.across.position(0.0);
        let mut ticks = [zero, self.target.map_or(zero, |target| self.across.position(target))];
        ticks.sort_unstable();
        let (left, right) = self.bar(row);
        let is_solid = self.steps[row].has_bar && self.steps[row].to >= self.steps[row].from;
        right_of(right, width, &ticks)
            .map(Stand::Beside)
            .or_else(|| {
                inside_of((left, right), width, &ticks).filter(|_| is_solid).map(Stand::Inside)
            })
            .or_else(|| left_of(left, width, &ticks, self.across.left).map(Stand::Beside))
    }

    fn middle(&self, row: usize) -> i32 {
        (self.tops[row] + self.tops[row + 1]) / 2
    }
}

/// Draws in layers, so that marks of one class stand together and are written once.
fn draw_rows(area: &Area, parts: &Parts, layout: &Layout) -> Drawn {
    let total = parts.rows.len();
    let rows = 0..=total;
    for row in rows.clone() {
        let (whole, paint) = parts
            .rows
            .get(row)
            .map_or((&parts.total_name, Paint::StrongText), |part| (&part.name, Paint::Text));
        layout.names.draw(area, row, whole, layout.middle(row), paint)?;
    }
    let line = |from: (i32, i32), to: (i32, i32)| {
        area.draw(&PathElement::new(vec![from, to], Paint::Axis.stroke()))
    };
    for row in 0..total {
        let x = layout.across.position(layout.steps[row].to);
        let from = if layout.steps[row].has_bar {
            layout.middle(row) + BAR_HEIGHT / 2
        } else {
            layout.middle(row) - BAR_HEIGHT / 2
        };
        line((x, from), (x, layout.middle(row + 1) - BAR_HEIGHT / 2))?;
    }
    let (top, bottom) = (layout.tops[0], layout.tops[total + 1]);
    let (zero, rule) = (layout.across.position(0.0), layout.tops[total] - 15);
    line((zero, top), (zero, bottom))?;
    if total > 0 {
        line((0, rule), (WIDTH, rule))?;
    }
    for is_hollow_wanted in [false, true] {
        for row in rows.clone().filter(|row| layout.steps[*row].has_bar) {
            let is_hollow = row < total && layout.steps[row].to < layout.steps[row].from;
            if is_hollow != is_hollow_wanted {
                continue;
            }
            let (left, right) = layout.bar(row);
            let corners = [
                (left, layout.middle(row) - BAR_HEIGHT / 2),
                (right, layout.middle(row) + BAR_HEIGHT / 2),
            ];
            area.draw(&Note::Title(parts.rows.get(row).map_or("", |part| &part.tooltip)))?;
            area.draw(&Rectangle::new(
                corners,
                if is_hollow { Paint::TakenAway } else { Paint::Bar }.fill(),
            ))?;
        }
    }
    if let Some(target) = layout.target {
        let left = (layout.across.position(target) - 13).clamp(0, WIDTH - 26);
        let top = if layout.heads.is_empty() { top } else { BOX_HEIGHT + 10 };
        area.draw(&Rectangle::new([(left, top), (left + 26, bottom)], Paint::Target.fill()))?;
    }
    for row in rows {
        let Step { label, paint, .. } = &layout.steps[row];
        let (left, paint) = match layout.stand(row) {
            Some(Stand::Beside(left)) => (left, *paint),
            Some(Stand::Inside(left)) => (left, Paint::BarText),
            // Where nothing fits, the end of the row is still better than nothing.
            None => (WIDTH - layout.steps[row].width, *paint),
        };
        area.draw(&Text::new(
            label.as_str(),
            (left, layout.middle(row)),
            paint.words(HPos::Left, VPos::Center),
        ))?;
    }
    draw_heads(area, &layout.heads)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::testing::{caption, check, check_words_apart, number};

    fn part(name: &str, value: Option<&str>) -> Part {
        let label = value.map_or(String::new(), |value| format!("{value} 家"));
        Part {
            name: name.to_string(),
            value: value.map(number),
            tooltip: format!("{name}：{label}"),
            label,
        }
    }

    fn parts(rows: Vec<Part>) -> Parts {
        let total: Number = rows.iter().filter_map(|row| row.value).sum();
        Parts {
            rows,
            total,
            total_name: "全市".to_string(),
            total_label: format!("{total} 家"),
            target: Some(number("150")),
            target_label: "目标 150 家左右".to_string(),
            missing_label: "未报送".to_string(),
        }
    }

    fn checked(parts: &Parts) -> String {
        let svg = draw_parts(parts, &caption()).into_string();
        check(&svg);
        check_words_apart(&svg);
        let layout = Layout::of(parts);
        assert!(
            (0..layout.steps.len()).all(|row| layout.stand(row).is_some()),
            "a word has no place of its own in {svg}"
        );
        svg
    }

    fn eight() -> Vec<Part> {
        let names = ["埇桥区", "砀山县", "萧县", "灵璧县", "泗县", "经开区", "高新区", "宿马园区"];
        names
            .iter()
            .enumerate()
            .map(|(index, name)| part(name, Some(&(20 - index * 2).to_string())))
            .collect()
    }

    #[test]
    fn eight_parts_are_small_and_keep_their_order() {
        let mut rows = eight();
        rows.reverse();
        let svg = checked(&parts(rows));
        assert!(svg.len() < 3000, "{} bytes: {svg}", svg.len());
        let at = |name: &str| svg.find(&format!(">{name}<")).expect("the name is there");
        assert!(
            at("宿马园区") < at("泗县") && at("泗县") < at("埇桥区") && at("埇桥区") < at("全市")
        );
    }

    #[test]
    fn each_bar_begins_where_the_one_before_ended() {
        let layout = Layout::of(&parts(vec![
            part("甲", Some("30")),
            part("乙", None),
            part("丙", Some("-10")),
            part("丁", Some("40")),
        ]));
        let bars: Vec<_> = (0..5).map(|row| layout.bar(row)).collect();
        assert_eq!((bars[0].0, bars[0].1), (layout.across.position(0.0), bars[1].0));
        assert_eq!(
            (bars[1].0, bars[2].1),
            (bars[1].1, bars[1].1),
            "a missing part adds nothing, the next goes back"
        );
        assert_eq!((bars[2].0, bars[3].1), (bars[3].0, bars[4].1));
        assert_eq!(bars[4].0, bars[0].0);
    }

    #[test]
    fn what_is_taken_away_is_hollow_and_what_is_missing_has_its_word() {
        let svg = checked(&parts(vec![
            part("甲", Some("30")),
            part("乙", None),
            part("丙", Some("-10")),
        ]));
        assert_eq!(
            (svg.matches("class=\"cq\"").count(), svg.matches("未报送").count()),
            (1, 1),
            "{svg}"
        );
        let svg = checked(&parts(eight()));
        assert!(!svg.contains("class=\"cq\"") && !svg.contains("class=\"xm\""), "{svg}");
    }

    #[test]
    fn zero_negative_missing_and_giants_are_all_readable() {
        let mut rows = vec![
            part("零", Some("0")),
            part("负", Some("-7")),
            part("缺", None),
            part("大", Some("999999999999999")),
            part("微", Some("0.000000001")),
            part("回", Some("-999999999999999")),
        ];
        for _ in 0..rows.len() {
            rows.rotate_left(1);
            for target in [None, Some("150"), Some("0"), Some("-3"), Some("999999999999999")] {
                checked(&Parts { target: target.map(number), ..parts(rows.clone()) });
                for one in &rows {
                    checked(&Parts { target: target.map(number), ..parts(vec![one.clone()]) });
                }
            }
        }
        checked(&parts(Vec::new()));
        checked(&parts(vec![part("同", Some("5")); 8]));
        checked(&Parts { total: number("400"), ..parts(eight()) });
    }

    #[test]
    fn forty_parts_and_long_words_fit() {
        checked(&parts(
            (0..40).map(|index| part("同样的区", Some(&(index * 3 % 17).to_string()))).collect(),
        ));
        let long = "宿州高新技术产业开发区管理委员会及其代管的若干乡镇街道办事处";
        let mut parts = parts(vec![
            part(long, Some("50")),
            part("甲", Some("3")),
            part(long, Some("-20")),
            part(long, None),
        ]);
        parts.rows[0].label =
            "完成五十家，占全年分解任务的百分之一百零二点零四，位居全市各县区前列".to_string();
        (parts.total_name, parts.target_label) = (long.to_string(), long.repeat(3));
        parts.total_label = parts.rows[0].label.clone();
        let svg = checked(&parts);
        assert!(svg.contains(&format!("<title>{long}</title>")), "{svg}");
    }
}
