/** Asks LinkedIn for something by itself when its script on a page says so, as an extension with a network of its own would. */
chrome.runtime.onMessage.addListener((address) => {
  void fetch(address);
});
