import type { ChatSettingsDto, MessageDto, Role, SessionStatus } from '@manyhalls/contracts';
import { hasLink, writingOf } from './writing';

const now = Date.parse('2020-07-30T02:00:00Z');
const open: ChatSettingsDto = {
  version: 1,
  paused: false,
  slowSeconds: 0,
  linksAllowed: true,
  preModerated: false,
  heldWords: [],
};
const own = (sentAt: string) => ({ author: { participantId: 'me' }, sentAt }) as MessageDto;
const writing = (
  role: Role,
  change: Partial<ChatSettingsDto>,
  mutedUntil: string | null = null,
  messages: MessageDto[] = [],
  status: SessionStatus = 'live',
) =>
  writingOf(
    { settings: { ...open, ...change }, mutedUntil, messages },
    { role, participantId: 'me' },
    'audience',
    now,
    status,
  );

it('lets everybody write as long as nothing speaks against it', () => {
  expect(writing('attendee', {})).toEqual({ may: true, linksAllowed: true });
  expect(writing('attendee', { linksAllowed: false })).toEqual({ may: true, linksAllowed: false });
  expect(writing('attendee', {}, '2020-07-30T01:59:59Z')).toMatchObject({ may: true });
});

it('stops attendees, and not the crew, while the chat is paused or slow', () => {
  const before = [own('2020-07-30T01:59:50Z')];
  expect(writing('attendee', { paused: true })).toEqual({ may: false, why: 'paused' });
  expect(writing('attendee', { slowSeconds: 30 }, null, before)).toEqual({
    may: false,
    why: 'slow',
    until: now + 20_000,
  });
  expect(writing('attendee', { slowSeconds: 10 }, null, before)).toMatchObject({ may: true });
  expect(writing('speaker', { paused: true, slowSeconds: 30, linksAllowed: false }, null, before)).toEqual({
    may: true,
    linksAllowed: true,
  });
});

it('stops attendees, and not the crew, once the session has ended', () => {
  expect(writing('attendee', {}, null, [], 'scheduled')).toMatchObject({ may: true });
  expect(writing('attendee', { paused: true }, null, [], 'ended')).toEqual({ may: false, why: 'ended' });
  expect(writing('moderator', {}, null, [], 'ended')).toMatchObject({ may: true });
});

it('stops whoever was muted', () => {
  const mutedUntil = '2020-07-30T02:05:00Z';
  expect(writing('speaker', {}, mutedUntil)).toEqual({ may: false, why: 'muted', until: now + 300_000 });
});

it('knows a link', () => {
  expect(hasLink('see https://example.com')).toBe(true);
  expect(hasLink('see example')).toBe(false);
});
