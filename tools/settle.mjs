/**
 * Brings a page to the front, and lets nothing on it be caught in the middle of its movement: a switch would look neither on
 * nor off.
 * @param {import('puppeteer-core').Page} page
 */
export async function settle(page) {
  await page.bringToFront();
  await page.evaluate(async () => {
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
}
