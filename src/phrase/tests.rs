//! The labelled table of phrases and sentences: what each says, and what says nothing.
//!
//! A reading is written `ambition op value..upper unit ±tolerance /cadence hint`, in this order,
//! without what is absent. Only `check` knows the interface.

use super::*;

pub(super) fn show(reading: &Reading) -> String {
    let mut parts = vec![reading.ambition.as_str().to_string(), reading.op.as_str().to_string()];
    let value = reading.value.map(|value| value.to_string()).unwrap_or_default();
    parts.push(value + &reading.upper.map(|upper| format!("..{upper}")).unwrap_or_default());
    parts.extend(reading.unit.clone());
    parts.extend(reading.tolerance.map(|tolerance| format!("±{tolerance}")));
    parts.extend(reading.per.map(|per| format!("/{per:?}").to_lowercase()));
    parts.extend(reading.measure_hint.map(|hint| hint.as_str().to_string()));
    parts.join(" ")
}

#[track_caller]
pub(super) fn check(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        let readings: Vec<String> = parse_phrase(text).iter().map(show).collect();
        assert_eq!(readings, *expected, "{text}");
    }
}

#[track_caller]
pub(super) fn check_none(texts: &[&str]) {
    for text in texts {
        assert_eq!(
            parse_phrase(text).iter().map(show).collect::<Vec<_>>(),
            Vec::<String>::new(),
            "{text}"
        );
    }
}

#[test]
fn short_phrases_of_a_plan_are_read_exactly() {
    check(&[
        ("力争2家", &["stretch >= 2 家 count"]),
        ("力争15家", &["stretch >= 15 家 count"]),
        ("力争6家左右", &["stretch approx 6 家 ±1 count"]),
        ("2个", &["expected >= 2 个 count"]),
        ("力争20家以上", &["stretch >= 20 家 count"]),
        ("3-5家", &["expected range 3..5 家 count"]),
        ("2-3家", &["expected range 2..3 家 count"]),
        ("力争突破35个", &["stretch > 35 个 stock"]),
        ("1-2场", &["expected range 1..2 场 event"]),
        ("3个左右", &["expected approx 3 个 ±0 count"]),
        ("10家左右", &["expected approx 10 家 ±1 count"]),
        ("150台左右", &["expected approx 150 台 ±7 count"]),
        ("5次以上", &["expected >= 5 次 event"]),
        ("力争1项", &["stretch >= 1 项 count"]),
        ("争创2个以上", &["stretch >= 2 个 count"]),
        ("力争2万户以上", &["stretch >= 20000 户 count"]),
        ("力争达到400家以上", &["stretch >= 400 家 stock"]),
        ("200项", &["expected >= 200 项 count"]),
        ("增长18%", &["expected >= 18 % growth"]),
        ("达到150家以上", &["expected >= 150 家 stock"]),
        ("超50%", &["expected > 50 %"]),
        ("全覆盖", &["expected coverage 100 % share"]),
        ("一月一次", &["expected >= 1 次 /month event"]),
        ("每月调度一次", &["expected >= 1 次 /month event"]),
        ("每季度调度一次", &["expected >= 1 次 /quarter event"]),
        ("每半年评比通报一次", &["expected >= 1 次 /halfyear event"]),
        ("每季度至少两次", &["expected >= 2 次 /quarter event"]),
        ("一年两次", &["expected >= 2 次 /year event"]),
        ("2次/月", &["expected >= 2 次 /month event"]),
    ]);
}

