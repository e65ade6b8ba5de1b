//! A government block that a check of government sites would reject: empty or placeholder values, a
//! code or domain of another form, pages without a moment of publication, or a sample that poses as
//! a government site.
//!
//! What is asked for is in 《政府网站发展指引》 (国办发〔2017〕47号), in its annex on meta tags.

use crate::config::Government;
use crate::diag::{Code, Diagnostic};
use crate::message::{Message, message};
use crate::source::Located;

use super::context::CheckContext;
use super::rule::{Rule, bilingual};

pub(super) const RULE: Rule = Rule {
    code: Code::warning("government-block"),
    is_settable: true,
    what: bilingual(
        "A check of government sites would reject what the site says of itself",
        "网站信息通不过政府网站检查",
    ),
    why: bilingual(
        "Checks read meta tags and footer: empty, null and placeholder values count as faults",
        "检查会读取网页标签和页脚：空值、null和占位文字都算错误",
    ),
    example: "[government]\nsite_id_code = \"网站标识码\"",
    remedy: bilingual(
        "Write the registered values: a code of ten signs (3413000001), a domain without https://",
        "填写登记的内容：标识码10位（如3413000001），域名不带https://",
    ),
};

/// What templates ship with and people forget to replace.
const PLACEHOLDERS: [&str; 8] =
    ["null", "undefined", "网站标识码", "政府网站标识码", "xxx", "××", "待填", "示例"];

pub(super) fn check(context: CheckContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(government) = &context.config.government else { return };
    let mut report = |location, message: Message| found.push(RULE.at(location, message));
    if context.config.is_sample {
        report(
            government.location,
            message!(
                "a sample is no government site; the block is not shown",
                "示例站点不是政府网站，这些信息不会显示"
            ),
        );
    }
    for (key, value) in values(government) {
        let lower = value.value.trim().to_lowercase();
        if PLACEHOLDERS.iter().any(|placeholder| lower.contains(placeholder)) {
            report(
                value.location,
                message!("`{key}` holds a placeholder: {}", "`{key}`是占位文字：{}", value.value),
            );
        }
    }
    let code = &government.site_id_code;
    if !is_code(&code.value) {
        report(
            code.location,
            message!(
                "`{}` is no identification code of ten signs",
                "`{}`不是10位网站标识码",
                code.value
            ),
        );
    }
    let domain = &government.site_domain;
    if !is_domain(&domain.value) {
        report(
            domain.location,
            message!(
                "`{}` is no domain without scheme and path",
                "`{}`不是不带协议和路径的域名",
                domain.value
            ),
        );
    }
    let has_moment =
        context.plan.current_edition().is_some_and(|edition| edition.published_at.is_some());
    if !has_moment {
        let message = message!(
            "the plan `{}` has no published edition with `published_at`: its pages would have no \
                PubDate",
            "计划`{}`没有注明`published_at`的已发布期次：其页面没有发布时间（PubDate）",
            context.plan.id
        );
        report(government.location, message);
    }
}

fn values(government: &Government) -> impl Iterator<Item = (&'static str, &Located<String>)> {
    let needed = [
        ("site_name", &government.site_name),
        ("site_domain", &government.site_domain),
        ("site_id_code", &government.site_id_code),
        ("column_name", &government.column_name),
        ("column_description", &government.column_description),
        ("column_keywords", &government.column_keywords),
        ("sponsor", &government.sponsor),
    ];
    let records = [("icp", &government.icp), ("police", &government.police)];
    needed
        .into_iter()
        .chain(records.into_iter().filter_map(|(key, value)| Some((key, value.as_ref()?))))
}

/// A code has ten signs: digits, or `bm` and eight digits.
fn is_code(code: &str) -> bool {
    let digits = code.strip_prefix("bm").unwrap_or(code);
    code.len() == 10 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    labels.len() > 1 && labels.iter().all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_domains_have_their_form() {
        assert!(is_code("3413000001") && is_code("bm01000001"));
        assert!(!is_code("341300001") && !is_code("bm341300001") && !is_code("网站标识码"));
        assert!(
            is_domain("www.ahsz.gov.cn")
                && !is_domain("https://www.gov.cn")
                && !is_domain("www.gov.cn/zt")
                && !is_domain("gov")
        );
    }
}
