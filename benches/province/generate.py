#!/usr/bin/env python3
"""Writes content of the size of a province or of a country, the same at every run.

    generate.py --province DIR          DIR/city-01/content … DIR/city-16/content: one site for each city, with its own counties
    generate.py --province --one DIR    DIR/content: one site with sixteen plans, plans/city-01-2025 …, all counties in each
    generate.py --country DIR           DIR/content: one site with three plans, plans/2023 … plans/2025, all counties in each

A plan has 20 items with one indicator each, and every county reports a figure for every month. A province has 100 counties: cities 1
to 4 have seven of them, the others six. A country has 3,000. So a province is 24,000 figures, as one site 384,000, and a country
2,160,000. `--counties` takes another number, to see how time and memory grow. `--shares` also gives each county its share of every
target.

Every name and figure is made up, and each site is marked as a sample. Python 3, the standard library, nothing else.
"""

import argparse
import pathlib

CITIES = 16
ITEMS = 20
MONTHS = 12
DEPARTMENTS = 20
PROVINCE_COUNTIES = 100
COUNTRY_COUNTIES = 3000
PROVINCE_YEAR = 2025
COUNTRY_YEARS = (2023, 2024, 2025)
# A group holds as many counties as a small province.
GROUP = 100

SECTIONS = [("industry", "产业"), ("trade", "贸易"), ("health", "卫生"), ("schools", "教育"), ("roads", "交通")]
WORKS = [
    ("改造老旧小区", "改造户数", "户"),
    ("修建农村公路", "完工里程", "公里"),
    ("新建幼儿园", "新增学位", "个"),
    ("体检进社区", "体检人数", "人"),
    ("培训技能人才", "培训人数", "人"),
    ("补齐充电设施", "新增充电桩", "个"),
    ("改造供水管网", "改造长度", "公里"),
    ("扶持小微企业", "服务企业", "家"),
    ("建设公共停车场", "新增车位", "个"),
    ("清理河道", "清理长度", "公里"),
]


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_site(root, title, counties, outputs):
    """Writes what all plans of a site share. Counties are pairs of id and name."""
    wanted = ", ".join(f'"{output}"' for output in outputs)
    put(
        root / "site.toml",
        f'title = "{title}"\nlanguages = ["zh-CN"]\nbase_url = "https://example.org/"\nsample = true\noutputs = [{wanted}]\n\n'
        '[check]\njump = "off"\n',
    )
    departments = "".join(f"office-{at:02},第{at}局,第{at}局,,bureau\n" for at in range(1, DEPARTMENTS + 1))
    put(root / "departments.csv", "id,name,short_name,aliases,kind\n" + departments)
    rows = "".join(
        f"{county},{name},{name},county,group-{at // GROUP + 1:02},\n" for at, (county, name) in enumerate(counties)
    )
    put(root / "regions.csv", "id,name,short_name,kind,group,parent\n" + rows)


def share_of(number):
    """What one county owes of an item by December. The mean county does 594."""
    return 540 + 5 * number


def write_plan(plan, title, issuer, year, counties, seed, shares):
    sections = ", ".join(f'{{ id = "{name}", title = "{words}" }}' for name, words in SECTIONS)
    put(
        plan / "plan.md",
        f'+++\ntitle = "{title}"\nissuer = "{issuer}"\nissued = {year}-01-10\nyear = {year}\nas_of = {year + 1}-01-31\n'
        f'reviews = ["month"]\nregions_public = "values"\nsections = [{sections}]\n+++\n\n年度计划。\n',
    )
    for number in range(1, ITEMS + 1):
        work, measured, unit = WORKS[(number - 1) % len(WORKS)]
        put(
            plan / f"items/{number:02}.md",
            f'+++\nnumber = {number}\ntitle = "{work}（第{number}项）"\nsection = "{SECTIONS[number % len(SECTIONS)][0]}"\nregions = "all"\n'
            f'departments = [{{ id = "office-{number:02}", role = "lead" }}, '
            f'{{ id = "office-{(number + 6) % DEPARTMENTS + 1:02}", role = "support" }}]\n\n'
            f'[[indicators]]\nid = "done-{number}"\nname = "{measured}"\ntarget = "{share_of(number) * len(counties)}{unit}以上"\n'
            f'unit = "{unit}"\nmeasure = "count"\naggregate = "sum"\nschedule = "linear"\nreporter = "regions"\n+++\n\n'
            "这项工作由两个部门承担，各县每月报送一次进展。\n\n- 查清底数\n- 按月推进\n- 年底收尾\n",
        )
        put(plan / f"data/{number:02}.csv", figures(number, year, counties, seed))
    if shares:
        rows = (
            f"done-{number},{county},{share_of(number)},{year}-01-20,示例,\n"
            for number in range(1, ITEMS + 1)
            for county, _ in counties
        )
        put(plan / "data/allocations.csv", "indicator,region,target,recorded,source,note\n" + "".join(rows))


