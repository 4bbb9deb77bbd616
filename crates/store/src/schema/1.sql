-- What the store itself knows: the tables' version that sums were made with, what is still to be built, the device.
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- Settings of this device only: language, look, columns, remembered import mappings.
CREATE TABLE local(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Every id that was ever seen, of a record here or of one that is only referred to; keys are never used again.
CREATE TABLE ident(key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE);
CREATE TABLE record(
    key INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    scope TEXT NOT NULL,
    state INTEGER NOT NULL,
    schema INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    seq INTEGER,
    updated_at TEXT NOT NULL,
    author TEXT NOT NULL,
    body TEXT NOT NULL,
    confirmed_body TEXT
);
CREATE TABLE tombstone(key INTEGER PRIMARY KEY, kind INTEGER NOT NULL, at TEXT NOT NULL, seq INTEGER);

-- Append-only; hash = sha256(previous hash, n, key's id, at, author, line).
CREATE TABLE journal(
    n INTEGER PRIMARY KEY,
    key INTEGER NOT NULL,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    line TEXT NOT NULL,
    hash BLOB NOT NULL
);
CREATE INDEX journal_of_record ON journal(key);

-- Local changes that have no number yet: edits of one field fold into one row. A new record is one row with path ''.
CREATE TABLE outbox_open(
    key INTEGER NOT NULL,
    path TEXT NOT NULL,
    op TEXT NOT NULL,
    unit TEXT,
    unit_hash TEXT,
    change TEXT,
    author TEXT,
    at TEXT,
    together TEXT,
    PRIMARY KEY(key, path)
) WITHOUT ROWID;
-- Sealed mutations: m never changes and is never used again.
CREATE TABLE outbox(m INTEGER PRIMARY KEY AUTOINCREMENT, key INTEGER NOT NULL, unit TEXT NOT NULL, mutation TEXT NOT NULL);
CREATE INDEX outbox_of_record ON outbox(key, unit);

CREATE TABLE blob(hash TEXT NOT NULL UNIQUE, media_type TEXT NOT NULL, bytes BLOB NOT NULL);

-- Projections from here on: rebuilt from the records by one command. Sums are in 1/100; days are yyyymmdd.
-- class: 0 hidden (a draft that became an issued record), 1 draft, 2 open, 3 paid in part, 4 paid, 5 live, 6 void, 7 archived.
-- id, party (the counterparty's id) and party_name say again what other tables hold: a page is read from rows that lie near
-- each other, without a look at a random place for each.
CREATE TABLE list(
    key INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    class INTEGER NOT NULL,
    state INTEGER NOT NULL,
    ord BLOB NOT NULL,
    date INTEGER,
    num BLOB,
    number TEXT,
    name TEXT,
    tax_id TEXT,
    country TEXT,
    organisation INTEGER,
    counterparty INTEGER,
    contract INTEGER,
    deal INTEGER,
    currency TEXT,
    total INTEGER,
    paid INTEGER,
    rest INTEGER,
    due INTEGER,
    article TEXT,
    unit TEXT,
    flags INTEGER NOT NULL,
    facts TEXT,
    words TEXT,
    updated_at TEXT NOT NULL,
    id TEXT NOT NULL,
    party TEXT,
    party_name TEXT
);
-- With what most lists are filtered by, so that they are walked along the index alone.
CREATE INDEX list_order ON list(kind, ord, class, organisation);
CREATE INDEX list_draft ON list(kind, ord) WHERE class = 1;
CREATE INDEX list_open ON list(kind, ord, due) WHERE class BETWEEN 2 AND 3;
CREATE INDEX list_paid ON list(kind, ord) WHERE class = 4;
CREATE INDEX list_aside ON list(kind, class, ord) WHERE class >= 6;
CREATE INDEX list_counterparty ON list(counterparty, kind, ord, class) WHERE counterparty IS NOT NULL;
CREATE INDEX list_contract ON list(contract, kind, ord) WHERE contract IS NOT NULL;
CREATE INDEX list_deal ON list(deal, kind, ord) WHERE deal IS NOT NULL;
-- An absent value has a place too, below all others, so that a page can begin anywhere. With the class, so that the
-- tabs' conditions are answered by the index alone.
CREATE INDEX list_number ON list(kind, coalesce(num, x''), class);
CREATE INDEX list_total ON list(kind, coalesce(total, -9223372036854775808), class);
CREATE INDEX list_rest ON list(kind, coalesce(rest, -9223372036854775808), class);
CREATE INDEX list_due ON list(kind, coalesce(due, 0), class);

-- What payments pay: amount in 1/100 of the invoice's currency, negative for money given back.
CREATE TABLE allocation(payment INTEGER NOT NULL, invoice INTEGER NOT NULL, amount INTEGER NOT NULL, PRIMARY KEY(payment, invoice)) WITHOUT ROWID;
CREATE INDEX allocation_of_invoice ON allocation(invoice, amount);

-- The default order of each kind cut into blocks of about a thousand rows, with the rows of each class counted: the
-- thousandth page is found without walking there.
CREATE TABLE block(
    kind INTEGER NOT NULL,
    lo BLOB NOT NULL,
    c0 INTEGER NOT NULL DEFAULT 0,
    c1 INTEGER NOT NULL DEFAULT 0,
    c2 INTEGER NOT NULL DEFAULT 0,
    c3 INTEGER NOT NULL DEFAULT 0,
    c4 INTEGER NOT NULL DEFAULT 0,
    c5 INTEGER NOT NULL DEFAULT 0,
    c6 INTEGER NOT NULL DEFAULT 0,
    c7 INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY(kind, lo)
) WITHOUT ROWID;
-- Counts and sums by what the tabs ask for. due is 0 where the class does not wait for money. Sums are split into
-- millions of hundredths and the remainder, so that adding up a great many of them cannot overflow.
CREATE TABLE tally(
    kind INTEGER NOT NULL,
    class INTEGER NOT NULL,
    organisation INTEGER NOT NULL,
    currency TEXT NOT NULL,
    flags INTEGER NOT NULL,
    due INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    total_high INTEGER NOT NULL,
    total_low INTEGER NOT NULL,
    paid_high INTEGER NOT NULL,
    paid_low INTEGER NOT NULL,
    PRIMARY KEY(kind, class, organisation, currency, flags, due)
) WITHOUT ROWID;

-- The rows of the tally once more, by month (yyyymm, 0 without a day): what the tabs show is counted without walking all days.
CREATE TABLE tally_month(
    kind INTEGER NOT NULL,
    class INTEGER NOT NULL,
    organisation INTEGER NOT NULL,
    currency TEXT NOT NULL,
    flags INTEGER NOT NULL,
    month INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    PRIMARY KEY(kind, class, organisation, currency, flags, month)
) WITHOUT ROWID;

-- Issued invoices by month (yyyymm) and country of the buyer; sums are split as in the tally.
CREATE TABLE turnover(
    month INTEGER NOT NULL,
    country TEXT NOT NULL,
    currency TEXT NOT NULL,
    organisation INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    total_high INTEGER NOT NULL,
    total_low INTEGER NOT NULL,
    PRIMARY KEY(month, country, currency, organisation)
) WITHOUT ROWID;

-- Goods of posted deals and issued invoices with the price of each after its discount: what a buyer took, and for how
-- much the last time.
CREATE TABLE sale(
    document INTEGER NOT NULL,
    good INTEGER NOT NULL,
    counterparty INTEGER NOT NULL,
    day INTEGER NOT NULL,
    price TEXT NOT NULL,
    currency TEXT NOT NULL,
    included INTEGER NOT NULL,
    PRIMARY KEY(document, good)
) WITHOUT ROWID;
CREATE INDEX sale_to ON sale(counterparty, good, day);

-- Tax ids, numbers, articles, account numbers: found by their beginning.
CREATE TABLE code(kind INTEGER NOT NULL, code TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY(kind, code, key)) WITHOUT ROWID;
CREATE INDEX code_of_record ON code(key);
-- Words, each led by its kind's letter; pieces of three letters for what stands inside words.
CREATE VIRTUAL TABLE word USING fts5(text, content = '', detail = none, columnsize = 0, prefix = '2 3 4 5 6', tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE piece USING fts5(text, content = '', detail = none, columnsize = 0, tokenize = 'trigram remove_diacritics 0 case_sensitive 1');
CREATE VIRTUAL TABLE words_known USING fts5vocab('word', 'row');
CREATE VIRTUAL TABLE pieces_known USING fts5vocab('piece', 'row');
