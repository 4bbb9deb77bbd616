# Papers in English.

## What papers share
paper-numbered = No. { $number }
paper-dated = of { $date }
paper-page = page { $page } of { $pages }
paper-draft = Draft
paper-void = Void
paper-copy = Copy
paper-date-long = { $day } { $month ->
    [m1] January
    [m2] February
    [m3] March
    [m4] April
    [m5] May
    [m6] June
    [m7] July
    [m8] August
    [m9] September
    [m10] October
    [m11] November
   *[m12] December
} { $year }
paper-date-short = { $day } { $month ->
    [m1] Jan
    [m2] Feb
    [m3] Mar
    [m4] Apr
    [m5] May
    [m6] Jun
    [m7] Jul
    [m8] Aug
    [m9] Sep
    [m10] Oct
    [m11] Nov
   *[m12] Dec
} { $year }
paper-tax-id = { $country ->
    [BY] UNP
    [RU] INN
    [KZ] BIN
    [KG] INN
    [UZ] INN
    [AM] TIN
   *[other] Tax No.
} { $value }
paper-tax-id-label = { $country ->
    [BY] UNP (tax No.)
    [RU] INN (tax No.)
    [KZ] BIN
    [KG] INN
    [UZ] INN
    [AM] TIN
   *[other] Tax No.
}
paper-kpp = KPP { $value }
paper-phone = tel. { $value }
paper-country = { $code ->
    [BY] Republic of Belarus
    [RU] Russian Federation
    [KZ] Republic of Kazakhstan
   *[other] { $name }
}
paper-currency = { $currency }
paper-currency-name = { $currency ->
    [BYN] Belarusian rubles
    [RUB] Russian rubles
    [USD] US dollars
    [EUR] euros
    [CNY] yuan
    [KZT] tenge
    [AMD] drams
    [KGS] soms
   *[other] { $currency }
}
paper-rate-none = no VAT

## Bank block
bank-ru-caption = Payment details (for a Russian payment order)
bank-caption = Payee’s details for the payment instruction
bank-payee = Payee
bank-payee-in = Payee, { $country }
bank-payee-bank = Payee’s bank
bank-payee-bank-at = Payee’s bank, { $address }
bank-bik = BIK
bank-corr = Corr. acc.
bank-account = Account
bank-inn = INN
bank-kpp = KPP
bank-iban = IBAN, { $currency }
bank-account-in = Account, { $currency }
bank-account-plain = Account
bank-iban-plain = IBAN
bank-bic = BIC

## Invoice
invoice-title = Invoice
invoice-foot = Invoice
invoice-supplier = Supplier
invoice-buyer = Buyer
invoice-consignee = Consignee
invoice-basis = Basis
invoice-void-reason = Void
invoice-contract = { $kind ->
    [supply] Supply contract
    [commission] Commission contract
    [agency] Agency contract
   *[other] Contract
}
invoice-specification = specification
invoice-head-no = No.
invoice-head-article = Art. No.
invoice-head-name = Description
invoice-head-unit = Unit
invoice-head-quantity = Qty
invoice-head-discount = Disc., %
invoice-head-price-net = { $discounted ->
        [yes] Price after discount
       *[no] Price
    } excl. VAT, { $currency }
invoice-head-price-gross = { $discounted ->
        [yes] Price after discount
       *[no] Price
    } incl. VAT, { $currency }
invoice-head-price = { $discounted ->
        [yes] Price after discount
       *[no] Price
    }, { $currency }
