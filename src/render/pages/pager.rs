//! Lists too long for one page go on on the next: five hundred rows a page, at `page/2/` and so on
//! below the first.
//!
//! How many pages a list has depends on its rows, so it is asked where the rows are known, and
//! answered alike for addresses and for pages.
//!
//! A list on several pages is not narrowed: what stands on one of them is a part nobody asked for.
//! Such lists have no filter, and links to "only what is below" lead to the list.

use serde::Serialize;

use crate::render::address::{Address, Page};
use crate::render::context::PageContext;
use crate::render::frame::Link;
use crate::render::inventory::page_count;
use crate::render::text_id::text;
use crate::render::words::Slot;

/// How many page numbers are shown around the one that is read.
const AROUND: u32 = 2;

/// Where one is in a list of several pages, and the way to the others.
#[derive(Serialize)]
pub(super) struct Pager {
    /// Which page of how many this is.
    now: String,
    previous: Option<Link>,
    next: Option<Link>,
    /// The first, the last and those around this one; without an address where some are left out.
    numbers: Vec<Link>,
}

impl Pager {
    /// Makes the way through a list; nothing where it is all on one page.
    pub(super) fn new(context: PageContext<'_>) -> Option<Self> {
        let address = context.address;
        // The home page is the overview of the newest plan; its list goes on there.
        let page = match address.page {
            Page::Home => Page::Overview(context.at),
            other => other,
        };
        let all = page_count(context.renderer, page);
        if all < 2 {
            return None;
        }
        let words = context.words();
        let link = |page_index: u32, title: String| {
            let to = Address {
                language: address.language,
                page: if page_index == 0 { address.page } else { page },
                page_index,
            };
            Link {
                title,
                url: context.link_to(&context.renderer.path_of(to)),
                is_current: page_index == address.page_index,
            }
        };
        let mut numbers = Vec::new();
        let mut last = None;
        for page_index in (0..all).filter(|page_index| {
            *page_index == 0
                || *page_index + 1 == all
                || page_index.abs_diff(address.page_index) <= AROUND
        }) {
            if last.is_some_and(|last| last + 1 < page_index) {
                numbers.push(Link { title: "…".into(), url: String::new(), is_current: false });
            }
            numbers.push(link(page_index, (page_index + 1).to_string()));
            last = Some(page_index);
        }
        Some(Self {
            now: words.message(
                text!("leaf-of"),
                &[
                    ("n", Slot::Count(address.page_index as usize + 1)),
                    ("all", Slot::Count(all as usize)),
                ],
            ),
            previous: address
                .page_index
                .checked_sub(1)
                .map(|page_index| link(page_index, words.plain(text!("leaf-previous")))),
            next: (address.page_index + 1 < all)
                .then(|| link(address.page_index + 1, words.plain(text!("leaf-next")))),
            numbers,
        })
    }
}
