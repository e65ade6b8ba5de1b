//! The milestones of an item along the year: when each was due, whether it was moved, when it was
//! done.
//!
//! Comes in: places along the axis as shares of it, and finished words. Goes out: a drawing as high
//! as it has rows. The due date is a hollow mark, what was done a filled one, so that a milestone
//! kept to the day is a ring with its dot. Delay is a line: to the day it was done, or to today. A
//! due date that was moved is dotted from its old place.

use plotters::element::{Circle, PathElement, Rectangle, Text};
use plotters::style::text_anchor::{HPos, VPos};

use super::drawing::{Caption, Drawing, compose};
use super::labels::Frame;
use super::style::{BOX_HEIGHT, LINE_HEIGHT, Paint, TYPE_SIZE, Tone};
use super::svg::{Area, Drawn, Note, WIDTH};
use super::text::{measure, shorten, wrap};
use super::ticks::thin_out;

/// Radius of a due date, and of a day something was done.
const DUE: i32 = 54;
const DONE: i32 = 34;
/// Radius of a due date that is no longer in force.
const OLD: i32 = 26;
/// Left and right end of the axis: a mark at the end must not be cut.
const LEFT: i32 = 70;
const RIGHT: i32 = WIDTH - 70;
/// Height of a track below its words, and the air below it.
const TRACK: i32 = 130;
const ROW_GAP: i32 = 70;
/// Air between a title and a label on the same line.
const WORD_GAP: i32 = 150;

/// Holds the milestones of an item. All words are finished and translated.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// The milestones, in the order of the plan.
    pub rows: Vec<TimelineRow>,
    /// The words below the axis with their places, 0 to 1 along it.
    pub ticks: Vec<(f64, String)>,
    /// The day that is looked at, and its word.
    pub today: Option<(f64, String)>,
}

/// Holds one milestone. Places are shares of the axis; one outside is drawn at its end.
#[derive(Clone, Debug)]
pub struct TimelineRow {
    /// What is to be done.
    pub title: String,
    /// When it is due.
    pub due: f64,
    /// When it was due before it was moved.
    pub moved_from: Option<f64>,
    /// When it was done.
    pub done: Option<f64>,
    /// How it stands.
    pub state: MilestoneState,
    /// The same in words, with the day.
    pub label: String,
    /// All of it in words.
    pub tooltip: String,
}

/// Says how a milestone stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MilestoneState {
    /// Done by its day.
    OnTime,
    /// Done after its day.
    Late,
    /// Its day has passed and it is not done.
    Overdue,
    /// Its day is still to come.
    NotDue,
}

impl MilestoneState {
    fn tone(self) -> Tone {
        match self {
            Self::OnTime => Tone::Done,
            Self::Late => Tone::SlightlyBehind,
            Self::Overdue => Tone::Behind,
            Self::NotDue => Tone::Neutral,
        }
    }
}

/// Draws the milestones below each other on one axis.
#[must_use]
pub fn draw_timeline(timeline: &Timeline, caption: &Caption) -> Drawing {
    let layout = Layout::of(timeline);
    compose(&["chart-timeline"], layout.height, caption, |area| {
        for words in &layout.words {
            let across = if words.is_at_end { HPos::Right } else { HPos::Left };
            let at = (if words.is_at_end { WIDTH } else { words.frame.left }, words.frame.top);
            area.draw(&Text::new(words.text.as_str(), at, words.paint.words(across, VPos::Top)))?;
        }
        draw_ground(area, timeline, &layout)?;
        for (row, track) in timeline.rows.iter().zip(&layout.tracks) {
            draw_milestone(
                area,
                row,
                *track,
                timeline.today.as_ref().map(|(today, _)| position(*today)),
            )?;
        }
        for (row, (top, bottom)) in timeline.rows.iter().zip(&layout.rows) {
            area.draw(&Note::Title(&row.tooltip))?;
            area.draw(&Rectangle::new([(0, *top), (WIDTH, *bottom)], Paint::Touch.fill()))?;
        }
        Ok(())
    })
}

/// Returns the place of a share of the axis.
fn position(fraction: f64) -> i32 {
    LEFT + (f64::from(RIGHT - LEFT) * fraction.clamp(0.0, 1.0)).round() as i32
}

/// Words with the room they take.
struct Words {
    text: String,
    paint: Paint,
    frame: Frame,
    is_at_end: bool,
}

/// Where everything goes, in tenths of a unit.
struct Layout {
    words: Vec<Words>,
    /// Upper and lower edge of each row.
    rows: Vec<(i32, i32)>,
    /// Height of each track.
    tracks: Vec<i32>,
    /// Height of the axis below all rows.
    axis: i32,
    height: i32,
}

