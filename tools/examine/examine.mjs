/**
 * What a run would do on one page, and why. The engine says all of it: a snapshot is shown to it as a page the person
 * passes by, and as the page of a run in each mode, and what it orders and concludes is written down. Every other page of
 * such a run leads elsewhere. Nothing is decided here.
 */

/**
 * @typedef {import('../../extension/engine.js').Engine} Engine
 */

/**
 * Looser than the extension's own: what was saved may lack members, which the engine then takes for unknown.
 * @typedef {{type: string, [member: string]: unknown}} EngineEvent
 * @typedef {{do: string, [member: string]: any}} Effect
 */

/**
 * A snapshot as an agent sends it, or as "a page that did not work" was saved from the popup.
 * @typedef {{ref: number, kind: string, key: string, id: string, label: string, heading: string, on: boolean | null, enabled: boolean, visible: boolean}} Control
 * @typedef {{path: string, lang?: string, ready?: boolean, controls: Control[], rows?: {path: string, title: string}[], [other: string]: unknown}} Snapshot
 */

/**
 * @typedef {{id: string, act: string, page: string, outcome: string, why: string, state: string}} Setting of the engine's view
 * @typedef {{setting: string, does: 'click' | 'mark' | 'nothing', why: string}} Verdict
 * @typedef {object} Findings
 * @property {string} path the page's one spelling; '' for a page that is no settings page
 * @property {(Control & Verdict)[]} controls
 * @property {Setting[]} settings those of the table on this page, with their outcome in an automatic run
 * @property {{path: string, title: string, leads: string}[]} rows of a category page, and what each leads to
 */

const ORIGIN = 'https://www.linkedin.com';
const TAB = 1;
/** A snapshot's event. Whose account it is, is always known: that is not what is examined. */
const SHOWN = { type: 'snapshot', tab: TAB, account: 'somebody' };
/** What a page has shown for so long is believed, in milliseconds. */
const BELIEVED = 2000;
/** No run takes so many events; one that does has gone wrong. */
const MOST_EVENTS = 20_000;

/**
 * @param {Engine} engine
 * @param {Snapshot} snapshot
 * @param {{now?: number, region?: string}} [options]
 * @returns {Promise<Findings>}
 */
export async function examine(engine, snapshot, { now = Date.now(), region = 'us' } = {}) {
  const stage = new Stage(engine, now, region);
  const before = await stage.passBy({ ...snapshot, controls: [], rows: [] });
  const seen = await stage.passBy(snapshot);
  const { path } = seen.page;
  const automatic = await stage.run(snapshot, path, 'automatic');
  const guided = await stage.run(snapshot, path, 'guide');
  const settings = automatic.view.settings.filter((/** @type {Setting} */ { page }) => page && page === path);
  const unknown = new Set(seen.unknown.map((/** @type {{key: string}} */ { key }) => key));
  const labelOnly = settings.find((/** @type {Setting} */ { why }) => why === 'label-only');

  /** @param {Control} control @returns {Promise<Verdict>} */
  async function verdict(control) {
    const clicked = automatic.clicked.get(control.ref);
    if (clicked) return { setting: clicked, does: 'click', why: 'its key, on it alone' };
    const marked = guided.marked.get(control.ref);
    if (marked) return { setting: marked, does: 'mark', why: 'for the person, in guide mode' };
    const alone = { ...snapshot, more: 0, controls: [control] };
    const named = (
      await stage.passBy({ ...alone, controls: [{ ...control, kind: 'switch', on: true, visible: true, enabled: true }] })
    ).settings.find((/** @type {Setting} */ { state }) => state === 'on');
    if (named)
      return {
        setting: named.id,
        does: 'nothing',
        why: reason(settings.find((/** @type {Setting} */ { id }) => id === named.id) ?? named),
      };
    if (labelOnly) {
      const { view } = await stage.run(alone, path, 'automatic');
      const again = view.settings.find((/** @type {Setting} */ { id }) => id === labelOnly.id);
      if (again.why === labelOnly.why) return { setting: again.id, does: 'nothing', why: reason(again) };
    }
    return {
      setting: '',
      does: 'nothing',
      why: unknown.has(control.key || control.id) ? 'unknown switch: no rule names it' : 'no rule names it',
    };
  }

  const controls = [];
  for (const control of snapshot.controls) controls.push({ ...control, ...(await verdict(control)) });
  return { path, controls, settings, rows: rowsOf(snapshot, before, seen) };
}

/** @param {Setting} setting */
export const reason = ({ outcome, why }) => (why ? `${outcome} (${why})` : outcome);

/**
 * @param {Snapshot} snapshot
 * @param {any} before the engine's view before it saw the rows
 * @param {any} seen and after it
 */
function rowsOf({ rows = [] }, before, seen) {
  /** @param {any} view @param {string} path @returns {string} */
  const at = (view, path) =>
    view.settings
      .filter((/** @type {Setting} */ { page }) => page && page === path)
      .map((/** @type {Setting} */ { id }) => id)
      .join(', ');
  return rows.map(({ title }, i) => {
    const { path } = seen.page.rows[i];
    let leads = 'nothing that is used';
    if (at(before, path)) leads = at(before, path);
    else if (at(seen, path)) leads = `${at(seen, path)}, whose address is read here`;
    else if (seen.strangers.some((/** @type {{page: string}} */ { page }) => page === path)) leads = 'a stranger: no rule names it';
    return { path, title, leads };
  });
}

