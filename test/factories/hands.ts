import type { HandDto, HandStep } from '@manyhalls/contracts';
import type { LiveClient } from './live';

/** Raises a hand and takes it through these steps. */
export async function raiseAndMove(
  attendee: LiveClient,
  moderator: LiveClient,
  steps: HandStep[],
): Promise<Pick<HandDto, 'id' | 'version' | 'state'>> {
  return moveHand(moderator, await attendee.ask('hand:raise', {}), steps);
}

/** Takes a hand through these steps. */
export async function moveHand(
  moderator: LiveClient,
  hand: Pick<HandDto, 'id' | 'version' | 'state'>,
  steps: HandStep[],
): Promise<Pick<HandDto, 'id' | 'version' | 'state'>> {
  let moved = hand;
  for (const step of steps)
    moved = await moderator.ask('hand:move', { handId: hand.id, version: moved.version, step });
  return moved;
}
