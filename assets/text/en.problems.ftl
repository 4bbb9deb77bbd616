# What is wrong with a record, why the core refused, what the checks found: a sentence for every code.
# `problem-<code>`, `failure-<code>` with `failure-<code>-advice`, `finding-<code>`, `remark-<code>`; a test holds the list.

## Problems beside a field: what is wrong and what to do, in a few words

problem-unknown = A remark without a description: { $code }
problem-not-saved = Not saved: enter it again

## Cards: organisations, counterparties, goods, price lists

problem-name-missing = Enter the name
problem-number-missing = Enter the number
problem-country-missing = Enter the country
problem-country-unknown = No such country: “{ $value }”
problem-series-width = The width of a number is 0 to { $most } digits
problem-series-next = The next number is a whole one, from 1
problem-series-year = Not a year: “{ $value }”
problem-table-unknown = The program has no table “{ $value }”
problem-table-rows-missing = The correction has no rows of a table
problem-table-row-broken = Row { $row } of the table cannot be read: check this field
problem-tax-id-missing =
    Enter the { $country ->
        [RU] INN
        [BY] UNP
        [KZ] BIN or IIN
        [KG] INN
        [AM] TIN (ՀՎՀՀ)
        [UZ] INN (STIR)
       *[other] tax number
    }
problem-tax-id-other-kind = INN: 10 digits for a company, 12 for a sole trader
problem-kpp-missing = KPP is missing
problem-kpp-not-for-sole-trader = Sole traders and persons have no KPP: remove it
problem-bic-missing = Enter the bank’s BIK
problem-account-missing = Enter the bank account
problem-account-other-currency = The account number says { $currency }: check the currency
problem-signer-head-missing = No head is named: add a signer
problem-signer-name-missing = Enter the signer’s name
problem-authority-expired = Authority ended on { $date }: renew it or change the signer
problem-signer-ended = Authority ended on { $date }: { $name } will not be on the invoice
problem-signer-missing = The invoice will name no head: add a signer
problem-gross-less-than-net = Gross mass is less than net mass
problem-certificate-expired = The certificate has expired: a new one is needed
problem-batch-expired = The batch is past its shelf life

## Documents

problem-organisation-missing = Choose your organisation
problem-organisation-incomplete = Your organisation lacks a name or tax number: fill in its card
problem-counterparty-missing = Choose a counterparty
problem-counterparty-incomplete = The counterparty has no name: fill in its card
problem-account-missing-for-currency = Your organisation has no { $currency } account: add one
problem-currency-missing = Enter the currency
problem-currency-unknown = No such currency: “{ $value }”
problem-rate-clause-same-currency = Paid in the same currency: no rate clause is needed
problem-rate-margin-range = The margin on the rate is −100 to 100%
problem-incoterms-unknown = No such Incoterms rule: “{ $value }”
problem-incoterms-place-missing = Name the place for { $value }
problem-contract-expired = The contract ended on { $date }: renew or change it
problem-contract-expires-soon = The contract runs to { $date }: { $days ->
        [0] the last day
        [one] { $days } day left
       *[other] { $days } days left
    }
problem-dates-reversed = The end is before the beginning
problem-due-missing = No due date: enter a day or the terms
problem-due-before-invoice = Due before the date of the invoice
problem-calendar-unknown = The working days of { $year } are not known: check the due date
problem-shipment-after-contract = Shipment after the contract ends ({ $date })
problem-shipment-before-deal = Shipment before the date of the deal
problem-terms-share-out-of-range = The share is above 0 and up to 100%, not { $share }
problem-terms-days-out-of-range = Days are a whole number from 0 to { $max }, not { $days }
problem-terms-shares-not-hundred = The shares make { $total }%, exactly 100% is needed
problem-share-out-of-range = The prepayment is above 0 and up to 100%, not { $share }

## Lines, sums, VAT

