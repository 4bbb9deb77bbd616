//! Identifiers: the shared vectors, numbers at the edges of each rule, and what the check digits promise.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;
use torgdom_domain::identifiers::{
    Bad, Checked, Kind, account_currency, check, check_tax_id, guess_tax_id, iban_matches_bic, shown, tax_id_kind,
};

/// `ok` or the code of what is wrong.
fn verdict(kind: Kind, text: &str) -> &'static str {
    check(kind, text).map_or_else(|bad| bad.code, |_| "ok")
}

fn canonical(kind: Kind, text: &str) -> String {
    check(kind, text).unwrap_or_else(|bad| panic!("{kind} {text:?}: {bad:?}")).canonical
}

fn assert_verdicts(kind: Kind, cases: &[(&str, &str)]) {
    for (text, want) in cases {
        assert_eq!(verdict(kind, text), *want, "{kind} {text:?}");
    }
}

/// The shared vectors, each part read once: a part nobody asked for fails the test.
struct Vectors(BTreeMap<String, Value>);

impl Vectors {
    fn read() -> Self {
        Self(serde_json::from_str(include_str!("../../../tests/vectors/ids.json")).expect("JSON"))
    }

    fn take<T: serde::de::DeserializeOwned>(&mut self, name: &str) -> T {
        serde_json::from_value(self.0.remove(name).unwrap_or_else(|| panic!("no {name}"))).expect("the expected shape")
    }

    fn all_good(&mut self, kind: Kind, names: &[&str]) {
        for name in names {
            let numbers: Vec<String> = self.take(name);
            assert!(!numbers.is_empty());
            for number in numbers {
                assert_eq!(canonical(kind, &number), number, "{name}");
            }
        }
    }

    fn all_bad(&mut self, kind: Kind, name: &str, want: &str) {
        let numbers: Vec<String> = self.take(name);
        for number in numbers {
            assert_eq!(verdict(kind, &number), want, "{name} {number}");
        }
    }
}

#[test]
fn the_shared_vectors() {
    let mut vectors = Vectors::read();
    vectors.all_good(Kind::Inn, &["inn_ok", "inn10_generated", "inn12_generated"]);
    for (number, reason) in vectors.take::<BTreeMap<String, String>>("inn_bad") {
        let want = if number == "0000000000" { "all_zero" } else { reason.as_str() };
        assert_eq!(verdict(Kind::Inn, &number), want, "{number}");
    }
    vectors.all_good(Kind::Ogrn, &["ogrn_ok"]);
    vectors.all_good(Kind::Ogrnip, &["ogrnip_ok", "ogrnip_ok_by_rule_but_python_stdnum_refuses_remainder_10_12"]);
    vectors.all_bad(Kind::Ogrn, "ogrn_bad", "checksum");
    let unp = ["unp_ok", "unp_ok_but_python_stdnum_refuses", "unp_generated", "unp_individual_generated"];
    vectors.all_good(Kind::Unp, &unp);
    for (typed, want) in vectors.take::<BTreeMap<String, String>>("unp_cyrillic_in") {
        assert_eq!(canonical(Kind::Unp, &typed), want);
    }
    // 800000142 and 191234567 are such that no check digit exists for their first eight digits or another one does.
    for number in vectors.take::<Vec<String>>("unp_bad") {
        assert!(matches!(verdict(Kind::Unp, &number), "checksum" | "never_issued"), "{number}");
    }
    for prefix in vectors.take::<Vec<String>>("unp_prefix_with_remainder_10_never_issued") {
        for last in 0..10 {
            assert_eq!(verdict(Kind::Unp, &format!("{prefix}{last}")), "never_issued");
        }
    }
    vectors.all_good(Kind::Iban, &["by_iban_ok", "by_iban_generated", "kz_iban_ok"]);
    vectors.all_bad(Kind::Iban, "by_iban_bad", "checksum");
    for (iban, bic) in vectors.take::<Vec<(String, String)>>("iban_bic_pair_ok") {
        assert_eq!(iban_matches_bic(&iban, &bic), Ok(()));
    }
    vectors.all_good(Kind::Bin, &["kz_bin_ok"]);
    vectors.all_bad(Kind::Bin, "kz_bin_bad", "checksum");
    vectors.all_good(Kind::Okpo, &["okpo_ok"]);
    vectors.all_bad(Kind::Okpo, "okpo_bad", "checksum");
    vectors.all_good(Kind::Gtin, &["gtin_ok"]);
    vectors.all_bad(Kind::Gtin, "gtin_bad", "checksum");
    for row in vectors.take::<Vec<Value>>("ru_account") {
        let text = format!("{}/{}", row["bik"].as_str().expect("text"), row["acc"].as_str().expect("text"));
        let checked = check(Kind::Account, &text);
        assert_eq!(checked.is_ok(), row["ok"].as_bool().expect("yes or no"), "{text}");
        let treasury = row["kind"].as_str().expect("text").starts_with("treasury");
        assert_eq!(checked.expect("all are good").remarks.len(), usize::from(treasury), "{text}");
    }
    assert_eq!(vectors.0.keys().collect::<Vec<_>>(), Vec::<&String>::new(), "vectors without a check");
}

