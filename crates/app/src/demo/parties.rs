//! The two own organisations and the forty counterparties, with requisites that pass their checks.

use std::collections::BTreeMap;

use chrono::{Days, Months, NaiveDate, NaiveDateTime};
use torgdom_domain::counterparty::Counterparty;
use torgdom_domain::organisation::Organisation;
use torgdom_domain::party::{
    Address, AddressKind, BankAccount, Contact, Division, Party, PartyKind, Signer, SignerRole, TaxId, VatRegime,
};
use torgdom_domain::{Amount, Id};

use super::identity::Identities;
use super::random::Random;
use super::requisites;
use super::sources::{self, Row};
use super::terms;

/// ОГРН show the year of registration.
const REGISTERED: i64 = 2006;

/// An own organisation with what documents need of it.
#[derive(Clone, Debug)]
pub(crate) struct Own {
    pub id: Id,
    pub body: Organisation,
}

impl Own {
    /// Key of the account in `currency`.
    pub(crate) fn account(&self, currency: &str) -> Id {
        let accounts = &self.body.party.accounts;
        accounts.iter().find(|(_, account)| account.currency == currency).map(|(id, _)| id.clone()).unwrap_or_default()
    }
}

/// A counterparty with its row of the table.
#[derive(Clone, Debug)]
pub(crate) struct Partner {
    pub id: Id,
    pub row: Row,
    pub body: Counterparty,
}

/// Makes the parties; `at` is the moment of their entry, `today` the day that authorities are laid around.
pub(crate) struct Maker<'a> {
    pub ids: &'a mut Identities,
    pub at: NaiveDateTime,
    pub today: NaiveDate,
}

