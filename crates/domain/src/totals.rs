//! Sums of lines. Per line: amount = round(quantity × price after discount); VAT on top or included; totals add lines.