invoice-head-net = Amount excl. VAT, { $currency }
invoice-head-sum = Amount, { $currency }
invoice-head-rate = VAT rate
invoice-head-vat = VAT, { $currency }
invoice-head-gross = Amount incl. VAT, { $currency }
invoice-line-tnved = HS code { $code }
invoice-line-origin = country of origin: { $country }
invoice-total-rate = At { $rate }, { $count ->
    [one] { $count } item
   *[other] { $count } items
}
invoice-total-none = Without VAT, { $count ->
    [one] { $count } item
   *[other] { $count } items
}
invoice-total = Total to pay, { $currency }
invoice-total-exempt = Including VAT
invoice-exempt = No VAT
invoice-say = { $count ->
    [one] { $count } item
   *[other] { $count } items
}, total { $sum }
invoice-say-sum = { $sum } { $currency }
invoice-say-sum-named = { $sum } { $currency } ({ $name })
invoice-say-vat-in = including VAT
invoice-say-vat = VAT
invoice-say-exempt = without VAT
invoice-say-exempt-part = without VAT { $sum }
invoice-say-rate = { $rate } – { $sum }
invoice-vat = VAT
invoice-currency = Currency
invoice-due = Payment due
invoice-purpose = Payment reference
invoice-delivery = Delivery
invoice-valid = Valid
invoice-note = Note
invoice-until = by { $date }
invoice-valid-until = until { $date }
invoice-inclusive = inclusive
invoice-incoterms = { $code } { $place }, Incoterms 2020
invoice-incoterms-bare = { $code }, Incoterms 2020
invoice-shipment = shipment by { $date }
invoice-rate-clause = prices in { $currency }, payment in { $pay } at the rate of { $bank ->
    [cbr] the Bank of Russia
   *[nbrb] the National Bank of the Republic of Belarus
} on the day of { $date ->
    [invoice] the invoice
    [shipment] shipment
   *[payment] payment
}
invoice-rate-plus = plus { $percent } %
invoice-rate-minus = minus { $percent } %
invoice-rate-today = For information, { $date }: { $scale } { $of } = { $rate } { $to }, total { $sum } { $pay }
invoice-rate-undated = For information: { $scale } { $of } = { $rate } { $to }, total { $sum } { $pay }
invoice-purpose-text = Payment of invoice { $title }
invoice-purpose-contract = contract { $title }
invoice-purpose-vat = Incl. VAT { $sum }
invoice-purpose-zero = VAT 0 %
invoice-purpose-exempt = No VAT
invoice-head-of = Director
invoice-accountant = Chief accountant
invoice-signer = Signed by
invoice-signer-basis = authority: { $basis }
invoice-stamp = Stamp
invoice-stamp-optional = Stamp (if any)
invoice-qr = Pay by QR code: point the camera of your bank’s app here

## Terms of payment
terms-days = { $count ->
    [one] { $count } { $kind ->
        [banking] banking day
       *[calendar] calendar day
    }
   *[other] { $count } { $kind ->
        [banking] banking days
       *[calendar] calendar days
    }
}
terms-calendar = { $calendar ->
    [RU] calendar of Russia
    [BY] calendar of Belarus
   *[both] calendars of Russia and Belarus
}
terms-from = { $event ->
    [shipment] from shipment
    [acceptance] from acceptance
   *[invoice] from the date of the invoice
}
terms-on = { $event ->
    [shipment] on the day of shipment
    [acceptance] on the day of acceptance
   *[invoice] on the day of the invoice
}
terms-whole = { $kind ->
    [deferral] deferred payment
   *[prepayment] 100 % prepayment
}
terms-part = { $kind ->
    [deferral] { $share } % deferred
   *[prepayment] { $share } % prepayment
}

## Lines of an invoice that asks for money: a prepayment, what is left after one
line-prepayment = Prepayment of { $share }%
line-settlement = Final settlement ({ $share }%)
line-by-contract = under contract No. { $number }
line-by-deal = under deal No. { $number }
line-at-rate = goods at { $rate } VAT
line-exempt = goods without VAT

## First signers of an organisation
signer-post-head = Director
signer-post-trader = Sole trader
signer-post-accountant = Chief accountant
signer-basis-charter = Charter

## Names of files
file-invoice = Invoice No. { $number }
file-invoice-draft = Invoice (draft)
file-invoices = Invoices { $date }

## Why a paper could not be made
paper_missing_glyph = The document font has no “{ $character }”; please replace it
paper_picture_unknown_kind = The picture must be a PNG or JPEG file
paper_picture_too_large = The picture is too large: at most 8 MB and 16 million pixels
paper_picture_broken = The picture file is damaged
paper_fault = The document could not be made; see the log for details
