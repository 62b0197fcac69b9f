import type { HandDto, OwnHandDto } from '@manyhalls/contracts';
import type { Hand } from './hand';

export function toHandDto({ id, version, state, words, person, raisedAt }: Hand): HandDto {
  const { displayName, institution, country, role } = person;
  return {
    id,
    version,
    state,
    person: { participantId: person.id, displayName, institution, country, role },
    words,
    raisedAt: raisedAt.toISOString(),
  };
}

/** @param open every hand of the session that waits or has a turn, in the order of the queue */
export function toOwnDto({ id, version, state, words }: Hand, open: readonly Hand[]): OwnHandDto {
  const place = open.filter((hand) => hand.state === 'raised').findIndex((hand) => hand.id === id) + 1;
  return { id, version, state, words, place: place || null };
}
