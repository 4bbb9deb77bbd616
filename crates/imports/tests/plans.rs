//! Dry runs: files as offices keep them, and what an import would do with each row.

use chrono::NaiveDate;
use rust_xlsxwriter::Workbook;
use serde_json::{Map, Value, json};
use torgdom_domain::Tables;
use torgdom_domain::problem::Level;
use torgdom_imports::mapping::{Mapping, Target, suggest};
use torgdom_imports::plan::{Action, Existing, Found, Nothing, Options, Own, Plan, PlannedRow, With, plan, price_list_body};
use torgdom_imports::table::{ReadOptions, Table, read};

/// A desk with a few records.
#[derive(Default)]
struct Desk {
    counterparties: Vec<Found>,
    goods: Vec<Found>,
    contracts: Vec<Found>,
}

fn found(id: &str, body: Value) -> Found {
    let Value::Object(body) = body else { panic!("an object") };
    Found { id: id.to_owned(), name: text(&body, "name").to_owned(), body }
}

fn text<'b>(body: &'b Map<String, Value>, key: &str) -> &'b str {
    body.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn among(records: &[Found], test: impl Fn(&Map<String, Value>) -> bool) -> Vec<Found> {
    records.iter().filter(|found| test(&found.body)).cloned().collect()
}

impl Existing for Desk {
    fn counterparties_by_tax_id(&self, country: &str, tax_id: &str) -> Vec<Found> {
        among(&self.counterparties, |body| text(body, "country") == country && text(body, "tax_id") == tax_id)
    }
    fn counterparties_by_name(&self, name: &str) -> Vec<Found> {
        among(&self.counterparties, |body| text(body, "name").to_lowercase() == name.to_lowercase())
    }
    fn goods_by_article(&self, article: &str) -> Vec<Found> {
        among(&self.goods, |body| text(body, "article") == article)
    }
    fn goods_by_gtin(&self, gtin: &str) -> Vec<Found> {
        among(&self.goods, |body| text(body, "gtin") == gtin)
    }
    fn goods_by_name(&self, name: &str) -> Vec<Found> {
        among(&self.goods, |body| text(body, "name") == name)
    }
    fn contracts(&self, number: &str, date: Option<NaiveDate>, counterparty: &str) -> Vec<Found> {
        let date = date.map(|date| date.to_string()).unwrap_or_default();
        among(&self.contracts, |body| {
            text(body, "number") == number && text(body, "date") == date && text(body, "counterparty") == counterparty
        })
    }
}

fn options() -> Options<'static> {
    Options {
        tables: Tables::builtin(),
        today: NaiveDate::from_ymd_opt(2026, 6, 1).expect("a day"),
        country: "RU".to_owned(),
        organisation: "own".to_owned(),
        own: vec![Own { id: "own2".to_owned(), names: vec!["ООО «Наш дом»".to_owned()] }],
        update: true,
        price_list: Map::new(),
    }
}

fn table(text: &str) -> Table {
    read(text.as_bytes(), &ReadOptions::default()).expect("a table")
}

fn run(table: &Table, mapping: &Mapping, desk: &dyn Existing, options: &Options<'_>) -> Plan {
    let mut next = 0;
    plan(table, mapping, desk, options, &mut || {
        next += 1;
        format!("id{next}")
    })
}

fn planned(target: Target, file: &str, desk: &dyn Existing) -> Plan {
    let table = table(file);
    run(&table, &suggest(&table, target, &[]), desk, &options())
}

fn codes(row: &PlannedRow) -> Vec<(Option<&str>, &str)> {
    row.problems.iter().map(|problem| (problem.column.as_deref(), problem.code.as_str())).collect()
}

fn one(target: Target, file: &str) -> PlannedRow {
    planned(target, file, &Nothing).rows.into_iter().next().expect("a row")
}

