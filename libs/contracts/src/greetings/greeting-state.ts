/** See `greetingMachine` in the domain. */
export const greetingStates = [
  'invited',
  'uploaded',
  'processing',
  /** The file cannot be used; the office is told why and may send another. */
  'refused',
  'ready',
  'approved',
  /** Sent back by the crew with a note; the office may send another. */
  'rejected',
  'played',
] as const;
export type GreetingState = (typeof greetingStates)[number];

/** Why a file cannot be used. */
export const refusals = [
  'not-a-video',
  'broken',
  'no-picture',
  'no-sound',
  'too-long',
  'too-large-a-picture',
  'empty',
] as const;
export type Refusal = (typeof refusals)[number];
