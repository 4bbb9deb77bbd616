"""The invoice with ReportLab, as its guide does it: platypus with paragraphs and tables, fonts registered once. The
payment code is made by its own widget, or given as rectangles."""

import io
import os
import struct

from measuring import run
from reportlab.graphics.barcode import qr
from reportlab.graphics.shapes import Drawing
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle


class Given(Flowable):
    """A payment code that was made elsewhere."""

    def __init__(self, code, side):
        super().__init__()
        self.code, self.width, self.height = code, side, side

    def draw(self):
        unit = self.width / self.code["side"]
        path = self.canv.beginPath()
        for x, y, width, height in self.code["dark"]:
            path.rect(x * unit, self.height - (y + height) * unit, width * unit, height * unit)
        self.canv.drawPath(path, stroke=0, fill=1)


def own(code, side):
    """ReportLab's own payment code, as its guide shows it."""
    widget = qr.QrCodeWidget(code["text"], barLevel="M")
    left, bottom, right, top = widget.getBounds()
    drawing = Drawing(side, side, transform=[side / (right - left), 0, 0, side / (top - bottom), 0, 0])
    drawing.add(widget)
    return drawing


def with_post(path):
    """ReportLab wants a table `post`; our fonts go without one, so an empty one (version 3) is put in here."""
    with open(path, "rb") as file:
        data = file.read()
    count = struct.unpack(">H", data[4:6])[0]
    tables = {data[12 + 16 * n : 16 + 16 * n]: struct.unpack(">LL", data[20 + 16 * n : 28 + 16 * n]) for n in range(count)}
    parts = {tag: data[start : start + length] for tag, (start, length) in tables.items()}
    parts.setdefault(b"post", struct.pack(">LLhhLLLLL", 0x00030000, 0, -100, 50, 0, 0, 0, 0, 0))
    head, body = data[:4] + struct.pack(">HHHH", len(parts), 128, 3, len(parts) * 16 - 128), b""
    for tag, part in sorted(parts.items()):
        head += tag + struct.pack(">LLL", 0, 12 + 16 * len(parts) + len(body), len(part))
        body += part + b"\0" * (-len(part) % 4)
    return io.BytesIO(head + body)


def prepare(asked):
    fonts, code = asked["fonts"], own if asked["own_code"] else Given
    pdfmetrics.registerFont(TTFont("Noto", with_post(os.path.join(fonts, "NotoSans-Regular.ttf"))))
    pdfmetrics.registerFont(TTFont("Noto-Bold", with_post(os.path.join(fonts, "NotoSans-Bold.ttf"))))
    body = ParagraphStyle("body", fontName="Noto", fontSize=8.2, leading=10.5)
    bold = ParagraphStyle("bold", parent=body, fontName="Noto-Bold")
    title = ParagraphStyle("title", parent=bold, fontSize=14, leading=18, spaceBefore=8, spaceAfter=6)
    right = ParagraphStyle("right", parent=body, alignment=2)
    grid = TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.4, colors.grey),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 2),
            ("RIGHTPADDING", (0, 0), (-1, -1), 2),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ]
    )
    columns = [width * mm for width in (7, 22, 50, 10, 13, 16, 20, 10, 17, 18)]

    def rows(document):
        yield [Paragraph(text, bold) for text in document["head"]]
        for line in document["lines"]:
            yield [Paragraph(text, body if place < 4 else right) for place, text in enumerate(line)]

    def make(document):
        def foot(canvas, paper):
            canvas.setFont("Noto", 6.6)
            canvas.drawString(16 * mm, 9 * mm, document["foot"])
            canvas.drawRightString(199 * mm, 9 * mm, f"стр. {paper.page}")

        story = [
            Table([[Paragraph(text, body) for text in row] for row in document["bank"]], [123 * mm, 60 * mm], style=grid),
            Paragraph(document["title"], title),
            Table([[Paragraph(a, bold), Paragraph(b, body)] for a, b in document["parties"]], [23 * mm, 160 * mm]),
            Table(list(rows(document)), columns, repeatRows=1, style=grid),
            Table([[Paragraph(text, right) for text in row] for row in document["totals"]], [108 * mm, *[25 * mm] * 3]),
            Table([[Paragraph(a, bold), Paragraph(b, body)] for a, b in document["notes"]], [23 * mm, 160 * mm]),
            Spacer(1, 6 * mm),
            code(document["code"], 32 * mm),
            *[Paragraph(text, body) for text in document["signers"]],
        ]
        file = io.BytesIO()
        paper = SimpleDocTemplate(
            file,
            pagesize=A4,
            leftMargin=16 * mm,
            rightMargin=11 * mm,
            topMargin=11 * mm,
            bottomMargin=15 * mm,
            title=document["title"],
        )
        paper.build(story, onFirstPage=foot, onLaterPages=foot)
        return file.getvalue()

    return make


run(prepare)
