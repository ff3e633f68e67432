// Starts a settings page, and starts the next one when a row is clicked, which changes the address without a load.
import { Control } from './control.js';
import { save } from './save.js';
import { quietly } from './trace.js';

/**
 * @typedef {object} Model what the server says of the page; see model in render.go
 * @property {'ember' | 'react'} skin
 * @property {'discarded' | 'ignored'} early
 * @property {string} build
 * @property {import('./control.js').Block[]} blocks
 * @property {boolean} [dialog]
 * @property {number} [mutates]
 * @property {number} [stale]
 * @property {number} [account]
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
      if (place instanceof HTMLTemplateElement) later(block.live, signal, () => create(place, control, model));
      else hydrate(/** @type {HTMLElement} */ (place), control, model, signal);
    }
  });
  if (model.dialog) quietly(interrupt);
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
 * @param {Model} model
 */
function create(template, control, model) {
  const holder = document.createElement('div');
  const content = document.importNode(template.content, true);
  if (control.block.shadow) {
    const root = holder.attachShadow({ mode: 'open' });
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = `/lab/style.css?skin=${model.skin}&build=${encodeURIComponent(model.build)}`;
    root.append(style, content);
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

function interrupt() {
  const dialog = document.createElement('dialog');
  const text = document.createElement('p');
  text.textContent = 'Lab: an unexpected dialog.';
  const button = document.createElement('button');
  button.textContent = 'Lab: close';
  button.addEventListener('click', () => quietly(() => dialog.remove()));
  dialog.append(text, button);
  byId('lab-root').append(dialog);
  dialog.showModal();
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
