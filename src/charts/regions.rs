//! The regions side by side: a horizontal bar each, in the order given, never sorted by how well
//! somebody does.
//!
//! Comes in: rows with figures and finished words. Goes out: a drawing as high as it has rows. The
//! name stands left, the bar starts at zero, its value stands at its end or inside it; what a
//! region was allotted is a firm tick, its schedule a thin one. A missing figure is its word, zero
//! is a hairline with a 0.

use plotters::element::{PathElement, Rectangle, Text};
use plotters::style::text_anchor::{HPos, VPos};

use crate::number::Number;

use super::drawing::{Caption, Drawing, compose};
use super::marks::draw_status_mark;
use super::rows::{
    AIR, Across, BAR_HEIGHT, Head, NAME_WIDTH, Names, draw_heads, inside_of, lay_heads, right_of,
};
use super::style::{BOX_HEIGHT, LINE_HEIGHT, Paint, TYPE_SIZE, Tone};
use super::svg::{Area, Drawn, Note, WIDTH};
use super::text::{measure, shorten};

/// Size of the mark before a name, and the column it stands in.
const MARK_SIZE: i32 = 90;
const MARK_COLUMN: i32 = 130;
/// The shortest the longest bar may become before its words are cut.
const LEAST_PLOT: i32 = 700;

/// Holds the rows of the drawing.
#[derive(Clone, Debug)]
pub struct RegionBars {
    /// The regions, in the order of the plan.
    pub rows: Vec<RegionBar>,
    /// The word for what a region was allotted.
    pub allocation_label: String,
    /// The word for the amount expected by now; without it the ticks of the schedule have no word.
    pub schedule_label: Option<String>,
}

/// Holds one row.
#[derive(Clone, Debug)]
pub struct RegionBar {
    /// The name of the region.
    pub name: String,
    /// Its figure.
    pub value: Option<Number>,
    /// What it was allotted.
    pub allocation: Option<Number>,
    /// What was expected of it by now.
    pub schedule: Option<Number>,
    /// How it stands, where that is judged.
    pub tone: Option<Tone>,
    /// The figure with its unit.
    pub label: String,
    /// All of it in words.
    pub tooltip: String,
}

/// Draws the bars of all regions.
#[must_use]
pub fn draw_regions(bars: &RegionBars, caption: &Caption) -> Drawing {
    let layout = Layout::of(bars);
    compose(&["chart-regions"], layout.height, caption, |area| draw_rows(area, bars, &layout))
}

/// Where everything goes, in tenths of a unit.
struct Layout {
    names: Names,
    labels: Vec<String>,
    /// How wide each label is.
    widths: Vec<i32>,
    across: Across,
    header_lines: i32,
    /// Upper edge of each row, and below the last.
    tops: Vec<i32>,
    height: i32,
}

impl Layout {
    fn of(bars: &RegionBars) -> Self {
        let names_left =
            if bars.rows.iter().any(|row| row.tone.is_some()) { MARK_COLUMN } else { 0 };
        let names = Names::of(
            bars.rows.iter().map(|row| (row.name.as_str(), Paint::Text)),
            names_left,
            NAME_WIDTH,
        );
        let labels: Vec<String> = bars
            .rows
            .iter()
            .map(|row| shorten(&row.label, TYPE_SIZE, WIDTH - names.right - LEAST_PLOT))
            .collect();
        let widths = labels.iter().map(|label| measure(label, TYPE_SIZE)).collect();
        let figures = bars
            .rows
            .iter()
            .flat_map(|row| [row.value, row.allocation, row.schedule])
            .flatten()
            .map(Number::to_drawing);
        let across = Across::of(figures, names.right, WIDTH - 20);
        let mut layout =
            Self { names, labels, widths, across, header_lines: 0, tops: Vec::new(), height: 0 };
        layout.make_room(bars);
        layout.header_lines =
            layout.header(bars).iter().map(|head| head.row + 1).max().unwrap_or(0);
        let top = layout.header_lines * LINE_HEIGHT + if layout.header_lines > 0 { 40 } else { 10 };
        layout.tops = layout.names.stack(top);
        layout.height = (layout.tops.last().unwrap_or(&top) + 10).max(100);
        layout
    }

    /// Shortens the bars as far as it takes for every word to stand beside or inside its bar.
    fn make_room(&mut self, bars: &RegionBars) {
        let widest = self.widths.iter().copied().max().unwrap_or(0);
        let safe = (WIDTH - widest - AIR - 20).max(self.across.left + 100);
        while self.across.right > safe
            && (0..bars.rows.len()).any(|row| self.label_position(bars, row).is_none())
        {
            self.across.right = (self.across.right - 100).max(safe);
        }
    }

