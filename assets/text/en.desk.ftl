# Words of the desk.

## The window

brand = Torgdom
sections = Sections
section-today = Today
section-deal = Deals
section-invoice = Invoices
section-payment = Payments
section-counterparty = Counterparties
section-contract = Contracts
section-good = Goods
section-price-list = Price lists
section-import = Import
section-settings = Settings
section-burning = urgent:
section-cap = Section
alt-digit = Alt + digit
find-hint = Search and commands
palette-hint = A command, a number, a name, a tax number
organisation-now = Organisation: { $name }
organisation-choose = Whose documents to show
all-organisations = All organisations
demo-mark = Sample data
toasts = Messages
progress = Working
progress-count = { $done } of { $total }
work-verify = Checking the data
work-rebuild = Rebuilding lists and search
work-papers = Print forms
work-import = Import
pane = Pane
version = Version { $version }
close = Close
cancel = Cancel
apply = Apply
more = More actions
remove = Remove
check = Check
saving = Saving
saved-at = Saved { $time } on this device
archived = Archived: { $name }
unarchived = Restored: { $name }
archive = Archive
unarchive = Restore
archived-no-deal = Archived: restore it first
no-access = no access
open-record = Open: { $name }
create-named = Create: { $kind } “{ $name }”
create-new = Create: { $kind }
nothing-found = Nothing found
nothing-found-advice = No record fits this filter. Words may come in any order, tax numbers as digits.
drop-filter = Clear the filter
and-more = and { $count } more
count = { $count }
from-date = of { $date }
from-word = of
until = until { $date }
no-term = no time limit
kind-number = { $kind } No. { $number }
kind-draft = { $kind }, draft
kind-organisation = Organisation
kind-counterparty = Counterparty
kind-contract = Contract
kind-good = Item
kind-price-list = Price list
kind-deal = Deal
kind-invoice = Invoice
kind-payment = Payment
kind-series = Numbering
kind-settings = Settings
status-draft = Draft
status-issued = Posted
status-part = Partly paid
status-paid = Paid
status-late = Overdue
status-void = Void
status-archived = Archived
status-became-issued = Issued
status-live = In force
status-expiring = Expiring
status-expired = Expired
undo-undone = Undone
undo-redone = Redone
undo-nothing-to-undo = Nothing to undo
undo-changed-since = The value has been changed since; nothing was undone
undo-issued-is-final = An issued invoice cannot be undone, but it can be voided

## Actions and their keys

