import type { PresenceCountsDto, ShowStateDto } from '@manyhalls/contracts';

/** Why a page stays disconnected until the person does something. */
export type Ending = 'revoked' | 'taken-over' | 'signed-out' | 'forbidden' | 'not-found';

/** What this browser knows of the session it is in. */
export interface LiveState {
  connection: 'connecting' | 'joined' | 'reconnecting' | 'over';
  ending: Ending | null;
  sessionId: string | null;
  peerId: string | null;
  show: ShowStateDto | null;
  presence: PresenceCountsDto | null;
  /** Server's clock minus this page's (`performance.now()`), in milliseconds; the device's own until it is known. */
  clockOffsetMs: number;
}

export const initialLiveState: LiveState = {
  connection: 'connecting',
  ending: null,
  sessionId: null,
  peerId: null,
  show: null,
  presence: null,
  clockOffsetMs: performance.timeOrigin,
};

/** The newer of two states of the same session; states arrive twice, late and out of order. */
export function newerShow(known: ShowStateDto | null, told: ShowStateDto): ShowStateDto {
  return known && known.sessionId === told.sessionId && known.version >= told.version ? known : told;
}
