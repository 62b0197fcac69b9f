import { now } from '../lib/clock';

const words =
  ' 各位嘉宾，上午好。The discussion between the halls begins in a few minutes; questions are welcome.';

/** What somebody writes, with the moment in front. */
export const messageText = (): string => `${now().toFixed(3)}${words}`;

/** When it was sent, on the clock of `now`. */
export const sentAtIn = (text: string): number => Number.parseFloat(text);
