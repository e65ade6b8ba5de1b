//! The regions side by side: a horizontal bar each, in the order given, never sorted by how well somebody does.
//!
//! Comes in: rows with figures and finished words. Goes out: a drawing as high as it has rows.
//! The name stands left, the bar starts at zero, its value stands at its end or inside it; what a region was allotted is a
//! firm tick, its schedule a thin one. A missing figure is its word, zero is a hairline with a 0.

use plotters::element::{PathElement, Rectangle, Text};
use plotters::style::text_anchor::{HPos, VPos};

use super::glance::draw_status_mark;
use super::labels::spread;
use super::style::{BOX_HEIGHT, LINE_HEIGHT, Paint, TYPE_SIZE, Tone};
use super::svg::{Area, Drawn, Note, WIDTH};
use super::text::{measure, shorten, wrap_evenly};
use super::{Caption, Drawing, compose};
use crate::number::Number;

/// Widest name on one line, in tenths of a unit.
const NAME_WIDTH: i32 = 950;
/// Height of a bar, in tenths of a unit.
const BAR_HEIGHT: i32 = 150;
/// Height of a row whose name has one line.
const ROW_HEIGHT: i32 = 240;
/// Size of the mark before a name, and the column it stands in.
const MARK_SIZE: i32 = 90;
const MARK_COLUMN: i32 = 130;
/// Air between a bar or a tick and the words beside it.
const AIR: i32 = 50;
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
    /// The word in the place of a missing figure.
    pub missing_label: String,
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
    compose(&["chart-regions"], false, layout.height, caption, |area| draw_rows(area, bars, &layout))
}

/// Where everything goes, in tenths of a unit.
struct Layout {
    names: Vec<Vec<String>>,
    labels: Vec<String>,
    names_left: i32,
    plot_left: i32,
    plot_right: i32,
    header_lines: i32,
    /// Upper edge of each row, and below the last.
    tops: Vec<i32>,
    height: i32,
    from: f64,
    to: f64,
}

impl Layout {
    fn of(bars: &RegionBars) -> Self {
        let names_left = if bars.rows.iter().any(|row| row.tone.is_some()) { MARK_COLUMN } else { 0 };
        let names: Vec<_> = bars.rows.iter().map(|row| wrap_evenly(&row.name, TYPE_SIZE, NAME_WIDTH, 2)).collect();
        let widest = names.iter().flatten().map(|line| measure(line, TYPE_SIZE)).max().unwrap_or(0);
        let plot_left = names_left + widest + 80;
        let words = |row: &RegionBar| {
            if row.value.is_some() { row.label.clone() } else { bars.missing_label.clone() }
        };
        let labels = bars.rows.iter().map(|row| shorten(&words(row), TYPE_SIZE, WIDTH - plot_left - LEAST_PLOT)).collect();
        let figures = || bars.rows.iter().flat_map(|row| [row.value, row.allocation, row.schedule]).flatten();
        let from = figures().map(Number::to_drawing).fold(0.0, f64::min);
        let to = figures().map(Number::to_drawing).fold(0.0, f64::max);
        let to = if from == to { 1.0 } else { to };
        let mut layout = Self {
            names,
            labels,
            names_left,
            plot_left,
            plot_right: WIDTH - 20,
            header_lines: 0,
            tops: Vec::with_capacity(bars.rows.len() + 1),
            height: 0,
            from,
            to,
        };
        layout.make_room(bars);
        layout.header_lines = layout.header(bars).iter().map(|line| line.row + 1).max().unwrap_or(0);
        let mut top = layout.header_lines * LINE_HEIGHT + if layout.header_lines > 0 { 40 } else { 10 };
        for name in &layout.names {
            layout.tops.push(top);
            top += ROW_HEIGHT + (name.len() as i32 - 1) * LINE_HEIGHT * 9 / 10;
        }
        layout.tops.push(top);
        layout.height = (top + 10).max(100);
        layout
    }

