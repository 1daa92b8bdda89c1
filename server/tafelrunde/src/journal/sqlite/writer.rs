//! The journal's one writing thread: takes everything that waits, commits it together, answers.
//!
//! After a failure whose effect on the disk is unknown it appends nothing more: a failed flush may be
//! followed by one that reports success for pages that the kernel has dropped.

use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior, params};
use std::sync::mpsc::{Receiver, SyncSender};
use std::time::Instant;
use tafelrunde_protocol::ids::CafeCode;
use tokio::sync::oneshot::Sender;

use super::super::{Append, AppendError, Appends, Batch, CafeKey, CreateError};
use super::heads::{Draft, Heads};

/// A transaction with so many batches takes no further request; the others wait for the next.
const GROUP_MAX: usize = 1_024;

/// What the thread is asked for.
pub enum Request {
    /// Append batches.
    Append(Appends),
    /// Begin a café.
    Create {
        /// Its code.
        code: CafeCode,
        /// Its first batch.
        first: Batch,
        /// The answer.
        done: SyncSender<Result<CafeKey, CreateError>>,
    },
    /// Write and flush something.
    Probe {
        /// The answer.
        done: SyncSender<Result<(), AppendError>>,
    },
}

impl Request {
    fn batches(&self) -> usize {
        match self {
            Self::Append(appends) => appends.batches.len(),
            Self::Create { .. } | Self::Probe { .. } => 1,
        }
    }
}

/// The answer to a request, held back until the transaction is durable.
enum Outcome {
    Appended(Sender<Vec<Result<(), AppendError>>>, Vec<Result<(), AppendError>>),
    Created(SyncSender<Result<CafeKey, CreateError>>, Result<CafeKey, CreateError>),
    Probed(SyncSender<Result<(), AppendError>>),
}

/// Runs until the channel closes.
pub fn run(mut connection: Connection, mut heads: Heads, requests: &Receiver<Request>) {
    let mut broken = None;
    while let Ok(first) = requests.recv() {
        let mut batches = first.batches();
        let mut group = vec![first];
        while batches < GROUP_MAX
            && let Ok(request) = requests.try_recv()
        {
            batches += request.batches();
            group.push(request);
        }
        if let Some(error) = &broken {
            refuse_all(group, error);
            continue;
        }
        let began = Instant::now();
        metrics::histogram!("tafelrunde_journal_group_size").record(batches as f64);
        if let Err(error) = commit(&mut connection, &mut heads, group) {
            tracing::error!(%error, "the journal did not take a group of batches");
            if matches!(error, AppendError::Broken(_)) {
                broken = Some(error);
            }
        }
        metrics::histogram!("tafelrunde_journal_commit_seconds").record(began.elapsed());
    }
}

fn commit(connection: &mut Connection, heads: &mut Heads, group: Vec<Request>) -> Result<(), AppendError> {
    let mut outcomes = Vec::with_capacity(group.len());
    let written = write(connection, heads, group, &mut outcomes);
    if !connection.is_autocommit() {
        // What was not committed must not leak into the next group. If even this fails, nobody knows.
        if let Err(error) = connection.execute_batch("ROLLBACK") {
            let error = AppendError::Broken(error.to_string().into());
            outcomes.into_iter().for_each(|outcome| fail(outcome, &error));
            return Err(error);
        }
    }
    match written {
        Ok(()) => {
            outcomes.into_iter().for_each(answer);
            Ok(())
        }
        Err(error) => {
            let error = classify(&error);
            outcomes.into_iter().for_each(|outcome| fail(outcome, &error));
            Err(error)
        }
    }
}

