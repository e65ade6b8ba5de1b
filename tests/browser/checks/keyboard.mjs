// The keyboard alone reaches everything, always seen and never covered, and leaves again; the tools remember what was chosen.
const stops = "a[href], button, select, summary, [tabindex='0']";

// Walks through a page by Tab and tells where the focus went.
async function walk(tab, key, most) {
  const seen = [];
  for (let step = 0; step < most; step++) {
    await tab.keyboard.press(key);
    const stop = await tab.evaluate(() => {
      const now = document.activeElement;
      if (!now || now === document.body) return null;
      const style = getComputedStyle(now), box = now.getClientRects()[0] ?? now.getBoundingClientRect();
      const hit = document.elementFromPoint(Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1), Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1));
      now.dataset.order ??= String((globalThis.order = (globalThis.order ?? 0) + 1));
      return {
        id: now.dataset.order,
        what: `${now.tagName.toLowerCase()} ${(now.getAttribute("aria-label") ?? now.textContent).trim().slice(0, 20)}`,
        isSeen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
        isMarked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        isFree: !!hit && (now.contains(hit) || hit.contains(now)),
      };
    });
    if (!stop) return { seen, isOut: true };
    if (seen.some((one) => one.id === stop.id)) return { seen, isOut: false };
    seen.push(stop);
  }
  return { seen, isOut: false };
}

export async function run({ site, check, browser }) {
  for (const [page, viewport] of [["index.html", { width: 1280, height: 900 }], ["2023/items/09/index.html", { width: 1280, height: 900 }], ["2023/items/09/index.html", { width: 360, height: 740 }], ["2023/regions/index.html", { width: 360, height: 740 }]]) {
    const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
    const tab = await context.newPage();
    await tab.goto(site.url(page), { waitUntil: "load" });
    const name = `${page} at ${viewport.width}`;
    const wanted = await tab.locator(stops).evaluateAll((all) => all.filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0).length);
    const { seen, isOut } = await walk(tab, "Tab", wanted + 40);
    check(isOut, `${name}: the keyboard gets out at the end, after ${seen.length} stops`);
    // A region that scrolls may be a stop of its own, so there may be more stops than asked for, never fewer.
    check(seen.length >= wanted, `${name}: every place can be reached, ${seen.length} of ${wanted}`);
    for (const [fault, told] of [["isSeen", "is on the screen"], ["isMarked", "has a visible mark"], ["isFree", "is not covered"]]) {
      const bad = seen.filter((stop) => !stop[fault]).map((stop) => stop.what);
      check(bad.length === 0, `${name}: what has the focus ${told}: ${bad.slice(0, 4).join(" | ")}`);
    }
    const tabIndex = await tab.locator("[tabindex]").evaluateAll((all) => all.filter((one) => one.tabIndex > 0).length);
    check(tabIndex === 0, `${name}: the order is that of the page`);
    // Backwards from the end the same places come in the other order.
    const back = await walk(tab, "Shift+Tab", 5);
    check(back.seen.length >= 4, `${name}: the keyboard goes backwards as well`);
    await context.close();
  }

  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const tab = await context.newPage();
  await tab.goto(site.url("2023/items/09/index.html"), { waitUntil: "load" });
  await tab.keyboard.press("Tab");
  check(await tab.evaluate(() => document.activeElement.classList.contains("skip")), "the first stop of the keyboard is the skip link");
  check(await tab.evaluate(() => document.activeElement.getBoundingClientRect().top >= 0), "the skip link is seen when it has the focus");
  await tab.keyboard.press("Enter");
  check(await tab.evaluate(() => document.activeElement.id === "main"), "the skip link leads to the content");

  const before = await tab.evaluate(() => getComputedStyle(document.querySelector("main p")).fontSize);
  await tab.focus("button[data-size=large]");
  await tab.keyboard.press("Enter");
  check((await tab.getAttribute("button[data-size=large]", "aria-pressed")) === "true", "the chosen size is announced");
  await tab.focus("button.contrast");
  await tab.keyboard.press("Space");
  check((await tab.getAttribute("button.contrast", "aria-pressed")) === "true", "high contrast is announced");
  await tab.reload({ waitUntil: "load" });
  const after = await tab.evaluate(() => getComputedStyle(document.querySelector("main p")).fontSize);
  check(parseFloat(after) > parseFloat(before), `large text is larger and is remembered: ${before}, ${after}`);
  check((await tab.getAttribute("button.contrast", "aria-pressed")) === "true", "high contrast is remembered");
  const prints = await tab.evaluate(() => new Promise((done) => { globalThis.print = () => done(true); document.querySelector("button.print").focus(); document.querySelector("button.print").click(); setTimeout(() => done(false), 500); }));
  check(prints, "the button for paper prints");

  const fold = tab.locator("details summary").first();
  await fold.focus();
  await tab.keyboard.press("Enter");
  check(await tab.evaluate(() => document.querySelector("details").open), "a fold opens by the keyboard");
  const low = await tab.locator(".tools button").evaluateAll((all) => all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44).length);
  check(low === 0, "the buttons are 44 px high");
  await context.close();
}