#[test]
fn inn() {
    assert_verdicts(
        Kind::Inn,
        &[
            ("", "empty"),
            (" \u{a0} ", "empty"),
            ("7707\u{a0}083\u{a0}893", "ok"),
            ("7707 083 893\n", "ok"),
            ("ИНН: 7707083893", "ok"),
            ("7707-083-893", "format"),
            ("7707083893\t770701001", "format"),
            ("７７０７０８３８９３", "format"),
            ("٧٧٠٧٠٨٣٨٩٣", "format"),
            ("77070838 9З", "format"),
            ("77070838931", "length"),
            ("7707083893123", "length"),
            ("000000000000", "all_zero"),
            // Their check digits hold; there is no region 00.
            ("0012345673", "region"),
            ("0000000018", "region"),
            ("001234567887", "region"),
            ("500100732258", "checksum"),
            ("500100732269", "checksum"),
        ],
    );
    assert_eq!(canonical(Kind::Inn, "\u{feff} 7707\u{202f}083 893 "), "7707083893");
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let bad = check(Kind::Inn, "77070838A3").expect_err("a letter");
    assert_eq!(bad, Bad { code: "format", params: vec![("sign", "A".into()), ("place", "9".into())] });
    let bad = check(Kind::Inn, "770708389").expect_err("short");
    assert_eq!(bad.params, [("found", "9".to_owned()), ("expected", "10, 12".to_owned())]);
    let bad = check(Kind::Inn, "7707\u{0}83893").expect_err("a control sign");
    assert_eq!(bad.params[0].1, "U+0000");
    let bad = check(Kind::Account, "944525225/40702810900000002851").expect_err("no such БИК");
    assert_eq!((bad.code, bad.params.last()), ("first_digit", Some(&("part", "bik".to_owned()))));
}

#[test]
fn kpp() {
    assert_verdicts(
        Kind::Kpp,
        &[
            ("770701001", "ok"),
            ("7707AZ001", "ok"),
            ("01070A001", "ok"),
            ("100043001", "ok"),
            ("990943001", "ok"),
            ("770701 001", "ok"),
            ("000701001", "region"),
            ("000000000", "all_zero"),
            ("77070100", "length"),
            ("7707010011", "length"),
            ("7707az001", "format"),
            ("7707АВ001", "format"),
            ("7A0701001", "format"),
            ("77070100A", "format"),
            ("", "empty"),
        ],
    );
}

