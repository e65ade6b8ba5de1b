//! Finds references that lead back to where they began: shares that are made of each other, regions
//! that lie in each other.
//!
//! Comes in: what names what, and where. Goes out: a fault for each circle with the place of every
//! link; the links of a circle are dropped, so that whoever follows references later comes to an
//! end. Parts of parts are followed to a depth no plan needs, and no deeper.

use std::collections::{BTreeMap, BTreeSet};

use crate::codes;
use crate::diag::Diagnostic;
use crate::message::{Message, StaticMessage, message};
use crate::model::index::IndicatorIx;
use crate::model::plan::Plan;
use crate::source::Location;

/// One reference: from whom, to whom, and where it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link<K> {
    pub from: K,
    pub to: K,
    pub location: Location,
}

/// Finds the groups that lead to themselves, each with its links, in the order of its first member.
pub(super) fn find_circles<K: Ord + Copy>(links: &[Link<K>]) -> Vec<Vec<Link<K>>> {
    let core = without_ends(links);
    let mut next: BTreeMap<K, Vec<K>> = BTreeMap::new();
    for link in &core {
        next.entry(link.from).or_default().push(link.to);
    }
    let mut circles = Vec::new();
    let mut reported = BTreeSet::new();
    for one in next.keys() {
        if reported.contains(one) {
            continue;
        }
        let ahead = reached(&next, *one);
        let members: BTreeSet<K> =
            ahead.iter().copied().filter(|other| reached(&next, *other).contains(one)).collect();
        let inner = |link: &&Link<K>| members.contains(&link.from) && members.contains(&link.to);
        let circle: Vec<Link<K>> = core.iter().filter(inner).copied().collect();
        if !circle.is_empty() {
            circles.push(circle);
        }
        reported.extend(members);
    }
    circles
}

/// Takes links away that end nowhere, until none is left that does. In good content nothing
/// remains.
fn without_ends<K: Ord + Copy>(links: &[Link<K>]) -> Vec<Link<K>> {
    let mut open: BTreeMap<K, usize> = BTreeMap::new();
    let mut behind: BTreeMap<K, Vec<K>> = BTreeMap::new();
    for link in links {
        *open.entry(link.from).or_default() += 1;
        behind.entry(link.to).or_default().push(link.from);
    }
    let mut ends: Vec<K> = behind.keys().copied().filter(|to| !open.contains_key(to)).collect();
    while let Some(end) = ends.pop() {
        for from in behind.get(&end).into_iter().flatten() {
            let Some(left) = open.get_mut(from) else { continue };
            *left -= 1;
            if *left == 0 {
                ends.push(*from);
            }
        }
    }
    links.iter().filter(|link| open.get(&link.to).is_some_and(|left| *left > 0)).copied().collect()
}

/// Lists whom one leads to; itself only where it leads back.
fn reached<K: Ord + Copy>(next: &BTreeMap<K, Vec<K>>, one: K) -> BTreeSet<K> {
    let mut found = BTreeSet::new();
    let mut open = vec![one];
    while let Some(at) = open.pop() {
        open.extend(next.get(&at).into_iter().flatten().filter(|to| found.insert(**to)));
    }
    found
}

/// Says that a circle is one: at its first link, with a label at each of the others.
pub(super) fn circle_fault<K: Ord + Copy>(
    circle: &[Link<K>],
    name: impl Fn(K) -> String,
    what: StaticMessage,
    help: Message,
) -> Diagnostic {
    let names: BTreeSet<K> = circle.iter().map(|link| link.from).collect();
    let list = |between: &str| {
        names.iter().map(|one| format!("`{}`", name(*one))).collect::<Vec<_>>().join(between)
    };
    let message = Message::new(
        format!("{}: {}", what.en, list(", ")),
        format!("{}：{}", what.zh, list("、")),
    );
    let mut links = circle.iter();
    let location =
        links.next().map_or(Location::start_of(crate::source::FileId(0)), |link| link.location);
    let fault = codes::CIRCLE.at(location, message).help(help);
    links.fold(fault, |fault, link| {
        fault.label(
            link.location,
            message!("`{}` names `{}` here", "`{}`在此引用`{}`", name(link.from), name(link.to)),
        )
    })
}

