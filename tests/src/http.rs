//! As much of an HTTP client as tests need: one request, one connection, a body with a length.

use anyhow::Context;
use serde_json::Value;
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::client::PATIENCE;

/// An answer.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The header lines as they came.
    pub head: String,
    /// The body.
    pub body: String,
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> anyhow::Result<Value> {
        serde_json::from_str(&self.body).with_context(|| self.body.clone())
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// `GET`
pub async fn get(server: SocketAddr, path: &str) -> anyhow::Result<Answer> {
    request(server, &format!("GET {path} HTTP/1.1\r\n"), "").await
}

/// `POST` of JSON, with further header lines such as `"Authorization: Bearer x\r\n"`.
pub async fn post(server: SocketAddr, path: &str, headers: &str, body: &str) -> anyhow::Result<Answer> {
    let head = format!("POST {path} HTTP/1.1\r\nContent-Type: application/json\r\n{headers}");
    request(server, &head, body).await
}

async fn request(server: SocketAddr, head: &str, body: &str) -> anyhow::Result<Answer> {
    let mut stream = TcpStream::connect(server).await?;
    let length = body.len();
    let request =
        format!("{head}Host: {server}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}");
    stream.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    timeout(2 * PATIENCE, stream.read_to_string(&mut answer)).await.context("no answer came")??;
    let (head, body) = answer.split_once("\r\n\r\n").context("an answer has a head")?;
    let status =
        head.split(' ').nth(1).and_then(|code| code.parse().ok()).context("an answer has a status")?;
    Ok(Answer { status, head: head.to_owned(), body: body.to_owned() })
}