#[test]
fn ogrn_and_ogrnip() {
    assert_verdicts(
        Kind::Ogrn,
        &[
            ("1027700132195", "ok"),
            ("304500116000157", "ok"),
            ("1027700132194", "checksum"),
            ("304500116000156", "checksum"),
            ("0027700132190", "first_digit"),
            ("104500116000157", "first_digit"),
            ("0000000000000", "all_zero"),
            ("10277001321951", "length"),
        ],
    );
    assert_verdicts(
        Kind::Ogrnip,
        &[("1027700132195", "length"), ("307760324100018", "ok"), ("504500116000157", "first_digit"), ("", "empty")],
    );
}

#[test]
fn bik_and_account() {
    assert_verdicts(
        Kind::Bik,
        &[
            ("044525225", "ok"),
            ("017003983", "ok"),
            ("200000001", "ok"),
            ("344525225", "first_digit"),
            ("04452522", "length"),
            ("000000000", "all_zero"),
            ("04452522O", "format"),
        ],
    );
    assert_verdicts(
        Kind::Account,
        &[
            ("044030827/40702810900000002851", "ok"),
            ("044030827 / 40702 810 9 0000 0002851", "ok"),
            ("044030827/40702.810.9.00000002851", "ok"),
            ("044030827/40702810100000002851", "checksum"),
            ("044525225/30101810500000000225", "checksum"),
            ("044106001/40701810100001002118", "checksum"),
            ("017003983/40102810545370000059", "checksum"),
            ("017003983/03100643000000018501", "ok"),
            ("044030827/4070281090000000285", "length"),
            ("044030827/00000000000000000000", "all_zero"),
            ("044030827/", "empty"),
            ("/40702810900000002851", "empty"),
            ("40702810900000002851", "format"),
            ("044030827/4070281090000000285/1", "format"),
            ("", "empty"),
        ],
    );
    let treasury = check(Kind::Account, "017003983/03100643000000018500").expect("not refused");
    assert_eq!(treasury.remarks.iter().map(|remark| remark.code).collect::<Vec<_>>(), ["treasury_account_key_not_checked"]);
    assert_eq!(canonical(Kind::Account, "044030827 / 40702 810 9 0000 0002851"), "044030827/40702810900000002851");
}

#[test]
fn account_currencies() {
    for (account, want) in [
        ("40702810900000002851", Some("RUB")),
        ("40702933900000002851", Some("BYN")),
        ("40702 840 9 00000002851", Some("USD")),
        ("40702978900000002851", Some("EUR")),
        ("40702156900000002851", Some("CNY")),
        ("40702398900000002851", Some("KZT")),
        ("40702643900000002851", None),
        ("BY13NBRB3600900000002Z00AB00", None),
        ("4070281090000000285", None),
        ("", None),
        ("яяяяяяяяяя", None),
    ] {
        assert_eq!(account_currency(account), want, "{account}");
    }
}

#[test]
fn okpo() {
    assert_verdicts(
        Kind::Okpo,
        &[
            ("00032537", "ok"),
            // The first turn gives 10, the second decides; where it gives 10 again the digit is 0.
            ("10000062", "ok"),
            ("10000060", "checksum"),
            ("10000640", "ok"),
            ("1000000014", "ok"),
            ("1000000010", "checksum"),
            ("00000000", "all_zero"),
            ("0000000000", "all_zero"),
            ("0003253", "length"),
            ("000325371", "length"),
        ],
    );
    for digits in ["12345678", "0098765432", "1234567890"] {
        let prefix = &digits[..digits.len() - 1];
        let passing = (0..10).filter(|last| verdict(Kind::Okpo, &format!("{prefix}{last}")) == "ok").count();
        assert_eq!(passing, 1, "{prefix}");
    }
}

