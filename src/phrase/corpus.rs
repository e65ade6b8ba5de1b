//! How well whole sentences are read: precision and recall over two labelled collections in
//! `tests/corpus/`.
//!
//! The grammar may be mended against `training.txt`; `holdout.txt` was labelled before the grammar
//! was run on it and is never used to mend it, so that its score is what may be promised. A reading
//! counts only if comparator, numbers, unit, ambition and cadence are all as labelled.

use super::{Reading, parse_phrase};

/// What a collection gave.
#[derive(Debug, Default)]
struct Score {
    sentences: usize,
    labelled: usize,
    read: usize,
    right: usize,
    misses: Vec<String>,
}

impl Score {
    fn precision(&self) -> f64 {
        self.share_of(self.read)
    }

    fn recall(&self) -> f64 {
        self.share_of(self.labelled)
    }

    fn share_of(&self, all: usize) -> f64 {
        let count = |n: usize| u32::try_from(n).map_or(f64::MAX, f64::from);
        if all == 0 { 1.0 } else { count(self.right) / count(all) }
    }
}

fn score_of(collection: &str) -> Score {
    let mut score = Score::default();
    for line in collection.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (sentence, labels) =
            line.split_once(" => ").unwrap_or_else(|| panic!("a label is missing: {line}"));
        let labels: Vec<&str> =
            labels.split(" ; ").map(str::trim).filter(|label| *label != "-").collect();
        let read: Vec<String> = parse_phrase(sentence).iter().map(label_of).collect();
        let mut left = read.clone();
        let mut right = 0;
        for label in &labels {
            if let Some(at) = left.iter().position(|one| one == label) {
                left.remove(at);
                right += 1;
            }
        }
        score.sentences += 1;
        score.labelled += labels.len();
        score.read += read.len();
        score.right += right;
        if right < labels.len() || !left.is_empty() {
            score.misses.push(format!(
                "{sentence}\n    labelled {}\n    read     {}",
                labels.join(" ; "),
                read.join(" ; ")
            ));
        }
    }
    score
}

/// Writes a reading as the collections do.
fn label_of(reading: &Reading) -> String {
    let mut label = reading.op.as_str().to_string();
    if let Some(value) = reading.value {
        label.push_str(&format!(" {}", value.normalized()));
    }
    if let Some(upper) = reading.upper {
        label.push_str(&format!("..{}", upper.normalized()));
    }
    label.push_str(&format!(" {}", reading.unit.as_deref().unwrap_or("_")));
    if reading.ambition.as_str() != "expected" {
        label.push_str(&format!(" {}", reading.ambition.as_str()));
    }
    if let Some(per) = reading.per {
        label.push_str(&format!(" per {}", per.word()));
    }
    label
}

#[test]
#[allow(clippy::print_stdout, reason = "the score is what this test is for")]
fn sentences_of_plans_are_read_as_a_careful_reader_reads_them() {
    let collections = [
        ("training", include_str!("../../tests/corpus/training.txt"), 0.98),
        ("holdout", include_str!("../../tests/corpus/holdout.txt"), 0.95),
    ];
    let mut sentences = 0;
    for (name, text, floor) in collections {
        let score = score_of(text);
        println!(
            "{name}: {} sentences, {} targets, precision {:.3}, recall {:.3}",
            score.sentences,
            score.labelled,
            score.precision(),
            score.recall()
        );
        score.misses.iter().for_each(|miss| println!("  {miss}"));
        assert!(
            score.precision() >= floor && score.recall() >= floor,
            "{name} is read worse than {floor}"
        );
        sentences += score.sentences;
    }
    assert!(sentences >= 200, "{sentences} sentences are too few to say anything");
}
