/** The note beside a mark: heard by a screen reader, and gone without a trace. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mock, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { Element } from './browser.mjs';

class Drawn extends Element {
  style = { cssText: '', opacity: '' };
  lang = '';
  dir = '';
  attachShadow({ mode = '' }) {
    assert.equal(mode, 'closed');
    const root = new Element('#shadow');
    this.append(root);
    return root;
  }
  getBoundingClientRect = () => ({ left: 50, top: 300, width: 40, height: 20 });
  scrollIntoView() {}
}

/** @param {object} words */
function draw(words) {
  const page = new Drawn('html');
  const target = Object.assign(new Drawn('button'), { ownerDocument: { addEventListener() {}, defaultView: null } });
  const drawMark = runInNewContext(`${readFileSync(new URL('../extension/mark.js', import.meta.url), 'utf8')}; drawMark`, {
    document: { documentElement: page, createElement: (/** @type {string} */ name) => new Drawn(name) },
    window: { addEventListener() {} },
    addEventListener() {},
    matchMedia: () => ({ matches: true }),
    ResizeObserver: class {
      observe() {}
      disconnect() {}
    },
    AbortController,
    setTimeout: (/** @type {() => void} */ then, /** @type {number} */ pause) => setTimeout(then, pause),
    clearTimeout: (/** @type {NodeJS.Timeout} */ timer) => clearTimeout(timer),
    innerWidth: 1000,
  });
  const remove = drawMark(target, words);
  const note = () => page.all().find((each) => each.getAttribute('role') === 'status');
  return { page, note, remove };
}

test('the note is there and empty first, and has its words a moment later', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const { note, remove, page } = draw({ text: 'Turn off “X” (3 of 20)', keys: 'Skip: Alt+Shift+J', lang: 'en' });
    const made = /** @type {Drawn} */ (note());
    assert.deepEqual([made.textContent, made.lang], ['', 'en']);
    mock.timers.tick(1000);
    assert.equal(made.textContent, 'Turn off “X” (3 of 20)\nSkip: Alt+Shift+J');
    assert.equal(note(), made, 'the same region, which a screen reader knows by now');
    remove();
    assert.deepEqual(page.children, []);
  } finally {
    mock.timers.reset();
  }
});

test('without keys there is no line for them, and a mark that was taken away says nothing', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const first = draw({ text: 'Turn off “X”', keys: '', lang: 'en' });
    mock.timers.tick(1000);
    assert.equal(first.note()?.textContent, 'Turn off “X”');
    const second = draw({ text: 'Turn off “X”', keys: '', lang: 'en' });
    const made = second.note();
    second.remove();
    mock.timers.tick(1000);
    assert.equal(made?.textContent, '');
  } finally {
    mock.timers.reset();
  }
});
