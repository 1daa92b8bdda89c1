//! A server to talk to: inside the test's process, or as a process of its own that can be killed.

use anyhow::{Context, ensure};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tafelrunde::config::{Config, Options};
use tafelrunde::create::{Created, create};
use tafelrunde::journal::Journal;
use tafelrunde::journal::memory::MemoryJournal;
use tafelrunde::secrets;
use tafelrunde::server::{Running, start};
use tafelrunde::template;
use tafelrunde_protocol::message::Role;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;

use crate::client::{Client, Identity, PATIENCE};

/// A small template, so that tests see only what they make.
pub const TEMPLATE: &str = r#"
[event]
title = "Testtag"
themes = ["Klima"]
[[programme]]
at = "09:00"
minutes = 30
kind = "lobby"
title = "Ankommen"
[[programme]]
at = "09:30"
minutes = 20
kind = "topics"
title = "Themen"
[[programme]]
at = "09:50"
minutes = 60
kind = "break"
title = "Pause"
"#;

/// Options under which everything is published at once and nobody is too fast.
pub fn options() -> Options {
    Options {
        listen: Some(SocketAddr::from(([127, 0, 0, 1], 0))),
        participants_tick_ms: Some(0),
        screens_tick_ms: Some(0),
        commands_per_second: Some(1_000_000),
        ..Options::default()
    }
}

/// A server in this process, with one café.
pub struct TestServer {
    /// The server.
    pub running: Running,
    /// Its journal.
    pub journal: Arc<dyn Journal>,
    /// Its café.
    pub cafe: Created,
    options: Options,
}

impl TestServer {
    /// A server with the usual options and a journal in memory.
    pub async fn start() -> Self {
        Self::with(options(), Arc::new(MemoryJournal::default())).await
    }

    /// A server with these options on this journal.
    pub async fn with(options: Options, journal: Arc<dyn Journal>) -> Self {
        let template = template::parse(TEMPLATE).expect("the template is valid");
        let cafe = create(journal.as_ref(), template, "http://cafe.test").expect("the café can be created");
        let running = Self::run(&options, &journal).await;
        Self { running, journal, cafe, options }
    }

    async fn run(options: &Options, journal: &Arc<dyn Journal>) -> Running {
        let config = Config::try_from(options.clone()).expect("the options are valid");
        start(config, journal.clone()).await.expect("the server can be started")
    }

    /// Ends the server and starts another on the same journal.
    pub async fn restart(self) -> Self {
        let Self { running, journal, cafe, options } = self;
        running.stop().await;
        let running = Self::run(&options, &journal).await;
        Self { running, journal, cafe, options }
    }

    /// Somebody in this role.
    pub fn identity(&self, role: Role) -> Identity {
        identity(&self.cafe, role)
    }

    /// A connected client in this role.
    pub async fn client(&self, role: Role) -> Client {
        Client::connect(self.running.address, &self.identity(role)).await.expect("the client is let in")
    }
}

/// Somebody in this role: the moderator, the screen, or a new participant.
pub fn identity(cafe: &Created, role: Role) -> Identity {
    let token = match role {
        Role::Moderator => cafe.moderator_token.clone(),
        Role::Screen => cafe.screen_token.clone(),
        Role::Participant => secrets::new_token(),
    };
    Identity { code: cafe.code.clone(), role, token }
}

/// The program itself, built if need be.
pub fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let built = std::process::Command::new(cargo)
            .args(["build", "--quiet", "--package", "tafelrunde"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .status();
        assert!(built.is_ok_and(|status| status.success()), "the program cannot be built");
        // target/<profile>/deps/<this test>
        let test = std::env::current_exe().expect("a test has a path");
        let profile = test.ancestors().nth(2).expect("a test lies in deps/ of a profile");
        profile.join("tafelrunde")
    })
}

/// The program as a process of its own.
pub struct Process {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Process {
    /// Starts `tafelrunde serve` on a data directory and waits until it listens.
    pub async fn serve(data: &Path) -> anyhow::Result<Self> {
        let mut child = Command::new(program())
            .args(["serve", "--listen", "127.0.0.1:0", "--commands-per-second", "1000000", "--data"])
            .arg(data)
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let stdout = child.stdout.take().context("the output is piped")?;
        let mut lines = BufReader::new(stdout).lines();
        let line = timeout(PATIENCE, lines.next_line()).await.context("it does not come up")??;
        let line = line.context("it ended at once")?;
        let address = line.strip_prefix("listening on http://").context("an unknown first line")?.parse()?;
        Ok(Self { child, address })
    }

    /// Kills it with SIGKILL.
    pub async fn kill(mut self) -> anyhow::Result<()> {
        Ok(self.child.kill().await?)
    }

    /// Waits until it ends by itself.
    pub async fn ended(mut self, within: Duration) -> anyhow::Result<Option<i32>> {
        Ok(timeout(within, self.child.wait()).await.context("it does not end")??.code())
    }

    /// The process id.
    pub fn id(&self) -> Option<u32> {
        self.child.id()
    }
}

/// Runs another command of the program; its standard output, if it succeeds.
pub fn run(arguments: &[&str]) -> anyhow::Result<String> {
    let output = std::process::Command::new(program()).args(arguments).output()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let wrong = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{arguments:?}: {said}{wrong}");
    Ok(said)
}
