// At any width no two words of a drawing touch, none leaves its drawing and none is too small; each drawing says what it shows.
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { serve } from "../site.mjs";

const widths = [320, 360, 768, 1280, 1920];

// Measures every drawing of a page as it is seen.
function measure() {
  document.querySelectorAll("details").forEach((fold) => { fold.open = true; });
  const faults = [];
  let drawings = 0, words = 0;
  for (const svg of document.querySelectorAll("svg.chart")) {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) continue;
    drawings++;
    const told = svg.querySelector("title")?.textContent ?? svg.getAttribute("class");
    if (svg.getAttribute("role") === "img" && !(svg.querySelector(":scope > title")?.textContent.trim() && svg.querySelector(":scope > desc")?.textContent.trim())) faults.push(`${told} has no title or description`);
    const boxes = [...svg.querySelectorAll("text")].map((text) => ({ box: text.getBoundingClientRect(), says: text.textContent, size: parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a }));
    words += boxes.length;
    boxes.forEach(({ box, says, size }, at) => {
      if (size < 12 - 0.05) faults.push(`${told}: “${says}” is ${size.toFixed(1)} px`);
      // The box of a line of type is higher than its ink, by a quarter of its size above and below.
      const air = size * 0.3;
      if (box.left < frame.left - 2 || box.right > frame.right + 2 || box.top < frame.top - air || box.bottom > frame.bottom + air) faults.push(`${told}: “${says}” leaves the drawing`);
      for (const other of boxes.slice(at + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 1 && down > size * 0.45) faults.push(`${told}: “${says}” touches “${other.says}”`);
      }
    });
  }
  return { faults, drawings, words };
}

export async function run({ site, check, browser, gallery }) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  const look = async (name, address, least) => {
    await tab.goto(address, { waitUntil: "load" });
    for (const width of widths) {
      await tab.setViewportSize({ width, height: 900 });
      const { faults, drawings, words } = await tab.evaluate(measure);
      check(faults.length === 0, `${name} at ${width}: ${faults.slice(0, 5).join("; ")}${faults.length > 5 ? ` and ${faults.length - 5} more` : ""}`);
      check(drawings >= least && words >= drawings, `${name} at ${width} has its drawings: ${drawings}`);
    }
  };
  for (const page of ["2023/items/08/index.html", "2023/items/09/index.html", "2023/items/10/index.html", "2023/items/11/index.html", "en/2023/items/08/index.html", "en/2023/items/09/index.html", "en/2023/items/11/index.html"]) {
    await look(page, site.url(page), 2);
  }
  // Every chart in every hard situation: the page is written by the tests of the charts.
  check(existsSync(gallery), `the gallery of charts is there; \`cargo test --test suite charts\` writes ${gallery}`);
  if (existsSync(gallery)) {
    const served = await serve(dirname(gallery), "");
    await look("the gallery of charts", `${served.base}index.html`, 60);
    served.close();
  }
  await context.close();
}