    /// Shortens the bars as far as it takes for every word to stand beside or inside its bar.
    fn make_room(&mut self, bars: &RegionBars) {
        let widest = self.labels.iter().map(|label| measure(label, TYPE_SIZE)).max().unwrap_or(0);
        let safe = (WIDTH - widest - AIR - 20).max(self.plot_left + 100);
        while self.plot_right > safe && (0..bars.rows.len()).any(|row| self.label_place(bars, row).is_none()) {
            self.plot_right = (self.plot_right - 100).max(safe);
        }
    }

    /// Returns the place of a figure across the drawing.
    fn place(&self, value: Number) -> i32 {
        self.place_share(value.to_drawing())
    }

    fn place_share(&self, value: f64) -> i32 {
        let width = f64::from(self.plot_right - self.plot_left);
        self.plot_left + ((value - self.from) / (self.to - self.from) * width).round() as i32
    }

    /// Returns the left and right end of a bar; a figure that is not zero is never thinner than a hairline.
    fn bar_ends(&self, value: Number) -> (i32, i32) {
        let (zero, end) = (self.place_share(0.0), self.place(value));
        let (left, right) = (zero.min(end), zero.max(end));
        if right - left >= 10 {
            (left, right)
        } else if value.is_negative() {
            (right - 10, right)
        } else {
            (left, left + 10)
        }
    }

    /// Returns the left edge of the words of a row and whether they stand inside the bar; nothing when there is no room.
    fn label_place(&self, bars: &RegionBars, row: usize) -> Option<(i32, bool)> {
        let width = measure(&self.labels[row], TYPE_SIZE);
        let RegionBar { value, allocation, schedule, .. } = &bars.rows[row];
        let (bar_left, bar_right) = value.map_or_else(|| (0, self.place_share(0.0)), |value| self.bar_ends(value));
        let mut ticks: Vec<i32> = [allocation, schedule].into_iter().flatten().map(|value| self.place(*value)).collect();
        ticks.sort_unstable();
        // A tick must not run through the words: they step over it.
        let mut left = bar_right + AIR;
        for tick in &ticks {
            if *tick > left - AIR && *tick < left + width + AIR {
                left = tick + AIR;
            }
        }
        if left + width <= WIDTH {
            return Some((left, false));
        }
        let inside = bar_right - AIR - width;
        let is_clear = ticks.iter().all(|tick| *tick < inside - 30 || *tick > inside + width + 30);
        (value.is_some() && inside >= bar_left + AIR && is_clear).then_some((inside, true))
    }

    /// Returns the words above the first ticks, on as few lines as they fit.
    fn header(&self, bars: &RegionBars) -> Vec<HeaderLine> {
        let first = |figure: fn(&RegionBar) -> Option<Number>| {
            bars.rows.iter().enumerate().find_map(|(row, bar)| figure(bar).map(|value| (row, self.place(value))))
        };
        let mut lines = Vec::new();
        let schedule_label = bars.schedule_label.as_deref().unwrap_or_default();
        for (label, paint, tick) in [
            (bars.allocation_label.as_str(), Paint::Text, first(|bar| bar.allocation)),
            (schedule_label, Paint::MutedText, first(|bar| bar.schedule)),
        ] {
            if let (false, Some((_, x))) = (label.trim().is_empty(), tick) {
                lines.push(HeaderLine { text: shorten(label, TYPE_SIZE, WIDTH), paint, x, left: 0, row: 0 });
            }
        }
        let wishes: Vec<_> = lines.iter().map(|line| (line.x, measure(&line.text, TYPE_SIZE))).collect();
        let lefts = spread(&wishes, 0, WIDTH);
        for (index, line) in lines.iter_mut().enumerate() {
            let (centre, width) = wishes[index];
            match &lefts {
                Some(lefts) => line.left = lefts[index],
                None => (line.left, line.row) = ((centre - width / 2).min(WIDTH - width).max(0), index as i32),
            }
        }
        lines
    }
}

struct HeaderLine {
    text: String,
    paint: Paint,
    x: i32,
    left: i32,
    row: i32,
}

