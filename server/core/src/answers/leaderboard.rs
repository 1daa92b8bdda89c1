//! Who has most points over the questions of a quiz. Equal points share a place.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tafelrunde_protocol::ids::ParticipantId;

/// Everybody's points. As large as the number of people who answered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaderboard {
    scores: BTreeMap<ParticipantId, Score>,
}

/// What one person has earned.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// Points of all answers.
    pub points: u64,
    /// Answers, wrong ones included.
    pub answers: u32,
}

/// People who share a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// From 1. After three on place 1 comes place 4.
    pub place: usize,
    /// What each of them has.
    pub points: u64,
    /// They, in the order of their pseudonyms, which says nothing.
    pub people: Vec<ParticipantId>,
}

impl Leaderboard {
    /// Counts what an answer earned, in O(log people). Call it with 0 points for a wrong answer, too.
    pub fn add(&mut self, person: ParticipantId, points: u32) {
        let score = self.scores.entry(person).or_default();
        score.points += u64::from(points);
        score.answers += 1;
    }

    /// Takes out what an answer earned. Who has no answer left leaves the board.
    pub fn remove(&mut self, person: ParticipantId, points: u32) {
        let score = self.scores.get_mut(&person).expect("what is taken out has been counted");
        score.points -= u64::from(points);
        score.answers -= 1;
        if score.answers == 0 {
            self.scores.remove(&person);
        }
    }

    /// What one person has earned.
    pub fn score(&self, person: ParticipantId) -> Option<Score> {
        self.scores.get(&person).copied()
    }

    /// The best places, until at least `people_wanted` people are in them: a tie is not cut. O(n log n).
    pub fn top(&self, people_wanted: usize) -> Vec<Place> {
        let mut sorted: Vec<(u64, ParticipantId)> =
            self.scores.iter().map(|(person, score)| (score.points, *person)).collect();
        sorted.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut places = Vec::new();
        let mut before = 0;
        for tied in sorted.chunk_by(|a, b| a.0 == b.0) {
            if people_wanted <= before {
                break;
            }
            let people = tied.iter().map(|(_, person)| *person).collect();
            places.push(Place { place: before + 1, points: tied[0].0, people });
            before += tied.len();
        }
        places
    }

    /// On which place somebody is. O(n).
    pub fn place(&self, person: ParticipantId) -> Option<usize> {
        let own = self.scores.get(&person)?.points;
        Some(1 + self.scores.values().filter(|score| own < score.points).count())
    }
}
