import { ConsoleLogger } from '@nestjs/common';

/** Nest's own contexts that say, line by line, what every start is like. */
const starting = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
  'WebSocketsController',
]);

/** Says what a person who runs the server wants to know, and not how Nest starts. */
export class QuietStartLogger extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (typeof context !== 'string' || !starting.has(context)) super.log(message, ...rest);
  }
}
