import type { GreetingPlaybackDto, Unplayable } from '@manyhalls/contracts';
import { isPlayable } from '@manyhalls/domain';
import type { Feed } from '../../feeds/feed';
import type { TakenCue } from '../../rundown/cue';
import type { Greeting } from '../greeting';

/** How far a greeting is that is being played, or about to be: the nodes are made to follow. */
export interface Playback {
  /** The feed that carries it. */
  feedId: string;
  greetingId: string;
  /** Which take it was begun for; `null`: none yet. */
  takeId: string | null;
  state: GreetingPlaybackDto['state'];
  /** When the position below was shown. */
  startedAt: Date | null;
  positionSeconds: number;
  /** Why the slate stands in. */
  fault: Unplayable | null;
}

export interface GreetingPlayback extends Playback {
  greeting: Greeting;
}

/** Files have a keyframe every second: from there it plays on. */
export const keyframeBefore = (seconds: number) => Math.floor(seconds);

/** How much less than its length a whole greeting may have been played, in seconds: the first picture is seen late. */
const lateBy = 2;

/** Whether it was played to its end, whatever its player says: of a file that is cut off it knows no better. */
export function isOver({ positionSeconds, greeting }: GreetingPlayback): boolean {
  return positionSeconds > (greeting.files?.large.lengthSeconds ?? 0) - lateBy;
}

/** How far it is at that moment. */
export function positionAt(
  { state, startedAt, positionSeconds, greeting }: GreetingPlayback,
  now: Date,
): number {
  if (state !== 'playing' || !startedAt) return positionSeconds;
  const seconds = positionSeconds + (now.getTime() - startedAt.getTime()) / 1000;
  return Math.max(0, Math.min(seconds, greeting.files?.large.lengthSeconds ?? seconds));
}

type Played = TakenCue & { feeds: readonly Feed[]; playbacks: readonly GreetingPlayback[] };

/** The one on programme, as it is to be shown. */
export function playbackOnProgramme({ cue, take, feeds, playbacks }: Played): GreetingPlayback | null {
  const shown = (playback: GreetingPlayback): GreetingPlayback => {
    const hasMedia = feeds.some(({ id, tracks }) => id === playback.feedId && tracks.length > 0);
    return playback.state !== 'playing' || hasMedia ? playback : { ...playback, state: 'slate' };
  };
  const onProgramme = playbacks.find(({ greetingId }) => cue?.greetingId === greetingId);
  // A take that begins plays at once; that it does is noted a moment later.
  if (onProgramme && take && onProgramme.takeId !== take.id && onProgramme.state !== 'slate')
    return shown({ ...onProgramme, state: 'playing', startedAt: take.startedAt, positionSeconds: 0 });
  return onProgramme ? shown(onProgramme) : null;
}

/** The one that GO will play; of one that is on programme already the same is known. */
export function playbackOnStandby({ cue, standby, playbacks }: Played): GreetingPlayback | null {
  if (!standby || standby.greetingId === cue?.greetingId) return null;
  return playbacks.find(({ greetingId }) => standby.greetingId === greetingId) ?? null;
}

export function toPlaybackDto(playback: GreetingPlayback, withFault: boolean): GreetingPlaybackDto {
  const { feedId, greetingId, state, startedAt, positionSeconds, fault, greeting } = playback;
  const { eventId, speaker, files, subtitles } = greeting;
  const path = `/api/events/${eventId}/greetings/${greetingId}`;
  return {
    greetingId,
    feedId,
    state,
    startedAt: startedAt?.toISOString() ?? null,
    positionSeconds,
    lengthSeconds: files?.large.lengthSeconds ?? 0,
    speaker,
    // As soon as everybody may have it: a page that was refused does not ask again.
    posterPath: files && isPlayable(greeting.state) ? `${path}/poster?of=${files.poster.sha256}` : null,
    subtitles: subtitles.map((language) => ({ language, path: `${path}/subtitles/${language}` })),
    fault: withFault ? fault : null,
  };
}
