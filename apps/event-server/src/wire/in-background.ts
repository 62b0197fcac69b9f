import type { Logger } from '@nestjs/common';
import { Fault } from '@manyhalls/contracts';
import { isDatabaseAway } from '../database/database-errors';

/**
 * Does something that nobody waits for. What goes wrong is logged: in one line what may happen, whole what nobody
 * foresaw. Never rejects.
 */
export async function inBackground(logger: Logger, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Fault) logger.warn(error.message);
    else if (isDatabaseAway(error)) logger.warn(`the database is away: ${String(error)}`);
    else logger.error(error instanceof Error ? error.stack : error);
  }
}
