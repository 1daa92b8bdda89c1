//! Latencies: recorded by many tasks, told as percentiles in microseconds.

use hdrhistogram::Histogram;
use serde::Serialize;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Latencies of one kind. Longer ones than ten minutes count as ten minutes.
#[derive(Debug)]
pub struct Recorder(Mutex<Histogram<u64>>);

/// Three digits are right: a thousandth of every figure.
const SIGNIFICANT_DIGITS: u8 = 3;
const LONGEST_US: u64 = 600_000_000;

/// What is told of a kind of latency.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Percentiles {
    pub count: u64,
    pub mean: f64,
    pub p50: u64,
    pub p90: u64,
    pub p99: u64,
    pub p999: u64,
    pub max: u64,
}

impl Default for Recorder {
    fn default() -> Self {
        let histogram = Histogram::new_with_bounds(1, LONGEST_US, SIGNIFICANT_DIGITS);
        Self(Mutex::new(histogram.expect("the bounds are constants that hdrhistogram takes")))
    }
}

impl Recorder {
    /// Records the time from then to now.
    pub fn since(&self, then: Instant) {
        self.record(then.elapsed());
    }

    /// Records one latency.
    pub fn record(&self, latency: Duration) {
        let microseconds = u64::try_from(latency.as_micros()).unwrap_or(u64::MAX);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).saturating_record(microseconds);
    }

    /// What was recorded so far.
    pub fn percentiles(&self) -> Percentiles {
        let histogram = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Percentiles {
            count: histogram.len(),
            mean: (histogram.mean() * 10.0).round() / 10.0,
            p50: histogram.value_at_quantile(0.5),
            p90: histogram.value_at_quantile(0.9),
            p99: histogram.value_at_quantile(0.99),
            p999: histogram.value_at_quantile(0.999),
            max: histogram.max(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_right_to_three_digits() {
        let recorder = Recorder::default();
        for microseconds in 1..=1_000 {
            recorder.record(Duration::from_micros(microseconds));
        }
        let told = recorder.percentiles();
        assert_eq!((told.count, told.p50, told.p90, told.p99, told.p999), (1_000, 500, 900, 990, 999));
        assert_eq!((told.mean, told.max), (500.5, 1_000));
    }

    #[test]
    fn nothing_recorded_is_told_as_zero() {
        let told = Recorder::default().percentiles();
        assert_eq!((told.count, told.p50, told.max), (0, 0, 0));
    }

    #[test]
    fn what_is_longer_than_the_longest_still_counts() {
        let recorder = Recorder::default();
        recorder.record(Duration::from_secs(86_400));
        assert_eq!(recorder.percentiles().count, 1);
        assert!(recorder.percentiles().max >= LONGEST_US);
    }
}
