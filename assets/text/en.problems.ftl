# What is wrong with a record, why the core refused, what the checks found: a sentence for every code.
# `problem-<code>`, `failure-<code>` with `failure-<code>-advice`, `finding-<code>`, `remark-<code>`; a test holds the list.

## Problems beside a field: what is wrong and what to do, in a few words

problem-unknown = A problem without a description: { $code }
problem-not-saved = Not saved: enter it again

## Cards: organisations, counterparties, goods, price lists

problem-name-missing = Enter the name
problem-number-missing = Enter the number
problem-country-missing = Enter the country
problem-country-unknown = No such country: “{ $value }”
problem-series-width = The width of a number: 0 to { $most } digits
problem-series-next = The next number is a whole number from 1
problem-series-year = Not a year: “{ $value }”
problem-table-unknown = The program has no table “{ $value }”
problem-table-rows-missing = The correction has no table rows
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
problem-kpp-not-for-sole-trader = Sole traders and individuals have no KPP: remove it
problem-bic-missing = Enter the bank’s BIK
problem-account-missing = Enter the bank account
problem-account-other-currency = By its number the account is in { $currency }: check the currency
problem-signer-head-missing = No director is given: add a signatory
problem-signer-name-missing = Enter the signatory’s name
problem-authority-expired = The authority ended on { $date }: renew it or change the signatory
problem-signer-ended = The authority ended on { $date }: { $name } will not be on the invoice
problem-signer-missing = The invoice will have no director: add a signatory
problem-gross-less-than-net = The gross weight is less than the net weight
problem-certificate-expired = The certificate has expired: a new one is needed
problem-batch-expired = The shelf life of the batch has expired

## Documents

problem-organisation-missing = Choose your organisation
problem-organisation-incomplete = Your organisation has no name or tax number: fill in its record
problem-counterparty-missing = Choose a counterparty
problem-counterparty-incomplete = The counterparty has no name: fill in its record
problem-account-missing-for-currency = Your organisation has no { $currency } account: add one
problem-currency-missing = Enter the currency
problem-currency-unknown = No such currency: “{ $value }”
problem-rate-clause-same-currency = Paid in the same currency: no rate clause is needed
problem-rate-margin-range = The margin on the rate is −100 to 100%
problem-incoterms-unknown = No such Incoterms rule: “{ $value }”
problem-incoterms-place-missing = Enter the place of delivery for { $value }
problem-contract-expired = The contract ended on { $date }: renew it or choose another
problem-contract-expires-soon = The contract runs to { $date }: { $days ->
        [0] the last day
        [one] { $days } day left
       *[other] { $days } days left
    }
problem-dates-reversed = The end date is before the start date
problem-due-missing = No due date: enter a day or the terms
problem-due-before-invoice = The due date is before the invoice date
problem-calendar-unknown = The working days of { $year } are not known: check the due date
problem-shipment-after-contract = The shipment is after the end of the contract ({ $date })
problem-shipment-before-deal = The shipment is before the deal date
problem-terms-share-out-of-range = The share is above 0 and up to 100%, not { $share }
problem-terms-days-out-of-range = Days are a whole number from 0 to { $max }, not { $days }
problem-terms-shares-not-hundred = The shares add up to { $total }%; exactly 100% is needed
problem-share-out-of-range = The prepayment is above 0 and up to 100%, not { $share }

## Lines, sums, VAT

problem-lines-missing = Add at least one line
problem-too-many-lines = { $count } lines; at most { $most } are allowed: split the document
problem-line-name-missing = Enter the name of the goods or service
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
problem-sum-too-large = The amount is too large: check quantity and price
problem-sum-too-precise = The amount has more than two decimal places
problem-sum-finer-than-currency = { $value } has no hundredths: the amount must be whole
problem-currency-finer = { $value } has more than two decimal places: invoices cannot be kept in it
problem-allocation-not-positive = The amount for an invoice must be above zero and not finer than a kopeck
problem-allocated-more-than-paid = More is allocated to invoices than was paid
problem-allocation-not-issued = This invoice is void or not issued: remove it
problem-allocation-other-currency = The invoice is in another currency: { $currency }
problem-allocation-other-counterparty = The invoice is for another counterparty: { $name }
problem-allocation-more-than-rest = More than the invoice has left: { $left } { $currency }
problem-vat-missing = Enter the VAT rate
problem-vat-unknown = No such VAT rate: choose from the list
problem-vat-no-rate = No such VAT rate on { $date }: choose another
problem-vat-not-in-force = VAT rate { $code } is not in force on { $date }
problem-vat-rate-changes = VAT is { $new } from { $date }, not { $old }: check the shipment

