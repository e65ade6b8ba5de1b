//! Which of two numbers is larger.

use std::cmp::Ordering;

use super::decimal::Number;

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        // Figures of one indicator most often have as many digits behind the point: then their
        // digits decide.
        if self.0.scale() == other.0.scale() {
            return self.0.mantissa().cmp(&other.0.mantissa());
        }
        self.0.cmp(&other.0)
    }
}

impl Number {
    /// Compares this with so many times another, without making that.
    #[must_use]
    pub fn cmp_times(self, times: i64, other: Self) -> Ordering {
        let (scale, other_scale) = (self.0.scale(), other.0.scale());
        if scale == other_scale {
            // The digits have 96 bits, so that there is room for any factor of 31.
            if let Ok(times) = i32::try_from(times) {
                return self.0.mantissa().cmp(&(other.0.mantissa() * i128::from(times)));
            }
        }
        self.cmp(&(other * Self::from(times)))
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_in_order_whatever_their_digits() {
        let texts = [
            "-999999999999999.999999999",
            "-1.5",
            "-1.49",
            "-1",
            "-0.5",
            "0",
            "0.499",
            "0.5",
            "1.00",
            "1.001",
            "10",
            "12.5",
        ];
        let numbers = texts.map(|text| Number::parse(text).expect("a plain decimal"));
        assert!(numbers.windows(2).all(|pair| pair[0].cmp(&pair[1]) == Ordering::Less
            && pair[1].cmp(&pair[0]) == Ordering::Greater));
        let same = ["1", "1.0", "1.000"].map(|text| Number::parse(text).expect("a plain decimal"));
        assert!(
            same.iter().all(|one| same
                .iter()
                .all(|other| one.cmp(other) == Ordering::Equal && one == other))
        );
        assert_eq!(Number::parse("-0").map(|zero| zero.cmp(&Number::ZERO)), Ok(Ordering::Equal));
    }

    #[test]
    fn so_many_times_a_number_is_compared_as_the_product_would_be() {
        let texts = [
            "-999999999999999.999999999",
            "-2.5",
            "-0.001",
            "0",
            "0.001",
            "1",
            "1.00",
            "2499.99",
            "2500",
            "999999999999999.999999999",
        ];
        for (one, other) in texts.iter().flat_map(|one| texts.iter().map(move |other| (one, other)))
        {
            let [a, b] = [one, other].map(|text| Number::parse(text).expect("a plain decimal"));
            for times in [1, 10, 2_500, 100_000_000] {
                assert_eq!(
                    a.cmp_times(times, b),
                    a.cmp(&(b * Number::from(times))),
                    "{one} to {times} times {other}"
                );
            }
        }
    }
}
