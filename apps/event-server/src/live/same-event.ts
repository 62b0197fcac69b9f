import { Fault } from '@manyhalls/contracts';
import type { Ticket } from '../sign-in/ticket';

/**
 * To a person of another event, what belongs to this event does not exist.
 * @throws {Fault} `not-found`
 */
export function demandSameEvent(ticket: Ticket, { eventId }: { eventId: string }): void {
  if (ticket.eventId !== null && ticket.eventId !== eventId)
    throw new Fault('not-found', 'there is no such session');
}