problem-lines-missing = Add at least one line
problem-too-many-lines = { $count } lines, at most { $most } are allowed: divide the document
problem-line-name-missing = Name the good or service
problem-unit-missing = Enter the unit
problem-unit-unknown = No such unit: “{ $value }”; choose from the list
problem-quantity-missing = Enter the quantity
problem-quantity-not-positive = The quantity must be above zero
problem-price-missing = Enter the price
problem-price-negative = The price cannot be below zero
problem-price-zero = The price is zero: is that meant?
problem-discount-range = A discount is 0 to 100%
problem-total-zero = The total is zero: check the prices
problem-sum-missing = Enter the amount
problem-sum-negative = The value cannot be below zero
problem-sum-not-positive = The amount must be above zero
problem-sum-too-large = The sum is too large: check quantity and price
problem-sum-too-precise = The amount has more than two decimals
problem-sum-finer-than-currency = { $value } has no hundredths: the amount must be whole
problem-currency-finer = { $value } has more than two decimals: no invoices are kept in it
problem-allocation-not-positive = The share must be above zero, in whole kopecks
problem-allocated-more-than-paid = More is allocated than was paid
problem-allocation-not-issued = This invoice is void or not issued: remove it
problem-allocation-other-currency = The invoice is in another currency: { $currency }
problem-allocation-other-counterparty = An invoice of another counterparty: { $name }
problem-allocation-more-than-rest = More than the invoice has left: { $left } { $currency }
problem-vat-missing = Enter the VAT rate
problem-vat-unknown = No such VAT rate: choose from the list
problem-vat-no-rate = No such VAT rate on { $date }: choose another
problem-vat-not-in-force = VAT rate { $code } is not in force on { $date }
problem-vat-rate-changes = VAT is { $new } from { $date }, not { $old }: check the shipment

## Dates and what was typed

problem-date-missing = Enter the date
problem-date-in-future = { $date } is still to come
problem-date-other-year = An invoice of { $year }: its number comes from that year’s series
problem-date-before-last = Earlier than the last invoice: No. { $number } of { $date }
problem-more-than-deal = The invoices exceed the deal: { $left } is left to be invoiced
problem-contract-other-party = The contract is between other parties: choose another
problem-date-out-of-range = The date is too far away: check the year
problem-date-unreadable = Not a date: enter 22.11.2026, for example
problem-date-ambiguous = The date can be read in two ways: enter it in full, 22.11.2026
problem-impossible-date = There is no such day in the calendar
problem-entry-empty = Nothing was entered
problem-entry-too-long = Too long: shorten it
problem-entry-character = An odd sign at place { $position }: a number is needed
problem-entry-unfinished = The expression is not finished
problem-entry-ambiguous = The number can be read in two ways: remove the extra signs
problem-entry-two-signs = Two signs in a row: remove one
problem-entry-parenthesis = A bracket is not closed
problem-entry-too-deep = Too many brackets: make it simpler
problem-entry-too-large = The number is too large
problem-entry-too-precise = Too many decimals
problem-entry-division-by-zero = Division by zero
problem-entry-no-value = Nothing to take the percent of: enter a number
problem-entry-percent = A percent has no meaning here: write +20%, for example
problem-entry-not-number = A number is needed
problem-control-characters = Hidden characters in the text: type it anew
problem-text-too-long = Longer than { $most } characters: shorten it
problem-glyph-missing = The font has no “{ $character }”: replace it
problem-shape = A value of the wrong kind: enter it anew
problem-not-an-object = A JSON object with the record’s fields is needed
problem-words-too-precise = In words: at most { $most } decimals
problem-words-unknown-currency = No words for the currency “{ $currency }”

## Numbers of the registers. `kind` is the number’s name in the core; `identifier-kind` says it after «проверьте»

identifier-kind = { $kind ->
        [tax_id] tax number
        [inn] INN
        [kpp] KPP
        [ogrn] OGRN
        [ogrnip] OGRNIP
        [bik] BIK
        [account] account number
        [okpo] OKPO
        [unp] UNP
        [iban] IBAN
        [bic] BIC
        [bin] BIN (IIN)
        [am_tin] Armenian tax number
        [kg_tin] Kyrgyz INN
        [uz_tin] Uzbek INN
        [gtin] GTIN
        [gln] GLN
        [sscc] SSCC
        [tnved] HS code
        [eschf] e-invoice number
        [rnpt] RNPT
       *[other] number
    }
problem-identifier-empty = The { identifier-kind } is missing
problem-identifier-format = An odd sign: check the { identifier-kind }
problem-identifier-length = { $found } characters, not { $expected }: check the { identifier-kind }
problem-identifier-all-zero = All zeros: enter the { identifier-kind }
problem-identifier-first-digit = Wrong first digit: check the { $kind ->
        [account] BIK
       *[other] { identifier-kind }
    }
problem-identifier-region = The first digits are no region: check the { identifier-kind }
problem-identifier-chapter = No HS chapter { $found }: check the code
problem-identifier-country = No country “{ $found }”: check the { identifier-kind }
problem-identifier-never-issued = Such numbers are never issued: check the { identifier-kind }
problem-identifier-checksum = The check digit is wrong: check the { $kind ->
        [account] account and the BIK
       *[other] { identifier-kind }
    }
problem-identifier-bank-mismatch = Different banks: { $iban } in the IBAN, { $bic } in the BIC

## Remarks on numbers that are not refused

remark-treasury-account-key-not-checked = A treasury account: its key is not checked
remark-tax-id-inside-fails = The tax number inside is wrong: check it

