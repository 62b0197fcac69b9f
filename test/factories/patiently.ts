import { setTimeout as wait } from 'node:timers/promises';
import { Fault } from '@manyhalls/contracts';

/** For tests that send faster than anybody may: waits as it is told, and goes on. */
export async function patiently<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Fault && error.code === 'too-many-requests')) throw error;
      await wait(1000);
    }
  }
}
