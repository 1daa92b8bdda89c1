//! The server under test as a child process: with a data directory of its own, on a free port, and with limits
//! so high that only the machine limits. It is killed when dropped.

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use tempfile::TempDir;

use crate::arguments::Target;
use crate::cores::{self, Cores};

/// A running server.
#[derive(Debug)]
pub struct Server {
    binary: PathBuf,
    cores: Cores,
    folder: TempDir,
    child: Child,
    address: SocketAddr,
}

/// What `tafelrunde new --json` tells of a café; the rest is for people.
#[derive(Debug, Deserialize)]
pub struct NewCafe {
    pub code: String,
    pub moderator_token: String,
    pub screen_token: String,
}

/// What the server prints before its address when it is ready.
const READY: &str = "listening on http://";

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
        let (child, address) = launch(&binary, folder.path(), &target.server_cores)?;
        let server = Self { binary, cores: target.server_cores.clone(), folder, child, address };
        Ok((server, cafe))
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Kills the server as a power cut of the process would.
    pub fn kill(&mut self) -> Result<()> {
        self.child.kill().context("cannot kill the server")?;
        self.child.wait().context("cannot wait for the server")?;
        Ok(())
    }

    /// Starts the server again on the same data, on another port.
    pub fn start_again(&mut self) -> Result<()> {
        (self.child, self.address) = launch(&self.binary, self.folder.path(), &self.cores)?;
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

impl Drop for Server {
    fn drop(&mut self) {
        // Gone already is as good.
        let _ = self.kill();
    }
}

/// The folder holds the data directory and, beside it, the server's log.
fn data(folder: &Path) -> PathBuf {
    folder.join("data")
}

fn new_cafe(binary: &Path, folder: &Path, template: &str) -> Result<NewCafe> {
    let output = Command::new(binary)
        .arg("new")
        .arg("--data")
        .arg(data(folder))
        .args(["--template", template, "--json"])
        .output()
        .with_context(|| format!("cannot run {}", binary.display()))?;
    let errors = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "`{} new` failed: {errors}", binary.display());
    serde_json::from_slice(&output.stdout)
        .with_context(|| format!("`{} new --json` told no café", binary.display()))
}

/// Starts the server from a thread of its own, because a process inherits the cores of the thread that starts it.
fn launch(binary: &Path, folder: &Path, cores: &Cores) -> Result<(Child, SocketAddr)> {
    let starting = || {
        cores::keep_this_thread_to(cores)?;
        let log = folder.join("server.log");
        let mut child = Command::new(binary)
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data(folder))
            .env("TAFELRUNDE_CONNECTIONS_PER_ADDRESS", "1000000")
            .env("TAFELRUNDE_COMMANDS_PER_SECOND", "100000")
            .env("TAFELRUNDE_PARTICIPANTS_MAX", "1000000")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(File::create(&log)?)
            .spawn()
            .with_context(|| format!("cannot start {}", binary.display()))?;
        let stdout = child.stdout.take().context("the server has no stdout")?;
        match ready(BufReader::new(stdout)) {
            Ok(address) => Ok((child, address)),
            Err(error) => {
                let _ = child.kill();
                let told = std::fs::read_to_string(&log).unwrap_or_default();
                Err(error.context(format!("the server did not start: {told}")))
            }
        }
    };
    std::thread::scope(|scope| match scope.spawn(starting).join() {
        Ok(started) => started,
        Err(_) => bail!("the thread that starts the server panicked"),
    })
}

/// Reads until the server tells its address, then goes on reading, lest the server block on a full pipe.
fn ready(mut stdout: BufReader<ChildStdout>) -> Result<SocketAddr> {
    let mut line = String::new();
    while stdout.read_line(&mut line)? > 0 {
        if let Some((_, address)) = line.split_once(READY) {
            let address = address.trim().trim_end_matches('/').parse()?;
            std::thread::spawn(move || std::io::copy(&mut stdout, &mut std::io::sink()));
            return Ok(address);
        }
        line.clear();
    }
    bail!("it ended without a line `{READY}…`")
}