## Dates and what was typed

problem-date-missing = Enter the date
problem-date-in-future = { $date } has not come yet
problem-date-other-year = An invoice of { $year }: its number comes from that year’s series
problem-date-before-last = Earlier than the last invoice: No. { $number } of { $date }
problem-more-than-deal = The invoices would exceed the deal: { $left } is left to invoice
problem-contract-other-party = The contract is between other parties: choose another
problem-date-out-of-range = The date is too far away: check the year
problem-date-unreadable = Not a date: enter 22.11.2026, for example
problem-date-ambiguous = The date can be read in two ways: enter it in full, 22.11.2026
problem-impossible-date = There is no such day in the calendar
problem-entry-empty = Nothing was entered
problem-entry-too-long = Too long: shorten it
problem-entry-character = Unexpected character at position { $position }: a number is needed
problem-entry-unfinished = The expression is not finished
problem-entry-ambiguous = The number can be read in two ways: remove the extra characters
problem-entry-two-signs = Two operators in a row: remove one
problem-entry-parenthesis = A bracket is not closed
problem-entry-too-deep = Too many brackets: make it simpler
problem-entry-too-large = The number is too large
problem-entry-too-precise = Too many decimal places
problem-entry-division-by-zero = Division by zero
problem-entry-no-value = There is nothing to take a percentage of: enter a number
problem-entry-percent = A percentage has no meaning here: write +20%, for example
problem-entry-not-number = A number is needed
problem-control-characters = Hidden characters in the text: type it again
problem-text-too-long = Longer than { $most } characters: shorten it
problem-glyph-missing = The font has no “{ $character }”: replace it
problem-shape = A value of the wrong kind: enter it again
problem-not-an-object = A JSON object with the record’s fields is needed
problem-words-too-precise = In words: at most { $most } decimal places
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
problem-identifier-format = Unexpected character: check the { identifier-kind }
problem-identifier-length = { $found } characters instead of { $expected }: check the { identifier-kind }
problem-identifier-all-zero = All zeros: enter the { identifier-kind }
problem-identifier-first-digit = Wrong first digit: check the { $kind ->
        [account] BIK
       *[other] { identifier-kind }
    }
problem-identifier-region = The first digits are not a region code: check the { identifier-kind }
problem-identifier-chapter = No HS chapter { $found }: check the code
problem-identifier-country = No such country code “{ $found }”: check the { identifier-kind }
problem-identifier-never-issued = Such numbers are never issued: check the { identifier-kind }
problem-identifier-checksum = The check digit is wrong: check the { $kind ->
        [account] account and the BIK
       *[other] { identifier-kind }
    }
problem-identifier-bank-mismatch = Different banks: { $iban } in the IBAN, { $bic } in the BIC

## Remarks on numbers that are not refused

remark-treasury-account-key-not-checked = A treasury account: its key is not checked
remark-tax-id-inside-fails = The tax number inside is not correct: check it

## Findings of the check of the store

finding-file = The data file is damaged
finding-journal-chain = The chain of the journal is broken
finding-journal-body = A record differs from the journal
finding-journal-missing = A record is missing from the journal
finding-row-differs = A row of the list differs from the record
finding-row-missing = A record is missing from the list
finding-row-left-over = The list has an extra row
finding-codes-differ = The search numbers differ from the record
finding-allocations-differ = The allocation of a payment differs from the record
finding-sales-differ = The sales of a document differ from the record
finding-counts-differ = The counts differ from the rows
finding-words-differ = The search words differ from the record
finding-blocks-differ = The list index differs from the rows
finding-outbox-reference = An unsent change refers to something that is not there
finding-blob-content = The content of a file differs from its fingerprint

