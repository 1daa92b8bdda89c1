//! A day in fast motion: people come and go, vote in one poll after the other, propose topics and vote on them;
//! walls and consoles follow. What is looked for is memory that grows, latencies of each kind beside the others, and
//! anything that was acknowledged and is gone at the end or after a restart.
//!
//! Questions from the audience are not part of the protocol; they would be one more [`plan::Wish`].

pub(super) mod diary;
pub(super) mod expected;
pub(super) mod plan;
pub(super) mod visitor;

use anyhow::{Context, Result};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tafelrunde_protocol::command::{Command, Phase, PollDraft, PollKind, Results, Scene, Surface};
use tafelrunde_protocol::ids::{PollId, TopicId};
use tafelrunde_protocol::topic::Proposals;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::sleep_until;

use super::{Setting, complain_unless, wait_until};
use crate::arguments::MixedDay;
use crate::connection::PATIENCE;
use crate::console::{Console, poll_ids};
use crate::crowd;
use crate::hall::{Cost, Hall};
use crate::pacer;
use crate::phone::Phone;
use crate::process;
use crate::report::Report;
use crate::server::Server;
use crate::trend::{self, Sample};
use crate::wall::Wall;
use diary::Diary;
use expected::Expected;
use plan::{Plan, Shape, Step};
use visitor::{Kept, Order, Visitor};

/// From the moment when everything stands to the beginning.
const RUN_UP: Duration = Duration::from_millis(500);
const WALLS: usize = 2;
/// Samples of memory in a run, however long.
const SAMPLES: u32 = 120;

/// What the day has left behind.
struct Evening {
    kept: Vec<Kept>,
    shown: Vec<u64>,
    cost: Cost,
    memory: Vec<Sample>,
    expected: Expected,
}

pub(super) async fn run(setting: &Setting, parameters: &MixedDay, server: Option<Server>) -> Result<()> {
    let hall = &setting.hall;
    let length = Duration::from_secs_f64(parameters.minutes * 60.0);
    let poll_every = Duration::from_millis(parameters.poll_every_ms.into());
    let shape = Shape { phones: parameters.phones, length, poll_every, seed: setting.target.seed };
    let plan = plan::plan(shape);
    let phones = crowd::gather(hall, parameters.phones, setting.usual_pace(), &Arc::default()).await?;
    let console = Console::open(hall).await?;
    let began = Instant::now() + RUN_UP;
    let diary = Arc::new(Diary::new(began, poll_ids(plan.polls), topic_ids(plan.topics)));
    prepare(&console, &diary).await?;

    let wishes = plan.wishes.len() as u64;
    let evening = spend(hall, (plan, shape), console, phones, &diary).await?;
    let mut differences = evening.expected.differences(hall).await?;
    if let Some(mut server) = server {
        server.kill()?;
        server.start_again()?;
        let again = evening.expected.differences(&hall.moved_to(&server)).await?;
        differences.extend(again.into_iter().map(|difference| format!("after a restart: {difference}")));
    }
    let report = report(setting, parameters, &evening, &diary, length);
    report.count("wishes", wishes).count("differences", differences.len() as u64).print()?;
    complain_unless(differences.is_empty(), || differences.join("\n"))?;
    let ballots = evening.expected.ballots();
    complain_unless(evening.shown.iter().all(|shown| *shown == ballots), || {
        format!("{ballots} ballots count, the walls show {:?}", evening.shown)
    })?;
    complain_unless(diary.failures.get() == 0 && diary.answered.get() == wishes, || {
        format!(
            "of {wishes} wishes {} were answered; {} lines broke",
            diary.answered.get(),
            diary.failures.get()
        )
    })
}

/// Drafts the polls and opens the proposing of topics.
async fn prepare(console: &Console, diary: &Diary) -> Result<()> {
    for poll in &diary.polls {
        let draft = PollDraft {
            question: format!("Load test {poll}?"),
            options: (1..=plan::OPTIONS).map(|option| format!("Answer {option}")).collect(),
            kind: PollKind::Single,
            results: Results::OnReveal,
        };
        console.command(Command::DraftPoll { poll: poll.clone(), draft }).await?;
    }
    console.command(Command::SetProposals { proposals: Proposals::Open }).await
}

