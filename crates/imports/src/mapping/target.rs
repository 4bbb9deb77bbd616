//! The fields that a column of a file may be, by the kind of record; with the words that stand over such columns.

use serde::{Deserialize, Serialize};
use torgdom_domain::identifiers::Kind as Identifier;

/// What the rows of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    Counterparty,
    Contract,
    Good,
    PriceList,
}

/// How a field's text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// One line.
    Text,
    /// Several lines.
    Note,
    Number,
    Date,
    /// Of the party's country; perhaps `ИНН/КПП` in one.
    TaxId,
    Identifier(Identifier),
    /// 20 digits or an IBAN.
    Account,
    /// БИК or SWIFT.
    BankCode,
    Country,
    Currency,
    Unit,
    Vat,
    PriceKind,
    PartyKind,
    ContractKind,
    OurRole,
    TradeCategory,
}

/// One field that a column may be.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Stable: it stands in remembered mappings; its name for people is `import_field_<id>`.
    pub id: &'static str,
    /// A row without it is refused.
    pub required: bool,
    pub kind: FieldKind,
    /// Headers in the folded form of [`super::header::fold`], the likeliest first.
    pub(super) headers: &'static [&'static str],
}

const fn field(id: &'static str, kind: FieldKind, headers: &'static [&'static str]) -> Field {
    Field { id, required: false, kind, headers }
}

const fn required(id: &'static str, kind: FieldKind, headers: &'static [&'static str]) -> Field {
    Field { id, required: true, kind, headers }
}

impl Target {
    pub const ALL: [Self; 4] = [Self::Counterparty, Self::Contract, Self::Good, Self::PriceList];

    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Counterparty => "counterparty",
            Self::Contract => "contract",
            Self::Good => "good",
            Self::PriceList => "price_list",
        }
    }

    /// By the kind's name on the command line and in records.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|target| target.as_str() == name)
    }

    #[must_use]
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::Counterparty => COUNTERPARTY,
            Self::Contract => CONTRACT,
            Self::Good => GOOD,
            Self::PriceList => PRICE_LIST,
        }
    }

    #[must_use]
    pub fn field(self, id: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.id == id)
    }
}

const TAX_ID: &[&str] = &[
    "инн",
    "унп",
    "унн",
    "иин",
    "бин",
    "бин/иин",
    "иин/бин",
    "инн/кпп",
    "инн / кпп",
    "инн/унп",
    "унп/инн",
    "унп (инн)",
    "инн (унп)",
    "инн покупателя",
    "инн контрагента",
    "унп контрагента",
    "унп плательщика",
    "инн организации",
    "учетный номер плательщика",
    "уліковы нумар плацельшчыка",
    "налоговый номер",
    "падатковы нумар",
    "tax id",
    "tax number",
    "tin",
    "vat number",
    "inn",
    "unp",
];
const PARTY_NAME: &[&str] = &[
    "наименование",
    "контрагент",
    "наименование контрагента",
    "название",
    "краткое наименование",
    "сокращенное наименование",
    "наименование организации",
    "организация",
    "покупатель",
    "клиент",
    "поставщик",
    "заказчик",
    "плательщик",
    "партнер",
    "название организации",
    "наименование компании",
    "компания",
    "фирма",
    "наименование юридического лица",
    "назва",
    "найменне",
    "кантрагент",
    "арганізацыя",
    "пакупнік",
    "пастаўшчык",
    "найменне арганізацыі",
    "name",
    "company",
    "company name",
    "counterparty",
    "customer",
    "supplier",
    "buyer",
    "client",
    "organisation",
    "organization",
    "short name",
];
const COUNTRY: &[&str] = &["страна", "страна регистрации", "код страны", "краіна", "country", "country code", "резидентство"];
const CURRENCY: &[&str] = &[
    "валюта",
    "код валюты",
    "валюта договора",
    "валюта цены",
    "вал",
    "currency",
    "ccy",
    "валюта расчетов",
    "валюта взаиморасчетов",
];
const NOTE: &[&str] = &[
    "примечание",
    "примечания",
    "комментарий",
    "дополнительно",
    "заўвага",
    "заўвагі",
    "каментарый",
    "note",
    "notes",
    "comment",
    "remark",
];

