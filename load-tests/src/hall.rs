//! The café that is measured: on a server started here, or on one that runs already.

use anyhow::{Context, Result, bail};
use std::net::{SocketAddr, ToSocketAddrs};
use std::sync::Arc;
use std::time::Instant;
use tafelrunde_protocol::ids::CafeCode;
use tafelrunde_protocol::limits::PROTOCOL;
use tafelrunde_protocol::message::{Cursor, Hello, Role};

use crate::arguments::Target;
use crate::process::{self, Usage};
use crate::server::Server;
use crate::source_address::Sources;

/// A café and the way to it.
#[derive(Debug, Clone)]
pub struct Hall {
    pub address: SocketAddr,
    pub cafe: CafeCode,
    moderator_token: String,
    screen_token: String,
    server_pid: Option<u32>,
    sources: Arc<Sources>,
}

/// What a stretch of time cost.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    pub seconds: f64,
    pub server: Option<Usage>,
    pub load_cpu_seconds: f64,
    /// Processor time of everything else on the machine: when it is not near 0, others were measured too.
    pub others_cpu_seconds: Option<f64>,
}

/// Measures cost from its beginning.
#[derive(Debug)]
pub struct Meter {
    began: Instant,
    server: Option<Usage>,
    load: Usage,
    all: Option<f64>,
}

impl Hall {
    /// Starts a server, or takes the running one that the arguments name.
    pub fn open(target: &Target) -> Result<(Self, Option<Server>)> {
        let sources = Arc::new(Sources::new(std::process::id()));
        let Some(url) = &target.url else {
            let (server, cafe) = Server::start(target)?;
            let hall = Self {
                address: server.address(),
                cafe: CafeCode::parse(&cafe.code).context("the new café has an impossible code")?,
                moderator_token: cafe.moderator_token,
                screen_token: cafe.screen_token,
                server_pid: Some(server.pid()),
                sources,
            };
            return Ok((hall, Some(server)));
        };
        let code = target.code.as_deref().unwrap_or_default();
        let hall = Self {
            address: address_of(url)?,
            cafe: CafeCode::parse(code).with_context(|| format!("`{code}` is no café's code"))?,
            moderator_token: target.moderator_token.clone().unwrap_or_default(),
            screen_token: target.screen_token.clone().unwrap_or_default(),
            server_pid: target.server_pid,
            sources,
        };
        Ok((hall, None))
    }

    /// The same café on a server that was started again.
    pub fn moved_to(&self, server: &Server) -> Self {
        Self { address: server.address(), server_pid: Some(server.pid()), ..self.clone() }
    }

    /// Where the next phone's line comes from.
    pub fn next_source(&self) -> Option<SocketAddr> {
        self.sources.next(self.address.ip())
    }

    /// The first message of a phone.
    pub fn phone_hello(&self, token: &str, resume: Option<Cursor>) -> Hello {
        self.hello(Role::Participant, token, resume)
    }

    /// The first message of a console.
    pub fn console_hello(&self) -> Hello {
        self.hello(Role::Moderator, &self.moderator_token, None)
    }

    /// The first message of a wall.
    pub fn wall_hello(&self) -> Hello {
        self.hello(Role::Screen, &self.screen_token, None)
    }

    fn hello(&self, role: Role, token: &str, resume: Option<Cursor>) -> Hello {
        Hello { protocol: PROTOCOL, cafe: self.cafe.clone(), role, token: token.to_owned(), resume }
    }

    pub fn server_usage(&self) -> Option<Usage> {
        self.server_pid.and_then(process::usage)
    }

    pub fn meter(&self) -> Meter {
        let load = process::usage(std::process::id()).unwrap_or_default();
        Meter { began: Instant::now(), server: self.server_usage(), load, all: process::all_cpu_seconds() }
    }
}

impl Meter {
    /// What the time since the beginning cost. Memory is as it is now, not the difference.
    pub fn read(&self, hall: &Hall) -> Cost {
        // A server that was started since has used all that it has used since.
        let before = self.server.unwrap_or_default().cpu_seconds;
        let since = |now: Usage| Usage { cpu_seconds: now.cpu_seconds - before, ..now };
        let server = hall.server_usage().map(since);
        let load = process::usage(std::process::id()).unwrap_or_default();
        let load_cpu_seconds = load.cpu_seconds - self.load.cpu_seconds;
        let own = load_cpu_seconds + server.map_or(0.0, |server| server.cpu_seconds);
        let all = self.all.zip(process::all_cpu_seconds());
        Cost {
            seconds: self.began.elapsed().as_secs_f64(),
            server,
            load_cpu_seconds,
            others_cpu_seconds: all.map(|(before, now)| (now - before - own).max(0.0)),
        }
    }
}

fn address_of(url: &str) -> Result<SocketAddr> {
    let Some(rest) = url.strip_prefix("http://") else {
        bail!("`{url}` does not begin with http://; measure the server itself, not a proxy before it");
    };
    let host = rest.trim_end_matches('/');
    let mut addresses =
        host.to_socket_addrs().with_context(|| format!("`{host}` is no address with a port"))?;
    addresses.next().with_context(|| format!("`{host}` has no address"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_names_host_and_port() {
        let told = |url| address_of(url).map(|address| address.to_string()).map_err(|_| ());
        assert_eq!(told("http://127.0.0.1:8080"), Ok("127.0.0.1:8080".to_owned()));
        assert_eq!(told("http://127.0.0.1:8080/"), Ok("127.0.0.1:8080".to_owned()));
        assert_eq!(told("https://127.0.0.1:8080"), Err(()));
        assert_eq!(told("http://127.0.0.1"), Err(()));
    }
}
