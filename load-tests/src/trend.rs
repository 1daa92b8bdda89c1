//! Whether memory grows: samples over time, and the line through them.

/// Seconds from the beginning, and bytes.
pub type Sample = (f64, u64);

/// Bytes per minute by the line of least squares through the samples from that time on; nothing for fewer than two.
pub fn bytes_per_minute(samples: &[Sample], from_seconds: f64) -> Option<f64> {
    let late: Vec<&Sample> = samples.iter().filter(|(at, _)| *at >= from_seconds).collect();
    let count = late.len() as f64;
    let mean_at = late.iter().map(|(at, _)| at).sum::<f64>() / count;
    let mean_bytes = late.iter().map(|(_, bytes)| *bytes as f64).sum::<f64>() / count;
    let spread: f64 = late.iter().map(|(at, _)| (at - mean_at).powi(2)).sum();
    let joint: f64 = late.iter().map(|(at, bytes)| (at - mean_at) * (*bytes as f64 - mean_bytes)).sum();
    (late.len() > 1 && spread > 0.0).then(|| joint / spread * 60.0)
}

/// By how many percent the last quarter of the time after `from_seconds` needs more than its first quarter, in the
/// mean. Independent of how long the run was.
pub fn growth_percent(samples: &[Sample], from_seconds: f64) -> Option<f64> {
    let end = samples.last()?.0;
    let quarter = (end - from_seconds) / 4.0;
    let first = mean(samples, from_seconds, from_seconds + quarter)?;
    let last = mean(samples, end - quarter, end)?;
    Some((last / first - 1.0) * 100.0)
}

fn mean(samples: &[Sample], from: f64, until: f64) -> Option<f64> {
    let within = samples.iter().filter(|(at, _)| (from..=until).contains(at));
    let bytes: Vec<f64> = within.map(|(_, bytes)| *bytes as f64).collect();
    (!bytes.is_empty()).then(|| bytes.iter().sum::<f64>() / bytes.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Grows by 1,000 bytes a second for twenty seconds, then by one.
    fn samples() -> Vec<Sample> {
        (0..=100)
            .map(|at: u32| (f64::from(at), 10_000 + u64::from(at.min(20)) * 1_000 + u64::from(at)))
            .collect()
    }

    #[test]
    fn what_grows_at_first_is_not_counted() {
        let slope = bytes_per_minute(&samples(), 20.0).expect("a line");
        assert!((slope - 60.0).abs() < 1e-6, "{slope}");
        let growth = growth_percent(&samples(), 20.0).expect("two quarters");
        assert!((growth - 0.2).abs() < 0.01, "{growth}");
    }

    #[test]
    fn one_sample_is_no_line() {
        assert_eq!(bytes_per_minute(&[(1.0, 5)], 0.0), None);
        assert_eq!(bytes_per_minute(&samples(), 1_000.0), None);
        assert_eq!(growth_percent(&[], 0.0), None);
    }
}