## Refusals: what happened and why; `-advice` says what to do

failure-unknown = It did not work ({ $code }).
failure-unknown-advice = What was saved is safe. Try again; if it does not help, restart the program.
failure-unreachable = The program is not responding.
failure-unreachable-advice = Close the window and open it again: what was saved is safe.
failure-refused = Not yet: correct the problems first.
failure-not-found = The record was not found.
failure-not-found-advice = It may have been removed. Refresh the list.
failure-bad-arguments = The program did not understand the request: nothing was changed.
failure-bad-arguments-advice = Try again. If it comes back, restart the program.
failure-fault = An error in the program: nothing was changed.
failure-fault-advice = Try again. If it comes back, restart the program.
failure-unknown-command = The program does not know the command “{ $name }”.
failure-unknown-kind = There are no records of the kind “{ $kind }”.
failure-unknown-tab = There is no tab “{ $tab }”.
failure-unknown-field = There is no field “{ $field }”.
failure-unknown-entry = The program does not know this kind of field: nothing was changed.
failure-unknown-identifier = There are no numbers of the kind “{ $kind }”.

## Refusals of a record

failure-wrong-kind = This cannot be done with a record of this kind or state.
failure-wrong-kind-advice = Refresh the list and open the record again.
failure-other-kind = The id belongs to a record of another kind.
failure-other-kind-advice = Refresh the list and open the record again.
failure-bad-id = The id of the record is wrong.
failure-bad-id-advice = Refresh the list and open the record again.
failure-bad-path = The record has no such field: nothing was changed.
failure-bad-path-advice = Refresh the list and open the record again.
failure-bad-state = The record is already in another state.
failure-bad-state-advice = Refresh the list and open the record again.
failure-changed-since = This value was changed meanwhile: your edit was not saved.
failure-changed-since-advice = Look at the new value and try again.
failure-exists = A record with this id already exists or existed before.
failure-exists-advice = Open the existing one or create a new one.
failure-issued-is-final = An issued document never changes.
failure-issued-is-final-advice = Make a copy and correct that.
failure-already-issued = This draft has already been issued as an invoice.
failure-already-issued-advice = Open the issued invoice or make a copy of it.
failure-already-paid = The invoice has already been paid in full.
failure-already-paid-advice = If more money has come in, enter its amount.
failure-invoice-paid = The invoice has a payment: it cannot be voided.
failure-invoice-paid-advice = First remove this invoice from the payment’s allocation.
failure-reason-missing = The reason is missing.
failure-reason-missing-advice = Write why the invoice is being voided: it stays in the history.
failure-nothing-left = All lines of the deal have already been invoiced.
failure-nothing-left-advice = Add lines to the deal or invoice all of it.
failure-nothing-chosen = Nothing is chosen.
failure-nothing-chosen-advice = Choose a record or a file and try again.
failure-not-empty = The record is filled in: it cannot be deleted.
failure-not-empty-advice = Archive it.
failure-backup-over-store = A copy cannot be written over the store itself.
failure-backup-over-store-advice = Choose another folder or another name.
failure-referred = Other records refer to this one: it cannot be deleted.
failure-referred-advice = Archive it.
failure-too-many-lines = That makes { $count } lines; a document has at most { $most }.
failure-too-many-lines-advice = Split them between several documents.
failure-paste-too-large = Too much was pasted.
failure-paste-too-large-advice = Paste it in parts or import a file.
failure-sum-too-large = The total is too large to calculate.
failure-sum-too-large-advice = Check the amounts of the marked rows.

## Refusals of numbering

failure-number-in-use = The number { $number } is already taken.
failure-number-in-use-advice = Enter the last number issued.
failure-number-without-digits = The number has no digits, or too many.
failure-number-without-digits-advice = Enter the last number in full, for example ZM-001198.
failure-series-exhausted = The series has run out of numbers.
failure-series-exhausted-advice = Set up new numbering in the settings.
failure-number-in-issued = Not issued: the document holds a number that is not a string.
failure-number-in-issued-advice = Enter that value again.

