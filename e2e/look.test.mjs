/**
 * The agent alone, on pages of every kind, in both browsers: what it reports of them, and what it clicks. Whether it clicked
 * is the server's word.
 */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AI, box, eachCase, KEY, main, NAME, page, SHADOW, SWITCH, script, stored, usable } from './lib/cases.mjs';
import { record } from './lib/recorder.mjs';
import { eachBrowser } from './lib/suite.mjs';

/**
 * @typedef {import('./lib/cases.mjs').Case} Case
 * @typedef {import('./lib/recorder.mjs').Snapshot} Snapshot
 */

/** @param {string} more attributes */
const toggle = (more) => main(`<div tabindex="0" aria-labelledby="${KEY}" ${more}>On</div>`);
/** @param {string} html @param {string} member @returns {Case} */
const whose = (html, member) => ({
  html: `<!doctype html><html lang="en"><body style="margin:0">${html}<main>${NAME}${SWITCH}</main></body></html>`,
  until: (_, heard) => heard.member === member,
  control: usable,
});

const MEMBERS = {
  snapshot: 'born byHand controls dialog doc frontEnd lang more path ready rows saves source status went'.split(' '),
  control: 'busy byHand changed clicks enabled frame heading id key kind label moved on ref visible'.split(' '),
};

eachBrowser(
  'looking',
  (test) => {
    test('finds the control wherever it stands, and clicks it', (fixture) =>
      eachCase(fixture, {
        'plain': { html: main(SWITCH), control: { ...usable, key: KEY, kind: 'switch', label: 'Use my data' }, click: '' },
        'shadow root that comes later': { html: stored('shadow-root-that-comes-later'), control: usable, click: '' },
        'shadow root that comes later to an element with content': {
          html: main(
            `<p><b>Wait</b></p>${script(`${SHADOW}setTimeout(() => shadow(document.querySelector('p'), '${NAME}${SWITCH}'), 900);`)}`,
          ),
          control: usable,
          click: '',
        },
        'shadow root in a shadow root, later': {
          html: page(
            `<main><div></div></main>${script(
              `${SHADOW}setTimeout(() => { const el = document.querySelector('main div'); shadow(el, '<x-inner></x-inner>'); setTimeout(() => shadow(el.shadowRoot.firstChild, '${NAME}${SWITCH}'), 500); }, 300);`,
            )}`,
          ),
          control: usable,
          click: '',
        },
        'two ids': {
          html: stored('labelledby-with-two-ids'),
          control: { ...usable, key: `${KEY} help`, label: 'Use my data What this does' },
          click: '',
        },
        'ids in several lines': {
          html: main(SWITCH.replace(`"${KEY}"`, `"\n help\t${KEY} \n"`)),
          control: { ...usable, key: `help ${KEY}` },
          click: '',
        },
        'right to left and wide': { html: stored('right-to-left-and-wide'), control: usable, click: '' },
        'scrolled inside': { html: stored('scrolled-inside'), control: usable, click: '' },
        'right to left by its body, and wide': {
          html: page(
            `<main style="display:flex;width:3000px">${NAME}<span style="margin-inline-start:2500px">${SWITCH}</span></main>`,
          ).replace('<body', '<body dir="rtl"'),
          control: usable,
          click: '',
        },
        'scrolled in a column that grows up': {
          html: main(
            `<div style="height:100px;overflow:auto;display:flex;flex-direction:column-reverse"><div style="flex:none;height:500px"></div><div>${SWITCH}</div></div>`,
          ),
          control: usable,
          click: '',
        },
        'scrolled in what is written from right to left': {
          html: main(
            `<div style="width:100px;height:100px;overflow:auto;writing-mode:vertical-rl"><div style="width:500px"></div>${SWITCH}</div>`,
          ),
          control: usable,
          click: '',
        },
        'out of the flow of what is clipped': {
          html: main(`<div style="height:0;overflow:hidden"><div style="position:absolute">${SWITCH}</div></div>`),
          control: usable,
          click: '',
        },
        'body that scrolls': {
          html: main(SWITCH)
            .replace('<body', '<body style="overflow:auto;margin:0"')
            .replaceAll(/<(header|main)/g, '<$1 style="float:left"'),
          control: usable,
          click: '',
        },
        'scrolled far down': { html: main(`<div style="height:5000px"></div>${SWITCH}`), control: usable, click: '' },
        'no size, in a wrapper that is drawn': {
          html: main(
            `<div style="width:48px;height:24px;background:#ccc">${box('style="width:0;height:0;margin:0;position:absolute"')}</div>`,
          ),
          control: usable,
          click: '',
        },
        'no colour, over a track': {
          html: main(
            `<div style="position:relative;width:48px;height:24px">${box('style="position:absolute;inset:0;opacity:0"')}<i style="display:block;width:48px;height:24px;background:#ccc"></i></div>`,
          ),
          control: usable,
          click: '',
        },
        'not for the pointer, under a track': {
          html: main(
            `<div style="width:48px;height:24px">${box('style="pointer-events:none"')}<i style="display:block;margin-top:-24px;position:relative;width:48px;height:24px;background:#ccc"></i></div>`,
          ),
          control: usable,
          click: '',
        },
        'no size, deep in what is drawn': {
          html: main(
            `<div style="width:48px;height:24px;background:#0a0"><span>${box('style="width:1px;height:1px;margin:0;opacity:0"')}</span></div>`,
          ),
          control: usable,
          click: '',
        },
        'under its label': {
          html: main(
            `<div style="position:relative"><p>${box('id="x" style="pointer-events:none"')}</p><label for="x" style="position:absolute;inset:0">On</label></div>`,
          ),
          control: usable,
          click: '',
        },
        'under its visible target': {
          html: main(
            `<div class="setting-toggle__toggle" style="width:50px;height:30px;background:#ccc"><span><span>${box('style="opacity:0;width:1px;height:1px"')}</span></span></div>`,
          ),
          control: usable,
          click: '',
        },
        'custom element, input in its shadow root': {
          html: page(
            `<main>${NAME}<x-switch aria-labelledby="${KEY}"></x-switch></main>${script(
              `${SHADOW}shadow(document.querySelector('x-switch'), '<label><input type="checkbox" role="switch" aria-checked="true" checked aria-labelledby="label"><b id="label"><slot></slot></b></label>');`,
            )}`,
          ),
          control: { ...usable, key: KEY, kind: 'switch', label: 'Use my data' },
          also: ({ controls }) => assert.equal(controls.length, 1),
          click: '',
        },
        'custom element in its label, input of no size beside its track': {
          html: page(
            `<main>${NAME}<label onclick="event.preventDefault()">On <x-switch role="switch" aria-checked="true" aria-labelledby="${KEY}"></x-switch></label></main>${script(
              `${SHADOW}customElements.define('x-switch', class extends HTMLElement { static formAssociated = true; }); shadow(document.querySelector('x-switch'), '<input type="checkbox" checked style="opacity:0;width:0;height:0;margin:0"><i style="display:inline-block;width:48px;height:24px;background:#0a0"></i>');`,
            )}`,
          ),
          control: { ...usable, key: KEY },
          click: '',
        },
        'custom element that says that it is a switch': {
          html: page(
            `<main>${NAME}<x-switch role="switch" aria-checked="true" id="${KEY}"></x-switch></main>${script(
              `${SHADOW}shadow(document.querySelector('x-switch'), '<input type="checkbox" checked>');`,
            )}`,
          ),
          control: { ...usable, key: '', id: KEY, kind: 'checkbox' },
          also: ({ controls }) => assert.equal(controls.length, 1),
          click: '',
        },
        'custom element, input two shadow roots down': {
          html: page(
            `<main>${NAME}<x-setting aria-labelledby="${KEY}"></x-setting></main>${script(
              `${SHADOW}shadow(document.querySelector('x-setting'), '<b id="label">On</b><x-switch id="switch" role="switch" aria-checked="true"></x-switch>'); shadow(document.querySelector('x-setting').shadowRoot.lastChild, '<input type="checkbox" checked id="input">');`,
            )}`,
          ),
          control: { ...usable, key: KEY, label: 'Use my data' },
          also: ({ controls }) => assert.equal(controls.length, 1),
          click: '',
        },
        'custom element with nothing but an id': {
          html: page(
            `<main><x-switch id="${KEY}"></x-switch></main>${script(
              `${SHADOW}shadow(document.querySelector('x-switch'), '<input type="checkbox" checked id="input">');`,
            )}`,
          ),
          control: { ...usable, key: '', id: KEY },
          click: '',
        },
        'custom element around one that has its own name': {
          html: page(
            `<main><x-card id="card"></x-card></main>${script(`${SHADOW}shadow(document.querySelector('x-card'), '${NAME}${SWITCH}');`)}`,
          ),
          control: { ...usable, key: KEY, id: '' },
          click: '',
        },
        'custom element around two': {
          html: page(
            `<main><x-card aria-labelledby="card"></x-card></main>${script(
              `${SHADOW}shadow(document.querySelector('x-card'), '${NAME}${SWITCH}<x-switch></x-switch>'); shadow(document.querySelector('x-card').shadowRoot.lastChild, '<input type="checkbox">');`,
            )}`,
          ),
          control: { ...usable, key: KEY },
          also: ({ controls }) => assert.deepEqual(controls.map(({ key }) => key).toSorted(), ['', KEY]),
          click: '',
        },
        'legend of a fieldset that is disabled': {
          html: main(`<fieldset disabled><legend>${SWITCH}</legend></fieldset>`),
          control: usable,
          click: '',
        },
        'frame of the settings page': {
          html: page(`<main><iframe src="${AI}/frame" style="width:400px;height:100px"></iframe></main>`),
          frames: { [`${AI}/frame`]: main(SWITCH) },
          control: { ...usable, frame: `${AI}/frame` },
          click: '',
        },
        'frame in a frame of the settings page': {
          html: page(`<main><iframe src="${AI}/frame" style="width:400px;height:150px"></iframe></main>`),
          frames: { [`${AI}/frame`]: `<!doctype html><iframe src="${AI}/inner"></iframe>`, [`${AI}/inner`]: main(SWITCH) },
          control: { ...usable, frame: `${AI}/frame ${AI}/inner` },
          click: '',
        },
        'hidden twin': {
          html: main(`<div hidden>${SWITCH}</div>${SWITCH}`),
          also: ({ controls }) =>
            assert.deepEqual(
              controls.map(({ visible }) => visible),
              [false, true],
            ),
        },
      }));

    test('sees toggles of other kinds', (fixture) =>
      eachCase(fixture, {
        'pressed': { html: stored('other-toggles'), control: { ...usable, kind: 'toggle' }, click: '' },
        'checkbox that is none': { html: toggle('role="checkbox" aria-checked="true"'), control: { ...usable, kind: 'toggle' } },
        'two roles': { html: toggle('role="switch button" aria-checked="false"'), control: { ...usable, on: false, kind: 'toggle' } },
        'item of a menu': { html: toggle('role="menuitemcheckbox" aria-checked="true"'), control: { ...usable, kind: 'toggle' } },
        'radio item of a menu': { html: toggle('role="menuitemradio" aria-checked="true"'), control: { ...usable, kind: 'toggle' } },
        'radio that is none': { html: toggle('role="radio" aria-checked="true"'), control: { ...usable, kind: 'toggle' } },
        'pressed and checked': {
          html: toggle('role="switch" aria-pressed="true" aria-checked="false"'),
          control: { on: null, kind: 'button' },
        },
        'checkbox': { html: main(SWITCH.replace('role="switch"', '')), control: { ...usable, kind: 'checkbox' } },
        'radio': { html: main(SWITCH.replace('checkbox', 'radio').replace('role="switch"', '')), control: { ...usable, kind: 'radio' } },
      }));

    test('says whose the settings are, or nothing', (fixture) =>
      eachCase(fixture, {
        'the bar': whose('<header><nav><a href="/in/lab-member/">Me</a></nav></header>', 'lab-member'),
        'written otherwise': whose('<header><a href="/in/L%61b-M%C3%A9mber?x=1">Me</a></header>', 'lab-mémber'),
        'twice the same': whose('<header><a href="/in/lab-member/">Me</a><a href="/in/LAB-MEMBER/detail/">More</a></header>', 'lab-member'),
        'no page of a person': whose('<header><a href="/learning/in/lab-member/">Me</a></header>', ''),
        'on another host': whose('<header><a href="https://example.invalid/in/lab-member/">Me</a></header>', ''),
        'whoever is signed in': { html: stored('link-that-names-nobody'), until: (_, heard) => heard.member === '', control: usable },
        'whoever is signed in, and the person': whose(
          '<header><a href="/in/me/">Me</a><a href="/in/lab-member/">L</a></header>',
          'lab-member',
        ),
        'two people': whose('<header><a href="/in/lab-member/">Me</a><a href="/in/other/">Other</a></header>', ''),
        'somebody else first': {
          html: stored('somebody-elses-link-comes-first'),
          until: (_, heard) => heard.member === '',
          control: usable,
        },
        'somebody else in the page': whose('<header><button>Me</button></header><main><nav><a href="/in/other/">O</a></nav></main>', ''),
        'somebody else below': whose('<div style="height:500px"></div><div><header><a href="/in/other/">Other</a></header></div>', ''),
        'a hidden bar first': whose(
          '<header hidden><a href="/in/other/">O</a></header><header><a href="/in/lab-member/">Me</a></header>',
          'lab-member',
        ),
        'percent signs that say nothing': whose('<header><a href="/in/%E0%A4%A/">Me</a></header>', ''),
      }));

    test('cuts what it sends, and takes out what turns its direction', (fixture) =>
      eachCase(fixture, {
        'labels, headings and keys': {
          html: page(
            `<main><h2>He\u202eading ${'h'.repeat(400)}</h2><p id="n">\u2067La\u200ebel\u202c  ${'l'.repeat(400)}</p><input type="checkbox" aria-labelledby="n" id="${'i'.repeat(400)}" checked><input type="checkbox" aria-labelledby="${'k'.repeat(100)} ${KEY}"></main>`,
          ),
          also({ controls: [one, two] }) {
            assert.match(one.heading, /^Heading h+$/);
            assert.match(one.label, /^Label l+$/);
            assert.deepEqual([one.heading.length, one.label.length, one.id.length], [200, 200, 120]);
            assert.equal(two.key, 'k'.repeat(100), 'half a name would be another');
          },
        },
        'members': {
          html: main(SWITCH),
          also(snapshot) {
            assert.deepEqual(Object.keys(snapshot).toSorted(), MEMBERS.snapshot);
            assert.deepEqual(Object.keys(snapshot.controls[0]).toSorted(), MEMBERS.control);
          },
        },
      }));
  },
  { change: record },
);

