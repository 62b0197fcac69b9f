import type { ShowStateDto } from '@manyhalls/contracts';

/** A show state for specs: live, and with nothing on programme but what is given. */
export const showState = (more: Partial<ShowStateDto> = {}): ShowStateDto => ({
  sessionId: 'one',
  version: 1,
  status: 'live',
  programme: { feedIds: [], layout: 'slate' },
  feeds: [],
  cue: null,
  take: null,
  playback: null,
  standbyPlayback: null,
  standbyFeedIds: [],
  onStage: null,
  at: '2020-07-30T02:00:00Z',
  ...more,
});
