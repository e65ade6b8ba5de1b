"""Fills cells of a flat OpenDocument spreadsheet (.fods), as somebody at a spreadsheet program would.

usage: fill.py IN.fods OUT.fods 'sheet!K6=60' 'sheet!N6=a remark' 'sheet!rename=other name' ...

Numbers become numbers, what begins with = a formula, everything else text. `sheet!rename=` renames a sheet, `sheet!remove=` removes it.
"""

import re
import sys
import xml.etree.ElementTree as tree

TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def expand(parent, tags, attribute, at):
    """Returns the child at a position, splitting children that stand for several."""
    seen = 0
    for index, child in enumerate(list(parent)):
        if child.tag not in tags:
            continue
        count = int(child.get(attribute, "1"))
        if at < seen + count:
            if count > 1:
                copies = []
                for length in (at - seen, 1, seen + count - at - 1):
                    if length:
                        copy = tree.fromstring(tree.tostring(child))
                        copy.set(attribute, str(length))
                        copies.append(copy)
                parent.remove(child)
                for offset, copy in enumerate(copies):
                    parent.insert(index + offset, copy)
                return copies[1 if at > seen else 0]
            return child
        seen += count
    raise SystemExit(f"there is no position {at}")


def fill(cell, value):
    for child in list(cell):
        cell.remove(child)
    for name in list(cell.attrib):
        if name.startswith("{" + OFFICE + "}") or name.endswith("}formula"):
            del cell.attrib[name]
    if value.startswith("="):
        cell.set(f"{{{TABLE}}}formula", "of:" + value)
        return
    is_number = re.fullmatch(r"-?\d+(\.\d+)?", value)
    cell.set(f"{{{OFFICE}}}value-type", "float" if is_number else "string")
    if is_number:
        cell.set(f"{{{OFFICE}}}value", value)
    tree.SubElement(cell, f"{{{TEXT}}}p").text = value


def main():
    source, target, *changes = sys.argv[1:]
    for _, (prefix, uri) in tree.iterparse(source, events=["start-ns"]):
        tree.register_namespace(prefix, uri)
    document = tree.parse(source)
    tables = {table.get(f"{{{TABLE}}}name"): table for table in document.iter(f"{{{TABLE}}}table")}
    parents = {child: parent for parent in document.iter() for child in parent}
    for change in changes:
        place, value = change.split("=", 1)
        sheet, cell = place.split("!")
        table = tables[sheet]
        if cell == "rename":
            table.set(f"{{{TABLE}}}name", value)
            continue
        if cell == "remove":
            parents[table].remove(table)
            continue
        letters, row = re.fullmatch(r"([A-Z]+)(\d+)", cell).groups()
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - ord("A") + 1
        rows = expand(table, [f"{{{TABLE}}}table-row"], f"{{{TABLE}}}number-rows-repeated", int(row) - 1)
        cells = [f"{{{TABLE}}}table-cell", f"{{{TABLE}}}covered-table-cell"]
        fill(expand(rows, cells, f"{{{TABLE}}}number-columns-repeated", column - 1), value)
    document.write(target, encoding="utf-8", xml_declaration=True)


main()