#[test]
fn comparators_stand_before_and_behind_the_number() {
    check(&[
        ("不少于10家", &["expected >= 10 家 count"]),
        ("不低于8%", &["expected >= 8 %"]),
        ("至少三家", &["expected >= 3 家 count"]),
        ("≥15家", &["expected >= 15 家 count"]),
        ("20个（含）以上", &["expected >= 20 个 count"]),
        ("超过20个以上", &["expected > 20 个 count"]),
        ("高于3%", &["expected > 3 %"]),
        ("大于0.5亿元", &["expected > 0.5 亿元"]),
        ("突破千亿元大关", &["expected > 1000 亿元"]),
        ("20余家", &["expected > 20 家 count"]),
        ("控制在5%以内", &["expected <= 5 %"]),
        ("控制在5%以下", &["expected <= 5 %"]),
        ("控制在5%内", &["expected <= 5 %"]),
        ("控制在3%左右", &["expected approx 3 % ±0.5"]),
        ("控制在3%-5%", &["expected <= 5 %"]),
        ("不高于3%", &["expected <= 3 %"]),
        ("不超过20天", &["expected <= 20 天"]),
        ("低于35微克/立方米", &["expected < 35 微克/立方米"]),
        ("压缩至3个工作日以内", &["expected <= 3 个工作日"]),
        ("约20家", &["expected approx 20 家 ±1 count"]),
        ("近百家", &["expected approx 100 家 ±5 count"]),
        ("约20家以上", &["expected >= 20 家 count"]),
        ("约3亿元", &["expected approx 3 亿元 ±0.15"]),
        ("增长8%左右", &["expected approx 8 % ±0.5 growth"]),
        ("安全事故0起", &["expected <= 0 起 count"]),
        ("前5位", &["expected rank 5 位"]),
        ("力争进入全省前三", &["stretch rank 3 位"]),
        ("前10名", &["expected rank 10 名"]),
    ]);
}

#[test]
fn numbers_are_read_in_every_spelling() {
    check(&[
        ("十五个", &["expected >= 15 个 count"]),
        ("两家", &["expected >= 2 家 count"]),
        ("一百二十家", &["expected >= 120 家 count"]),
        ("两三家", &["expected range 2..3 家 count"]),
        ("１５家", &["expected >= 15 家 count"]),
        ("２－３家", &["expected range 2..3 家 count"]),
        ("3～5家", &["expected range 3..5 家 count"]),
        ("3——5家", &["expected range 3..5 家 count"]),
        ("3家至5家", &["expected range 3..5 家 count"]),
        ("8%到9%", &["expected range 8..9 %"]),
        ("2-3万户", &["expected range 20000..30000 户 count"]),
        ("1,500户", &["expected >= 1500 户 count"]),
        ("20 家", &["expected >= 20 家 count"]),
        ("5万吨", &["expected >= 50000 吨"]),
        ("2万元", &["expected >= 20000 元"]),
        ("50万千瓦", &["expected >= 500000 千瓦"]),
        ("100亿元", &["expected >= 100 亿元"]),
        ("1.2万亿元", &["expected >= 12000 亿元"]),
        ("12平方公里", &["expected >= 12 平方公里"]),
        ("百分之十五", &["expected >= 15 %"]),
        ("8.5％", &["expected >= 8.5 %"]),
        ("15以上", &["expected >= 15"]),
        ("不低于15", &["expected >= 15"]),
    ]);
}

#[test]
fn words_hint_at_the_kind_of_figure() {
    check(&[
        ("下降3%", &["expected <= -3 % decline"]),
        ("单位能耗下降3%左右", &["expected approx -3 % ±0.5 decline"]),
        ("下降0.5个百分点", &["expected <= -0.5 百分点 decline"]),
        ("提高2个百分点", &["expected >= 2 百分点 points"]),
        ("占比提高到60%", &["expected >= 60 % share"]),
        ("增速达到8%", &["expected >= 8 % growth"]),
        ("由50%提高到60%", &["expected >= 60 % share"]),
        ("减少到500吨", &["expected <= 500 吨"]),
        ("年均增长8%", &["expected >= 8 % annual-mean"]),
        ("净增100家", &["expected >= 100 家 net-increase"]),
        ("累计达到300家", &["expected >= 300 家 stock"]),
        ("翻番", &["expected >= 2 倍 multiple"]),
        ("力争翻一番", &["stretch >= 2 倍 multiple"]),
        ("翻两番", &["expected >= 4 倍 multiple"]),
        ("增长1倍", &["expected >= 2 倍 multiple"]),
        ("增长到2倍", &["expected >= 2 倍 multiple"]),
        ("实现零突破", &["expected >= 1 count"]),
        ("零的突破", &["expected >= 1 count"]),
    ]);
}

#[test]
fn what_must_not_happen_and_what_shrinks_is_read_as_such() {
    check(&[
        ("不发生", &["expected <= 0 count"]),
        ("较大以上事故零发生", &["expected <= 0 count"]),
        ("零事故", &["expected <= 0 count"]),
        ("一般性支出压缩5%", &["expected <= -5 % decline"]),
        ("全省第一", &["expected rank 1 位"]),
        ("保持全省第一", &["expected rank 1 位"]),
        ("五年累计新增20万人", &["expected >= 200000 人 count"]),
    ]);
}