impl Layout {
    fn of(timeline: &Timeline) -> Self {
        let strong = Paint::StrongText.measuring_size();
        let titles: Vec<_> =
            timeline.rows.iter().map(|row| wrap(&row.title, TYPE_SIZE, WIDTH, 2)).collect();
        let labels: Vec<_> =
            timeline.rows.iter().map(|row| shorten(&row.label, strong, WIDTH)).collect();
        let last_width = |title: &[String]| title.last().map_or(0, |line| measure(line, TYPE_SIZE));
        // Either all labels stand behind their titles or none does, so that the eye finds them.
        let is_beside = titles
            .iter()
            .zip(&labels)
            .all(|(t, l)| last_width(t) + WORD_GAP + measure(l, strong) <= WIDTH);
        let mut layout =
            Self { words: Vec::new(), rows: Vec::new(), tracks: Vec::new(), axis: 0, height: 0 };
        let mut top = 0;
        if let Some((today, word)) = &timeline.today {
            let text = shorten(word.trim(), TYPE_SIZE, WIDTH);
            let width = measure(&text, TYPE_SIZE);
            layout.put(
                text,
                Paint::MutedText,
                ((position(*today) - width / 2).min(WIDTH - width).max(0), 0),
                width,
            );
            top = LINE_HEIGHT + 70;
        }
        for ((row, title), label) in timeline.rows.iter().zip(titles).zip(labels) {
            let row_top = top;
            for text in title {
                let width = measure(&text, TYPE_SIZE);
                layout.put(text, Paint::Text, (0, top), width);
                top += LINE_HEIGHT;
            }
            let paint = if row.state == MilestoneState::NotDue {
                Paint::MutedText
            } else {
                Paint::StrongText
            };
            let width = measure(&label, strong);
            if is_beside {
                layout.put(label, paint, (WIDTH - width, top - LINE_HEIGHT), width);
                layout.words.last_mut().into_iter().for_each(|words| words.is_at_end = true);
            } else {
                layout.put(label, paint, (0, top), width);
                top += LINE_HEIGHT;
            }
            layout.tracks.push(top + TRACK / 2);
            top += TRACK;
            layout.rows.push((row_top, top));
            top += ROW_GAP;
        }
        layout.axis = top;
        layout.height = (top + 10).max(100);
        if !timeline.ticks.is_empty() {
            let words: Vec<_> = timeline
                .ticks
                .iter()
                .map(|(fraction, word)| (position(*fraction), word.as_str()))
                .collect();
            for (text, centre) in thin_out(&words) {
                let width = measure(&text, TYPE_SIZE);
                layout.put(text, Paint::MutedText, (centre - width / 2, top + 50), width);
            }
            layout.height = top + 50 + BOX_HEIGHT;
        }
        layout
    }

    fn put(&mut self, text: String, paint: Paint, (left, top): (i32, i32), width: i32) {
        let frame = Frame { left, top, right: left + width, bottom: top + BOX_HEIGHT };
        self.words.push(Words { text, paint, frame, is_at_end: false });
    }

    /// Returns the pieces of an upright line that do not run through words.
    fn pieces(&self, x: i32) -> Vec<(i32, i32)> {
        let mut pieces = Vec::new();
        let mut from = LINE_HEIGHT - 10;
        for Words { frame, text, .. } in
            self.words.iter().skip(1).filter(|words| words.frame.top < self.axis)
        {
            if !text.is_empty() && (frame.left - 40..frame.right + 40).contains(&x) {
                pieces.push((from, frame.top - 10));
                from = frame.bottom + 10;
            }
        }
        pieces.push((from, self.axis));
        pieces.retain(|(from, to)| to - from > 30);
        pieces
    }
}

/// Draws the tracks, the axis with its ticks, and today.
fn draw_ground(area: &Area, timeline: &Timeline, layout: &Layout) -> Drawn {
    let line = |from: (i32, i32), to: (i32, i32), paint: Paint| {
        area.draw(&PathElement::new(vec![from, to], paint.stroke()))
    };
    for track in &layout.tracks {
        line((LEFT, *track), (RIGHT, *track), Paint::Guide)?;
    }
    if !timeline.ticks.is_empty() {
        line((LEFT, layout.axis), (RIGHT, layout.axis), Paint::Axis)?;
        for (fraction, _) in &timeline.ticks {
            line(
                (position(*fraction), layout.axis),
                (position(*fraction), layout.axis + 40),
                Paint::Axis,
            )?;
        }
    }
    if let Some((today, _)) = &timeline.today {
        let x = position(*today);
        for (from, to) in layout.pieces(x) {
            line((x, from), (x, to), Paint::Pace)?;
        }
    }
    Ok(())
}