#[test]
fn a_counterparty_with_all_its_requisites() {
    let row = one(
        Target::Counterparty,
        "Наименование;Полное наименование;ИНН/КПП;ОГРН;Юридический адрес;Почтовый адрес;Р/с;Банк;БИК;К/с;Директор;Действует на основании;Телефон;Кредитный лимит\n\
         ПАО Сбербанк;Публичное акционерное общество «Сбербанк России»;7707083893/773601001;1027700132195;г. Москва, ул. Вавилова, 19;117312;\
         40702810900000002851;СЕВЕРО-ЗАПАДНЫЙ БАНК;44030827;;Греф Г. О.;Устав;+7 495 500-55-50;1 500 000,00 руб.\n",
    );
    assert_eq!(row.action, Action::Create);
    assert_eq!(
        Value::Object(row.body.clone()),
        json!({
            "name": "ПАО Сбербанк",
            "tax_id": "7707083893",
            "country": "RU",
            "full_name": "Публичное акционерное общество «Сбербанк России»",
            "kpp": "773601001",
            "ogrn": "1027700132195",
            "addresses": {
                "id1": {"order": "1", "kind": "legal", "text": "г. Москва, ул. Вавилова, 19"},
                "id2": {"order": "2", "kind": "postal", "text": "117312"},
            },
            "accounts": {"id3": {
                "order": "1", "number": "40702810900000002851", "bank_name": "СЕВЕРО-ЗАПАДНЫЙ БАНК", "bic": "044030827", "currency": "RUB", "main": true,
            }},
            "signers": {"id4": {"order": "1", "role": "head", "name": "Греф Г. О.", "basis": "Устав"}},
            "phone": "+7 495 500-55-50",
            "credit_limit": "1500000",
        })
    );
    assert!(codes(&row).contains(&(Some("I"), "import_zero_restored")), "{:?}", row.problems);
}

#[test]
fn numbers_that_excel_spoilt() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, header) in ["Наименование", "ИНН", "КПП", "БИК", "Р/с", "ОКПО"].into_iter().enumerate()
    {
        sheet.write(0, column as u16, header).expect("writes");
    }
    sheet.write(1, 0, "ООО «Уфа»").expect("writes");
    sheet.write(1, 1, 274_062_111_f64).expect("writes");
    sheet.write(1, 2, 27_401_001).expect("writes");
    sheet.write(1, 3, 44_525_225).expect("writes");
    sheet.write(1, 4, 40_702_810_900_000_002_851_f64).expect("writes");
    sheet.write(1, 5, 32_537).expect("writes");
    let table = read(&book.save_to_buffer().expect("saves"), &ReadOptions::default()).expect("reads");
    let row = run(&table, &suggest(&table, Target::Counterparty, &[]), &Nothing, &options()).rows.remove(0);
    assert_eq!(
        (text(&row.body, "tax_id"), text(&row.body, "kpp"), text(&row.body, "okpo")),
        ("0274062111", "027401001", "00032537")
    );
    assert_eq!(row.body["accounts"]["id1"]["bic"], "044525225");
    assert_eq!(row.body["accounts"]["id1"].get("number"), None);
    assert!(codes(&row).contains(&(Some("E"), "import_digits_lost")));
    assert_eq!(codes(&row).iter().filter(|(_, code)| *code == "import_zero_restored").count(), 4);
    let row = one(Target::Counterparty, "Наименование;ИНН\nА;7,70708E+09\n");
    assert_eq!((codes(&row)[0], text(&row.body, "tax_id")), ((Some("B"), "import_digits_lost"), ""));
    assert_eq!(text(&one(Target::Counterparty, "Наименование;ИНН\nА;7.707083893E9\n").body, "tax_id"), "7707083893");
    assert_eq!(text(&one(Target::Counterparty, "Наименование;ИНН\nА;7707083893.0\n").body, "tax_id"), "7707083893");
}

#[test]
fn whose_number_it_is() {
    let file = "Контрагент;ИНН;УНП;Страна\n\
        А;7707083893;;\nБ;;100582333;\nВ;;МА1953684;\nГ;100582333;;\nД;;;РБ\nЕ;807000028;;Беларусь\nЖ;;;\nЗ;123;;Республика Казахстан\nИ;;;Атлантида\n";
    let plan = planned(Target::Counterparty, file, &Nothing);
    let told: Vec<(&str, &str)> = plan.rows.iter().map(|row| (text(&row.body, "country"), text(&row.body, "tax_id"))).collect();
    assert_eq!(
        told,
        [
            ("RU", "7707083893"),
            ("BY", "100582333"),
            ("BY", "MA1953684"),
            ("BY", "100582333"),
            ("BY", ""),
            ("BY", "807000028"),
            ("RU", ""),
            ("KZ", "123"),
            ("Атлантида", ""),
        ]
    );
    // Б and Г are one: the same number under another header.
    assert_eq!(plan.rows[3].action, Action::Duplicate { with: With::Row { row: 3 } });
}

