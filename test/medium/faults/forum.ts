import { randomUUID } from 'node:crypto';
import type { CrewQuestionDto, LiveRequests, OwnHandDto, PollDto } from '@manyhalls/contracts';
import { crewMember, guest, messageOf, say, type Guest } from '../../factories/chat';
import type { LiveClient } from '../../factories/live';
import { LiveStage } from '../../factories/live-event';
import { makePoll, newPoll } from '../../factories/polls';
import { askAndMove, questionOf } from '../../factories/questions';
import type { TestServer } from '../../factories/server';

/** What is promised is 2 s; a busy machine may take a little for itself. */
export const refusedWithinMs = 4_000;

/** A request of somebody, with the sender's own ids in it: sending it again is a retry. */
export type Asking = {
  [Verb in keyof LiveRequests]: [client: LiveClient, verb: Verb, request: LiveRequests[Verb]['request']];
}[keyof LiveRequests];

/** A live session in the middle of everything: people write, ask, vote and raise hands, and the crew works on it. */
export class Forum {
  private constructor(
    readonly stage: LiveStage,
    readonly moderator: LiveClient,
    readonly caller: LiveClient,
    readonly floor: LiveClient,
    readonly one: Guest,
    readonly other: Guest,
    private readonly submitted: CrewQuestionDto,
    private readonly approved: CrewQuestionDto,
    private readonly poll: PollDto,
    private readonly hand: OwnHandDto,
  ) {}

  static async open(server: TestServer): Promise<Forum> {
    const stage = await LiveStage.make(server);
    const moderator = await crewMember(stage);
    const caller = await stage.joined(stage.crew('show-caller'));
    const floor = await stage.joined(stage.host(1));
    const [one, other] = [await guest(stage, 'One'), await guest(stage, 'Other')];
    await stage.change('rehearsing');
    await stage.change('live');
    return new Forum(
      stage,
      moderator,
      caller,
      floor,
      one,
      other,
      await askAndMove(one.client, moderator, []),
      await askAndMove(one.client, moderator, ['approve']),
      await makePoll(moderator, ['open']),
      await other.client.ask('hand:raise', {}),
    );
  }

  /** One of everything that people write. What they have written before is in it, so ask once for each fault. */
  async writing(): Promise<Asking[]> {
    const { moderator, caller, floor, submitted, approved, poll, hand } = this;
    const [one, other] = [this.one.client, this.other.client];
    const { id: messageId } = await say(one, 'Before');
    const { version } = await caller.ask('show:read', {});
    const { settings } = await moderator.ask('chat:read', { channel: 'audience' });
    const { sessionId } = this.stage;
    return [
      [one, 'chat:send', messageOf('From the audience')],
      [moderator, 'chat:send', messageOf('Among the crew', { channel: 'crew' })],
      [one, 'chat:edit', { messageId, text: 'Edited' }],
      [other, 'chat:react', { messageId, name: 'heart', on: true }],
      [moderator, 'chat:pin', { messageId, pinned: true }],
      [moderator, 'chat:change-settings', { version: settings.version, linksAllowed: false }],
      [moderator, 'moderation:mute', { participantId: this.other.participantId, minutes: 0 }],
      [one, 'question:ask', questionOf()],
      [floor, 'question:ask-from-floor', { clientQuestionId: randomUUID(), text: 'Why?', language: 'ja' }],
      [other, 'question:vote', { questionId: approved.id, on: true }],
      [moderator, 'question:move', { questionId: submitted.id, version: submitted.version, step: 'approve' }],
      [moderator, 'question:edit', { questionId: approved.id, version: approved.version, text: 'How?' }],
      [one, 'hand:raise', {}],
      [moderator, 'hand:move', { handId: hand.id, version: hand.version, step: 'admit' }],
      [moderator, 'poll:make', newPoll()],
      [other, 'poll:answer', { pollId: poll.id, choices: [1] }],
      [caller, 'session:change-status', { sessionId, status: 'ended', version }],
    ];
  }

  /** One of everything that people read. */
  readingOf(reader: LiveClient): Asking[] {
    const { moderator } = this;
    const { sessionId } = this.stage;
    return [
      [reader, 'show:read', {}],
      [reader, 'chat:read', { channel: 'audience' }],
      [reader, 'question:list', {}],
      [moderator, 'question:list', {}],
      [reader, 'hand:list', {}],
      [reader, 'poll:list', {}],
      [moderator, 'presence:list', {}],
      [moderator, 'moderation:list', {}],
      [moderator, 'moderation:log', {}],
      [reader, 'session:join', { sessionId }],
    ];
  }
}
