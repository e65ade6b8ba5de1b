//! Reads the edges between statuses: the plan's for a pace, a level and targets of each region, and
//! an indicator's own.

use crate::codes;
use crate::front_matter::Keys;
use crate::message::message;
use crate::model::bands::{Bands, OwnBands, RegionBands};
use crate::number::Number;

/// Reads bands of the plan; an edge that is not named is the usual one.
pub(super) fn read_bands(keys: &mut Keys<'_, '_>, key: &str, usual: Bands) -> Bands {
    let Some(mut table) = keys.table(key) else { return usual };
    let bands = read_edges(&mut table, usual);
    check_order(&table, key, bands);
    table.finish();
    bands
}

/// Reads an indicator's own bands. All four are named: half of them would mix two yardsticks.
pub(super) fn read_own_bands(keys: &mut Keys<'_, '_>) -> Option<OwnBands> {
    let reason = keys.translated("bands_reason");
    let Some(mut table) = keys.table("bands") else {
        if reason.is_some() && !keys.has("bands") {
            keys.fault(
                codes::BANDS
                    .at(
                        keys.location_of("bands_reason"),
                        message!(
                            "`bands_reason` explains bands that are not there",
                            "`bands_reason`所说明的档界不存在"
                        ),
                    )
                    .help(message!(
                        "add `bands = {{ ahead = …, … }}`, or remove the reason",
                        "补充`bands = {{ ahead = …, … }}`，或删去该理由"
                    )),
            );
        }
        return None;
    };
    for edge in EDGES {
        if !table.has(edge) {
            table.missing(edge);
        }
    }
    let edges = read_edges(&mut table, Bands::default_for_pace());
    let is_whole = EDGES.iter().all(|edge| table.has(edge));
    if is_whole {
        check_order(&table, "bands", edges);
    }
    table.finish();
    if reason.as_ref().is_none_or(|reason| reason.first().trim().is_empty()) {
        keys.fault(
            codes::MISSING_KEY
                .at(
                    keys.location_of("bands"),
                    message!(
                        "bands of its own need a reason for readers",
                        "单独设置档界须向读者说明理由"
                    ),
                )
                .help(message!(
                    "add `bands_reason = \"…\"`: why the plan's bands do not fit",
                    "补充`bands_reason = \"…\"`：为何不用计划的档界"
                )),
        );
    }
    Some(OwnBands { edges, reason: reason.unwrap_or_default() }).filter(|_| is_whole)
}

/// Reads the bands of targets that are asked of each region, in percent of the regions.
pub(super) fn read_region_bands(keys: &mut Keys<'_, '_>) -> RegionBands {
    let usual = RegionBands::default();
    let Some(mut table) = keys.table("region_bands") else { return usual };
    let mut edge = |name: &str, other| table.number(name).map_or(other, |n| n.value);
    let bands = RegionBands {
        slightly_behind: edge("slightly_behind", usual.slightly_behind),
        behind: edge("behind", usual.behind),
    };
    let is_in_order = Number::HUNDRED >= bands.slightly_behind
        && bands.slightly_behind >= bands.behind
        && bands.behind >= Number::ZERO;
    if !is_in_order {
        table.fault(
            codes::BANDS.at(table.location(),
                message!(
                    "the edges of `region_bands` are not in falling order from 100 to 0",
                    "`region_bands`的界限未在100至0之间从高到低排列"
                ),
            )
            .help(message!(
                "100 ≥ slightly_behind ≥ behind ≥ 0: percent of the regions that are at or above \
                    their schedule",
                "100 ≥ slightly_behind ≥ behind ≥ 0：达到序时进度的地区所占百分比"
            )),
        );
    }
    table.finish();
    bands
}

const EDGES: [&str; 4] = ["ahead", "on_track", "slightly_behind", "behind"];

fn read_edges(table: &mut Keys<'_, '_>, usual: Bands) -> Bands {
    let mut edge = |name: &str, other| table.number(name).map_or(other, |n| n.value);
    Bands {
        ahead: edge("ahead", usual.ahead),
        on_track: edge("on_track", usual.on_track),
        slightly_behind: edge("slightly_behind", usual.slightly_behind),
        behind: edge("behind", usual.behind),
    }
}

fn check_order(table: &Keys<'_, '_>, key: &str, bands: Bands) {
    if !(bands.ahead >= bands.on_track
        && bands.on_track >= bands.slightly_behind
        && bands.slightly_behind >= bands.behind)
    {
        table.fault(
            codes::BANDS
                .at(
                    table.location(),
                    message!(
                        "the edges of `{key}` are not in falling order",
                        "`{key}`的各档界限未从高到低排列"
                    ),
                )
                .help(message!(
                    "ahead ≥ on_track ≥ slightly_behind ≥ behind",
                    "ahead ≥ on_track ≥ slightly_behind ≥ behind"
                )),
        );
    }
}
