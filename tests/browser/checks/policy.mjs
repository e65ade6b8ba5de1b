// The pages obey their own policy, load one stylesheet and one deferred script, and need nothing else to be seen.
export async function run({ site, check, browser, visit, inTwos }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addInitScript(() => {
    globalThis.violated = [];
    addEventListener("securitypolicyviolation", (event) => globalThis.violated.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  await inTwos(site.pages, async (page) => {
    const { tab, faults, requests } = await visit(context, page);
    check(faults.length === 0, `${page} obeys its own policy: ${faults.join("; ")}`);
    const violated = await tab.evaluate(() => globalThis.violated);
    check(violated.length === 0, `${page} has nothing blocked by its policy: ${violated.join("; ")}`);
    const policy = await tab.getAttribute("meta[http-equiv=Content-Security-Policy]", "content");
    for (const wanted of ["default-src 'none'", "style-src 'self'", "script-src 'self'"]) check(policy?.includes(wanted), `${page} has ${wanted} in its policy`);
    check(!/unsafe|\*|http/.test(policy ?? ""), `${page} has a strict policy: ${policy}`);
    const loaded = requests.filter((url) => !url.startsWith("data:") && !url.endsWith("/") && !url.endsWith(".html"));
    check(loaded.length === 2 && loaded.some((url) => url.endsWith(".css")) && loaded.some((url) => url.endsWith(".js")), `${page} loads a stylesheet and a script: ${loaded.join(" ")}`);
    const [inline, scripts] = await tab.evaluate(() => [document.querySelectorAll("style, [style], script:not([src])").length, [...document.scripts].every((one) => one.defer)]);
    check(inline === 0 && scripts, `${page} has no inline style or script, and its script is deferred`);
    await tab.close();
  });
  await context.close();

  // First paint: with everything but the page and its stylesheet refused, it looks the same.
  const bare = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await bare.route(/\.(js|svg|json|csv)$/, (route) => route.abort());
  const tab = await bare.newPage();
  await tab.goto(site.url("2023/items/09/index.html"), { waitUntil: "load" });
  const [font, charts] = await tab.evaluate(() => [getComputedStyle(document.body).fontSize, [...document.querySelectorAll("svg.chart")].filter((one) => one.getBoundingClientRect().width > 200).length]);
  check(parseFloat(font) >= 17 && charts >= 5, `the page and its stylesheet are enough to see it: ${font}, ${charts} charts`);
  await bare.close();

  // The page for what is not there works at any depth below the site's own path.
  const lost = await browser.newContext();
  const missing = await lost.newPage();
  await missing.goto(`${site.base}no/such/page/`, { waitUntil: "load" });
  const home = await missing.getAttribute(".site-title a", "href");
  check(home === `${site.prefix}/`, `the page for what is not there leads home: ${home}`);
  check(await missing.evaluate(() => [...document.styleSheets].length > 0), "the page for what is not there has its style");
  await lost.close();
}
