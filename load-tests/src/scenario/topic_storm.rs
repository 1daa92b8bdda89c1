//! People vote on topics all the time, so that the selection is out of date all the time. Do ballots in a poll
//! wait for it, and how old is the selection on the console?
//!
//! Phases take turns, and everything else stays as it is: poll ballots alone; beside changed topic ballots; beside
//! them with a selection that costs next to nothing. The last tells the cost of the topic ballots themselves
//! from that of the selection.

mod ballots;
mod check;
mod metrics;
mod programme;

use anyhow::{Result, anyhow};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tafelrunde_protocol::command::{Command, Phase as Vote, Results};
use tafelrunde_protocol::selection::{SelectionDocument, SelectionTerms};
use tafelrunde_protocol::topic::Proposals;
use tokio::sync::mpsc::{self, UnboundedSender};
use tokio::task::JoinSet;

use super::mixed_day::diary::Diary;
use super::mixed_day::expected::Expected;
use super::mixed_day::topic_ids;
use super::mixed_day::visitor::{Kept, Order, Visitor};
use super::{Setting, complain_unless, wait_until};
use crate::arguments::topic_storm::{Rule, TopicStorm};
use crate::connection::PATIENCE;
use crate::console::{Console, poll_ids};
use crate::crowd;
use crate::hall::Hall;
use crate::latency::Recorder;
use crate::pacer;
use crate::report::Report;
use crate::server::Server;
use crate::shown;
use ballots::{People, Phase, Plan};
use metrics::Made;
use programme::{Programme, wishes};

/// From the moment when everything stands to the beginning of a phase.
const RUN_UP: Duration = Duration::from_millis(500);
/// How fast topics are proposed and first ballots cast; neither is measured.
const PREPARING_RATE: u32 = 1_000;

/// What happens while poll ballots arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Nothing.
    Alone,
    /// Topic ballots change, and the selection is made by the rule that is measured.
    Beside,
    /// Topic ballots change, and the selection has one place by most votes.
    Cheap,
}

const KINDS: [Kind; 3] = [Kind::Alone, Kind::Beside, Kind::Cheap];

/// The café, and what everybody in it has done.
struct Storm<'a> {
    setting: &'a Setting,
    parameters: &'a TopicStorm,
    origin: Instant,
    console: Console,
    programme: Programme,
    people: People,
    diary: Arc<Diary>,
    senders: Arc<[UnboundedSender<Order>]>,
    visitors: JoinSet<Kept>,
}

/// All phases of one kind under one rule.
#[derive(Debug, Default)]
struct Phases {
    seconds: f64,
    server_seconds: f64,
    made: Made,
    /// Time of the topic ballots until the console had a selection made of them.
    ages: Recorder,
}

pub(super) async fn run(setting: &Setting, parameters: &TopicStorm, server: Option<Server>) -> Result<()> {
    parameters.check().map_err(|why| anyhow!(why))?;
    let mut storm = Storm::prepare(setting, parameters).await?;
    for (number, rule) in parameters.rule.iter().enumerate() {
        storm.measure(number * KINDS.len() + 1, *rule, server.as_ref()).await?;
    }
    storm.check_all(server).await
}

impl<'a> Storm<'a> {
    /// Gathers people and topics, and lets everybody vote on them once.
    async fn prepare(setting: &'a Setting, parameters: &'a TopicStorm) -> Result<Self> {
        let (hall, origin) = (&setting.hall, Instant::now());
        let phones = crowd::gather(hall, parameters.people, setting.usual_pace(), &Arc::default()).await?;
        let console = Console::open(hall).await?;
        let chapters = 1 + parameters.rule.len() * KINDS.len();
        let diary = Diary::in_chapters(chapters, origin, poll_ids(1), topic_ids(parameters.topics));
        console.open_polls(&diary.polls, ballots::OPTIONS, Results::OnReveal).await?;
        console.command(Command::SetProposals { proposals: Proposals::Open }).await?;
        let diary = Arc::new(diary);
        let mut visitors = JoinSet::new();
        let visit = |phone| {
            let (sender, orders) = mpsc::unbounded_channel();
            visitors.spawn(Visitor::new(hall.clone(), diary.clone(), phone).spend_the_day(orders));
            sender
        };
        let senders = phones.into_iter().map(visit).collect();
        let people = People::new(parameters.people, parameters.topics, setting.target.seed);
        let programme = Programme::open(hall, origin).await?;
        let mut storm =
            Self { setting, parameters, origin, console, programme, people, diary, senders, visitors };

        storm.carry_out(storm.people.proposals(PREPARING_RATE)).await?;
        storm.console.command(Command::SetProposals { proposals: Proposals::Closed }).await?;
        storm.console.command(Command::SetTopicVote { phase: Vote::Open }).await?;
        let first = storm.people.first_ballots(PREPARING_RATE);
        storm.carry_out(first).await?;
        Ok(storm)
    }

