//! All items at a glance: one numbered mark each, by section, in the order of the plan.
//!
//! Comes in: groups of items with tone, finished words and addresses. Goes out: a drawing that is an image,
//! or, when an item has an address, a group of links with a place to touch of at least 24 CSS pixels.
//! Says a status by shape and colour; the words are in the tooltip and in the list beside the drawing.

use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, VPos};

use super::style::{LINE_HEIGHT, Paint, TYPE_SIZE, Tone};
use super::svg::{Area, Drawn, Note, WIDTH};
use super::text::{measure, wrap};
use super::{Caption, Drawing, compose};

/// Height of a row of marks, in tenths of a unit.
const ROW_HEIGHT: i32 = 290;
/// Size of a mark, in tenths of a unit.
const MARK_SIZE: i32 = 120;
/// Air between one section and the next, in tenths of a unit.
const GROUP_GAP: i32 = 130;
/// Air between a mark and its number, and between one item and the next.
const AIR: i32 = 40;

/// Holds all items of a plan.
#[derive(Clone, Debug)]
pub struct Glance {
    /// The sections, in the order of the plan.
    pub groups: Vec<GlanceGroup>,
}

/// Holds the items of one section.
#[derive(Clone, Debug)]
pub struct GlanceGroup {
    /// The name of the section.
    pub title: String,
    /// Its items, in the order of the plan.
    pub items: Vec<GlanceItem>,
}

/// Holds one mark.
#[derive(Clone, Debug)]
pub struct GlanceItem {
    /// The number of the item in the plan.
    pub number: u32,
    /// How it stands.
    pub tone: Tone,
    /// Number, name and status in words.
    pub words: String,
    /// The address of its page.
    pub href: Option<String>,
}

/// Draws the items as rows of marks below the names of their sections.
#[must_use]
pub fn draw_glance(glance: &Glance, caption: &Caption) -> Drawing {
    let items = || glance.groups.iter().flat_map(|group| &group.items);
    let digits = items().map(|item| measure(&item.number.to_string(), TYPE_SIZE)).max().unwrap_or(0);
    // Every row has the same columns, so that the eye can run down them as well.
    let wanted = MARK_SIZE + AIR + digits + 2 * AIR;
    let columns = (WIDTH / wanted).clamp(1, 10);
    let grid = Grid { columns: columns as usize, pitch: WIDTH / columns };
    let has_links = items().any(|item| item.href.is_some());
    let titles: Vec<Vec<String>> = glance.groups.iter().map(|group| wrap(&group.title, TYPE_SIZE, WIDTH, 2)).collect();
    let heights = glance.groups.iter().zip(&titles).map(|(group, title)| grid.height(group, title) + GROUP_GAP);
    let height = (heights.sum::<i32>() - GROUP_GAP).max(100);
    compose(&["chart-glance"], has_links, height, caption, |area| {
        let mut top = 0;
        for (group, title) in glance.groups.iter().zip(&titles) {
            for (line, text) in title.iter().enumerate() {
                let at = (0, top + line as i32 * LINE_HEIGHT);
                area.draw(&Text::new(text.as_str(), at, Paint::MutedText.words(HPos::Left, VPos::Top)))?;
            }
            let rows_top = top + title_height(title);
            for (index, item) in group.items.iter().enumerate() {
                let (row, column) = ((index / grid.columns) as i32, (index % grid.columns) as i32);
                draw_item(area, item, (column * grid.pitch, rows_top + row * ROW_HEIGHT), grid.pitch)?;
            }
            top += grid.height(group, title) + GROUP_GAP;
        }
        Ok(())
    })
}

struct Grid {
    columns: usize,
    pitch: i32,
}

impl Grid {
    fn height(&self, group: &GlanceGroup, title: &[String]) -> i32 {
        title_height(title) + group.items.len().div_ceil(self.columns) as i32 * ROW_HEIGHT
    }
}

fn title_height(title: &[String]) -> i32 {
    let is_empty = title.iter().all(String::is_empty);
    if is_empty { 0 } else { 10 + title.len() as i32 * LINE_HEIGHT }
}

