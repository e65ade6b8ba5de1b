//! What the things of a plan are called when a message names their kind.

use crate::said::Both;

pub(super) const INDICATOR: Both = Both::new("indicator", "指标");
pub(super) const REGION: Both = Both::new("region", "地区");
pub(super) const DEPARTMENT: Both = Both::new("department", "部门");
pub(super) const MILESTONE: Both = Both::new("milestone", "节点");
pub(super) const SECTION: Both = Both::new("section", "部分");
pub(super) const ITEM: Both = Both::new("item", "事项");
pub(super) const FLAG: Both = Both::new("flag", "标记");
pub(super) const REVISION: Both = Both::new("revision", "修订类型");
