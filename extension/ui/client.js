/**
 * The one connection between a page and the background. It promises that the newest view or fault
 * reaches the page, that the connection comes back when the browser stops the background, and
 * that a command lost with the background is sent again.
 */

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./view.js').Command} Command */
/** @typedef {{view: View} | {fault: string}} Message */
/** @typedef {{send: (command: Command) => void}} Client */

const NAME = 'ui';
/** Attempts without any answer after which the person is told. */
const PATIENCE = 4;
const LONGEST_PAUSE = 8000;

/** @param {(message: Message) => void} onMessage called with each view or fault @returns {Client} */
export function connect(onMessage) {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  /** @type {chrome.runtime.Port | undefined} */
  let port;
  /** @type {Command[]} */
  let unanswered = [];
  let silent = 0;

  /** @param {Command} command */
  function post(command) {
    try {
      port?.postMessage(command);
    } catch {
      // The port has just closed; its disconnect event follows and sends the command again.
    }
  }

  function open() {
    try {
      port = chrome.runtime.connect({ name: NAME });
    } catch (error) {
      // The extension was updated or removed under this page; only loading the page again helps.
      queueMicrotask(() => onMessage({ fault: String(error) }));
      return;
    }
    port.onMessage.addListener((message) => {
      silent = 0;
      unanswered = [];
      onMessage(/** @type {Message} */ (message));
    });
    port.onDisconnect.addListener(reopen);
    post({ command: 'view', zone, languages: navigator.languages });
    for (const command of unanswered) post(command);
  }

  function reopen() {
    const reason = chrome.runtime.lastError?.message ?? '';
    silent += 1;
    if (silent === PATIENCE) onMessage({ fault: reason });
    if (silent === 1) open();
    else setTimeout(open, Math.min(LONGEST_PAUSE, 100 * 2 ** silent));
  }

  open();
  return {
    send(command) {
      unanswered.push(command);
      post(command);
    },
  };
}