/// Every request gets its outcome, also when writing fails at one of them: the requests that were not
/// reached fail together with the rest.
fn write(
    connection: &mut Connection,
    heads: &mut Heads,
    group: Vec<Request>,
    outcomes: &mut Vec<Outcome>,
) -> rusqlite::Result<()> {
    let mut failure = None;
    let transaction = begin(connection, heads).map_err(|error| failure = Some(error)).ok();
    let mut draft = heads.draft();
    for request in group {
        let writable = transaction.as_deref().filter(|_| failure.is_none());
        let (outcome, result) = match request {
            Request::Append(Appends { batches, done }) => {
                let mut answers = vec![Ok(()); batches.len()];
                let result = writable.map_or(Ok(()), |open| append(open, &mut draft, &batches, &mut answers));
                (Outcome::Appended(done, answers), result)
            }
            Request::Create { code, first, done } => {
                let result = writable.map_or(Ok(None), |open| insert_cafe(open, &mut draft, &code, &first));
                let key = result.as_ref().ok().copied().flatten();
                (Outcome::Created(done, key.ok_or(CreateError::CodeTaken)), result.map(drop))
            }
            Request::Probe { done } => {
                let result = writable.map_or(Ok(()), insert_probe);
                (Outcome::Probed(done), result)
            }
        };
        outcomes.push(outcome);
        failure = failure.or(result.err());
    }
    match (failure, transaction) {
        (Some(error), _) => Err(error),
        (None, Some(transaction)) => {
            let changes = draft.finish(&transaction)?;
            transaction.commit()?;
            heads.accept(changes);
            Ok(())
        }
        (None, None) => Ok(()),
    }
}

/// From here on nobody else can commit, and what others have committed is known.
fn begin<'a>(connection: &'a mut Connection, heads: &mut Heads) -> rusqlite::Result<Transaction<'a>> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    heads.follow(&transaction)?;
    Ok(transaction)
}

/// Each batch gets its own answer: that one number was taken is no matter for the others.
fn append(
    open: &Connection,
    draft: &mut Draft<'_>,
    batches: &[Append],
    answers: &mut [Result<(), AppendError>],
) -> rusqlite::Result<()> {
    for (Append { cafe, batch }, answer) in batches.iter().zip(answers) {
        if !draft.append(open, *cafe, batch)? {
            *answer = Err(AppendError::Forestalled(batch.seq));
        }
    }
    Ok(())
}

/// The key of the café; `None` when the code is taken.
fn insert_cafe(
    open: &Connection,
    draft: &mut Draft<'_>,
    code: &CafeCode,
    first: &Batch,
) -> rusqlite::Result<Option<CafeKey>> {
    let sql = "INSERT OR IGNORE INTO cafe (code, created_at_ms) VALUES (?1, ?2)";
    if open.prepare_cached(sql)?.execute(params![code.as_str(), first.at.0])? == 0 {
        return Ok(None);
    }
    let key = CafeKey(open.last_insert_rowid());
    draft.begin(open, key, first)?;
    Ok(Some(key))
}

fn insert_probe(open: &Connection) -> rusqlite::Result<()> {
    let sql =
        "INSERT INTO probe (id, written) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET written = written + 1";
    open.prepare_cached(sql)?.execute([]).map(drop)
}

/// A lack of space or another process's lock was noticed before any flush and rolled back; of everything
/// else nobody knows what reached the disk.
fn classify(error: &rusqlite::Error) -> AppendError {
    let reason = error.to_string().into();
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull | ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            AppendError::Refused(reason)
        }
        _ => AppendError::Broken(reason),
    }
}

// Whoever has stopped waiting for an answer does not need it: the batch stands or does not all the same.

fn answer(outcome: Outcome) {
    match outcome {
        Outcome::Appended(done, answers) => drop(done.send(answers)),
        Outcome::Created(done, result) => drop(done.send(result)),
        Outcome::Probed(done) => drop(done.send(Ok(()))),
    }
}

fn fail(outcome: Outcome, error: &AppendError) {
    match outcome {
        Outcome::Appended(done, answers) => drop(done.send(vec![Err(error.clone()); answers.len()])),
        Outcome::Created(done, _) => drop(done.send(Err(error.clone().into()))),
        Outcome::Probed(done) => drop(done.send(Err(error.clone()))),
    }
}

fn refuse_all(group: Vec<Request>, error: &AppendError) {
    for request in group {
        match request {
            Request::Append(Appends { batches, done }) => {
                drop(done.send(vec![Err(error.clone()); batches.len()]));
            }
            Request::Create { done, .. } => drop(done.send(Err(error.clone().into()))),
            Request::Probe { done } => drop(done.send(Err(error.clone()))),
        }
    }
}
