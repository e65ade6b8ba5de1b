//! Statuses over the editions: a row each, a mark per edition, the oldest left.
//!
//! Comes in: rows of tones with finished words. Goes out: a drawing as high as it has rows. Names
//! stand left; with many editions they stand above their marks, so that these stay large enough to
//! be told apart. A missing cell is a short dash. Rows keep their order, and the heads of columns
//! are fewer where they would collide.

use plotters::element::{Circle, PathElement, Text};
use plotters::style::text_anchor::{HPos, VPos};

use super::drawing::{Caption, Drawing, compose};
use super::marks::draw_status_mark;
use super::rows::{NAME_LINE, NAME_WIDTH, Names, ROW_HEIGHT};
use super::style::{Paint, TYPE_SIZE, Tone};
use super::svg::{Area, Drawn, Note, WIDTH};
use super::text::{measure, wrap_evenly};
use super::ticks::choose;

/// Marks nearer than this want the whole width, and the names stand above them.
const LEAST_PITCH: i32 = 125;
/// Two marks are never further apart than this.
const MOST_PITCH: i32 = 600;
/// What a column asks for before names are given more room, and how much they get at most.
const ROOMY_PITCH: i32 = 480;
const MOST_NAME_WIDTH: i32 = 1800;
/// With more columns than this the marks could no longer be told apart: the oldest are left out.
const MOST_COLUMNS: usize = 24;
/// Largest size of a mark.
const MARK_SIZE: i32 = 110;
/// Air between two heads, and the width a head may take where not all have room.
const HEAD_AIR: i32 = 60;
const HEAD_WIDTH: i32 = 800;

/// Holds the table of statuses.
#[derive(Clone, Debug)]
pub struct Strip {
    /// The names of the editions, oldest first.
    pub columns: Vec<String>,
    /// The rows, in the order of the plan.
    pub rows: Vec<StripRow>,
}

/// Holds the statuses of one thing.
#[derive(Clone, Debug)]
pub struct StripRow {
    /// Its name.
    pub name: String,
    /// The row counts for more than the others.
    pub is_strong: bool,
    /// A status per edition, oldest first.
    pub cells: Vec<Option<StripCell>>,
}

/// Holds one status.
#[derive(Clone, Debug)]
pub struct StripCell {
    /// How it stood.
    pub tone: Tone,
    /// All of it in words.
    pub tooltip: String,
}

/// Draws the statuses of all rows.
#[must_use]
pub fn draw_strip(strip: &Strip, caption: &Caption) -> Drawing {
    let layout = Layout::of(strip);
    compose(&["chart-strip"], layout.height, caption, |area| {
        draw_heads(area, &layout)?;
        for (row, shown) in strip.rows.iter().enumerate() {
            layout.names.draw(area, row, &shown.name, layout.name_middle(row), paint_of(shown))?;
        }
        draw_cells(area, strip, &layout)
    })
}

fn paint_of(row: &StripRow) -> Paint {
    if row.is_strong { Paint::StrongText } else { Paint::Text }
}

/// Where everything goes, in tenths of a unit.
struct Layout {
    names: Names,
    /// Names stand above their marks.
    is_stacked: bool,
    /// The columns that are drawn begin with this one.
    first: usize,
    columns: usize,
    pitch: i32,
    left: i32,
    /// Lines of each head with the centre of its column.
    heads: Vec<(Vec<String>, i32)>,
    head_lines: i32,
    top: i32,
    row_height: i32,
    height: i32,
}

impl Layout {
    fn of(strip: &Strip) -> Self {
        let columns = strip.columns.len().min(MOST_COLUMNS);
        let pitch_from = |left: i32| ((WIDTH - left) / (columns as i32).max(1)).min(MOST_PITCH);
        let named = || strip.rows.iter().map(|row| (row.name.as_str(), paint_of(row)));
        // A few columns leave the names more room than many do.
        let name_width = (WIDTH - columns as i32 * ROOMY_PITCH).clamp(NAME_WIDTH, MOST_NAME_WIDTH);
        let mut names = Names::of(named(), 0, name_width);
        let is_stacked = pitch_from(names.right) < LEAST_PITCH;
        if is_stacked {
            names = Names::of(named(), 0, WIDTH);
        }
        let left = if is_stacked { 0 } else { names.right };
        let pitch = pitch_from(left);
        let first = strip.columns.len() - columns;
        let heads = lay_heads(&strip.columns[first..], left + pitch / 2, pitch);
        let head_lines = heads.iter().map(|(lines, _)| lines.len() as i32).max().unwrap_or(0);
        let name_lines = names.lines.iter().map(Vec::len).max().unwrap_or(1) as i32;
        let row_height = if is_stacked {
            name_lines * NAME_LINE + 230
        } else {
            ROW_HEIGHT + (name_lines - 1) * NAME_LINE
        };
        let top = head_lines * NAME_LINE + 30;
        let height = (top + row_height * strip.rows.len() as i32).max(100);
        Self {
            names,
            is_stacked,
            first,
            columns,
            pitch,
            left,
            heads,
            head_lines,
            top,
            row_height,
            height,
        }
    }

