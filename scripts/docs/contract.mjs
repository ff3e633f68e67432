/**
 * What the extension's JavaScript says of the contract with the engine, as JSON, read with TypeScript's own compiler: the
 * types of the messages, the numbers of the agent's scripts, and which texts of _locales are asked for. contract_test.go holds it
 * against the engine.
 */

import { readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * A value's shape: the kinds of JSON it may be, an object's members, a list's items. Where nothing is said of an object's
 * members, neither side has to know them.
 * @typedef {{kinds: string[], text?: string, members?: Record<string, Shape & {optional: boolean}>, items?: Shape}} Shape
 */

/**
 * How texts are asked for: by these keys, by a kind of code, or by a key that is put together around something unknown.
 * @typedef {{keys: string[], kinds: string[], patterns: {file: string, parts: string[]}[], literals: Record<string, string[]>}} Texts
 */

const extension = path.resolve(import.meta.dirname, '../../extension');
const files = readdirSync(extension, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
const program = ts.createProgram(
  files.map((file) => path.join(extension, file)),
  {
    allowJs: true,
    checkJs: true,
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ES2022,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: ['chrome'],
  },
);
const checker = program.getTypeChecker();

/** @param {string} file */
function source(file) {
  const found = program.getSourceFile(path.join(extension, file));
  if (!found) throw new Error(`extension/${file} is not there`);
  return found;
}

/**
 * @param {string} file
 * @param {string} name of a typedef
 */
function typeOf(file, name) {
  const module = checker.getSymbolAtLocation(source(file));
  const found = module && checker.getExportsOfModule(module).find((symbol) => symbol.name === name);
  if (!found) throw new Error(`extension/${file} has no type ${name}`);
  return checker.getDeclaredTypeOfSymbol(found);
}

/** @param {ts.Type} type */
const parts = (type) => (type.isUnion() ? type.types : [type]);

/**
 * @param {ts.Type} type
 * @returns {Shape}
 */
function shape(type) {
  /** @type {Set<string>} */
  const kinds = new Set();
  /** @type {Shape} */
  const all = { kinds: [] };
  for (const part of parts(type)) {
    if (part.flags & ts.TypeFlags.StringLike) {
      kinds.add('text');
      if (part.isStringLiteral() && part.value) all.text ??= part.value;
    } else if (part.flags & ts.TypeFlags.NumberLike) kinds.add('number');
    else if (part.flags & ts.TypeFlags.BooleanLike) kinds.add('bool');
    else if (part.flags & ts.TypeFlags.Null) kinds.add('null');
    else if (part.flags & ts.TypeFlags.Undefined) continue;
    else if (checker.isArrayType(part)) {
      kinds.add('list');
      all.items = shape(checker.getTypeArguments(/** @type {ts.TypeReference} */ (part))[0]);
    } else {
      kinds.add('object');
      const open = part.flags & (ts.TypeFlags.NonPrimitive | ts.TypeFlags.Unknown) || checker.getIndexInfosOfType(part).length > 0;
      if (!open) all.members = members(part);
    }
  }
  return { ...all, kinds: [...kinds].sort() };
}

/** @param {ts.Type} type of an object */
function members(type) {
  /** @type {Record<string, Shape & {optional: boolean}>} */
  const all = {};
  for (const member of checker.getPropertiesOfType(type)) {
    const optional = (member.flags & ts.SymbolFlags.Optional) !== 0;
    all[member.name] = { ...shape(checker.getTypeOfSymbol(member)), optional };
  }
  return all;
}

/**
 * A union by what tells its types apart.
 * @param {ts.Type} type
 * @param {string} tag the name of the member that does
 */
function union(type, tag) {
  /** @type {Record<string, Shape[]>} */
  const all = {};
  for (const part of parts(type)) {
    const symbol = checker.getPropertyOfType(part, tag);
    const names = symbol && literalsOf(checker.getTypeOfSymbol(symbol));
    if (!names) throw new Error(`${checker.typeToString(part)} does not say what it is in "${tag}"`);
    for (const name of names) {
      all[name] ??= [];
      all[name].push(shape(part));
    }
  }
  return all;
}

/**
 * @param {ts.Type} type
 * @returns {string[] | undefined} all texts that it can be, if they are known
 */
function literalsOf(type) {
  const all = [];
  for (const part of parts(type)) {
    if (!part.isStringLiteral()) return undefined;
    all.push(part.value);
  }
  return all;
}

/**
 * The texts that an expression can be, or undefined.
 * @param {ts.Expression} expression
 * @returns {string[] | undefined}
 */
function textsOf(expression) {
  if (ts.isConditionalExpression(expression)) {
    const [yes, no] = [textsOf(expression.whenTrue), textsOf(expression.whenFalse)];
    return yes && no && [...yes, ...no];
  }
  if (!ts.isTemplateExpression(expression)) return literalsOf(checker.getTypeAtLocation(expression));
  let all = [expression.head.text];
  for (const { expression: hole, literal } of expression.templateSpans) {
    const filled = textsOf(hole);
    if (!filled) return undefined;
    all = all.flatMap((before) => filled.map((text) => before + text + literal.text));
  }
  return all;
}

/** How each function that gives a text makes a key of its first argument. */
const ASKS = /** @type {Record<string, (key: string) => string[]>} */ ({
  text: (key) => [key],
  getMessage: (key) => [key],
  counted: (key) => [`${key}_one`, `${key}_other`],
});

/** @returns {Texts} */
function texts() {
  /** @type {Texts} */
  const all = { keys: [], kinds: [], patterns: [], literals: {} };
  for (const file of files) {
    if (file.startsWith('generated')) continue;
    /** @type {string[]} */
    const literals = [];
    all.literals[file] = literals;
    /** @param {ts.Node} node */
    const visit = (node) => {
      if (ts.isStringLiteralLike(node)) literals.push(node.text);
      if (ts.isCallExpression(node)) called(node, file, all);
      ts.forEachChild(node, visit);
    };
    visit(source(file));
  }
  return all;
}

/**
 * @param {ts.CallExpression} call
 * @param {string} file
 * @param {Texts} all
 */
function called({ expression, arguments: [first] }, file, all) {
  const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : ts.isIdentifier(expression) ? expression.text : '';
  if (!first) return;
  if (name === 'coded') all.kinds.push(.../** @type {string[]} */ (textsOf(first)));
  const keys = ASKS[name];
  if (!keys) return;
  const known = textsOf(first);
  if (known) all.keys.push(...known.flatMap(keys));
  else if (ts.isTemplateExpression(first) && file !== 'ui/text.js') {
    const between = [first.head.text, ...first.templateSpans.map(({ literal }) => literal.text)];
    for (const end of keys('')) all.patterns.push({ file, parts: [...between.slice(0, -1), between.at(-1) + end] });
  }
}

/** The numbers that are constants of a script. @param {string} file */
function numbers(file) {
  /** @type {Record<string, number>} */
  const all = {};
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer && ts.isNumericLiteral(node.initializer))
      all[node.name.text] = Number(node.initializer.text);
    ts.forEachChild(node, visit);
  };
  visit(source(file));
  return all;
}

const contract = {
  answer: shape(typeOf('messages.js', 'Answer')),
  effects: union(typeOf('messages.js', 'Effect'), 'do'),
  events: union(typeOf('messages.js', 'EngineEvent'), 'type'),
  orders: union(typeOf('messages.js', 'ToAgent'), 'do'),
  reports: union(typeOf('messages.js', 'FromAgent'), 'type'),
  commands: union(typeOf('ui/view.js', 'Command'), 'command'),
  view: shape(typeOf('ui/view.js', 'View')),
  limits: { ...numbers('look.js'), ...numbers('page.js') },
  texts: texts(),
};
process.stdout.write(JSON.stringify(contract, null, 1));
