//! What several rounds say together.

use std::collections::BTreeMap;

use super::turn::Figures;

/// The median of each figure over the rounds.
pub fn medians(rounds: &[Figures]) -> Figures {
    let mut values: BTreeMap<&'static str, Vec<f64>> = BTreeMap::new();
    for (name, value) in rounds.iter().flatten() {
        values.entry(name).or_default().push(*value);
    }
    values.into_iter().filter_map(|(name, values)| Some((name, median(values)?))).collect()
}

/// The median of each figure's ratio to the same round of the floor. Rounds are paired, because what slows the
/// machine for a while slows both.
pub fn ratios(rounds: &[Figures], floor: &[Figures]) -> Figures {
    let pairs: Vec<Figures> =
        rounds.iter().zip(floor).map(|(figures, floor)| ratio(figures, floor)).collect();
    medians(&pairs)
}

/// The middle one, or the mean of the two in the middle.
fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_unstable_by(f64::total_cmp);
    let upper = *values.get(values.len() / 2)?;
    if values.len() % 2 == 1 { Some(upper) } else { Some((values[values.len() / 2 - 1] + upper) / 2.0) }
}

fn ratio(figures: &Figures, floor: &Figures) -> Figures {
    let one = |(name, value): (&&'static str, &f64)| {
        let least = floor.get(*name).filter(|least| **least > 0.0)?;
        Some((*name, value / least))
    };
    figures.iter().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounds(values: &[f64]) -> Vec<Figures> {
        values.iter().map(|value| Figures::from([("us", *value)])).collect()
    }

    #[test]
    fn one_bad_round_does_not_move_the_median() {
        assert_eq!(medians(&rounds(&[2.0, 90.0, 1.0])), Figures::from([("us", 2.0)]));
        assert_eq!(median(vec![1.0, 2.0]), Some(1.5));
        assert_eq!(median(Vec::new()), None);
    }

    #[test]
    fn ratios_compare_what_was_measured_in_the_same_round() {
        // The second round is slow for both.
        let ratios = ratios(&rounds(&[2.0, 20.0, 2.0]), &rounds(&[1.0, 10.0, 1.0]));
        assert_eq!(ratios, Figures::from([("us", 2.0)]));
    }

    #[test]
    fn nothing_is_compared_with_nothing() {
        assert_eq!(ratios(&rounds(&[2.0]), &rounds(&[0.0])), Figures::new());
    }
}
