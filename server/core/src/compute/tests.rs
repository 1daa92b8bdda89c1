//! Files in, results out: the published examples and electorates with their expected results, and what is said
//! about files that are wrong.

use serde_json::Value;

use super::rank::RULES as RANK_RULES;
use super::select::RULES as SELECT_RULES;
use super::{rank, select};

/// An instance and its expected result.
macro_rules! instance {
    ($folder:literal, $name:literal) => {
        [
            include_str!(concat!("../../../../tests/data/", $folder, "/", $name, ".json")),
            include_str!(concat!("../../../../tests/data/", $folder, "/expected/", $name, ".json")),
        ]
    };
}

const SELECTIONS: [[&str; 2]; 10] = [
    instance!("examples", "select-clustered-30"),
    instance!("examples", "select-dots-30"),
    instance!("examples", "select-laminar-tie"),
    instance!("examples", "select-mes-undershoot"),
    instance!("electorates", "real-polis-15hour"),
    instance!("electorates", "real-polis-austria"),
    instance!("electorates", "real-polis-brexit"),
    instance!("electorates", "real-polis-housing"),
    instance!("electorates", "real-polis-taxes"),
    instance!("electorates", "real-polis-uber"),
];

const RANKINGS: [[&str; 2]; 3] = [
    instance!("examples", "rank-condorcet-cycle"),
    instance!("examples", "rank-full-tie"),
    instance!("examples", "rank-schulze-wikipedia-45"),
];

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn sorted(list: &Value) -> Vec<&str> {
    let mut ids: Vec<&str> = list.as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
    ids.sort_unstable();
    ids
}

/// Compares with one published result.
fn check_selection(instance: &str, name: &str, expected: &Value) {
    let (_, rule) = SELECT_RULES.iter().find(|(other, _)| *other == name).unwrap();
    let result = json(&select::compute(instance, *rule).unwrap());
    let what = format!("{} by {name}", result["instance"]);
    let outcomes: Vec<Vec<&str>> = expected["all"].as_array().unwrap().iter().map(sorted).collect();
    assert!(outcomes.contains(&sorted(&result["winners"])), "{what}: {}", result["winners"]);
    // Beside several outcomes the figures are those of one of them.
    if outcomes.len() != 1 {
        return;
    }
    let fairness = &expected["fairness"];
    for figure in ["voters", "coverage1", "coverage2", "coverage3"] {
        assert_eq!(result["coverage"][figure], fairness[figure], "{what}: {figure}");
    }
    for property in ["JR", "EJRplus"] {
        assert_eq!(result["certificate"][property], fairness[property], "{what}: {property}");
    }
    let [found, published] =
        [&result["certificate"], fairness].map(|from| from["EJRplus_margin"].as_f64().unwrap());
    assert!((found - published).abs() < 1e-6, "{what}: worst ratio {found}, not {published}");
}

#[test]
fn published_selections_are_confirmed() {
    let mut confirmed = 0;
    for [instance, expected] in SELECTIONS {
        let expected = json(expected);
        let rules = expected["rules"].as_object().unwrap();
        // The files also have rules that this program does not offer: `pav` and `mes_add1`.
        for (name, expected) in
            rules.iter().filter(|(name, _)| SELECT_RULES.iter().any(|(ours, _)| ours == name))
        {
            check_selection(instance, name, expected);
            confirmed += 1;
        }
    }
    assert_eq!(confirmed, 47);
}

#[test]
fn published_rankings_are_confirmed() {
    for [instance, expected] in RANKINGS {
        let expected = json(expected);
        for (name, rule) in RANK_RULES {
            let result = json(&rank::compute(instance, rule).unwrap());
            assert_eq!(result["condorcet"], expected["condorcet"], "{instance}");
            if name == "condorcet" {
                continue;
            }
            assert_eq!(result["winners"], expected[name]["winners"], "{name}: {instance}");
            if name != "irv" {
                assert_eq!(result["order"], expected[name]["order"], "{name}: {instance}");
            }
        }
        let borda = json(&rank::compute(instance, rank::RankRule::Borda).unwrap());
        for score in borda["scores"].as_array().unwrap() {
            assert_eq!(score["points"], expected["borda"]["scores"][score["topic"].as_str().unwrap()]);
        }
    }
}

#[test]
fn a_result_explains_itself() {
    let [instance, _] = instance!("examples", "select-mes-undershoot");
    let result = json(&select::compute(instance, SELECT_RULES[3].1).unwrap());
    assert_eq!(result["schema"], "tafelrunde.select.result/1");
    assert_eq!(result["rule"], "mes_phragmen");
    let first = json(
        r#"{"topic":"t001","place":1,"grounds":"ballots","moment":"1/3","supporters":3,"with_nothing_else":3,
            "payments":[{"people":3,"each":0.333333}]}"#,
    );
    assert_eq!(result["elected"][0], first);
    assert_eq!(result["elected"][2]["grounds"], "completion");
    let waiting = json(r#"{"topic":"t005","place":1,"supporters":1,"holds":1.0,"lacks":1}"#);
    assert_eq!(result["waiting"][0], waiting);
}

