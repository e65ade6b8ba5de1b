// The preview in a browser: a save changes the page in place, faults come over it and go, and the page's policy lets nothing else through.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../site.mjs";

const figures = "content/plans/2023/data/2023.csv";

async function start(program, folder) {
  const child = spawn(program, ["serve", "--port", "0"], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
  let said = "";
  const url = await new Promise((found, lost) => {
    child.stdout.on("data", (text) => {
      said += text;
      const line = /preview at (\S+)/.exec(said);
      if (line) found(line[1]);
    });
    child.once("exit", () => lost(new Error(`the preview ended: ${said}`)));
  });
  return { child, url, said: () => said };
}

export async function run({ check, browser, program }) {
  const folder = mkdtempSync(join(tmpdir(), "taizhang-preview-"));
  cpSync(join(root, "tests/sites/base"), folder, { recursive: true });
  mkdirSync(join(folder, "themes/default/assets"), { recursive: true });
  const path = (name) => join(folder, name);
  const change = (name, old, now) => {
    const text = readFileSync(path(name), "utf8");
    if (!text.includes(old)) throw new Error(`${name} has no ${old}`);
    writeFileSync(path(name), text.replace(old, now));
  };
  const { child, url, said } = await start(program, folder);
  const context = await browser.newContext({ viewport: { width: 900, height: 500 } });
  await context.addInitScript(() => {
    globalThis.violated = [];
    addEventListener("securitypolicyviolation", (event) => globalThis.violated.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  const tab = await context.newPage();
  const faults = [];
  tab.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  tab.on("pageerror", (error) => faults.push(error.message));
  await tab.goto(`${url}2023/items/01/`, { waitUntil: "load" });
  await tab.waitForTimeout(200);

  // A mark that only a page that was not loaded anew still has; a place that is scrolled to; a link that has the focus; an open fold.
  const place = async () => tab.evaluate(() => ({ mark: globalThis.mark ?? null, y: Math.round(scrollY), focus: document.activeElement.textContent.trim(), open: [...document.querySelectorAll("details")].map((fold) => fold.open).join() }));
  await tab.evaluate(() => {
    globalThis.mark = "the same page";
    document.querySelectorAll("details")[1].open = true;
    scrollTo({ top: 700, behavior: "instant" });
    document.querySelector(".indicators tbody a").focus({ preventScroll: true });
  });
  const before = await place();
  check(before.y > 300 && before.focus.length > 0, `the page is scrolled and has a focus: ${JSON.stringify(before)}`);
  change(figures, "2023-Q2,firms,north,40,", "2023-Q2,firms,north,41,");
  await tab.waitForFunction(() => document.querySelector("main").textContent.includes("59"), null, { timeout: 10000 }).catch(() => {});
  check((await tab.locator("main").textContent()).includes("59"), "a saved figure is on the page without loading it");
  const after = await place();
  check(JSON.stringify(after) === JSON.stringify(before), `place, focus and folds are kept: ${JSON.stringify(before)} ${JSON.stringify(after)}`);

  change(figures, "2023-Q2,firms,north,41,", "2023-Q9,firms,north,41,");
  const box = tab.locator("#taizhang-faults");
  await box.waitFor({ timeout: 10000 }).catch(() => {});
  check(await box.isVisible(), "a fault comes over the page");
  const told = await box.textContent();
  for (const wanted of [`${figures}:4:1`, "2023-Q9", "2023-H1"]) check(told.includes(wanted), `the fault is told with ${wanted}: ${told}`);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await box.locator("button").first().click();
  check((await tab.evaluate(() => navigator.clipboard.readText())) === `${figures}:4:1`, "its place can be copied");
  check((await tab.locator("main").textContent()).includes("59"), "the last good page stays below");
  change(figures, "2023-Q9,firms,north,41,", "2023-Q2,firms,north,42,");
  await box.waitFor({ state: "detached", timeout: 10000 }).catch(() => {});
  check((await box.count()) === 0, "the fault goes with its cause");
  await tab.waitForFunction(() => document.querySelector("main").textContent.includes("60"), null, { timeout: 10000 }).catch(() => {});
  check((await place()).mark === "the same page", "all that without loading the page");

  // Another stylesheet is taken over without loading the page.
  const built = readFileSync(join(root, "themes/default/assets/style.css"), "utf8");
  writeFileSync(path("themes/default/assets/style.css"), `${built}\nh1 { letter-spacing: 7px; }\n`);
  await tab.waitForFunction(() => getComputedStyle(document.querySelector("h1")).letterSpacing === "7px", null, { timeout: 10000 }).catch(() => {});
  check(await tab.evaluate(() => getComputedStyle(document.querySelector("h1")).letterSpacing === "7px"), "a saved stylesheet is on the page");
  check((await place()).mark === "the same page", "the stylesheet came without loading the page");
  check((await tab.evaluate(() => globalThis.violated)).length === 0 && faults.length === 0, `nothing is blocked and nothing complains: ${faults.join("; ")}`);
  check(said().includes(" ms"), `the terminal says how long it took: ${said()}`);

  // Ctrl-C ends it at once, with browsers still listening.
  const since = Date.now();
  const ended = new Promise((done) => child.once("exit", (code) => done(code)));
  child.kill("SIGINT");
  const code = await Promise.race([ended, new Promise((late) => setTimeout(() => late("late"), 3000))]);
  check(code === 0 && Date.now() - since < 2000, `Ctrl-C ends it cleanly: ${code}`);
  await context.close();
  if (code === "late") child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
}
