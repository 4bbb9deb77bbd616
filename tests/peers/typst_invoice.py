"""The invoice with typst, compiled in this process: template, fonts and compiler stay, the document is an input. Each
document differs, so that nothing comes from typst's cache but what really stays the same. typst has no payment
code of its own: it is given a ready one, which costs it less than making one."""

import json
import os

import typst
from measuring import run


def prepare(asked):
    template = os.path.join(os.path.dirname(os.path.abspath(__file__)), "invoice.typ")
    compiler = typst.Compiler(template, font_paths=[asked["fonts"]], ignore_system_fonts=True)

    def make(document):
        code = document["code"]
        side = code["side"]
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path d="{code["path"]}"/></svg>'
        content = {key: value for key, value in document.items() if key != "code"}
        return compiler.compile(format="pdf", sys_inputs={"document": json.dumps(content), "code": svg})

    return make


run(prepare)
