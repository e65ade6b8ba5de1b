//! Files to subscribe to: the calendar of a plan, and its news as an Atom feed.
//!
//! Both are pure functions of the shown day: identifiers come from the content, times from its
//! dates, nothing from a clock. This is the home of `quick-xml`.
//!
//! An identifier is made of plan, kind and id, or is the address of the page, so that a subscriber
//! sees an event move instead of twice. The day of a report is part of its identifier: another day
//! is another deadline.

mod atom;
mod ics;
mod lines;

use crate::language::LanguageIx;

use super::address::Feed;
use super::context::Renderer;

/// Renders a feed.
pub(super) fn render_feed(renderer: &Renderer<'_>, language: LanguageIx, feed: Feed) -> Vec<u8> {
    match feed {
        Feed::Calendar(at) => ics::render(renderer, language, at),
        Feed::News(at) => atom::render(renderer, language, at),
    }
    .into_bytes()
}