fn draw_item(area: &Area, item: &GlanceItem, (left, top): (i32, i32), pitch: i32) -> Drawn {
    if let Some(href) = &item.href {
        area.draw(&Note::LinkStart { href, label: &item.words })?;
    } else {
        // A link says its words itself; a mark alone says them as its tooltip.
        area.draw(&Note::Title(&item.words))?;
    }
    area.draw(&Rectangle::new([(left, top), (left + pitch, top + ROW_HEIGHT)], Paint::Touch.fill()))?;
    let middle = top + ROW_HEIGHT / 2;
    draw_status_mark(area, item.tone, (left + MARK_SIZE / 2, middle), MARK_SIZE)?;
    let at = (left + MARK_SIZE + AIR, middle);
    area.draw(&Text::new(item.number.to_string(), at, Paint::Text.words(HPos::Left, VPos::Center)))?;
    if item.href.is_some() {
        area.draw(&Note::LinkEnd)?;
    }
    Ok(())
}

/// Draws the shape of a tone around a centre.
pub(super) fn draw_status_mark(area: &Area, tone: Tone, (x, y): (i32, i32), size: i32) -> Drawn {
    let half = size / 2;
    let style = Paint::Mark.fill_in(Some(tone));
    let part = |tenths: i32| half * tenths / 10;
    let polygon = |corners: &[(i32, i32)]| {
        area.draw(&Polygon::new(corners.iter().map(|(dx, dy)| (x + part(*dx), y + part(*dy))).collect::<Vec<_>>(), style))
    };
    match tone {
        Tone::Done => {
            area.draw(&Circle::new((x, y), half, style))?;
            let check = [(-5, 0), (-1, 4), (5, -3)].map(|(dx, dy)| (x + part(dx), y + part(dy)));
            area.draw(&PathElement::new(check.to_vec(), Paint::Check.stroke()))
        }
        Tone::Ahead => polygon(&[(0, -9), (10, 9), (-10, 9)]),
        Tone::OnTrack => area.draw(&Circle::new((x, y), part(9), style)),
        Tone::SlightlyBehind => polygon(&[(0, -10), (10, 0), (0, 10), (-10, 0)]),
        Tone::Behind => polygon(&[(0, 9), (-10, -9), (10, -9)]),
        Tone::FarBehind => polygon(&[(-8, -8), (8, -8), (8, 8), (-8, 8)]),
        Tone::Neutral => area.draw(&Circle::new((x, y), part(7), Paint::RingMark.fill_in(Some(tone)))),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{caption, check, check_words_apart, tone};
    use super::*;

    fn glance(groups: usize, items: usize, has_links: bool) -> Glance {
        let group = |index: usize| GlanceGroup {
            title: "强化优质企业培育".to_string(),
            items: (0..items)
                .map(|item| GlanceItem {
                    number: (index * items + item + 1) as u32,
                    tone: tone(item),
                    words: format!("{item} 强化优质企业培育：低于序时进度 <&\">"),
                    href: has_links.then(|| format!("items/{item:02}/?a=1&b=2")),
                })
                .collect(),
        };
        Glance { groups: (0..groups).map(group).collect() }
    }

    #[test]
    fn one_few_and_many_items_fit() {
        for (groups, items) in [(0, 0), (1, 0), (1, 1), (5, 4), (1, 40), (30, 60)] {
            for has_links in [false, true] {
                let drawing = draw_glance(&glance(groups, items, has_links), &caption());
                check(drawing.as_str());
                check_words_apart(drawing.as_str());
                assert_eq!(drawing.as_str().matches("<a ").count(), if has_links { groups * items } else { 0 });
            }
        }
    }

    #[test]
    fn links_are_never_hidden_in_an_image() {
        let image = draw_glance(&glance(2, 3, false), &caption()).into_string();
        assert!(image.contains("role=\"img\""));
        let group = draw_glance(&glance(2, 3, true), &caption()).into_string();
        assert!(group.contains("role=\"group\"") && !group.contains("role=\"img\""));
        assert_eq!(group.matches(" aria-label=").count(), 6);
    }

    #[test]
    fn long_names_of_sections_are_wrapped() {
        let mut glance = glance(3, 4, true);
        glance.groups[1].title = "强化优质企业培育和高新技术产业开发区建设以及其他许多应当写进标题里的重点工作任务".to_string();
        glance.groups[2].title = String::new();
        check(draw_glance(&glance, &caption()).as_str());
    }
}
