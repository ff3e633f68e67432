// Watches for everything that an extension could leave in the page and tells the lab about it. The page's own changes go
// through quietly(), so whatever the observer still hears of was done by somebody else.

/** @type {Set<string>} */
const told = new Set();
/** Elements that somebody appended to <html>: allowed while they bear no attribute and are gone before the page is. */
/** @type {Set<Node>} */
const guests = new Set();
const ownCookies = new Set(['lab-csrf']);
const globalsAtStart = new Set(Object.getOwnPropertyNames(window));
const WALK_LIMIT = 20000;

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
    return;
  }
  if (record.type === 'characterData') {
    tell(`text changed in ${target.parentNode ? name(target.parentNode) : 'nothing'}`);
    return;
  }
  for (const node of record.addedNodes) {
    if (/-extension:\/\//.test(outer(node))) tell(`extension address in ${name(node)}`);
    if (target === document.documentElement && node instanceof Element && node.attributes.length === 0) guests.add(node);
    else tell(`node ${name(node)} in ${name(target)}`);
  }
  for (const node of record.removedNodes) {
    if (!guests.delete(node)) tell(`node ${name(node)} removed from ${name(target)}`);
  }
}

const observer = new MutationObserver((records) => records.forEach(judge));
observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

/**
 * Makes a change of the page's own, unseen by the watcher.
 * @template T
 * @param {() => T} change
 * @returns {T}
 */
export function quietly(change) {
  observer.takeRecords().forEach(judge);
  try {
    return change();
  } finally {
    observer.takeRecords();
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
  for (const entry of performance.getEntriesByType('resource')) {
    if (/-extension:\/\//.test(entry.name)) tell(`extension address requested`);
  }
}

function walk() {
  if (document.getElementsByTagName('*').length > WALK_LIMIT) return;
  if (/-extension:\/\//.test(document.documentElement.outerHTML)) tell('extension address in the page');
}

function leave() {
  observer.takeRecords().forEach(judge);
  for (const node of guests) {
    if (node.isConnected) tell(`${name(node)} left in html`);
  }
  inspect();
}

walk();
setTimeout(inspect, 1000);
addEventListener('pagehide', leave);
// Whoever cleans up on pagehide must have had the chance: move to the end of the queue.
addEventListener('beforeunload', () => {
  removeEventListener('pagehide', leave);
  addEventListener('pagehide', leave);
});
