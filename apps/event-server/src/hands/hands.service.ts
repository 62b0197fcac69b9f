import { Injectable } from '@nestjs/common';
import { type HandDto, type HandListDto, type MoveHandDto, type OwnHandDto } from '@manyhalls/contracts';
import { isCrew, isHandOpen, mayAudience } from '@manyhalls/domain';
import { PersonalLimit } from '../live/personal-limit';
import { ModerationLog } from '../moderation/moderation-log.service';
import { ModerationService } from '../moderation/moderation.service';
import type { Ticket } from '../sign-in/ticket';
import { sessionClosed } from '../sessions/session-closed';
import { cleanText } from '../wire/clean-text';
import type { Hand } from './hand';
import { HandChanges } from './hand-changes.service';
import { HandRows } from './hand-rows.service';
import { toHandDto, toOwnDto } from './hand-views';
import type { HeldHands } from './held-hands';

/** Asking to speak, and getting the word. */
@Injectable()
export class HandsService {
  private readonly limit = new PersonalLimit(10, 1 / 6);

  constructor(
    private readonly rows: HandRows,
    private readonly changes: HandChanges,
    private readonly log: ModerationLog,
    private readonly moderation: ModerationService,
  ) {}

  async list({ participantId, role }: Ticket, sessionId: string): Promise<HandListDto> {
    const open = await this.rows.findOpen({ sessionId });
    const own = ownOf(open, participantId);
    return { hands: isCrew(role) ? open.map(toHandDto) : [], own: own ? toOwnDto(own, open) : null };
  }

  /**
   * Once, however often it is asked.
   * @throws {Fault} `too-many-requests`; `forbidden` while muted; `conflict` while the session is not live
   */
  async raise({ participantId }: Ticket, sessionId: string, words: string | undefined): Promise<OwnHandDto> {
    this.limit.demand(participantId);
    const after = await this.changes.change(sessionId, async (held) => {
      demandLive(held);
      // While nobody else can change hands: a mute comes before, or takes this one down.
      await this.moderation.demandNotMuted(participantId, held.show.manager);
      if (!ownOf(held.open, participantId)) await held.raise(participantId, cleanText(words ?? '') || null);
    });
    const open = after.filter(({ state }) => isHandOpen(state));
    const own = ownOf(open, participantId);
    if (!own) throw new Error('a hand was neither raised nor up');
    return toOwnDto(own, open);
  }

  /** Whatever it was, it is over: also for whoever is on programme. */
  async lower(participantId: string, sessionId: string): Promise<void> {
    await this.changes.change(sessionId, async (held) => {
      const own = ownOf(held.open, participantId);
      if (own) await held.move(own, 'lower');
    });
  }

  /** @throws {Fault} `conflict` with the present hand; `not-found` */
  async move(moderator: Ticket, sessionId: string, request: MoveHandDto): Promise<HandDto> {
    const after = await this.changes.change(sessionId, async (held) => {
      const hand = await held.takeSeen(request);
      demandLive(held);
      await held.move(hand, request.step);
      const { id: subjectId, displayName: subject } = hand.person;
      const action = `hand:${request.step}` as const;
      await this.log.write(held.show.manager, { sessionId, moderator, action, subject, subjectId });
    });
    const hand = after.find(({ id }) => id === request.handId);
    if (!hand) throw new Error('the hand that was moved is gone');
    return toHandDto(hand);
  }
}

function ownOf(hands: readonly Hand[], participantId: string): Hand | undefined {
  return hands.find((hand) => hand.participantId === participantId);
}

function demandLive({ show }: HeldHands): void {
  const { status } = show.session;
  if (!mayAudience('raise-hand', status)) throw sessionClosed(status);
}
