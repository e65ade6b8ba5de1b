"""Writes the compared site for one generator.

In come the name of a generator, a folder and a number of items; out come the sources of the site below the folder.
What the items say comes from `content.py`; templates and settings of the peers are the folders `hugo/` and `zola/`.

A peer's item is a folder with `index.md` and `data.csv`, whose 96 rows hold a month, a region and three figures.
"""

import json
import shutil
from pathlib import Path

import content

HERE = Path(__file__).resolve().parent


def write_site(generator, folder, items):
    """Writes the sources of a site of so many items for `taizhang`, `hugo` or `zola`."""
    {"taizhang": write_taizhang, "hugo": write_hugo, "zola": write_zola}[generator](Path(folder), items)


def item_page(generator, folder, item):
    """Returns the file that a built site shows an item in."""
    if generator == "taizhang":
        return Path(folder) / f"public/{content.YEAR}/items/{item.number:02}/index.html"
    return Path(folder) / f"public/{item.section}/{item.slug}/index.html"


def write_taizhang(folder, items):
    root = folder / "content"
    plan = root / f"plans/{content.YEAR}"
    put(
        root / "site.toml",
        f"title = {quoted(content.SITE_TITLE)}\n"
        'languages = ["zh-CN"]\nbase_url = "https://example.org/"\nsample = true\noutputs = ["lists", "feeds"]\n\n[check]\njump = "off"\n',
    )
    departments = "".join(f"{id},{name},{name},,bureau\n" for id, name in content.DEPARTMENTS)
    put(root / "departments.csv", f"id,name,short_name,aliases,kind\n{departments}")
    regions = "".join(f"{id},{name},{name},district,districts,\n" for id, name in content.REGIONS)
    put(root / "regions.csv", f"id,name,short_name,kind,group,parent\n{regions}")
    sections = ", ".join(f"{{ id = {quoted(id)}, title = {quoted(title)} }}" for id, title in content.SECTIONS)
    put(
        plan / "plan.md",
        f'+++\ntitle = "{content.YEAR} 年重点任务"\nissuer = "示例市人民政府"\nissued = {content.YEAR}-01-10\nyear = {content.YEAR}\n'
        f'as_of = {content.YEAR + 1}-01-31\nreviews = ["month"]\nregions_public = "values"\n'
        f"sections = [{sections}]\n+++\n\n年度计划。\n",
    )
    for number in range(1, items + 1):
        item = content.item(number)
        put(plan / f"items/{number:05}.md", taizhang_item(item))
        put(plan / f"data/{number:05}.csv", taizhang_table(item))
    # The feed tells updates, so each of the newest items has one, with its text.
    for number in content.newest(items):
        item = content.item(number)
        head = f"title = {quoted(item.title)}\ndate = {item.date}\nitems = [{number}]\n"
        put(plan / f"updates/{item.date}-{item.slug}.md", f"+++\n{head}+++\n\n{item.text}")


def taizhang_item(item):
    roles = ["lead"] + ["support"] * (len(item.departments) - 1)
    departments = ", ".join(f'{{ id = "{id}", role = "{role}" }}' for id, role in zip(item.departments, roles))
    head = f'number = {item.number}\ntitle = {quoted(item.title)}\nsection = "{item.section}"\nregions = "all"\n'
    head += f"departments = [{departments}]\n"
    for id, name, unit in content.INDICATORS:
        head += (
            f'\n[[indicators]]\nid = "{id}-{item.number}"\nname = "{name}"\ntarget = "{content.TARGET}{unit}以上"\nunit = "{unit}"\n'
            'measure = "count"\naggregate = "sum"\nschedule = "linear"\nreporter = "regions"\n'
        )
    return f"+++\n{head}+++\n\n{item.text}"


def taizhang_table(item):
    rows = ["period,indicator,region,value,flag,recorded,source,note"]
    for month, row in zip(content.MONTHS, item.figures):
        recorded = f"{content.YEAR}-{month + 1:02}-20" if month < 12 else f"{content.YEAR + 1}-01-20"
        for (region, _), amounts in zip(content.REGIONS, row):
            for (indicator, _, _), amount in zip(content.INDICATORS, amounts):
                rows.append(f"{content.YEAR}-{month:02},{indicator}-{item.number},{region},{amount},,{recorded},月报,")
    return "\n".join(rows) + "\n"


