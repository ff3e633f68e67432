/** A picture of the state to share: one sentence of numbers and the day. Nothing in it is about the person or the account. */
import { day, saveBlob } from '../ui/file.js';
import { status } from '../ui/status.js';
import { date, text } from '../ui/text.js';

/** @typedef {import('../ui/view.js').View} View */

const [WIDTH, HEIGHT, EDGE] = [1200, 630, 90];

/**
 * @param {(words: string) => number} measure
 * @param {string} words
 * @param {number} width
 * @returns {string[]} the words in lines that are no wider, as far as their blanks allow
 */
export function lines(measure, words, width) {
  /** @type {string[]} */
  const all = [];
  for (const word of words.split(' ')) {
    const longer = all.length ? `${all.at(-1)} ${word}` : word;
    if (all.length && measure(longer) <= width) all[all.length - 1] = longer;
    else all.push(word);
  }
  return all;
}

/** @param {View} view @returns {string[]} all that stands in the picture */
export const pictureWords = (view) => [status(view).headline, date(view.now), text('picture_name')];

/** @param {View} view */
export function savePicture(view) {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [WIDTH, HEIGHT];
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const [headline, when, name] = pictureWords(view);
  const off = view.headline.drawn === 'off';
  const { dir } = document.documentElement;
  const start = dir === 'rtl' ? WIDTH - EDGE : EDGE;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = off ? '#0b6457' : '#77736a';
  pen.fillRect(0, 0, WIDTH, 24);
  pen.direction = /** @type {CanvasDirection} */ (dir);
  pen.textAlign = 'start';
  pen.font = '600 72px system-ui, sans-serif';
  pen.fillStyle = '#1c2426';
  const wrapped = lines((words) => pen.measureText(words).width, headline, WIDTH - 2 * EDGE);
  wrapped.forEach((line, place) => {
    pen.fillText(line, start, 190 + place * 90);
  });
  pen.font = '40px system-ui, sans-serif';
  pen.fillStyle = '#525c5e';
  pen.fillText(when, start, HEIGHT - 140);
  pen.fillText(name, start, HEIGHT - 80);
  canvas.toBlob((blob) => blob && saveBlob(`offswitch-${day(view.now)}.png`, blob));
}
