/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.dev.json' }] },
  // Examples import the package by its name.
  moduleNameMapper: { '^cdk8s-prometheus$': '<rootDir>/lib/index.ts' },
  clearMocks: true,
  // Jest leaves one core alone, which on two of them is half of the time.
  maxWorkers: '100%',
};
