//! The moderator: sends one command after the other, each until it is acknowledged, and listens all the time.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use tafelrunde_protocol::command::{Command, PollDraft, PollKind, Results};
use tafelrunde_protocol::ids::PollId;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

use crate::connection::{Connection, Heard, PATIENCE, command_id, read};
use crate::hall::Hall;

/// A moderator's console. Its line ends when it is dropped.
#[derive(Debug)]
pub struct Console {
    wishes: mpsc::UnboundedSender<Wish>,
    task: JoinHandle<()>,
}

#[derive(Debug)]
struct Wish {
    command: Command,
    done: oneshot::Sender<Result<()>>,
}

impl Console {
    /// Opens a console.
    pub async fn open(hall: &Hall) -> Result<Self> {
        let mut connection = Connection::open(hall.address, None, hall.console_hello()).await?;
        loop {
            let text = connection.next_soon().await?;
            match read(&text)? {
                Heard::Snapshot(_) => break,
                Heard::Error(error) => bail!("no console: {}", error.reason),
                _ => {}
            }
        }
        let (sender, wishes) = mpsc::unbounded_channel();
        let task = tokio::spawn(async move {
            if let Err(error) = serve(connection, wishes).await {
                eprintln!("console: {error:#}");
            }
        });
        Ok(Self { wishes: sender, task })
    }

    /// Sends a command and returns when it is stored.
    pub async fn command(&self, command: Command) -> Result<()> {
        let (done, answer) = oneshot::channel();
        self.wishes.send(Wish { command, done }).context("the console's line is broken")?;
        let answer = tokio::time::timeout(PATIENCE, answer).await.context("no answer for a minute")?;
        answer.context("the console's line broke")?
    }

    /// Drafts and opens polls with so many options.
    pub async fn open_polls(&self, polls: &[PollId], options: u16, results: Results) -> Result<()> {
        for poll in polls {
            let draft = PollDraft {
                question: format!("Load test {poll}?"),
                options: (1..=options).map(|option| format!("Answer {option}")).collect(),
                kind: PollKind::Single,
                results,
            };
            self.command(Command::DraftPoll { poll: poll.clone(), draft }).await?;
            self.command(Command::OpenPoll { poll: poll.clone(), seconds: None }).await?;
        }
        Ok(())
    }
}

impl Drop for Console {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(mut connection: Connection, mut wishes: mpsc::UnboundedReceiver<Wish>) -> Result<()> {
    let mut waiting = BTreeMap::new();
    let mut sent = 0_u64;
    loop {
        tokio::select! {
            wish = wishes.recv() => {
                let Some(wish) = wish else { return Ok(()) };
                sent += 1;
                let id = command_id(&format!("m{sent}"));
                waiting.insert(id.clone(), wish.done);
                connection.command(id, wish.command).await?;
            }
            text = connection.next() => {
                let (id, result) = match read(&text?)? {
                    Heard::Ack(ack) => (ack.id, Ok(())),
                    Heard::Rejected(rejected) => (rejected.id, Err(anyhow::anyhow!("rejected: {:?}", rejected.why))),
                    Heard::Bye(bye) => bail!("the server said bye: {:?}", bye.reason),
                    _ => continue,
                };
                if let Some(done) = waiting.remove(&id) {
                    // Who asked may have given up.
                    let _ = done.send(result);
                }
            }
        }
    }
}

/// Names for polls that no earlier run has used.
pub fn poll_ids(count: u32) -> Vec<PollId> {
    let run: u32 = rand::random();
    (0..count)
        .map(|number| PollId::new(&format!("load-{run:08x}-{number}")).expect("the form of an id"))
        .collect()
}