## Refusals of papers and files

failure-paper-failed = The PDF could not be made.
failure-paper-failed-advice = Try again. If it comes back, restart the program.
failure-paper-fault = The PDF could not be made: an error in the program.
failure-paper-fault-advice = Try again. If it comes back, restart the program.
failure-paper-missing-glyph = The document has a character that the font lacks.
failure-paper-missing-glyph-advice = Replace icons and ideographs with ordinary letters.
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
failure-file-denied-advice = Choose another folder or ask for permission to use this one.
failure-file-failed = The file could not be read or written.
failure-file-failed-advice = Check that no other program has it open, and try again.
failure-file-too-large = The file is too large and was not saved.
failure-file-too-large-advice = Compress it or split it into parts.
failure-bad-base64 = The file arrived damaged and was not saved.
failure-bad-base64-advice = Choose it again.

## Refusals of the store

failure-not-initialised = There are no Torgdom data here yet.
failure-not-initialised-advice = Create an organisation or choose another folder.
failure-already-initialised = The folder { $profile } already holds Torgdom data.
failure-already-initialised-advice = Open them or choose another folder.
failure-passphrase-needed = The data are encrypted.
failure-passphrase-needed-advice = Enter the passphrase.
failure-wrong-passphrase = The passphrase is wrong.
failure-wrong-passphrase-advice = Check the keyboard layout and capital letters.
failure-passphrase-short = The passphrase is shorter than { $least } characters.
failure-passphrase-short-advice = Use several words.
failure-locked-by-other-desk = These data are already open in another Torgdom window.
failure-locked-by-other-desk-advice = Go to that window or close it.
failure-open-elsewhere = Another program has the data open: the file cannot be replaced.
failure-open-elsewhere-advice = Close the other programs that use these data and try again.
failure-busy = Another program is writing the data.
failure-busy-advice = Try again in a minute.
failure-network-share = The data are on a network share: they are not safe there.
failure-network-share-advice = Move the folder with the data to this computer.
failure-profile-read-only = The folder with the data is read-only.
failure-profile-read-only-advice = Ask for write permission, or choose another folder.
failure-disk-full = The disk is full: the last change was not saved.
failure-disk-full-advice = Free up some space and try again.
failure-disk-failed = Disk error: the last action was not completed.
failure-disk-failed-advice = Check the disk, then try again. Save a backup to another disk.
failure-corrupt = The data file is damaged.
failure-corrupt-advice = Restore the data from the last backup.
failure-not-ours = This is not a Torgdom data file.
failure-not-ours-advice = Check that the right file or folder is chosen.
failure-backup-is-folder = That is a folder; a backup is one file.
failure-backup-is-folder-advice = Open the folder and choose the backup file in it; your data are unchanged.
failure-backup-damaged = The backup is damaged or incomplete: nothing can be restored from it.
failure-backup-damaged-advice = Choose another backup; your data are unchanged.
failure-key-missing = The data are encrypted, but the key file (the same name, ending in .key) is not beside them.
failure-key-missing-advice = Put the key file beside them: it was written together with the backup.
failure-cancelled = Stopped at your request. Your data are unchanged.
failure-profile-is-file = That is a file; the data are kept in a folder.
failure-profile-is-file-advice = Give a folder: a new one, or the one that holds the data.
failure-newer-schema = The data were written by a newer version of Torgdom.
failure-newer-schema-advice = Update the program: this version cannot open them.

## Refusals of imports; those of a file itself are in the imports’ texts

failure-import-session-gone = This file is already closed.
failure-import-session-gone-advice = Choose it again.
failure-import-not-planned = The file has not been checked: there is nothing to import.
failure-import-not-planned-advice = Match the columns and check the file.
failure-import-no-such-row = Row { $row } of the file is empty.
failure-import-no-such-row-advice = Give the number of the header row as Excel shows it.
failure-import-unknown = There is no such import, or it has already been undone.
