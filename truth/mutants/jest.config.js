const config = require('../../jest.config');

/** The suites of everything that the simulator answers for. Recordings are replayed elsewhere. */
const SUITES = ['simulator', 'selection', 'check', 'explain', 'field', 'proof'];

/** @type {import('jest').Config} */
module.exports = {
  ...config,
  rootDir: '../..',
  roots: SUITES.map((suite) => `<rootDir>/test/${suite}`),
  transform: { '^.+\\.ts$': '<rootDir>/truth/mutants/jest-transform.js' },
};
