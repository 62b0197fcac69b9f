// Jest's global set-up: one Postgres for all suites of a run. TEST_POSTGRES_URL names one that runs already; its
// account must be allowed to create databases.
module.exports = async () => {
  if (process.env.TEST_POSTGRES_URL) return;
  const { startPostgres } = await import('../../scripts/postgres/index.mjs');
  const postgres = await startPostgres({ name: 'test-postgres', durable: false });
  process.env.TEST_POSTGRES_URL = postgres.url;
  globalThis.testPostgres = postgres;
};