    /// Lets people do as planned, and waits until all of it is answered.
    async fn carry_out(&self, plan: Plan) -> Result<()> {
        let began = Instant::now() + RUN_UP;
        let length = plan.last().map_or(Duration::ZERO, |(at, _)| *at);
        let (senders, diary) = (self.senders.clone(), self.diary.clone());
        let all = diary.asked.get() + plan.len() as u64;
        let pacer = pacer::pace(began, plan, move |(person, wish), intended| {
            diary.asked.add(1);
            // A visitor whose line broke takes no more orders; it is counted as a failure.
            let _ = senders[person as usize].send((wish, intended));
        });
        tokio::time::sleep_until((began + length).into()).await;
        let is_answered = wait_until(|| self.diary.answered.get() == all).await;
        let answered = self.diary.answered.get();
        complain_unless(is_answered, || format!("of {all} wishes only {answered} were answered"))?;
        complain_unless(pacer.join().is_ok(), || "the pacer panicked".to_owned())
    }

    /// All phases under one rule. The first chapter of three in the diary has that number.
    async fn measure(&mut self, chapter: usize, rule: Rule, server: Option<&Server>) -> Result<()> {
        let meter = self.setting.hall.meter();
        let mut phases = [Phases::default(), Phases::default(), Phases::default()];
        for _ in 0..self.parameters.rounds {
            for (number, kind) in KINDS.into_iter().enumerate() {
                self.spend(chapter + number, rule, kind, &mut phases[number]).await?;
            }
        }
        let cost = meter.read(&self.setting.hall);
        let shown = self.settle(terms(rule, self.parameters.places)).await?;
        let parameters = TopicStorm { rule: vec![rule], ..self.parameters.clone() };
        let mut report = Report::new("topic-storm", &parameters, cost, &self.setting.machine)
            .count("voters", shown.served.voters.into())
            .count("with_none", u64::from(shown.served.voters - shown.served.with_one))
            .count("wishes", wishes(&shown));
        report = self.tell(report, chapter, &phases);
        report.print()?;
        let Some(server) = server else { return Ok(()) };
        let computed = server.selection_computed(&self.setting.hall.cafe, rule.in_files())?;
        let differences = check::differences(&shown, &computed);
        complain_unless(differences.is_empty(), || differences.join("\n"))
    }

    /// One phase.
    async fn spend(&mut self, chapter: usize, rule: Rule, kind: Kind, phases: &mut Phases) -> Result<()> {
        let hall: &Hall = &self.setting.hall;
        self.settle(match kind {
            Kind::Alone | Kind::Beside => terms(rule, self.parameters.places),
            Kind::Cheap => terms(Rule::MostVotes, 1),
        })
        .await?;
        self.diary.turn_to(chapter);
        let (wishes_before, acks_before) = (self.people.wishes(), self.diary.approved().len());
        let plan = self.people.phase(Phase {
            length: Duration::from_secs(self.parameters.seconds.into()),
            votes: self.parameters.rate * self.parameters.seconds,
            changes: if kind == Kind::Alone {
                0
            } else {
                self.parameters.topic_rate * self.parameters.seconds
            },
        });
        let (made_before, meter) = (metrics::made(hall.address).await?, hall.meter());
        self.carry_out(plan).await?;
        let cost = meter.read(hall);
        let all = self.people.wishes();
        self.programme.wait_for(|selection| wishes(selection) == all).await?;

        let made = metrics::made(hall.address).await?;
        phases.seconds += cost.seconds;
        phases.server_seconds += cost.server.map_or(0.0, |server| server.cpu_seconds);
        phases.made.selections += made.selections - made_before.selections;
        phases.made.seconds += made.seconds - made_before.seconds;
        // Every change has added one wish to those of all, so the k-th is covered when there are k more.
        let acked: Vec<Duration> =
            self.diary.approved()[acks_before..].iter().map(|at| *at - self.origin).collect();
        let mut steps = self.programme.steps();
        steps.iter_mut().for_each(|step| step.total = step.total.saturating_sub(wishes_before));
        shown::latencies(&acked, &steps).into_iter().for_each(|age| phases.ages.record(age));
        Ok(())
    }

