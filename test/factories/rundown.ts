import { randomUUID } from 'node:crypto';
import type { AddCueDto, CueContentDto, CueDto, TakeDto } from '@manyhalls/contracts';
import type { LiveClient } from './live';

/** What is written of a cue. */
export function cueOf(more: Partial<CueContentDto> = {}): CueContentDto {
  return {
    type: 'speech',
    title: { zh: '致辞', ja: '挨拶', ko: '축사', en: 'Speech' },
    speakers: [{ name: { en: 'Office of the Governor' } }],
    startsAt: null,
    lengthSeconds: 300,
    layout: 'all-halls',
    picks: [],
    greetingId: null,
    notes: '',
    ...more,
  };
}

export function newCue(more: Partial<AddCueDto> = {}): AddCueDto {
  return { id: randomUUID(), afterCueId: null, ...cueOf(more), ...more };
}

/** Writes cues, one after the other, behind those that are there. */
export async function writeRundown(
  caller: Pick<LiveClient, 'ask'>,
  ...contents: Partial<CueContentDto>[]
): Promise<CueDto[]> {
  const { cues } = await caller.ask('rundown:read', {});
  const written: CueDto[] = [];
  for (const content of contents) {
    const afterCueId = written.at(-1)?.id ?? cues.at(-1)?.id ?? null;
    written.push(await caller.ask('rundown:add', newCue({ ...content, afterCueId })));
  }
  return written;
}

/** Presses GO, knowing what is on programme. */
export async function go(caller: LiveClient, { id: cueId }: Pick<CueDto, 'id'>): Promise<TakeDto> {
  const { takes } = await caller.ask('rundown:read', {});
  const present = takes.find(({ endedAt }) => endedAt === null);
  return caller.ask('cue:go', { cueId, afterTakeId: present?.id ?? null });
}
