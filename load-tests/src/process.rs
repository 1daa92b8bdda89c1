//! Processor time and memory of a process and of all, as the kernel tells them in `/proc`.

use std::fs;

/// What a process has used since it began.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Usage {
    /// User and system time of all threads.
    pub cpu_seconds: f64,
    /// Resident memory now.
    pub rss_bytes: u64,
    /// The most resident memory so far.
    pub rss_peak_bytes: u64,
}

/// Reads the usage, or nothing where the process is gone or the system has no `/proc`.
pub fn usage(pid: u32) -> Option<Usage> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    Some(Usage {
        cpu_seconds: cpu_ticks(&stat)? as f64 / TICKS_PER_SECOND,
        rss_bytes: memory(&status, "VmRSS:")?,
        rss_peak_bytes: memory(&status, "VmHWM:")?,
    })
}

/// Processor time of the threads that live, in nanoseconds where the kernel keeps them; else in steps of 10 ms.
/// For short stretches in which no thread ends.
pub fn cpu_seconds(pid: u32) -> Option<f64> {
    let threads = fs::read_dir(format!("/proc/{pid}/task")).ok()?.flatten();
    let times = threads.map(|thread| {
        let told = fs::read_to_string(thread.path().join("schedstat")).ok()?;
        run_nanoseconds(&told)
    });
    match times.sum::<Option<u64>>() {
        Some(nanoseconds) if nanoseconds > 0 => Some(nanoseconds as f64 / 1e9),
        _ => usage(pid).map(|usage| usage.cpu_seconds),
    }
}

/// The first of three fields: time on the processor.
fn run_nanoseconds(schedstat: &str) -> Option<u64> {
    schedstat.split_whitespace().next()?.parse().ok()
}

/// `sysconf(_SC_CLK_TCK)`: 100 on every Linux architecture that Rust supports.
const TICKS_PER_SECOND: f64 = 100.0;

/// `utime` and `stime`, fields 14 and 15 of proc_pid_stat(5). Field 2, the name, may contain blanks and brackets.
fn cpu_ticks(stat: &str) -> Option<u64> {
    let after_name = stat.rsplit_once(')')?.1;
    let mut fields = after_name.split_whitespace().skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some(user + system)
}

/// Processor time of all processes together, without what the kernel does for none of them.
pub fn all_cpu_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/stat").ok()?;
    Some(busy_ticks(&stat)? as f64 / TICKS_PER_SECOND)
}

/// `user`, `nice` and `system`, the first fields of the first line.
fn busy_ticks(stat: &str) -> Option<u64> {
    let fields = stat.lines().next()?.strip_prefix("cpu ")?.split_whitespace().take(3);
    fields.map(|field| field.parse::<u64>().ok()).sum()
}

fn memory(status: &str, name: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1_024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_found_behind_a_name_with_brackets_and_blanks() {
        let stat = "42 (a) b) S 1 42 42 0 -1 4194560 100 0 0 0 150 50 0 0 20 0 3 0 100 1000 10";
        assert_eq!(cpu_ticks(stat), Some(200));
        assert_eq!(cpu_ticks("42 (cut off) S 1"), None);
    }

    #[test]
    fn the_machine_is_busy_for_users_and_the_system() {
        assert_eq!(busy_ticks("cpu  100 20 3 4000 50 6 7 8 0 0\ncpu0 1 1 1 1\n"), Some(123));
        assert_eq!(busy_ticks(""), None);
    }

    #[test]
    fn memory_is_told_in_kibibytes() {
        let status = "Name:\tx\nVmHWM:\t    2048 kB\nVmRSS:\t    1024 kB\n";
        assert_eq!(memory(status, "VmRSS:"), Some(1_048_576));
        assert_eq!(memory(status, "VmHWM:"), Some(2_097_152));
        assert_eq!(memory(status, "VmSwap:"), None);
    }

    #[test]
    fn a_threads_time_is_told_in_nanoseconds() {
        assert_eq!(run_nanoseconds("86941 12 1\n"), Some(86_941));
        assert_eq!(run_nanoseconds(""), None);
    }

    #[test]
    fn this_process_uses_memory() {
        assert!(usage(std::process::id()).is_some_and(|usage| usage.rss_bytes > 0));
    }
}