fn draw_milestone(area: &Area, row: &TimelineRow, y: i32, today: Option<i32>) -> Drawn {
    let tone = Some(row.state.tone());
    let due = position(row.due);
    let done = row.done.map(position);
    if let Some(old) = row.moved_from.map(position) {
        area.draw(&PathElement::new(vec![(old, y), (due, y)], Paint::Revision.stroke()))?;
        area.draw(&Circle::new((old, y), OLD, Paint::OldDot.fill()))?;
    }
    let delayed_to = match row.state {
        MilestoneState::Late => done,
        MilestoneState::Overdue => today,
        MilestoneState::OnTime | MilestoneState::NotDue => None,
    };
    if let Some(end) = delayed_to.filter(|end| *end > due) {
        area.draw(&PathElement::new(vec![(due, y), (end, y)], Paint::Line.stroke_in(tone)))?;
    }
    area.draw(&Circle::new((due, y), DUE, Paint::HollowDot.fill_in(tone)))?;
    if let Some(done) = done {
        area.draw(&Circle::new((done, y), DONE, Paint::Mark.fill_in(tone)))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::testing::{caption, check, check_words_apart, points_of};

    fn row(
        title: &str,
        due: f64,
        done: Option<f64>,
        state: MilestoneState,
        label: &str,
    ) -> TimelineRow {
        let tooltip = format!("{title}：{label}");
        TimelineRow {
            title: title.to_string(),
            due,
            moved_from: None,
            done,
            state,
            label: label.to_string(),
            tooltip,
        }
    }

    fn timeline(rows: Vec<TimelineRow>) -> Timeline {
        let ticks = (1..=12).map(|month| (f64::from(month) / 12.0, format!("{month}月"))).collect();
        Timeline { rows, ticks, today: Some((0.55, "今天 7月20日".to_string())) }
    }

    fn usual() -> Vec<TimelineRow> {
        vec![
            row("印发实施方案", 0.25, Some(0.25), MilestoneState::OnTime, "按期完成 3月31日"),
            row("完成项目立项", 0.3, Some(0.4), MilestoneState::Late, "逾期完成 5月25日"),
            row("开工建设", 0.5, None, MilestoneState::Overdue, "逾期未完成"),
            TimelineRow {
                moved_from: Some(0.75),
                ..row("竣工验收", 1.0, None, MilestoneState::NotDue, "未到期 12月31日")
            },
        ]
    }

    fn checked(timeline: &Timeline) -> String {
        let svg = draw_timeline(timeline, &caption()).into_string();
        check(&svg);
        check_words_apart(&svg);
        svg
    }

    #[test]
    fn four_milestones_are_small_and_say_how_they_stand() {
        let svg = checked(&timeline(usual()));
        assert!(svg.len() < 3100, "{} bytes: {svg}", svg.len());
        assert_eq!(svg.matches("class=\"cl t").count(), 2, "{svg}");
        assert_eq!(
            (svg.matches("class=\"cr\"").count(), svg.matches("class=\"co\"").count()),
            (1, 1),
            "{svg}"
        );
    }

    #[test]
    fn the_line_of_today_leaves_the_words_alone() {
        let mut timeline = timeline(usual());
        timeline.rows[0].title = "印发全市制造业三年倍增行动的实施方案并召开动员大会".to_string();
        let layout = Layout::of(&timeline);
        let svg = checked(&timeline);
        let path = svg
            .split("class=\"cc\" d=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .expect("a line of today");
        let points = points_of(path);
        assert!(points.len() > 2, "it is broken: {path}");
        for pair in points.chunks(2) {
            for Words { frame, text, .. } in &layout.words {
                let is_apart = pair[0].0 < frame.left
                    || pair[0].0 > frame.right
                    || pair[1].1 < frame.top
                    || pair[0].1 > frame.bottom;
                assert!(is_apart, "{pair:?} runs through {text}");
            }
        }
    }

    #[test]
    fn without_a_day_without_words_and_out_of_bounds_it_is_drawn() {
        for rows in [vec![], usual()[..1].to_vec(), usual()] {
            for today in [
                None,
                Some((0.0, "今天".to_string())),
                Some((7.0, String::new())),
                Some((f64::NAN, "今".repeat(90))),
            ] {
                for ticks in [
                    vec![],
                    timeline(vec![]).ticks,
                    vec![(-3.0, "前".repeat(40)), (9.0, "后".repeat(40))],
                ] {
                    let mut timeline = Timeline { rows: rows.clone(), ticks, today: today.clone() };
                    checked(&timeline);
                    for row in &mut timeline.rows {
                        (row.due, row.done, row.moved_from) =
                            (-1.0, Some(2.0), Some(f64::INFINITY));
                    }
                    checked(&timeline);
                }
            }
        }
    }

    #[test]
    fn long_titles_and_forty_rows_fit() {
        let mut rows = usual();
        rows[1].title =
            "全市规模以上工业企业技术改造投资完成额占全部固定资产投资的比重不低于百分之四十五点五"
                .to_string();
        rows[2].label =
            "overdue since the thirtieth of June, moved twice before that and still not begun"
                .to_string();
        rows[3].title = String::new();
        checked(&timeline(rows));
        checked(&timeline((0..40).map(|index| usual()[index % 4].clone()).collect()));
        checked(&timeline(vec![usual()[0].clone(); 7]));
    }
}
