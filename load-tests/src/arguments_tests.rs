//! Tests of the command line.

use super::*;
use clap::CommandFactory;

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
fn polls_are_as_many_as_first_votes_need() {
    assert_eq!(polls_needed(50_000, 10_000), Ok(5));
    assert_eq!(polls_needed(50_001, 10_000), Ok(6));
    assert_eq!(polls_needed(500, 1), Ok(500));
    assert_eq!(
        polls_needed(1_000_000, 1_000),
        Err("1000000 votes need 2000 phones or more: a café has at most 500 polls".to_owned())
    );
}
