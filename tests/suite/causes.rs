//! The cause that is told of a status that moved can have made this very move.

use serde_json::Value;

use crate::small;

const EDITIONS: &str = "[[editions]]\nperiod = \"2023-H1\"\nas_of = 2023-07-25\n\
    [[editions]]\nperiod = \"2023-Q3\"\nas_of = 2023-10-25\n\
    [[editions]]\nperiod = \"2023\"\nas_of = 2024-04-30";

const REVISIONS: &str = "[[plan_revisions]]\ndate = 2023-08-10\nitem = 1\n\
    field = \"firmer.target\"\nold = \"完成20家\"\nnew = \"力争完成20家\"\nreason = \"调整\"\n\
    [[plan_revisions]]\ndate = 2023-08-10\nitem = 1\nfield = \"silent.target\"\n\
    old = \"完成20家\"\nnew = \"完成24家\"\nreason = \"调整\"\n\
    [[plan_revisions]]\ndate = 2023-08-10\nitem = 1\nfield = \"raised.target\"\n\
    old = \"完成20家\"\nnew = \"完成40家\"\nreason = \"调整\"";

const EACH: &str = "target = \"每县20家\"\nunit = \"家\"\nmeasure = \"count\"\n\
    scope = \"each-region\"";

fn firms(phrase: &str) -> String {
    format!("target = \"{phrase}\"\nunit = \"家\"\nmeasure = \"count\"")
}

#[test]
fn a_cause_can_have_made_the_move() {
    let (firmer, raised) = (firms("力争完成20家"), firms("完成40家"));
    let silent =
        format!("{}\nreport = {{ every = \"quarter\", within_days = 15 }}", firms("完成24家"));
    let list = format!(
        "{}\nschedule = \"batch\"\nbatches = [{{ published = 2023-05-10 }}, {{ expected \
            = \"2023-12\" }}]",
        firms("认定5家")
    );
    let site = small::site(
        "year = 2023",
        &[
            ("held", EACH),
            ("held_first", EACH),
            ("shares", EACH),
            ("attained", EACH),
            ("firmer", &firmer),
            ("silent", &silent),
            ("raised", &raised),
            ("list", &list),
            ("never", &firms("完成20家")),
        ],
        &[
            "2023-06,held,a,12,,2023-07-03,示例,",
            "2023-06,held,b,12,,2023-07-03,示例,",
            "2023-06,held,c,12,,2023-07-03,示例,",
            "2023-08,held,a,,c,2023-09-03,示例,",
            "2023-08,held,b,,c,2023-09-03,示例,",
            "2023-09,held,c,,c,2023-10-03,示例,",
            "2023-08,held_first,a,,c,2023-09-03,示例,",
            "2023-08,held_first,b,,c,2023-09-03,示例,",
            "2023-08,held_first,c,,c,2023-09-03,示例,",
            "2023-06,shares,a,8,,2023-07-03,示例,",
            "2023-06,shares,b,8,,2023-07-03,示例,",
            "2023-06,shares,c,8,,2023-07-03,示例,",
            "2023-06,attained,a,9,,2023-07-03,示例,",
            "2023-06,attained,b,9,,2023-07-03,示例,",
            "2023-06,attained,c,9,,2023-07-03,示例,",
            "2023-06,firmer,,12,,2023-07-03,示例,",
            "2023-09,firmer,,8,,2023-10-03,示例,",
            "2023-06,silent,,12,,2023-07-03,示例,",
            "2023-06,raised,,12,,2023-07-03,示例,",
            "2023-09,raised,,17,,2023-10-03,示例,",
            "2023-06,list,,3,,2023-07-03,示例,",
        ],
    );
    let tables = format!("\n{EDITIONS}\n{REVISIONS}\n+++\n说明");
    site.replace("content/plans/one/plan.md", "\n+++\n说明", &tables);
    let allocations: String = ["shares", "attained"]
        .iter()
        .zip([("16", "30"), ("8", "30")])
        .flat_map(|(id, (first, then))| {
            ["a", "b", "c"].map(|region| {
                format!(
                    "{id},{region},{first},2023-02-01,示例,\n{id},{region},{then},2023-08-20,示例,\n"
                )
            })
        })
        .collect();
    let head = "indicator,region,target,recorded,source,note\n";
    site.write("content/plans/one/data/allocations.csv", &format!("{head}{allocations}"));
    let causes = |from: &str, to: &str| -> Vec<(String, String, String)> {
        let run = site.run(&["diff", from, to, "--format", "json"]);
        let answer: Value =
            serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{}", run.shown()));
        let all = answer["indicators"].as_array().expect("a list");
        let word = |value: &Value| value.as_str().unwrap_or("-").to_string();
        all.iter()
            .filter(|one| one["cause"].is_string())
            .map(|one| (word(&one["id"]), word(&one["cause"]), word(&one["to"]["status"])))
            .collect()
    };
    let shown = |all: Vec<(String, String, String)>| -> Vec<String> {
        all.into_iter().map(|(id, cause, to)| format!("{id} {to} {cause}")).collect()
    };
    assert_eq!(
        shown(causes("2023-H1", "2023-Q3")),
        [
            "held not_assessed no-figure",
            "held_first not_assessed no-figure",
            "shares far_behind allocation",
            "attained far_behind allocation",
            // The phrase was softened; the newer figure moved the status.
            "firmer far_behind new-figure",
            // The target was raised; the report did not come.
            "silent overdue_report report",
            // Under the old target the newer figure would stand as the older one stood.
            "raised far_behind target",
        ]
    );
    assert_eq!(
        shown(causes("2023-Q3", "2023")),
        ["list pending elapsed", "never not_reported report"]
    );
}