/** The world around an engine that sees one page again and again, its clock included. */
class Stage {
  #engine;
  #region;
  #now;
  #docs = 0;
  /** The moment that the engine asked for last; it does not ask again for the same one. */
  #wake = 0;
  #running = false;

  /**
   * @param {Engine} engine
   * @param {number} now
   * @param {string} region
   */
  constructor(engine, now, region) {
    this.#engine = engine;
    this.#now = now;
    this.#region = region;
  }

  /** @param {EngineEvent} event */
  async #step(event) {
    const answers = await this.#engine.step(/** @type {any} */ ({ ...event, now: this.#now }));
    for (const { store, effects } of answers) {
      if (store) this.#running = store.run?.phase === 'running';
      for (const effect of effects) if (effect.do === 'wake') this.#wake = effect.at;
    }
    return /** @type {Effect[]} */ (answers.flatMap(({ effects }) => effects));
  }

  async #view() {
    const [{ view }] = (await this.#step({ type: 'view' })).filter((effect) => effect.do === 'view');
    return view;
  }

  /** @param {string} mode */
  async #begin(mode) {
    await this.#step({ type: 'command', command: 'reset' });
    await this.#step({ type: 'command', command: 'choose', region: this.#region, level: 'strict', mode });
  }

  /**
   * The person passes by, and no run is on.
   * @param {Snapshot} snapshot
   * @returns {Promise<any>} the engine's view then, with the scrubbed page
   */
  async passBy(snapshot) {
    await this.#begin('automatic');
    const shown = this.#load(snapshot);
    await this.#step({ ...SHOWN, snapshot: shown });
    this.#now += BELIEVED;
    await this.#step({ ...SHOWN, snapshot: shown });
    await this.#step({ type: 'command', command: 'page' });
    const view = await this.#view();
    return { ...view, page: view.page ?? { path: '', rows: (snapshot.rows ?? []).map(() => ({ path: '' })) } };
  }

  /**
   * A run that comes by the page.
   * @param {Snapshot} snapshot
   * @param {string} path
   * @param {'automatic' | 'guide'} mode
   */
  async run(snapshot, path, mode) {
    /** @type {Map<number, string>} */ const clicked = new Map();
    /** @type {Map<number, string>} */ const marked = new Map();
    let shown = this.#load(snapshot);
    /** @type {EngineEvent[]} */
    const events = [];
    const tell = () => events.push({ ...SHOWN, snapshot: shown });
    /** @param {string} url */
    const arrive = (url) => {
      events.push({ type: 'tab', tab: TAB, status: 'loading', url: '' });
      if (url !== ORIGIN + path) {
        events.push({ type: 'tab', tab: TAB, status: 'complete', url: `${ORIGIN}/feed/` });
        return;
      }
      shown = { ...this.#load(snapshot), controls: shown.controls.map((control) => ({ ...control, clicks: 0, moved: 0 })) };
      tell();
    };
    /** @type {Record<string, (effect: Effect) => unknown>} */
    const verbs = {
      open: ({ url }) => {
        events.push({ type: 'opened', tab: TAB });
        arrive(url);
      },
      go: ({ url }) => arrive(url),
      look: tell,
      mark: async ({ ref }) => {
        if (!ref) return;
        marked.set(ref, (await this.#view()).run.setting);
        events.push({ type: 'command', command: 'skip' });
      },
      click: async ({ ref, doc, key, n, on: from }) => {
        const { settings } = await this.#view();
        clicked.set(ref, settings.find((/** @type {{key: string}} */ setting) => setting.key === key).id);
        const controls = shown.controls.map((control) =>
          control.ref === ref ? { ...control, on: !from, moved: this.#now, clicks: n } : control,
        );
        shown = { ...shown, controls, saves: [.../** @type {object[]} */ (shown.saves), { key, status: 200 }] };
        tell();
        events.push({ type: 'clicked', tab: TAB, doc, key, n, done: true });
      },
    };

    await this.#begin(mode);
    events.push({ type: 'command', command: 'harden', granted: true });
    for (let count = 0; count === 0 || this.#running; count++) {
      if (count > MOST_EVENTS) throw new Error(`the run does not end after ${count} events`);
      let event = events.shift();
      if (!event) {
        if (this.#wake <= this.#now) throw new Error('the run waits for something that does not come');
        this.#now = this.#wake;
        event = { type: 'time', granted: true };
      }
      for (const effect of await this.#step(event)) await verbs[effect.do]?.(effect);
    }
    return { clicked, marked, view: await this.#view() };
  }

  /** @param {Snapshot} snapshot @returns {Snapshot} as a document loaded just now */
  #load(snapshot) {
    return { ...snapshot, doc: `document ${++this.#docs}`, born: this.#now, saves: [] };
  }
}
