//! Of what span a rate is in a plan of several years: 比2020年下降18% and 五年下降18% are of the whole
//! plan, 每年增长6% of each year, and 下降18% says neither.
//!
//! Comes in: the phrase of a target, and the years of the plan. Goes out: the span. A year or a
//! number of years that is not the plan's is none it can be held against.

use super::numeral::hanzi_digit;

/// The years of a plan, where they are those of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanYears {
    /// The year before it begins.
    pub before: i16,
    /// Its last year.
    pub last: i16,
    /// How many it has.
    pub length: i16,
}

/// The span of a rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RateSpan {
    /// Over the whole plan.
    Plan,
    /// Of each year, or the mean of them.
    Year,
    /// Nothing is said of it.
    Unsaid,
    /// Another one than the plan's; with the words that say so.
    Other(String),
}

/// Words that say that a rate is one of a single year, or a mean of them, whatever year is named.
const OF_EACH: [&str; 3] = ["年均", "每年", "逐年"];

/// Words for the year before, which only rates of single years are compared with.
const OF_LAST: [&str; 4] = ["同比", "上年", "去年", "上一年"];

/// Words before a year that is compared with.
const COMPARED: [&str; 7] = ["比", "较", "与", "同", "在", "以", "于"];

/// Returns of what span a rate is. Without years of the calendar only words that name no year tell.
///
/// **Example**
/// ```
/// use taizhang::phrase::{PlanYears, RateSpan, rate_span};
/// let years = Some(PlanYears { before: 2020, last: 2025, length: 5 });
/// assert_eq!(rate_span("比2020年下降18%", years), RateSpan::Plan);
/// assert_eq!(rate_span("五年下降18%", years), RateSpan::Plan);
/// assert_eq!(rate_span("年均增长6%", years), RateSpan::Year);
/// assert_eq!(rate_span("下降18%", years), RateSpan::Unsaid);
/// assert_eq!(rate_span("比2015年下降18%", years), RateSpan::Other("比2015年".into()));
/// ```
#[must_use]
pub fn rate_span(phrase: &str, years: Option<PlanYears>) -> RateSpan {
    let has = |words: &[&str]| words.iter().any(|word| phrase.contains(word));
    if phrase.contains("累计") {
        return RateSpan::Plan;
    }
    if has(&OF_EACH) {
        return RateSpan::Year;
    }
    let mut is_of_plan = false;
    for (at, _) in phrase.match_indices('年') {
        let Some(named) = named_before(&phrase[..at]) else { continue };
        if !years.is_some_and(|years| named.is_of(years)) {
            return RateSpan::Other(format!("{}年", &phrase[named.start..at]));
        }
        is_of_plan = true;
    }
    match () {
        () if is_of_plan => RateSpan::Plan,
        () if has(&OF_LAST) => RateSpan::Year,
        () => RateSpan::Unsaid,
    }
}

/// A year, or a number of years, and where the words of it begin.
struct Named {
    number: i16,
    start: usize,
    is_compared: bool,
}

impl Named {
    fn is_of(&self, years: PlanYears) -> bool {
        match self.number {
            number if number < 1000 => number == years.length,
            number if self.is_compared => number == years.before,
            number => number == years.last,
        }
    }
}

/// Reads the number that ends a text: 2020, 5, 五; not one that counts up to a year (第五年).
fn named_before(text: &str) -> Option<Named> {
    let text = text.trim_end();
    let is_hanzi = |sign: char| hanzi_digit(sign).is_some() || sign == '十';
    let before = text.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let digits = &text[before.len()..];
    let (number, before) = if digits.is_empty() {
        let before = text.trim_end_matches(is_hanzi);
        (of_hanzi(&text[before.len()..])?, before)
    } else {
        (digits.parse().ok()?, before)
    };
    let before = before.trim_end();
    if before.ends_with('第') {
        return None;
    }
    let compared = COMPARED.iter().find(|word| before.ends_with(**word));
    let start = before.len() - compared.map_or(0, |word| word.len());
    Some(Named { number, start, is_compared: compared.is_some() })
}

/// Reads a small number in words: 五, 十, 十五; nothing else counts years.
fn of_hanzi(text: &str) -> Option<i16> {
    let digit = |sign: char| hanzi_digit(sign).and_then(|digit| i16::try_from(digit).ok());
    let mut signs = text.chars();
    match (signs.next()?, signs.next(), signs.next()) {
        ('十', None, _) => Some(10),
        ('十', Some(ones), None) => Some(10 + digit(ones)?),
        (ones, None, _) => digit(ones),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const YEARS: PlanYears = PlanYears { before: 2020, last: 2025, length: 5 };

    #[test]
    fn a_rate_is_of_the_plan_where_its_years_are_the_plans() {
        for phrase in [
            "累计下降18%",
            "比2020年下降18%",
            "较2020年降低18%",
            "在2020年基础上下降18%",
            "到2025年下降18%",
            "到2025年比2020年下降18%",
            "五年下降18%",
            "5年内下降18%",
        ] {
            assert_eq!(rate_span(phrase, Some(YEARS)), RateSpan::Plan, "{phrase}");
        }
        for phrase in ["年均增长6%", "每年下降3%", "同比增长8%", "比上年增长8%"] {
            assert_eq!(rate_span(phrase, Some(YEARS)), RateSpan::Year, "{phrase}");
        }
        for phrase in ["下降18%", "增长8%左右", "提高3个百分点", "全年增长8%"] {
            assert_eq!(rate_span(phrase, Some(YEARS)), RateSpan::Unsaid, "{phrase}");
        }
        for (phrase, words) in [
            ("比2015年下降18%", "比2015年"),
            ("到2023年下降18%", "2023年"),
            ("比2025年下降18%", "比2025年"),
            ("到2020年下降18%", "2020年"),
            ("三年下降18%", "三年"),
            ("到2025年比2015年下降18%", "比2015年"),
        ] {
            let other = RateSpan::Other(words.to_string());
            assert_eq!(rate_span(phrase, Some(YEARS)), other, "{phrase}");
        }
        let other = RateSpan::Other("比2020年".to_string());
        assert_eq!(rate_span("比2020年下降18%", None), other);
        assert_eq!(rate_span("累计下降18%", None), RateSpan::Plan);
    }
}
