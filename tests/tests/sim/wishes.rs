//! Random commands: mostly sensible, some not.

use rand::RngExt;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use std::collections::BTreeMap;
use tafelrunde_protocol::command::{Command, Phase, PollDraft, PollKind, Profile, Results, Scene, Surface};
use tafelrunde_protocol::ids::{OptionId, PollId, Revision, SlotId, TopicId};
use tafelrunde_protocol::selection::{Hand, SelectionRule, SelectionTerms};
use tafelrunde_protocol::topic::{Hosting, Proposals, Review, TopicBallotKind, TopicDraft, TopicRules};

fn poll(rng: &mut StdRng) -> PollId {
    PollId::new(&format!("p{}", rng.random_range(0..4))).expect("of the form of ids")
}

fn topic(rng: &mut StdRng) -> TopicId {
    TopicId::new(&format!("t{}", rng.random_range(0..12))).expect("of the form of ids")
}

fn draft(rng: &mut StdRng) -> TopicDraft {
    let title = format!("Thema {}", rng.random_range(0..1_000));
    TopicDraft { title, text: String::new(), theme: None, hosting: Hosting::NotOffered }
}

/// What a moderator may want.
pub fn of_moderator(rng: &mut StdRng) -> Command {
    match rng.random_range(0..24) {
        0 | 1 => Command::DraftPoll { poll: poll(rng), draft: poll_draft(rng) },
        2..5 => Command::OpenPoll { poll: poll(rng), seconds: rng.random_bool(0.3).then_some(5) },
        5 => Command::ClosePoll { poll: poll(rng) },
        6 => Command::RevealPoll { poll: poll(rng) },
        7 => {
            if rng.random_bool(0.2) {
                Command::DeletePoll { poll: poll(rng) }
            } else {
                Command::EnterSlot { slot: SlotId::new("slot-2").expect("of the form of ids") }
            }
        }
        8 => Command::SetProposals { proposals: pick(rng, &[Proposals::Open, Proposals::Closed]) },
        9 | 10 => Command::SetTopicVote { phase: pick(rng, &[Phase::Open, Phase::Closed, Phase::Revealed]) },
        11 => Command::EditTopic { topic: topic(rng), draft: draft(rng) },
        12 => Command::HideTopic { topic: topic(rng) },
        13 => Command::UnhideTopic { topic: topic(rng) },
        14 => Command::MergeTopic { topic: topic(rng), into: topic(rng) },
        15 => Command::SplitTopic { topic: topic(rng) },
        16 => Command::HoldTopic { topic: topic(rng) },
        17 => Command::ReleaseTopic { topic: topic(rng) },
        18 => Command::SetTopicRules { rules: rules(rng) },
        19 => Command::SetSelectionTerms { terms: terms(rng) },
        20 | 21 => {
            let hand = |rng: &mut StdRng| pick(rng, &[None, Some(Hand::Pinned), Some(Hand::Excluded)]);
            Command::SetHands { hands: (0..2).map(|_| (topic(rng), hand(rng))).collect() }
        }
        22 => Command::RetractSelection {},
        _ => Command::ShowScene {
            on: pick(rng, &[Surface::Wall, Surface::Phones, Surface::Everywhere]),
            scene: Scene::Poll { poll: poll(rng) },
        },
    }
}

fn rules(rng: &mut StdRng) -> TopicRules {
    TopicRules {
        per_person: rng.random_range(0..8),
        review: pick(rng, &[Review::After, Review::Before]),
        ballot: pick(
            rng,
            &[
                TopicBallotKind::Approval,
                TopicBallotKind::Points { points: 5, cap: 3 },
                TopicBallotKind::Score { max: 4 },
            ],
        ),
        counts: pick(rng, &[Results::OnReveal, Results::Live]),
    }
}

fn terms(rng: &mut StdRng) -> SelectionTerms {
    let rules = [
        SelectionRule::MostVotes,
        SelectionRule::SequentialPhragmen,
        SelectionRule::EqualShares,
        SelectionRule::SequentialPav,
        SelectionRule::AdditiveEqualShares,
    ];
    SelectionTerms {
        rule: pick(rng, &rules),
        places: rng.random_range(0..6),
        wild_card: rng.random_bool(0.5),
    }
}

fn poll_draft(rng: &mut StdRng) -> PollDraft {
    let count = rng.random_range(2..6);
    let kind = if rng.random_bool(0.5) {
        PollKind::Single
    } else {
        PollKind::Multiple { min: 0, max: count as u16 }
    };
    PollDraft {
        question: format!("Frage {}", rng.random_range(0..100)),
        options: (0..count).map(|option| format!("Antwort {option}")).collect(),
        kind,
        results: pick(rng, &[Results::OnReveal, Results::OnReveal, Results::Live]),
    }
}

/// What a participant may want; every ballot gets the next revision.
pub fn of_participant(rng: &mut StdRng, revision: &mut u64) -> Command {
    *revision += 1;
    let revision = Revision(*revision);
    match rng.random_range(0..14) {
        0 => Command::Join(Profile { name: format!("N{}", rng.random_range(0..3)), ..Profile::default() }),
        1 | 2 => Command::ProposeTopic { topic: topic(rng), draft: draft(rng) },
        3..6 => {
            let mut approve: Vec<TopicId> = (0..rng.random_range(0..5)).map(|_| topic(rng)).collect();
            approve.sort_unstable();
            approve.dedup();
            if rng.random_bool(0.3) {
                let points = approve.into_iter().map(|topic| (topic, rng.random_range(0..4))).collect();
                return Command::CastTopicBallot { approve: Vec::new(), points, revision };
            }
            Command::CastTopicBallot { approve, points: BTreeMap::new(), revision }
        }
        12 => Command::SkipTopics { topics: (0..rng.random_range(0..4)).map(|_| topic(rng)).collect() },
        13 => Command::EditTopic { topic: topic(rng), draft: draft(rng) },
        6 => Command::WithdrawBallot { poll: poll(rng), revision },
        _ => {
            let choices = (0..rng.random_range(0..3)).map(|_| OptionId(rng.random_range(0..5))).collect();
            Command::CastBallot { poll: poll(rng), choices, revision }
        }
    }
}

/// One of these.
pub fn pick<T: Copy>(rng: &mut StdRng, choices: &[T]) -> T {
    *choices.choose(rng).expect("there is a choice")
}
