// Without the script every fact is still there and lists can be narrowed; with it narrowing takes both questions together.
export async function run({ site, check, browser }) {
  const [bare, full] = await Promise.all([false, true].map((javaScriptEnabled) => browser.newContext({ javaScriptEnabled })));
  const textOf = async (context, page) => {
    const tab = await context.newPage();
    await tab.goto(site.url(page), { waitUntil: "load" });
    const text = await tab.locator("main").evaluate((main) => {
      const copy = main.cloneNode(true);
      copy.querySelectorAll("[data-script]").forEach((tool) => tool.remove());
      return copy.textContent.replace(/\s+/g, " ");
    });
    await tab.close();
    return text;
  };
  for (const page of site.kinds) {
    const texts = [await textOf(bare, page), await textOf(full, page)];
    check(texts[0] === texts[1] && texts[0].length > 20, `${page} says the same without its script`);
  }

  for (const page of ["index.html", "2023/indicators/index.html"]) {
    // A link alone narrows the list; another one shows all of it again.
    const tab = await bare.newPage();
    await tab.goto(site.url(page), { waitUntil: "load" });
    const rows = tab.locator(".group [data-is]");
    const all = await rows.count();
    const links = tab.locator(".filter-links a[href^='#only-']");
    let sum = 0;
    for (const link of await links.all()) {
      const wanted = (await link.getAttribute("href")).replace("#only-", "");
      const count = Number((await link.textContent()).match(/(\d+)\s*$/)[1]);
      await link.click();
      const seen = await rows.evaluateAll((rows) => rows.filter((row) => row.checkVisibility()).map((row) => row.dataset.is));
      check(seen.length === count && seen.every((is) => is === wanted), `${page} narrowed to ${wanted} without script: ${seen.length} of ${count}`);
      const empty = await tab.locator(".group").evaluateAll((groups) => groups.filter((group) => group.checkVisibility() && ![...group.querySelectorAll("[data-is]")].some((row) => row.checkVisibility())).length);
      check(empty === 0, `${page} narrowed to ${wanted} leaves no empty part`);
      check(await tab.locator(`#only-${wanted}`).isVisible(), `${page} says that it is narrowed to ${wanted}`);
      sum += count;
    }
    check(sum === all && all >= 20, `${page} has each row under one link: ${sum} of ${all}`);
    await tab.locator(".only:target a").click();
    check(await rows.evaluateAll((rows) => rows.every((row) => row.checkVisibility())), `${page} shows all again`);
    await tab.close();
  }

  const tab = await full.newPage();
  await tab.goto(`${site.url("index.html")}#only-below`, { waitUntil: "load" });
  const shown = () => tab.locator(".item-row").evaluateAll((rows) => rows.filter((row) => row.checkVisibility()).map((row) => `${row.dataset.is} ${row.dataset.departments}`));
  const below = await shown();
  check(below.length > 0 && below.every((row) => row.startsWith("below ")), `an address that narrows is followed by the script: ${below.length}`);
  await tab.selectOption("select[name=departments]", "kjj");
  const both = await shown();
  check(both.length > 0 && both.length < below.length && both.every((row) => row.startsWith("below ") && row.split(" ").includes("kjj")), `status and department narrow together: ${both.length}`);
  const said = await tab.locator(".filter-form output").textContent();
  check(said.includes(String(both.length)), `the number of rows is announced: ${said}`);
  await tab.selectOption("select[name=is]", "");
  await tab.selectOption("select[name=departments]", "");
  check((await shown()).length === 20, "all items are shown again");
  await bare.close();
  await full.close();
}
