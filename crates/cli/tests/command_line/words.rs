use crate::support::{run, text, vectors};

#[test]
fn every_vector_through_one_stream() {
    let sums = vectors("amount_words.json");
    let sums = sums.as_array().expect("sums");
    for (key, currency, lang) in [
        ("RUB", "RUB", "ru"),
        ("BYN", "BYN", "ru"),
        ("USD", "USD", "ru"),
        ("EUR", "EUR", "ru"),
        ("KZT", "KZT", "ru"),
        ("BYN_be", "BYN", "be"),
    ] {
        let rows: Vec<_> = sums.iter().filter(|row| row[key].is_string()).collect();
        assert!(rows.len() > 50, "{key}");
        let with_currency: String = rows.iter().map(|row| format!("{} {currency}\n", text(row, "amount"))).collect();
        let without: String = rows.iter().map(|row| format!("{}\n", text(row, "amount"))).collect();
        let want: String = rows.iter().map(|row| format!("{}\n", text(row, key))).collect();
        let one = run(&["words", "--stdin", "--lang", lang], with_currency);
        let other = run(&["--lang", lang, "words", currency, "--stdin"], without);
        assert_eq!((one.code, one.err.as_str(), one.out.as_str()), (0, "", want.as_str()), "{key}");
        assert_eq!((other.code, other.out), (0, want), "{key}");
    }
}

#[test]
fn one_sum_on_the_command_line() {
    assert_eq!(
        run(&["words", "1234.21", "byn", "--minor", "digits"], "").answer(),
        "одна тысяча двести тридцать четыре белорусских рубля 21 копейка"
    );
    assert_eq!(run(&["words", "-1,5", "RUB"], "").answer(), "минус один рубль пятьдесят копеек");
    assert_eq!(run(&["words", "1 000,00", "USD", "--lang", "en"], "").answer(), "one thousand US dollars zero cents");
    let object = run(&["words", "5", "RUB", "--json"], "").json();
    assert_eq!((text(&object, "amount"), text(&object, "words")), ("5.00".to_owned(), "пять рублей ноль копеек".to_owned()));
}

/// The words are a paper's: the system's language is not asked.
#[test]
fn words_are_russian_unless_another_language_is_asked_for() {
    let mut command = crate::support::torgdom();
    command.args(["words", "1", "RUB"]).env("LANG", "en_GB.UTF-8");
    let done = command.output().expect("the binary runs");
    assert_eq!(String::from_utf8_lossy(&done.stdout), "один рубль ноль копеек\n");
}

#[test]
fn what_has_no_words_is_an_empty_line_and_a_reason() {
    let ran =
        run(&["words", "--stdin"], "1.005 RUB\n\nдесять RUB\n1 XXX\n5\n99999999999999999999999999999 RUB\n1e9 RUB\n7 RUB\n");
    assert_eq!(ran.code, 1);
    assert_eq!(ran.lines(), ["", "", "", "", "", "", "", "семь рублей ноль копеек"]);
    let want = [
        "words_too_precise",
        "currency_missing",
        "entry_character",
        "words_unknown_currency",
        "currency_missing",
        "entry_too_large",
        "entry_character",
    ];
    assert_eq!(ran.codes(), want);
    let lines: Vec<u64> = ran.reasons().iter().map(|reason| reason["line"].as_u64().expect("a number")).collect();
    assert_eq!(lines, [1, 2, 3, 4, 5, 6, 7]);
    let single = run(&["words", "1.005", "RUB"], "");
    assert_eq!((single.code, single.out.as_str()), (1, ""));
    assert!(!single.err.is_empty());
}
