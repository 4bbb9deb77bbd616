//! Invoices of invented firms for tests and the timing example.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use torgdom_domain::Amount;
use torgdom_domain::contract::{RateBank, RateClause, RateDate};
use torgdom_domain::invoice::{
    AccountSnapshot, Basis, IssuedInvoice, IssuedLine, PartySnapshot, RateSnapshot, RateTotal, SignerSnapshot, Totals,
};
use torgdom_domain::money::{round, round_sum, sum};
use torgdom_domain::party::SignerRole;
use torgdom_domain::terms::{DayKind, PartKind, PaymentTerms, TermPart};
use torgdom_domain::vat::PriceKind;

pub fn amount(text: &str) -> Amount {
    text.parse().expect("a decimal")
}

pub fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// Article, name, unit, quantity, price, VAT code.
pub type Row<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str, &'a str);

/// Puts lines into the document and works out their sums, VAT on top or included as the document's price kind says.
pub fn with_rows(mut doc: IssuedInvoice, rows: &[Row<'_>]) -> IssuedInvoice {
    doc.lines = rows.iter().enumerate().map(|(index, row)| (format!("l{index:04}"), line(index, row, doc.price_kind))).collect();
    doc.totals = totals(&doc.lines);
    doc
}

fn line(index: usize, (article, name, unit, quantity, price, code): &Row<'_>, kind: PriceKind) -> IssuedLine {
    let (quantity, price) = (amount(quantity), amount(price));
    let product = round_sum(quantity.decimal() * price.decimal()).expect("fits");
    let hundred = Amount::HUNDRED.decimal();
    let rate = code.split('/').next().and_then(|rate| rate.parse::<Amount>().ok()).unwrap_or_default().decimal();
    let included = kind == PriceKind::Included || code.contains('/');
    let vat = if included { product.decimal() * rate / (hundred + rate) } else { product.decimal() * rate / hundred };
    let vat = Amount::new(round(vat, 2)).expect("fits");
    let (net, gross) = if included {
        (product.decimal() - vat.decimal(), product.decimal())
    } else {
        (product.decimal(), product.decimal() + vat.decimal())
    };
    IssuedLine {
        order: Amount::from(index as u32 + 1),
        article: (*article).to_owned(),
        name: (*name).to_owned(),
        unit_sign: (*unit).to_owned(),
        quantity,
        price,
        vat_code: (*code).to_owned(),
        net: Amount::new(net).expect("fits"),
        vat,
        gross: Amount::new(gross).expect("fits"),
        ..IssuedLine::default()
    }
}

fn totals(lines: &BTreeMap<String, IssuedLine>) -> Totals {
    let add = |values: &[Amount]| sum(values.iter().copied()).expect("fits");
    let mut totals = Totals::default();
    for line in lines.values() {
        totals.net = add(&[totals.net, line.net]);
        totals.vat = add(&[totals.vat, line.vat]);
        totals.gross = add(&[totals.gross, line.gross]);
        let rate = totals.by_rate.entry(line.vat_code.clone()).or_insert_with(RateTotal::default);
        rate.net = add(&[rate.net, line.net]);
        rate.vat = add(&[rate.vat, line.vat]);
        rate.gross = add(&[rate.gross, line.gross]);
        rate.lines = add(&[rate.lines, Amount::ONE]);
    }
    totals
}

fn party(name: &str, country: &str, tax_id: &str, kpp: &str, address: &str, phone: &str) -> PartySnapshot {
    PartySnapshot {
        name: name.to_owned(),
        country: country.to_owned(),
        tax_id: tax_id.to_owned(),
        kpp: kpp.to_owned(),
        address: address.to_owned(),
        phone: phone.to_owned(),
        ..PartySnapshot::default()
    }
}

fn signers(names: [&str; 2]) -> BTreeMap<String, SignerSnapshot> {
    let signer = |role, name: &str| SignerSnapshot { role, name: name.to_owned(), ..SignerSnapshot::default() };
    [("s1", signer(SignerRole::Head, names[0])), ("s2", signer(SignerRole::ChiefAccountant, names[1]))]
        .into_iter()
        .map(|(id, signer)| (id.to_owned(), signer))
        .collect()
}

fn terms(days: u32, day_kind: DayKind) -> PaymentTerms {
    let part = TermPart {
        kind: PartKind::Prepayment,
        share: Amount::HUNDRED,
        days: Amount::from(days),
        day_kind,
        ..TermPart::default()
    };
    PaymentTerms { parts: BTreeMap::from([("p1".to_owned(), part)]), note: String::new() }
}

pub const RUSSIAN_ROWS: [Row<'static>; 14] = [
    ("НШ-32А-3", "Насос шестерённый НШ-32А-3, правый", "шт", "24", "6480", "22"),
    ("ГР-80.222", "Гидрораспределитель Р80-3/1-222", "шт", "12", "18950", "22"),
    ("ЦГ-75.200", "Гидроцилиндр Ц75×200-3, без пальцев", "шт", "10", "11240", "22"),
    ("МГ-46.20", "Масло гидравлическое ВМГЗ-45, 20 л", "кан", "60", "1440", "22"),
    ("РВ-16.1500", "Рукав высокого давления 16×1500, М27×1,5", "шт", "120", "742.5", "22"),
    ("ФВ-240.15", "Фильтр воздушный в сборе, сухой", "шт", "36", "2865", "22"),
    ("ПУ-210.32", "Узел подшипниковый UC 210, чугун", "шт", "48", "1386", "22"),
    ("РК-11.1250", "Ремень клиновой 11×10-1250", "шт", "200", "318.4", "22"),
    ("КК-60.40", "Комбикорм КК-60 для КРС, мешок 40 кг", "меш", "150", "912", "10"),
    ("ДВ-20Н", "Ведро доильное 20 л, нержавейка", "шт", "16", "8730", "22"),
    ("ОП-05.3", "Опора промежуточная карданного вала", "шт", "8", "4915", "22"),
    ("ДТ-48", "Датчик давления масла, 0–1,0 МПа", "шт", "30", "655.3", "22"),
    ("СБ-2.10", "Соль-лизунец брикет 10 кг", "шт", "80", "186.5", "10"),
    ("УД-01", "Доставка до п. Заокский, машина 20 т", "рейс", "1", "28500", "22"),
];

/// A Moscow trade house sells at home.
pub fn russian() -> IssuedInvoice {
    let doc = IssuedInvoice {
        number: "1197".to_owned(),
        date: day(2026, 11, 19),
        seller: party(
            "ООО «Торговый дом «Заречье-М»",
            "RU",
            "7799124089",
            "779901001",
            "115088, г. Москва, ул. Малая Заречная, д. 14, стр. 2, помещ. III",
            "+7 (495) 000-14-14",
        ),
        buyer: party(
            "ООО «Агроснаб-Заокский»",
            "RU",
            "7199803160",
            "719901001",
            "301000, Тульская обл., п. Заокский, ул. Элеваторная, д. 3",
            "",
        ),
        account: AccountSnapshot {
            number: "40702810100000014408".to_owned(),
            currency: "RUB".to_owned(),
            bank_name: "АО «Банк «Сухаревский мост», г. Москва".to_owned(),
            bic: "044599718".to_owned(),
            corr_account: "30101810400000000718".to_owned(),
            ..AccountSnapshot::default()
        },
        signers: signers(["Ковальчук Е. С.", "Дёмина О. В."]),
        basis: Basis {
            kind: "supply".to_owned(),
            number: "17/2026".to_owned(),
            date: day(2026, 2, 3),
            specification: "9".to_owned(),
            specification_date: day(2026, 11, 17),
            text: String::new(),
        },
        currency: "RUB".to_owned(),
        payment_terms: terms(7, DayKind::Banking),
        due: day(2026, 11, 30),
        valid_until: day(2026, 11, 30),
        incoterms: "DAP".to_owned(),
        incoterms_place: "п. Заокский".to_owned(),
        delivery: "в течение 5 рабочих дней после поступления денег".to_owned(),
        language: "ru".to_owned(),
        ..IssuedInvoice::default()
    };
    with_rows(doc, &RUSSIAN_ROWS)
}

/// A Minsk sales house sells to the Moscow one: 0 %, two accounts, payment in another currency.
pub fn belarusian() -> IssuedInvoice {
    let account = |number: &str, currency: &str| AccountSnapshot {
        number: number.to_owned(),
        currency: currency.to_owned(),
        bank_name: "ОАО «Свислочский коммерческий банк»".to_owned(),
        bank_address: "220004, г. Минск, пр. Присвислочский, д. 21".to_owned(),
        bic: "SVKBBY2X".to_owned(),
        ..AccountSnapshot::default()
    };
    let doc = IssuedInvoice {
        number: "ЛД-0386".to_owned(),
        date: day(2026, 11, 20),
        seller: party(
            "ООО «Лошицкий торговый двор»",
            "BY",
            "199980469",
            "",
            "220024, г. Минск, ул. Старая Гидравличная, д. 7, каб. 12",
            "+375 (17) 000-27-27",
        ),
        buyer: PartySnapshot { phone: String::new(), ..russian().seller },
        account: account("BY33SVKB30120000914400270000", "BYN"),
        more_accounts: BTreeMap::from([("a2".to_owned(), account("BY53SVKB30120000914400276430", "RUB"))]),
        signers: signers(["Лисовская Н. А.", "Гурин П. Ф."]),
        basis: Basis {
            kind: "supply".to_owned(),
            number: "ЛД-44/26".to_owned(),
            date: day(2026, 1, 12),
            specification: "11".to_owned(),
            specification_date: day(2026, 11, 18),
            text: String::new(),
        },
        currency: "BYN".to_owned(),
        rate_clause: RateClause {
            pay_currency: "RUB".to_owned(),
            bank: RateBank::Nbrb,
            date: RateDate::Payment,
            margin: Amount::ZERO,
        },
        rate: Some(RateSnapshot {
            bank: "nbrb".to_owned(),
            date: day(2026, 11, 20),
            scale: Amount::HUNDRED,
            of: "RUB".to_owned(),
            rate: amount("3.5151"),
            to: "BYN".to_owned(),
            sum: amount("2138902.45"),
        }),
        payment_terms: terms(14, DayKind::Calendar),
        due: day(2026, 12, 4),
        valid_until: day(2026, 12, 4),
        shipment_date: day(2026, 12, 11),
        incoterms: "FCA".to_owned(),
        incoterms_place: "Минск, ул. Старая Гидравличная, д. 7".to_owned(),
        vat_wording:
            "ставка 0 % при вывозе в государство — член ЕАЭС (п. 3 Протокола, приложение 18 к Договору о ЕАЭС). Покупатель \
                      платит ввозной НДС до 20-го числа месяца после принятия товара и передаёт заявление о ввозе поставщику не \
                      позднее 180 дней с даты отгрузки"
                .to_owned(),
        language: "ru".to_owned(),
        ..IssuedInvoice::default()
    };
    let rows = [
        ("НШ-32А-3", "Насос шестерённый НШ-32А-3, правый", "шт", "40", "198.4", "0"),
        ("НШ-50М", "Насос шестерённый НШ-50М-4, левый", "шт", "24", "236.15", "0"),
        ("ГР-80.222", "Гидрораспределитель Р80-3/1-222", "шт", "16", "586.9", "0"),
        ("ЦГ-75.200", "Гидроцилиндр Ц75×200-3, без пальцев", "шт", "20", "347.25", "0"),
        ("РВ-16.1500", "Рукав высокого давления 16×1500, М27×1,5", "шт", "200", "22.84", "0"),
        ("ЭД-3.1500", "Электродвигатель 3 кВт, 1500 об/мин, лапы", "шт", "10", "512.45", "0"),
        ("ТН-2.1", "Комплект уплотнений гидроцилиндра Ц75", "компл", "50", "14.6", "0"),
    ];
    with_rows(doc, &rows)
}

/// The Russian invoice with `count` lines.
pub fn russian_of(count: usize) -> IssuedInvoice {
    let rows: Vec<Row<'_>> = RUSSIAN_ROWS.iter().copied().cycle().take(count).collect();
    with_rows(russian(), &rows)
}

/// Each line with the code and the country that customs and statistics ask for.
pub fn with_codes(mut doc: IssuedInvoice) -> IssuedInvoice {
    for (line, (code, country)) in
        doc.lines.values_mut().zip([("8413603100", "BY"), ("8412212009", "RU"), ("8481201009", "")].into_iter().cycle())
    {
        (line.tnved, line.origin) = (code.to_owned(), country.to_owned());
    }
    doc
}

/// The Moscow trade house sells to Minsk: prices in roubles, payment in Belarusian ones to a second account.
pub fn russian_export() -> IssuedInvoice {
    let account = AccountSnapshot {
        number: "40807933100000000141".to_owned(),
        currency: "BYN".to_owned(),
        bank_name: "АО «Банк «Яузские ворота», г. Москва".to_owned(),
        bank_address: "109240, г. Москва, ул. Яузская, д. 5".to_owned(),
        bic: "044599733".to_owned(),
        ..AccountSnapshot::default()
    };
    let doc = IssuedInvoice {
        buyer: belarusian().seller,
        more_accounts: BTreeMap::from([("a2".to_owned(), account)]),
        rate_clause: RateClause { pay_currency: "BYN".to_owned(), bank: RateBank::Cbr, ..RateClause::default() },
        ..russian()
    };
    let rows: Vec<Row<'_>> = RUSSIAN_ROWS.iter().map(|row| (row.0, row.1, row.2, row.3, row.4, "0")).collect();
    with_codes(with_rows(doc, &rows))
}