def write_hugo(folder, items):
    shutil.copytree(HERE / "hugo", folder, dirs_exist_ok=True)
    limits = f"regionRows = {content.REGION_ROWS}\nindexRows = {content.INDEX_ROWS}\nfeedEntries = {content.FEED_ENTRIES}\n"
    with open(folder / "hugo.toml", "a", encoding="utf-8") as settings:
        settings.write(f"\n[params]\n{limits}")
    header, footer = frame()
    put(folder / "layouts/_partials/header.html", header)
    put(folder / "layouts/_partials/footer.html", footer)
    copy_style(folder)
    put(folder / "content/_index.md", page(f"title = {quoted(content.SITE_TITLE)}"))
    put(folder / "content/regions/_index.md", page('title = "地区 Regions"'))
    for at, (id, name) in enumerate([content.WHOLE] + content.REGIONS):
        put(folder / f"content/regions/{id}.md", page(f"title = {quoted(name)}\nweight = {at + 1}\n[params]\nregion = {at - 1}"))
    for at, (id, title) in enumerate(content.SECTIONS):
        put(folder / f"content/{id}/_index.md", page(f"title = {quoted(title)}\nweight = {at + 1}"))
    for number in range(1, items + 1):
        item = content.item(number)
        head = f"{common_head(item)}\ndepartments = {json.dumps(item.departments)}\n[params]\n{own_head(item)}"
        write_item(folder, item, page(head, item.text))


def write_zola(folder, items):
    shutil.copytree(HERE / "zola", folder, dirs_exist_ok=True)
    common = f"title = {quoted(content.SITE_TITLE)}\nfeed_limit = {content.FEED_ENTRIES}\n"
    sections = json.dumps([id for id, _ in content.SECTIONS])
    limits = f"region_rows = {content.REGION_ROWS}\nindex_rows = {content.INDEX_ROWS}\n"
    with open(folder / "config.toml", "a", encoding="utf-8") as settings:
        settings.write(f"{common}\n[extra]\nsections = {sections}\n{limits}")
    header, footer = frame()
    put(folder / "templates/header.html", header)
    put(folder / "templates/footer.html", footer)
    copy_style(folder)
    put(folder / "content/_index.md", page(f"title = {quoted(content.SITE_TITLE)}\nsort_by = \"weight\""))
    regions = 'title = "地区 Regions"\nsort_by = "weight"\ntemplate = "regions.html"\npage_template = "region.html"'
    put(folder / "content/regions/_index.md", page(regions))
    for at, (id, name) in enumerate([content.WHOLE] + content.REGIONS):
        put(folder / f"content/regions/{id}.md", page(f"title = {quoted(name)}\nweight = {at + 1}\n[extra]\nregion = {at - 1}"))
    for id, title in content.SECTIONS:
        put(folder / f"content/{id}/_index.md", page(f"title = {quoted(title)}\nsort_by = \"weight\"\ntransparent = true"))
    for number in range(1, items + 1):
        item = content.item(number)
        departments = json.dumps(item.departments)
        head = f"{common_head(item)}\n[taxonomies]\ndepartments = {departments}\n[extra]\n{own_head(item)}"
        write_item(folder, item, page(head, item.text))


def common_head(item):
    return f"title = {quoted(item.title)}\ndate = {item.date}\nweight = {item.number}"


def own_head(item):
    return f'number = {item.number}\nstatus = "{item.status}"'


def write_item(folder, item, text):
    """Writes the page of an item and its table, as both peers read them."""
    rows = ["month,region,spend,done,cases"]
    for month, row in zip(content.MONTHS, item.figures):
        for (region, _), amounts in zip(content.REGIONS, row):
            rows.append(f"{content.YEAR}-{month:02},{region}," + ",".join(map(str, amounts)))
    bundle = folder / f"content/{item.section}/{item.slug}"
    put(bundle / "index.md", text)
    put(bundle / "data.csv", "\n".join(rows) + "\n")


def frame():
    """Returns what stands above and below every page of a peer: links to all sections and regions."""
    sections = "".join(f'<li><a href="/{id}/">{title}</a></li>' for id, title in content.SECTIONS)
    regions = "".join(f'<li><a href="/regions/{id}/">{name}</a></li>' for id, name in [content.WHOLE] + content.REGIONS)
    links = f'<li><a href="/">首页 Home</a></li>{sections}<li><a href="/departments/">部门 Departments</a></li>'
    header = f"<header><nav><ul>{links}</ul></nav></header>\n"
    return header, f"<footer><nav><ul>{regions}</ul></nav><p>{content.SITE_TITLE}</p></footer>\n"


def copy_style(folder):
    (folder / "static").mkdir(exist_ok=True)
    shutil.copyfile(HERE / "style.css", folder / "static/style.css")


def page(head, text=""):
    return f"+++\n{head}\n+++\n{text}"


def quoted(text):
    """Returns a text as TOML writes it: a plain text is the same in JSON."""
    return json.dumps(text, ensure_ascii=False)


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