/// What is said about a selection file in which a part is replaced.
fn said(part: &str, other: &str) -> String {
    let file = r#"{"schema":"tafelrunde.select/1","id":"x","kind":"approval","k":1,"topics":["a",{"id":"b"}],
        "pinned":[],"excluded":[],"ballots":[{"voter":"p1","approve":["a"]},{"voter":"p2","approve":["a","b"]}]}"#;
    assert!(file.contains(part));
    match select::compute(&file.replace(part, other), SELECT_RULES[1].1) {
        Ok(_) => "fine".into(),
        Err(wrong) => wrong.to_string(),
    }
}

#[test]
fn wrong_files_are_told_where_and_what() {
    let pairs = [
        (r#""k":1"#, r#""k":2"#, "fine"),
        (r#""k":1"#, r#""k":0"#, "k: 0 is not between 1 and 2000"),
        (r#""k":1"#, r#""k":-1"#, "k: invalid value: integer `-1`, expected usize at line 1 column 65"),
        ("select/1", "select/2", r#"schema: "tafelrunde.select/2" is not "tafelrunde.select/1""#),
        (r#"["a","b"]"#, r#"["a","c"]"#, r#"ballots[1].approve[1]: "c" is not among the topics"#),
        (r#"["a","b"]"#, r#"["a","a"]"#, r#"ballots[1].approve[1]: "a" is there twice"#),
        (r#""p2""#, r#""p1""#, r#"ballots[1].voter: "p1" has a ballot already"#),
        ("{\"id\":\"b\"}", r#""a""#, r#"topics[1]: "a" is there twice"#),
        (r#""approve":["a"]"#, r#""points":{"a":1}"#, "ballots[0].approve: missing"),
        (r#""pinned":[]"#, r#""pinned":["a","b"]"#, "pinned: more topics than 1 places"),
        (
            r#""pinned":[],"excluded":[]"#,
            r#""pinned":["a"],"excluded":["a"]"#,
            r#"excluded: "a" is pinned, too"#,
        ),
    ];
    for (part, other, expected) in pairs {
        assert_eq!(said(part, other), expected);
    }
    assert!(said("{\"schema\"", "schema").starts_with(".: expected value at line 1"));
}

#[test]
fn wrong_points_and_rankings_are_told_where_and_what() {
    let file = |ballot: &str, kind: &str| {
        let text = format!(
            r#"{{"schema":"tafelrunde.select/1","id":"x","kind":"{kind}","k":1,"topics":["a","b"],
                "ballots":[{{"voter":"p1",{ballot}}}]}}"#
        );
        select::compute(&text, SELECT_RULES[5].1).map_or_else(|wrong| wrong.to_string(), |_| "fine".into())
    };
    assert_eq!(file(r#""points":{"a":1000,"b":0}"#, "dots"), "fine");
    assert_eq!(
        file(r#""points":{"b":1001}"#, "score"),
        "ballots[0].points.b: 1001 points are more than 1000"
    );
    assert!(file(r#""points":{"b":-1}"#, "score").starts_with("ballots[0].points.b: invalid value"));
    assert_eq!(
        file(r#""ranking":[["a"],["b","a"]]"#, "ranking"),
        r#"ballots[0].ranking[1][1]: "a" is there twice"#
    );

    let ranked = |count: &str| {
        let text = format!(
            r#"{{"schema":"tafelrunde.rank/1","id":"x","topics":["a"],"ballots":[{{"count":{count},"ranking":[["a"]]}}]}}"#
        );
        rank::compute(&text, rank::RankRule::Borda).map_or_else(|wrong| wrong.to_string(), |_| "fine".into())
    };
    assert_eq!(ranked("7"), "fine");
    assert_eq!(ranked("0"), "ballots[0].count: 0 is not between 1 and 1000000000");
}

#[test]
fn a_cap_keeps_a_small_group_from_pushing_a_topic_through() {
    let file = |cap: &str| {
        let text = format!(
            r#"{{"schema":"tafelrunde.select/1","id":"x","kind":"dots","k":1,{cap}"topics":["a","b"],"ballots":[
                {{"voter":"p1","points":{{"a":5}}}},{{"voter":"p2","points":{{"a":5}}}},
                {{"voter":"p3","points":{{"b":3}}}},{{"voter":"p4","points":{{"b":3}}}},{{"voter":"p5","points":{{"b":3}}}}]}}"#
        );
        json(&select::compute(&text, SELECT_RULES[0].1).unwrap())["winners"].to_string()
    };
    assert_eq!(file(""), r#"["a"]"#);
    assert_eq!(file(r#""cap":3,"#), r#"["b"]"#);
}