#[test]
fn unp() {
    assert_verdicts(
        Kind::Unp,
        &[
            ("100582333", "ok"),
            ("УНП 100582333", "ok"),
            ("100 582 333", "ok"),
            ("807000028", "ok"),
            ("807000029", "checksum"),
            ("MA1953684", "ok"),
            ("ма1953684", "ok"),
            ("ma1953684", "ok"),
            // Cyrillic М, Latin A.
            ("МA1953684", "ok"),
            ("MA1953685", "checksum"),
            ("AM5650937", "ok"),
            // O, P and T stand second only; D stands nowhere.
            ("OA1953684", "format"),
            ("DA1953684", "format"),
            ("AD1953684", "format"),
            ("M19536841", "format"),
            ("1A1953684", "format"),
            ("MA195368A", "format"),
            ("000000000", "all_zero"),
            ("010058233", "region"),
            ("10058233", "length"),
            ("1005823330", "length"),
            ("MA195368", "length"),
            ("100582З33", "format"),
            ("１００５８２３３３", "format"),
            ("", "empty"),
        ],
    );
    for (typed, want) in
        [("ма1953684", "MA1953684"), (" Ст5069528 ", "CT5069528"), ("НР4240879", "HP4240879"), ("ев0051113", "EB0051113")]
    {
        assert_eq!(canonical(Kind::Unp, typed), want);
    }
}

#[test]
fn iban() {
    assert_verdicts(
        Kind::Iban,
        &[
            ("BY13 NBRB 3600 9000 0000 2Z00 AB00", "ok"),
            ("by13nbrb3600900000002z00ab00", "ok"),
            ("ВУ13 NВRВ 3600 9000 0000 2Z00 АВ00", "ok"),
            ("IBAN: BY13NBRB3600900000002Z00AB00", "ok"),
            ("KZ86-125K-ZT50-0410-0100", "ok"),
            ("DE89370400440532013000", "ok"),
            ("GB29NWBK60161331926819", "ok"),
            ("NO9386011117947", "ok"),
            ("HN88CABF00000000000250005469", "ok"),
            ("PK36SCBL0000001123456702", "ok"),
            ("PK37SCBL0000001123456702", "checksum"),
            ("MT84MALT011000012345MTLCAST001S", "ok"),
            ("RU0204452560040702810412345678901", "ok"),
            ("DE89370400440532013001", "checksum"),
            ("BY13NBRB3600900000002Z00AB0", "length"),
            ("BY13NBRB3600900000002Z00AB000", "length"),
            ("BY13", "length"),
            ("BY", "length"),
            ("1Y13NBRB3600900000002Z00AB00", "format"),
            ("BYX3NBRB3600900000002Z00AB00", "format"),
            ("BY13NBRB3600900000002Z00AB0!", "format"),
            ("BY13NBRB3600900000002Ж00AB00", "format"),
            ("", "empty"),
        ],
    );
    assert_eq!(canonical(Kind::Iban, "ву13 nbrb 3600 9000 0000 2z00 ab00"), "BY13NBRB3600900000002Z00AB00");
    assert_eq!(shown(Kind::Iban, "BY13NBRB3600900000002Z00AB00"), "BY13 NBRB 3600 9000 0000 2Z00 AB00".replace(' ', "\u{a0}"));
}

/// An IBAN of `country` over `rest` with the check digits that ISO 13616 computes.
fn with_check_digits(country: &str, rest: &str) -> String {
    let digits: String =
        format!("{rest}{country}00").chars().map(|sign| sign.to_digit(36).expect("a sign").to_string()).collect();
    let remainder = digits.bytes().fold(0_u32, |rest, digit| (rest * 10 + u32::from(digit - b'0')) % 97);
    format!("{country}{:02}{rest}", 98 - remainder)
}

#[test]
fn the_structure_of_a_belarusian_and_a_kazakh_iban() {
    for (country, rest, want) in [
        ("BY", "AKBB30120000059140000000", "ok"),
        ("BY", "1KB230120000059140000000", "ok"),
        ("BY", "AKBB3A120000059140000000", "format"),
        ("KZ", "125KZT5004100100", "ok"),
        ("KZ", "A25KZT5004100100", "format"),
        ("ZZ", "125KZT5004100100", "country"),
        ("US", "125KZT5004100100", "country"),
    ] {
        assert_eq!(verdict(Kind::Iban, &with_check_digits(country, rest)), want, "{country} {rest}");
    }
    // Check digits 98 apart by 97 give the same remainder but are never computed.
    let alias = (0..1000).find_map(|tail| {
        let iban = with_check_digits("BY", &format!("AKBB3012000005914000{tail:04}"));
        iban.strip_prefix("BY98").map(|rest| format!("BY01{rest}"))
    });
    assert_eq!(verdict(Kind::Iban, &alias.expect("one in a hundred")), "checksum");
}

