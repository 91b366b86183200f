// SPDX-License-Identifier: GPL-2.0-or-later
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const screenshots = process.env.RECOVERY_SCREENSHOTS;

export function launch() {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

// Opens one address or several, one after the other, in a browser that was never used, and
// hands each page to `use`.
// `textSize` in percent enlarges the text alone.
export async function withPage(browser, urls, options, use) {
  const { width = 1280, scripts = true, dark = false, textSize = 100, media = {} } = options;
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 640 : 800 },
    javaScriptEnabled: scripts,
    colorScheme: dark ? "dark" : "light",
    bypassCSP: textSize !== 100,
    locale: "en-US",
  });
  try {
    const page = await context.newPage();
    await page.emulateMedia(media);
    for (const url of [urls].flat()) {
      await page.goto(url);
      if (textSize !== 100) {
        await page.addStyleTag({ content: `html { font-size: ${textSize}% }` });
      }
      await use(page, url);
    }
  } finally {
    await context.close();
  }
}

// Goes to an address that must exist. To another place of the same page takes no request.
export async function visit(page, url) {
  const response = await page.goto(url);
  assert.equal(response?.status() ?? 200, 200, url);
}

// What axe-core finds wrong, a line each.
export async function accessibilityFaults(page) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`),
  );
}

// How far the page reaches beyond the right edge, in CSS pixels.
export function overhang(page) {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

// Kept only where RECOVERY_SCREENSHOTS names a folder, for people to look at.
export async function screenshot(page, name) {
  if (screenshots) {
    mkdirSync(screenshots, { recursive: true });
    const path = join(screenshots, `${name.replaceAll(/[^a-z0-9]+/gi, "-")}.png`);
    await page.screenshot({ path, fullPage: true });
  }
}
