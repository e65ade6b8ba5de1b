//! The files of an edition: its `plan.json`, and the release that freezes it.
//!
//! A frozen edition gives back the bytes it was frozen with; any other one is told as its day of
//! knowledge and today's rules have it.

use serde_json::{Map, Value, json};

use crate::checksum::sha256;
use crate::model::index::{EditionIx, PlanIx};
use crate::model::release::RELEASE_SCHEMA;
use crate::render::context::Renderer;
use crate::render::edition_words::describe_edition;

use super::plan_json::render_plan;

/// Writes the plan.json of an edition.
pub(in crate::render) fn render_edition(
    renderer: &Renderer<'_>,
    at: PlanIx,
    edition: EditionIx,
) -> Vec<u8> {
    let plan = renderer.site.plan(at);
    let id = &plan.edition(edition).id;
    if let Some(release) = plan.release(id) {
        return release.plan_json.clone().into_bytes();
    }
    let shown = renderer.shown[at.row()]
        .editions
        .iter()
        .find(|shown| shown.edition.as_ref().is_some_and(|edition| edition.id == *id));
    shown.map(|shown| render_plan(&renderer.of_edition(shown), at)).unwrap_or_default()
}

/// Freezes what a renderer of an edition tells: its plan.json, and what its page says in every
/// language, with their checksums. Nothing where no edition is rendered.
pub(in crate::render) fn render_release(renderer: &Renderer<'_>, at: PlanIx) -> Option<Vec<u8>> {
    let (plan, edition) = (renderer.site.plan(at), renderer.shown(at).edition.as_ref()?);
    let plan_json = render_plan(renderer, at);
    let mut pages = Map::new();
    let mut sums = Map::new();
    for (language, tag) in renderer.languages().zip(&renderer.config.languages) {
        let page = serde_json::to_value(describe_edition(renderer, language, at)).ok()?;
        sums.insert(tag.tag().to_string(), sha256(page.to_string().as_bytes()).into());
        pages.insert(tag.tag().to_string(), page);
    }
    let release = json!({
        "schema": RELEASE_SCHEMA,
        "generator": format!("taizhang {}", env!("CARGO_PKG_VERSION")),
        "plan": plan.id,
        "edition": edition.id,
        "as_of": edition.as_of.to_string(),
        "sha256": { "plan.json": sha256(&plan_json), "pages": sums },
        "pages": pages,
        "plan_json": serde_json::from_slice::<Value>(&plan_json).ok()?,
    });
    Some(format!("{release}\n").into_bytes())
}
