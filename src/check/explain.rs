//! Puts rules into words: one for the terminal, all of them as a page of help in Markdown.

use crate::message::{Locale, Message, message};

use super::list::rules;
use super::rule::Rule;

/// Explains one rule: what, why, an example, what to do, and whether a site may set it.
#[must_use]
pub fn explain_rule(rule: &Rule, locale: Locale) -> String {
    let words = |message: Message| message.in_locale(locale).to_string();
    let severity = words(rule.code.severity().message());
    let setting = if rule.is_settable {
        message!(
            "in site.toml: [check] {} = \"off\", \"note\", \"warning\" or \"error\"",
            "在site.toml中设置：[check] {} = \"off\"、\"note\"、\"warning\"或\"error\"",
            rule.code.name()
        )
    } else {
        message!(
            "it cannot be set: without it something would be missing in silence",
            "不可设置：否则会有内容无声缺失"
        )
    };
    let example: String = rule.example.lines().map(|line| format!("    {line}\n")).collect();
    format!(
        "{severity}[{}]\n{}\n\n{}\n\n{example}\n{}\n\n{}\n",
        rule.code.name(),
        rule.what.in_locale(locale),
        rule.why.in_locale(locale),
        rule.remedy.in_locale(locale),
        words(setting)
    )
}

/// Explains every rule, as a page in Markdown.
#[must_use]
pub fn explain_all(locale: Locale) -> String {
    let words = |message: Message| message.in_locale(locale).to_string();
    let mut page = words(message!(
        "# What `taizhang check` tells\n\nErrors stop a build, warnings only under `--strict`, \
            notes never. Rules that can be set are set in `site.toml`, \
         for example `[check]` with `stale-item = \"off\"`.\n",
        "# `taizhang check`检查什么\n\n错误会中止构建；警告只在`--strict`下中止；提示从不中止。可设置的规则在`site.toml`中设置，\
         例如`[check]`下写`stale-item = \"off\"`。\n"
    ));
    for rule in rules() {
        let severity = words(rule.code.severity().message());
        let fixed =
            if rule.is_settable { Message::default() } else { message!(", fixed", "，固定") };
        page.push_str(&format!(
            "\n## {}\n\n*{severity}{}* — {}.\n\n{}.\n\n```text\n{}\n```\n\n{}.\n",
            rule.code.name(),
            words(fixed),
            rule.what.in_locale(locale),
            rule.why.in_locale(locale),
            rule.example,
            rule.remedy.in_locale(locale)
        ));
    }
    if locale == Locale::Chinese { page.replace(".\n", "。\n") } else { page }
}