/// Draws in layers, so that marks of one class stand together and are written once.
fn draw_rows(area: &Area, bars: &RegionBars, layout: &Layout) -> Drawn {
    let middle = |row: usize| (layout.tops[row] + layout.tops[row + 1]) / 2;
    for line in layout.header(bars) {
        let at = (line.left, line.row * LINE_HEIGHT);
        area.draw(&Text::new(line.text, at, line.paint.words(HPos::Left, VPos::Top)))?;
    }
    for (row, name) in layout.names.iter().enumerate() {
        let top = middle(row) - (BOX_HEIGHT + (name.len() as i32 - 1) * LINE_HEIGHT * 9 / 10) / 2;
        for (line, text) in name.iter().enumerate() {
            if text.ends_with('…') {
                area.draw(&Note::Title(&bars.rows[row].name))?;
            }
            let at = (layout.names_left, top + line as i32 * LINE_HEIGHT * 9 / 10);
            area.draw(&Text::new(text.as_str(), at, Paint::Text.words(HPos::Left, VPos::Top)))?;
        }
    }
    for tone in Tone::ALL {
        for row in (0..bars.rows.len()).filter(|row| bars.rows[*row].tone == Some(tone)) {
            draw_status_mark(area, tone, (MARK_SIZE / 2, middle(row)), MARK_SIZE)?;
        }
    }
    for (row, bar) in bars.rows.iter().enumerate() {
        if let Some(value) = bar.value {
            let (left, right) = layout.bar_ends(value);
            let corners = [(left, middle(row) - BAR_HEIGHT / 2), (right, middle(row) + BAR_HEIGHT / 2)];
            area.draw(&Note::Title(&bar.tooltip))?;
            area.draw(&Rectangle::new(corners, Paint::Bar.fill_in(bar.tone)))?;
        }
    }
    if let (Some(top), Some(bottom)) = (layout.tops.first(), layout.tops.last()) {
        let zero = layout.place_share(0.0);
        area.draw(&PathElement::new(vec![(zero, *top), (zero, *bottom)], Paint::Axis.stroke()))?;
    }
    draw_ticks(area, bars, layout, 14, Paint::Schedule, |bar| bar.schedule)?;
    draw_ticks(area, bars, layout, 26, Paint::Target, |bar| bar.allocation)?;
    for is_inside_wanted in [false, true] {
        for (row, bar) in bars.rows.iter().enumerate() {
            let width = measure(&layout.labels[row], TYPE_SIZE);
            // Where nothing fits, the end of the row is still better than nothing.
            let (left, is_inside) = layout.label_place(bars, row).unwrap_or((WIDTH - width, false));
            if is_inside != is_inside_wanted {
                continue;
            }
            let paint = match (bar.value, is_inside) {
                (None, _) => Paint::MutedText,
                (Some(_), true) => Paint::BarText,
                (Some(_), false) => Paint::Text,
            };
            let words = layout.labels[row].as_str();
            area.draw(&Text::new(words, (left, middle(row)), paint.words(HPos::Left, VPos::Center)))?;
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
            let left = (layout.place(value) - thick / 2).clamp(0, WIDTH - thick);
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
    use super::super::testing::{caption, check, check_words_apart, number, tone};
    use super::*;

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
            missing_label: "未报送".to_string(),
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
            RegionBar { tone, ..row(name, Some(&(30 - index * 3).to_string()), Some(&(40 - index * 4).to_string())) }
        });
        let svg = checked(&bars(rows.collect()));
        assert!(svg.len() < 3000, "{} bytes: {svg}", svg.len());
    }

    #[test]
    fn rows_keep_their_order() {
        let svg = checked(&bars(vec![row("丙", Some("1"), None), row("甲", Some("9"), None), row("乙", Some("5"), None)]));
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
        let rows = (0..40).map(|index| row("同样的区", Some("50"), Some(&(index * 3).to_string()))).collect();
        checked(&bars(rows));
        let long = "宿州高新技术产业开发区管理委员会及其代管的若干乡镇街道办事处";
        let mut row = row(long, Some("50"), Some("49"));
        row.label = "完成五十家，占全年分解任务的百分之一百零二点零四，位居全市各县区前列".to_string();
        let svg = checked(&bars(vec![row.clone(), RegionBar { value: Some(number("3")), ..row }]));
        assert!(svg.contains(&format!("<title>{long}</title>")), "{svg}");
    }
}
