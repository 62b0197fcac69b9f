import type { Ack, Fault } from '@manyhalls/contracts';

export type Acknowledge = (answer: Ack<unknown>) => void;

/** The acknowledgement among a message's arguments; `null` when its sender does not wait for one. */
export function acknowledgement(args: readonly unknown[]): Acknowledge | null {
  return args.find((argument): argument is Acknowledge => typeof argument === 'function') ?? null;
}

export function refuse(acknowledge: Acknowledge | null, fault: Fault): void {
  acknowledge?.({ ok: false, error: fault.toWire() });
}
