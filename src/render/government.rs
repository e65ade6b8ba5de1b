//! The meta tags of a government site: which page says what of the site, its column and itself.
//!
//! The front page has the three tags of the site, lists have those of the column beside them, and
//! pages with content of their own say also what they are, when they were published and by whom. A
//! moment of publication is that of the edition, never that of the build.

use serde::Serialize;

use crate::config::Government;
use crate::model::index::PlanIx;

use super::address::{Address, Page};
use super::context::Renderer;

/// One meta tag.
#[derive(Debug, Serialize)]
pub(super) struct Meta {
    name: &'static str,
    content: String,
}

/// What the footer of a government site says.
#[derive(Debug, Serialize)]
pub(super) struct Records {
    sponsor: String,
    site_id_code: String,
    icp: Option<String>,
    police: Option<String>,
}

/// Returns the block, unless the site is a sample, which must not pose as a government's.
fn shown<'s>(renderer: &'s Renderer<'_>) -> Option<&'s Government> {
    renderer.config.government.as_ref().filter(|_| !renderer.config.is_sample)
}

/// Says what the footer says.
pub(super) fn records(renderer: &Renderer<'_>) -> Option<Records> {
    let government = shown(renderer)?;
    Some(Records {
        sponsor: government.sponsor.value.clone(),
        site_id_code: government.site_id_code.value.clone(),
        icp: government.icp.as_ref().map(|record| record.value.clone()),
        police: government.police.as_ref().map(|record| record.value.clone()),
    })
}

/// Lists the meta tags of a page.
pub(super) fn metas(
    renderer: &Renderer<'_>,
    address: Address,
    title: &str,
    plan_at: Option<PlanIx>,
) -> Vec<Meta> {
    let Some(government) = shown(renderer) else { return Vec::new() };
    let meta = |name: &'static str, content: &str| Meta { name, content: content.to_string() };
    let mut metas = vec![
        meta("SiteName", &government.site_name.value),
        meta("SiteDomain", &government.site_domain.value),
        meta("SiteIDCode", &government.site_id_code.value),
    ];
    let column = match address.page {
        Page::Home | Page::NotFound => {
            metas.push(meta("ColumnType", "首页"));
            return metas;
        }
        Page::Data(_) => "数据开放",
        _ => "数据发布",
    };
    metas.push(meta("ColumnName", &government.column_name.value));
    metas.push(meta("ColumnDescription", &government.column_description.value));
    metas.push(meta("ColumnKeywords", &government.column_keywords.value));
    metas.push(meta("ColumnType", column));
    let moment = match address.page {
        Page::Edition(at, edition) => renderer.site.plan(at).edition(edition).published_at.clone(),
        Page::Item(at, _) | Page::Period(at, _) | Page::Overview(at) => {
            renderer.shown(at).edition.as_ref().and_then(|edition| edition.published_at.clone())
        }
        Page::Free(_) => None,
        _ => return metas,
    };
    metas.push(meta("ArticleTitle", title));
    metas.extend(moment.map(|moment| meta("PubDate", &moment)));
    if let Some(issuer) = plan_at.map(|at| renderer.plan(at).issuer.first()) {
        metas.push(meta("ContentSource", issuer));
    }
    metas
}