#[test]
fn bic() {
    assert_verdicts(
        Kind::Bic,
        &[
            ("AKBBBY2X", "ok"),
            ("akbbby2x", "ok"),
            ("АКВВВУ2Х", "ok"),
            ("AKBB BY 2X", "ok"),
            ("SABRRUMM012", "ok"),
            ("DEUTDEFFXXX", "ok"),
            ("AKBBZZ2X", "country"),
            ("AKBBBY2", "length"),
            ("AKBBBY2X12", "length"),
            ("AKB1BY2X", "format"),
            ("AKBBB12X", "format"),
            ("AKBBBY2Ж", "format"),
            ("ßBRRUMM", "format"),
            ("SABRRUMM0ı2", "format"),
            ("", "empty"),
        ],
    );
    assert_eq!(canonical(Kind::Bic, "АКВВВУ2Х"), "AKBBBY2X");
}

#[test]
fn an_account_and_its_bank() {
    let iban = "BY23AKBB30120000059140000000";
    assert_eq!(iban_matches_bic("by23 akbb 3012 0000 0591 4000 0000", "АКВВBY2X"), Ok(()));
    assert_eq!(iban_matches_bic(iban, "AKBBBY21500"), Ok(()));
    let other = iban_matches_bic(iban, "BLBBBY2X").expect_err("another bank");
    assert_eq!((other.code, &other.params[0]), ("bank_mismatch", &("iban", "AKBB".to_owned())));
    assert_eq!(iban_matches_bic(iban, "AKBBRUMM").map_err(|bad| bad.code), Err("bank_mismatch"));
    assert_eq!(iban_matches_bic("KZ86125KZT5004100100", "CASPKZKA"), Ok(()));
    assert_eq!(iban_matches_bic("BY24AKBB30120000059140000000", "AKBBBY2X").map_err(|bad| bad.code), Err("checksum"));
    assert_eq!(iban_matches_bic(iban, "").map_err(|bad| bad.code), Err("empty"));
}

#[test]
fn numbers_of_the_neighbours() {
    assert_verdicts(
        Kind::Bin,
        &[
            ("971240001315", "ok"),
            ("БИН/ИИН 971240001315", "ok"),
            ("97124000131", "length"),
            ("000000000000", "all_zero"),
            ("9712400013I5", "format"),
        ],
    );
    // The first turn gives 10 and the second decides; where both give 10 no twelfth digit makes such a number.
    assert_verdicts(Kind::Bin, &[("971240000001", "ok"), ("971240000050", "ok"), ("971240000002", "checksum")]);
    assert!((0..10).all(|last| verdict(Kind::Bin, &format!("97124000190{last}")) == "never_issued"));
    assert_verdicts(Kind::AmTin, &[("02588385", "ok"), ("0258838", "length"), ("00000000", "all_zero")]);
    assert_verdicts(Kind::KgTin, &[("02712199510078", "ok"), ("2712199510078", "length"), ("0271219951007A", "format")]);
    assert_verdicts(Kind::UzTin, &[("200244767", "ok"), ("20024476", "length"), ("", "empty")]);
}

