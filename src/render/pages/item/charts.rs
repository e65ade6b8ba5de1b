//! Draws the charts of an item's page.

use crate::render::address::Chart;
use crate::render::context::{PageContext, RenderError};
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
    context: PageContext<'_>,
    chart: Chart,
    caption: Caption,
) -> Result<String, RenderError> {
    let Some(figure) = figure(context, chart) else { return Ok(String::new()) };
    let told = match caption {
        Caption::Finding => figure.finding.as_str(),
        Caption::Bare => "",
    };
    let part = FigureWithCaption {
        svg: &figure.svg,
        told,
        url: &figure.url,
        is_sample: context.config().is_sample,
    };
    write_table(context, &part)
}
