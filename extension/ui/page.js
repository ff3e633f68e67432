/**
 * What all pages have in common. It puts in the words, holds the one connection to the background, and shows alike on every
 * page what every page has: a fault, notices, and the request for access to LinkedIn. The rest are the page's own parts.
 */
import { access } from './access.js';
import { connect } from './client.js';
import { byId } from './dom.js';
import { faultCard } from './fault.js';
import { noticeList } from './notices.js';
import { titleOf } from './status.js';
import { localise } from './text.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./view.js').Command} Command */
/** @typedef {(command: Command) => void} Send */

/**
 * @typedef {object} PagePart
 * @property {HTMLElement} [section] that it fills: hidden while there is a fault, because what it says might no longer be true
 * @property {(view: View) => void} show
 * @property {() => void} [fault] is told of a fault, after which nothing that was asked for comes any more
 * @property {(granted: boolean) => void} [allow] is told whether Offswitch may open LinkedIn's pages, at once and at each change
 */

/**
 * Makes a part in a section of the page.
 * @typedef {(section: HTMLElement, send: Send) => PagePart} MakePart
 */

/**
 * @typedef {object} Page
 * @property {Send} send
 * @property {() => View | null} view the newest one
 * @property {(id: string, make: MakePart, send?: Send) => PagePart} fill fills a section of the page
 */

/** @param {(page: Page) => PagePart[]} build makes the page's parts, in the order in which they are to show a new view */
export function openPage(build) {
  localise(document);
  // Each change is stored at once, and nothing is ever sent anywhere.
  document.addEventListener('submit', (event) => event.preventDefault());
  const name = document.title;
  /** @type {View | null} */
  let view = null;
  const { send } = connect(receive);
  const showFault = faultCard(byId('fault'));
  const showNotices = noticeList(byId('notices'), send);
  const parts = build({
    send,
    view: () => view,
    fill(id, make, by = send) {
      const section = byId(id);
      return { section, ...make(section, by) };
    },
  });
  access(byId('access'), (granted) => {
    for (const part of parts) part.allow?.(granted);
  });

  /** @param {import('./client.js').Message} message */
  function receive(message) {
    const fault = 'fault' in message ? message.fault : null;
    showFault(fault);
    for (const { section } of parts) if (section) section.hidden = fault !== null;
    if ('view' in message) {
      view = message.view;
      // The state comes first, so that it is read in a narrow tab.
      const title = titleOf(view, name);
      if (document.title !== title) document.title = title;
      showNotices(view.notices, view);
      for (const part of parts) part.show(view);
    } else for (const part of parts) part.fault?.();
  }
}