const COUNTERPARTY: &[Field] = &[
    required("name", FieldKind::Text, PARTY_NAME),
    field(
        "full_name",
        FieldKind::Text,
        &[
            "полное наименование",
            "полное название",
            "юридическое наименование",
            "наименование полное",
            "поўнае найменне",
            "поўная назва",
            "full name",
            "legal name",
        ],
    ),
    field("tax_id", FieldKind::TaxId, TAX_ID),
    field("country", FieldKind::Country, COUNTRY),
    field(
        "kind",
        FieldKind::PartyKind,
        &[
            "вид",
            "вид контрагента",
            "тип контрагента",
            "юр физ лицо",
            "юр/физ лицо",
            "организационная форма",
            "правовая форма",
            "выгляд",
            "від",
            "тып",
            "тип",
            "legal form",
            "party type",
            "kind",
        ],
    ),
    field("kpp", FieldKind::Identifier(Identifier::Kpp), &["кпп", "kpp"]),
    field("ogrn", FieldKind::Identifier(Identifier::Ogrn), &["огрн", "огрнип", "огрн/огрнип", "огрн (огрнип)", "ogrn"]),
    field("okpo", FieldKind::Identifier(Identifier::Okpo), &["окпо", "код по окпо", "акпа", "okpo"]),
    field(
        "legal_address",
        FieldKind::Text,
        &[
            "адрес",
            "юридический адрес",
            "юр адрес",
            "адрес регистрации",
            "местонахождение",
            "место нахождения",
            "адрас",
            "юрыдычны адрас",
            "юр адрас",
            "address",
            "legal address",
            "registered address",
        ],
    ),
    field(
        "postal_address",
        FieldKind::Text,
        &["почтовый адрес", "фактический адрес", "факт адрес", "паштовы адрас", "postal address", "actual address"],
    ),
    field(
        "delivery_address",
        FieldKind::Text,
        &[
            "адрес доставки",
            "адрес грузополучателя",
            "пункт разгрузки",
            "адрес разгрузки",
            "адрас дастаўкі",
            "пункт разгрузкі",
            "delivery address",
            "ship to",
        ],
    ),
    field(
        "account",
        FieldKind::Account,
        &[
            "расчетный счет",
            "р/с",
            "р/сч",
            "рс",
            "р с",
            "счет",
            "номер счета",
            "№ счета",
            "банковский счет",
            "iban",
            "разліковы рахунак",
            "рахунак",
            "р/р",
            "нумар рахунка",
            "account",
            "bank account",
            "account number",
        ],
    ),
    field(
        "bank_name",
        FieldKind::Text,
        &[
            "банк",
            "наименование банка",
            "название банка",
            "банк получателя",
            "назва банка",
            "найменне банка",
            "bank",
            "bank name",
        ],
    ),
    field(
        "bic",
        FieldKind::BankCode,
        &["бик", "бик банка", "бік", "код банка", "bic", "swift", "swift code", "swift/bic", "bic/swift", "бик/swift", "bik"],
    ),
    field(
        "corr_account",
        FieldKind::Account,
        &[
            "корреспондентский счет",
            "корр счет",
            "к/с",
            "кор счет",
            "к/сч",
            "карэспандэнцкі рахунак",
            "correspondent account",
            "corr account",
        ],
    ),
    field("bank_address", FieldKind::Text, &["адрес банка", "адрас банка", "bank address"]),
    field("account_currency", FieldKind::Currency, &["валюта счета", "валюта рахунка", "account currency"]),
    field(
        "head_name",
        FieldKind::Text,
        &[
            "руководитель",
            "директор",
            "фио руководителя",
            "фио директора",
            "генеральный директор",
            "подписант",
            "кіраўнік",
            "дырэктар",
            "піб кіраўніка",
            "head",
            "director",
            "signer",
            "ceo",
        ],
    ),
    field(
        "head_post",
        FieldKind::Text,
        &["должность руководителя", "должность", "должность подписанта", "пасада", "пасада кіраўніка", "post", "position"],
    ),
    field(
        "head_basis",
        FieldKind::Text,
        &[
            "действует на основании",
            "основание полномочий",
            "на основании",
            "на падставе",
            "дзейнічае на падставе",
            "authority",
            "acting under",
        ],
    ),
    field("phone", FieldKind::Text, &["телефон", "тел", "телефоны", "номер телефона", "тэлефон", "phone", "telephone", "tel"]),
    field(
        "email",
        FieldKind::Text,
        &["электронная почта", "e-mail", "email", "эл почта", "почта", "электронная пошта", "эл адрес", "mail"],
    ),
    field(
        "contact_name",
        FieldKind::Text,
        &[
            "контактное лицо",
            "контакт",
            "фио контакта",
            "кантактная асоба",
            "кантакт",
            "contact",
            "contact person",
            "contact name",
        ],
    ),
    field(
        "contact_phone",
        FieldKind::Text,
        &["телефон контактного лица", "телефон контакта", "тэлефон кантактнай асобы", "contact phone"],
    ),
    field(
        "contact_email",
        FieldKind::Text,
        &["почта контактного лица", "e-mail контактного лица", "e-mail контакта", "contact email", "contact e-mail"],
    ),
    field(
        "credit_limit",
        FieldKind::Number,
        &["кредитный лимит", "лимит задолженности", "лимит кредита", "крэдытны ліміт", "credit limit"],
    ),
    field(
        "credit_currency",
        FieldKind::Currency,
        &["валюта лимита", "валюта кредитного лимита", "валюта ліміту", "credit currency"],
    ),
    field(
        "manager",
        FieldKind::Text,
        &["менеджер", "ответственный", "ответственный менеджер", "куратор", "менеджар", "адказны", "manager", "account manager"],
    ),
    field("note", FieldKind::Note, NOTE),
];

