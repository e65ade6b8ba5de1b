//! The schemas say what holds where a key is left out: to write that out changes nothing.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::schemas::schema;
use crate::site::TestSite;

/// A site in which every key with a default has its line. `«name:path»` is a key, left out or
/// written.
const FILES: [(&str, &str); 10] = [
    (
        "content/site.toml",
        "title = \"站\"\nlicence = \"CC0\"\nbase_url = \"https://a.example/\"\n«site:languages»\n\
         «site:utc_offset»\n«site:sample»\n«site:theme»\n«site:outputs»\n",
    ),
    ("content/departments.csv", "id,name\noffice,办公室\nbureau,统计局\n"),
    ("content/regions.csv", "id,name\nnorth,北县\nsouth,南县\n"),
    (
        "content/plans/2023/plan.md",
        "+++\ntitle = \"计划\"\nissuer = \"办公室\"\nyear = 2023\n«plan:reviews»\n\
         «plan:publish_overdue»\n«plan:regions_public»\n\
         sections = [{ id = \"a\", title = \"甲\" }]\n\
         [bands]\n«plan:bands.ahead»\n«plan:bands.on_track»\n«plan:bands.slightly_behind»\n\
         «plan:bands.behind»\n[level_bands]\n«plan:level_bands.ahead»\n\
         «plan:level_bands.on_track»\n\
         «plan:level_bands.slightly_behind»\n«plan:level_bands.behind»\n[region_bands]\n\
         «plan:region_bands.slightly_behind»\n«plan:region_bands.behind»\n\
         [[editions]]\nperiod = \"2023-Q1\"\nas_of = 2023-04-20\nstate = \"published\"\n\
         published_at = \"2023-04-21 09:30\"\n\
         [[editions]]\nperiod = \"2023-H1\"\nas_of = 2023-07-20\n«plan:editions.state»\n+++\n",
    ),
    (
        "content/plans/2023/items/01.md",
        "+++\nnumber = 1\ntitle = \"事\"\nsection = \"a\"\n«item:regions»\n\
         departments = [{ id = \"office\"«item:departments.role» }, { id = \"bureau\" }]\n\
         [[indicators]]\nid = \"firms\"\nname = \"企业\"\nunit = \"家\"\nmeasure = \"count\"\n\
         target = \"100家\"\n«item:indicators.scope»\n«item:indicators.assess»\n\
         reporter = \"bureau\"\n[indicators.report]\nevery = \"month\"\n\
         «item:indicators.report.skip»\n+++\n",
    ),
    (
        "content/plans/2023/data/2023.csv",
        "period,indicator,region,value,flag,recorded,source,note\n\
         2023-03,firms,,20,,2023-04-10,例,\n",
    ),
    (
        "content/plans/2023/updates/one.md",
        "+++\ntitle = \"一\"\ndate = 2023-04-01\n«update:kind»\n«update:items»\n\
         «update:regions»\n+++\n",
    ),
    ("content/pages/a.md", "+++\ntitle = \"二\"\n«page:order»\n+++\n"),
    ("content/pages/b.md", "+++\ntitle = \"三\"\norder = 9998\n+++\n"),
    (
        "content/plans/2022/plan.md",
        "+++\ntitle = \"旧\"\nissuer = \"办公室\"\nyear = 2022\nregions_public = \"values\"\n\
         sections = [{ id = \"a\", title = \"甲\" }]\n[scoring]\nmethod = \"completion\"\n\
         basis = { title = \"办法\" }\nweights = [{ indicator = \"jobs\", weight = 100 }]\n\
         «plan:scoring.cap»\n«plan:scoring.missing»\n+++\n",
    ),
];

/// What the scored plan needs besides.
const SCORED: [(&str, &str); 3] = [
    (
        "content/plans/2022/items/01.md",
        "+++\nnumber = 1\ntitle = \"事\"\nsection = \"a\"\nregions = \"all\"\n[[indicators]]\n\
         id = \"jobs\"\nname = \"岗位\"\nunit = \"个\"\nmeasure = \"count\"\ntarget = \"10个\"\n+++\n",
    ),
    (
        "content/plans/2022/data/2022.csv",
        "period,indicator,region,value,flag,recorded,source,note\n\
         2022-06,jobs,north,9,,2022-07-10,例,\n2022-06,jobs,south,,x,2022-07-10,例,\n",
    ),
    (
        "content/plans/2022/data/allocations.csv",
        "indicator,region,target,recorded,source\njobs,north,5,2022-01-10,例\n\
         jobs,south,5,2022-01-10,例\n",
    ),
];

/// Lists the keys that have a default, by file and path.
fn defaults_in(name: &str, schema: &Value, path: &str, found: &mut BTreeMap<String, Value>) {
    for (key, inner) in schema["properties"].as_object().into_iter().flatten() {
        if let Some(default) = inner.get("default") {
            found.insert(format!("{name}:{path}{key}"), default.clone());
        }
        defaults_in(name, inner, &format!("{path}{key}."), found);
        defaults_in(name, &inner["items"], &format!("{path}{key}."), found);
        for one in inner["oneOf"].as_array().into_iter().flatten() {
            defaults_in(name, one, &format!("{path}{key}."), found);
        }
    }
}

/// Builds the site with every key written as `line` says, and returns its files.
fn built(line: impl Fn(&str) -> String) -> BTreeMap<String, Vec<u8>> {
    let site = TestSite::empty();
    for (path, text) in FILES.into_iter().chain(SCORED) {
        let mut parts = text.split('«');
        let mut filled = parts.next().unwrap_or_default().to_string();
        for part in parts {
            let (key, rest) = part.split_once('»').expect("the end of a key");
            filled.push_str(&line(key));
            filled.push_str(rest);
        }
        site.write(path, &filled);
    }
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.shown());
    site.output()
}

#[test]
fn a_default_that_is_written_out_changes_nothing() {
    let mut defaults = BTreeMap::new();
    for name in ["site", "plan", "item", "update", "page"] {
        defaults_in(name, &schema(&format!("{name}.json")), "", &mut defaults);
    }
    let keys = FILES.iter().flat_map(|(_, text)| text.split('«').skip(1));
    let lined: Vec<&str> = keys.filter_map(|part| Some(part.split_once('»')?.0)).collect();
    let without: Vec<&String> =
        defaults.keys().filter(|key| !lined.contains(&key.as_str())).collect();
    assert_eq!(without, ["item:indicators.regions"; 0], "these have no line in the site");

    let written = built(|key| {
        let name = key.rsplit(['.', ':']).next().unwrap_or(key);
        let before = if key == "item:departments.role" { ", " } else { "" };
        format!("{before}{name} = {}", defaults[key])
    });
    let left_out = built(|_| String::new());
    for (path, bytes) in &left_out {
        assert!(written.get(path) == Some(bytes), "{path} differs");
    }
    assert_eq!(left_out.len(), written.len());
}
