//! English cardinals of the short scale, without «and»: «one thousand two hundred thirty-four».

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
/// 20 to 90.
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: [&str; 4] = ["thousand", "million", "billion", "trillion"];

/// `number` (below 10^15) in words.
pub(super) fn cardinal(number: u64) -> String {
    if number == 0 {
        return SMALL[0].to_owned();
    }
    let mut words = Vec::new();
    for (power, scale) in (1_u32..5).zip(SCALES).rev() {
        let group = number / 1000_u64.pow(power) % 1000;
        if group > 0 {
            below_thousand(group, &mut words);
            words.push(scale.to_owned());
        }
    }
    below_thousand(number % 1000, &mut words);
    words.join(" ")
}

/// The digit `digit` by its word.
pub(super) fn digit(digit: u64) -> &'static str {
    SMALL[place(digit % 10)]
}

fn below_thousand(number: u64, words: &mut Vec<String>) {
    if number >= 100 {
        words.push(format!("{} hundred", SMALL[place(number / 100)]));
    }
    let rest = number % 100;
    match (rest / 10, rest % 10) {
        (0, 0) => {}
        (0 | 1, _) => words.push(SMALL[place(rest)].to_owned()),
        (tens, 0) => words.push(TENS[place(tens - 2)].to_owned()),
        (tens, units) => words.push(format!("{}-{}", TENS[place(tens - 2)], SMALL[place(units)])),
    }
}

fn place(number: u64) -> usize {
    usize::try_from(number).expect("below twenty")
}
