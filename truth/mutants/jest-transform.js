// Compiles tests and sources as ever, but for one file, which is as a mutant has it: see suites.ts.
const fs = require('node:fs');
const { default: tsJest } = require('ts-jest');

const { MUTATED_FILE, MUTATED_TEXT } = process.env;
const transformer = tsJest.createTransformer({ tsconfig: 'tsconfig.dev.json' });
const textOf = (text, file) => (file === MUTATED_FILE ? fs.readFileSync(MUTATED_TEXT, 'utf8') : text);

module.exports = {
  process: (text, file, options) => transformer.process(textOf(text, file), file, options),
  getCacheKey: (text, file, options) => transformer.getCacheKey(textOf(text, file), file, options),
};
