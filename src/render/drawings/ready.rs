//! A chart that can be drawn, with what it says.

use crate::charts::{
    Bullet, Caption, Drawing, Parts, RegionBars, Strip, Timeline, Tone, Trend, draw_bullet,
    draw_parts, draw_regions, draw_strip, draw_timeline, draw_trend,
};
use crate::render::pills::tone_of;
use crate::render::sentences::IndicatorProse;

/// A chart that can be drawn, with what it says.
pub(super) struct Ready {
    pub input: Input,
    pub caption: Caption,
    /// One sentence.
    pub finding: String,
}

/// What a chart is drawn from.
pub(super) enum Input {
    Bullet(Bullet),
    Trend(Trend),
    Regions(RegionBars),
    Parts(Parts),
    Milestones(Timeline),
    Editions(Strip),
}

impl Ready {
    pub fn draw(&self) -> Drawing {
        match &self.input {
            Input::Bullet(bullet) => draw_bullet(bullet, &self.caption),
            Input::Trend(trend) => draw_trend(trend, &self.caption),
            Input::Regions(bars) => draw_regions(bars, &self.caption),
            Input::Parts(parts) => draw_parts(parts, &self.caption),
            Input::Milestones(timeline) => draw_timeline(timeline, &self.caption),
            Input::Editions(strip) => draw_strip(strip, &self.caption),
        }
    }
}

/// Returns the tone of an indicator: that of its newest figure, unless somebody decided by hand.
pub(super) fn tone(prose: &IndicatorProse<'_>) -> Tone {
    let verdict = prose
        .assessed
        .computed
        .as_ref()
        .map_or_else(|| prose.assessed.verdict_on_figure(), |_| &prose.assessed.status);
    tone_of(verdict.code)
}
