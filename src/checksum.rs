//! Checksums, as `sha256sum` prints them, and fingerprints that tell whether something is as it
//! was. Home of sha2 and twox-hash.

use sha2::{Digest, Sha256};
use twox_hash::XxHash3_128;

/// Returns the SHA-256 of bytes in lower-case hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Returns a number that differs where the bytes do, as far as chance goes. It is quick and no
/// protection against anybody.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> u128 {
    XxHash3_128::oneshot(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_of_nothing_is_the_known_one() {
        assert_eq!(sha256(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
