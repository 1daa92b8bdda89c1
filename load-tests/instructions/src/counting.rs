//! Counts under valgrind. The function is done seldom and often; the difference is free of starting and preparing.

use anyhow::{Context, Result, ensure};
use std::process::Command;

/// Where callgrind's profiles of the last run lie, seen from the root of the repository.
pub const FOLDER: &str = "target/callgrind";

/// Both large enough that what grows slowly, such as a tree, has begun to grow.
const SELDOM: u32 = 100;
const OFTEN: u32 = 1_100;

/// Instructions of one call, rounded.
pub fn per_call(function: &str) -> Result<u64> {
    std::fs::create_dir_all(FOLDER).context(FOLDER)?;
    let (few, many) = (count(function, SELDOM)?, count(function, OFTEN)?);
    let calls = u64::from(OFTEN - SELDOM);
    Ok((many.saturating_sub(few) + calls / 2) / calls)
}

fn count(function: &str, times: u32) -> Result<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", &format!("--callgrind-out-file={FOLDER}/{function}.out")])
        .arg(std::env::current_exe()?)
        .args([function, &times.to_string()])
        // The environment lies on the stack and decides how it is aligned.
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .output()
        .context("cannot run valgrind: is it installed? (scripts/setup.sh test)")?;
    let told = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{function} failed under valgrind: {told}");
    collected(&told).with_context(|| format!("valgrind told no count: {told}"))
}

/// Callgrind's closing line: `==42== Collected : 1234`.
fn collected(told: &str) -> Option<u64> {
    let line = told.lines().find_map(|line| line.split_once("Collected : "))?;
    line.1.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_stands_behind_its_word() {
        let told = "==42== Callgrind\n==42== Events    : Ir\n==42== Collected : 1234567\n==42==\n";
        assert_eq!(collected(told), Some(1_234_567));
        assert_eq!(collected("==42== Events : Ir\n"), None);
    }
}
