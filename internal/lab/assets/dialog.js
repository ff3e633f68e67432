// Dialogs that come over a page, in every way that the browser does not know of.
import { watch } from './trace.js';

/** @returns {HTMLLinkElement} the page's own style sheet, for a shadow root */
export function styled() {
  const sheet = /** @type {HTMLLinkElement} */ (document.querySelector('link[rel=stylesheet]'));
  return /** @type {HTMLLinkElement} */ (sheet.cloneNode());
}

/** @param {'modal' | 'plain' | 'shadow' | 'frame'} how */
export function interrupt(how) {
  if (how === 'modal') {
    const dialog = document.createElement('dialog');
    fill(dialog, dialog);
    document.body.append(dialog);
    dialog.showModal();
    return;
  }
  const layer = document.createElement(how === 'frame' ? 'iframe' : 'div');
  layer.className = 'lab-layer';
  if (layer instanceof HTMLIFrameElement) layer.src = '/mypreferences/d/lab-dialog';
  else if (how === 'shadow') {
    const root = layer.attachShadow({ mode: 'open' });
    root.append(styled(), ask(layer));
    watch(root);
  } else layer.append(ask(layer));
  document.body.append(layer);
}

/** @param {Element} layer @returns {Element} a dialog that closes the layer that it stands in */
function ask(layer) {
  const dialog = document.createElement('div');
  dialog.className = 'lab-dialog';
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-label', 'Lab: an unexpected dialog.');
  fill(dialog, layer);
  return dialog;
}

/** @param {Element} dialog @param {Element} layer */
function fill(dialog, layer) {
  const text = document.createElement('p');
  text.textContent = 'Lab: an unexpected dialog.';
  const button = document.createElement('button');
  button.textContent = 'Lab: close';
  button.addEventListener('click', () => layer.remove());
  dialog.append(text, button);
}