    /// Returns the place of a figure across the drawing.
    fn position(&self, value: Number) -> i32 {
        self.across.position(value.to_drawing())
    }

    /// Returns the left edge of the words of a row and whether they stand inside the bar; nothing
    /// when there is no room.
    fn label_position(&self, bars: &RegionBars, row: usize) -> Option<(i32, bool)> {
        let width = self.widths[row];
        let RegionBar { value, allocation, schedule, .. } = &bars.rows[row];
        let bar = value.map(|value| self.across.bar_ends(0.0, value.to_drawing()));
        let mut ticks: Vec<i32> = [allocation, schedule]
            .into_iter()
            .flatten()
            .map(|value| self.position(*value))
            .collect();
        ticks.sort_unstable();
        let bar_right = bar.map_or_else(|| self.across.position(0.0), |(_, right)| right);
        let beside = right_of(bar_right, width, &ticks).map(|left| (left, false));
        beside.or_else(|| inside_of(bar?, width, &ticks).map(|left| (left, true)))
    }

    /// Returns the words above the first ticks.
    fn header(&self, bars: &RegionBars) -> Vec<Head> {
        let first = |figure: fn(&RegionBar) -> Option<Number>| {
            bars.rows.iter().find_map(figure).map(|value| self.position(value))
        };
        let schedule_label = bars.schedule_label.as_deref().unwrap_or_default();
        let words = [
            (bars.allocation_label.as_str(), Paint::Text, first(|bar| bar.allocation)),
            (schedule_label, Paint::MutedText, first(|bar| bar.schedule)),
        ];
        lay_heads(
            &words
                .into_iter()
                .filter_map(|(label, paint, x)| Some((label, paint, x?)))
                .collect::<Vec<_>>(),
        )
    }
}

/// Draws in layers, so that marks of one class stand together and are written once.
fn draw_rows(area: &Area, bars: &RegionBars, layout: &Layout) -> Drawn {
    let middle = |row: usize| (layout.tops[row] + layout.tops[row + 1]) / 2;
    draw_heads(area, &layout.header(bars))?;
    for (row, bar) in bars.rows.iter().enumerate() {
        layout.names.draw(area, row, &bar.name, middle(row), Paint::Text)?;
    }
    for tone in Tone::ALL {
        for row in (0..bars.rows.len()).filter(|row| bars.rows[*row].tone == Some(tone)) {
            draw_status_mark(area, tone, (MARK_SIZE / 2, middle(row)), MARK_SIZE)?;
        }
    }
    for (row, bar) in bars.rows.iter().enumerate() {
        if let Some(value) = bar.value {
            let (left, right) = layout.across.bar_ends(0.0, value.to_drawing());
            let corners =
                [(left, middle(row) - BAR_HEIGHT / 2), (right, middle(row) + BAR_HEIGHT / 2)];
            area.draw(&Note::Title(&bar.tooltip))?;
            area.draw(&Rectangle::new(corners, Paint::Bar.fill_in(bar.tone)))?;
        }
    }
    if let [top, .., bottom] = layout.tops.as_slice() {
        let zero = layout.across.position(0.0);
        area.draw(&PathElement::new(vec![(zero, *top), (zero, *bottom)], Paint::Axis.stroke()))?;
    }
    draw_ticks(area, bars, layout, 14, Paint::Schedule, |bar| bar.schedule)?;
    draw_ticks(area, bars, layout, 26, Paint::Target, |bar| bar.allocation)?;
    for is_inside_wanted in [false, true] {
        for (row, bar) in bars.rows.iter().enumerate() {
            // Where nothing fits, the end of the row is still better than nothing.
            let (left, is_inside) =
                layout.label_position(bars, row).unwrap_or((WIDTH - layout.widths[row], false));
            if is_inside != is_inside_wanted {
                continue;
            }
            let paint = match (bar.value, is_inside) {
                (None, _) => Paint::MutedText,
                (Some(_), true) => Paint::BarText,
                (Some(_), false) => Paint::Text,
            };
            let words = layout.labels[row].as_str();
            area.draw(&Text::new(
                words,
                (left, middle(row)),
                paint.words(HPos::Left, VPos::Center),
            ))?;
        }
    }
    Ok(())
}

