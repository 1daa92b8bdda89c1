//! What can be said on the command line. Every duration and size has a bound, so that no run goes on for ever.

pub mod topic_storm;

use clap::{Args, Parser, Subcommand, ValueEnum};
use serde::Serialize;
use std::path::PathBuf;
use tafelrunde_protocol::limits::{IN_FLIGHT_MAX, POLLS_MAX};

use crate::compare::Compare;
use crate::cores::Cores;
use crate::judge::Judge;
use crate::listening::Listen;
use crate::many_cafes::ManyCafes;
use crate::stuck_phone::StuckPhone;
use topic_storm::TopicStorm;

/// Drives phones against a Tafelrunde server and measures what people would notice.
#[derive(Debug, Parser)]
#[command(version)]
pub struct Arguments {
    #[command(flatten)]
    pub target: Target,
    #[command(subcommand)]
    pub work: Work,
}

/// What is done.
#[derive(Debug, Subcommand)]
pub enum Work {
    #[command(flatten)]
    Scenario(Scenario),
    /// Measures servers against each other in turns, the floor first.
    Compare(Compare),
    /// Measures many small cafés against one with as many phones.
    ManyCafes(ManyCafes),
    /// Measures what others notice of a phone that asks and never reads.
    StuckPhone(StuckPhone),
    /// Reads measurements (JSON lines) and says for each goal whether it is reached.
    Judge(Judge),
    /// Serves as the least possible server, until killed.
    Floor(Listen),
    /// Serves as the program that one would write first, until killed.
    FirstDraft(Listen),
}

/// Which server, and where it and the load run.
#[derive(Debug, Clone, Args)]
pub struct Target {
    /// The server's binary; it is started with an empty data directory and stopped at the end.
    #[arg(long, global = true, default_value = "target/release/tafelrunde")]
    pub server: PathBuf,
    /// Template of the café that is made on a server started here: a built-in name or a file.
    #[arg(long, global = true, default_value = "zukunftsmesse")]
    pub template: String,
    /// Where the data directory is made; say a folder on a real disk. Default: the folder for temporary files.
    #[arg(long, global = true)]
    pub data: Option<PathBuf>,
    /// Use this running server instead, for example `http://127.0.0.1:8080`; raise its limits yourself.
    #[arg(long, global = true, requires_all = ["code", "moderator_token", "screen_token"])]
    pub url: Option<String>,
    /// Join code of the café on the running server.
    #[arg(long, global = true)]
    pub code: Option<String>,
    /// Moderator's token on the running server.
    #[arg(long, global = true)]
    pub moderator_token: Option<String>,
    /// Screen's token on the running server.
    #[arg(long, global = true)]
    pub screen_token: Option<String>,
    /// Process id of the running server, for its processor time and memory.
    #[arg(long, global = true)]
    pub server_pid: Option<u32>,
    /// Cores of a server started here, such as `0` or `0-2,5`. Default: all.
    #[arg(long, global = true, default_value = "")]
    pub server_cores: Cores,
    /// Cores of the load, as above.
    #[arg(long, global = true, default_value = "")]
    pub load_cores: Cores,
    /// Seed of everything random but the tokens.
    #[arg(long, global = true, default_value_t = 1)]
    pub seed: u64,
    /// Handshakes under way at a time while a crowd gathers that is not itself measured.
    #[arg(long, global = true, default_value_t = 128, value_parser = clap::value_parser!(u32).range(1..=4096))]
    pub handshakes: u32,
}

/// What is measured.
#[derive(Debug, Clone, Subcommand)]
pub enum Scenario {
    /// Everybody joins: time until the first board stands and until the seat is stored.
    ConnectStorm(ConnectStorm),
    /// A moderator changes one document: time until every phone has it, processor time per delivery.
    FanOut(FanOut),
    /// Votes arrive at a fixed rate: time until each is acknowledged, and until the wall shows it.
    VoteStorm(VoteStorm),
    /// The hall votes: everybody once within two seconds, wall and phones follow.
    TownHall(TownHall),
    /// People vote on topics: do other votes wait for the selection, and how old is the one on the console?
    TopicStorm(TopicStorm),
    /// Everybody loses the line and comes back with a cursor.
    ReconnectStorm(ReconnectStorm),
    /// People come and go, vote, propose; memory over time, and whether anything acknowledged is gone at the end.
    MixedDay(MixedDay),
    /// A server with many stored ballots is killed and started: time until the first acknowledgement.
    Restart(Restart),
}

#[derive(Debug, Clone, Args, Serialize)]
pub struct ConnectStorm {
    /// People.
    #[arg(long, default_value_t = 10_000, value_parser = phones())]
    pub phones: u32,
    /// Arrivals per second, whether or not earlier ones were served. Default: as fast as `--handshakes` allows.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub rate: Option<u32>,
}

#[derive(Debug, Clone, Args, Serialize)]
pub struct FanOut {
    /// People.
    #[arg(long, default_value_t = 10_000, value_parser = phones())]
    pub phones: u32,
    /// Changes.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    pub rounds: u32,
    /// Quiet time between changes; longer than the server's tick, or the tick is measured too.
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u64).range(1..=60_000))]
    pub pause_ms: u64,
    /// Length of the sentence that is shown.
    #[arg(long, default_value_t = 150, value_parser = clap::value_parser!(u16).range(40..=300))]
    pub chars: u16,
}

