//! The news of a plan as an Atom feed (RFC 4287): updates and published editions, the newest first.
//!
//! An entry's identifier is its address, which never changes meaning; its time is the one the
//! content gives, in the site's own offset. `quick-xml` writes the elements and escapes: the whole
//! of Atom would bring a second library of dates for a dozen element names.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::config::OutputKind;
use crate::date::{Date, parse_date_and_time};
use crate::language::LanguageIx;
use crate::markdown::render_markdown;
use crate::model::edition::Edition;
use crate::model::index::{EditionIx, PlanIx};
use crate::model::update::Update;
use crate::render::address::{Address, Feed, Page};
use crate::render::calendar::{is_out, published_on};
use crate::render::calendar_words::edition_title;
use crate::render::context::{PageContext, Renderer};
use crate::render::terms;
use crate::render::text_id::text;
use crate::render::words::Slot;

use super::lines::{clean, feed_url, listed, marked, page_url, site_title};

/// A reader who comes back after months finds the rest on the page.
const MOST_ENTRIES: usize = 50;

type Xml = Writer<Vec<u8>>;

/// One thing that is told. Moments are written in one offset, so that their texts are in the order
/// of time.
struct Entry {
    id: String,
    url: String,
    title: String,
    updated: String,
    published: String,
    /// A sentence.
    summary: Option<String>,
    /// Finished markup.
    content: Option<String>,
}

pub(super) fn render(renderer: &Renderer<'_>, language: LanguageIx, at: PlanIx) -> String {
    let address = listed(renderer, language, at, Page::Updates(at));
    let context = PageContext::new(renderer, address, at);
    let plan = context.plan();
    let as_of = context.as_of();
    let page = page_url(renderer, address).unwrap_or_default();
    let updates = plan.updates.iter().filter(|update| update.recorded <= as_of);
    let mut entries: Vec<Entry> =
        updates.map(|update| update_entry(context, &page, update)).collect();
    let editions = plan.numbered_editions().filter(|(_, edition)| is_out(edition, as_of));
    entries.extend(editions.map(|(ix, edition)| edition_entry(context, ix, edition)));
    // Two of one moment stand by their identifiers, so that the order never depends on files.
    entries.sort_by(|a, b| b.updated.cmp(&a.updated).then_with(|| a.id.cmp(&b.id)));
    entries.truncate(MOST_ENTRIES);
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    // Writing to memory cannot fail.
    let _ = write_feed(&mut xml, context, &page, &entries);
    let mut text = String::from_utf8(xml.into_inner()).unwrap_or_default();
    text.push('\n');
    text
}

fn write_feed(
    xml: &mut Xml,
    context: PageContext<'_>,
    page: &str,
    entries: &[Entry],
) -> io::Result<()> {
    let language = context.address.language;
    let words = context.words();
    let (tag, plan) = (words.language().tag(), context.plan());
    let own = feed_url(context.renderer, language, Feed::News(context.at)).unwrap_or_default();
    let name = format!(
        "{}{}{}",
        words.plain(text!("updates-page-title")),
        words.plain(text!("colon")),
        plan.title.in_language(words.language())
    );
    let day_shown = day_start(context.renderer, context.as_of());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let feed = xml
        .create_element("feed")
        .with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", tag)]);
    feed.write_inner_content(|xml| {
        element(xml, "title", &marked(context.renderer, language, &name))?;
        element(xml, "id", &own)?;
        element(xml, "updated", entries.first().map_or(&day_shown, |entry| &entry.updated))?;
        let author = xml.create_element("author");
        author.write_inner_content(|xml| {
            element(xml, "name", &site_title(context.renderer, language))
        })?;
        element(xml, "generator", "Taizhang")?;
        link(xml, &[("rel", "self"), ("type", "application/atom+xml"), ("href", &own)])?;
        link(xml, &[("rel", "alternate"), ("type", "text/html"), ("href", page)])?;
        if let Some(licence) = &context.config().licence {
            element(xml, "rights", licence)?;
        }
        entries.iter().try_for_each(|entry| write_entry(xml, page, entry))
    })?;
    Ok(())
}

