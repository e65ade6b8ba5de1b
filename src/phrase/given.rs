//! Phrases without a number: titles one is given, and deeds one does.
//!
//! Comes in: the phrase of a target that is reached or not, and the indicator's name. Goes out:
//! whether reaching it is to obtain something (争创, 获评, 入选) or to do it (建成通车).

/// What somebody else gives.
const GIVEN: [&str; 23] = [
    "争创", "创建", "创成", "获得", "获批", "获评", "获奖", "获授", "荣获", "取得", "评为", "评上",
    "认定", "认证", "入选", "入围", "列入", "命名", "授予", "颁发", "称号", "批准", "批复",
];

/// What one does oneself.
const DONE: [&str; 19] = [
    "建成", "完成", "竣工", "通车", "开工", "投产", "投用", "启用", "开通", "上线", "运行", "纳入",
    "出台", "印发", "建立", "设立", "落成", "发布", "实施",
];

/// Returns whether a target without a number is a title that is given, and not a deed. Where the
/// phrase only strives (争取, 力争), the name says what for: a title, unless it names a deed.
///
/// **Example**
/// ```
/// use taizhang::phrase::names_a_title;
/// assert!(names_a_title("争创", "全国文明城市"));
/// assert!(names_a_title("获批国家级试点", "试点"));
/// assert!(!names_a_title("大桥建成通车", "大桥"));
/// assert!(!names_a_title("力争", "大桥建成通车"));
/// ```
#[must_use]
pub fn names_a_title(phrase: &str, name: &str) -> bool {
    let has = |words: &[&str], text: &str| words.iter().any(|word| text.contains(word));
    let strives = ["力争", "争取", "确保"]
        .iter()
        .fold(phrase.to_string(), |rest, word| rest.replace(word, ""));
    match strives.trim() {
        _ if phrase.is_empty() => has(&GIVEN, name),
        "" => !has(&DONE, name),
        rest => has(&GIVEN, rest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_given_and_deeds_are_done() {
        for (phrase, name, is_title) in [
            ("争创", "示范城市", true),
            ("创建国家卫生城市", "", true),
            ("获评全国双拥模范城", "", true),
            ("获批国家高新区", "", true),
            ("力争入选", "", true),
            ("争取", "绿色工业园区", true),
            ("力争", "政府督查激励", true),
            ("通过国家认定", "", true),
            ("大桥建成通车", "", false),
            ("力争建成通车", "", false),
            ("确保开工", "", false),
            ("争取", "有关指标纳入年度考核", false),
            ("做到", "", false),
            ("创新中心建成", "", false),
            ("完成测评", "", false),
            ("", "全市", false),
            ("", "获得的称号", true),
        ] {
            assert_eq!(names_a_title(phrase, name), is_title, "{phrase} {name}");
        }
    }
}
