import { everybody, theCrew, viewOf, type Message, type Replied } from './message';

const message = (more: Partial<Message> = {}): Message => ({
  id: 'message',
  channel: 'audience',
  number: 1,
  revision: 1,
  clientMessageId: 'client',
  author: {
    participantId: 'author',
    displayName: 'Author',
    institution: 'Institute',
    country: 'JP',
    role: 'attendee',
  },
  text: 'words',
  language: 'en',
  repliedTo: null,
  mentionedIds: [],
  reactions: [],
  translations: [{ language: 'ja', text: 'words' }],
  held: false,
  shown: true,
  pinned: false,
  sentAt: new Date(0),
  editedAt: null,
  deletedAt: null,
  ...more,
});
const replied = (more: Partial<Replied>): Replied => ({
  messageId: 'earlier',
  displayName: 'Somebody',
  text: 'words',
  held: false,
  shown: true,
  ...more,
});

const author = { isCrew: false, participantId: 'author' };
const stranger = { isCrew: false, participantId: 'stranger' };
const audience = [everybody, stranger];

describe('a message', () => {
  it('that waits does not exist for the audience, but for its author and the crew', () => {
    const waiting = message({ held: true, shown: false });
    for (const reader of audience) expect(viewOf(waiting, reader)).toBeNull();
    for (const reader of [author, theCrew])
      expect(viewOf(waiting, reader)).toMatchObject({ text: 'words', held: true });
  });

  it('that was seen and waits again has no words for the audience', () => {
    for (const reader of audience) {
      const view = viewOf(message({ held: true }), reader);
      expect(view).toMatchObject({ text: null, translations: [], held: true });
      expect(JSON.stringify(view)).not.toContain('words');
    }
  });

  it('that was deleted has words for nobody', () => {
    for (const reader of [...audience, author, theCrew]) {
      const view = viewOf(message({ deletedAt: new Date(0) }), reader);
      expect(view).toMatchObject({ text: null, deletedAt: '1970-01-01T00:00:00.000Z' });
      expect(JSON.stringify(view)).not.toContain('words');
    }
  });

  it('tells nothing that is only the server’s', () => {
    expect(viewOf(message(), everybody)).not.toHaveProperty('shown');
  });

  it('quotes no words that the audience may not have', () => {
    const quote = (more: Partial<Replied>, reader = everybody) =>
      viewOf(message({ repliedTo: replied(more) }), reader)?.repliedTo;
    expect(quote({})).toEqual({ messageId: 'earlier', displayName: 'Somebody', text: 'words' });
    expect(quote({ held: true, shown: false })).toBeNull();
    expect(quote({ held: true })).toMatchObject({ text: null });
    expect(quote({ held: true, shown: false }, theCrew)).toMatchObject({ text: 'words' });
  });
});
