//! Which rows of the ledger are in force.

use super::*;
use crate::date::parse_date;
use crate::model::period::Period;
use crate::model::provenance::ProvenanceIx;
use crate::number::Number;

fn row(region: Option<usize>, period: &str, value: i64, recorded: &str, line: u32) -> Observation {
    Observation {
        figure: Some(Number::from(value)).into(),
        indicator: IndicatorIx(0),
        region: region.and_then(RegionIx::of_row),
        period: Period::parse(period).expect("a period"),
        recorded: parse_date(recorded).expect("a date"),
        flag: None,
        revision: None,
        provenance: ProvenanceIx::default(),
        location: Location { file: FileId(0), line, column: 1 },
    }
}

fn table(file: u32, word: &str, rows: Vec<Observation>) -> Table {
    let file = FileId(file);
    let mut provenances = ProvenanceTable::default();
    let (source, note) = (provenances.add_text(word), provenances.add_text(""));
    let provenance = provenances.add(source, note);
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| Observation { location: Location { file, ..row.location }, provenance, ..row })
        .collect();
    Table::new(file, &rows, Arc::new(provenances))
}

fn summary(ledger: &Ledger) -> Vec<String> {
    let value = |row: &Observation| row.value().map_or(String::new(), |value| value.to_string());
    ledger
        .rows()
        .map(|row| format!("{} {} {}", row.indicator.0, value(row), ledger.source(row)))
        .collect()
}

#[test]
fn the_row_recorded_last_is_in_force_as_known_on_the_day() {
    let rows =
        vec![row(None, "2023-H1", 12, "2023-08-10", 3), row(None, "2023-06", 10, "2023-07-10", 2)];
    let ledger = Ledger::new(vec![table(0, "", rows)]);
    let seen_on = |day: &str| {
        let day = parse_date(day).expect("a date");
        ledger
            .in_force(IndicatorIx(0), AsOf::on(day))
            .filter_map(|row| row.value())
            .map(|v| v.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(seen_on("2023-07-09"), Vec::<String>::new());
    assert_eq!(seen_on("2023-07-10"), ["10"]);
    assert_eq!(seen_on("2023-08-10"), ["12"]);
    assert_eq!(
        ledger.revisions(IndicatorIx(0), parse_date("2023-12-31").expect("a date")).count(),
        1
    );
}

#[test]
fn one_row_is_found_as_all_are() {
    let rows = vec![
        row(None, "2023-03", 1, "2023-04-10", 2),
        row(None, "2023-03", 2, "2023-05-10", 3),
        row(Some(0), "2023-03", 3, "2023-04-10", 4),
        row(Some(2), "2023-02", 4, "2023-03-10", 5),
        row(Some(2), "2023-03", 5, "2023-04-10", 6),
        row(Some(2), "2023-03", 6, "2023-04-11", 7),
    ];
    let ledger = Ledger::new(vec![table(0, "", rows)]);
    let newest = |day: &str| {
        ledger
            .newest_recorded_of(IndicatorIx(0), parse_date(day).expect("a date"))
            .map(|day| day.to_string())
    };
    assert_eq!(newest("2023-03-09"), None);
    assert_eq!(newest("2023-04-12").as_deref(), Some("2023-04-11"));
    assert_eq!(newest("2023-12-31").as_deref(), Some("2023-05-10"));
    let period_end = |text: &str| Period::parse(text).expect("a period").end();
    for day in ["2023-03-09", "2023-04-10", "2023-04-30", "2023-12-31"] {
        for until in [None, Some(period_end("2023-02")), Some(period_end("2023-03"))] {
            let known = AsOf { as_of: parse_date(day).expect("a date"), until };
            for region in
                [None, Some(0), Some(1), Some(2)].map(|region| region.and_then(RegionIx::of_row))
            {
                for month in ["2023-01", "2023-02", "2023-03", "2023-04"].map(period_end) {
                    let is_it =
                        |row: &&Observation| row.region == region && row.period.end() == month;
                    let expected = ledger.in_force(IndicatorIx(0), known).find(is_it);
                    assert_eq!(
                        ledger.in_force_at(IndicatorIx(0), region, month, known),
                        expected,
                        "{day} {until:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_table_that_reads_otherwise_makes_the_ledger_it_would_have_made_at_first() {
    let of =
        |indicator: u32, row: Observation| Observation { indicator: IndicatorIx(indicator), ..row };
    let first = || {
        vec![
            of(0, row(None, "2023-01", 1, "2023-02-10", 2)),
            of(2, row(Some(1), "2023-01", 2, "2023-02-10", 3)),
        ]
    };
    let second = || vec![of(2, row(None, "2023-01", 3, "2023-03-10", 2))];
    let other = || {
        vec![
            of(5, row(None, "2023-01", 4, "2023-04-10", 2)),
            of(0, row(None, "2023-02", 5, "2023-02-20", 3)),
        ]
    };
    let before = Ledger::new(vec![table(0, "a", first()), table(1, "b", second())]);
    let after = before.with_table(&table(0, "c", other()));
    let fresh = Ledger::new(vec![table(0, "c", other()), table(1, "b", second())]);
    let touched = after.differences(&before);
    assert!([0, 2, 5].iter().all(|ix| touched.contains(&IndicatorIx(*ix))), "{touched:?}");
    assert_eq!(after.differences(&after), []);
    assert_eq!(summary(&after), summary(&fresh));
    assert_eq!(summary(&after), ["0 5 c", "2 3 b", "5 4 c"]);
    assert_eq!(
        (after.first_recorded(), after.newest_recorded()),
        (fresh.first_recorded(), fresh.newest_recorded())
    );
    assert_eq!(
        summary(&before),
        ["0 1 a", "2 3 b", "2 2 a"],
        "the ledger before stays what it was"
    );
    assert_eq!(summary(&after.with_table(&table(0, "a", first()))), summary(&before));
    let emptied = after.with_table(&table(0, "c", Vec::new()));
    assert_eq!(
        (summary(&emptied), emptied.differences(&after)),
        (vec!["2 3 b".to_string()], vec![IndicatorIx(0), IndicatorIx(5)])
    );
}
