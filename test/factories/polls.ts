import { randomUUID } from 'node:crypto';
import type { MakePollDto, PollDto, PollStep, WrittenPollDto } from '@manyhalls/contracts';
import type { LiveClient } from './live';

export function newPoll(more: Partial<WrittenPollDto> = {}): MakePollDto {
  return { clientPollId: randomUUID(), ...pollOf(more) };
}

/** What is written of one. */
export function pollOf(more: Partial<WrittenPollDto> = {}): WrittenPollDto {
  return {
    question: { en: 'Which harbour first?', ja: 'どの港から始めますか' },
    options: ['Jinan', 'Tokyo', 'Osaka'].map((en) => ({ text: { en } })),
    multiple: false,
    ...more,
  };
}

/** Makes a poll and takes it through these steps. */
export async function makePoll(
  moderator: LiveClient,
  steps: PollStep[],
  more: Partial<WrittenPollDto> = {},
): Promise<PollDto> {
  return movePoll(moderator, await moderator.ask('poll:make', newPoll(more)), steps);
}

/** Takes a poll through these steps. */
export async function movePoll(moderator: LiveClient, poll: PollDto, steps: PollStep[]): Promise<PollDto> {
  let moved = poll;
  for (const step of steps)
    moved = await moderator.ask('poll:move', { pollId: poll.id, version: moved.version, step });
  return moved;
}
