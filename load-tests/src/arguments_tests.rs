//! Tests of the command line.

use super::*;
use clap::CommandFactory;
use topic_storm::Rule;

fn parse(line: &str) -> Result<Arguments, String> {
    Arguments::try_parse_from(format!("load-tests {line}").split_whitespace())
        .map_err(|error| error.to_string())
}

#[test]
fn the_command_line_is_well_formed() {
    Arguments::command().debug_assert();
}

#[test]
fn a_scenario_has_its_defaults() {
    let arguments = parse("restart").expect("valid");
    let Work::Scenario(Scenario::Restart(restart)) = &arguments.work else { panic!("{:?}", arguments.work) };
    assert_eq!((restart.ballots, restart.phones), (1_000_000, 5_000));
    assert_eq!(arguments.work.connections(), 5_064);
}

#[test]
fn options_of_the_target_may_follow_the_scenario() {
    let arguments = parse("town-hall --server-cores 0 --load-cores 1 --seed 7").expect("valid");
    assert_eq!(arguments.target.seed, 7);
    assert_eq!(arguments.target.server_cores.to_string(), "0");
}

#[test]
fn a_running_server_needs_its_tokens() {
    assert!(parse("town-hall --url http://127.0.0.1:8080").is_err());
    let complete = "town-hall --url http://127.0.0.1:8080 --code ABCDEF --moderator-token m --screen-token s";
    assert!(parse(complete).is_ok());
}

#[test]
fn numbers_out_of_range_are_refused() {
    assert!(parse("fan-out --phones 0").is_err());
    assert!(parse("vote-storm --seconds 601").is_err());
    assert!(parse("mixed-day --minutes 0").is_err());
    assert!(parse("mixed-day --minutes 0.1").is_ok());
    assert!(parse("mixed-day --minutes NaN").is_err());
    assert!(parse("restart --in-flight 65").is_err());
    assert!(parse("restart --in-flight 64").is_ok());
}

#[test]
fn a_topic_storm_that_ballots_cannot_hold_is_refused() {
    let storm = |line: &str| {
        let arguments = parse(&format!("topic-storm {line}")).expect("valid");
        let Work::Scenario(Scenario::TopicStorm(storm)) = arguments.work else { panic!("another scenario") };
        storm
    };
    let usual = storm("");
    assert_eq!((usual.rule.len(), usual.changes(), usual.wishes_max()), (5, 10_000, 80));
    assert_eq!(usual.check(), Ok(()));
    assert_eq!(storm("--rule equal-shares,most-votes").rule, [Rule::EqualShares, Rule::MostVotes]);
    assert_eq!(
        storm("--people 100 --seconds 10").check(),
        Err("20000 changed ballots are too many: 100 people can add a wish 2000 times; \
             invite more people, or run fewer rules or rounds"
            .to_owned())
    );
    assert_eq!(storm("--people 30").check(), Err("30 people propose 150 topics at most".to_owned()));
    assert!(parse("topic-storm --rule coin").is_err());
    assert!(parse("topic-storm --topics 29").is_err());
    assert!(parse("topic-storm --seconds 121").is_err());
}

#[test]
fn polls_are_as_many_as_first_votes_need() {
    assert_eq!(polls_needed(50_000, 10_000), Ok(5));
    assert_eq!(polls_needed(50_001, 10_000), Ok(6));
    assert_eq!(polls_needed(500, 1), Ok(500));
    assert_eq!(
        polls_needed(1_000_000, 1_000),
        Err("1000000 votes need 2000 phones or more: a café has at most 500 polls".to_owned())
    );
}
