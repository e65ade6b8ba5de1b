// Opens every kind of page of the shipped site in a real browser and holds it against what every page promises.
//
//   node tests/browser/run.mjs target/debug/taizhang
//
// Builds the shipped content into a temporary folder, serves it on a loopback port below a sub-path, and closes with "N passed, N failed".
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const program = resolve(process.argv[2] ?? join(root, "target/debug/taizhang"));
const prefix = "/zt/2321";
const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".json": "application/json", ".csv": "text/csv" };

const site = mkdtempSync(join(tmpdir(), "taizhang-site-"));
execFileSync(program, ["build", "--output", site, "--base-url", `http://127.0.0.1${prefix}/`], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });

const server = createServer((request, response) => {
  let path = normalize(decodeURIComponent(request.url.split("?")[0]));
  if (!path.startsWith(prefix)) return response.writeHead(404).end();
  path = join(site, path.slice(prefix.length));
  if (existsSync(path) && statSync(path).isDirectory()) path = join(path, "index.html");
  if (!existsSync(path)) return response.writeHead(404, { "content-type": types[".html"] }).end(readFileSync(join(site, "404.html")));
  response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" }).end(readFileSync(path));
}).listen(0, "127.0.0.1");
await new Promise((ready) => server.once("listening", ready));
const base = `http://127.0.0.1:${server.address().port}${prefix}/`;

const html = (folder, below = "") =>
  readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? html(folder, join(below, entry.name)) : entry.name.endsWith(".html") ? [join(below, entry.name)] : []);
const all = html(site).sort();
// One page of each kind in the first language, the fullest item pages, and a few in English.
const kinds = [...new Map(all.filter((page) => !page.startsWith("en/")).map((page) => [page.replace(/[^/]+\/index\.html$/, "*"), page])).values()];
const pages = [...new Set([...kinds, "2023/items/08/index.html", "2023/items/09/index.html", "2023/items/10/index.html", "2023/items/11/index.html", "2023/periods/2023-H1/index.html", "2023/changes/index.html", "2023/editions/2023-H1/index.html", "en/2023/changes/index.html", "en/index.html", "en/2023/items/09/index.html"])];
const url = (page) => base + page.replace(/index\.html$/, "");

let passed = 0, failed = 0;
const check = (isGood, words) => {
  if (isGood) passed++;
  else { failed++; console.log(`not so: ${words}`); }
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

// Opens a page and listens for what must not happen.
async function open(context, page) {
  const tab = await context.newPage();
  const faults = [];
  tab.on("console", (message) => message.type() === "error" && faults.push(`console: ${message.text()}`));
  tab.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  tab.on("request", (request) => !request.url().startsWith(base) && !request.url().startsWith("data:") && faults.push(`leaves the site: ${request.url()}`));
  tab.on("response", (response) => response.status() >= 400 && faults.push(`${response.status()} ${response.url()}`));
  await tab.goto(url(page), { waitUntil: "load" });
  return { tab, faults };
}

// Nothing clips or scrolls sideways, and nothing is reported by axe, in each way of looking.
const looks = [
  { name: "phone, light", viewport: { width: 360, height: 740 }, colorScheme: "light" },
  { name: "phone, dark", viewport: { width: 360, height: 740 }, colorScheme: "dark" },
  { name: "desktop, light", viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { name: "desktop, dark", viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  { name: "narrowest", viewport: { width: 320, height: 640 }, colorScheme: "light" },
  { name: "forced colours", viewport: { width: 1280, height: 900 }, forcedColors: "active" },
];
for (const { name, ...look } of looks) {
  // axe is injected, which the pages' own policy forbids; a run without the bypass follows below.
  const context = await browser.newContext({ ...look, bypassCSP: true, locale: "zh-CN" });
  for (const page of pages) {
    const { tab, faults } = await open(context, page);
    check(faults.length === 0, `${page} (${name}) is quiet: ${faults.join("; ")}`);
    const [wide, window] = await tab.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    check(wide <= window + 1, `${page} (${name}) does not scroll sideways: ${wide} > ${window}`);
    await tab.evaluate(axe);
    const found = await tab.evaluate(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
    const told = found.violations.map((one) => `${one.id} at ${one.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`);
    check(told.length === 0, `${page} (${name}) has no axe finding: ${told.join("; ")}`);
    await tab.close();
  }
  await context.close();
}

// The pages obey their own policy: with it in force there is still no error.
{
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  for (const page of pages) {
    const { tab, faults } = await open(context, page);
    check(faults.length === 0, `${page} obeys its own policy: ${faults.join("; ")}`);
    await tab.close();
  }
  await context.close();
}

// Without the script every fact is still there.
{
  const [bare, full] = await Promise.all([false, true].map((javaScriptEnabled) => browser.newContext({ javaScriptEnabled })));
  for (const page of ["index.html", "2023/items/08/index.html", "2023/periods/2023-H1/index.html"]) {
    const texts = [];
    for (const context of [bare, full]) {
      const tab = await context.newPage();
      await tab.goto(url(page), { waitUntil: "load" });
      texts.push(await tab.locator("main").textContent());
      await tab.close();
    }
    check(texts[0] === texts[1] && texts[0].length > 500, `${page} says the same without its script`);
  }
  await bare.close();
  await full.close();
}

// The keyboard reaches the content first, and the tools remember what was chosen.
{
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  await tab.goto(url("2023/items/09/index.html"), { waitUntil: "load" });
  await tab.keyboard.press("Tab");
  check(await tab.evaluate(() => document.activeElement.classList.contains("skip")), "the first stop of the keyboard is the skip link");
  check(await tab.evaluate(() => document.activeElement.getBoundingClientRect().top >= 0), "the skip link is seen when it has the focus");
  await tab.keyboard.press("Enter");
  check(await tab.evaluate(() => document.activeElement.id === "main"), "the skip link leads to the content");
  const before = await tab.evaluate(() => getComputedStyle(document.querySelector("main p")).fontSize);
  await tab.click("button[data-size=large]");
  await tab.reload({ waitUntil: "load" });
  const after = await tab.evaluate(() => getComputedStyle(document.querySelector("main p")).fontSize);
  check(parseFloat(after) > parseFloat(before), `large text is larger and is remembered: ${before}, ${after}`);
  check((await tab.getAttribute("button[data-size=large]", "aria-pressed")) === "true", "the chosen size is announced");
  const [wide, window] = await tab.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  check(wide <= window + 1, "large text does not scroll sideways");
  const fold = tab.locator("details summary").first();
  await fold.focus();
  await tab.keyboard.press("Enter");
  check(await tab.evaluate(() => document.querySelector("details").open), "a fold opens by the keyboard");
  await context.close();
}

// The page for what is not there works at any depth below the site's own path.
{
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(`${base}no/such/page/`, { waitUntil: "load" });
  const home = await tab.getAttribute(".site-title a", "href");
  check(home === `${prefix}/`, `the page for what is not there leads home: ${home}`);
  check(await tab.evaluate(() => [...document.styleSheets].length > 0), "the page for what is not there has its style");
  await context.close();
}

await browser.close();
server.close();
rmSync(site, { recursive: true, force: true });
console.log(`${pages.length} pages looked at`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
