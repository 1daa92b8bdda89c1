//! The topic ballots of a café as a file for `tafelrunde compute select`: whoever has it can check the programme.

use serde::Serialize;
use std::collections::BTreeMap;

use super::select::SCHEMA;
use crate::forming::Ingredients;
use tafelrunde_protocol::ids::TopicId;
use tafelrunde_protocol::topic::TopicBallotKind;

#[derive(Serialize)]
struct File<'a> {
    schema: &'static str,
    id: &'a str,
    kind: &'static str,
    k: u16,
    topics: &'a [TopicId],
    pinned: Vec<&'a TopicId>,
    excluded: Vec<&'a TopicId>,
    ballots: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    voter: String,
    #[serde(flatten)]
    wants: Wants<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Wants<'a> {
    Approve(Vec<&'a TopicId>),
    Points(BTreeMap<&'a TopicId, u32>),
}

/// Writes the ballots, as they count, under this name. People are numbered in the order of what they want, so nobody
/// can tell who is who. A wild card is no part of the file: it is named beside the result.
pub fn write(id: &str, kind: TopicBallotKind, of: &Ingredients) -> String {
    let mut ballots: Vec<Vec<(&TopicId, u32)>> = of.ballots().collect();
    ballots.sort_unstable();
    let numbered = (1..).zip(ballots);
    let (pinned, excluded) = of.hands();
    let file = File {
        schema: SCHEMA,
        id,
        kind: match kind {
            TopicBallotKind::Approval => "approval",
            TopicBallotKind::Points { .. } => "dots",
            TopicBallotKind::Score { .. } => "score",
        },
        k: of.places(),
        topics: of.topics(),
        pinned,
        excluded,
        ballots: numbered
            .map(|(n, ballot)| Entry { voter: format!("v{n}"), wants: wants(kind, ballot) })
            .collect(),
    };
    serde_json::to_string(&file).expect("the file has string keys and whole numbers only")
}

fn wants(kind: TopicBallotKind, ballot: Vec<(&TopicId, u32)>) -> Wants<'_> {
    match kind {
        TopicBallotKind::Approval => Wants::Approve(ballot.into_iter().map(|(topic, _)| topic).collect()),
        TopicBallotKind::Points { .. } | TopicBallotKind::Score { .. } => {
            Wants::Points(ballot.into_iter().collect())
        }
    }
}
