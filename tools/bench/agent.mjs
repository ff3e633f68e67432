/** What the agent costs a page, and how soon it tells of something new. */

import { waitFor } from '../../e2e/lib/wait.mjs';
import { agentScript } from '../examine/capture.mjs';
import { median, ms, row, times } from './document.mjs';

/** @typedef {import('../../e2e/lib/driver.mjs').Driver} Driver */

const PAGE = 'https://www.linkedin.com/feed/';
export const SELECTOR = 'input[type=checkbox],input[type=radio],[role=switch]';
/** How long a report of a small page may take, in milliseconds. */
const MOST_SMALL = 0.1;
/** How many elements the pages have that are reported. */
const SIZES = [100, 1_000, 10_000, 100_000];
/** How often each is measured, in turns with the others, because a browser that has just started is slower, and a machine not always as fast. */
const TURNS = 3;

/**
 * The agent's whole report, against one querySelectorAll of the selectors it looks for.
 * @param {Driver} driver
 */
export async function reports(driver) {
  /** @type {Map<number, {report: number[], query: number[]}>} by the number of elements */
  const all = new Map(SIZES.map((elements) => [elements, { report: [], query: [] }]));
  for (let i = 0; i < TURNS; i++)
    for (const [elements, { report, query }] of all) {
      const page = await pageOf(driver, elements);
      const spent = await spentOn(page);
      report.push(spent.report);
      query.push(spent.query);
      await page.close();
    }
  return [...all].map(([elements, spent]) => {
    const [report, query] = [median(spent.report), median(spent.query)];
    const found = { what: `report of a page of ${elements.toLocaleString('en')} elements`, measured: `${ms(report)}, query ${ms(query)}` };
    return elements < 10_000
      ? row({ ...found, value: report, shown: times(report / query), most: MOST_SMALL, budget: `${MOST_SMALL} ms` })
      : row({ ...found, value: report / query, most: 3, budget: '3x one `querySelectorAll`' });
  });
}

/**
 * @param {import('puppeteer-core').Page} page with the agent in it
 * @returns {Promise<{report: number, query: number}>} how long a report takes, and a query of the same selectors, in milliseconds
 */
function spentOn(page) {
  return page.evaluate((selector) => {
    /** @param {() => unknown} act */
    const time = (act) => {
      const list = [];
      let rounds = 1;
      for (let i = 0; i < 15; i++) {
        const began = performance.now();
        for (let n = 0; n < rounds; n++) act();
        const spent = performance.now() - began;
        if (spent < 5) {
          // too short for this clock: more of them at once
          rounds *= 2;
          i--;
          continue;
        }
        list.push(spent / rounds);
      }
      return list.sort((a, b) => a - b)[7];
    };
    // @ts-expect-error put there with the agent
    return { report: time(() => globalThis.order({ do: 'look' })), query: time(() => document.querySelectorAll(selector).length) };
  }, SELECTOR);
}

/**
 * From a control's appearing on a quiet page to the agent's telling of it.
 * @param {Driver} driver
 */
export async function reaction(driver) {
  const page = await pageOf(driver, 1_000);
  const list = [];
  for (let i = 0; i < 15; i++) {
    await waitFor('the agent to be quiet', () =>
      // @ts-expect-error put there with the agent
      page.evaluate(() => performance.now() - globalThis.heard.at > 500),
    );
    const { began, count } = await page.evaluate(() => {
      // @ts-expect-error put there with the agent
      const before = globalThis.heard.snapshot.controls.length;
      const control = document.createElement('input');
      control.type = 'checkbox';
      const now = performance.now();
      document.querySelector('main')?.append(control);
      return { began: now, count: before };
    });
    const told = await waitFor('the new control to be told of', () =>
      // @ts-expect-error put there with the agent
      page.evaluate((more) => globalThis.heard.snapshot.controls.length > more && globalThis.heard.at, count),
    );
    list.push(told - began);
  }
  await page.close();
  return [
    row({
      what: 'from a new control to the report of it',
      measured: ms(median(list)),
      value: median(list),
      shown: '',
      most: 100,
      budget: '100 ms',
    }),
  ];
}

/** How long a page is made to change without end, in milliseconds. */
const STORM = 2_000;

/**
 * How much less a page gets done that never stops changing, with the agent in it.
 * @param {Driver} driver
 */
export async function storm(driver) {
  /** @type {{bare: number[], own: number[]}} */
  const done = { bare: [], own: [] };
  for (let i = 0; i < 2 * TURNS; i++) {
    const withAgent = i % 2 === 1;
    const page = await pageOf(driver, 1_000, withAgent);
    done[withAgent ? 'own' : 'bare'].push(
      await page.evaluate(async (span) => {
        const list = document.querySelector('ul') ?? document.body;
        const channel = new MessageChannel();
        const turn = () =>
          new Promise((resolve) => {
            channel.port1.onmessage = resolve;
            channel.port2.postMessage(null);
          });
        let changes = 0;
        for (const end = performance.now() + span; performance.now() < end; await turn()) {
          for (let i = 0; i < 20; i++, changes++) list.lastElementChild?.replaceWith(document.createElement('li'));
        }
        return changes;
      }, STORM),
    );
    await page.close();
  }
  const share = 1 - median(done.own) / median(done.bare);
  return [
    row({
      what: "the agent's share of a page of 1,000 elements that never stops changing",
      measured: `${(share * 100).toFixed(0)} %`,
      value: share,
      shown: '',
    }),
  ];
}

/**
 * @param {Driver} driver
 * @param {number} elements
 * @param {boolean} [withAgent]
 */
async function pageOf(driver, elements, withAgent = true) {
  const page = await driver.open('about:blank');
  await page.goto(PAGE);
  await page.evaluate((count) => {
    document.body.innerHTML =
      '<main><h2>Age range</h2><p id="a">Use your age range</p><input type="checkbox" role="switch" aria-labelledby="a"></main>';
    const list = document.createElement('ul');
    for (let i = 0; i < count / 2; i++)
      list.appendChild(document.createElement('li')).appendChild(document.createElement('span')).textContent = `${i}`;
    document.body.append(list);
  }, elements);
  if (withAgent) await page.evaluate(`${agentScript()}\n;0`);
  return page;
}
