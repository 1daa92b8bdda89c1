//! Kill -9 in a storm of votes: 200 clients vote without a pause, the server is killed at random moments.
//! After every restart each acknowledged ballot is there, nothing is there that was not sent, and nobody
//! counts twice.
//!
//! `TAFELRUNDE_CRASH_ROUNDS=1000 cargo nextest run -p tafelrunde-tests --test crash` takes longer.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tafelrunde::create::Created;
use tafelrunde_protocol::command::{Command, PollDraft, PollKind, Profile, Results};
use tafelrunde_protocol::document::{MyBallotDocument, TallyDocument};
use tafelrunde_protocol::ids::{CommandId, OptionId, PollId, Revision};
use tafelrunde_protocol::message::Role;
use tafelrunde_tests::client::{Client, Identity};
use tafelrunde_tests::server::{Process, TEMPLATE, identity, run};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::sleep;

const VOTERS: usize = 200;
const OPTIONS: u16 = 8;
const ROUNDS: u32 = 20;

/// Somebody who votes without a pause and remembers everything.
struct Voter {
    identity: Identity,
    rng: StdRng,
    /// What was sent, by revision.
    sent: BTreeMap<Revision, OptionId>,
    /// The newest revision that was acknowledged.
    acknowledged: Revision,
    acknowledgements: u64,
}

fn poll() -> PollId {
    PollId::new("storm").expect("of the form of ids")
}

