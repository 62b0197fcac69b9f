import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions';
import { migrations } from './migrations';
import { PromptClient } from './prompt-client';
import { SnakeCaseNaming } from './snake-case-naming';

/** How this project talks to Postgres, whoever connects: the server, a command or a test. */
export function dataSourceOptions(
  url: string,
  onIdleConnectionLost: (error: unknown) => void,
): PostgresDataSourceOptions {
  return {
    type: 'postgres',
    url,
    namingStrategy: new SnakeCaseNaming(),
    migrations,
    migrationsTableName: 'migrations',
    synchronize: false,
    applicationName: 'manyhalls event-server',
    // Without a handler, Postgres restarting would end the process by an unhandled 'error' of an idle connection.
    poolErrorHandler: onIdleConnectionLost,
    // A server that vanished in the middle of a transaction must not keep its locks from the others.
    extra: { max: 10, connectionTimeoutMillis: 5_000, idle_in_transaction_session_timeout: 10_000 },
  };
}

/** What else holds for requests: they are answered within 2 s, also when Postgres hangs or somebody keeps a lock. */
export const forRequests = {
  Client: PromptClient,
  connectionTimeoutMillis: 1_500,
  lock_timeout: 1_500,
};
