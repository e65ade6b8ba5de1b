//! Writes the digits of whole numbers, many times faster than formatting does.

/// Writes digits with a point before the last `scale` of them.
pub(super) fn write_small(out: &mut String, digits: i64, scale: u32) {
    if digits < 0 {
        out.push('-');
    }
    let (unit, size) = (10_u64.pow(scale), digits.unsigned_abs());
    write_digits(out, size / unit);
    if scale > 0 {
        out.push('.');
        // One more digit before it keeps the zeros that the fraction begins with.
        let at = out.len();
        write_digits(out, unit + size % unit);
        out.remove(at);
    }
}

/// Writes a whole number behind a text. Pages are full of them, so that the general way of writing
/// is too slow.
pub fn write_digits(out: &mut String, number: u64) {
    if let Ok(number @ 0..1_000) = u16::try_from(number) {
        let digit = |unit: u16| char::from(b'0' + u8::try_from(number / unit % 10).unwrap_or(0));
        if number >= 100 {
            out.push(digit(100));
        }
        if number >= 10 {
            out.push(digit(10));
        }
        out.push(digit(1));
        return;
    }
    let mut digits = [0_u8; 20];
    let (mut at, mut rest) = (digits.len(), number);
    loop {
        at -= 1;
        digits[at] = b'0' + u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.push_str(std::str::from_utf8(&digits[at..]).unwrap_or_default());
}