#[test]
fn a_failed_checksum_warns_and_a_missing_name_refuses() {
    let plan = planned(Target::Counterparty, "Наименование;УНП\nОАО;100185815\n;100582333\n", &Nothing);
    assert_eq!(plan.rows[0].action, Action::Create);
    assert_eq!(text(&plan.rows[0].body, "tax_id"), "100185815");
    let problem = &plan.rows[0].problems[0];
    assert_eq!(
        (problem.row, problem.column.as_deref(), problem.header.as_str(), problem.value.as_str()),
        (2, Some("B"), "УНП", "100185815")
    );
    assert!(problem.code.starts_with("identifier_") && problem.level == Level::Warns, "{problem:?}");
    assert_eq!(plan.rows[1].action, Action::Refused);
    assert_eq!(codes(&plan.rows[1])[0], (Some("A"), "import_required"));
    assert_eq!((plan.counts.rows, plan.counts.create, plan.counts.refused, plan.counts.warned), (2, 1, 1, 1));
}

#[test]
fn duplicates_in_the_file_and_in_the_desk() {
    let desk = Desk {
        counterparties: vec![
            found(
                "c1",
                json!({"name": "ОАО «Завод»", "country": "BY", "tax_id": "100582333", "phone": "1", "addresses": {"a": {"kind": "legal", "text": "Минск", "order": "1"}}}),
            ),
            found("c2", json!({"name": "Без номера", "country": "RU"})),
            found("d1", json!({"name": "Двойник", "country": "RU", "tax_id": "7736050003"})),
            found("d2", json!({"name": "Двойник 2", "country": "RU", "tax_id": "7736050003"})),
        ],
        ..Desk::default()
    };
    let file = "Наименование;УНП;Телефон;Адрес\n\
        ОАО «Завод»;100582333;1;Минск\nОАО «Завод»;100582333;2;\nбез номера;;;\nДвойник;7736050003;;\n";
    let plan = planned(Target::Counterparty, file, &desk);
    assert_eq!(plan.rows[0].action, Action::Same { id: "c1".to_owned() });
    assert_eq!(plan.rows[1].action, Action::Duplicate { with: With::Row { row: 2 } });
    assert_eq!(plan.rows[2].action, Action::Update { id: "c2".to_owned() });
    assert_eq!(plan.rows[3].action, Action::Refused);
    assert!(codes(&plan.rows[3]).iter().any(|(_, code)| *code == "import_several_matches"));
    let changed = planned(Target::Counterparty, "Наименование;УНП;Телефон;Адрес\nОАО «Завод»;100582333;2;Гомель\n", &desk);
    assert_eq!(changed.rows[0].changed, ["legal_address", "phone"]);
    assert_eq!(changed.rows[0].body["addresses"], json!({"a": {"kind": "legal", "text": "Гомель", "order": "1"}}));
    let table = table("Наименование;УНП;Телефон\nОАО «Завод»;100582333;2\n");
    let left = run(&table, &suggest(&table, Target::Counterparty, &[]), &desk, &Options { update: false, ..options() });
    assert_eq!(
        left.rows[0].action,
        Action::Duplicate { with: With::Record { id: "c1".to_owned(), name: "ОАО «Завод»".to_owned() } }
    );
}