impl Maker<'_> {
    fn id(&mut self) -> Id {
        self.ids.at(self.at)
    }

    fn one<T>(&mut self, entry: T) -> BTreeMap<Id, T> {
        BTreeMap::from([(self.id(), entry)])
    }

    /// The trade house in Moscow.
    pub(crate) fn moscow(&mut self) -> Own {
        let bank = sources::find(sources::BANKS, "sukharevsky");
        let accounts = [("810", "RUB", 14_408), ("933", "BYN", 14_409)].map(|(digits, currency, number)| {
            let account = bank.as_ref().map(|bank| russian_account(bank, "40702", digits, currency, number)).unwrap_or_default();
            (self.id(), account)
        });
        let legal = self.one(address(AddressKind::Legal, "115088, г. Москва, ул. Малая Заречная, д. 14, стр. 2, помещ. III", 1));
        let signers = self
            .signers([("Ковальчук Елена Степановна", "Генеральный директор"), ("Дёмина Ольга Викторовна", "Главный бухгалтер")]);
        let party = Party {
            name: "ООО «Торговый дом «Заречье-М»".to_owned(),
            full_name: "Общество с ограниченной ответственностью «Торговый дом «Заречье-М»".to_owned(),
            country: "RU".to_owned(),
            tax_id: requisites::inn_company("77", 12_408),
            kpp: requisites::kpp("77", "01", 1),
            ogrn: requisites::ogrn(false, 2014, "77", 12_408),
            addresses: legal,
            accounts: BTreeMap::from(accounts),
            signers,
            phone: "+7 (495) 000-14-14".to_owned(),
            email: "sklad@zarechye-m.example".to_owned(),
            ..Party::default()
        };
        let body = Organisation { party, currency: "RUB".to_owned(), language: "ru".to_owned(), ..Organisation::default() };
        Own { id: self.id(), body }
    }

    /// The factory's sales house in Minsk.
    pub(crate) fn minsk(&mut self) -> Own {
        let bank = sources::find(sources::BANKS, "svisloch");
        let accounts = [("914400270000", "BYN"), ("914400276430", "RUB")].map(|(number, currency)| {
            let account = bank
                .as_ref()
                .map(|bank| belarusian_account(bank, "3012", &format!("0000{number}"), currency))
                .unwrap_or_default();
            (self.id(), account)
        });
        let legal = self.one(address(AddressKind::Legal, "220024, г. Минск, ул. Старая Гидравличная, д. 7, каб. 12", 1));
        let signers =
            self.signers([("Лисовская Наталья Андреевна", "Директор"), ("Бобрик Татьяна Ивановна", "Главный бухгалтер")]);
        let party = Party {
            name: "ООО «Лошицкий торговый двор»".to_owned(),
            full_name: "Общество с ограниченной ответственностью «Лошицкий торговый двор»".to_owned(),
            country: "BY".to_owned(),
            tax_id: requisites::unp("1", 249_023),
            addresses: legal,
            accounts: BTreeMap::from(accounts),
            signers,
            phone: "+375 (17) 000-27-27".to_owned(),
            email: "dvor@loshitsky.example".to_owned(),
            ..Party::default()
        };
        let body = Organisation { party, currency: "BYN".to_owned(), language: "ru".to_owned(), ..Organisation::default() };
        Own { id: self.id(), body }
    }

    fn signers(&mut self, people: [(&str, &str); 2]) -> BTreeMap<Id, Signer> {
        let roles = [(SignerRole::Head, "Устав"), (SignerRole::ChiefAccountant, "Приказ о приёме на работу")];
        people
            .into_iter()
            .zip(roles)
            .zip(1u32..)
            .map(|(((name, post), (role, basis)), order)| {
                let signer = Signer {
                    name: name.to_owned(),
                    post: post.to_owned(),
                    role,
                    basis: basis.to_owned(),
                    order: order.into(),
                    ..Signer::default()
                };
                (self.id(), signer)
            })
            .collect()
    }

    /// The counterparty of `row`, the `number`-th of the table.
    pub(crate) fn partner(&mut self, row: Row, number: usize) -> Partner {
        let mut random = Random::of(FIRMS, "counterparty", number as u64);
        let id = self.id();
        let mut party = Party {
            name: row.text("name").to_owned(),
            full_name: full_name(&row),
            kind: kind(row.text("kind")),
            country: row.text("country").to_owned(),
            addresses: self.one(address(AddressKind::Legal, row.text("address"), 1)),
            signers: self.one(head(&row)),
            phone: phone(&row, number),
            email: format!("office@{}.example", row.text("key").replace('_', "-")),
            vat_regime: if row.text("kind") == "sole_trader" { VatRegime::Exempt } else { VatRegime::General },
            ..Party::default()
        };
        register(&mut party, &row, number, &mut random);
        party.accounts = self.accounts(&row, number);
        party.contacts = self.contact(&row, number);
        self.specials(&mut party, &row);
        let terms = if row.text("pays") == "good" { "d14" } else { "prepay" };
        let limit = [150, 300, 500, 800, 1_200][random.below(5)];
        let russian = row.text("country") != "BY";
        let body = Counterparty {
            party,
            buyer: row.list("roles").contains(&"buyer"),
            supplier: row.list("roles").contains(&"supplier"),
            payment_terms: terms::of(terms, self.ids, self.at),
            credit_limit: (row.text("pays") != "slow").then(|| Amount::from(limit * if russian { 10_000 } else { 400 })),
            credit_currency: if russian { "RUB" } else { "BYN" }.to_owned(),
            manager: row.text("manager").to_owned(),
        };
        Partner { id, row, body }
    }

    fn accounts(&mut self, row: &Row, number: usize) -> BTreeMap<Id, BankAccount> {
        let Some(bank) = sources::find(sources::BANKS, row.text("bank")) else { return BTreeMap::new() };
        let balance = match row.text("kind") {
            "sole_trader" => ["40802", "3013"],
            "institution" => ["40601", "3632"],
            _ => ["40702", "3012"],
        };
        // An own organisation that is the other's counterparty has the accounts of its own card.
        let own = match row.text("key") {
            "zarechye" => 14_408,
            "loshitsky" => 91_440_027,
            _ => 10_000 + number as u64 * 137,
        };
        let account = match row.text("country") {
            "RU" => russian_account(&bank, balance[0], "810", "RUB", own),
            "BY" => belarusian_account(&bank, balance[1], &format!("{:016}", own * 10_000), "BYN"),
            _ => kazakh_account(&bank, own),
        };
        let mut accounts = self.one(account);
        if row.text("country") == "BY" && row.list("roles").len() > 1 {
            let mut roubles = belarusian_account(&bank, balance[1], &format!("{:016}", own * 10_000 + 6_430), "RUB");
            (roubles.main, roubles.order) = (false, 2u32.into());
            accounts.insert(self.id(), roubles);
        }
        accounts
    }

    fn contact(&mut self, row: &Row, number: usize) -> BTreeMap<Id, Contact> {
        const PEOPLE: [(&str, &str); 8] = [
            ("Анна", "менеджер по закупкам"),
            ("Игорь", "начальник снабжения"),
            ("Марина", "бухгалтер"),
            ("Сергей", "кладовщик"),
            ("Татьяна", "экономист"),
            ("Дмитрий", "главный инженер"),
            ("Ольга", "специалист отдела закупок"),
            ("Павел", "логист"),
        ];
        let (name, post) = PEOPLE[number % PEOPLE.len()];
        let contact = Contact {
            name: name.to_owned(),
            post: post.to_owned(),
            phone: phone(row, number + 50),
            email: format!("zakupki@{}.example", row.text("key").replace('_', "-")),
            order: Amount::ONE,
        };
        self.one(contact)
    }

    /// What only some of them have: divisions, an ИНН in another country, letters of authority, delivery addresses.
    fn specials(&mut self, party: &mut Party, row: &Row) {
        match row.text("key") {
            "zavolzhskaya" => {
                for (order, name, number, place) in [
                    (1u32, "Склад «Сормово»", 2, "603950, г. Нижний Новгород, ул. Заводской Парк, д. 3"),
                    (
                        2,
                        "Обособленное подразделение в Кстове",
                        3,
                        "607650, Нижегородская обл., г. Кстово, ул. Промышленная, д. 11",
                    ),
                ] {
                    let division = Division {
                        name: name.to_owned(),
                        kpp: requisites::kpp("52", "45", number),
                        address: place.to_owned(),
                        order: order.into(),
                    };
                    party.divisions.insert(self.id(), division);
                }
            }
            "privodmash" => {
                let inn = TaxId {
                    country: "RU".to_owned(),
                    value: requisites::inn_company("99", 9_123),
                    from: NaiveDate::from_ymd_opt(2018, 4, 2),
                    order: Amount::ONE,
                    ..TaxId::default()
                };
                party.tax_ids = self.one(inn);
                let soon = self.today.checked_add_days(Days::new(9));
                self.authority(party, "Савич Ирина Олеговна", "начальник отдела сбыта", 27, soon);
            }
            "agrosnab" => {
                let soon = self.today.checked_add_days(Days::new(3));
                self.authority(party, "Мельник Илья Олегович", "начальник снабжения", 31, soon);
                let delivery =
                    address(AddressKind::Delivery, "301000, Тульская обл., п. Заокский, ул. Складская, д. 1, ворота 4", 2);
                party.addresses.insert(self.id(), delivery);
            }
            "mukhavets" => {
                let mut delivery = address(AddressKind::Delivery, "224025, г. Брест, ул. Причальная, д. 16, рампа 2", 2);
                delivery.gln = requisites::gtin13("481998000025");
                party.addresses.insert(self.id(), delivery);
            }
            _ => {}
        }
    }

    fn authority(&mut self, party: &mut Party, name: &str, post: &str, number: u32, to: Option<NaiveDate>) {
        let from = to.and_then(|to| to.checked_sub_months(Months::new(12)));
        let signer = Signer {
            name: name.to_owned(),
            post: post.to_owned(),
            role: SignerRole::Other,
            basis: from.map(|from| format!("Доверенность № {number} от {}", from.format("%d.%m.%Y"))).unwrap_or_default(),
            from,
            to,
            limit: Some(Amount::from(2_000_000u32)),
            limit_currency: if party.country == "BY" { "BYN" } else { "RUB" }.to_owned(),
            order: 2u32.into(),
            ..Signer::default()
        };
        party.signers.insert(self.id(), signer);
    }
}