def figures(number, year, counties, seed):
    """A figure for every month and county, counted from January. Each county keeps its own pace, with some unrest."""
    lines = ["period,indicator,region,value,flag,recorded,source,note\n"]
    for month in range(1, MONTHS + 1):
        recorded = f"{year}-{month + 1:02}-20" if month < MONTHS else f"{year + 1}-01-20"
        for at, (county, _) in enumerate(counties):
            pace = (number * 31 + at * 17 + seed * 7) % 60 + 20
            unrest = (number * 13 + at * 29 + month * 11) % 10
            lines.append(f"{year}-{month:02},done-{number},{county},{pace * month + unrest},,{recorded},示例,\n")
    return "".join(lines)


def named(count, prefix=""):
    return [(f"county-{at:04}", f"{prefix}第{at}县") for at in range(1, count + 1)]


def write_province(folder, counties, one, shares):
    everybody = named(counties)
    if one:
        root = folder / "content"
        write_site(root, "全省进展公开", everybody, ["lists", "feeds"])
    first = 0
    for city in range(1, CITIES + 1):
        name = f"第{city}市"
        title = f"{name}{PROVINCE_YEAR}年重点任务"
        if one:
            write_plan(root / f"plans/city-{city:02}-{PROVINCE_YEAR}", title, name, PROVINCE_YEAR, everybody, city, shares)
            continue
        last = first + counties // CITIES + (1 if city <= counties % CITIES else 0)
        own = everybody[first:last]
        first = last
        root = folder / f"city-{city:02}/content"
        write_site(root, f"{name}进展公开", own, ["lists", "feeds"])
        write_plan(root / f"plans/{PROVINCE_YEAR}", title, name, PROVINCE_YEAR, own, city, shares)


def write_country(folder, counties, shares):
    everybody = named(counties)
    root = folder / "content"
    write_site(root, "全国进展公开", everybody, ["lists", "feeds"])
    for year in COUNTRY_YEARS:
        write_plan(root / f"plans/{year}", f"{year}年重点任务", "示例部门", year, everybody, year, shares)


def main():
    parser = argparse.ArgumentParser(description="Writes content of the size of a province or of a country.")
    size = parser.add_mutually_exclusive_group(required=True)
    size.add_argument("--province", action="store_true", help="sixteen cities, a site for each")
    size.add_argument("--country", action="store_true", help="three years of one site")
    parser.add_argument("--one", action="store_true", help="with --province: one site with sixteen plans")
    parser.add_argument("--counties", type=int, help=f"instead of {PROVINCE_COUNTIES} or {COUNTRY_COUNTIES}")
    parser.add_argument("--shares", action="store_true", help="each county has its share of every target")
    parser.add_argument("folder", type=pathlib.Path)
    asked = parser.parse_args()
    if asked.one and not asked.province:
        parser.error("--one belongs to --province")
    counties = asked.counties or (PROVINCE_COUNTIES if asked.province else COUNTRY_COUNTIES)
    if not (CITIES if asked.province else 1) <= counties <= 9999:
        parser.error("so many counties cannot be shared out")
    if asked.province:
        write_province(asked.folder, counties, asked.one, asked.shares)
    else:
        write_country(asked.folder, counties, asked.shares)


main()
