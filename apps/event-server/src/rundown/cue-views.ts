import {
  Fault,
  type CueDto,
  type RundownDto,
  type ShownCueDto,
  type ShownTakeDto,
  type TakeDto,
} from '@manyhalls/contracts';
import type { Cue, Rundown, Take } from './cue';

/** As the crew knows it. */
export function toCueDto(cue: Cue): CueDto {
  const { sessionId: _, position: __, removedAt: ___, startsAt, changedAt, ...dto } = cue;
  return { ...dto, startsAt: startsAt?.toISOString() ?? null, changedAt: changedAt.toISOString() };
}

/** As everybody knows the one on programme: without notes. */
export function toShownDto({ id, type, title, speakers }: Cue): ShownCueDto {
  return { id, type, title, speakers };
}

export function toTakeDto({ sessionId: _, run: __, number: ___, ...take }: Take): TakeDto {
  return {
    ...take,
    startedAt: take.startedAt.toISOString(),
    endedAt: take.endedAt?.toISOString() ?? null,
    heldSince: take.heldSince?.toISOString() ?? null,
  };
}

/** As everybody knows the one on programme: people do not learn who pressed GO. */
export function toShownTakeDto(take: Take): ShownTakeDto {
  const { takenBy: _, ...shown } = toTakeDto(take);
  return shown;
}

export function toRundownDto(rundown: Rundown): RundownDto {
  const { sessionId, version, orderVersion, cues, takes, standbyCueId } = rundown;
  return {
    sessionId,
    version,
    orderVersion,
    cues: cues.map(toCueDto),
    takes: takes.map(toTakeDto),
    standbyCueId,
  };
}

/** Tells an editor why not, who it was, and the cue as it is now. */
export function cueConflict(cue: Cue, why: string, more: { onProgramme?: true } = {}): Fault {
  const removed = cue.removedAt !== null;
  return new Fault('conflict', why, { cue: toCueDto(cue), removed, changedBy: cue.changedBy, ...more });
}

/** Tells a show caller what is on programme instead, and who took it. */
export function takeConflict(take: Take | null, why: string): Fault {
  return new Fault('conflict', why, { take: take && toTakeDto(take), takenBy: take?.takenBy ?? null });
}
