//! How many selections the server has made and how long that took, as it tells at `/metrics`.

use anyhow::{Context, Result};
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::connection::PATIENCE;

/// Since the server began.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Made {
    pub selections: f64,
    pub seconds: f64,
}

/// Asks the server.
pub async fn made(address: SocketAddr) -> Result<Made> {
    let asking = async {
        let mut stream = TcpStream::connect(address).await?;
        let request = format!("GET /metrics HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await?;
        Ok(parse(&answer))
    };
    tokio::time::timeout(PATIENCE, asking).await.context("no answer about metrics for a minute")?
}

fn parse(answer: &str) -> Made {
    let value = |name: &str| {
        let line = answer.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        line.and_then(|value| value.trim().parse().ok()).unwrap_or_default()
    };
    Made {
        selections: value("tafelrunde_selection_seconds_count"),
        seconds: value("tafelrunde_selection_seconds_sum"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sum_and_count_are_read_and_nothing_made_is_zero() {
        let answer = "HTTP/1.1 200 OK\r\n\r\n# TYPE tafelrunde_selection_seconds histogram\n\
            tafelrunde_selection_seconds_sum 0.25\ntafelrunde_selection_seconds_count 12\n";
        assert_eq!(parse(answer), Made { selections: 12.0, seconds: 0.25 });
        assert_eq!(parse("HTTP/1.1 200 OK\r\n\r\n"), Made::default());
    }
}
