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

/** What happens to a greeting: some steps the office takes, some the crew, some the server. */
export const greetingSteps = [
  'upload',
  'process',
  'refuse',
  'finish',
  'approve',
  /** Takes an approval back. */
  'unapprove',
  'send-back',
  /** Takes a sending back back. */
  'reconsider',
  'trim',
  'play',
] as const;
export type GreetingStep = (typeof greetingSteps)[number];

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
