//! Holds the selection on the board against what `tafelrunde compute select` makes of the exported ballots.

use serde_json::{Value, json};
use tafelrunde_protocol::selection::{SelectionDocument, Served};

/// What differs, in words; empty when the board is right.
pub fn differences(shown: &SelectionDocument, computed: &Value) -> Vec<String> {
    let elected = shown
        .elected
        .iter()
        .map(|topic| json!([topic.topic, topic.grounds, topic.supporters, topic.with_nothing_else]));
    let waiting = shown.waiting.iter().map(|topic| json!([topic.topic, topic.supporters, topic.lacks]));
    let pairs = [
        (
            "elected",
            elected.collect(),
            rows(computed, "elected", &["topic", "grounds", "supporters", "with_nothing_else"]),
        ),
        ("waiting", waiting.collect(), rows(computed, "waiting", &["topic", "supporters", "lacks"])),
        ("close", json!(shown.close), computed["close"].clone()),
        ("served", served(shown.served), coverage(&computed["coverage"])),
        (
            "served by most votes",
            served(shown.by_most_votes.served),
            coverage(&computed["most_votes"]["coverage"]),
        ),
        (
            "certificate",
            json!([shown.certificate.is_justified, shown.certificate.is_proportional]),
            fields(&computed["certificate"], &["JR", "EJRplus"]),
        ),
    ];
    let differ = pairs.into_iter().filter(|(_, shown, computed): &(_, Value, Value)| shown != computed);
    differ.map(|(what, shown, computed)| format!("{what}: {shown} is shown, {computed} computed")).collect()
}

fn rows(computed: &Value, list: &str, names: &[&str]) -> Value {
    computed[list].as_array().into_iter().flatten().map(|row| fields(row, names)).collect()
}

fn fields(object: &Value, names: &[&str]) -> Value {
    names.iter().map(|name| object[*name].clone()).collect()
}

fn served(served: Served) -> Value {
    json!([served.voters, served.with_one, served.with_two, served.with_three])
}

fn coverage(coverage: &Value) -> Value {
    fields(coverage, &["voters", "coverage1", "coverage2", "coverage3"])
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERVED: &str = r#"{"voters":3,"with_one":2,"with_two":0,"with_three":0}"#;
    const COVERAGE: &str = r#"{"voters":3,"coverage1":2,"coverage2":0,"coverage3":0}"#;

    fn shown() -> SelectionDocument {
        let text = format!(
            r#"{{"terms":{{"rule":"most_votes","places":1}},"elected":[{{"topic":"a","grounds":"ballots",
            "supporters":2,"with_nothing_else":2,"reached":2,"paid":[]}}],"waiting":[{{"topic":"b","supporters":1,
            "holds_thousandths":500,"lacks":1}}],"served":{SERVED},"by_most_votes":{{"topics":["a"],"served":{SERVED}}},
            "by_ballots_alone":null,"certificate":{{"is_justified":true,"is_proportional":true,"worst":null}},
            "close":[],"wild_card":null}}"#
        );
        serde_json::from_str(&text).expect("a selection")
    }

    fn computed(supporters: u32) -> Value {
        let text = format!(
            r#"{{"elected":[{{"topic":"a","place":1,"grounds":"ballots","supporters":{supporters},"with_nothing_else":2}}],
            "waiting":[{{"topic":"b","place":2,"supporters":1,"holds":0.5,"lacks":1}}],"close":[],
            "coverage":{COVERAGE},"most_votes":{{"common":1,"coverage":{COVERAGE}}},
            "certificate":{{"JR":true,"EJRplus":true,"EJRplus_margin":0.5}}}}"#
        );
        serde_json::from_str(&text).expect("JSON")
    }

    #[test]
    fn a_selection_that_is_computed_otherwise_is_told() {
        assert_eq!(differences(&shown(), &computed(2)), Vec::<String>::new());
        assert_eq!(
            differences(&shown(), &computed(3)),
            [r#"elected: [["a","ballots",2,2]] is shown, [["a","ballots",3,2]] computed"#]
        );
    }
}
