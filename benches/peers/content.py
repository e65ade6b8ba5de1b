"""What the compared sites say: items with their texts and figures, the same for every generator.

In comes the number of an item; out comes the item. Nothing else decides what it says, so item 7 is the same in a
site of twenty items and in one of ten thousand, today and on another machine.
"""

import random
from collections import namedtuple

SITE_TITLE = "政府工作进展公开 Progress reports"
SECTIONS = [
    ("housing", "住房保障 Housing"),
    ("transport", "交通运输 Transport"),
    ("health", "卫生健康 Health"),
    ("schools", "教育 Schools"),
    ("environment", "生态环境 Environment"),
]
DEPARTMENTS = [
    ("finance", "财政局"), ("planning", "发展改革委"), ("industry", "工业和信息化局"), ("commerce", "商务局"),
    ("housing-office", "住房城乡建设局"), ("roads", "交通运输局"), ("water", "水利局"), ("land", "自然资源局"),
    ("ecology", "生态环境局"), ("farming", "农业农村局"), ("clinics", "卫生健康委"), ("education", "教育局"),
    ("science", "科技局"), ("labour", "人力资源社会保障局"), ("welfare", "民政局"), ("justice", "司法局"),
    ("culture", "文化旅游局"), ("audit", "审计局"), ("statistics", "统计局"), ("emergency", "应急管理局"),
]
REGIONS = [
    ("north", "城北区"), ("south", "城南区"), ("east", "城东区"), ("west", "城西区"),
    ("lake", "湖滨区"), ("hill", "青山区"), ("port", "临港区"), ("park", "高新区"),
]
WHOLE = ("all", "全市")
# Id, name, unit. Every target is the same number, so that some items reach it and some do not.
INDICATORS = [("spend", "投资完成额", "万元"), ("done", "完工数", "个"), ("cases", "办件量", "件")]
TARGET = 5000
YEAR = 2025
MONTHS = range(1, 13)
# The two states an item can be in at the end of the year.
REACHED, MISSED = "reached", "missed"
# How many rows a region page and the index have, and how many entries the feed.
REGION_ROWS, INDEX_ROWS, FEED_ENTRIES = 200, 50, 20

CHINESE = [
    "各参建单位按年度计划推进，阶段任务已经完成。",
    "截至月底，累计完成量占全年计划的比例高于上年同期。",
    "下一步重点协调征地、管线迁改和资金拨付三个问题。",
    "受连续降雨影响，两个标段的工期有所顺延，赶工方案已经批准。",
    "各区按统一口径报送数据，经统计部门复核后公开。",
    "群众提出的意见已逐条答复，整改情况列入清单管理。",
    "验收资料正在汇总，预计下一季度办理竣工备案。",
    "主管部门每月通报进展，接受社会监督。",
]
ENGLISH = [
    "Work keeps to the plan of the year and every contractor reported in time.",
    "By the end of the month more had been finished than a year before, at the same cost each.",
    "What comes next depends on the handing over of land and on the release of funds.",
    "Rain held up two lots; a plan to catch up was agreed and is followed every week.",
    "Figures are sent in by the districts and checked before they are published.",
    "Every remark of the public was answered, and what follows from it is on the list.",
]

# `figures` holds for every month the regions in their order, and for each of these what the three indicators
# amount to since the year began. `departments` names the leading one first.
Item = namedtuple("Item", "number slug title section date departments text figures totals status")


def item(number):
    """Returns the item of this number."""
    draw = random.Random(number * 7919 + 13)
    section, section_title = SECTIONS[number % len(SECTIONS)]
    figures = figures_of(draw)
    totals = [sum(amounts[at] for amounts in figures[-1]) for at in range(len(INDICATORS))]
    return Item(
        number=number,
        slug=f"item-{number:05}",
        title=f"{section_title.split()[0]}第{number}号工作 Task {number}",
        section=section,
        date=date_of(number),
        departments=departments_of(draw, number),
        text=text_of(draw, number),
        figures=figures,
        totals=totals,
        status=REACHED if min(totals) >= TARGET else MISSED,
    )


def newest(items):
    """Returns the numbers of the items that stand in the feed of a site of so many, the newest first."""
    return sorted(range(1, items + 1), key=lambda number: (date_of(number), number), reverse=True)[:FEED_ENTRIES]


def date_of(number):
    return f"{YEAR}-{1 + number % 12:02}-{1 + number % 28:02}"


def departments_of(draw, number):
    lead = DEPARTMENTS[number % len(DEPARTMENTS)][0]
    others = [name for name, _ in DEPARTMENTS if name != lead]
    return [lead] + draw.sample(others, draw.randint(0, 2))


def figures_of(draw):
    paces = [draw.randint(42, 66) for _ in INDICATORS]
    amounts = [[0] * len(INDICATORS) for _ in REGIONS]
    figures = []
    for _ in MONTHS:
        amounts = [[amount + draw.randint(pace - 20, pace + 20) for amount, pace in zip(row, paces)] for row in amounts]
        figures.append(amounts)
    return figures


def text_of(draw, number):
    """Returns about 2.5 KB of Markdown: paragraphs, two lists, a table, a link, a quote."""

    def paragraph():
        return draw.choice(CHINESE) + draw.choice(ENGLISH) + draw.choice(CHINESE) + draw.choice(ENGLISH)

    points = [f"- **{draw.choice(CHINESE)[:8]}** {draw.choice(ENGLISH)}" for _ in range(5)]
    table = ["| 节点 Step | 计划 Plan | 实际 Actual | 责任单位 Office |", "| --- | --- | ---: | :---: |"]
    for _ in range(6):
        step, month, share = draw.choice(CHINESE)[:6], draw.randint(1, 12), draw.randint(10, 100)
        table.append(f"| {step} | {YEAR}-{month:02} | {share}% | {draw.choice(DEPARTMENTS)[1]} |")
    issues = [
        f"1. {draw.choice(CHINESE)}",
        f"2. {draw.choice(ENGLISH)} See [the register](https://example.org/register/{number}).",
        f"3. {draw.choice(CHINESE)}",
    ]
    blocks = [
        "## 概况 Overview",
        paragraph(),
        paragraph(),
        "## 要点 Highlights",
        "\n".join(points),
        "## 节点 Milestones",
        "\n".join(table),
        "## 问题 Issues",
        "\n".join(issues),
        f"> {draw.choice(ENGLISH)}",
        paragraph(),
    ]
    return "\n\n".join(blocks) + "\n"
