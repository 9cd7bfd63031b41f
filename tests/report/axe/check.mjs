// Run axe-core on a page, light and dark, wide and narrow; print what it finds as JSON.
// Usage: node check.mjs NODE_MODULES CHROMIUM PAGE
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, chromium, page] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const browser = await require("playwright-core").chromium.launch({
  executablePath: chromium,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
});
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const found = [];
for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 390, 360]) {
    // the page forbids scripts, axe's own too: the policy is tested elsewhere
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    const tab = await context.newPage();
    const asked = [];
    tab.on("request", (request) => asked.push(request.url()));
    await tab.goto(pathToFileURL(page).href);
    await tab.evaluate(axe);
    const violations = await tab.evaluate(async () =>
      (await axe.run(document)).violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`),
    );
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
    found.push({ colorScheme, width, violations, overflow: wide > width, fetched: asked.length - 1 });
    await context.close();
  }
}
await browser.close();
console.log(JSON.stringify(found));
