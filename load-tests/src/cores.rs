//! Keeps server and load apart on the machine's cores: a commit that waits for the load's processor time
//! measures the load, not the server.

use anyhow::{Context, Result};
use rustix::thread::{CpuSet, sched_setaffinity};
use std::fmt;
use std::str::FromStr;

/// Core numbers as people write them, `0` or `0-2,5`; empty: all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cores(Vec<usize>);

/// Cores that the kernel's set can name.
const CORES_MAX: usize = 1_024;

impl FromStr for Cores {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut cores = Vec::new();
        for part in text.split(',').filter(|part| !part.is_empty()) {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let number = |text: &str| text.parse::<usize>().ok().filter(|core| *core < CORES_MAX);
            match (number(first), number(last)) {
                (Some(first), Some(last)) if first <= last => cores.extend(first..=last),
                _ => return Err(format!("`{part}` is not a core such as 0, nor a range such as 0-3")),
            }
        }
        Ok(Self(cores))
    }
}

impl fmt::Display for Cores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("all");
        }
        let numbers: Vec<String> = self.0.iter().map(usize::to_string).collect();
        f.write_str(&numbers.join(","))
    }
}

/// Keeps the calling thread, and threads and processes that it starts later, to these cores.
pub fn keep_this_thread_to(cores: &Cores) -> Result<()> {
    if cores.0.is_empty() {
        return Ok(());
    }
    let mut set = CpuSet::new();
    for core in &cores.0 {
        set.set(*core);
    }
    sched_setaffinity(None, &set).with_context(|| format!("cannot run on cores {cores}"))
}

/// How many threads can run at once on these cores.
pub fn usable(cores: &Cores) -> usize {
    let all = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    if cores.0.is_empty() { all } else { cores.0.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_ranges_are_read() {
        assert_eq!("0-2,5".parse(), Ok(Cores(vec![0, 1, 2, 5])));
        assert_eq!("".parse(), Ok(Cores::default()));
        assert_eq!("1".parse::<Cores>().map(|cores| cores.to_string()), Ok("1".to_owned()));
        assert_eq!(Cores::default().to_string(), "all");
    }

    #[test]
    fn anything_else_is_refused() {
        for text in ["a", "2-1", "-1", "1024", "1-"] {
            assert!(text.parse::<Cores>().is_err(), "{text}");
        }
    }
}
