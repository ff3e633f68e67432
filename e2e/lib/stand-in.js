/**
 * Stands before a page of the extension in a browser, in the place of the background and of the browser's language: the page
 * waits to be told one of the engine's own answers, in the language that its address asks for. It is put into a copy of
 * the package by gallery.mjs; nothing of it ships.
 */
(() => {
  const asked = new URLSearchParams(location.search);
  // Read before the page's own scripts run, as the browser does.
  const request = new XMLHttpRequest();
  request.open('GET', `/_locales/${asked.get('language')}/messages.json`, false);
  request.send();
  /** @type {Record<string, {message: string}>} */
  const messages = JSON.parse(request.responseText);
  const real = globalThis.chrome;
  const never = { addListener() {}, removeListener() {} };
  const connect = () => ({
    postMessage() {},
    disconnect() {},
    onDisconnect: never,
    onMessage: {
      /** @param {(message: object) => void} hear */
      addListener(hear) {
        Object.assign(globalThis, { tell: hear });
      },
    },
  });
  const stand = {
    i18n: {
      getUILanguage: () => asked.get('language'),
      /** @param {string} key @param {string[]} [args] */
      getMessage: (key, args = []) => (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, place) => args[place - 1] ?? ''),
    },
    permissions: { contains: async () => !asked.has('refused'), request: async () => false, onAdded: never, onRemoved: never },
    runtime: { getManifest: () => real.runtime.getManifest(), getURL: (/** @type {string} */ file) => real.runtime.getURL(file), connect },
    storage: real.storage,
    extension: real.extension,
    tabs: real.tabs,
  };
  Object.defineProperty(globalThis, 'chrome', { value: stand, configurable: true });
})();
