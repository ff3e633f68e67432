/**
 * The agent alone, on pages of every kind, in both browsers: what it reports of them, and what it clicks. Whether it clicked
 * is the server's word.
 */

import assert from 'node:assert/strict';
import { AGE, AI, box, DENIED, eachCase, KEY, main, NAME, page, SHADOW, SWITCH, script, stored, usable } from './lib/cases.mjs';
import { record } from './lib/recorder.mjs';
import { eachBrowser } from './lib/suite.mjs';

/**
 * @typedef {import('./lib/cases.mjs').Case} Case
 * @typedef {import('./lib/recorder.mjs').Snapshot} Snapshot
 */

/** @param {boolean} open */
const isOpen =
  (open) =>
  (/** @type {Snapshot} */ { dialog: now }) =>
    assert.equal(now, open);
/** @param {string} html */
const dialog = (html) => page(`<main>${NAME}${SWITCH}</main>${html}`);
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

    test('tells what no person could turn, and leaves it alone', (fixture) =>
      eachCase(fixture, {
        'nothing known': {
          html: main('<div role="switch" tabindex="0">?</div>'),
          also: ({ controls }) => assert.equal(controls[0].on, null),
        },
        'half': {
          html: main(`${SWITCH}${script("document.querySelector('input').indeterminate = true;")}`),
          control: { on: null },
          click: 'other-position',
        },
        'mixed': { html: main(box('aria-checked="mixed"')), control: { on: null }, click: 'other-position' },
        'two things said': { html: main(box('aria-checked="false"')), control: { on: null }, click: 'other-position' },
        'disabled and busy': {
          html: stored('off-and-disabled-while-loading').replace('2500', '3000'),
          control: { on: false, enabled: false, busy: true },
          click: 'disabled',
        },
        'busy around it': {
          html: page(`<main aria-busy="true">${NAME}${SWITCH}</main>`),
          control: { busy: true, enabled: true },
          click: 'busy',
        },
        'spinner beside it': {
          html: main(
            `<div><div>${SWITCH}<span role="progressbar" style="display:inline-block;width:20px;height:20px">…</span></div></div>`,
          ),
          control: { busy: true },
          click: 'busy',
        },
        'progress of something else': {
          html: main(
            `<div><div>${SWITCH}</div></div><div role="progressbar" aria-valuenow="60">60 %</div><div aria-busy="true">Feed</div>`,
          ),
          control: { busy: false },
          click: '',
        },
        'off, and busy itself': {
          html: main(SWITCH.replace('checked', 'aria-busy="true"')),
          control: { on: false, enabled: true, busy: true },
          click: 'busy',
        },
        'fieldset that is disabled': {
          html: main(
            `<fieldset disabled><legend>Data</legend><div><div role="switch" aria-checked="true" aria-labelledby="${KEY}">On</div></div></fieldset>`,
          ),
          control: { enabled: false },
          click: 'disabled',
        },
        'second legend of a fieldset that is disabled': {
          html: main(
            `<fieldset disabled><legend>Data</legend><legend><b role="switch" aria-checked="true" aria-labelledby="${KEY}">On</b></legend></fieldset>`,
          ),
          control: { enabled: false },
          click: 'disabled',
        },
        'inert page': { html: stored('inert-page'), control: { enabled: false }, click: 'disabled' },
        'row that is disabled': { html: stored('row-is-disabled'), control: { enabled: false, kind: 'button' }, click: 'disabled' },
        'read only': { html: main(box('aria-readonly="true"')), control: { enabled: false }, click: 'disabled' },
        'inert around its shadow root': {
          html: page(`<main inert><div></div></main>${script(`${SHADOW}shadow(document.querySelector('main div'), '${NAME}${SWITCH}');`)}`),
          control: { enabled: false },
          click: 'disabled',
        },
        'inert around its frame': {
          html: page(`<main inert><iframe src="${AI}/frame"></iframe></main>`),
          frames: { [`${AI}/frame`]: main(SWITCH) },
          control: { enabled: false },
          click: 'disabled',
        },
        'transparent with its row': {
          html: main(`<div style="opacity:0">${SWITCH}<label>On</label></div>`),
          control: { visible: false },
          click: 'hidden',
        },
        'transparent, with nothing in its place': {
          html: main(`<div>${box('style="opacity:0"')}</div>`),
          control: { visible: false },
          click: 'hidden',
        },
        'clipped to nothing': {
          html: main(`<div style="height:0;overflow:hidden"><div style="background:#ccc">${SWITCH}</div></div>`),
          control: { visible: false },
          click: 'hidden',
        },
        'clipped by a path': {
          html: main(`<div style="clip-path:inset(100%)"><b>x</b>${SWITCH}</div>`),
          control: usable,
          click: 'covered',
        },
        'faint in what is faint': {
          html: main(`<div style="opacity:0.25"><div style="opacity:0.25">${SWITCH}</div></div>`),
          control: { visible: false },
          click: 'hidden',
        },
        'out of reach': {
          html: main(`<div style="position:absolute;left:-5000px">${SWITCH}</div>`),
          control: { visible: false },
          click: 'hidden',
        },
        'hidden frame': {
          html: page(`<main><iframe src="${AI}/frame" style="opacity:0"></iframe></main>`),
          frames: { [`${AI}/frame`]: main(SWITCH) },
          control: { visible: false },
          click: 'hidden',
        },
        'frame of something else': {
          html: page('<main><iframe src="/help/frame"></iframe></main>'),
          frames: { '/help/frame': main(SWITCH) },
          control: null,
        },
        'frame of something else, with one of the settings page in it': {
          html: page(`<main><iframe src="/help/frame"></iframe></main>`),
          frames: { '/help/frame': `<!doctype html><iframe src="${AI}/frame"></iframe>`, [`${AI}/frame`]: main(SWITCH) },
          control: null,
          also: ({ controls }) => assert.deepEqual(controls, []),
        },
        'under a layer': { html: main(`${SWITCH}<div style="position:fixed;inset:0"></div>`), control: usable, click: 'covered' },
        'under a layer in its own row': {
          html: main(
            `<div style="position:relative">${SWITCH}<div style="position:absolute;inset:0;background:#fff">Only with Premium</div></div>`,
          ),
          control: usable,
          click: 'covered',
        },
        'of no size, in a row that shows nothing but its name': {
          html: page(`<main><div style="background:#eee">${NAME}<div>${box('style="width:0;height:0;margin:0"')}</div></div></main>`),
          control: { visible: false },
          click: 'hidden',
        },
        'link in the middle of its label': {
          html: main(
            `<label for="x" style="display:block;text-align:center"><a href="${DENIED}">Terms</a></label>${box('id="x" style="width:0;height:0;margin:0;position:absolute"')}`,
          ),
          control: usable,
          click: 'covered',
        },
        'link by its role, drawn in its shadow root, in the middle of its label': {
          html: main(
            `<label for="x" style="display:block;text-align:center"><b role="link"></b></label>${box('id="x" style="width:0;height:0;margin:0;position:absolute"')}${script(`${SHADOW}const b = document.querySelector('b'); b.replaceWith(Object.assign(document.createElement('x-link'), { role: 'link' })); shadow(document.querySelector('x-link'), '<i>Terms</i>');`)}`,
          ),
          control: usable,
          click: 'covered',
        },
        'frame under a layer': {
          html: page(`<main><iframe src="${AI}/frame"></iframe><div style="position:fixed;inset:0"></div></main>`),
          frames: { [`${AI}/frame`]: main(SWITCH) },
          control: { visible: true },
          click: 'covered',
        },
        'link': {
          html: main(`<a role="switch" aria-checked="true" aria-labelledby="${KEY}" href="${DENIED}">On</a>`),
          control: { on: true, visible: true },
          click: 'link',
        },
        'in a link, from within a shadow root': {
          html: page(
            `<main><a href="${DENIED}"><div></div></a></main>${script(`${SHADOW}shadow(document.querySelector('main div'), '${NAME}${SWITCH}');`)}`,
          ),
          control: { visible: true },
          click: 'link',
        },
        'summary': { html: main(`<details><summary>${SWITCH}</summary>More</details>`), control: { visible: true }, click: 'link' },
        'button that submits': {
          html: main(`<form action="${DENIED}"><button role="switch" aria-checked="true" aria-labelledby="${KEY}">On</button></form>`),
          control: { kind: 'button', visible: true },
          click: 'submits',
        },
        'image that submits': {
          html: main(
            `<form action="${DENIED}"><input type="image" alt="On" role="switch" aria-checked="true" aria-labelledby="${KEY}"></form>`,
          ),
          control: { on: true },
          click: 'submits',
        },
        'label of what submits': {
          html: main(
            `<form action="${DENIED}"><label role="switch" aria-checked="true" aria-labelledby="${KEY}" for="go">On</label><button id="go">Go</button></form>`,
          ),
          control: { on: true, visible: true },
          click: 'submits',
        },
        'in a label of what submits': {
          html: main(
            `<form action="${DENIED}"><label><div role="switch" aria-checked="true" aria-labelledby="${KEY}">On</div><button>Go</button></label></form>`,
          ),
          control: { on: true, visible: true },
          click: 'submits',
        },
        'in a label of another setting': {
          html: main(
            `<label><div role="switch" aria-checked="true" aria-labelledby="${KEY}">On</div><input type="checkbox" aria-labelledby="other"></label>`,
          ),
          control: { on: true, visible: true },
          click: 'not-alone',
        },
        'in a label of its own box': {
          html: main(
            `<label onclick="event.preventDefault()"><div role="switch" aria-checked="true" aria-labelledby="${KEY}">On</div><input type="checkbox" checked></label>`,
          ),
          control: { on: true, visible: true },
          click: '',
        },
        'in what is a link by its role': {
          html: main(`<div role="link" tabindex="0">${SWITCH}</div>`),
          control: usable,
          click: 'link',
        },
        'button in a form that does not submit': {
          html: main(
            `<form action="${DENIED}"><button type="button" role="switch" aria-checked="true" aria-labelledby="${KEY}">On</button></form>`,
          ),
          control: { kind: 'button' },
          click: '',
        },
        'two of them': { html: main(SWITCH + SWITCH), also: ({ controls }) => assert.equal(controls.length, 2), click: 'not-alone' },
        'gone': { html: main(SWITCH), control: usable, after: "document.querySelector('input').remove()", click: 'gone' },
        'another key by now': {
          html: main(SWITCH),
          control: usable,
          after: "document.querySelector('input').setAttribute('aria-labelledby', 'x')",
          click: 'other-key',
        },
        'another position by now': {
          html: main(SWITCH),
          control: usable,
          after: "document.querySelector('input').checked = false",
          click: 'other-position',
        },
        'another page by now': { html: main(SWITCH), control: usable, after: `history.pushState(null, '', '${AGE}')`, click: 'other-page' },
        'another document by now': { html: main(SWITCH), control: usable, order: { doc: 'another' }, click: 'other-document' },
      }));

    test('sees a dialog wherever one lies, and clicks nothing then', (fixture) =>
      eachCase(fixture, {
        'without aria-modal': { html: stored('dialog-without-aria-modal'), control: usable, also: isOpen(true), click: 'dialog' },
        'alertdialog': { html: dialog('<div role="alertdialog">Sure?</div>'), also: isOpen(true), click: 'dialog' },
        'aria-modal': { html: dialog('<div aria-modal="true">Sure?</div>'), also: isOpen(true), click: 'dialog' },
        'open, not modal': { html: dialog('<dialog open>Sure?</dialog>'), also: isOpen(true), click: 'dialog' },
        'modal': {
          html: dialog(`<dialog>Sure?</dialog>${script("document.querySelector('dialog').showModal();")}`),
          also: isOpen(true),
          click: 'dialog',
        },
        'of no size itself': {
          html: dialog('<div role="dialog"><div style="position:fixed;inset:80px;background:#fff">Sure?</div></div>'),
          also: isOpen(true),
          click: 'dialog',
        },
        'of no size, with much that is hidden before its box': {
          html: dialog(
            `<div role="dialog"><div hidden>${'<p>a</p>'.repeat(1200)}</div><div>${'<p></p>'.repeat(60)}</div><div><div style="position:fixed;inset:80px;background:#fff">Sure?</div></div></div>`,
          ),
          also: isOpen(true),
          click: 'dialog',
        },
        'of no size, with its box in its shadow root': {
          html: dialog(
            `<x-modal role="dialog" style="display:contents"></x-modal>${script(`${SHADOW}shadow(document.querySelector('x-modal'), '<div style="position:fixed;inset:80px;background:#fff">Sure?</div>');`)}`,
          ),
          also: isOpen(true),
          click: 'dialog',
        },
        'in a shadow root': {
          html: dialog(`<div></div>${script(`${SHADOW}shadow(document.querySelector('main + div'), '<p role="dialog">Sure?</p>');`)}`),
          also: isOpen(true),
          click: 'dialog',
        },
        'in a frame': {
          html: dialog('<iframe src="/help/frame"></iframe>'),
          frames: { '/help/frame': '<!doctype html><p role="dialog">Sure?</p>' },
          until: ({ dialog: open }) => open,
          click: 'dialog',
        },
        'opened after the look': {
          html: dialog('<div role="dialog" hidden>Sure?</div>'),
          also: isOpen(false),
          after: "document.querySelector('[role=dialog]').hidden = false",
          click: 'dialog',
        },
        'closed ones': {
          html: dialog(
            '<dialog>a</dialog><div role="dialog" hidden>b</div><div role="dialog" style="opacity:0">c</div><div role="dialog" style="position:absolute;left:-2000px">d</div><div role="dialog" style="position:fixed;top:100%">e</div><div style="height:0;overflow:hidden"><div role="dialog">f</div></div><div role="dialog" style="opacity:0;pointer-events:none"><p style="position:fixed;inset:0">g</p></div>',
          ),
          also: isOpen(false),
          click: '',
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
