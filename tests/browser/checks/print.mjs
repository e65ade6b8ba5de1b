// On paper: every row of every table, whole and under its head; folds open; no navigation; black on white; the sheet says what it is.
import { execFileSync } from "node:child_process";

const plain = (text) => text.normalize("NFKC").replace(/\s+/g, "");

export async function run({ site, check, browser }) {
  const context = await browser.newContext({ colorScheme: "dark" });
  for (const page of ["2023/items/08/index.html", "2023/items/09/index.html", "2023/periods/2023-H1/index.html", "2023/periods/2023-Q3/index.html", "2023/departments/jxj/index.html", "2023/regions/341302/index.html"]) {
    const tab = await context.newPage();
    await tab.goto(site.url(page), { waitUntil: "load" });
    const navigation = plain(await tab.locator(".site-nav").innerText());
    const facts = await tab.locator(".sheet-facts dd").allTextContents();
    const canonical = await tab.getAttribute("link[rel=canonical]", "href");
    const pdf = await tab.pdf({ format: "A4", preferCSSPageSize: true });
    await tab.emulateMedia({ media: "print" });
    const paper = await tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
    check(paper === "rgb(255, 255, 255)", `${page} is printed on white: ${paper}`);
    const tables = await tab.evaluate(() => {
      document.querySelectorAll("details").forEach((fold) => { fold.open = true; });
      return [...document.querySelectorAll("main table")].map((table) => ({
        head: [...table.querySelectorAll("thead th")].map((cell) => cell.innerText),
        rows: [...table.querySelectorAll("tbody tr")].map((row) => [...row.cells].map((cell) => cell.innerText).join("")),
      }));
    });
    await tab.close();
    const raw = execFileSync("pdftotext", ["-raw", "-", "-"], { input: pdf, maxBuffer: 1 << 26 }).toString("utf8");
    const sheets = raw.split("\f").filter((sheet) => sheet.trim()).map(plain);
    check(!sheets.some((sheet) => sheet.includes(navigation)), `${page} is printed without navigation`);
    let spanning = 0, rows = 0, at = 0;
    for (const table of tables) {
      const on = new Set();
      for (const row of table.rows.map(plain)) {
        // A row is whole when its cells stand together on one sheet; tables follow each other as in the page.
        const sheet = sheets.findIndex((sheet, index) => index >= at && sheet.includes(row));
        check(sheet >= 0, `${page} prints the row ${row.slice(0, 30)} whole`);
        if (sheet >= 0) on.add((at = sheet));
        rows++;
      }
      const first = plain(table.head[0]), last = plain(table.head.at(-1));
      for (const sheet of on) check(sheets[sheet].includes(first) && sheets[sheet].includes(last), `${page} repeats the head ${table.head[0]} on sheet ${sheet + 1}`);
      if (on.size > 1) spanning++;
    }
    check(rows > 5 && sheets.length > 1, `${page} prints ${rows} rows on ${sheets.length} sheets, ${spanning} tables over more than one`);
    const whole = sheets.join("");
    check(facts.every((fact) => whole.includes(plain(fact))), `${page} prints what the sheet is: ${facts.join(" | ")}`);
    check(whole.includes(plain(canonical)), `${page} prints its address`);
    check(sheets.every((sheet, index) => sheet.includes(`${index + 1}/${sheets.length}`)), `${page} numbers its sheets`);
  }
  await context.close();
}