#[test]
fn goods_with_units_rates_and_countries() {
    let file = "Артикул;Наименование;Ед. изм.;НДС;Страна происхождения;ТН ВЭД;Вес нетто, кг;Штрих-код;Категория\n\
        A-1;Болт;шт.;22%;РБ;8413 70 300 0;1 200,5;4810268034961;Запчасти\n\
        A-2;Гайка;166;20;Россия;0;;;\n\
        A-3;Сыр;KGM;без НДС;BLR;406105009;0,5;;Продукты\n\
        A-4;Вода;бочка;33%;Нарния;;много;;Фантики\n\
        a-1;Болт ещё;;;;;;;\n";
    let plan = planned(Target::Good, file, &Nothing);
    let body = |row: usize, key: &str| text(&plan.rows[row].body, key).to_owned();
    assert_eq!(
        (body(0, "unit"), body(0, "origin"), body(0, "tnved"), body(0, "net_mass"), body(0, "category")),
        ("796".to_owned(), "BY".to_owned(), "8413703000".to_owned(), "1200.5".to_owned(), "parts".to_owned())
    );
    assert_eq!((body(0, "vat"), body(1, "vat"), body(2, "vat")), ("base".to_owned(), "20".to_owned(), "none".to_owned()));
    assert_eq!(
        (body(1, "unit"), body(2, "unit"), body(2, "tnved")),
        ("166".to_owned(), "166".to_owned(), "0406105009".to_owned())
    );
    // What is not known stays as it stands and is told; what cannot be kept is told.
    assert_eq!(
        (body(3, "unit"), body(3, "origin"), body(3, "net_mass")),
        ("бочка".to_owned(), "Нарния".to_owned(), String::new())
    );
    let told: Vec<&str> = plan.rows[3].problems.iter().map(|problem| problem.code.as_str()).collect();
    for code in ["unit_unknown", "country_unknown", "vat_unknown", "import_number_expected", "import_word_unknown"] {
        assert!(told.contains(&code), "{code} in {told:?}");
    }
    assert_eq!(plan.rows[4].action, Action::Duplicate { with: With::Row { row: 2 } });
}

#[test]
fn percents_of_a_workbook() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let percent = rust_xlsxwriter::Format::new().set_num_format("0%");
    sheet.write(0, 0, "Наименование").expect("writes").write(0, 1, "НДС").expect("writes");
    sheet.write(1, 0, "А").expect("writes").write_with_format(1, 1, 0.22, &percent).expect("writes");
    sheet.write(2, 0, "Б").expect("writes").write(2, 1, 0.1).expect("writes");
    sheet.write(3, 0, "В").expect("writes").write(3, 1, 22).expect("writes");
    sheet.write(4, 0, "Г").expect("writes").write(4, 1, 0).expect("writes");
    let table = read(&book.save_to_buffer().expect("saves"), &ReadOptions::default()).expect("reads");
    let plan = run(&table, &suggest(&table, Target::Good, &[]), &Nothing, &options());
    let rates: Vec<&str> = plan.rows.iter().map(|row| text(&row.body, "vat")).collect();
    assert_eq!(rates, ["base", "reduced", "base", "zero"]);
}

#[test]
fn contracts_find_their_party() {
    let desk = Desk {
        counterparties: vec![found("c1", json!({"name": "ОАО «Завод»", "country": "BY", "tax_id": "100582333"}))],
        contracts: vec![found(
            "k1",
            json!({"number": "7", "date": "2026-01-15", "counterparty": "c1", "currency": "BYN", "organisation": "own"}),
        )],
        ..Desk::default()
    };
    let file = "№ договора;Дата договора;Контрагент;УНП;Валюта;Сумма договора;Условия поставки;НДС в цене;Срок действия\n\
        № 12/2026;15 января 2026 г.;ОАО «Завод»;100582333;бел. руб.;1 000 000,00;FCA Минск;да;31.12.2026\n\
        7;15.01.2026;ОАО «Завод»;;933;;;;\n\
        8;31.02.2026;ОАО «Завод»;;RUB;;;;\n\
        9;01.03.2026;Неизвестный;;руб.;;;;\n\
        10;22.03;ОАО «Завод»;;RUB;;;;\n";
    let plan = planned(Target::Contract, file, &desk);
    assert_eq!(
        Value::Object(plan.rows[0].body.clone()),
        json!({
            "number": "№ 12/2026", "date": "2026-01-15", "counterparty": "c1", "organisation": "own", "incoterms": "FCA",
            "incoterms_place": "Минск", "to": "2026-12-31", "currency": "BYN", "price_kind": "included", "limit": "1000000",
        })
    );
    assert_eq!(plan.rows[1].action, Action::Same { id: "k1".to_owned() });
    assert_eq!(codes(&plan.rows[2])[0], (Some("B"), "impossible_date"));
    assert_eq!(codes(&plan.rows[3])[0], (Some("C"), "import_counterparty_unknown"));
    assert_eq!(codes(&plan.rows[4])[0], (Some("B"), "date_unreadable"));
    assert_eq!((plan.counts.create, plan.counts.same, plan.counts.refused), (1, 1, 3));
}

