import type { Plugin } from 'rolldown';

/** Signs that surely take one column: Latin letters, quotation marks, arrows, lines, and what the wizard draws with. */
export const narrow = String.raw`\u0020-\u007E\u00A1-\u00AC\u00AE-\u017F\u2013\u2014\u2018-\u201F\u2026\u2190-\u2193\u23CE\u2500-\u259F\u25B6\u25C7\u25CB\u25CF\u25FB\u25FC\u2713\u2717\u276F`;

/** Changes to files of dependencies, by the end of their paths. The build fails where the old words are gone or were never read. */
const mends = [
  {
    // It reads its own wasm through fetch of a data: URL, for which Node loads a whole HTTP client: a fifth of the time to the first frame.
    path: 'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js',
    old: /"function"!=typeof fetch/g,
    made: '!0',
  },
  {
    // A debugging aid that would look for another package at run time, whenever the user's DEV happens to be "true".
    path: 'ink/build/reconciler.js',
    old: /process\.env\['DEV'\] === 'true'/g,
    made: 'false',
  },
  {
    // All that is slow in it is for emoji and wide letters. Its quick way knows ASCII only, and the wizard's own signs are not.
    path: 'string-width/index.js',
    old: /\/\^\[\\u0020-\\u007E\]\*\$\//g,
    made: `/^[${narrow}]*$/`,
  },
  {
    // Tables of Unicode's properties: together with the segmenters a tenth of the time to the first frame, which seldom needs them.
    path: 'string-width/index.js',
    old: /^const (\w+Regex) = (\/.*p\{.*\/[gvu]+);$/gm,
    made: `const $1 = {
  get made() { return this.kept ??= $2; },
  test(text) { return this.made.test(text); },
  [Symbol.search](text) { return text.search(this.made); },
  [Symbol.match](text) { return text.match(this.made); },
};`,
  },
  {
    // A debugging aid of the way through a SOCKS proxy.
    path: 'debug/src/index.js',
    old: /^[\s\S]*require\('\.\/node\.js'\)[\s\S]*$/g,
    made: 'module.exports = () => () => undefined;',
  },
  {
    // The same parser of HTTP twice: the one without SIMD runs on every machine, and answers of an API server are small.
    path: 'undici/lib/dispatcher/client-h1.js',
    old: /require\('\.\.\/llhttp\/llhttp_simd-wasm\.js'\)/g,
    made: "require('../llhttp/llhttp-wasm.js')",
  },
  {
    // A second YAML for the one file that it reads.
    path: '@kubernetes/client-node/dist/config.js',
    old: /^import \* as yaml from 'js-yaml';$/gm,
    made: "import { parse } from 'yaml'; const yaml = { load: (text) => parse(text, { merge: true }) };",
  },
  {
    // It holds a browser's whole network: caches, cookies, web sockets, mocks. Two thirds of it are never asked for here.
    path: 'undici/index.js',
    old: /^[\s\S]*const Agent = require\('\.\/lib\/dispatcher\/agent'\)[\s\S]*module\.exports\.request = makeDispatcher\(api\.request\)[\s\S]*$/g,
    made: `'use strict';
const Dispatcher = require('./lib/dispatcher/dispatcher');
const Agent = require('./lib/dispatcher/agent');
const ProxyAgent = require('./lib/dispatcher/proxy-agent');
const api = require('./lib/api');
const { getGlobalDispatcher } = require('./lib/global');
Object.assign(Dispatcher.prototype, api);
module.exports.Agent = Agent;
module.exports.ProxyAgent = ProxyAgent;
module.exports.request = (url, { dispatcher = getGlobalDispatcher(), ...asked }) => {
  const { origin, pathname, search } = new URL(url);
  return api.request.call(dispatcher, { ...asked, origin, path: pathname + search });
};
`,
  },
];

/** A segmenter at the top of a module takes its time when the module is loaded. Where each sign is a grapheme, none is needed. */
const segmenter = /^const (\w+) = new Intl\.Segmenter\((.*)\);$/gm;
export const lazySegmenter = `const $1 = {
  segment(text) {
    if (!/^[${narrow}\\u001B]*$/.test(text)) return (this.made ??= new Intl.Segmenter($2)).segment(text);
    const segments = Array.from(text, (segment, index) => ({ segment, index, input: text }));
    segments.containing = (at = 0) => segments[at];
    return segments;
  },
};`;

export const leanDependencies: Plugin = {
  name: 'lean-dependencies',
  transform: {
    filter: { id: /node_modules/ },
    handler(code, id) {
      const path = id.replaceAll('\\', '/');
      const wanted = mends.filter((mend) => path.endsWith(mend.path));
      for (const { old } of wanted)
        if (!code.match(old)) this.error(`${path} no longer holds ${old}: see whether the change is still needed.`);
      const made = wanted.reduce((before, mend) => before.replace(mend.old, mend.made), code).replace(segmenter, lazySegmenter);
      return made === code ? undefined : { code: made, map: null };
    },
  },
};
