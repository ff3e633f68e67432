// Starts a settings page, and starts the next one when a row is clicked, which changes the address without a load.
import { Control } from './control.js';
import { interrupt, styled } from './dialog.js';
import { save } from './save.js';
import { quietly, watch } from './trace.js';

/**
 * @typedef {object} Model what the server says of the page; see model in render.go
 * @property {'ember' | 'react'} skin
 * @property {'discarded' | 'ignored'} early
 * @property {string} build
 * @property {import('./control.js').Block[]} blocks
 * @property {'modal' | 'plain' | 'shadow' | 'frame'} [dialog]
 * @property {number} [mutates]
 * @property {number} [stale]
 * @property {number} [account]
 * @property {number} [words]
 * @property {{to: string, ms: number}} [moves]
 * @property {number} [reloads]
 * @property {boolean} [worker]
 */

let life = new AbortController();

/** @param {string} id */
function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

/**
 * @param {number} ms
 * @param {AbortSignal} signal
 * @param {() => void} act
 */
function later(ms, signal, act) {
  if (ms === 0) {
    act();
    return;
  }
  const timer = setTimeout(act, ms);
  signal.addEventListener('abort', () => clearTimeout(timer));
}

/** Every page starts here. */
function start() {
  life.abort();
  life = new AbortController();
  const { signal } = life;
  /** @type {Model} */
  const model = JSON.parse(byId('lab-model').textContent ?? '');
  if (model.stale && history.length > model.stale) {
    quietly(skeleton);
    return;
  }
  model.blocks.forEach((block, index) => {
    const control = new Control(block, model.skin, signal);
    for (const place of document.querySelectorAll(`[data-lab="${index}"]`)) {
      if (place instanceof HTMLTemplateElement) later(block.live, signal, () => create(place, control));
      else hydrate(/** @type {HTMLElement} */ (place), control, model, signal);
    }
  });
  const { dialog, words, moves, reloads } = model;
  if (dialog) quietly(() => interrupt(dialog));
  if (words) later(words, signal, () => quietly(showWords));
  if (moves && window === top) later(moves.ms, signal, () => void moveOn(moves.to));
  if (reloads && window === top) later(reloads, signal, () => location.replace(location.href));
  if (model.worker) void keepPages();
  const account = document.querySelector('template#lab-account');
  if (model.account && account instanceof HTMLTemplateElement) {
    later(model.account, signal, () => quietly(() => account.replaceWith(document.importNode(account.content, true))));
  }
  if (model.mutates) {
    const timer = setInterval(() => quietly(fidget), model.mutates);
    signal.addEventListener('abort', () => clearInterval(timer));
  }
}

/**
 * @param {HTMLTemplateElement} template
 * @param {Control} control
 */
function create(template, control) {
  const holder = document.createElement('div');
  const content = document.importNode(template.content, true);
  if (control.block.shadow) {
    const root = holder.attachShadow({ mode: 'open' });
    root.append(styled(), content);
    watch(root);
    control.add(root);
  } else {
    holder.append(content);
    control.add(holder);
  }
  quietly(() => template.replaceWith(holder));
}

/**
 * @param {HTMLElement} root
 * @param {Control} control
 * @param {Model} model
 * @param {AbortSignal} signal
 */
function hydrate(root, control, model, signal) {
  const early = new AbortController();
  if (model.early === 'ignored') {
    root.addEventListener('click', (event) => event.preventDefault(), { capture: true, signal: early.signal });
  }
  later(control.block.live, signal, () => {
    early.abort();
    control.add(root);
  });
}

function skeleton() {
  const main = document.querySelector('main');
  if (!main) return;
  const bars = [1, 2, 3].map(() => {
    const bar = document.createElement('div');
    bar.className = 'lab-skeleton';
    return bar;
  });
  main.replaceChildren(...bars);
}

/** The rows of a category page show what they are to show late. */
function showWords() {
  for (const word of document.querySelectorAll('[data-lab-word]')) {
    if (word instanceof HTMLElement) word.textContent = word.dataset.labWord ?? '';
  }
}

/** Takes another address, as the page's own program does, and then shows what is there. @param {string} to */
async function moveOn(to) {
  history.replaceState(null, '', to);
  quietly(skeleton);
  const response = await fetch(to, { headers: { 'X-Lab-Fragment': '1' } });
  const next = new DOMParser().parseFromString(await response.text(), 'text/html');
  const root = next.getElementById('lab-root');
  quietly(() => {
    document.title = next.title;
    if (root) byId('lab-root').replaceWith(document.adoptNode(root));
    else document.querySelector('main')?.replaceChildren(next.title);
  });
  if (root) start();
}

/** Lets the site's service worker answer with this page as it is now. */
async function keepPages() {
  await navigator.serviceWorker.register('/lab/worker.js', { scope: '/mypreferences/' });
  const kept = await caches.open('lab');
  if (await kept.match(location.pathname)) return;
  await kept.put(location.pathname, await fetch(location.href, { headers: { 'X-Lab-Fragment': '1' } }));
}

let turn = 0;

function fidget() {
  turn += 1;
  const main = document.querySelector('main');
  if (!main) return;
  let line = main.querySelector('.lab-fidget');
  if (!line || turn % 5 === 0) {
    line?.remove();
    line = document.createElement('p');
    line.className = 'lab-fidget';
    main.append(line);
  }
  line.textContent = `Lab: ${turn}`;
  line.setAttribute('aria-label', `Lab ${turn}`);
}

/**
 * @param {string} href
 * @param {boolean} push
 */
async function go(href, push) {
  try {
    const response = await fetch(href, { headers: { 'X-Lab-Fragment': '1' } });
    const next = new DOMParser().parseFromString(await response.text(), 'text/html');
    const root = next.getElementById('lab-root');
    if (!root) {
      location.assign(response.url);
      return;
    }
    if (push) history.pushState(null, '', response.url);
    quietly(() => {
      document.title = next.title;
      byId('lab-root').replaceWith(document.adoptNode(root));
    });
    start();
  } catch {
    location.assign(href);
  }
}

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target instanceof Element ? event.target.closest('a[href^="/mypreferences/"]') : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  void go(link.href, true);
});

document.addEventListener('change', (event) => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement)) return;
  const holder = input.closest('[data-lab-extra]');
  if (holder instanceof HTMLElement) void save(holder.dataset.labExtra ?? '', { on: input.checked, trusted: false });
});

addEventListener('popstate', () => void go(location.href, false));
start();
