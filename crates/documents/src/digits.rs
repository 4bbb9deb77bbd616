//! Numbers as PDF writes them, straight into bytes: a page has thousands of them. Knows nothing of what they measure.

/// A whole number.
pub fn integer(into: &mut Vec<u8>, value: usize) {
    let mut digits = [0; 20];
    let mut first = digits.len();
    let mut rest = value;
    loop {
        first -= 1;
        digits[first] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    into.extend_from_slice(&digits[first..]);
}

/// Hundredths as a decimal without needless noughts: 1250 is `12.5`.
pub fn hundredths(into: &mut Vec<u8>, value: i64) {
    if value < 0 {
        into.push(b'-');
    }
    let value = value.unsigned_abs() as usize;
    let (whole, part) = (value / 100, value % 100);
    if whole > 0 || part == 0 {
        integer(into, whole);
    }
    if part > 0 {
        into.extend_from_slice(&[b'.', b'0' + (part / 10) as u8]);
        if part % 10 > 0 {
            into.push(b'0' + (part % 10) as u8);
        }
    }
}

/// Two capital digits of a byte, as strings and names in hexadecimal want them.
pub fn hexadecimal(into: &mut Vec<u8>, byte: u8) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    into.extend_from_slice(&[DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut into = Vec::new();
        write(&mut into);
        String::from_utf8(into).expect("digits")
    }

    #[test]
    fn numbers_are_as_short_as_can_be() {
        for (value, want) in [
            (0, "0"),
            (5, ".05"),
            (-5, "-.05"),
            (70, ".7"),
            (100, "1"),
            (1250, "12.5"),
            (-1205, "-12.05"),
            (84_189, "841.89"),
            (i64::MIN, "-92233720368547758.08"),
        ] {
            assert_eq!(written(|into| hundredths(into, value)), want);
        }
        for value in [0, 7, 10, 1_234_567_890, usize::MAX] {
            assert_eq!(written(|into| integer(into, value)), value.to_string());
        }
        assert_eq!(written(|into| [0, 0x0f, 0xa5].into_iter().for_each(|byte| hexadecimal(into, byte))), "000FA5");
    }
}
