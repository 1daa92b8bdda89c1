//! A server as a child process: kept to its cores, known by the address that it tells, killed when dropped.

use anyhow::{Context, Result, bail};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::cores::{self, Cores};

/// A child process that listens.
#[derive(Debug)]
pub struct Started {
    child: Child,
    pub address: SocketAddr,
}

/// What servers of ours and the peers on Node print before their address when they are ready.
pub const READY: &str = "listening on http://";

impl Started {
    /// Starts the command from a thread of its own, because a process inherits the cores of the thread that
    /// starts it. Returns when it has printed those words and its address. What it says on stderr goes into the log.
    pub fn launch(mut command: Command, words: &str, cores: &Cores, log: &Path) -> Result<Self> {
        let starting = || {
            cores::keep_this_thread_to(cores)?;
            let mut child = command
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(File::create(log)?)
                .spawn()
                .with_context(|| format!("cannot start {}", command.get_program().display()))?;
            let stdout = child.stdout.take().context("the server has no stdout")?;
            match ready(BufReader::new(stdout), words) {
                Ok(address) => Ok(Self { child, address }),
                Err(error) => {
                    let _ = child.kill();
                    let told = std::fs::read_to_string(log).unwrap_or_default();
                    Err(error.context(format!("the server did not start: {told}")))
                }
            }
        };
        std::thread::scope(|scope| match scope.spawn(starting).join() {
            Ok(started) => started,
            Err(_) => bail!("the thread that starts the server panicked"),
        })
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Kills it as a power cut of the process would.
    pub fn kill(&mut self) -> Result<()> {
        self.child.kill().context("cannot kill the server")?;
        self.child.wait().context("cannot wait for the server")?;
        Ok(())
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        // Gone already is as good.
        let _ = self.kill();
    }
}

/// Reads until the server tells its address, then goes on reading, lest the server block on a full pipe.
fn ready(mut stdout: BufReader<ChildStdout>, words: &str) -> Result<SocketAddr> {
    let mut line = String::new();
    while stdout.read_line(&mut line)? > 0 {
        if let Some((_, address)) = line.split_once(words) {
            let address = address.trim().trim_end_matches('/').parse()?;
            std::thread::spawn(move || std::io::copy(&mut stdout, &mut std::io::sink()));
            return Ok(address);
        }
        line.clear();
    }
    bail!("it ended without a line `{words}…`")
}
