import type { HandState } from '@manyhalls/contracts';
import type { Participant } from '../participants/participant';

/** A hand as it is stored. */
export interface StoredHand {
  id: string;
  sessionId: string;
  participantId: string;
  version: number;
  state: HandState;
  words: string | null;
  raisedAt: Date;
  /** When its person was last known to be in the session. */
  seenAt: Date;
}

/** With the person it is of. */
export interface Hand extends StoredHand {
  person: Participant;
}