/// Seed of the demonstration: one profile, always the same.
pub(crate) const FIRMS: u64 = 0x5a4d;

fn kind(text: &str) -> PartyKind {
    match text {
        "sole_trader" => PartyKind::SoleTrader,
        "branch" => PartyKind::Branch,
        "institution" => PartyKind::Institution,
        _ => PartyKind::Legal,
    }
}

/// `ООО «…»` in full; a sole trader by the person's full name.
fn full_name(row: &Row) -> String {
    let name = row.text("name");
    let (form, rest) = name.split_once(' ').unwrap_or((name, ""));
    match sources::find(sources::FORMS, form) {
        Some(full) if row.text("kind") == "sole_trader" => format!("{} {}", full.text("full"), row.text("head")),
        Some(full) => format!("{} {rest}", full.text("full")),
        None => name.replace(" АО ", " акционерного общества "),
    }
}

fn register(party: &mut Party, row: &Row, number: usize, random: &mut Random) {
    let region = row.text("region");
    let own = 80_316 + number * 211;
    let year = (REGISTERED + random.between(0, 16)) as i32;
    match (row.text("country"), row.text("kind")) {
        ("RU", _) if row.text("key") == "zarechye" => {
            party.tax_id = requisites::inn_company("77", 12_408);
            party.kpp = requisites::kpp("77", "01", 1);
            party.ogrn = requisites::ogrn(false, 2014, "77", 12_408);
        }
        ("RU", "sole_trader") => {
            party.tax_id = requisites::inn_person(region, own);
            party.ogrn = requisites::ogrn(true, year, region, own);
        }
        ("RU", kind) => {
            party.tax_id = requisites::inn_company(region, own);
            party.kpp = requisites::kpp(region, if kind == "branch" { "43" } else { "01" }, 1);
            party.ogrn = requisites::ogrn(false, year, region, own);
        }
        ("BY", _) if row.text("key") == "loshitsky" => party.tax_id = requisites::unp("1", 249_023),
        ("BY", _) => party.tax_id = requisites::unp(region, 240_000 + number * 97),
        _ => party.tax_id = requisites::bin(number * 7),
    }
}

