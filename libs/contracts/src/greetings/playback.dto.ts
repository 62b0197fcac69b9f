import type { CueSpeakerDto } from '../rundown/cue.dto';
import type { Language } from '../text/language';

export const playbackSteps = ['pause', 'resume', 'stop'] as const;
export type PlaybackStep = (typeof playbackSteps)[number];

/** Why a greeting cannot be played. The log of the event-server knows more. */
export const unplayables = ['not-approved', 'not-on-node', 'no-node', 'player', 'late'] as const;
export type Unplayable = (typeof unplayables)[number];

/** A greeting being played: the same moment for everybody. Times are the server's. */
export class GreetingPlaybackDto {
  greetingId: string;
  /** The feed that carries it; it has no media before GO. */
  feedId: string;
  /** `slate`: it could not be played, and its portrait and title stand in. */
  state: 'standby' | 'playing' | 'paused' | 'over' | 'slate';
  /** ISO 8601: when the position below was shown; `null` before it was played. */
  startedAt: string | null;
  positionSeconds: number;
  lengthSeconds: number;
  speaker: CueSpeakerDto;
  /** Held until the first frame, and where the file fails. A path of the HTTP API that whoever is in the session may read. */
  posterPath: string | null;
  /** WebVTT files, likewise. */
  subtitles: { language: Language; path: string }[];
  /** Why the slate stands in, for the crew. */
  fault: Unplayable | null;
}