/** @param {string} extension of which nothing is looked through but what the browser tells of */
function recordWithoutSweep(extension) {
  record(extension);
  const file = path.join(extension, 'roots.js');
  const text = readFileSync(file, 'utf8');
  assert.ok(text.includes('const PACE = 500;'));
  writeFileSync(file, text.replace('const PACE = 500;', 'const PACE = 1e9;'));
}

/** @param {string} html @param {string} does when all is quiet @returns {Case} */
const late = (html, does) => ({
  html: page(`<main>${html}</main>${script(`${SHADOW}setTimeout(() => { ${does} }, 900);`)}`),
  control: usable,
});
/** @param {string} el */
const drawnIn = (el) => `shadow(${el}, '${NAME}${SWITCH}');`;

eachBrowser(
  'looking at once',
  (test) => {
    test('finds what is drawn in a shadow root that comes later', (fixture) =>
      eachCase(fixture, {
        'of an empty element': late('<div></div>', drawnIn("document.querySelector('main div')")),
        'of one in a line': late('<p>Data <span></span></p>', drawnIn("document.querySelector('span')")),
        'of a custom element with content': late('<x-row>On</x-row>', drawnIn("document.querySelector('x-row')")),
        'in another that comes later': late(
          '<div></div>',
          `const outer = document.querySelector('main div'); shadow(outer, '<p></p>'); setTimeout(() => { ${drawnIn('outer.shadowRoot.firstChild')} }, 300);`,
        ),
      }));
  },
  { change: recordWithoutSweep },
);
