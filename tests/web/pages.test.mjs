// SPDX-License-Identifier: GPL-2.0-or-later
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { accessibilityFaults, launch, overhang, screenshot, visit, withPage } from "./browser.mjs";
import { sampleCorpus, startSite } from "./site.mjs";

const red = "/search?q=my+son+wont+wake+up+he+took+blue+pills";
const states = {
  results: "/search?q=is+ketamine+addictive",
  "last page": "/search?q=is+ketamine+addictive&page=6",
  "behind the end": "/search?q=is+ketamine+addictive&page=60",
  people: "/search?q=&type=bio",
  "a person": "/search?q=ben+lemmon",
  empty: "/search?q=zzqqxx+blorf",
  "filtered to nothing": "/search?q=spravato&type=bio&tag=law",
  "red card": red,
  "red card in Spanish": "/search?q=quiero+morir&lang=es",
  "amber card": "/search?q=xanax+withdrawal+seizures",
  "support card": "/search?q=detox+at+home+cold+turkey",
  note: "/search?q=%22purple+ketamine+elephant%22",
  start: "/search",
  home: "/",
  article: "/articles/is-ketamine-addictive",
  questions: "/faqs/ketamine",
  "one person": "/bios/ben-lemmon",
};

let browser;
let site;
let siteWithoutIndex;
const pages = () =>
  Object.entries(states)
    .map(([name, path]) => [name, site.url + path])
    .concat([["no index", siteWithoutIndex.url + red]]);

before(async () => {
  browser = await launch();
  site = await startSite(sampleCorpus);
  siteWithoutIndex = await startSite();
});

after(async () => {
  await browser?.close();
  site?.stop();
  siteWithoutIndex?.stop();
});

function everyPage(options, check) {
  const names = new Map(pages().map(([name, url]) => [url, name]));
  return withPage(browser, [...names.keys()], options, (page, url) => check(page, names.get(url)));
}

describe("every page", () => {
  const looks = [
    ["light", { width: 1280 }],
    ["dark", { width: 320, dark: true }],
    ["forced colours", { width: 768, media: { forcedColors: "active" } }],
  ];
  for (const [look, options] of looks) {
    test(`has nothing that axe-core finds wrong, ${look}`, () =>
      everyPage(options, async (page, name) => {
        assert.deepEqual(await accessibilityFaults(page), [], name);
      }));
  }

  const sizes = [
    ["320 px", { width: 320 }],
    ["768 px", { width: 768 }],
    ["1280 px", { width: 1280 }],
    ["200 % zoom", { width: 640 }],
    ["text at 200 %", { width: 640, textSize: 200, scripts: true }], // needs one to be set
    ["dark", { width: 768, dark: true }],
    ["print", { width: 768, media: { media: "print" } }],
  ];
  for (const [size, options] of sizes) {
    test(`fits without scripts: ${size}`, () =>
      everyPage({ scripts: false, ...options }, async (page, name) => {
        await screenshot(page, `${name} ${size}`);
        assert.equal(await overhang(page), 0, name);
        assert.ok(await page.locator("h1").isVisible(), name);
      }));
  }

  test("asks nobody else for anything and says nothing on the console", () =>
    everyPage({}, async (page, name) => {
      const said = [];
      page.removeAllListeners();
      page.on("console", (message) => said.push(message.text()));
      page.on("requestfailed", (request) => {
        const why = request.failure().errorText;
        if (why !== "net::ERR_ABORTED") {
          said.push(`${request.url()}: ${why}`); // reloading ends what was on its way
        }
      });
      page.on("request", (request) => {
        if (new URL(request.url()).origin !== new URL(page.url()).origin) {
          said.push(request.url());
        }
      });
      const response = await page.reload();
      const expected = name === "no index" ? 503 : 200;
      assert.equal(response.status(), expected, name);
      assert.deepEqual(
        said.filter((text) => expected === 200 || !text.includes("503")),
        [],
        name,
      );
      assert.equal(await page.locator("script, style, [style], [onclick]").count(), 0, name);
    }));
});