#[test]
fn keys_of_gs1() {
    assert_verdicts(
        Kind::Gtin,
        &[
            ("4810268035043", "ok"),
            ("4 810268 035043", "ok"),
            ("4-810268-035043", "ok"),
            ("73513537", "ok"),
            ("036000291452", "ok"),
            ("98412345678908", "ok"),
            ("036000291453", "checksum"),
            ("0000000000000", "all_zero"),
            ("481026803504", "checksum"),
            ("48102680350", "length"),
            ("481026803504X", "format"),
        ],
    );
    assert_verdicts(Kind::Gln, &[("4810268035043", "ok"), ("73513537", "length"), ("4810268035044", "checksum")]);
    assert_verdicts(
        Kind::Sscc,
        &[("106141412345678908", "ok"), ("106141412345678909", "checksum"), ("10614141234567890", "length")],
    );
}

#[test]
fn codes_and_numbers_of_documents() {
    assert_verdicts(
        Kind::Tnved,
        &[
            ("8413703000", "ok"),
            ("8413 70 300 0", "ok"),
            ("8413.70.300.0", "ok"),
            ("0101210000", "ok"),
            ("9706900000", "ok"),
            ("7700000000", "chapter"),
            ("0001210000", "chapter"),
            ("9801210000", "chapter"),
            ("0000000000", "all_zero"),
            ("841370", "length"),
            ("84137030001", "length"),
            ("84l3703000", "format"),
        ],
    );
    assert_eq!(shown(Kind::Tnved, "8413703000"), "8413\u{a0}70\u{a0}300\u{a0}0");
    assert_eq!(shown(Kind::Tnved, "8413"), "8413");
    assert_verdicts(
        Kind::Eschf,
        &[
            ("100582333-2026-0000000001", "ok"),
            ("100582333–2026–0000000001", "ok"),
            ("10058233-2026-0000000001", "format"),
            ("100582333-2026-000000001", "length"),
            ("100582333-2026-00000000011", "length"),
            ("100582333/2026/0000000001", "format"),
            ("MA1953684-2026-0000000001", "format"),
            ("100582333", "length"),
            ("", "empty"),
        ],
    );
    let Checked { canonical, remarks } = check(Kind::Eschf, "100582334—2026—0000000001").expect("its shape holds");
    assert_eq!((canonical.as_str(), remarks[0].code), ("100582334-2026-0000000001", "tax_id_inside_fails"));
    assert_verdicts(
        Kind::Rnpt,
        &[
            ("10702020/060121/0001219/1", "ok"),
            ("10702020/060121/П001219/001", "ok"),
            ("10702020/060121/0001219//", "format"),
            ("10702020/060121/0001219", "length"),
            ("1070202006012100012190001", "format"),
            ("10702020-060121-0001219-1", "format"),
            ("", "empty"),
        ],
    );
}

#[test]
fn tax_ids_by_country() {
    let verdict = |country, text| check_tax_id(country, text).map_or_else(|bad| bad.code, |_| "ok");
    for (country, text, want) in [
        ("RU", "7707083893", "ok"),
        ("RU", "500100732259", "ok"),
        ("ru", "7707083894", "checksum"),
        ("BY", "МА1953684", "ok"),
        ("BY", "7707083893", "length"),
        ("KZ", "971240001315", "ok"),
        ("AM", "02588385", "ok"),
        ("KG", "02712199510078", "ok"),
        ("UZ", "200244767", "ok"),
        ("UZ", "31234567890123", "ok"),
        ("UZ", "2002447671", "length"),
        ("CN", "91310000MA1FL1T1XQ", "ok"),
        ("DE", "DE 136 695 976", "ok"),
        ("", "123", "ok"),
        ("CN", "", "empty"),
        ("CN", "   ", "empty"),
        ("CN", "--", "format"),
        ("CN", "12\u{7}34", "format"),
        ("CN", "12345678901234567890123456789012345678901", "length"),
    ] {
        assert_eq!(verdict(country, text), want, "{country} {text:?}");
    }
    assert_eq!(check_tax_id("DE", " DE\u{a0}136  695 976 ").expect("printable").canonical, "DE 136 695 976");
    assert_eq!(tax_id_kind("BY", true), Some(Kind::Unp));
    assert_eq!((tax_id_kind("UZ", true), tax_id_kind("UZ", false)), (Some(Kind::UzTin), None));
    assert_eq!((tax_id_kind("CN", true), tax_id_kind("", true)), (None, None));
}

