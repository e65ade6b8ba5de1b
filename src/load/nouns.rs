//! What the things of a plan are called when a message names their kind.

use crate::message::StaticMessage;

pub(super) const INDICATOR: StaticMessage = StaticMessage::new("indicator", "指标");
pub(super) const REGION: StaticMessage = StaticMessage::new("region", "地区");
pub(super) const DEPARTMENT: StaticMessage = StaticMessage::new("department", "部门");
pub(super) const MILESTONE: StaticMessage = StaticMessage::new("milestone", "节点");
pub(super) const SECTION: StaticMessage = StaticMessage::new("section", "部分");
pub(super) const ITEM: StaticMessage = StaticMessage::new("item", "事项");
pub(super) const FLAG: StaticMessage = StaticMessage::new("flag", "标记");
pub(super) const REVISION: StaticMessage = StaticMessage::new("revision", "修订类型");
