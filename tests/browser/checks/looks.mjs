// In each way of looking: no finding of axe, no sideways scroll, no complaint, no request that leaves the site; and dark is dark.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const phone = { width: 360, height: 740 }, desktop = { width: 1280, height: 900 };

// `remembered` is what a reader chose before; the page keeps it in the browser's own store. `only` names the rules of axe
// that such a look can break on a page another look found well built; without it all of them are asked, of everything unfolded:
// what a page is made of does not depend on how it looks.
const looks = [
  { name: "phone, light", viewport: phone, colorScheme: "light" },
  { name: "phone, dark", viewport: phone, colorScheme: "dark", only: ["color-contrast"] },
  { name: "phone, large text", viewport: phone, remembered: { "taizhang-size": "large" }, only: [] },
  { name: "narrowest, as at 400 %", viewport: { width: 320, height: 640 }, only: ["target-size", "scrollable-region-focusable"] },
  { name: "desktop, light", viewport: desktop, colorScheme: "light", only: ["color-contrast", "target-size"] },
  { name: "desktop, dark", viewport: desktop, colorScheme: "dark", only: ["color-contrast", "target-size"], unfolded: true },
  { name: "high contrast by the page, dark", viewport: desktop, colorScheme: "dark", remembered: { "taizhang-contrast": "on" }, only: ["color-contrast"] },
  { name: "high contrast by the system", viewport: desktop, contrast: "more", only: ["color-contrast"] },
  { name: "forced colours", viewport: desktop, forcedColors: "active", only: [] },
];

export async function run({ site, check, browser, visit, inTwos }) {
  for (const { name, remembered, only, unfolded, ...look } of looks) {
    // axe is injected, which the pages' own policy forbids; policy.mjs looks without this bypass.
    const context = await browser.newContext({ ...look, bypassCSP: true, locale: "zh-CN" });
    if (remembered) await context.addInitScript((chosen) => Object.entries(chosen).forEach(([key, value]) => localStorage.setItem(key, value)), remembered);
    await inTwos(site.pages, async (page) => {
      const { tab, faults } = await visit(context, page);
      check(faults.length === 0, `${page} (${name}) is quiet: ${faults.join("; ")}`);
      if (remembered) check(await tab.evaluate(() => document.documentElement.dataset.size === "large" || "contrast" in document.documentElement.dataset), `${page} (${name}) remembers the choice`);
      const fold = (open) => tab.evaluate((open) => document.querySelectorAll("details").forEach((one) => { one.open = open; }), open);
      // What is folded must fit when it opens. axe reads all of it in a light and in a dark look;
      // twice is enough for so many rows.
      await fold(true);
      const [wide, window] = await tab.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      check(wide <= window + 1, `${page} (${name}) does not scroll sideways: ${wide} > ${window}`);
      if (only && !unfolded) await fold(false);
      if (only === undefined || only.length > 0) {
        await tab.evaluate(axe);
        const runOnly = only === undefined ? rules : { type: "rule", values: only };
        const found = await tab.evaluate((runOnly) => axe.run(document, { runOnly }), runOnly);
        const told = found.violations.map((one) => `${one.id} at ${one.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`);
        check(told.length === 0, `${page} (${name}) has no axe finding: ${told.join("; ")}`);
        const asksContrast = only === undefined || only.includes("color-contrast");
        check(!asksContrast || found.passes.some((rule) => rule.id === "color-contrast"), `${page} (${name}) had its contrast measured`);
      }
      if (look.colorScheme) {
        const light = await tab.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number).reduce((sum, one) => sum + one, 0) / 765);
        check(look.colorScheme === "dark" ? light < 0.15 : light > 0.85, `${page} (${name}) is as light as asked for: ${light}`);
      }
      await tab.close();
    });
    await context.close();
  }
}
