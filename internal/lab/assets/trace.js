// Watches for everything that an extension could leave in the page and tells the lab about it. The page's own changes go
// through quietly(), so whatever the observer still hears of was done by somebody else. Clicks that nobody's hand made are
// no trace: a run has to make them. The lab gets a list of them.

/** @type {Set<string>} */
const told = new Set();
/** Elements that somebody appended to <html>: allowed while they bear no attribute and are gone before the page is. */
/** @type {Set<Node>} */
const guests = new Set();
const ownCookies = new Set(['lab-csrf']);
const ownCaches = new Set(['lab']);
/** @type {WeakSet<Node>} the shadow roots that the page made */
const ownRoots = new WeakSet();
/** @type {WeakMap<CSSStyleSheet, number>} how many rules each sheet of the page had when it was first seen */
const ownSheets = new WeakMap();
const globalsAtStart = new Set(Object.getOwnPropertyNames(window));
const WALK_LIMIT = 20000;
const ADDRESS = /-extension:\/\//;
/** What the page hears when somebody plays the person; a script's click is the only one that a run may make. */
const GESTURES = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'mouseover', 'keydown', 'keyup', 'input', 'change', 'submit'];
/** How deep the page is in what it does itself. */
let acting = 0;

/** @param {string} what */
function tell(what) {
  const line = `${what} on ${location.pathname}`;
  if (told.has(line)) return;
  told.add(line);
  navigator.sendBeacon('/lab/trace', line);
}

/** @param {Node} node */
function name(node) {
  return node.nodeName.toLowerCase();
}

/** @param {Node} node */
function outer(node) {
  return node instanceof Element ? node.outerHTML : (node.textContent ?? '');
}

/** @param {MutationRecord} record */
function judge(record) {
  const { target } = record;
  if (record.type === 'attributes') {
    // The browser itself takes "open" away when Escape closes a dialog.
    if (target instanceof HTMLDialogElement && record.attributeName === 'open') return;
    tell(`attribute ${record.attributeName} on ${name(target)}`);
    if (ADDRESS.test(/** @type {Element} */ (target).getAttribute(record.attributeName ?? '') ?? '')) {
      tell(`extension address in ${record.attributeName} of ${name(target)}`);
    }
    return;
  }
  if (record.type === 'characterData') {
    if (ADDRESS.test(outer(target))) tell('extension address in text');
    tell(`text changed in ${target.parentNode ? name(target.parentNode) : 'nothing'}`);
    return;
  }
  for (const node of record.addedNodes) {
    if (ADDRESS.test(outer(node))) tell(`extension address in ${name(node)}`);
    if (target === document.documentElement && node instanceof Element && node.attributes.length === 0) guests.add(node);
    else tell(`node ${name(node)} in ${name(target)}`);
  }
  for (const node of record.removedNodes) {
    if (!guests.delete(node)) tell(`node ${name(node)} removed from ${name(target)}`);
  }
}

const observer = new MutationObserver((records) => records.forEach(judge));

/** Watches a document or a shadow root of the page's own. @param {Node} root */
export function watch(root) {
  ownRoots.add(root);
  observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
}

/**
 * Makes a change or a click of the page's own, unseen by the watcher.
 * @template T
 * @param {() => T} change
 * @returns {T}
 */
export function quietly(change) {
  observer.takeRecords().forEach(judge);
  acting += 1;
  try {
    return change();
  } finally {
    acting -= 1;
    observer.takeRecords();
  }
}

/** @param {Event} event */
function called(event) {
  if (event.isTrusted || acting > 0) return;
  if (event.type !== 'click') {
    tell(`event ${event.type} by a script`);
    return;
  }
  const [target] = event.composedPath();
  const key = target instanceof Element ? (target.getAttribute('aria-labelledby') ?? (target.id || name(target))) : '';
  navigator.sendBeacon('/lab/click', JSON.stringify({ path: location.pathname, key }));
}

/** @param {CSSStyleSheet} sheet @param {string} where */
function inspectSheet(sheet, where) {
  const link = sheet.ownerNode;
  if (!(link instanceof HTMLLinkElement) || new URL(link.href).pathname !== '/lab/style.css') tell(`style sheet in ${where}`);
  else if (!ownSheets.has(sheet)) ownSheets.set(sheet, sheet.cssRules.length);
  else if (ownSheets.get(sheet) !== sheet.cssRules.length) tell(`style sheet changed in ${where}`);
}

function inspectStyles() {
  for (const element of [null, ...document.querySelectorAll('*')]) {
    const root = element ? element.shadowRoot : document;
    if (!root) continue;
    const where = element ? name(element) : 'document';
    if (!ownRoots.has(root)) tell(`shadow root in ${where}`);
    if (root.adoptedStyleSheets.length > 0) tell(`adopted style sheet in ${where}`);
    for (const sheet of root.styleSheets) inspectSheet(sheet, where);
  }
}

/** What the browser answers later, and so not while the page is left. */
async function inspectStores() {
  for (const { name: key } of await indexedDB.databases()) tell(`database ${key}`);
  for (const key of await caches.keys()) {
    if (!ownCaches.has(key)) tell(`cache ${key}`);
  }
}

function inspect() {
  for (const key of Object.keys(localStorage)) tell(`localStorage key ${key}`);
  for (const key of Object.keys(sessionStorage)) tell(`sessionStorage key ${key}`);
  for (const pair of document.cookie.split('; ')) {
    const [key] = pair.split('=');
    if (key && !ownCookies.has(key)) tell(`cookie ${key}`);
  }
  for (const key of Object.getOwnPropertyNames(window)) {
    // Frames are numbered globals.
    if (!globalsAtStart.has(key) && !/^\d+$/.test(key)) tell(`global ${key}`);
  }
  if (window.name) tell(`window name ${window.name}`);
  for (const { entryType, name: what } of performance.getEntries()) {
    if (entryType === 'mark' || entryType === 'measure') tell(`performance ${entryType} ${what}`);
  }
  if (document.getElementsByTagName('*').length <= WALK_LIMIT) inspectStyles();
}

/** What somebody did before the watcher was there. */
function walk() {
  if (document.getElementsByTagName('*').length > WALK_LIMIT) return;
  const { documentElement: html, head, body } = document;
  if (ADDRESS.test(html.outerHTML)) tell('extension address in the page');
  for (const node of [html, head, body]) {
    for (const attribute of node.getAttributeNames()) {
      if (node !== html || attribute !== 'lang') tell(`attribute ${attribute} on ${name(node)}`);
    }
  }
  for (const node of html.children) {
    if (node !== head && node !== body) tell(`node ${name(node)} in html`);
  }
}

function leave() {
  const records = observer.takeRecords();
  // Firefox ends a page's own script in the middle when the page is led elsewhere: then quietly() has not come to its end.
  if (acting === 0) records.forEach(judge);
  for (const node of guests) {
    if (node.isConnected) tell(`${name(node)} left in html`);
  }
  inspect();
}

walk();
for (const record of /** @type {any} */ (window)[Symbol.for('lab-heard')]()) judge(record);
watch(document);
inspectStyles();
for (const type of ['click', ...GESTURES]) addEventListener(type, called, { capture: true });
addEventListener('message', ({ origin }) => tell(`message from ${origin || 'nobody'}`));
document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => tell(`policy ${effectiveDirective}`));
setTimeout(() => {
  inspect();
  void inspectStores();
}, 1000);
addEventListener('pagehide', leave);
// Whoever cleans up on pagehide must have had the chance: move to the end of the queue.
addEventListener('beforeunload', () => {
  removeEventListener('pagehide', leave);
  addEventListener('pagehide', leave);
});
