import type { GreetingState, GreetingStep } from '@manyhalls/contracts';

/**
 * invited → uploaded → processing → ready or refused → approved or rejected → played. The office may replace its file
 * at any moment until it is approved; whatever changes the file ends the approval.
 */
const table: Record<GreetingState, Partial<Record<GreetingStep, GreetingState>>> = {
  invited: { upload: 'uploaded' },
  uploaded: { process: 'processing', upload: 'uploaded' },
  // Begun again after a crash.
  processing: { process: 'processing', finish: 'ready', refuse: 'refused', upload: 'uploaded' },
  // What was cut badly may be cut again.
  refused: { trim: 'processing', upload: 'uploaded' },
  ready: { approve: 'approved', 'send-back': 'rejected', trim: 'processing', upload: 'uploaded' },
  rejected: { reconsider: 'ready', upload: 'uploaded' },
  approved: { unapprove: 'ready', trim: 'processing', play: 'played' },
  played: { unapprove: 'ready', play: 'played' },
};

/** The state after a step; `null` when the present state does not allow it. */
export function nextGreetingState(state: GreetingState, step: GreetingStep): GreetingState | null {
  return table[state][step] ?? null;
}

/** Whether its file may be put on programme. */
export function isPlayable(state: GreetingState): boolean {
  return state === 'approved' || state === 'played';
}

/** Whether the office may send a file, or another one. */
export function maySendFile(state: GreetingState): boolean {
  return nextGreetingState(state, 'upload') !== null;
}
