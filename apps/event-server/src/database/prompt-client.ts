import { Client } from 'pg';
import { patienceMs } from './patience';

/**
 * A connection that ends when Postgres does not answer in time. Only that makes sure: one that is used again may still
 * be in somebody's transaction, and would acknowledge what is never committed. Whatever was under way then fails, as
 * if Postgres were away.
 */
export class PromptClient extends Client {
  // Overloads, whose parameters and results are all let through.
  override query(...query: never[]): never {
    const answer: unknown = Reflect.apply(super.query, this, query);
    if (answer instanceof Promise) {
      const timer = setTimeout(() => void this.end().catch(() => {}), patienceMs());
      const done = () => clearTimeout(timer);
      answer.then(done, done);
    }
    return answer as never;
  }
}
