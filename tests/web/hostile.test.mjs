// SPDX-License-Identifier: GPL-2.0-or-later
//
// Nothing that a corpus or a visitor writes may run, load or break out of the page.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";

import { launch, overhang, screenshot, visit, withPage } from "./browser.mjs";
import { startSite } from "./site.mjs";

const longWord = "Krankenversicherungskostenübernahmebescheinigungsantragsformular".repeat(2);
const longTitle = `${longWord} ${"a title that goes on and on ".repeat(6)}end`;

const corpus = {
  "articles/script.md": `---
title: "</title><script>window.ran = 1</script><img src=x onerror='window.ran = 2'> detox"
tags: ["\\"><script>window.ran = 3</script>"]
---

Detox. \`<script>window.ran = 4</script>\` and \`<img src=x onerror="window.ran = 5">\` "quotes' & more.

## \`<svg onload=window.ran=6>\` detox

Detox \`"><script>window.ran = 7</script>\` here.

## javascript:window.ran=8 {#javascript:window.ran=8}

Detox once more.
`,
  "articles/long.md": `---
title: "${longTitle}"
---

Detox https://example.org/${"a-long-address-without-a-blank/".repeat(8)}?with=parameters detox.

## ${longWord}

Detox ${longWord} again.
`,
  "faqs/quotes.md": `---
type: faq
---

## Is \`"><img src=x onerror=window.ran=9>\` detox?

Detox, and \`</p></main><script>window.ran=10</script>\`.

## What is \`</section>\` in detox?

Nothing.
`,
  "bios/x.md": `---
type: bio
name: "\\"><script>window.ran=11</script>"
credentials: ["<i>LCDC</i>"]
role: "' onmouseover='window.ran=12"
---

# "><script>window.ran=11</script>

Knows detox.
`,
  "records.jsonl": `${JSON.stringify({ _id: "javascript:window.ran=13", title: "Detox record", text: "detox" })}
${JSON.stringify({ _id: "kb/untitled", text: "detox without a title" })}
`,
};

const questions = [
  "detox",
  '"><script>window.ran=14</script> detox',
  "' autofocus onfocus='window.ran=15' detox",
  "</title></head><body onload=window.ran=16> detox",
  "javascript:window.ran=17 detox",
  "\u202Edetox &lt;script&gt; \u0001\u2028",
  `${"<script>window.ran=18</script>".repeat(60)} detox`,
];

let browser;
let site;
let folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "recovery-hostile-"));
  for (const [name, text] of Object.entries(corpus)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  browser = await launch();
  site = await startSite(folder);
});

after(async () => {
  await browser?.close();
  site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function isHarmless(page, name) {
  const origin = new URL(page.url()).origin;
  const found = await page.evaluate(() => ({
    ran: window.ran ?? "nothing",
    elements: document.querySelectorAll("script, img, svg, i, style, iframe").length,
    handlers: [...document.querySelectorAll("*")].filter((element) =>
      element.getAttributeNames().some((attribute) => /^(on|autofocus|style)/.test(attribute)),
    ).length,
    mains: document.querySelectorAll("body > main, body > footer").length,
    links: [...document.querySelectorAll("main a")].map((link) => link.href),
  }));
  assert.equal(found.ran, "nothing", name);
  assert.equal(found.elements + found.handlers, 0, name);
  assert.equal(found.mains, 2, name);
  for (const link of found.links) {
    const known = ["tel:", "sms:", "https://988lifeline.org/", "https://www.samhsa.gov/", origin];
    assert.ok(known.some((start) => link.startsWith(start)), `${name}: ${link}`);
  }
}

test("questions of all sorts run nothing", async () => {
  for (const question of questions) {
    const path = `/search?q=${encodeURIComponent(question)}&tag=`;
    await withPage(browser, site.url + path, {}, async (page) => {
      await isHarmless(page, question.slice(0, 60));
      assert.ok((await page.locator("h1").count()) === 1);
    });
  }
});

test("a hostile corpus runs nothing, wherever its links lead", () =>
  withPage(browser, `${site.url}/search?q=detox`, {}, async (page) => {
    const links = await page
      .locator(".hits a")
      .evaluateAll((found) => found.map((link) => link.href));
    assert.ok(links.length >= 7, "everything was indexed");
    for (const link of links) {
      await visit(page, link);
      await isHarmless(page, link);
    }
  }));

test("long words and titles stay on the page", async () => {
  for (const width of [320, 768, 1280]) {
    for (const path of ["/search?q=detox", `/search?q=detox+${longWord}`, "/articles/long"]) {
      await withPage(browser, site.url + path, { width, scripts: false }, async (page) => {
        await screenshot(page, `long ${path.slice(0, 20)} ${width}`);
        assert.equal(await overhang(page), 0, `${path} at ${width}`);
      });
    }
  }
});
