commands! {
    "start.state": Nothing => StartState = |desk, _| Ok(desk.start_state());
    "start.unlock": Unlock => StartState = |desk, args| desk.unlock(&args.passphrase);
    "start.create": CreateProfile => StartState = |desk, args| desk.create_profile(args.mode, &args.language, &args.passphrase, &args.organisation);
    "local.set": LocalSet => () = |desk, args| desk.set_local(&args.key, &args.value);
    "local.get": LocalGet => String = |desk, args| desk.local(&args.key);

    "identifier.check": IdentifierCheck => CheckView = |_, args| checks::check(&args.kind, &args.value);
    "identifier.guess": IdentifierGuess => Vec<Guess> = |_, args| Ok(checks::guess(&args.text));
    "bank.check": BankNumbers => BankCheck = |_, args| Ok(checks::bank(&args.number, &args.bic));
    "entry.preview": EntryPreview => Previewed = |desk, args| {
        let (value, shown, problem) = desk.preview_entry(&args.as_, &args.text, &args.current)?;
        Ok(Previewed { value, shown, problem })
    };

    "record.create": RecordCreate => RecordView = |desk, args| desk.create(&args.kind, args.body);
    "record.get": ById => RecordView = |desk, args| desk.get(&args.id);
    "record.edit": RecordEdit => RecordView = |desk, args| {
        let edits: Vec<(String, Value)> = args.edits.into_iter().map(|edit| (edit.path, edit.value)).collect();
        desk.edit(&args.id, &edits)
    };
    "record.enter": RecordEnter => Entered = |desk, args| desk.enter(&args.id, &args.path, &args.as_, &args.text);
    "record.archive": ById => RecordView = |desk, args| desk.archive(&args.id);
    "record.unarchive": ById => RecordView = |desk, args| desk.unarchive(&args.id);
    "record.discard": ById => () = |desk, args| desk.discard(&args.id);
    "record.history": RecordHistory => Vec<HistoryLine> = |desk, args| desk.history(&args.id, args.limit);
    "undo": Nothing => UndoAnswer = |desk, _| desk.undo();
    "redo": Nothing => UndoAnswer = |desk, _| desk.redo();

    "list": List => ListPage = |desk, args| desk.list(&args.query);
    "list.tabs": Tabs => Vec<TabCount> = |desk, args| match &args.query {
        Some(query) => desk.tabs_of(query),
        None => desk.tabs(&args.kind, &args.organisation, &args.counterparty),
    };
    "list.place": ListPlace => Placed = |desk, args| Ok(Placed { place: desk.place(&args.query, &args.id)? });
    "list.sums": ListSums => Vec<CurrencySum> = |desk, args| match &args.query {
        Some(query) => desk.sums_of(query),
        None => desk.sums(&args.ids),
    };
    "search": Search => Vec<Found> = |desk, args| desk.search(&args.text, &args.kind, args.limit, &args.counterparty, &args.organisation);
    "counterparty.similar": Similar => Vec<ListRow> = |desk, args| desk.similar(&args.id, &args.name, &args.tax_id);
    "today": Today => TodayView = |desk, args| desk.today_view(&args.organisation);

    "deal.create": DocumentCreate => RecordView = |desk, args| desk.create_document(Kind::Deal, &args.organisation, &args.counterparty, &args.contract);
    "deal.copy": ById => RecordView = |desk, args| desk.copy_document(&args.id);
    "deal.post": ById => RecordView = |desk, args| desk.post_deal(&args.id);
    "deal.set_counterparty": SetCounterparty => RecordView = |desk, args| desk.set_counterparty(&args.id, &args.counterparty);
    "deal.set_contract": SetContract => RecordView = |desk, args| desk.set_contract(&args.id, &args.contract);

    "line.add": LineAdd => LineAdded = |desk, args| desk.add_line(&args.id, args.good.as_deref(), args.text.as_deref(), args.after.as_deref());
    "line.enter": LineEnter => Entered = |desk, args| desk.enter_line(&args.id, &args.line, &args.field, &args.text);
    "line.set_good": LineGood => RecordView = |desk, args| desk.set_line_good(&args.id, &args.line, &args.good);
    "line.remove": LineRemove => RecordView = |desk, args| desk.remove_lines(&args.id, &args.lines);
    "line.copy": LineCopy => LineAdded = |desk, args| desk.copy_line(&args.id, &args.line);
    "line.move": LineMove => RecordView = |desk, args| desk.move_line(&args.id, &args.line, args.before.as_deref());
    "line.paste": LinePaste => Pasted = |desk, args| desk.paste_lines(&args.id, args.line.as_deref(), &args.field, &args.columns, &args.text);

    "invoice.create": DocumentCreate => RecordView = |desk, args| desk.create_document(Kind::Invoice, &args.organisation, &args.counterparty, &args.contract);
    "invoice.from_deal": InvoiceFromDeal => RecordView = |desk, args| desk.invoice_from_deal(&args.deal, args.scope, args.share);
    "invoice.copy": ById => RecordView = |desk, args| desk.copy_document(&args.id);
    "invoice.issue": ById => RecordView = |desk, args| desk.issue(&args.id);
    "invoice.void": InvoiceVoid => RecordView = |desk, args| desk.void(&args.id, &args.reason);
    "invoice.pay": InvoicePay => Paid = |desk, args| {
        let said = PaymentEntry { amount: args.amount, date: args.date, number: args.number };
        let (payment, invoice) = desk.pay(&args.id, &said)?;
        Ok(Paid { payment, invoice })
    };
    "payment.create": PaymentCreate => RecordView = |desk, args| {
        desk.create_payment(args.invoice.as_deref(), &PaymentEntry { amount: args.amount, date: args.date, number: args.number })
    };
    "payment.post": ById => RecordView = |desk, args| desk.post_payment(&args.id);

    "paper.pdf": ById => PaperView = |desk, args| desk.paper_view(&args.id);
    "paper.batch": ByIds => PaperView = |desk, args| desk.batch_view(&args.ids);
    "paper.save": PaperSave => SavedPapers = |desk, args| desk.save_papers(&args.ids, Path::new(&args.path));

    "good.prices": ById => Vec<GoodPrice> = |desk, args| desk.good_prices(&args.id);
    "price.list": PriceListArgs => PriceRows = |desk, args| {
        let (rows, total) = desk.price_list_rows(&args.list, &args.text, args.offset, args.limit)?;
        Ok(PriceRows { rows, total })
    };
    "price.set": PriceSet => Entered = |desk, args| desk.set_price(&args.list, &args.good, &args.text);
    "series.list": SeriesOf => Vec<SeriesView> = |desk, args| desk.series(&args.organisation);
    "series.set_last": SeriesLast => Vec<SeriesView> = |desk, args| desk.set_last_number(&args.organisation, &args.kind, &args.last);

    "blob.put": BlobPut => BlobStored = |desk, args| desk.put_blob(&args.base64, &args.media_type);
    "blob.get": BlobGet => BlobContent = |desk, args| desk.blob(&args.hash);
    "file.attach": FileAttach => RecordView = |desk, args| match (&args.base64, &args.path) {
        (Some(content), _) => desk.attach(&args.id, &args.name, Content::Base64(content)),
        (None, Some(path)) => desk.attach(&args.id, &args.name, Content::Path(Path::new(path))),
        (None, None) => Err(Failure::new("nothing_chosen")),
    };
    "file.remove": FileRemove => RecordView = |desk, args| desk.edit(&args.id, &[(format!("/files/{}", args.file), Value::Null)]);

    "import.read": ImportRead => ImportView = |desk, args| desk.read_import(&args.kind, &args.name, args.base64.as_deref(), args.path.as_deref().map(Path::new));
    "import.reread": ImportReread => ImportView = |desk, args| {
        let reading = ImportReading { sheet: args.sheet, delimiter: args.delimiter.chars().next(), header_row: args.header_row };
        desk.reread_import(&args.session, &reading)
    };
    "import.plan": ImportPlanArgs => PlanView = |desk, args| {
        let options = ImportOptions { price_list: args.options.price_list, update: args.options.update == "true" };
        desk.plan_import(&args.session, args.mapping.as_object(), &options)
    };
    "import.apply": ImportSessionArgs => ImportDone = |desk, args| desk.apply_import(&args.session);
    "import.undo": ImportBatch => ImportUndone = |desk, args| desk.undo_import(&args.batch);
    "export.xlsx": ExportXlsx => Exported = |desk, args| {
        let columns: Vec<(String, String)> = args.columns.into_iter().map(|column| (column.id, column.title)).collect();
        desk.export_xlsx(&args.query, &columns, args.path.as_deref().map(Path::new))
    };

    "backup.now": BackupNow => BackupView = |desk, args| desk.backup(args.path.as_deref().map(Path::new));
    "backup.list": Nothing => Vec<BackupView> = |desk, _| desk.backups();
    "backup.restore": BackupRestore => StartState = |desk, args| desk.restore(Path::new(&args.path), &args.passphrase);
    "passphrase.set": PassphraseSet => StartState = |desk, args| desk.set_passphrase(&args.old, &args.new);
    "progress.cancel": ById => () = |desk, args| {
        desk.cancel(&args.id);
        Ok(())
    };
    "verify": Nothing => Vec<FindingView> = |desk, _| desk.verify();
    "rebuild": Nothing => () = |desk, _| desk.rebuild();

    "tables.vat": TablesVat => Vec<TableRow> = |desk, args| Ok(tables::vat(&desk.tables(), &args.country));
    "tables.units": Nothing => Vec<TableRow> = |desk, _| Ok(tables::units(&desk.tables()));
    "tables.currencies": Nothing => Vec<TableRow> = |desk, _| Ok(tables::currencies(&desk.tables()));
    "tables.countries": Nothing => Vec<TableRow> = |desk, _| Ok(tables::countries(&desk.tables()));
    "tables.incoterms": Nothing => Vec<TableRow> = |desk, _| Ok(tables::incoterms(&desk.tables()));
}

/// Answer to `entry.preview`.
#[derive(Debug, Serialize, ts_rs::TS)]
pub struct Previewed {
    /// The machine's form.
    pub value: String,
    pub shown: String,
    pub problem: Option<Problem>,
}

/// Answer to `invoice.pay`.
#[derive(Debug, Serialize, ts_rs::TS)]
pub struct Paid {
    pub payment: RecordView,
    pub invoice: RecordView,
}

/// Answer to `price.list`.
#[derive(Debug, Serialize, ts_rs::TS)]
pub struct PriceRows {
    pub rows: Vec<PriceListRow>,
    #[ts(type = "number")]
    pub total: u64,
}

/// Answer to `list.place`.
#[derive(Debug, Serialize, ts_rs::TS)]
pub struct Placed {
    /// Rows before the record; none when the list does not hold it.
    #[ts(type = "number | null")]
    pub place: Option<u64>,
}