const CONTRACT: &[Field] = &[
    required(
        "number",
        FieldKind::Text,
        &[
            "№ договора",
            "номер договора",
            "договор №",
            "№ дог",
            "номер",
            "№",
            "договор",
            "контракт",
            "№ контракта",
            "номер контракта",
            "нумар дагавора",
            "№ дагавора",
            "дагавор",
            "нумар",
            "contract number",
            "contract no",
            "contract №",
            "number",
            "contract",
        ],
    ),
    field(
        "date",
        FieldKind::Date,
        &[
            "дата договора",
            "дата",
            "дата заключения",
            "от",
            "дата контракта",
            "дата подписания",
            "дата дагавора",
            "дата заключэння",
            "contract date",
            "date",
            "signed",
        ],
    ),
    field("counterparty_tax_id", FieldKind::TaxId, TAX_ID),
    field("counterparty_name", FieldKind::Text, PARTY_NAME),
    field(
        "buyer",
        FieldKind::Text,
        &["покупатель", "заказчик", "наименование покупателя", "пакупнік", "заказчык", "buyer", "customer"],
    ),
    field(
        "supplier",
        FieldKind::Text,
        &["поставщик", "продавец", "исполнитель", "наименование поставщика", "пастаўшчык", "прадавец", "supplier", "seller"],
    ),
    field("counterparty_country", FieldKind::Country, COUNTRY),
    field(
        "contract_kind",
        FieldKind::ContractKind,
        &["вид договора", "тип договора", "вид контракта", "від дагавора", "тып дагавора", "contract kind", "contract type"],
    ),
    field("our_role", FieldKind::OurRole, &["наша роль", "роль", "мы", "наша роля", "роля", "our role", "role"]),
    field("subject", FieldKind::Text, &["предмет", "предмет договора", "прадмет", "прадмет дагавора", "subject", "description"]),
    field("place", FieldKind::Text, &["место заключения", "город", "месца заключэння", "горад", "place", "city"]),
    field("currency", FieldKind::Currency, CURRENCY),
    field(
        "price_kind",
        FieldKind::PriceKind,
        &["вид цены", "цена включает ндс", "цены с ндс", "ндс в цене", "ндс включен", "від цаны", "price kind", "vat included"],
    ),
    field("vat", FieldKind::Vat, &["ндс", "ставка ндс", "% ндс", "пдв", "стаўка пдв", "vat", "vat rate"]),
    field(
        "limit",
        FieldKind::Number,
        &[
            "сумма",
            "сумма договора",
            "лимит",
            "сума",
            "сума дагавора",
            "ліміт",
            "amount",
            "limit",
            "contract sum",
            "contract amount",
        ],
    ),
    field(
        "from",
        FieldKind::Date,
        &["действует с", "начало действия", "дата начала", "дзейнічае з", "пачатак дзеяння", "from", "valid from", "start date"],
    ),
    field(
        "to",
        FieldKind::Date,
        &[
            "действует по",
            "действует до",
            "срок действия",
            "окончание действия",
            "дата окончания",
            "дзейнічае да",
            "тэрмін дзеяння",
            "to",
            "valid to",
            "valid until",
            "end date",
        ],
    ),
    field(
        "incoterms",
        FieldKind::Text,
        &[
            "условия поставки",
            "базис поставки",
            "инкотермс",
            "базис",
            "умовы пастаўкі",
            "інкатэрмс",
            "incoterms",
            "delivery terms",
        ],
    ),
    field(
        "incoterms_place",
        FieldKind::Text,
        &["место поставки", "пункт поставки", "месца пастаўкі", "incoterms place", "delivery place", "named place"],
    ),
    field("note", FieldKind::Note, NOTE),
];