fn head(row: &Row) -> Signer {
    let basis = match row.text("kind") {
        "sole_trader" => "Свидетельство о государственной регистрации",
        "branch" => "Доверенность № 4 от 12.01.2026",
        _ => "Устав",
    };
    Signer {
        name: row.text("head").to_owned(),
        post: capital(row.text("post")),
        basis: basis.to_owned(),
        order: Amount::ONE,
        ..Signer::default()
    }
}

fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map(|first| first.to_uppercase().chain(signs).collect()).unwrap_or_default()
}

/// Numbers that begin with 000 are given to nobody.
fn phone(row: &Row, number: usize) -> String {
    let tail = format!("000-{:02}-{:02}", number % 97, number * 7 % 100);
    match row.text("country") {
        "BY" => format!("+375 (17) {tail}"),
        "KZ" => format!("+7 (727) {tail}"),
        _ => format!("+7 (495) {tail}"),
    }
}

pub(crate) fn address(kind: AddressKind, text: &str, order: u32) -> Address {
    Address { kind, text: text.to_owned(), order: order.into(), ..Address::default() }
}

pub(crate) fn russian_account(bank: &Row, balance: &str, digits: &str, currency: &str, number: u64) -> BankAccount {
    let bic = bank.text("bic");
    BankAccount {
        number: requisites::russian_account(balance, digits, bic, number),
        currency: currency.to_owned(),
        bank_name: format!("{}, {}", bank.text("name"), bank.text("place")),
        bic: bic.to_owned(),
        corr_account: requisites::correspondent_account(bic),
        main: digits == "810",
        order: if digits == "810" { 1u32 } else { 2 }.into(),
        ..BankAccount::default()
    }
}

/// `number`: the sixteen places after the balance account.
pub(crate) fn belarusian_account(bank: &Row, balance: &str, number: &str, currency: &str) -> BankAccount {
    let bic = bank.text("bic");
    BankAccount {
        number: requisites::iban("BY", &format!("{}{balance}{number}", bic.get(..4).unwrap_or_default())),
        currency: currency.to_owned(),
        bank_name: bank.text("name").to_owned(),
        bank_address: bank.text("place").to_owned(),
        bic: bic.to_owned(),
        main: currency == "BYN",
        order: if currency == "BYN" { 1u32 } else { 2 }.into(),
        ..BankAccount::default()
    }
}

fn kazakh_account(bank: &Row, number: u64) -> BankAccount {
    BankAccount {
        number: requisites::iban("KZ", &format!("998KZT{number:010}")),
        currency: "KZT".to_owned(),
        bank_name: bank.text("name").to_owned(),
        bank_address: bank.text("place").to_owned(),
        bic: bank.text("bic").to_owned(),
        main: true,
        order: Amount::ONE,
        ..BankAccount::default()
    }
}
