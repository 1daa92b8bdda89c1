//! Whole numbers that exact arithmetic needs: common divisors and multiples.

use num_bigint::BigInt;
use num_rational::BigRational;

/// The largest number that divides both; one of them must not be 0.
pub fn greatest_common_divisor(mut a: u64, mut b: u64) -> u64 {
    while a != 0 {
        (a, b) = (b % a, a);
    }
    b
}

/// The smallest number that every number from 1 to this one divides.
pub fn least_common_multiple(up_to: usize) -> BigInt {
    let mut multiple = BigInt::from(1u32);
    for number in 2..=up_to as u64 {
        multiple *= number / common_divisor(&multiple, number);
    }
    multiple
}

/// The largest number that divides both; the second must not be 0.
pub fn common_divisor(long: &BigInt, short: u64) -> u64 {
    let rest = long % short;
    let rest = u64::try_from(rest.magnitude()).expect("a remainder is smaller than its divisor");
    greatest_common_divisor(rest, short)
}

/// A fraction in whole parts of one, such as thousandths, rounded to the nearest. Does not reduce the fraction,
/// which would take long.
pub fn parts(fraction: &BigRational, of_one: u32) -> BigInt {
    (fraction.numer() * (2 * of_one) + fraction.denom()) / (fraction.denom() * 2u32)
}