#[test]
fn a_bare_number_tells_its_country() {
    let countries = |text| guess_tax_id(text).into_iter().map(|(country, ..)| country).collect::<Vec<_>>();
    assert_eq!(guess_tax_id("мА1953684"), [("BY", Kind::Unp, "MA1953684".to_owned())]);
    assert_eq!(countries("7707083893"), ["RU"]);
    assert_eq!(countries("807 000 028"), ["BY"]);
    assert!(countries("807 000 029").is_empty(), "a УНП that fails is no number of another country");
    assert_eq!(countries("СТИР 200244767"), ["UZ"]);
    assert_eq!(countries("971240001315"), ["KZ"]);
    assert_eq!(countries("500100732259"), ["RU"]);
    assert_eq!(countries("02588385"), ["AM"]);
    assert!(countries("").is_empty() && countries("ООО «Ромашка»").is_empty() && countries("7707083894").is_empty());
}

/// `text` with the sign at `index` replaced.
fn replaced(text: &str, index: usize, sign: char) -> String {
    text.chars().enumerate().map(|(place, old)| if place == index { sign } else { old }).collect()
}

/// Every number that differs from `text` in one digit at one of `places`.
fn neighbours(text: &str, places: std::ops::Range<usize>) -> Vec<String> {
    let signs: Vec<char> = text.chars().collect();
    let digits = |place: usize| (b'0'..=b'9').map(char::from).filter(move |_| place < 64);
    places
        .filter(|place| signs[*place].is_ascii_digit())
        .flat_map(|place| {
            digits(place)
                .filter(|digit| *digit != text.chars().nth(place).expect("in range"))
                .map(move |digit| (place, digit))
                .collect::<Vec<_>>()
        })
        .map(|(place, digit)| replaced(text, place, digit))
        .collect()
}

