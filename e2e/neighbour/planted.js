/** Leaves the one trace that the page's address names, from where an extension's script stands: beside the page's own. */
(() => {
  const address = chrome.runtime.getURL('neighbour.html');
  const main = /** @type {HTMLElement} */ (document.querySelector('main'));
  const heading = /** @type {HTMLElement} */ (document.querySelector('h1'));
  const made = (/** @type {string} */ tag) => document.createElement(tag);

  /** @type {Record<string, () => void>} */
  const plants = {
    'an address in an attribute': () => main.setAttribute('data-from', address),
    'an address in a text': () => main.append(address),
    'a picture of its own': () => {
      const picture = new Image();
      picture.src = address;
      document.body.append(picture);
    },
    'an attribute': () => main.setAttribute('data-seen', ''),
    'a class': () => heading.classList.add('seen'),
    'an element': () => document.body.append(made('div')),
    'an element beside the body that stays': () => document.documentElement.append(made('div')),
    'an element beside the body with an attribute': () => {
      const host = made('div');
      host.id = 'seen';
      document.documentElement.append(host);
      host.remove();
    },
    'an element in a shadow root': () => {
      for (const each of document.querySelectorAll('*')) each.shadowRoot?.append(made('div'));
    },
    'a shadow root': () => heading.attachShadow({ mode: 'open' }),
    'an element taken away': () => heading.remove(),
    'a text changed': () => {
      /** @type {Text} */ (heading.firstChild).data = 'Seen';
    },
    'local storage': () => localStorage.setItem('seen', '1'),
    'session storage': () => sessionStorage.setItem('seen', '1'),
    'a cookie': () => {
      // biome-ignore lint/suspicious/noDocumentCookie: it is what is planted
      document.cookie = 'seen=1; path=/';
    },
    'a rule in its style sheet': () => {
      document.styleSheets[0].insertRule('.seen { color: red }');
    },
    'a message': () => postMessage('seen', '*'),
    'an event that plays a person': () => main.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true })),
    'a mark in the timeline': () => {
      performance.mark('seen');
    },
    'a request in its name': () => void fetch('/voyager/api/me'),
    'a request of its background': () => void chrome.runtime.sendMessage(`${location.origin}/voyager/api/feed`),
    'a click': () => /** @type {HTMLElement} */ (document.querySelector('h1')).click(),
  };
  const kind = new URLSearchParams(location.search).get('plant') ?? '';
  if (kind.startsWith('early: ')) plants[kind.slice('early: '.length)]();
  else addEventListener('load', plants[kind]);
})();