describe("help", () => {
  test("is first in the main part, with numbers that a thumb can hit", () =>
    withPage(browser, site.url + red, { width: 320 }, async (page) => {
      assert.ok(await page.locator("main > :first-child").evaluate((e) => e.matches(".help.red")));
      const links = page.locator(".help a[href^='tel:'], .help a[href^='sms:']");
      assert.ok((await links.count()) >= 2);
      for (const link of await links.all()) {
        const box = await link.boundingBox();
        assert.ok(box.height >= 44 && box.width >= 24, JSON.stringify(box));
      }
      const first = await links.first().boundingBox();
      assert.ok(first.y + first.height < 640, "the first number is seen without scrolling");
    }));

  test("stands without an index too", () =>
    withPage(browser, siteWithoutIndex.url + red, { scripts: false }, async (page) => {
      assert.ok(await page.locator(".help.red a[href='tel:911']").isVisible());
      assert.equal(
        await page.locator("input[name=q]").inputValue(),
        "my son wont wake up he took blue pills",
      );
    }));

  test("is reached by keyboard before any result", () =>
    withPage(browser, site.url + red, {}, async (page) => {
      const reached = [];
      for (let i = 0; i < 20; ++i) {
        await page.keyboard.press("Tab");
        reached.push(
          await page.evaluate(() => {
            const focused = document.activeElement;
            const outline = getComputedStyle(focused).outlineStyle;
            return {
              what: focused.getAttribute("href") ?? focused.name ?? focused.tagName,
              hit: focused.closest(".hits") !== null,
              kind: focused.closest(".kinds") !== null,
              seen: outline !== "none" && focused.getBoundingClientRect().height > 1,
            };
          }),
        );
      }
      const at = (test) => reached.findIndex(test);
      assert.equal(reached[0].what, "#rs-main");
      assert.ok(at((e) => e.what === "q") < at((e) => e.what === "tel:911"));
      assert.ok(at((e) => e.what === "tel:911") < at((e) => e.kind));
      assert.ok(at((e) => e.kind) < at((e) => e.hit));
      assert.deepEqual(
        reached.filter((e) => !e.seen),
        [],
        "focus is always seen",
      );
    }));
});

test("a visitor without scripts searches, filters, turns pages and reads", () =>
  withPage(browser, `${site.url}/`, { scripts: false }, async (page) => {
    await page.getByLabel("Search this site").fill("ketamine");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search?q=ketamine");
    await page.getByRole("link", { name: /^Answers/ }).click();
    assert.match(await page.locator("[aria-current]").innerText(), /^Answers\s+16$/);
    await page.getByRole("link", { name: "Next page" }).click();
    assert.match(await page.getByRole("status").innerText(), /^Showing 11–16 of 16/);
    await page.getByRole("link", { name: "Previous page" }).click();
    const hit = page.locator(".hit h2 a").nth(3);
    const title = await hit.innerText();
    await hit.click();
    assert.equal(await page.locator(":target").innerText(), title);
    const box = await page.locator(":target").boundingBox();
    assert.ok(box.y >= 0 && box.y < 800, "the page opens at the answer");
  }));

test("every hit of the sample corpus leads to its section", () =>
  withPage(browser, site.url + states.results, {}, async (page) => {
    const links = await page
      .locator(".hits a")
      .evaluateAll((found) => found.map((link) => link.href));
    assert.ok(links.length > 10);
    for (const link of links) {
      await visit(page, link);
      if (new URL(link).hash) {
        assert.equal(await page.locator(":target").count(), 1, link);
      }
    }
  }));

test("the skip link leads past the header", () =>
  withPage(browser, site.url + states.results, {}, async (page) => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "rs-main");
  }));

test("who wants less motion gets none", () =>
  withPage(
    browser,
    site.url + states.results,
    { media: { reducedMotion: "reduce" } },
    async (page) => {
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll("*")].filter(
          (element) => getComputedStyle(element).transitionDuration !== "0s",
        ).length,
      );
      assert.equal(moving, 0);
    },
  ));

test("a site changes colours and shape through custom properties", () =>
  withPage(browser, site.url + states.results, { textSize: 101 }, async (page) => {
    await page.addStyleTag({ content: ":root { --rs-accent: rgb(106 61 124); --rs-radius: 0 }" });
    const button = await page.locator("button").evaluate((element) => {
      const { backgroundColor, borderRadius } = getComputedStyle(element);
      return { backgroundColor, borderRadius };
    });
    assert.deepEqual(button, { backgroundColor: "rgb(106, 61, 124)", borderRadius: "0px" });
  }));

test("paper gets help and results, not the controls", () =>
  withPage(browser, site.url + red, { media: { media: "print" } }, async (page) => {
    assert.ok(await page.locator(".help").isVisible());
    assert.ok(await page.locator(".hit").first().isVisible());
    for (const control of [".search", ".kinds", ".pages"]) {
      assert.ok(!(await page.locator(control).isVisible()), control);
    }
  }));
