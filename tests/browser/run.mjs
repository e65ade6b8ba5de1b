// Opens the pages of the shipped site in a real browser and holds them against what every page promises.
//
//   node tests/browser/run.mjs target/debug/taizhang [CHECK…]
//
// Each promise is a file under checks/; without names all are looked at. Closes with "N passed, N failed".
import { dirname, join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { open, root } from "./site.mjs";

const [given, ...wanted] = process.argv.slice(2);
const program = resolve(given ?? join(root, "target/debug/taizhang"));
const names = ["valid", "policy", "script", "keyboard", "spacing", "print", "charts", "answers", "preview", "looks"].filter((name) => wanted.length === 0 || wanted.includes(name));

const site = await open(program);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

let passed = 0, failed = 0;
const check = (isGood, words) => {
  if (isGood) passed++;
  else { failed++; console.log(`not so: ${words}`); }
};

// Opens a page and listens for what must not happen.
async function visit(context, page) {
  const tab = await context.newPage();
  const faults = [], requests = [];
  tab.on("console", (message) => message.type() === "error" && faults.push(`console: ${message.text()}`));
  tab.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  tab.on("request", (request) => {
    requests.push(request.url());
    if (!request.url().startsWith(site.base) && !request.url().startsWith("data:")) faults.push(`leaves the site: ${request.url()}`);
  });
  tab.on("response", (response) => response.status() >= 400 && faults.push(`${response.status()} ${response.url()}`));
  await tab.goto(site.url(page), { waitUntil: "load" });
  return { tab, faults, requests };
}

// Works through a list two at a time: as many as the smallest machine has cores.
async function inTwos(list, work) {
  const left = [...list];
  await Promise.all([0, 1].map(async () => { while (left.length > 0) await work(left.shift()); }));
}

// The tests of the charts leave their gallery in the target folder the program comes from.
const gallery = join(dirname(program), "..", "tmp", "gallery", "index.html");
for (const name of names) {
  const [from, since] = [passed + failed, Date.now()];
  const { run } = await import(`./checks/${name}.mjs`);
  await run({ site, check, browser, visit, inTwos, gallery, program });
  console.log(`${name}: ${passed + failed - from} looked at in ${Math.round((Date.now() - since) / 1000)} s`);
}
await browser.close();
site.close();
console.log(`${site.pages.length} pages, ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
