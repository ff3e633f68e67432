/**
 * The agent alone, on pages where no person could or would turn the control: it says so, and clicks nothing. Whether it
 * clicked is the server's word.
 */

import assert from 'node:assert/strict';
import { AGE, AI, box, DENIED, eachCase, KEY, main, NAME, page, SHADOW, SWITCH, script, stored, usable } from './lib/cases.mjs';
import { record } from './lib/recorder.mjs';
import { eachBrowser } from './lib/suite.mjs';

/** @typedef {import('./lib/recorder.mjs').Snapshot} Snapshot */

/** @param {boolean} open */
const isOpen =
  (open) =>
  (/** @type {Snapshot} */ { dialog: now }) =>
    assert.equal(now, open);
/** @param {string} html */
const dialog = (html) => page(`<main>${NAME}${SWITCH}</main>${html}`);
eachBrowser(
  'reaching',
  (test) => {
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
          click: 'shared',
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
  },
  { change: record },
);
