// Builds the shipped content into a temporary folder and serves it on a loopback port below a sub-path, as a host would.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

const types = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml",
  ".json": "application/json", ".csv": "text/csv", ".xml": "application/xml", ".ics": "text/calendar",
};

const listHtml = (folder, below = "") =>
  readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listHtml(folder, join(below, entry.name)) : entry.name.endsWith(".html") ? [join(below, entry.name)] : []);

/** Builds a content with the program and returns its folder. */
export function build(program, options = [], cwd = root) {
  const folder = mkdtempSync(join(tmpdir(), "taizhang-site-"));
  execFileSync(program, ["build", "--output", folder, ...options], { cwd, stdio: ["ignore", "ignore", "inherit"] });
  return folder;
}

/** Serves a folder below a path; `base` is its address. */
export async function serve(folder, prefix) {
  const server = createServer((request, response) => {
    let path = normalize(decodeURIComponent(request.url.split("?")[0]));
    if (!path.startsWith(prefix)) return response.writeHead(404).end();
    path = join(folder, path.slice(prefix.length));
    if (existsSync(path) && statSync(path).isDirectory()) path = join(path, "index.html");
    const missing = join(folder, "404.html");
    if (!existsSync(path)) return response.writeHead(404, { "content-type": types[".html"] }).end(existsSync(missing) ? readFileSync(missing) : "");
    response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" }).end(readFileSync(path));
  }).listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  return { base: `http://127.0.0.1:${server.address().port}${prefix}/`, close: () => server.close() };
}

/** Builds and serves the shipped content, and lists its pages. */
export async function open(program) {
  const prefix = "/zt/2321";
  const folder = build(program, ["--base-url", `http://127.0.0.1${prefix}/`]);
  const served = await serve(folder, prefix);
  const all = listHtml(folder).sort();
  // One page of each kind in the first language, the fullest pages, and the main kinds in English.
  const kinds = new Map(all.filter((page) => !page.startsWith("en/")).map((page) => [page.replace(/[^/]+\/index\.html$/, "*"), page]));
  const chosen = ["items/08", "items/09", "items/10", "items/11", "periods/2023-H1", "changes", "editions/2023-H1", "regions", "departments/jxj"];
  const english = ["index.html", "2023/index.html", "2023/items/07/index.html", "2023/items/09/index.html", "2023/changes/index.html", "2023/departments/jxj/index.html", "2023/regions/index.html", "2023/periods/2023-H1/index.html"];
  const pages = [...new Set([...kinds.values(), ...chosen.map((page) => `2023/${page}/index.html`), ...english.map((page) => `en/${page}`)])];
  return {
    folder, prefix, all, pages, base: served.base,
    kinds: [...kinds.values()],
    url: (page) => served.base + page.replace(/index\.html$/, ""),
    read: (page) => readFileSync(join(folder, page), "utf8"),
    json: (page) => JSON.parse(readFileSync(join(folder, page), "utf8")),
    close: () => { served.close(); rmSync(folder, { recursive: true, force: true }); },
  };
}