    fn name_middle(&self, row: usize) -> i32 {
        let top = self.top + row as i32 * self.row_height;
        if self.is_stacked {
            top + 60 + self.names.lines[row].len() as i32 * NAME_LINE / 2
        } else {
            top + self.row_height / 2
        }
    }

    fn mark_middle(&self, row: usize) -> i32 {
        let top = self.top + row as i32 * self.row_height;
        if self.is_stacked { top + self.row_height - 85 } else { top + self.row_height / 2 }
    }

    fn centre(&self, column: usize) -> i32 {
        self.left + self.pitch / 2 + column as i32 * self.pitch
    }

    fn mark_size(&self) -> i32 {
        (self.pitch * 8 / 10).min(MARK_SIZE)
    }
}

/// Wraps the heads to the width of a column where they all fit, and else lets the newest take the
/// room of others.
fn lay_heads(columns: &[String], first_centre: i32, pitch: i32) -> Vec<(Vec<String>, i32)> {
    let wrapped = |width: i32| {
        columns.iter().map(|head| wrap_evenly(head, TYPE_SIZE, width, 2)).collect::<Vec<_>>()
    };
    let mut heads = wrapped((pitch - HEAD_AIR).max(TYPE_SIZE));
    if heads.iter().flatten().any(|line| line.ends_with('…')) {
        heads = wrapped(HEAD_WIDTH);
    }
    let widths = heads
        .iter()
        .map(|lines| lines.iter().map(|line| measure(line, TYPE_SIZE)).max().unwrap_or(0));
    let sizes: Vec<_> = widths
        .enumerate()
        .map(|(column, width)| (first_centre + column as i32 * pitch, width))
        .collect();
    choose(&sizes, |_| pitch / 4)
        .into_iter()
        .map(|(column, centre)| (heads[column].clone(), centre))
        .collect()
}

/// Draws the heads; their last lines stand on one line, next to the marks.
fn draw_heads(area: &Area, layout: &Layout) -> Drawn {
    for (lines, centre) in &layout.heads {
        let top = (layout.head_lines - lines.len() as i32) * NAME_LINE;
        for (line, text) in lines.iter().enumerate() {
            let at = (*centre, top + line as i32 * NAME_LINE);
            area.draw(&Text::new(
                text.as_str(),
                at,
                Paint::MutedText.words(HPos::Center, VPos::Top),
            ))?;
        }
    }
    Ok(())
}