#[derive(Debug, Clone, Args, Serialize)]
pub struct VoteStorm {
    /// People.
    #[arg(long, default_value_t = 10_000, value_parser = phones())]
    pub phones: u32,
    /// Votes per second, whether or not earlier ones were acknowledged.
    #[arg(long, default_value_t = 5_000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub rate: u32,
    /// For how long.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=600))]
    pub seconds: u32,
    /// Whether phones get the running counts as well.
    #[arg(long, value_enum, default_value_t = Counts::OnReveal)]
    pub results: Counts,
}

#[derive(Debug, Clone, Args, Serialize)]
pub struct TownHall {
    /// People.
    #[arg(long, default_value_t = 1_000, value_parser = phones())]
    pub phones: u32,
    /// Time within which everybody votes.
    #[arg(long, default_value_t = 2_000, value_parser = clap::value_parser!(u32).range(1..=600_000))]
    pub window_ms: u32,
    /// Whether phones get the running counts as well.
    #[arg(long, value_enum, default_value_t = Counts::Live)]
    pub results: Counts,
}

#[derive(Debug, Clone, Args, Serialize)]
pub struct ReconnectStorm {
    /// People.
    #[arg(long, default_value_t = 10_000, value_parser = phones())]
    pub phones: u32,
    /// Returns per second. Default: as fast as `--handshakes` allows.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub rate: Option<u32>,
}

#[derive(Debug, Clone, Args, Serialize)]
pub struct MixedDay {
    /// People.
    #[arg(long, default_value_t = 1_000, value_parser = phones())]
    pub phones: u32,
    /// For how long; a fifth of it is not counted for memory.
    #[arg(long, default_value_t = 5.0, value_parser = minutes)]
    pub minutes: f64,
    /// From the opening of one poll to that of the next.
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(500..=600_000))]
    pub poll_every_ms: u32,
}

#[derive(Debug, Clone, Args, Serialize)]
pub struct Restart {
    /// Ballots stored before the server is killed.
    #[arg(long, default_value_t = 1_000_000, value_parser = clap::value_parser!(u32).range(1..=20_000_000))]
    pub ballots: u32,
    /// People who cast them.
    #[arg(long, default_value_t = 5_000, value_parser = phones())]
    pub phones: u32,
    /// Unacknowledged ballots of one phone.
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u16).range(1..=IN_FLIGHT_MAX as i64))]
    pub in_flight: u16,
    /// How often the server is killed and started.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=20))]
    pub restarts: u32,
}

/// When a poll's counts are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counts {
    /// Phones get no counts while people vote; the wall shows how many have voted.
    OnReveal,
    /// Phones and wall get the counts while people vote.
    Live,
}

fn minutes(text: &str) -> Result<f64, String> {
    let minutes: f64 = text.parse().map_err(|error| format!("{error}"))?;
    if (0.05..=1_440.0).contains(&minutes) { Ok(minutes) } else { Err("0.05 to 1440 minutes".to_owned()) }
}

fn phones() -> clap::builder::RangedI64ValueParser<u32> {
    clap::value_parser!(u32).range(1..=200_000)
}

impl Work {
    /// Sockets that this holds open at a time, a few spare ones included; as many as allowed where others decide.
    pub fn connections(&self) -> u64 {
        match self {
            Self::Scenario(scenario) => scenario.connections(),
            Self::Compare(compare) => compare.lines_max() + SPARE,
            Self::ManyCafes(many) => many.lines_max() + SPARE,
            Self::StuckPhone(stuck) => u64::from(stuck.connections) + SPARE,
            Self::Judge(_) => SPARE,
            Self::Floor(_) | Self::FirstDraft(_) => SERVED_MAX,
        }
    }
}

/// Files that are open beside the phones' lines.
const SPARE: u64 = 64;
/// Sockets of a server of this program.
const SERVED_MAX: u64 = 1 << 17;

impl Scenario {
    /// Sockets that the scenario holds open at a time, a few spare ones included.
    pub fn connections(&self) -> u64 {
        let phones = match self {
            Self::ConnectStorm(ConnectStorm { phones, .. })
            | Self::FanOut(FanOut { phones, .. })
            | Self::VoteStorm(VoteStorm { phones, .. })
            | Self::TownHall(TownHall { phones, .. })
            | Self::MixedDay(MixedDay { phones, .. })
            | Self::ReconnectStorm(ReconnectStorm { phones, .. })
            | Self::Restart(Restart { phones, .. }) => *phones,
            Self::TopicStorm(TopicStorm { people, .. }) => *people,
        };
        u64::from(phones) + SPARE
    }
}

/// Polls needed so that every vote is somebody's first in its poll, or a sentence that says why there are too many.
pub fn polls_needed(votes: u32, phones: u32) -> Result<u32, String> {
    let polls = votes.div_ceil(phones);
    if polls as usize > POLLS_MAX {
        let phones_min = votes.div_ceil(u32::try_from(POLLS_MAX).unwrap_or(u32::MAX));
        return Err(format!(
            "{votes} votes need {phones_min} phones or more: a café has at most {POLLS_MAX} polls"
        ));
    }
    Ok(polls)
}

#[cfg(test)]
#[path = "arguments_tests.rs"]
mod tests;
