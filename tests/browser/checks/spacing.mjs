// A reader who spreads the text (WCAG 1.4.12) loses nothing: no word is cut off, and no page scrolls sideways.
const spread = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }";

export async function run({ site, check, browser, inTwos }) {
  for (const width of [360, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    await inTwos(site.pages.filter((page) => !page.startsWith("en/")), async (page) => {
      const tab = await context.newPage();
      await tab.goto(site.url(page), { waitUntil: "load" });
      await tab.addStyleTag({ content: spread });
      const [wide, cut] = await tab.evaluate(() => [
        document.documentElement.scrollWidth,
        [...document.querySelectorAll("body *")].filter((one) => {
          const style = getComputedStyle(one);
          const hides = (value) => value === "hidden" || value === "clip";
          if (one.closest("svg") || one.classList.contains("said") || !one.checkVisibility()) return false;
          return (hides(style.overflowX) && one.scrollWidth > one.clientWidth + 1) || (hides(style.overflowY) && one.scrollHeight > one.clientHeight + 1);
        }).map((one) => `${one.tagName}.${one.className}`),
      ]);
      check(wide <= width + 1, `${page} with spread text at ${width} does not scroll sideways: ${wide}`);
      check(cut.length === 0, `${page} with spread text at ${width} cuts nothing off: ${cut.slice(0, 3).join(", ")}`);
      await tab.close();
    });
    await context.close();
  }
}
