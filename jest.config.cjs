/** One Jest project per suite; `npm test -- NAME` runs one of them. */

// Nest 12 and some of its dependencies ship ES modules only; swc turns them into CommonJS for Jest.
const esModules =
  '@nestjs|@tus|srvx|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|jose|mediasoup-client|h264-profile-level-id|awaitqueue|ua-parser-js|fake-mediastreamtrack|pg-boss|serialize-error|non-error|rrule-temporal';

const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.(ts|tsx|m?js)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules})/)`],
  moduleNameMapper: {
    '^@manyhalls/(contracts|domain|sfu)$': '<rootDir>/libs/$1/src/index.ts',
    '^@manyhalls/contracts/(.*)$': '<rootDir>/libs/contracts/src/$1',
  },
};

const suite = (name, testMatch, more = {}) => ({ ...base, displayName: name, testMatch, ...more });

// One Postgres for a whole run, whichever of these suites are in it.
const withPostgres = {
  globalSetup: '<rootDir>/test/postgres/start.cjs',
  globalTeardown: '<rootDir>/test/postgres/stop.cjs',
};

module.exports = {
  // Ends what hangs; how fast the machine is must not matter. Jest reads it here only, not from a project.
  testTimeout: 120_000,
  projects: [
    suite('unit', ['<rootDir>/{apps,libs,test/bench}/**/*.spec.{ts,tsx}']),
    suite('contracts', ['<rootDir>/test/contracts/**/*.spec.ts']),
    suite('medium', ['<rootDir>/test/medium/**/*.spec.ts'], withPostgres),
    suite('cascade', ['<rootDir>/test/cascade/**/*.spec.ts'], withPostgres),
    suite('browser', ['<rootDir>/test/browser/**/*.spec.ts'], {
      ...withPostgres,
      testPathIgnorePatterns: ['<rootDir>/test/browser/alone/'],
    }),
    suite('alone', ['<rootDir>/test/browser/alone/**/*.spec.ts'], withPostgres),
  ],
};
