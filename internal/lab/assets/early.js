// Hears of changes to the page from its first moment, until trace.js takes over: an extension's script may run before the
// page's own program does. What the parser adds is the page's own, and the parser never changes an attribute.
(() => {
  /** @type {MutationRecord[]} */
  const heard = [];
  /** @param {MutationRecord[]} records */
  const whileParsing = (records) => heard.push(...records.filter(({ type }) => type === 'attributes'));
  const observer = new MutationObserver((records) => {
    if (document.readyState === 'loading') whileParsing(records);
    else heard.push(...records);
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  document.addEventListener('readystatechange', () => whileParsing(observer.takeRecords()), { capture: true, once: true });
  // A symbol, because a name would be a global of the page.
  Object.defineProperty(window, Symbol.for('lab-heard'), {
    value: () => {
      heard.push(...observer.takeRecords());
      observer.disconnect();
      return heard;
    },
  });
})();