#[test]
fn prices_join_the_list() {
    let desk = Desk {
        goods: vec![
            found("g1", json!({"article": "A-1", "name": "Болт"})),
            found("g2", json!({"article": "A-2", "name": "Гайка"})),
            found("g3", json!({"article": "A-3", "name": "Шайба"})),
        ],
        ..Desk::default()
    };
    let Value::Object(list) = json!({"name": "Прайс", "currency": "RUB", "prices": {"g1": {"price": "1.5", "order": "1"}, "g9": {"price": "9", "order": "2"}}})
    else {
        panic!("an object")
    };
    let file = "Артикул;Наименование;Цена;Валюта\nA-1;Болт;1,50;RUB\nA-2;Гайка;2,75 р.;руб.\nA-3;;по запросу;\nA-4;Нет;1;\nA-1;Болт;7;\n;Шайба;-3;\nA-3;Шайба;10-12;\nA-3;Шайба;3;BYN\nA-3;Шайба;3;\n";
    let table = table(file);
    let options = Options { price_list: list.clone(), ..options() };
    let plan = run(&table, &suggest(&table, Target::PriceList, &[]), &desk, &options);
    let actions: Vec<&Action> = plan.rows.iter().map(|row| &row.action).collect();
    assert_eq!(actions[0], &Action::Same { id: "g1".to_owned() });
    assert_eq!(actions[1], &Action::Create);
    assert!(actions[2..4].iter().chain(&actions[5..8]).all(|action| **action == Action::Refused), "{actions:?}");
    assert_eq!(actions[4], &Action::Duplicate { with: With::Row { row: 2 } });
    assert_eq!(actions[8], &Action::Create);
    let why: Vec<&str> = [2, 3, 5, 6, 7].map(|row: usize| plan.rows[row].problems[0].code.as_str()).to_vec();
    assert_eq!(
        why,
        ["import_number_expected", "import_good_unknown", "price_negative", "import_number_expected", "import_other_currency"]
    );
    assert_eq!(
        Value::Object(price_list_body(&list, plan.rows)),
        json!({"name": "Прайс", "currency": "RUB", "prices": {
            "g1": {"price": "1.5", "order": "1"}, "g9": {"price": "9", "order": "2"}, "g2": {"price": "2.75", "order": "3"}, "g3": {"price": "3", "order": "4"},
        }})
    );
}

#[test]
fn sums_of_every_spelling() {
    for (typed, kept) in [
        ("1 234,50", Some("1234.5")),
        ("1\u{a0}234,5 ₽", Some("1234.5")),
        ("1.234.567,89", Some("1234567.89")),
        ("-5", Some("-5")),
        ("12,5 руб.", Some("12.5")),
        ("0,333333333333333", Some("0.3333")),
        ("1 500 бел. руб.", Some("1500")),
        ("7.5E+2", Some("750")),
        ("1e9", Some("1000000000")),
        ("99999999999999999999999999999", None),
        ("12/5", None),
        ("=1+1", None),
        ("5 мешков", None),
        ("١٢", None),
        ("1 2", None),
    ] {
        let row = one(Target::Counterparty, &format!("Наименование;Кредитный лимит\nА;\"{typed}\"\n"));
        assert_eq!(row.body.get("credit_limit").and_then(Value::as_str), kept, "{typed}");
        let is_told = row.problems.iter().any(|problem| problem.field == "credit_limit");
        assert_eq!(is_told, kept.is_none() || typed.starts_with("0,333") || typed == "-5", "{typed}");
    }
}