    /// Sets terms and waits until the console shows what they make of all ballots so far.
    async fn settle(&mut self, terms: SelectionTerms) -> Result<Arc<SelectionDocument>> {
        self.console.command(Command::SetSelectionTerms { terms: terms.clone() }).await?;
        let all = self.people.wishes();
        self.programme.wait_for(|selection| selection.terms == terms && wishes(selection) == all).await
    }

    fn tell(&self, mut report: Report, chapter: usize, phases: &[Phases; 3]) -> Report {
        let acks = [0, 1, 2].map(|kind| self.diary.of(chapter + kind).votes.percentiles());
        let ratio = |one: u64, other: u64| one as f64 / other.max(1) as f64;
        report = report
            .figure("ack_p50_ratio_topics", ratio(acks[1].p50, acks[0].p50))
            .figure("ack_p99_ratio_topics", ratio(acks[1].p99, acks[0].p99))
            .figure("ack_p50_ratio_cheap", ratio(acks[2].p50, acks[0].p50))
            .figure("ack_p99_ratio_cheap", ratio(acks[2].p99, acks[0].p99));
        let names = [
            ("ack_alone", "server_percent_alone"),
            ("ack_topics", "server_percent_topics"),
            ("ack_cheap", "server_percent_cheap"),
        ];
        for ((name, percent), (acks, phases)) in names.into_iter().zip(acks.into_iter().zip(phases)) {
            report = report
                .latency(name, acks)
                .figure(percent, 100.0 * phases.server_seconds / phases.seconds.max(f64::EPSILON));
        }
        let of_one = |made: Made| 1_000.0 * made.seconds / made.selections.max(1.0);
        report
            .figure("selection_ms", of_one(phases[1].made))
            .figure("selection_ms_cheap", of_one(phases[2].made))
            .figure("selections_per_second", phases[1].made.selections / phases[1].seconds.max(f64::EPSILON))
            .count("selections", phases[1].made.selections as u64)
            .latency("topic_ack", self.diary.of(chapter + 1).approvals.percentiles())
            .latency("selection_age", phases[1].ages.percentiles())
            .latency("selection_age_cheap", phases[2].ages.percentiles())
            .latency("sent_late", self.diary.of(chapter + 1).late.percentiles())
    }

    /// Whether everything that was acknowledged is there, and is there again after a restart.
    async fn check_all(self, server: Option<Server>) -> Result<()> {
        let Self { setting: Setting { hall, .. }, console, programme, diary, senders, mut visitors, .. } =
            self;
        // All lines end here: of the visitors when there are no more orders.
        drop((console, programme, senders));
        let mut kept = Vec::new();
        while let Some(visitor) = tokio::time::timeout(PATIENCE, visitors.join_next()).await? {
            kept.push(visitor?);
        }
        let expected = Expected::of(&kept, &diary);
        let mut differences = expected.differences(hall).await?;
        if let Some(mut server) = server {
            server.kill()?;
            server.start_again()?;
            let again = expected.differences(&hall.moved_to(&server)).await?;
            differences.extend(again.into_iter().map(|difference| format!("after a restart: {difference}")));
        }
        complain_unless(differences.is_empty(), || differences.join("\n"))?;
        let (rejected, failures) = (diary.rejected.get(), diary.failures.get());
        complain_unless(rejected == 0 && failures == 0, || {
            format!("{rejected} wishes were rejected; {failures} lines broke")
        })
    }
}

fn terms(rule: Rule, places: u16) -> SelectionTerms {
    SelectionTerms { rule: rule.on_the_wire(), places, wild_card: false }
}
