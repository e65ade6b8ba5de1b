// Three readers, one page: is item 9 on schedule, why, who is responsible, and how was it in the edition before?
// Everything is compared with the data of the same build.

// Returns what a screen reader is given, in reading order.
async function tree(tab) {
  const session = await tab.context().newCDPSession(tab);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const told = [];
  const walk = (node, landmarks) => {
    const role = node.role?.value, name = node.name?.value ?? "";
    const isLandmark = ["banner", "navigation", "main", "contentinfo", "region", "complementary"].includes(role);
    if (!node.ignored) told.push({ role, name, level: node.properties?.find((one) => one.name === "level")?.value.value, description: node.description?.value ?? "", landmarks });
    for (const child of node.childIds ?? []) if (byId.has(child)) walk(byId.get(child), isLandmark ? [...landmarks, role] : landmarks);
  };
  walk(nodes[0], []);
  await session.detach();
  return told;
}

export async function run({ site, check, browser }) {
  const plan = site.json("2023/data/plan.json"), before = site.json("2023/editions/2023-H1/plan.json");
  const item = plan.items.find((one) => one.number === 9), was = before.items.find((one) => one.number === 9);
  const names = item.departments.map((one) => plan.departments.find((department) => department.id === one.id).name);
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "zh-CN" });
  const tab = await context.newPage();

  await tab.goto(site.url("2023/editions/2023-H1/index.html"), { waitUntil: "load" });
  const wordBefore = await tab.evaluate(() => document.querySelector("main a[href$='items/09/']").closest("h3, h4, section, article, div").querySelector(".pill").textContent.trim());
  await tab.goto(site.url("2023/items/09/index.html"), { waitUntil: "load" });
  const pill = tab.locator(".item-head .pill").first();
  check((await pill.getAttribute("data-status")) === item.status.code, "the page gives item 9 the status of the data");
  const word = (await pill.textContent()).trim();

  // Who sees: the answers stand on the first screen of a phone.
  const inView = async (locator) => { const box = (await locator.count()) > 0 && (await locator.boundingBox()); return box && box.y >= 0 && box.y < 740; };
  check(await inView(pill), "the status is seen without scrolling on a phone");
  check(await inView(tab.getByText(item.status.reason, { exact: false }).first()), "its reason is seen without scrolling on a phone");
  check(await inView(tab.locator(".item-head .since-line", { hasText: `“${wordBefore}”` })), "the edition before is seen without scrolling on a phone");
  check(await inView(tab.locator(".item-head .facts a").first()), "who is responsible is seen without scrolling on a phone");

  // Who hears.
  const heard = await tree(tab);
  const main = heard.filter((node) => node.landmarks.includes("main"));
  const text = main.filter((node) => node.role === "StaticText").map((node) => node.name).join("").replace(/\s+/g, "");
  const title = main.find((node) => node.role === "heading" && node.level === 1);
  check(title?.name === item.title, `the heading is the title: ${title?.name}`);
  const order = [word, item.status.reason, wordBefore].map((part) => text.indexOf(part.replace(/\s+/g, "")));
  check(order.every((at) => at >= 0) && order[0] < order[1] && order[1] < order[2], `status, reason and the edition before are heard in this order: ${order}`);
  check(was.status.code === item.status.code || wordBefore !== word, "the edition before had its own word");
  for (const name of names) check(main.some((node) => node.role === "link" && node.name === name), `${name} is heard as a link`);
  for (const indicator of item.indicators) check(text.includes(indicator.name.replace(/\s+/g, "")), `${indicator.id} is heard`);
  for (const role of ["banner", "main", "contentinfo"]) check(heard.filter((node) => node.role === role).length === 1, `there is one ${role}`);
  const navigations = heard.filter((node) => node.role === "navigation").map((node) => node.name);
  check(navigations.every(Boolean) && new Set(navigations).size === navigations.length, `each navigation has its own name: ${navigations}`);
  const levels = heard.filter((node) => node.role === "heading").map((node) => node.level);
  check(levels.every((level, at) => at === 0 ? level === 1 : level <= levels[at - 1] + 1), `no level of headings is skipped: ${levels.join("")}`);
  const images = main.filter((node) => node.role === "image" || node.role === "img");
  check(images.length >= 5 && images.every((node) => node.name && node.description), `each chart has a name and says its finding: ${images.length}`);
  check(main.filter((node) => node.role === "table").every((node) => node.name), "each table has a name");
  check(main.filter((node) => node.role === "columnheader").length > 5 && main.some((node) => node.role === "rowheader"), "tables have heads for columns and rows");

  // The language of the plan's own words is said on an English page.
  await tab.goto(site.url("en/2023/items/09/index.html"), { waitUntil: "load" });
  const foreign = await tab.evaluate(() => [...document.querySelectorAll("main q")].filter((one) => /\p{Script=Han}/u.test(one.textContent) && one.closest("[lang]").lang !== "zh-CN").length);
  check(foreign === 0, "phrases in Chinese are marked on an English page");

  // The overview on a phone: title and headline on the first screen.
  await tab.goto(site.url("index.html"), { waitUntil: "load" });
  const heading = await tab.locator("h1").boundingBox();
  check(heading.y >= 0 && heading.y + heading.height < 740, "the title of the overview is whole on the first screen of a phone");
  check(await inView(tab.locator(".headline b").nth(2)), "the headline and its numbers are on the first screen of a phone");
  await context.close();
}
