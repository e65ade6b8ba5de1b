//! Means and ratios: figures that are worked out of many, so that they need not be whole.
//!
//! Comes in: the phrase of a target and the indicator's name. Goes out: whether they speak of a
//! mean (平均, 人均) or of so many among others (每千人7张).

/// The signs one of which stands in each of the words below, beside letters.
const SIGNS: [char; 3] = ['均', '位', '每'];

/// Words of a mean.
const MEANS: [&str; 16] = [
    "平均", "人均", "户均", "亩均", "年均", "月均", "日均", "周均", "次均", "床均", "车均", "校均",
    "班均", "师均", "生均", "中位",
];

/// The same in English, in small letters.
const ENGLISH: [&str; 5] = ["average", "mean", "median", "per", "ratio"];

/// Of whom or what a ratio is, behind 每 without a number or with one that is no multiple.
const AMONG: [&str; 9] = ["人", "名", "位", "户", "平方", "公里", "公顷", "亩", "辆"];

/// Returns whether a target is a mean or a ratio by its phrase or the name of what is counted.
///
/// **Example**
/// ```
/// use taizhang::phrase::names_a_mean;
/// assert!(names_a_mean("低于26天", "平均办理时间"));
/// assert!(names_a_mean("每千人床位超过7张", "床位"));
/// assert!(!names_a_mean("每月2次", "例会"));
/// assert!(!names_a_mean("每个县区至少3家", "企业"));
/// ```
#[must_use]
pub fn names_a_mean(phrase: &str, name: &str) -> bool {
    let is_word = |word: &str| ENGLISH.iter().any(|mean| word.eq_ignore_ascii_case(mean));
    // Asked of every target again and again, and most have none of the signs.
    let has_sign =
        |text: &&str| text.chars().any(|sign| sign.is_ascii_alphabetic() || SIGNS.contains(&sign));
    [phrase, name].into_iter().filter(has_sign).any(|text| {
        MEANS.iter().any(|word| text.contains(word))
            || text.split('每').skip(1).any(is_divisor)
            || text.split(|sign: char| !sign.is_ascii_alphabetic()).any(is_word)
    })
}

/// Returns whether what stands behind 每 is what something is counted among: 千人, 10万人, 户.
fn is_divisor(rest: &str) -> bool {
    const MULTIPLES: [char; 5] = ['百', '千', '万', '亿', '0'];
    let behind = rest.trim_start_matches(|sign: char| {
        sign.is_ascii_digit() || sign == ' ' || "一二两三四五六七八九十百千万亿".contains(sign)
    });
    let number = &rest[..rest.len() - behind.len()];
    let is_of_time = ["天", "日", "周", "月", "季", "年", "个", "次", "小时", "分钟"]
        .iter()
        .any(|word| behind.starts_with(word));
    !is_of_time && (number.contains(MULTIPLES) || AMONG.iter().any(|word| behind.starts_with(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_and_ratios_are_told_from_frequencies_and_shares_of_regions() {
        for (phrase, name, is_mean) in [
            ("低于26天", "平均等待", true),
            ("超过80岁", "人均预期寿命", true),
            ("每千人床位超过7张", "床位", true),
            ("超过7张", "每千名老年人养老床位", true),
            ("低于3例", "每10万人发病数", true),
            ("超过2台", "每百户家用电脑", true),
            ("超过5个", "每平方公里充电桩", true),
            ("超过2辆", "每户汽车", true),
            ("less than 26", "Average wait", true),
            ("more than 7", "Beds per 1000 people", true),
            ("突破300家", "规上企业", false),
            ("每月超过2次", "例会", false),
            ("每10天超过2次", "巡查", false),
            ("每个县区超过3家", "企业", false),
            ("每100天1次", "检修", false),
            ("超过12个", "均衡发展县", false),
            ("more than 7", "Operations begun", false),
        ] {
            assert_eq!(names_a_mean(phrase, name), is_mean, "{phrase} {name}");
        }
    }
}
