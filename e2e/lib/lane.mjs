/**
 * Test files one after the other in one process, and so in one browser: the paths in the variable FILES, relative to the
 * repository, with a space between them.
 */

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';

for (const file of (process.env.FILES ?? '').split(' ')) await import(pathToFileURL(path.join(root, file)).href);
