//! Draws the charts of an item's page.

use crate::model::index::PlanIx;
use crate::render::address::{Address, Chart};
use crate::render::context::{RenderError, Renderer};
use crate::render::drawings::figure;
use crate::render::tables::{FigureWithCaption, write_table};

/// What a caption says beside the mark of sample figures and the link to the file.
#[derive(Clone, Copy)]
pub(super) enum Caption {
    /// The finding of the chart.
    Finding,
    /// Nothing: the text beside the chart says it.
    Bare,
}

/// Draws a chart; nothing where there is nothing to draw.
pub(super) fn drawn(
    renderer: &Renderer<'_>,
    address: Address,
    at: PlanIx,
    chart: Chart,
    caption: Caption,
) -> Result<String, RenderError> {
    let Some(figure) = figure(renderer, address, at, chart) else { return Ok(String::new()) };
    let told = match caption {
        Caption::Finding => figure.finding.as_str(),
        Caption::Bare => "",
    };
    let part = FigureWithCaption {
        svg: &figure.svg,
        told,
        url: &figure.url,
        is_sample: renderer.config.is_sample,
    };
    write_table(renderer, address, &part)
}