## Findings of the check of the store

finding-file = The data file is damaged
finding-journal-chain = The chain of the journal is broken
finding-journal-body = A record differs from the journal
finding-journal-missing = A record is missing in the journal
finding-row-differs = A row of the list differs from the record
finding-row-missing = A record is missing in the list
finding-row-left-over = The list has a row too many
finding-codes-differ = The numbers for the search differ from the record
finding-allocations-differ = The allocation of a payment differs from the record
finding-sales-differ = The sales of a document differ from the record
finding-counts-differ = The counts differ from the rows
finding-words-differ = The words for the search differ from the record
finding-blocks-differ = The marks of the list differ from the rows
finding-outbox-reference = A change not yet sent refers to what is not there
finding-blob-content = The content of a file differs from its fingerprint

## Refusals: what happened and why; `-advice` says what to do

failure-unknown = It did not work ({ $code }).
failure-unknown-advice = What was saved is safe. Try again; if it does not help, restart the program.
failure-unreachable = The program does not answer.
failure-unreachable-advice = Close the window and open it again: what was saved is safe.
failure-refused = Not yet: put the problems right first.
failure-not-found = The record was not found.
failure-not-found-advice = It may have been removed. Refresh the list.
failure-bad-arguments = The program did not understand the request: nothing was changed.
failure-bad-arguments-advice = Try again. If it comes back, restart the program.
failure-fault = A fault of the program: nothing was changed.
failure-fault-advice = Try again. If it comes back, restart the program.
failure-unknown-command = The program knows no command “{ $name }”.
failure-unknown-kind = There are no records of the kind “{ $kind }”.
failure-unknown-tab = There is no tab “{ $tab }”.
failure-unknown-field = There is no field “{ $field }”.
failure-unknown-entry = The program knows no such kind of field: nothing was changed.
failure-unknown-identifier = There are no numbers of the kind “{ $kind }”.

## Refusals of a record

failure-wrong-kind = This cannot be done with a record of this kind or state.
failure-wrong-kind-advice = Refresh the list and open the record anew.
failure-other-kind = The id belongs to a record of another kind.
failure-other-kind-advice = Refresh the list and open the record anew.
failure-bad-id = The id of the record is wrong.
failure-bad-id-advice = Refresh the list and open the record anew.
failure-bad-path = The record has no such field: nothing was changed.
failure-bad-path-advice = Refresh the list and open the record anew.
failure-bad-state = The record is in another state by now.
failure-bad-state-advice = Refresh the list and open the record anew.
failure-changed-since = This value was changed meanwhile: your edit was not written.
failure-changed-since-advice = Look at the new value and try again.
failure-exists = A record with this id is there already, or was.
failure-exists-advice = Open the existing one or make a new one.
failure-issued-is-final = An issued document never changes.
failure-issued-is-final-advice = Make a copy and correct that.
failure-already-issued = This draft has been issued already.
failure-already-issued-advice = Open the issued invoice or make a copy of it.
failure-already-paid = The invoice is paid in full already.
failure-already-paid-advice = If more money has come, enter its amount.
failure-invoice-paid = The invoice has a payment: it cannot be voided.
failure-invoice-paid-advice = First take this invoice out of the payment’s allocation.
failure-reason-missing = The reason is missing.
failure-reason-missing-advice = Write why the invoice is voided: it stays in the history.
failure-nothing-left = All lines of the deal are invoiced already.
failure-nothing-left-advice = Add lines to the deal or invoice the whole of it.
failure-nothing-chosen = Nothing is chosen.
failure-nothing-chosen-advice = Choose a record or a file and try again.
failure-not-empty = The record is filled in: it cannot just be thrown away.
failure-not-empty-advice = Archive it.
failure-backup-over-store = A copy cannot be written over the store itself.
failure-backup-over-store-advice = Choose another folder or another name.
failure-referred = Other records refer to this one: it cannot be deleted.
failure-referred-advice = Archive it.
failure-too-many-lines = That makes { $count } lines; a document has at most { $most }.
failure-too-many-lines-advice = Divide them between several documents.
failure-paste-too-large = Too much was pasted.
failure-paste-too-large-advice = Paste it in parts or import a file.
failure-sum-too-large = The total is too large to be worked out.
failure-sum-too-large-advice = Check the amounts of the marked rows.

## Refusals of numbering

failure-number-in-use = The number { $number } is taken.
failure-number-in-use-advice = Enter the last number given out.
failure-number-without-digits = The number has no digits, or too many.
failure-number-without-digits-advice = Enter the last number in full, for example ZM-001198.
failure-series-exhausted = The series has run out of numbers.
failure-series-exhausted-advice = Set a new numbering in the settings.
failure-number-in-issued = Not issued: the document holds a number that is not a string.
failure-number-in-issued-advice = Enter that value anew.