/// Draws in layers, so that marks of one class stand together: the lines, the dashes, the marks by
/// their tones.
fn draw_cells(area: &Area, strip: &Strip, layout: &Layout) -> Drawn {
    let cell = |row: usize, column: usize| {
        strip.rows[row].cells.get(layout.first + column).and_then(Option::as_ref)
    };
    let places = || {
        (0..strip.rows.len()).flat_map(|row| (0..layout.columns).map(move |column| (row, column)))
    };
    let half = layout.mark_size() / 2;
    if layout.columns > 1 {
        for row in 0..strip.rows.len() {
            let (left, right, y) =
                (layout.centre(0), layout.centre(layout.columns - 1), layout.mark_middle(row));
            area.draw(&PathElement::new(vec![(left, y), (right, y)], Paint::Guide.stroke()))?;
        }
    }
    for (row, column) in places().filter(|(row, column)| cell(*row, *column).is_none()) {
        let (x, y) = (layout.centre(column), layout.mark_middle(row));
        area.draw(&PathElement::new(
            vec![(x - half / 2, y), (x + half / 2, y)],
            Paint::Dash.stroke(),
        ))?;
    }
    for tone in Tone::ALL {
        for (row, column) in places() {
            let Some(shown) = cell(row, column).filter(|shown| shown.tone == tone) else {
                continue;
            };
            let at = (layout.centre(column), layout.mark_middle(row));
            if tone == Tone::Neutral {
                // The line must not run through a ring.
                area.draw(&Circle::new(at, half * 7 / 10, Paint::Cut.fill()))?;
            }
            area.draw(&Note::Title(&shown.tooltip))?;
            draw_status_mark(area, tone, at, layout.mark_size())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::testing::{caption, check, check_words_apart, tone, word_boxes};

    fn row(name: &str, columns: usize) -> StripRow {
        let cell = |column: usize| {
            (column % 5 != 3)
                .then(|| StripCell { tone: tone(column), tooltip: format!("{name} {column}") })
        };
        StripRow {
            name: name.to_string(),
            is_strong: name == "总体",
            cells: (0..columns).map(cell).collect(),
        }
    }

    fn strip(names: &[&str], columns: usize) -> Strip {
        let columns: Vec<String> =
            (0..columns).map(|at| format!("{}年{}月", 2023 + at / 12, at % 12 + 1)).collect();
        Strip { rows: names.iter().map(|name| row(name, columns.len())).collect(), columns }
    }

    fn checked(strip: &Strip) -> String {
        let svg = draw_strip(strip, &caption()).into_string();
        check(&svg);
        check_words_apart(&svg);
        let words = word_boxes(&svg);
        if let Some(last) = strip.columns.last().filter(|last| last.len() < 30) {
            let joined: String = words.iter().map(|(words, _)| words.as_str()).collect();
            assert!(joined.contains(last.as_str()), "the last edition has its word: {words:?}");
        }
        svg
    }

    #[test]
    fn six_editions_of_a_few_items_are_small() {
        let svg = checked(&strip(&["总体", "强化优质企业培育", "推进技术改造", "数字赋能"], 6));
        assert!(svg.len() < 3200, "{} bytes: {svg}", svg.len());
        assert_eq!(svg.matches("<title>").count(), 20, "{svg}");
        assert!(svg.contains("class=\"xs\""), "{svg}");
    }

    #[test]
    fn any_number_of_editions_has_room() {
        for columns in [0, 1, 2, 3, 12, 24, 40, 60] {
            for names in [&[][..], &["总体"], &["总体", "新增规模以上工业企业数量", ""]]
            {
                checked(&strip(names, columns));
            }
        }
    }

    #[test]
    fn marks_never_touch() {
        for columns in [2, 12, 20, 24, 90] {
            let layout = Layout::of(&strip(&["规模以上工业企业技术改造"], columns));
            assert!(
                layout.mark_size() < layout.pitch && layout.mark_size() >= 100,
                "{columns}: {}",
                layout.mark_size()
            );
            assert!(layout.centre(layout.columns - 1) + layout.mark_size() / 2 <= WIDTH);
        }
    }

    #[test]
    fn heads_stand_by_their_columns() {
        for columns in [2, 4, 6, 12, 24] {
            let mut strip = strip(&["规模以上工业企业技术改造"], columns);
            strip.columns.iter_mut().for_each(|head| *head = format!("第{head}调度的一期"));
            let layout = Layout::of(&strip);
            for (lines, centre) in &layout.heads {
                let nearest = (0..columns)
                    .min_by_key(|column| (layout.centre(*column) - centre).abs())
                    .expect("a column");
                let head = lines.concat();
                let is_head_of =
                    |column: usize| strip.columns[column].starts_with(head.trim_end_matches('…'));
                // The edge of the drawing may push the last one aside.
                assert!(
                    is_head_of(nearest) || is_head_of(columns - 1),
                    "{head} stands over column {nearest}"
                );
            }
        }
    }

    #[test]
    fn rows_are_evenly_high_and_gaps_are_dashes() {
        let svg = checked(&strip(&["甲", "全市规模以上工业企业技术改造投资", "乙"], 4));
        assert_eq!(svg.matches("class=\"cv\"").count(), 1, "the dashes are one path: {svg}");
        let mut short = strip(&["甲", "乙"], 4);
        short.rows[0].cells.clear();
        short.rows[1].cells.extend(row("乙", 9).cells);
        checked(&short);
        let layout = Layout::of(&strip(&["甲", "全市规模以上工业企业技术改造投资", "乙"], 4));
        assert_eq!(
            layout.mark_middle(1) - layout.mark_middle(0),
            layout.mark_middle(2) - layout.mark_middle(1)
        );
    }

    #[test]
    fn long_words_and_forty_rows_fit() {
        checked(&strip(&["同样的事项"; 40], 12));
        let long =
            "全市规模以上工业企业技术改造投资完成额占全部固定资产投资的比重不低于百分之四十五点五";
        let english = "Share of technical upgrading in the fixed-asset investment of industrial \
            enterprises above designated size";
        for columns in [3, 24] {
            let mut strip = strip(&[long, english, "总体"], columns);
            let svg = checked(&strip);
            assert!(svg.contains(&format!("<title>{long}</title>")) || columns > 20, "{svg}");
            strip
                .columns
                .iter_mut()
                .for_each(|head| *head = format!("{head}（二〇二三年上半年调度会之前冻结的一期）"));
            checked(&strip);
        }
    }
}