/// The only last digit, if any, that makes `prefix` a good `kind`.
fn completed(kind: Kind, prefix: &str) -> Option<String> {
    let good: Vec<String> = (0..10).map(|last| format!("{prefix}{last}")).filter(|text| check(kind, text).is_ok()).collect();
    assert!(good.len() < 2, "two check digits for {kind} {prefix}");
    good.into_iter().next()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    /// Modulo 11 without a second remainder for one digit: each single wrong digit is found.
    #[test]
    fn a_wrong_digit_in_an_unp_is_found(prefix in "[1-8][0-9]{7}", letters in "[ABCEHKM][ABCEHKMOPT][0-9]{6}") {
        for prefix in [prefix, letters] {
            if let Some(good) = completed(Kind::Unp, &prefix) {
                for bad in neighbours(&good, 0..9) {
                    prop_assert!(check(Kind::Unp, &bad).is_err(), "{} from {}", bad, good);
                }
            } else {
                prop_assert_eq!(verdict(Kind::Unp, &format!("{prefix}0")), "never_issued");
            }
        }
    }

    /// Modulo 11 modulo 10: remainders 0 and 10 share a digit, all others are promised.
    #[test]
    fn a_wrong_digit_in_an_inn_is_found(prefix in "[1-9][0-9]{8}") {
        let good = completed(Kind::Inn, &prefix).expect("every prefix has a check digit");
        let places = if good.ends_with('0') { 9..10 } else { 0..10 };
        for bad in neighbours(&good, places) {
            prop_assert!(check(Kind::Inn, &bad).is_err(), "{} from {}", bad, good);
        }
    }

    #[test]
    fn a_personal_inn_has_one_pair_of_check_digits(prefix in "[1-9][0-9]{9}") {
        let good: Vec<String> = (0..100).map(|last| format!("{prefix}{last:02}")).filter(|text| check(Kind::Inn, text).is_ok()).collect();
        prop_assert_eq!(good.len(), 1);
        for bad in neighbours(&good[0], 10..12) {
            prop_assert!(check(Kind::Inn, &bad).is_err());
        }
    }

    /// The remainder of a whole number by 11 and by 13: only the check digit itself is promised.
    #[test]
    fn registration_numbers_have_one_check_digit(legal in "[1-9][0-9]{11}", trader in "[34][0-9]{13}") {
        for (kind, prefix) in [(Kind::Ogrn, legal), (Kind::Ogrnip, trader.clone()), (Kind::Ogrn, trader)] {
            prop_assert!(completed(kind, &prefix).is_some());
        }
    }

    /// Weights 7, 1, 3 and 3, 1 have inverses modulo 10: each single wrong digit is found.
    #[test]
    fn a_wrong_digit_in_a_russian_account_is_found(bik in "04[0-9]{7}", head in "(407|408|301|405)[0-9]{2}810", tail in "[0-9]{11}") {
        let good = (0..10).map(|key| format!("{bik}/{head}{key}{tail}")).find(|text| check(Kind::Account, text).is_ok());
        let good = good.expect("every account has a key");
        // Places 1–5 of the account choose the form of the key and may change it.
        for bad in neighbours(&good, 15..30) {
            prop_assert_eq!(verdict(Kind::Account, &bad), "checksum", "{} from {}", bad, good);
        }
    }

    #[test]
    fn a_wrong_digit_in_a_key_of_gs1_is_found(prefix in "[1-9][0-9]{6}|[1-9][0-9]{10,12}", pallet in "[1-9][0-9]{16}") {
        for (kind, prefix) in [(Kind::Gtin, prefix), (Kind::Sscc, pallet)] {
            let good = completed(kind, &prefix).expect("every prefix has a check digit");
            for bad in neighbours(&good, 0..good.len()) {
                prop_assert_eq!(verdict(kind, &bad), "checksum", "{} from {}", bad, good);
            }
        }
    }

    /// 97 is prime and larger than any difference of two signs of one class.
    #[test]
    fn a_wrong_digit_in_an_iban_is_found(rest in "[A-Z]{4}[0-9]{4}[0-9A-Z]{16}") {
        let good = with_check_digits("BY", &rest);
        prop_assert_eq!(&canonical(Kind::Iban, &good), &good);
        for bad in neighbours(&good, 2..28) {
            prop_assert_eq!(verdict(Kind::Iban, &bad), "checksum", "{} from {}", bad, good);
        }
    }

    #[test]
    fn classifier_codes_and_bin_have_at_most_one_check_digit(okpo in "[1-9][0-9]{6}|[1-9][0-9]{8}", bin in "[1-9][0-9]{10}") {
        prop_assert!(completed(Kind::Okpo, &okpo).is_some());
        if completed(Kind::Bin, &bin).is_none() {
            prop_assert_eq!(verdict(Kind::Bin, &format!("{bin}0")), "never_issued");
        }
    }

    /// Whatever is typed: no panic, the canonical form checks as itself, its shown form as well.
    #[test]
    fn anything_may_be_typed(text in r"\PC{0,40}|[0-9A-ZА-Я /.\u{a0}-]{0,40}|[0-9]{8,20}", country in "[A-Z]{0,2}") {
        for kind in Kind::all() {
            if let Ok(checked) = check(*kind, &text) {
                prop_assert_eq!(&canonical(*kind, &checked.canonical), &checked.canonical);
                prop_assert_eq!(&canonical(*kind, &shown(*kind, &checked.canonical)), &checked.canonical);
            }
            let _shown = shown(*kind, &text);
        }
        if let Ok(checked) = check_tax_id(&country, &text) {
            prop_assert_eq!(check_tax_id(&country, &checked.canonical), Ok(checked));
        }
        let _guesses = guess_tax_id(&text);
        let _currency = account_currency(&text);
        let _matches = iban_matches_bic(&text, &text);
    }
}