## Refusals of papers and files

failure-paper-failed = The PDF could not be made.
failure-paper-failed-advice = Try again. If it comes back, restart the program.
failure-paper-fault = The PDF could not be made: a fault of the program.
failure-paper-fault-advice = Try again. If it comes back, restart the program.
failure-paper-missing-glyph = The document has a sign that the font has not.
failure-paper-missing-glyph-advice = Replace emoji and hieroglyphs with plain letters.
failure-picture-unusable = The logo, stamp or signature cannot be printed: the picture is unreadable.
failure-picture-unusable-advice = Use a PNG or JPEG picture.
failure-paper-picture-unknown-kind = The picture is neither PNG nor JPEG.
failure-paper-picture-unknown-kind-advice = Use a PNG or JPEG picture.
failure-paper-picture-too-large = The picture is too large.
failure-paper-picture-too-large-advice = Make it smaller and add it again.
failure-paper-picture-broken = The picture file is damaged.
failure-paper-picture-broken-advice = Add it again or take another one.
failure-file-not-found = The file was not found.
failure-file-not-found-advice = Check the name and the folder.
failure-file-denied = No access to the file or folder.
failure-file-denied-advice = Choose another folder or ask for rights to this one.
failure-file-failed = The file could not be read or written.
failure-file-failed-advice = Check that no other program has it open and try again.
failure-file-too-large = The file is too large and was not saved.
failure-file-too-large-advice = Compress it or divide it into parts.
failure-bad-base64 = The file arrived damaged and was not saved.
failure-bad-base64-advice = Choose it again.

## Refusals of the store

failure-not-initialised = There are no data of Torgdom here yet.
failure-not-initialised-advice = Create an organisation or choose another folder.
failure-already-initialised = The folder { $profile } already holds data of Torgdom.
failure-already-initialised-advice = Open them or choose another folder.
failure-passphrase-needed = The data are encrypted.
failure-passphrase-needed-advice = Enter the pass-phrase.
failure-wrong-passphrase = The pass-phrase is wrong.
failure-wrong-passphrase-advice = Check the keyboard layout and the case.
failure-passphrase-short = The pass-phrase is shorter than { $least } characters.
failure-passphrase-short-advice = Take several words.
failure-locked-by-other-desk = Another window of Torgdom has these data open.
failure-locked-by-other-desk-advice = Go to that window or close it.
failure-open-elsewhere = Another program has the data open: the file cannot be replaced.
failure-open-elsewhere-advice = Close the other programs that use these data and try again.
failure-busy = Another program is writing the data.
failure-busy-advice = Try again in a minute.
failure-network-share = The data are on a network share: they are not safe there.
failure-network-share-advice = Move the folder with the data to this computer.
failure-profile-read-only = The folder with the data cannot be written.
failure-profile-read-only-advice = Ask for the right to write, or choose another folder.
failure-disk-full = The disk is full: the last change was not saved.
failure-disk-full-advice = Free some space and try again.
failure-disk-failed = The disk failed: the last action was not done.
failure-disk-failed-advice = Check the disk, then try again. Save a backup to another disk.
failure-corrupt = The data file is damaged.
failure-corrupt-advice = Restore the data from the last backup.
failure-not-ours = This is not a data file of Torgdom.
failure-not-ours-advice = Check that the right file or folder is chosen.
failure-backup-is-folder = That is a folder; a backup is one file.
failure-backup-is-folder-advice = Open the folder and choose the backup file in it; your data are unchanged.
failure-backup-damaged = The backup is damaged or was not written to its end: nothing can be restored from it.
failure-backup-damaged-advice = Choose another backup; your data are unchanged.
failure-key-missing = The data are encrypted, and the key file (the same name, ending in .key) is not beside them.
failure-key-missing-advice = Put the key file beside them: it was written together with the backup.
failure-cancelled = Stopped at your request: nothing was changed.
failure-profile-is-file = That is a file; the data lie in a folder.
failure-profile-is-file-advice = Name a folder: a new one, or the one where the data are.
failure-newer-schema = The data were written by a newer version of Torgdom.
failure-newer-schema-advice = Update the program: this version cannot open them.

## Refusals of imports; those of a file itself are in the imports’ texts

failure-import-session-gone = The file is closed already.
failure-import-session-gone-advice = Choose it again.
failure-import-not-planned = The file has not been checked: there is nothing to load.
failure-import-not-planned-advice = Match the columns and check the file.
failure-import-no-such-row = The file has nothing in row { $row }.
failure-import-no-such-row-advice = Give the number of the row of headers as Excel shows it.
failure-import-unknown = There is no such import, or it was undone already.
