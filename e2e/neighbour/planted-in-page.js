/** Leaves the one trace that the page's address names, in the page's own world. */
(() => {
  /** @type {Record<string, () => void>} */
  const plants = {
    'a global': () => Object.assign(window, { seen: true }),
    'a name of the window': () => {
      window.name = 'seen';
    },
    'a style sheet adopted': () => {
      document.adoptedStyleSheets = [new CSSStyleSheet()];
    },
    'what its policy refuses': () => {
      const script = document.createElement('script');
      script.textContent = '1';
      document.body.append(script);
    },
    'a database': () => void indexedDB.open('seen'),
    'a cache': () => void caches.open('seen'),
  };
  addEventListener('load', plants[new URLSearchParams(location.search).get('plant') ?? '']);
})();
