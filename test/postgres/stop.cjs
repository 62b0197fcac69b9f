// Jest's global tear-down: stops what start.cjs started, and nothing else.
module.exports = async () => {
  await globalThis.testPostgres?.stop();
};