#[test]
fn the_line_of_totals_is_no_record() {
    let plan = planned(Target::Good, "Артикул;Наименование\nA;Болт\n;ИТОГО: 1\n;Тотальная распродажа\n", &Nothing);
    let actions: Vec<&Action> = plan.rows.iter().map(|row| &row.action).collect();
    assert_eq!(actions, [&Action::Create, &Action::Total, &Action::Create]);
    assert_eq!((plan.counts.refused, plan.counts.total), (0, 1), "nothing to put right");
    assert_eq!(codes(&plan.rows[1]), [(Some("B"), "import_total_row")]);
}

#[test]
fn constants_fill_what_no_column_gives() {
    let table = table("Наименование;Страна\nА;\nБ;Россия\n");
    let mut mapping = suggest(&table, Target::Counterparty, &[]);
    mapping.constants.insert("country".to_owned(), "Беларусь".to_owned());
    let plan = run(&table, &mapping, &Nothing, &options());
    let countries: Vec<&str> = plan.rows.iter().map(|row| text(&row.body, "country")).collect();
    assert_eq!(countries, ["BY", "RU"]);
}

#[test]
fn hidden_signs_and_long_names() {
    let row = one(Target::Counterparty, "Наименование;Примечание\n\"ООО\u{202e}\u{7} «Ромашка»\n 😀\";\"строка\r\nстрока\"\n");
    assert_eq!((text(&row.body, "name"), text(&row.body, "note")), ("ООО «Ромашка» 😀", "строка\nстрока"));
    assert_eq!(codes(&row)[0], (Some("A"), "import_characters_removed"));
    let long = one(Target::Counterparty, &format!("Наименование;ИНН\n{};\n", "я".repeat(2_001)));
    assert_eq!((long.action, long.problems[0].code.as_str()), (Action::Refused, "text_too_long"));
}

#[test]
fn contracts_that_name_the_buyer_and_the_supplier() {
    let desk = Desk {
        counterparties: vec![
            found("c1", json!({ "name": "ООО «Ромашка»", "country": "RU" })),
            found("c2", json!({ "name": "ОАО «Завод»", "country": "BY" })),
        ],
        ..Desk::default()
    };
    let plan = planned(
        Target::Contract,
        "№ договора;Дата;Поставщик;Покупатель;Вид договора\n\
         1;01.02.2026;ООО «Наш дом»;ООО «Ромашка»;Договор поставки\n\
         2;01.02.2026;ОАО «Завод»;ооо \"наш дом\";\n\
         3;01.02.2026;ОАО «Завод»;ООО «Ромашка»;\n\
         4;01.02.2026;;ООО «Ромашка»;комиссии\n\
         5;01.02.2026;ОАО «Завод»;;аренды\n\
         6;01.02.2026;ООО «Наш дом»;ООО «Наш дом»;\n",
        &desk,
    );
    let told: Vec<[&str; 4]> =
        plan.rows.iter().map(|row| ["counterparty", "role", "organisation", "kind"].map(|key| text(&row.body, key))).collect();
    assert_eq!(told[0], ["c1", "seller", "own2", "supply"]);
    assert_eq!(told[1], ["c2", "buyer", "own2", ""]);
    assert_eq!(told[3], ["c1", "seller", "own", "commission"]);
    assert_eq!(told[4], ["c2", "buyer", "own", ""]);
    assert!(codes(&plan.rows[2]).contains(&(Some("C"), "import_no_side_own")), "{:?}", plan.rows[2].problems);
    assert!(codes(&plan.rows[4]).contains(&(Some("E"), "import_word_unknown")));
    assert!(codes(&plan.rows[5]).contains(&(Some("D"), "import_both_sides_own")));
    let one_column = planned(
        Target::Contract,
        "№;Контрагент;Вид договора;Наша роль\n7;ОАО «Завод»;С поставщиком;\n8;ОАО «Завод»;;заказчик\n",
        &desk,
    );
    assert_eq!([0, 1].map(|row: usize| text(&one_column.rows[row].body, "role")), ["buyer", "buyer"]);
}
