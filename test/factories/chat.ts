import { randomUUID } from 'node:crypto';
import type { MessageDto, SendMessageDto } from '@manyhalls/contracts';
import type { LiveClient } from './live';
import type { LiveStage } from './live-event';

export function messageOf(text: string, more: Partial<SendMessageDto> = {}): SendMessageDto {
  return { channel: 'audience', clientMessageId: randomUUID(), text, language: 'en', ...more };
}

/** Sends a message that must be stored. */
export function say(
  client: LiveClient,
  text: string,
  more: Partial<SendMessageDto> = {},
): Promise<MessageDto> {
  return client.ask('chat:send', messageOf(text, more));
}

/** Somebody who has joined, and who they are. */
export interface Guest {
  client: LiveClient;
  participantId: string;
  ticket: string;
}

export async function guest(stage: LiveStage, displayName = 'Attendee'): Promise<Guest> {
  const person = await stage.register({ displayName });
  const client = await stage.connect(person);
  await client.ask('session:join', { sessionId: stage.sessionId });
  return { client, participantId: person.participantId, ticket: person.ticket };
}

export async function crewMember(
  stage: LiveStage,
  role: 'moderator' | 'organiser' | 'speaker' = 'moderator',
): Promise<LiveClient> {
  const client = await stage.crew(role);
  await client.ask('session:join', { sessionId: stage.sessionId });
  return client;
}

/** Every message that a socket was told of, in the order in which it was told. */
export function messagesTold({ told }: LiveClient): MessageDto[] {
  return told.flatMap((one) => (one.event === 'chat:changed' ? one.payload.messages : []));
}

/** Resolves when the socket was told of this message in a state that fits. */
export async function heardOf(
  client: LiveClient,
  { id }: { id: string },
  fits: (message: MessageDto) => boolean = () => true,
): Promise<MessageDto> {
  const found = ({ messages }: { messages: MessageDto[] }) =>
    messages.find((message) => message.id === id && fits(message));
  return found(await client.heard('chat:changed', (payload) => found(payload) !== undefined))!;
}