action-palette = Search and commands
action-help = All keys
action-back = Back
action-undo = Undo
action-redo = Redo
action-pane = Side pane
action-organisation = Change the organisation
action-theme = Light or dark theme
action-language = Change the language
action-go-today = Go to: Today
action-go-deals = Go to: Deals
action-go-invoices = Go to: Invoices
action-go-payments = Go to: Payments
action-go-counterparties = Go to: Counterparties
action-go-contracts = Go to: Contracts
action-go-goods = Go to: Goods
action-go-prices = Go to: Price lists
action-go-import = Go to: Import
action-go-settings = Go to: Settings
action-open = Open
action-new = New record
action-filter = Filter
action-narrow = Narrow
action-save-filter = Save filter…
action-columns = Columns
action-xlsx = XLSX
action-next-tab = Next filter
action-previous-tab = Previous filter
action-mark = Mark the row
action-mark-all = Mark all
action-print-marked = Print the marked documents
action-pay-current = Payment
action-archive-current = Archive or restore
action-post = Post
action-issue-print = Issue and print
action-print = Print
action-save-pdf = Save PDF
action-preview = Preview
action-copy-record = Copy
action-invoice = Create an invoice
action-pay = Payment
action-void = Void
action-archive = Archive or restore
action-attach = Attach a file
action-problems = What is missing
action-history = History
action-add-row = New row
action-new-deal = New deal
action-section-1 = Part 1 of the record
action-section-2 = Part 2 of the record
action-section-3 = Part 3 of the record
action-section-4 = Part 4 of the record
action-section-5 = Part 5 of the record
action-section-6 = Part 6 of the record
action-grid-next = Next empty field
action-grid-field = Next field
action-grid-choose = Choose from the list
action-grid-edit = Edit the cell
action-grid-copy = Copy the line
action-grid-remove = Remove the line
action-grid-new = To the new line
action-grid-up = One line up
action-grid-down = One line down
action-grid-paste = Paste from Excel
action-today-new = New deal
action-today-act = Open the row
action-today-pay = Record a payment
action-first-next = Next
action-first-start = Begin
action-first-empty = Begin empty
action-first-demo = With sample data
action-first-import = Import your data
action-import-next = Next
action-import-file = Choose a file
action-import-undo = Undo the import
action-backup-now = Make a backup
action-verify-now = Check the data
action-rebuild-now = Rebuild lists and search
action-restore-last = Restore the latest backup
action-keep-passphrase = Save the passphrase
action-start-again = Try again
action-start-restore = Restore the latest backup
start-restore-text = The file that could not be opened stays where it is: nothing is erased.
close-desk = Close the program
action-close-desk = Close the program
action-different = This is another counterparty
action-picture-logo = Choose the logo
action-picture-stamp = Choose the stamp
action-picture-signature = Choose the signature
action-again = Try again
action-stop-work = Stop
action-confirm = Confirm
hint-palette = commands
hint-help = all keys
hint-back = back
hint-undo = undo
hint-organisation = organisation
hint-open = open
hint-mark = mark
hint-new = new
hint-filter = filter
hint-next-tab = filters
hint-post = post
hint-problems = missing
hint-history = history
hint-copy-record = copy
hint-attach = file
hint-grid-next = next
hint-grid-field = next field
hint-grid-choose = choose
hint-grid-copy = copy line
hint-grid-remove = remove line
hint-today-act = open
hint-today-pay = record payment
hint-today-new = new deal
hint-first-next = next
hint-first-start = begin
hint-language = language
hint-import-file = choose a file
hint-import-next = next
hint-import-undo = undo
place-desk = Everywhere
place-list = A list
place-record = Document or record
place-grid = Document lines
place-today = Today
place-firstrun = First run
place-import = Import
place-settings = Settings
place-door = Sign-in
help-title = Keys and input
help-intro = Letters work in any keyboard layout. Greyed keys do nothing here at the moment.
help-entry-title = How to enter values
help-numbers = Numbers: 1234,56 or 1234.56; you can calculate: 1200*1,2, 15000/1,2, +20%.
help-dates = Dates: 22, 2211, 221126, 22.11; +7 is a week from now, a dot is today.
help-search = Search: words in any order, tax numbers as digits; a wrong keyboard layout is corrected.
help-paste = Rows from Excel are pasted from the active cell on; rejected values are shown cell by cell.
help-saving = Everything is saved automatically on this device. You can close at any moment.

## Lists