fn write_entry(xml: &mut Xml, page: &str, entry: &Entry) -> io::Result<()> {
    xml.create_element("entry").write_inner_content(|xml| {
        element(xml, "title", &entry.title)?;
        element(xml, "id", &entry.id)?;
        link(xml, &[("rel", "alternate"), ("type", "text/html"), ("href", &entry.url)])?;
        element(xml, "published", &entry.published)?;
        element(xml, "updated", &entry.updated)?;
        if let Some(summary) = &entry.summary {
            element(xml, "summary", summary)?;
        }
        if let Some(content) = &entry.content {
            // Links in a text are meant from the page it stands on.
            let content_element = xml
                .create_element("content")
                .with_attributes([("type", "html"), ("xml:base", page)]);
            content_element.write_text_content(BytesText::new(&clean(content)))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn element(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&clean(text)))?;
    Ok(())
}

fn link(xml: &mut Xml, attributes: &[(&str, &str)]) -> io::Result<()> {
    xml.create_element("link").with_attributes(attributes.iter().copied()).write_empty()?;
    Ok(())
}

fn update_entry(context: PageContext<'_>, page: &str, update: &Update) -> Entry {
    let words = context.words();
    let url = format!("{page}#{}", update.id);
    let body = render_markdown(update.body.in_language(words.language()), 2);
    Entry {
        id: url.clone(),
        url,
        title: marked(
            context.renderer,
            context.address.language,
            update.title.in_language(words.language()),
        ),
        updated: day_start(context.renderer, update.recorded),
        published: day_start(context.renderer, update.date),
        // A reader that finds neither text shows the title alone; an entry without content needs
        // the link, which it has.
        summary: None,
        content: (!body.is_empty()).then_some(body),
    }
}

fn edition_entry(context: PageContext<'_>, ix: EditionIx, edition: &Edition) -> Entry {
    let language = context.address.language;
    let words = context.words();
    let has_page = context.config().wants(OutputKind::Editions);
    let page = if has_page { Page::Edition(context.at, ix) } else { Page::Overview(context.at) };
    let url = page_url(context.renderer, Address::new(language, page)).unwrap_or_default();
    let moment = moment_of(context.renderer, edition);
    let title = format!(
        "{}{}{}",
        words.plain(text!("calendar-published")),
        words.plain(text!("colon")),
        edition_title(words, context.plan(), edition)
    );
    let mut summary = words
        .message(text!("updated-to"), &[("date", Slot::Made(terms::date(words, edition.as_of)))]);
    if let (Some(reason), Some(planned)) = (&edition.delay_reason, edition.planned)
        && published_on(edition).is_some_and(|day| planned < day)
    {
        let reason = reason.in_language(words.language());
        summary.push_str(&format!(
            "{}{}{}{reason}",
            words.plain(text!("list-comma")),
            words.plain(text!("fact-delay")),
            words.plain(text!("colon"))
        ));
    }
    Entry {
        // Without pages of editions all share the address of the overview, and an identifier must
        // be one's own.
        id: if has_page { url.clone() } else { format!("{url}#edition-{}", edition.id) },
        url,
        title: marked(context.renderer, language, &title),
        updated: moment.clone(),
        published: moment,
        summary: Some(summary),
        content: None,
    }
}

/// Returns the moment an edition came out; where only a day is known, its beginning.
fn moment_of(renderer: &Renderer<'_>, edition: &Edition) -> String {
    match edition.published_at.as_deref().and_then(parse_date_and_time) {
        Some(moment) => moment_text(
            moment.date(),
            (moment.hour(), moment.minute()),
            &renderer.config.utc_offset,
        ),
        None => day_start(renderer, edition.planned.unwrap_or(edition.as_of)),
    }
}

fn day_start(renderer: &Renderer<'_>, day: Date) -> String {
    moment_text(day, (0, 0), &renderer.config.utc_offset)
}

/// Writes a moment as RFC 3339 has it.
fn moment_text(day: Date, (hour, minute): (i8, i8), utc_offset: &str) -> String {
    format!("{day}T{hour:02}:{minute:02}:00{utc_offset}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::parse_date;

    #[test]
    fn a_moment_keeps_the_offset_of_the_site() {
        let day = parse_date("2023-07-28").expect("a date");
        assert_eq!(moment_text(day, (9, 5), "+08:00"), "2023-07-28T09:05:00+08:00");
    }

    #[test]
    fn texts_and_addresses_are_escaped() {
        let mut xml = Writer::new(Vec::new());
        element(&mut xml, "title", "甲 <b>&\u{8}")
            .and_then(|()| link(&mut xml, &[("href", "a?b&\"c")]))
            .expect("memory");
        let text = String::from_utf8(xml.into_inner()).expect("text");
        assert_eq!(text, "<title>甲 &lt;b&gt;&amp;</title><link href=\"a?b&amp;&quot;c\"/>");
    }
}