#[test]
fn strict_words_ranks_ratios_and_lengths_are_read() {
    check(&[
        ("不得突破5.5%", &["expected <= 5.5 % share"]),
        ("不满3%", &["expected < 3 %"]),
        ("低于3%", &["expected < 3 %"]),
        ("在全省91个县（市）中继续排名第一", &["expected rank 1 位"]),
        ("全省排名第9位", &["expected rank 9 位"]),
        ("引进1-2个过50亿元、过100亿元项目", &["expected range 1..2 个 count"]),
        ("100%网上受理、100%网上办结", &["expected >= 100 %", "expected >= 100 %"]),
        ("下降到15.1/10万", &["expected <= 15.1 /10万"]),
        ("达到78.6岁", &["expected >= 78.6 岁"]),
        ("到达88", &["expected >= 88"]),
        ("300天以上", &["expected >= 300 天"]),
        ("优良天数300天以上", &["expected >= 300 天"]),
        ("突破1000亿元人民币", &["expected > 1000 亿元"]),
        ("缩小到2.3:1", &["expected <= 2.3 比"]),
        ("受教育年限11.3年", &["expected >= 11.3 年"]),
        ("收入比控制在1.8左右", &["expected approx 1.8 ±0.09"]),
    ]);
    check_none(&["2022年新增4家", "高于全国平均水平", "完成省定目标", "60岁以上老人"]);
}

#[test]
fn words_behind_respectively_hold_for_every_number() {
    check(&[
        (
            "分别增长7%、8%左右",
            &["expected approx 7 % ±0.5 growth", "expected approx 8 % ±0.5 growth"],
        ),
        ("分别下降8%、8%", &["expected <= -8 % decline", "expected <= -8 % decline"]),
        ("分别控制在5%和6%以内", &["expected <= 5 %", "expected <= 6 %"]),
    ]);
}

#[test]
fn a_fall_is_a_signed_rate() {
    check(&[
        ("下降3%以上", &["expected <= -3 % decline"]),
        ("降幅超过3%", &["expected < -3 % decline"]),
        ("降幅3-5%", &["expected range -5..-3 % decline"]),
        ("降幅达到3%", &["expected <= -3 % decline"]),
        ("减少500吨", &["expected >= 500 吨 decline"]),
    ]);
}

#[test]
fn direction_comes_from_the_words_or_the_subject() {
    let cases = [
        ("城镇调查失业率5.5%左右", Some(Direction::Lower)),
        ("居民消费价格涨幅3%左右", Some(Direction::Lower)),
        ("控制在3%左右", Some(Direction::Lower)),
        ("下降3%左右", Some(Direction::Lower)),
        ("增长8%左右", None),
        ("排放达标率90%左右", None),
        ("3-5家", None),
        ("15家以上", Some(Direction::Higher)),
        ("低于3%", Some(Direction::Lower)),
    ];
    for (text, direction) in cases {
        assert_eq!(
            parse_phrase(text).first().map(|reading| reading.direction),
            Some(direction),
            "{text}"
        );
    }
    assert!(parse_phrase("每个县（市）打造1~2个").iter().all(|reading| reading.is_each_region));
    assert!(parse_phrase("打造1~2个").iter().all(|reading| !reading.is_each_region));
}

#[test]
fn ambition_governs_up_to_the_end_of_its_part_of_the_sentence() {
    check(&[
        ("确保15家、力争20家", &["binding >= 15 家 count", "stretch >= 20 家 count"]),
        ("确保增长8%，力争增长10%", &["binding >= 8 % growth", "stretch >= 10 % growth"]),
        (
            "力争到年底，甲类3家、乙类5家，丙类7家",
            &["stretch >= 3 家 count", "stretch >= 5 家 count", "stretch >= 7 家 count"],
        ),
        ("力争3个左右；2个", &["stretch approx 3 个 ±0 count", "expected >= 2 个 count"]),
        ("力争3个;2个", &["stretch >= 3 个 count", "expected >= 2 个 count"]),
        ("努力新建3座。再建2座", &["stretch >= 3 座 count", "expected >= 2 座 count"]),
        ("力争3个\n\n乙类2个", &["stretch >= 3 个 count", "expected >= 2 个 count"]),
        // What is strived for is the batch, which has no number.
        ("争取评上一批示范店，另建社区食堂2家", &["expected >= 2 家 count"]),
        ("力争评上一批示范店，社区食堂2家", &["stretch >= 2 家 count"]),
    ]);
}