fn command_id(text: &str) -> CommandId {
    CommandId::new(text).expect("of the form of ids")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kill_9_in_a_storm_of_votes_loses_and_doubles_nothing() {
    let rounds = std::env::var("TAFELRUNDE_CRASH_ROUNDS").ok().and_then(|text| text.parse().ok());
    let rounds: u32 = rounds.unwrap_or(ROUNDS);
    let seed = rand::random();
    println!("seed {seed}");
    let mut rng = StdRng::seed_from_u64(seed);
    let data = tempfile::tempdir().unwrap();
    let cafe = new_cafe(data.path());
    let server = Process::serve(data.path()).await.unwrap();
    open_poll(server.address, &cafe).await;
    let mut voters: Vec<Voter> = (0..VOTERS).map(|number| Voter::new(&cafe, seed + number as u64)).collect();

    let mut server = Some(server);
    for round in 0..rounds {
        let running = match server.take() {
            Some(running) => running,
            None => Process::serve(data.path()).await.unwrap(),
        };
        let address = running.address;
        let heard = Arc::new(Semaphore::new(0));
        let mut storm = JoinSet::new();
        for voter in voters.drain(..) {
            storm.spawn(voter.vote_until_the_end(address, heard.clone()));
        }
        // In the middle of the storm, not while everybody is still coming in.
        let begun = heard.acquire_many(rng.random_range(1..2 * VOTERS as u32)).await;
        begun.unwrap().forget();
        sleep(Duration::from_micros(rng.random_range(0..300_000))).await;
        running.kill().await.unwrap();
        voters = storm.join_all().await;
        check_everything(data.path(), &cafe, &voters, round).await;
    }
    let acknowledged: u64 = voters.iter().map(|voter| voter.acknowledgements).sum();
    println!("{rounds} rounds, {acknowledged} acknowledged, 0 lost, 0 doubled");
    assert!(
        acknowledged > u64::from(rounds) * VOTERS as u64 / 2,
        "hardly anybody could vote: {acknowledged}"
    );
    let code = cafe.code.as_str();
    let verdict = run(&["verify", "--data", data.path().to_str().unwrap(), "--code", code]).unwrap();
    assert!(verdict.contains("sound"), "{verdict}");
}

fn new_cafe(data: &std::path::Path) -> Created {
    let template = data.join("template.toml");
    std::fs::write(&template, TEMPLATE).unwrap();
    let (data, template) = (data.to_str().unwrap(), template.to_str().unwrap());
    let printed = run(&["new", "--json", "--data", data, "--template", template]).unwrap();
    serde_json::from_str(&printed).unwrap()
}

async fn open_poll(server: SocketAddr, cafe: &Created) {
    let mut mia = Client::connect(server, &identity(cafe, Role::Moderator)).await.unwrap();
    let draft = PollDraft {
        question: "Sturm?".into(),
        options: (0..OPTIONS).map(|option| format!("Antwort {option}")).collect(),
        kind: PollKind::Single,
        results: Results::OnReveal,
    };
    let drafted = mia.wish(&command_id("draft"), Command::DraftPoll { poll: poll(), draft }).await;
    drafted.unwrap().unwrap();
    let opened = mia.wish(&command_id("open"), Command::OpenPoll { poll: poll(), seconds: None }).await;
    opened.unwrap().unwrap();
}

impl Voter {
    fn new(cafe: &Created, seed: u64) -> Self {
        Self {
            identity: identity(cafe, Role::Participant),
            rng: StdRng::seed_from_u64(seed),
            sent: BTreeMap::new(),
            acknowledged: Revision(0),
            acknowledgements: 0,
        }
    }

    /// Votes until the server is gone. What had no answer is sent again first, under its old revision.
    async fn vote_until_the_end(mut self, server: SocketAddr, heard: Arc<Semaphore>) -> Self {
        // An error is the end of the server; that it says so in time is its own affair.
        let _ = self.vote(server, &heard).await;
        self
    }

    async fn vote(&mut self, server: SocketAddr, heard: &Semaphore) -> anyhow::Result<()> {
        let mut client = Client::connect(server, &self.identity).await?;
        client.wish(&command_id("join"), Command::Join(Profile::default())).await?.expect("may join");
        let unanswered: Vec<Revision> =
            self.sent.keys().copied().filter(|revision| *revision > self.acknowledged).collect();
        for revision in unanswered {
            self.send(&mut client, revision).await?;
            heard.add_permits(1);
        }
        loop {
            let revision = Revision(self.sent.len() as u64 + 1);
            self.sent.insert(revision, OptionId(self.rng.random_range(0..OPTIONS)));
            self.send(&mut client, revision).await?;
            heard.add_permits(1);
        }
    }

    async fn send(&mut self, client: &mut Client, revision: Revision) -> anyhow::Result<()> {
        let choices = vec![self.sent[&revision]];
        let cast = Command::CastBallot { poll: poll(), choices, revision };
        client.wish(&command_id(&format!("v{}", revision.0)), cast).await?.expect("the vote is allowed");
        self.acknowledged = revision;
        self.acknowledgements += 1;
        Ok(())
    }

    /// The ballot that stands on the server.
    fn check(&self, ballot: Option<&MyBallotDocument>) {
        let (standing, choices) = match ballot {
            Some(ballot) => (ballot.revision, ballot.choices.clone().unwrap_or_default()),
            None => (Revision(0), Vec::new()),
        };
        assert!(
            standing >= self.acknowledged,
            "lost: {standing:?} stands, {:?} was acknowledged",
            self.acknowledged
        );
        let sent: Vec<OptionId> = self.sent.get(&standing).into_iter().copied().collect();
        assert_eq!(choices, sent, "invented: revision {standing:?}");
    }
}

/// Starts the server once more and looks at everything.
async fn check_everything(data: &std::path::Path, cafe: &Created, voters: &[Voter], round: u32) {
    let server = Process::serve(data).await.unwrap();
    let mut counts = vec![0; usize::from(OPTIONS)];
    let mut ballots = 0;
    for voter in voters {
        let client = Client::connect(server.address, &voter.identity).await.unwrap();
        let document = client.personal.get("me/ballot/storm").cloned();
        let ballot: Option<MyBallotDocument> = document.map(|value| serde_json::from_value(value).unwrap());
        voter.check(ballot.as_ref());
        if let Some(choice) =
            ballot.and_then(|ballot| ballot.choices).and_then(|choices| choices.first().copied())
        {
            counts[usize::from(choice.0)] += 1;
            ballots += 1;
        }
    }
    let mia = Client::connect(server.address, &identity(cafe, Role::Moderator)).await.unwrap();
    let tally: TallyDocument = serde_json::from_value(mia.board["tally/storm"].clone()).unwrap();
    assert_eq!(
        tally,
        TallyDocument { counts, ballots },
        "round {round}: somebody counts twice or not at all"
    );
    server.kill().await.unwrap();
}
