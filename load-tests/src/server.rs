//! The server under test: with a data directory of its own, on a free port, and with limits so high that only
//! the machine limits. It is killed when dropped.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::Value;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use tafelrunde_protocol::ids::CafeCode;
use tempfile::TempDir;

use crate::arguments::Target;
use crate::cores::Cores;
use crate::started::{READY, Started};

/// A running server.
#[derive(Debug)]
pub struct Server {
    binary: PathBuf,
    cores: Cores,
    // Before the folder: the process ends before its data is deleted.
    started: Started,
    folder: TempDir,
}

/// What `tafelrunde new --json` tells of a café; the rest is for people.
#[derive(Debug, Deserialize)]
pub struct NewCafe {
    pub code: String,
    pub moderator_token: String,
    pub screen_token: String,
}

impl Server {
    /// Makes a café in a new data directory and starts a server on it. Returns when it listens.
    pub fn start(target: &Target) -> Result<(Self, NewCafe)> {
        let binary = target.server.clone();
        ensure!(
            binary.exists(),
            "{} is missing: run `make build`, or name it with --server",
            binary.display()
        );
        let parent = target.data.clone().unwrap_or_else(std::env::temp_dir);
        let folder = TempDir::with_prefix_in("tafelrunde-load-", &parent)
            .with_context(|| format!("cannot make a data directory in {}", parent.display()))?;
        let cafe = new_cafe(&binary, folder.path(), &target.template)?;
        let started = launch(&binary, folder.path(), &target.server_cores)?;
        let server = Self { binary, cores: target.server_cores.clone(), started, folder };
        Ok((server, cafe))
    }

    pub fn address(&self) -> SocketAddr {
        self.started.address
    }

    pub fn pid(&self) -> u32 {
        self.started.pid()
    }

    /// Makes one more café beside the running server.
    pub fn new_cafe(&self, template: &str) -> Result<NewCafe> {
        new_cafe(&self.binary, self.folder.path(), template)
    }

    /// What the server's own program computes from the café's exported topic ballots, beside the running server.
    pub fn selection_computed(&self, cafe: &CafeCode, rule: &str) -> Result<Value> {
        let ballots = self.folder.path().join("topic-ballots.json");
        let mut export = Command::new(&self.binary);
        export.args(["export", "--topic-ballots", "--code", cafe.as_str(), "--data"]);
        std::fs::write(&ballots, output(export.arg(data(self.folder.path())))?)?;
        let result =
            output(Command::new(&self.binary).args(["compute", "select", "--rule", rule]).arg(&ballots))?;
        serde_json::from_slice(&result).context("`compute select` wrote no JSON")
    }

    /// Kills the server as a power cut of the process would.
    pub fn kill(&mut self) -> Result<()> {
        self.started.kill()
    }

    /// Starts the server again on the same data, on another port.
    pub fn start_again(&mut self) -> Result<()> {
        self.started = launch(&self.binary, self.folder.path(), &self.cores)?;
        Ok(())
    }

    /// Bytes of the files in the data directory.
    pub fn stored_bytes(&self) -> u64 {
        let entries = std::fs::read_dir(data(self.folder.path())).into_iter().flatten().flatten();
        entries
            .filter_map(|entry| entry.metadata().ok())
            .filter(std::fs::Metadata::is_file)
            .map(|file| file.len())
            .sum()
    }
}

/// The folder holds the data directory and, beside it, the server's log.
fn data(folder: &Path) -> PathBuf {
    folder.join("data")
}

fn new_cafe(binary: &Path, folder: &Path, template: &str) -> Result<NewCafe> {
    let mut command = Command::new(binary);
    command.arg("new").arg("--data").arg(data(folder)).args(["--template", template, "--json"]);
    serde_json::from_slice(&output(&mut command)?)
        .with_context(|| format!("`{} new --json` told no café", binary.display()))
}

/// What a command that has to succeed writes.
fn output(command: &mut Command) -> Result<Vec<u8>> {
    let program = command.get_program().display().to_string();
    let output = command.output().with_context(|| format!("cannot run {program}"))?;
    let errors = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "`{program}` failed: {errors}");
    Ok(output.stdout)
}

fn launch(binary: &Path, folder: &Path, cores: &Cores) -> Result<Started> {
    let mut command = Command::new(binary);
    command
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(data(folder))
        .env("TAFELRUNDE_CONNECTIONS_PER_ADDRESS", "1000000")
        .env("TAFELRUNDE_COMMANDS_PER_SECOND", "100000")
        .env("TAFELRUNDE_PARTICIPANTS_MAX", "1000000");
    Started::launch(command, READY, cores, &folder.join("server.log"))
}