/// Draws one kind of tick across the bars; the one of the first row reaches up to its word.
fn draw_ticks(
    area: &Area,
    bars: &RegionBars,
    layout: &Layout,
    thick: i32,
    paint: Paint,
    figure: fn(&RegionBar) -> Option<Number>,
) -> Drawn {
    for (row, bar) in bars.rows.iter().enumerate() {
        if let Some(value) = figure(bar) {
            let middle = (layout.tops[row] + layout.tops[row + 1]) / 2;
            let left = (layout.position(value) - thick / 2).clamp(0, WIDTH - thick);
            let top = if row == 0 && layout.header_lines > 0 {
                (layout.header_lines - 1) * LINE_HEIGHT + BOX_HEIGHT + 10
            } else {
                middle - BAR_HEIGHT / 2 - 25
            };
            let corners = [(left, top), (left + thick, middle + BAR_HEIGHT / 2 + 25)];
            area.draw(&Rectangle::new(corners, paint.fill()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::testing::{caption, check, check_words_apart, number, tone};

    fn row(name: &str, value: Option<&str>, allocation: Option<&str>) -> RegionBar {
        let words = value.map_or("未报送".to_string(), |value| format!("{value} 家"));
        RegionBar {
            name: name.to_string(),
            value: value.map(number),
            allocation: allocation.map(number),
            schedule: allocation.map(|text| number(text) * number("0.5")),
            tone: Some(Tone::Ahead),
            tooltip: format!("{name}：{words}"),
            label: words,
        }
    }

    fn bars(rows: Vec<RegionBar>) -> RegionBars {
        RegionBars {
            rows,
            allocation_label: "分解任务".to_string(),
            schedule_label: Some("序时".to_string()),
        }
    }

    fn checked(bars: &RegionBars) -> String {
        let drawing = draw_regions(bars, &caption());
        check(drawing.as_str());
        check_words_apart(drawing.as_str());
        drawing.into_string()
    }

    #[test]
    fn eight_regions_are_small() {
        let names = ["埇桥区", "砀山县", "萧县", "灵璧县", "泗县", "经开区", "高新区", "宿马园区"];
        let rows = names.iter().enumerate().map(|(index, name)| {
            let tone = Some(tone(index));
            RegionBar {
                tone,
                ..row(
                    name,
                    Some(&(30 - index * 3).to_string()),
                    Some(&(40 - index * 4).to_string()),
                )
            }
        });
        let svg = checked(&bars(rows.collect()));
        assert!(svg.len() < 3000, "{} bytes: {svg}", svg.len());
    }

    #[test]
    fn rows_keep_their_order() {
        let svg = checked(&bars(vec![
            row("丙", Some("1"), None),
            row("甲", Some("9"), None),
            row("乙", Some("5"), None),
        ]));
        let at = |name: &str| svg.find(&format!(">{name}<")).expect("the name is there");
        assert!(at("丙") < at("甲") && at("甲") < at("乙"));
    }

    #[test]
    fn zero_negative_missing_and_giants_are_all_readable() {
        let mut rows = vec![
            row("零", Some("0"), Some("10")),
            row("负", Some("-7"), Some("10")),
            row("缺", None, Some("10")),
            row("大", Some("999999999999999"), Some("10")),
            row("微", Some("0.000000001"), None),
        ];
        for _ in 0..rows.len() {
            rows.rotate_left(1);
            checked(&bars(rows.clone()));
            for one in &rows {
                checked(&bars(vec![one.clone()]));
            }
        }
        let svg = checked(&bars(vec![row("缺", None, None)]));
        assert!(svg.contains("class=\"xm\"") && !svg.contains("class=\"cb"), "{svg}");
        checked(&bars(vec![row("零", Some("0"), None), row("零", Some("0"), None)]));
        checked(&bars(vec![row("负", Some("-1"), None), row("负", Some("-100"), None)]));
        checked(&bars(Vec::new()));
    }

    #[test]
    fn forty_regions_and_long_names_fit() {
        let rows = (0..40)
            .map(|index| row("同样的区", Some("50"), Some(&(index * 3).to_string())))
            .collect();
        checked(&bars(rows));
        let long = "宿州高新技术产业开发区管理委员会及其代管的若干乡镇街道办事处";
        let mut row = row(long, Some("50"), Some("49"));
        row.label =
            "完成五十家，占全年分解任务的百分之一百零二点零四，位居全市各县区前列".to_string();
        let svg = checked(&bars(vec![row.clone(), RegionBar { value: Some(number("3")), ..row }]));
        assert!(svg.contains(&format!("<title>{long}</title>")), "{svg}");
    }
}