const ARTICLE: &[&str] = &[
    "артикул",
    "арт",
    "код товара",
    "код",
    "код номенклатуры",
    "номенклатурный номер",
    "каталожный номер",
    "кат номер",
    "код изделия",
    "обозначение",
    "артыкул",
    "код тавару",
    "article",
    "sku",
    "item code",
    "code",
    "part number",
    "item no",
    "part no",
];
const GTIN: &[&str] =
    &["gtin", "штрихкод", "штрих-код", "штрих код", "ean", "ean13", "ean-13", "штрыхкод", "штрых-код", "barcode", "bar code"];
const GOOD_NAME: &[&str] = &[
    "наименование",
    "наименование товара",
    "номенклатура",
    "товар",
    "название",
    "наименование продукции",
    "продукция",
    "товары (работы, услуги)",
    "наименование номенклатуры",
    "наименование товаров",
    "наименование изделия",
    "товар/услуга",
    "услуга",
    "изделие",
    "назва",
    "найменне",
    "назва тавару",
    "найменне тавару",
    "name",
    "description",
    "product",
    "product name",
    "item",
    "item name",
    "goods",
];
const UNIT: &[&str] = &[
    "ед изм",
    "единица измерения",
    "ед",
    "единица",
    "еи",
    "ед измерения",
    "единицы измерения",
    "адзінка вымярэння",
    "адз вым",
    "адз",
    "unit",
    "uom",
    "unit of measure",
    "units",
];

const GOOD: &[Field] = &[
    required("name", FieldKind::Text, GOOD_NAME),
    field("article", FieldKind::Text, ARTICLE),
    field("unit", FieldKind::Unit, UNIT),
    field("vat", FieldKind::Vat, &["ндс", "ставка ндс", "% ндс", "ндс %", "пдв", "стаўка пдв", "vat", "vat rate", "vat %"]),
    field(
        "tnved",
        FieldKind::Identifier(Identifier::Tnved),
        &[
            "тн вэд",
            "тнвэд",
            "код тн вэд",
            "код тнвэд",
            "тн вэд еаэс",
            "код тн вэд еаэс",
            "тн зэд",
            "код тн зэд",
            "hs code",
            "hs",
            "customs code",
            "tnved",
        ],
    ),
    field("gtin", FieldKind::Identifier(Identifier::Gtin), GTIN),
    field(
        "origin",
        FieldKind::Country,
        &[
            "страна происхождения",
            "страна",
            "происхождение",
            "краіна паходжання",
            "краіна",
            "country of origin",
            "origin",
            "country",
        ],
    ),
    field(
        "net_mass",
        FieldKind::Number,
        &["масса нетто", "вес нетто", "нетто", "масса", "вес", "маса нета", "нета", "вага", "net mass", "net weight", "weight"],
    ),
    field(
        "gross_mass",
        FieldKind::Number,
        &["масса брутто", "вес брутто", "брутто", "маса брута", "брута", "gross mass", "gross weight"],
    ),
    field(
        "category",
        FieldKind::TradeCategory,
        &["категория", "группа", "товарная группа", "вид товара", "катэгорыя", "група", "category", "group"],
    ),
    field("shelf_life", FieldKind::Number, &["срок годности", "срок хранения", "тэрмін прыдатнасці", "shelf life"]),
    field("warranty", FieldKind::Number, &["гарантия", "гарантийный срок", "гарантыя", "warranty"]),
    field("note", FieldKind::Note, NOTE),
];

const PRICE_LIST: &[Field] = &[
    field("article", FieldKind::Text, ARTICLE),
    field("name", FieldKind::Text, GOOD_NAME),
    field("gtin", FieldKind::Identifier(Identifier::Gtin), GTIN),
    required(
        "price",
        FieldKind::Number,
        &[
            "цена",
            "цена без ндс",
            "цена с ндс",
            "отпускная цена",
            "цена за единицу",
            "цена за ед",
            "розничная цена",
            "оптовая цена",
            "прайс",
            "стоимость",
            "тариф",
            "цана",
            "цана без пдв",
            "цана з пдв",
            "адпускная цана",
            "кошт",
            "price",
            "unit price",
            "cost",
        ],
    ),
    field("currency", FieldKind::Currency, CURRENCY),
    field(
        "from",
        FieldKind::Date,
        &["дата цены", "действует с", "цена действует с", "дата", "дзейнічае з", "from", "valid from", "price date", "date"],
    ),
];