/// How deep shares may be made of shares: no plan needs more, and each step doubles the work.
const MOST_STEPS: usize = 6;

/// Drops the parts of shares that are made of each other, and tells each circle.
pub(super) fn drop_circles_of_shares(
    plan: &mut Plan,
    links: &[Link<IndicatorIx>],
    faults: &mut Vec<Diagnostic>,
) {
    for circle in find_circles(links) {
        let help = message!(
            "name two indicators that have figures of their own as numerator and denominator",
            "分子、分母应为自有数据的指标"
        );
        let what = StaticMessage::new(
            "shares lead in a circle and would need themselves",
            "比率引用成圈，要由自身算出",
        );
        faults.push(circle_fault(&circle, |ix| plan.indicator(ix).id.clone(), what, help));
        for link in &circle {
            drop_parts(plan, link.from);
        }
    }
    let mut order: Vec<&Link<IndicatorIx>> = links.iter().collect();
    order.sort_by_key(|link| link.from);
    for link in order {
        if depth_of(plan, link.from) > MOST_STEPS {
            let id = &plan.indicator(link.from).id;
            let message = message!(
                "the share `{id}` is made of shares of shares, more than {MOST_STEPS} deep",
                "比率`{id}`由多层比率算出，超过{MOST_STEPS}层"
            );
            let help = message!(
                "name the indicators that are counted as its parts",
                "分子、分母应直接引用被计数的指标"
            );
            faults.push(codes::CIRCLE.at(link.location, message).help(help));
            drop_parts(plan, link.from);
        }
    }
}

fn drop_parts(plan: &mut Plan, ix: IndicatorIx) {
    let indicator = &mut plan.indicators[ix.0 as usize];
    (indicator.numerator, indicator.denominator) = (None, None);
}

/// Counts the steps down from a share, and stops where they are too many.
fn depth_of(plan: &Plan, ix: IndicatorIx) -> usize {
    let mut level: BTreeSet<IndicatorIx> = BTreeSet::from([ix]);
    for depth in 0..=MOST_STEPS {
        let parts = |ix: &IndicatorIx| {
            let indicator = plan.indicator(*ix);
            [indicator.numerator, indicator.denominator].into_iter().flatten()
        };
        level = level.iter().flat_map(parts).collect();
        if level.is_empty() {
            return depth;
        }
    }
    MOST_STEPS + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    /// Links of single letters, `ab` = a names b.
    fn circles(links: &str) -> Vec<String> {
        let link = |text: &str| {
            let (from, to) = (text.as_bytes()[0], text.as_bytes()[1]);
            Link { from, to, location: Location::start_of(FileId(0)) }
        };
        let links: Vec<Link<u8>> = links.split_whitespace().map(link).collect();
        let shown = |circle: Vec<Link<u8>>| {
            circle
                .iter()
                .map(|link| format!("{}{}", char::from(link.from), char::from(link.to)))
                .collect::<Vec<_>>()
                .join(" ")
        };
        find_circles(&links).into_iter().map(shown).collect()
    }

    #[test]
    fn every_circle_is_found_once_with_all_its_links() {
        assert_eq!(circles("ab bc cd ad"), Vec::<String>::new());
        assert_eq!(circles("aa"), ["aa"]);
        assert_eq!(circles("ab ba"), ["ab ba"]);
        assert_eq!(circles("ab bc ca ad da ef xa bz"), ["ab bc ca ad da"]);
        assert_eq!(circles("ab ba bc cd dc"), ["ab ba", "cd dc"]);
    }
}
