//! `tafelrunde.rank/1`: topics and rankings in, their order by one rule out.

use serde::{Deserialize, Serialize};

use super::{BALLOTS_MAX, COUNT_MAX, FileError, RANKED_TOPICS_MAX, TopicEntry, Topics, at_most, error, read};
use crate::ranking::borda::{Borda, borda};
use crate::ranking::runoff::{Runoff, runoff};
use crate::ranking::schulze::schulze;
use crate::ranking::{RankedBallot, Rankings};
use crate::selection::Fraction;
use crate::selection::electorate::Lot;

const SCHEMA: &str = "tafelrunde.rank/1";

/// How to rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RankRule {
    /// Schulze with winning votes.
    Schulze,
    /// Instant run-off.
    Runoff,
    /// Borda with averaged ties.
    Borda,
    /// Only the winner against everybody, if there is one.
    Condorcet,
}

/// The names of the rules on the command line and in results.
pub const RULES: [(&str, RankRule); 4] = [
    ("schulze", RankRule::Schulze),
    ("irv", RankRule::Runoff),
    ("borda", RankRule::Borda),
    ("condorcet", RankRule::Condorcet),
];

#[derive(Deserialize)]
struct File {
    id: String,
    topics: Vec<TopicEntry>,
    ballots: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    count: Option<u64>,
    ranking: Vec<Vec<String>>,
}

#[derive(Serialize)]
struct RankResult<'a> {
    schema: &'static str,
    instance: &'a str,
    rule: &'static str,
    /// Everybody who wins, by some lot if there is a tie.
    winners: Vec<&'a str>,
    /// Groups of equal topics, best first.
    order: Vec<Vec<&'a str>>,
    condorcet: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scores: Option<Vec<Score<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rounds: Option<Vec<RoundEntry<'a>>>,
}

#[derive(Serialize)]
struct Score<'a> {
    topic: &'a str,
    points: String,
}

#[derive(Serialize)]
struct RoundEntry<'a> {
    eliminated: &'a str,
    votes: String,
    tied_with: Vec<&'a str>,
}

/// Reads a file, ranks, and writes the result as one line of JSON.
pub fn compute(text: &str, rule: RankRule) -> Result<String, FileError> {
    let file: File = read(text, SCHEMA)?;
    let topics = Topics::new(file.topics, RANKED_TOPICS_MAX)?;
    let rankings = Rankings { topics: topics.ids.len(), ballots: ballots(&topics, &file.ballots)? };
    let schulze = schulze(&rankings);
    let mut result = RankResult {
        schema: "tafelrunde.rank.result/1",
        instance: &file.id,
        rule: RULES.iter().find(|(_, other)| *other == rule).expect("every rule has a name").0,
        winners: Vec::new(),
        order: Vec::new(),
        condorcet: schulze.condorcet_winner.map(|winner| topics.id(winner)),
        scores: None,
        rounds: None,
    };
    match rule {
        RankRule::Schulze => result.set_order(&topics, &schulze.order),
        RankRule::Runoff => result.set_runoff(&topics, &runoff(&rankings)),
        RankRule::Borda => result.set_borda(&topics, &borda(&rankings)),
        RankRule::Condorcet => result.winners.extend(result.condorcet),
    }
    Ok(serde_json::to_string(&result).expect("a result has only names and numbers"))
}

fn ballots(topics: &Topics, entries: &[Entry]) -> Result<Vec<RankedBallot>, FileError> {
    at_most("ballots", entries.len(), BALLOTS_MAX)?;
    let mut ballots = Vec::with_capacity(entries.len());
    for (position, entry) in entries.iter().enumerate() {
        let people = entry.count.unwrap_or(1);
        if people == 0 || COUNT_MAX < people {
            let problem = format!("{people} is not between 1 and {COUNT_MAX}");
            return Err(error(format!("ballots[{position}].count"), problem));
        }
        let groups = topics.ranking(&entry.ranking, &format!("ballots[{position}].ranking"))?;
        ballots.push(RankedBallot { people, groups });
    }
    Ok(ballots)
}

impl<'a> RankResult<'a> {
    fn set_order(&mut self, topics: &'a Topics, order: &[Vec<Lot>]) {
        self.order = order.iter().map(|group| topics.ids(group.iter().copied())).collect();
        self.winners = self.order.first().cloned().unwrap_or_default();
    }

    /// The order is that of the lot; without a list of possible winners the lot's winner stands alone.
    fn set_runoff(&mut self, topics: &'a Topics, runoff: &Runoff) {
        self.order = runoff.rounds.iter().rev().map(|round| vec![topics.id(round.topic)]).collect();
        self.winners = match &runoff.possible_winners {
            Some(possible) => topics.ids(possible.iter().copied()),
            None => topics.ids(runoff.winner()),
        };
        let rounds = runoff.rounds.iter().map(|round| RoundEntry {
            eliminated: topics.id(round.topic),
            votes: round.votes.to_string(),
            tied_with: topics.ids(round.tied_with.iter().copied()),
        });
        // The last one is not eliminated.
        self.rounds = Some(rounds.take(runoff.rounds.len().saturating_sub(1)).collect());
    }

    fn set_borda(&mut self, topics: &'a Topics, borda: &Borda) {
        self.set_order(topics, &borda.order);
        let points = |doubled: u64| Fraction::new(doubled.into(), 2.into()).to_string();
        let scores = borda.doubled_points.iter().enumerate();
        self.scores = Some(
            scores.map(|(lot, doubled)| Score { topic: topics.id(lot), points: points(*doubled) }).collect(),
        );
    }
}