#[test]
fn a_span_holds_the_words_of_its_reading() {
    let cases: [(&str, &[&str]); 6] = [
        ("力争6家左右", &["力争6家左右"]),
        ("到年底，力争达到400家以上。", &["力争达到400家以上"]),
        ("确保15家、力争20家", &["确保15家", "力争20家"]),
        ("局长每季度接访至少两次", &["每季度接访至少两次"]),
        ("每月例会1次、简报2期", &["每月例会1次", "2期"]),
        ("占比控制在5%以内，实现全覆盖", &["控制在5%以内", "实现全覆盖"]),
    ];
    for (text, expected) in cases {
        let spans: Vec<&str> =
            parse_phrase(text).into_iter().map(|reading| &text[reading.span]).collect();
        assert_eq!(spans, expected, "{text}");
    }
}

#[test]
fn no_text_makes_it_panic_and_spans_never_overlap() {
    let nasty = "力争“每一月两次百分之３．五-—~至到亿万千百十零点余多%‰／/个个百分点+5.5.,1,000,00〔〕翻番前三全覆盖\u{0}\u{FEFF}🏮é\r\n\n第\
                 99999999999999999999万亿家以上9999999999999.999999999万户\
                 一一一一一一一一一一一一一一一一一一万万千亿级控制在-0内约近\"“";
    let bounds: Vec<usize> = nasty.char_indices().map(|(at, _)| at).chain([nasty.len()]).collect();
    for (nth, start) in bounds.iter().enumerate() {
        for end in &bounds[nth..] {
            let text = &nasty[*start..*end];
            let mut last_end = 0;
            for reading in parse_phrase(text) {
                assert!(
                    reading.span.start >= last_end && text.get(reading.span.clone()).is_some(),
                    "{text}"
                );
                last_end = reading.span.end;
            }
        }
    }
}

#[test]
fn every_pair_of_words_is_read_without_panic() {
    let pieces = [
        "力争",
        "确保",
        "每月",
        "每",
        "一",
        "两",
        "十",
        "百",
        "万",
        "亿",
        "3",
        "０",
        ".",
        "-",
        "至",
        "家",
        "%",
        "个百分点",
        "元",
        "/",
        "年",
        "以上",
        "左右",
        "超",
        "控制在",
        "百分之",
        "翻",
        "番",
        "前",
        "位",
        "“",
        "”",
        "，",
        "；",
        " ",
        "N",
        "+",
        "第",
        "级",
        "的",
        "一批",
    ];
    for a in pieces {
        for b in pieces {
            for c in pieces {
                let text = [a, b, c, "5家", a].concat();
                assert!(
                    parse_phrase(&text)
                        .iter()
                        .all(|reading| text.get(reading.span.clone()).is_some()),
                    "{text}"
                );
            }
        }
    }
}

#[test]
fn mixed_numbers_tenths_halves_and_origins_are_read() {
    check(&[
        ("年均下降3%", &["expected <= -3 % decline"]),
        ("年均下降3%以上", &["expected <= -3 % decline"]),
        ("引进资金3亿5000万元", &["expected >= 3.5 亿元"]),
        ("三亿五千万元", &["expected >= 3.5 亿元"]),
        ("新增2万5千户", &["expected >= 25000 户 count"]),
        ("占比超过四成", &["expected > 40 % share"]),
        ("占比达到2成以上", &["expected >= 20 % share"]),
        ("覆盖面过半", &["expected > 50 % share"]),
        ("半数以上企业完成改造", &["expected >= 50 % share"]),
        ("由12家增加到20家", &["expected >= 20 家 stock"]),
        ("时限从10个工作日压缩至5个工作日以内", &["expected <= 5 个工作日"]),
        ("力争培育一家国家级单项冠军企业", &["stretch >= 1 家 count"]),
    ]);
    check_none(&[
        "时间过半任务过半",
        "建成立体交通网",
        "选取一家企业开展试点工作并总结经验",
        "3成立",
        "争取打造一个品牌并形成长效机制",
    ]);
}
