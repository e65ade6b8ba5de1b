"""Holds built item pages against the item: the figures must be the same from every generator.

In come the folders of built sites; out come sentences, one for every page that lacks a figure.
"""

import re
from collections import Counter

import content
import sites


def missing_figures(folders, items):
    """Looks into the pages of the first, the middle and the last item; `folders` names the site of each generator."""
    faults = []
    for number in sorted({1, (items + 1) // 2, items}):
        item = content.item(number)
        expected = Counter(str(amount) for month in item.figures for row in month for amount in row)
        for generator, folder in folders.items():
            page = sites.item_page(generator, folder, item)
            shown = numbers_of(page.read_text(encoding="utf-8")) if page.is_file() else Counter()
            for (_, name, _), total in zip(content.INDICATORS, item.totals):
                if str(total) not in shown:
                    faults.append(f"{page}: {name} of December, {total}, is not there")
            lacking = expected - shown
            if lacking:
                count = sum(lacking.values())
                faults.append(f"{page}: {count} of the item's figures are not there, such as {next(iter(lacking))}")
    return faults


def numbers_of(page):
    """Counts the whole numbers a reader sees as text, not those that charts are drawn with."""
    text = re.sub(r"<svg.*?</svg>", " ", page, flags=re.DOTALL)
    return Counter(re.findall(r"\d+", re.sub(r"<[^>]*>", " ", text)))
