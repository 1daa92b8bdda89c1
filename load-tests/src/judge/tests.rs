//! Tests of the judging.

use super::*;
use serde_json::{Value, json};

fn line(scope: Scope, runs: Vec<Value>, name: &str) -> String {
    let runs = Runs(runs);
    let goal = goals(scope).into_iter().find(|goal| goal.name.starts_with(name));
    goal.expect("a goal of this name").line(&runs)
}

fn compared(connections: u64, ratio: f64) -> Value {
    json!({ "scenario": "compare", "side": "tafelrunde",
        "parameters": { "connections": connections, "steps": "all" },
        "ratios": { "delivery_cpu_us": ratio, "acks_per_second": 0.7 } })
}

#[test]
fn every_goal_has_a_line_whatever_was_measured() {
    let runs = Runs::read("not JSON\n{}\n");
    for scope in [Scope::Quick, Scope::All] {
        let goals = goals(scope);
        assert!(goals.iter().all(|goal| goal.line(&runs).ends_with("missing")));
        assert_eq!(summary(&goals, &runs), format!("0 ok, 0 short, {} missing", goals.len()));
    }
    assert!(goals(Scope::All).len() > goals(Scope::Quick).len());
}

#[test]
fn names_are_told_apart_and_fit_into_their_column() {
    let mut names: Vec<String> = goals(Scope::All).into_iter().map(|goal| goal.name).collect();
    assert!(names.iter().all(|name| name.chars().count() <= 58), "{names:?}");
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all);
}

#[test]
fn the_last_measurement_of_a_size_counts_and_no_other_size() {
    let runs = || vec![compared(5_000, 9.0), compared(5_000, 1.11), compared(1_000, 1.1)];
    let delivery = "processor time of a delivery";
    let at = |size: &str| line(Scope::All, runs(), &format!("{size}: {delivery}"));
    assert!(at("5,000").ends_with("     1.11  ≤ 1.1    short"), "{}", at("5,000"));
    assert!(at("1,000").ends_with("     1.10  ≤ 1.1    ok"));
    assert!(at("10,000").ends_with("        -  ≤ 1.1    missing"));
    assert!(line(Scope::Quick, runs(), "1,000: durable acks per second").ends_with("0.70  ≥ 0.6    ok"));
}

#[test]
fn memory_is_judged_with_as_many_lines_as_fit() {
    let idle = json!({ "scenario": "compare", "side": "tafelrunde",
        "parameters": { "connections": 19_900, "steps": "idle" }, "medians": { "bytes_per_connection": 1_024 } });
    assert!(line(Scope::All, vec![idle.clone()], "19,900: memory").ends_with("1.00  ≤ 2      ok"));
    assert!(line(Scope::Quick, vec![idle], "5,000: memory").ends_with("missing"));
}

#[test]
fn many_cafes_are_judged_at_the_size_that_was_asked_for() {
    let run = |cafes: u64, ratio: f64| {
        json!({ "scenario": "many-cafes", "side": "many-small",
            "parameters": { "cafes": cafes }, "ratios": { "vote_cpu_us": ratio } })
    };
    let runs = || vec![run(1_000, 1.3), run(100, 1.0)];
    assert!(line(Scope::All, runs(), "1,000 cafés").ends_with("short"));
    assert!(line(Scope::Quick, runs(), "100 cafés").ends_with("ok"));
}

#[test]
fn updates_are_told_for_each_phone() {
    let run = json!({ "scenario": "vote-storm", "counts": { "updates_to_phones": 20_000 },
        "parameters": { "rate": 10_000, "results": "live", "phones": 5_000 } });
    assert!(line(Scope::Quick, vec![run], "live results").contains(" 4.00 "));
}