/// Lets everybody do as planned, and waits until all of it is answered.
async fn spend(
    hall: &Arc<Hall>,
    (plan, shape): (Plan, Shape),
    console: Console,
    phones: Vec<Phone>,
    diary: &Arc<Diary>,
) -> Result<Evening> {
    let mut walls = Vec::new();
    for _ in 0..WALLS {
        walls.push(Wall::open(hall, &diary.polls, Instant::now()).await?);
    }
    // One more console listens only.
    let second_console = Console::open(hall).await?;
    let mut visitors = JoinSet::new();
    let visit = |phone| {
        let (sender, orders) = mpsc::unbounded_channel::<Order>();
        visitors.spawn(Visitor::new(hall.clone(), diary.clone(), phone).spend_the_day(orders));
        sender
    };
    let senders: Vec<_> = phones.into_iter().map(visit).collect();

    let began = diary.began_at();
    let meter = hall.meter();
    let sampling = tokio::spawn(sample_memory(hall.clone(), began, shape.length));
    let moderating = tokio::spawn(moderate(console, plan.steps, diary.clone()));
    let (all, handed_out) = (plan.wishes.len() as u64, diary.clone());
    let pacer = pacer::pace(began, plan.wishes, move |(phone, wish), intended| {
        handed_out.asked.add(1);
        // A visitor whose line broke takes no more orders; it is counted as a failure.
        let _ = senders[phone as usize].send((wish, intended));
    });
    let memory = sampling.await?;
    moderating.await??;
    wait_until(|| diary.asked.get() == all && diary.answered.get() == all).await;
    let cost = meter.read(hall);
    complain_unless(pacer.join().is_ok(), || "the pacer panicked".to_owned())?;

    // The pacer has dropped the senders: nobody has more orders.
    let mut kept = Vec::new();
    while let Some(visitor) = tokio::time::timeout(PATIENCE, visitors.join_next()).await? {
        kept.push(visitor?);
    }
    let expected = Expected::of(&kept, diary);
    let mut shown = Vec::new();
    for wall in &mut walls {
        shown.push(wall.wait_for(expected.ballots(), Duration::from_secs(5)).await);
    }
    drop(second_console);
    Ok(Evening { kept, shown, cost, memory, expected })
}

async fn moderate(console: Console, steps: Vec<(Duration, Step)>, diary: Arc<Diary>) -> Result<()> {
    for (at, step) in steps {
        let due = diary.began_at() + at;
        sleep_until(due.into()).await;
        let poll = |poll: u32| diary.polls[poll as usize].clone();
        let commands = match step {
            Step::OpenTopicVote => vec![
                Command::SetProposals { proposals: Proposals::Closed },
                Command::SetTopicVote { phase: Phase::Open },
            ],
            Step::OpenPoll { poll: number } => vec![
                Command::OpenPoll { poll: poll(number), seconds: None },
                Command::ShowScene { on: Surface::Everywhere, scene: Scene::Poll { poll: poll(number) } },
            ],
            Step::ClosePoll { poll: number } => vec![Command::ClosePoll { poll: poll(number) }],
            Step::RevealPoll { poll: number } => {
                diary.note_reveal(number, due);
                vec![Command::RevealPoll { poll: poll(number) }]
            }
        };
        for command in commands {
            console.command(command).await.with_context(|| format!("{step:?}"))?;
        }
        diary.moderator.since(due);
    }
    Ok(())
}

async fn sample_memory(hall: Arc<Hall>, began: Instant, length: Duration) -> Vec<Sample> {
    let mut samples = Vec::new();
    for number in 0..=SAMPLES {
        let at = length * number / SAMPLES;
        sleep_until((began + at).into()).await;
        samples.extend(hall.server_usage().map(|usage: process::Usage| (at.as_secs_f64(), usage.rss_bytes)));
    }
    samples
}

fn report(
    setting: &Setting,
    parameters: &MixedDay,
    evening: &Evening,
    diary: &Diary,
    length: Duration,
) -> Report {
    let settled = length.as_secs_f64() * plan::GROWING;
    let (answered, chapter) = (diary.answered.get(), diary.chapter());
    let mut report = Report::new("mixed-day", parameters, evening.cost, &setting.machine)
        .count("answered", answered)
        .count("rejected", diary.rejected.get())
        .count("failures", diary.failures.get())
        .count("ballots", evening.expected.ballots())
        .count("topics", evening.kept.iter().map(|kept| kept.topics.len() as u64).sum())
        .count("updates_to_phones", diary.updates.get())
        .count("update_bytes", diary.update_bytes.get())
        .latency("vote", chapter.votes.percentiles())
        .latency("propose", diary.proposals.percentiles())
        .latency("topic_ballot", chapter.approvals.percentiles())
        .latency("return", diary.returns.percentiles())
        .latency("reveal_on_phone", diary.reveals.percentiles())
        .latency("moderator", diary.moderator.percentiles())
        .latency("sent_late", chapter.late.percentiles())
        .series("memory_bytes", &evening.memory);
    if let Some(server) = evening.cost.server {
        report = report.figure("server_cpu_us_per_wish", server.cpu_seconds * 1e6 / answered.max(1) as f64);
    }
    let trends = [
        ("memory_bytes_per_minute", trend::bytes_per_minute(&evening.memory, settled)),
        ("memory_growth_percent", trend::growth_percent(&evening.memory, settled)),
    ];
    for (name, value) in trends {
        report = value.into_iter().fold(report, |report, value| report.figure(name, value));
    }
    report
}

/// Names for topics that no earlier run has used.
pub(super) fn topic_ids(count: u32) -> Vec<TopicId> {
    let as_topic = |poll: PollId| TopicId::new(poll.as_str()).expect("both ids have one form");
    poll_ids(count).into_iter().map(as_topic).collect()
}