filter-placeholder = Filter by words
filters = Filters
columns-title = List columns
columns-note = Up and Down move through the columns, Space shows or hides one, Left and Right change its width.
columns-none = Leave at least one column
columns-reset = Reset to default
column-width = { $width } px
marked-first = The first { $count } of { $total } are marked: no more are allowed at once
narrow-from = Date from
narrow-to = to
narrow-sum-from = Amount from
narrow-sum-to = to
narrow-crossed = The first day is after the last
chips = Filter conditions
chip-from = from { $date }
chip-to = to { $date }
chip-sum-from = amount from { $sum }
chip-sum-to = amount to { $sum }
chip-drop = Remove the condition: { $what }
filter-changed = changed
edit-filter = Change filter…
save-filter-title = Save filter
edit-filter-title = Saved filter
save-filter-note = The filter will appear beside the tabs of this list. Dates such as −30 or a dot are recalculated every day.
save-filter-name = Name
save-filter-confirm = Save filter
save-filter-empty = First choose a tab, words, dates or amounts
save-filter-no-name = Give the filter a name
save-filter-taken = This filter already exists
save-filter-many = No more than twenty filters can be saved
remove-filter = Remove filter
filter-removed = Filter “{ $name }” removed
pane-close = Close the pane, { $key }
owes-us = They owe us
owes-nothing = Nothing owed
owes-late = of which overdue
left-in-contract = Left
field-term = Term
until-date = until { $date }
no-end = no end date
no-limit = no limit
files-none = No files
allocations-none = None yet: this is an advance
list-place = Row { $row } of { $total }
list-cut-short = more records match; the newest are shown
marked = Marked
marked-rows = Marked rows
marked-count = Marked { $count }
unmark = Unmark
sum = Amount
rest = Balance
print-marked = Print { $count }
save-marked = Save { $count }
exported =
    Written to XLSX: { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
nothing-to-export = The list is empty
import-some = Import from a file
column-n = No.
column-number = Number
column-date = Date
column-status = Status
column-currency = Cur.
column-total = Amount
column-rest = Balance
column-to-invoice = Unpaid
column-unallocated = Unallocated
column-due = Due
column-counterparty = Counterparty
column-buyer = Buyer
column-updated = Changed
column-name = Name
column-country = Country
column-tax-id = Tax No.
column-limit = Contract amount
column-limit-left = Balance
column-valid-to = To
column-article = Art. No.
column-line-name = Name
column-unit = Unit
column-quantity = Qty
column-price = Price
column-discount = Disc.
column-vat = VAT
column-gross = Amount incl. VAT
column-origin = Origin
column-debt = Owes us
column-price-list = Price list
column-from = From
column-to = To
tab-deal-all = All
tab-deal-drafts = Drafts
tab-deal-to-pay = To be paid
tab-deal-part = Partly paid
tab-deal-paid = Paid
tab-deal-archived = Archive
tab-invoice-all = All
tab-invoice-drafts = Drafts
tab-invoice-to-pay = To pay
tab-invoice-late = Overdue
tab-invoice-due-week = Due this week
tab-invoice-part = Partly paid
tab-invoice-paid = Paid
tab-invoice-void = Void
tab-invoice-archived = Archive
tab-payment-all = All
tab-payment-drafts = Drafts
tab-payment-to-pay = Unallocated
tab-payment-incoming = Incoming
tab-payment-outgoing = Outgoing
tab-payment-archived = Archive
tab-counterparty-all = All
tab-counterparty-buyers = Buyers
tab-counterparty-suppliers = Suppliers
tab-counterparty-archived = Archive
tab-contract-all = All
tab-contract-expiring = Expiring
tab-contract-expired = Expired
tab-contract-archived = Archive
tab-good-all = All
tab-good-archived = Archive
tab-price-list-all = All
tab-price-list-expiring = Expiring
tab-price-list-expired = Expired
tab-price-list-archived = Archive

## Lines of a paper

lines = Lines
grid-place = Line { $row } of { $rows } · { $column }
grid-place-new = New line, { $rows } in all
cell-of = { $column }, line { $row }
new-line-hint = Article No. or a word from the name
new-line-excel = rows from Excel
goods-none = No items yet: enter a name
line-free = A line without a record: “{ $text }”
instead-of = instead of { $value }
lines-count =
    { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }
net = Excl. VAT
vat = VAT
vat-at = VAT { $rate }
vat-part = VAT { $rate }: { $sum }
gross = Incl. VAT
total = Total
totals = Totals
without-vat = no VAT
without-vat-short = none
line-n = Line { $n }
line-field = line { $n }, { $field }
line-net = Excl. VAT
line-vat = VAT
line-price-after = Price after discount
line-settled = Last price
line-tnved = HS code
line-origin = Origin
paste-report = Result of pasting
paste-done = Cells filled: { $filled }, new lines: { $added }, rejected: { $failed }
paste-cell = Row { $row }, column { $column }:
paste-empty = empty

## Panes of a record

missing = What is missing
all-filled = Everything is filled in
level-blocks = Blocks posting:
level-warns = Warning:
history = History
history-you = You
op-create = created
op-edit = changed
op-state = state changed
op-issue = issued
op-void = voided
op-archive = archived
op-unarchive = restored
op-post = posted
op-purge = deleted
files = Files
files-note = A scan can be dropped onto this page.
file-remove = Remove the file { $name }
drop-here = Drop to attach
chain = Progress
chain-deal = Amount
chain-invoice = Invoiced
chain-payment = Received
chain-contract = Contract amount
chain-whole = whole payment { $sum }
chain-over = Invoiced beyond the deal
chain-rest-deal = Left to invoice
chain-rest-invoice = Left to receive
chain-rest-contract = Left under the contract
strip-invoiced = invoiced
strip-rest = left
strip-problems = Problems: { $count }
papers = Documents
papers-none = No documents yet. A new deal: { $key }
page-of-paper = { $title }, page { $page } of { $pages }
paper-not-drawn = The document cannot be shown. Save the PDF and open it.
paper-saved = Saved: { $path }
paper-printed = Sent to the printer: { $name }

## Counterparties and organisations

counterparty-new = New counterparty
counterparties-empty = No counterparties yet
counterparties-empty-text = The companies you sell to and buy from. Enter the first one or import a list from 1C or Excel.
requisites = Company details
terms-usual = Terms
role-buyer = buyer
role-supplier = supplier
tax-id-fine = the number is correct
accounts = Bank accounts
account-add = Account
account-fine = key correct
account-main = main account for the currency
accounts-note = Needed if you pay this counterparty.
accounts-own-note = The account is printed on invoices: without it no invoice can be issued.
signers = Signatories
signer-add = Signatory
signers-note = The director and the accountant, with their authority to sign.
addresses = Addresses
address-add = Address
contacts = Contacts
contact-add = Contact
contacts-note = Phone numbers and e-mail addresses never appear on documents.
tax-ids = Other and former tax numbers
tax-id-add = Tax number
divisions = Divisions with their own KPP
division-add = Division
contracts = Contracts
contract-add = Contract
left-of-limit = { $sum } left
similar-title = Looks like another record
similar-same-id = the same tax number: { $tax_id }
similar-name = a similar name, { $tax_id }
similar-open = Open it
similar-different = They are different
organisation-add = Organisation
organisation-new = New organisation
organisation-usual = for new documents
organisation-papers = Documents
organisations-note = Invoices are issued on behalf of these organisations. There may be several.
pictures-note = The logo, stamp and signatures are printed on invoices. Use PNG or JPEG; a stamp looks best on a transparent background.
picture-choose = Choose a picture
picture-change = Replace
picture-remove = Remove the picture

## Contracts

contract-new = New contract
contracts-empty = No contracts yet
contracts-empty-text = A contract gives its deals their currency, prices, VAT and payment terms. Enter the first one or import a list.
contract-itself = Contract
contract-money = Money and delivery
contract-deals = Deals under the contract
limit-left = { $sum } left
terms-title = Payment terms
terms-none = not set
terms-add = Part
terms-prepayment = { $share }% prepayment
terms-preset-prepaid = 100% prepayment
terms-preset-half = 50% prepayment, 50% in 14 days
terms-preset-deferred-14 = Deferred 14 days
terms-preset-deferred-30 = Deferred 30 days
rate-clause-title = Currency clause
rate-clause-intro = Priced in one currency, paid in another: whose rate applies and on which day.
rate-clause-none = paid in the same currency
incoterms-place-hint = named place

## Goods and prices

good-new = New item
goods-empty = No goods yet
goods-empty-text = Items fill the lines of deals with their unit, price and VAT. Enter the first one or import a list.
good-itself = Item
good-codes = Codes and weight
good-tracking = Tracking
good-prices = Prices
good-prices-none = Not in any price list yet.
batches = Batches
batch-add = Batch
certificates = Certificates and declarations
certificate-add = Certificate
kg = kg
days-word = days
months-word = months
price-list-new = New price list
prices = Prices
prices-empty = No price lists yet
prices-empty-text = The price in a deal line comes from the contract’s price list as of the deal date.
prices-none = No prices yet: add an item or import a file.
prices-count =
    { $count ->
        [one] { $count } price
       *[other] { $count } prices
    }
price-add = Add an item
price-of = Price: { $name }
no-price-list = no price list

## Deals

deal-new = New deal
deals-empty = No deals yet
deals-empty-text = A deal is what you have agreed with the buyer. Invoices are issued from it.
deal-post = Post and close
deal-close = Close
deal-posted = Deal No. { $number } posted
deal-copied = This is a copy: check the date and prices
deal-no-lines = The deal has no lines
buyer-hint = F4: choose
make-invoice = Create an invoice
invoice-rest = Invoice the remainder
invoice-from-title = Invoice for deal { $number }
invoice-from-draft = Invoice for this deal
invoice-from-all = This deal has been invoiced in full.
invoice-from-what = What to invoice
invoice-make = Create the invoice
scope-whole = The whole deal
scope-remainder = The remainder
scope-prepayment = A prepayment, part of the amount
scope-prepayment-text = One line per VAT rate, at the calculated rate
share-agreed = agreed: { $share }%

## Invoices

invoice-new = New invoice
invoice-draft = Draft invoice
invoice-continue = Continue
invoice-issue = Issue
invoice-issued = Invoice No. { $number } issued
invoice-copied = A new draft based on that invoice
invoice-preview = How the document will look
invoice-more = For printing
invoice-paid = Payment of invoice No. { $number } recorded
invoice-void-mark = The invoice is void
invoices-empty = No invoices yet
invoices-empty-text = An invoice is created from a deal or entered by hand.
issue-refused = Correct this first:
to-pay = To pay
paid = Paid
open-deal = Open the deal
due-title = Due dates
due-unknown = depends on the event
due-prepayment = prepayment { $share }%
due-deferral = { $share }% deferred
purpose-composed = filled in automatically
paper-language-usual = as set for the organisation
pay-title = Payment of invoice No. { $number }
pay-rest = { $sum } is left to pay
pay-confirm = Record the payment
void-title = Void invoice No. { $number }?
void-text = This cannot be undone. The number stays used; the document and the reason are kept.
void-confirm = Void it
void-keep = Keep the invoice
void-needs-reason = Give the reason

## Payments

payment-new = New payment
payment-itself = Payment
payment-where = Recipient and purpose
payment-post = Post
payment-posted = Payment posted
payments-empty = No payments yet
payments-empty-text = The easiest way to record a payment is from an invoice: Ctrl O.
allocations = Which invoices are paid
allocation-add = Add an invoice
advance-left = advance { $sum }

## Today

today-late = Overdue
today-today = Today
today-week = Next 7 days
today-month = Next 30 days
today-list = Due dates
today-burning = Urgent { $count } of { $total }
today-fresh = Where to begin
today-fresh-text = Enter the first deal: the buyer and the goods are created right in it. Or import lists from 1C and Excel.
today-empty = Nothing is due today
today-empty-text = Payment due dates, expiring contracts and powers of attorney, and unfinished drafts will appear here.
what-payment = Payment
what-contract = Contract
what-draft = Draft
what-certificate = Certificate
what-authority = Power of attorney
what-vat-change = VAT rate
what-shipment = Shipment
do-payment = Record
do-contract = Open
do-draft = Continue
do-certificate = Open
do-authority = Open
do-vat-change = Check
do-shipment = Open
drafts = Drafts
no-counterparty = no counterparty
turnover = Turnover
turnover-note = on issued invoices, { $currency }
turnover-none = It will appear with the first issued invoice.
turnover-chart = Turnover by month as bars; the table has the same figures
show-table = Show as a table
show-chart = Show as bars
month = Month
millions = millions
thousands = thousands
owed = Owed to us
owed-total = Total
owed-none = Nothing owed.
owed-age = Overdue by
owed-not-due = Not due yet
owed-1-30 = 1–30 days
owed-31-60 = 31–60 days
owed-61-90 = 61–90 days
owed-over-90 = Over 90
country-ru = Russia
country-by = Belarus
country-kz = Kazakhstan
country-am = Armenia
country-kg = Kyrgyzstan

## First run and other doors

language = Language
language-choose = Language
first-title = First run
first-intro = It takes about a minute. Everything can be changed later; no network is needed.
first-begin = Where to begin
first-begin-text = The sample data are kept apart and never mix with yours.
first-mode-empty = Empty
first-mode-empty-text = Your organisation and empty lists
first-mode-demo = With sample data
first-mode-demo-text = Fictional firms, deals and invoices
first-mode-import = Import
first-mode-import-text = Lists from 1C and Excel
first-organisation = Your organisation
first-organisation-text = Enter the tax number: the country and the checks follow from it.
first-tax-id = Tax number
first-tax-id-hint = 9, 10 or 12 digits
first-kpp = KPP
first-name = Name
first-name-hint = Name with legal form
first-address = Address
first-address-hint = postcode, town, street, house
first-number = Bank account
first-number-hint = 20 digits or an IBAN
first-bic = BIC
first-bic-hint = 9 digits or ALFABY2X
first-bank-name = Bank
first-corr-account = Corr. account
first-head = Director
first-head-hint = surname, first name, patronymic
first-head-signs = signs invoices
first-head-post = Job title
first-accountant = Accountant
first-phone = Telephone
first-vat-regime = VAT
first-logo = Logo
first-more = Job title, accountant, telephone, VAT, logo
first-tax-ok = { $kind }, the check digit is correct
first-tax-unknown = A UNP has 9 digits, an INN 10 or 12
first-account-ok = { $currency }, the check digit is correct
first-numbers = Numbering
first-numbers-text = The last numbers used in 1C: numbering will continue from there.
first-last-invoice = Last invoice
first-last-invoice-hint = for example 1197
first-last-deal = Last deal
first-last-deal-hint = for example ZM-001283
first-protect = Protection
first-protect-text = With a passphrase a stolen laptop reveals nothing. The passphrase cannot be recovered.
first-passphrase = Passphrase
first-passphrase-hint = may be left empty
first-passphrase-again = Once more
first-start-empty = Begin
first-start-demo = Open the sample data
first-start-import = Continue to the files
first-making = Getting ready
first-needs-name = Enter the name
first-then = Then: a counterparty, a deal, the first invoice
first-kept-here = Kept on this device
id-inn = INN
id-unp = UNP
id-bin = BIN
id-tax-id = Number
id-am-tax-id = Armenian TIN
id-kg-tax-id = Kyrgyz INN
unlock-title = Torgdom is locked
unlock-intro = The data are encrypted: { $profile }
unlock = Open
passphrase = Passphrase
start-failed = Torgdom could not be opened
start-profile = Data: { $path }

## Settings

settings-organisations = Organisations
settings-numbering = Numbering
settings-look = Language and look
settings-backup = Backups and check
settings-passphrase = Passphrase
settings-tables = Rates and sources
numbering-note = A number is given when a document is posted. To continue after 1C, enter the last number used there.
numbering-kind = Document
numbering-next = Next number
numbering-last = The last number in another program
numbering-last-of = The last number: { $kind }
numbering-go-on = Continue
numbering-needs-last = Enter the last number
numbering-set = The next number: { $next }
theme = Theme
theme-system = As in the system
theme-light = Light
theme-dark = Dark
density = Row spacing
density-compact = Compact
density-usual = Normal
density-roomy = Spacious
look-note = These settings apply to this device only.
author = Your name
author-placeholder = Surname and initials
author-note = shown in the history of changes
backup-note = A copy is made automatically every day and before an upgrade. Restoring brings everything back to the day of the copy.
backup-made = Backup made: { $path }
backups = Backups
backups-none = No backups yet.
backup-at = When
backup-kind = Kind
backup-kind-daily = daily
backup-kind-before-migration = before an upgrade
backup-kind-before-restore = before a restore
backup-kind-manual = by hand
backup-size = Size
backup-path = Where
backup-restore = Restore
backup-restore-from = Restore from a backup
restore-title = Bring everything back to { $date }?
restore-text = Everything done after that day will disappear from the lists. The present data are copied first.
restore-confirm = Go back to this day
restore-keep = Change nothing
verify-fine = Everything is intact: records, lists and the journal agree.
rebuild-done = Lists and search are rebuilt
profile-at = The data are here:
passphrase-on = The data on this device are encrypted.
passphrase-off = The data on this device are not encrypted. Encrypting removes the earlier unencrypted copies.
passphrase-note = The passphrase must be entered at every start. If it is forgotten, nobody can bring the data back: write it down and keep it apart.
passphrase-old = Current phrase
passphrase-new = New phrase
passphrase-again = Once more
passphrase-repeat = Enter the phrase again
passphrase-differs = The phrases do not match
passphrase-empty = Enter a phrase
passphrase-turn-on = Encrypt
passphrase-change = Change the phrase
passphrase-remove = Remove protection
passphrase-set = The passphrase is set
passphrase-removed = Protection removed
tables-note = VAT is calculated at these rates as of the shipment date. Each rate shows its source and the day it was checked.
tables-vat = VAT, { $country }
vat-class-base = standard rate
vat-class-reduced = reduced rate
vat-class-zero = export
vat-class-none = exempt
vat-class-calculated = calculated rate, prepayment
vat-class-medicines = medicines and medical services
vat-class-periodicals = printed periodicals
vat-class-special5 = simplified, no deduction
vat-class-special7 = simplified, no deduction
vat-class-telecom = telecommunications
tables-what = What
tables-when = In force
tables-from = from { $date }
tables-to = to { $date }
tables-source = Source
tables-checked = Checked
tables-checked-on = on { $date }
tables-verify = to be checked

## Import

import-intro = An XLSX or CSV table from 1C, Excel or another program. First you see the result, and only then is it saved.
import-what = What to import
import-kind-counterparty = Counterparties
import-kind-counterparty-text = Name, tax number, address, account
import-kind-contract = Contracts
import-kind-contract-text = Number, date, counterparty, currency, term
import-kind-good = Goods
import-kind-good-text = Article No., name, unit, VAT, weight
import-kind-price-list = Price list
import-kind-price-list-text = Article No. or name, and price
import-drop = Drop a file here or choose one
import-other-file = Another file
import-check = Check
import-apply = Save { $count }
import-nothing = Nothing to save
import-needs = A column is missing: { $fields }
import-update = Update existing records
import-columns = What each column holds
import-rows =
    { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
import-encoding =
    { $encoding ->
        [utf8] UTF-8
        [windows1251] Windows-1251
        [utf16] UTF-16
        [ibm866] DOS (866)
       *[other] { $encoding }
    }{ $delimiter ->
        [tab] , tab-delimited
       *[sign] , delimiter “{ $delimiter }”
    }
import-damaged = Some characters could not be read: check the file’s encoding.
import-sheet = Sheet
import-header-row = Headers in row
import-no-headers = no headers
import-delimiter = Delimiter
import-delimiter-name =
    { $sign ->
        [tab] tab
        [semicolon] semicolon
        [comma] comma
       *[other] bar
    }
import-column = Column
import-field = Field
import-field-of = Field for column { $column }
import-sample = First values
import-skip-column = do not import
import-required = required
import-done = Created { $created }, updated { $updated }, skipped { $skipped }
import-done-text = The whole import can be undone with one command.
import-open-list = Open the list
import-undone =
    Import undone: { $count ->
        [one] { $count } record
       *[other] { $count } records
    }{ $kept ->
        [0] { "" }
       *[other] , changed since and kept: { $kept }
    }
plan-rows = Rows in the file
plan-create = To be created
plan-update = To be updated
plan-same = Already exist
plan-refused = With errors
plan-duplicates = Already exist or repeated
plan-row = row { $row }
plan-exists = already exists: { $name }
plan-twin-row = the same in row { $row }
plan-problems = Problems
plan-row-head = Row
plan-value = Value
plan-what = What is wrong
plan-clean = No problems.

## Fields of the records

field-name = Name
field-full-name = Full name
field-kind = Kind
field-party-kind = Kind of party
field-country = Country
field-tax-id = Tax number
field-inn = INN
field-unp = UNP
field-bin = BIN
field-tax-id-reason = Why the number is correct
field-tax-ids = Other tax numbers
field-value = Number
field-kpp = KPP
field-ogrn = OGRN
field-okpo = OKPO
field-vat-regime = VAT
field-divisions = Divisions
field-division-name = Division
field-addresses = Addresses
field-address = Address
field-address-kind = Kind of address
field-text = Address
field-gln = GLN
field-accounts = Bank accounts
field-account = Account
field-account-number = Account
field-bank-name = Bank
field-bic = BIC
field-corr-account = Corr. account
field-bank-address = Bank address
field-main = main
field-signers = Signatories
field-signer-name = Name
field-post = Job title
field-role = Role
field-basis = Authority
field-signature = Signature
field-contacts = Contacts
field-contact-name = Name
field-phone = Telephone
field-email = E-mail
field-note = Note
field-buyer = Buyer
field-supplier = Supplier
field-credit-limit = Credit limit
field-credit-currency = Limit currency
field-manager = Manager
field-logo = Logo
field-stamp = Stamp
field-language = Document language
field-paper-language = Document language
field-number = Number
field-date = Date
field-place = Place
field-subject = Subject
field-organisation = Organisation
field-counterparty = Counterparty
field-contract = Contract
field-deal = Deal
field-our-role = Our role
field-contract-kind = Kind of contract
field-currency = Currency
field-price-kind = Prices
field-prices = Prices
field-vat = VAT
field-vat-wording = VAT wording
field-rate-clause = Currency clause
field-pay-currency = Paid in
field-bank = Whose rate
field-bank-rate = Whose rate
field-rate-date = Rate on the day of
field-margin = Margin, %
field-incoterms = Delivery basis
field-incoterms-place = Named place
field-limit = Contract amount
field-from = From
field-to = To
field-valid-from = Valid from
field-valid-to = Valid to
field-payment-terms = Payment terms
field-payment = Payment
field-parts = Part of payment
field-share = Share, %
field-days = Days
field-day-kind = Kind of days
field-calendar = Calendar
field-event = Counted from
field-terms-note = In words
field-price-list = Price list
field-price-list-name = Name
field-files = Files
field-article = Article No.
field-good = Item
field-good-name = Name
field-unit = Unit
field-tnved = HS code
field-origin = Origin
field-net-mass = Net weight
field-gross-mass = Gross weight
field-gtin = GTIN
field-category = Product group
field-by-batch = By batch
field-by-serial = By serial number
field-shelf-life = Shelf life
field-warranty = Warranty
field-batches = Batches
field-batch-number = Batch
field-made = Manufactured
field-expires = Expires
field-certificates = Certificates
field-certificate-name = Kind of document
field-certificate-number = Number
field-prices-map = Prices
field-price = Price
field-quantity = Quantity
field-discount = Discount
field-lines = Lines
field-order = Line position
field-specification = Spec.
field-specification-date = Specification date
field-shipment = Shipment
field-shipment-date = Shipment
field-shipment-short = shipment
field-seller = Seller
field-scope = What is invoiced
field-due = Pay by
field-valid-until = Valid until
field-delivery = Delivery
field-purpose = Payment reference
field-basis-text = Basis
field-consignee = Consignee
field-with-stamp = Print the stamp and signatures
field-issued-as = Issued as
field-void-reason = Reason
field-reason = Reason
field-direction = Direction
field-payment-number = Payment order No.
field-amount = Amount
field-allocations = Allocation
field-prefix = Prefix
field-suffix = Suffix
field-width = Digits
field-next = Next number
field-year = Year
field-closed = Closed
field-default-organisation = Organisation
field-size = Size
field-blob = File
field-media-type = Kind of file
field-state = State

## What can be chosen

enum-party-kind-legal = legal entity
enum-party-kind-sole-trader = sole trader
enum-party-kind-person = individual
enum-party-kind-branch = branch
enum-party-kind-institution = institution
enum-vat-regime-general = VAT payer
enum-vat-regime-exempt = no VAT
enum-vat-regime-special5 = simplified, VAT 5%
enum-vat-regime-special7 = simplified, VAT 7%
enum-address-kind-legal = legal
enum-address-kind-postal = postal
enum-address-kind-delivery = delivery
enum-signer-role-head = director
enum-signer-role-chief-accountant = chief accountant
enum-signer-role-other = other
enum-contract-kind-supply = supply
enum-contract-kind-commission = commission
enum-contract-kind-agency = agency
enum-our-role-seller = seller
enum-our-role-buyer = buyer
enum-price-kind-on-top = VAT on top
enum-price-kind-included = VAT included
enum-vat-choice-base = standard rate
enum-vat-choice-reduced = reduced rate
enum-vat-choice-zero = 0%
enum-vat-choice-none = no VAT
enum-rate-bank-nbrb = National Bank of Belarus
enum-rate-bank-cbr = Bank of Russia
enum-rate-date-payment = of payment
enum-rate-date-invoice = of the invoice
enum-rate-date-shipment = of shipment
enum-part-kind-prepayment = prepayment
enum-part-kind-deferral = deferral
enum-day-kind-calendar = calendar
enum-day-kind-banking = banking
enum-term-calendar-seller = the seller’s
enum-term-calendar-ru = Russia
enum-term-calendar-by = Belarus
enum-term-calendar-both = both countries
enum-term-event-invoice = the invoice
enum-term-event-shipment = shipment
enum-term-event-acceptance = acceptance
enum-trade-category-other = other
enum-trade-category-machinery = machinery
enum-trade-category-parts = parts
enum-trade-category-road-machinery = road machinery
enum-trade-category-microelectronics = microelectronics
enum-trade-category-building-materials = building materials
enum-trade-category-medicines = medicines
enum-trade-category-reagents = reagents
enum-trade-category-cosmetics = cosmetics
enum-trade-category-electrical = electrical goods
enum-trade-category-food = food
enum-trade-category-service = service
enum-paper-language-ru = Russian
enum-paper-language-be = Belarusian
enum-paper-language-en = English
enum-direction-incoming = incoming
enum-direction-outgoing = outgoing

## With several forms

terms-deferral =
    { $share }% in { $days ->
        [one] { $days } { $kind ->
            [banking] banking day
           *[calendar] day
        }
       *[other] { $days } { $kind ->
            [banking] banking days
           *[calendar] days
        }
    } after { $event ->
        [shipment] shipment
        [acceptance] acceptance
       *[invoice] the invoice
    }
rate-clause-words =
    paid in { $currency } by { $bank ->
        [cbr] the Bank of Russia
       *[nbrb] the National Bank of Belarus
    }{ $margin }
days-left =
    { $days ->
        [0] today
        [one] { $days } day
       *[other] { $days } days
    }
file-size =
    { $value } { $unit ->
        [mb] MB
        [kb] KB
       *[b] B
    }
today-date =
    { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }, { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
month-name =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
month-short =
    { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
nameless = No name
zoom = Zoom
action-zoom-in = Larger
action-zoom-out = Smaller
action-zoom-usual = Zoom 100%
zoom-value = { $percent }%
action-open-similar = Open the similar record
action-save-marked = Save the marked
action-all-tabs = All filters of this list
action-first-logo = Choose a logo
action-dialog-add = Add a row
action-preset-1 = Preset 1
action-preset-2 = Preset 2
action-preset-3 = Preset 3
action-preset-4 = Preset 4
