/**
 * Views and settings for tests: a member that a test does not give is as after installation. What it gives may be what no
 * view of today holds, as after an update.
 */

/** @typedef {import('../extension/ui/view.js').View} View */
/** @typedef {import('../extension/ui/view.js').Setting} Setting */
/** @typedef {import('../extension/ui/view.js').Run} Run */

/** A moment in the middle of a day, so that it is the same day in most time zones. */
export const NOON = Date.UTC(2026, 2, 14, 12);

/** @param {object} [known] @returns {Setting} */
export const setting = (known = {}) => ({
  id: 'read-receipts',
  group: 'unseen',
  key: 'readReceipts',
  category: 'data-privacy',
  title: 'Read receipts',
  level: 'recommended',
  act: 'click',
  control: 'switch',
  page: '/mypreferences/d/read-receipts',
  url: 'https://www.linkedin.com/mypreferences/d/read-receipts',
  categoryUrl: 'https://www.linkedin.com/mypreferences/d/categories/privacy',
  planned: true,
  offered: true,
  outcome: 'unchecked',
  why: '',
  state: 'unknown',
  seen: 0,
  clicked: 0,
  proved: 0,
  proof: '',
  word: '',
  offer: null,
  label: '',
  local: false,
  learned: false,
  ours: false,
  with: '',
  drift: null,
  history: [],
  left: false,
  picked: [],
  former: [],
  ...known,
});

/** @param {object} [known] @returns {import('../extension/ui/view.js').Found} */
export const found = (known = {}) => ({
  id: 'page-visits',
  category: 'visibility',
  kind: 'switch',
  page: '/mypreferences/d/settings/page-visits',
  url: 'https://www.linkedin.com/mypreferences/d/settings/page-visits',
  label: 'Seite besuchen',
  heading: 'Besuche',
  options: [],
  was: '',
  setting: 'page-visits',
  title: 'Page visit visibility',
  how: 'label',
  place: 'asked',
  ticked: true,
  lasting: true,
  more: 0,
  stale: false,
  state: 'on',
  value: '',
  seen: NOON,
  ...known,
});

/** @param {object} [known] @returns {Run} */
export const run = (known = {}) => ({
  purpose: 'harden',
  phase: 'running',
  why: '',
  mode: 'automatic',
  region: 'us',
  level: 'recommended',
  started: NOON,
  ended: 0,
  done: 0,
  total: 3,
  resumable: false,
  step: 'reading',
  setting: '',
  page: '',
  turned: 0,
  already: 0,
  looks: { done: 0, of: 0 },
  ...known,
});

/** @param {object} [known] @returns {View} */
export const view = (known = {}) => ({
  now: NOON,
  choices: { region: 'us', level: 'recommended', mode: 'automatic', checks: 'off', every: 30, again: false, gentle: false, chosen: true },
  suggestion: null,
  checking: { due: 0, every: false, again: false },
  managed: { locked: [], suggested: [], ignored: [] },
  badge: { text: '?', tip: 'badge_unchecked', args: [] },
  summary: { on: 0, off: 0, unknown: 0, total: 0, proved: 0 },
  headline: { say: 'unchecked', n: 0, of: 0, drawn: 'unknown', more: [] },
  main: { deed: 'harden', n: 0 },
  attention: [],
  report: { looked: true, folds: [], turns: [], answer: null },
  asked: 0,
  run: null,
  settings: [],
  unknown: [],
  found: [],
  left: [],
  apart: 0,
  unlooked: 0,
  fresh: 0,
  rules: [],
  strangers: [],
  followups: [],
  ground: 'plain',
  grounds: ['plain'],
  page: null,
  backup: null,
  notices: [],
  refusal: '',
  ...known,
});
