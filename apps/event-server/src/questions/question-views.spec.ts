import type { Question } from './question';
import { toCrewDto, toModeratorDto, toOwnDto, toQuestionDto, toStageDto } from './question-views';

const person = (displayName: string) => ({
  id: `id of ${displayName}`,
  eventId: 'event',
  role: 'attendee' as const,
  venueId: null,
  displayName,
  institution: 'Ministry',
  country: 'KR',
  language: 'ko' as const,
  createdAt: new Date(0),
  revokedAt: null,
});

const question: Question = {
  id: 'question',
  sessionId: 'session',
  number: 7,
  version: 3,
  state: 'claimed',
  text: 'Clear words',
  originalText: 'Original words',
  language: 'en',
  participantId: 'id of Asker',
  clientQuestionId: 'client',
  anonymous: false,
  moderatorsSeeAuthor: false,
  venueId: null,
  place: null,
  claimedBy: 'id of Moderator',
  assignedTo: null,
  answer: null,
  rejectionReason: 'Reason',
  mergedInto: 'another',
  mergedFirstInto: 'another',
  position: 1,
  votes: 12,
  askedAt: new Date(0),
  translations: [{ language: 'ja', text: '明快な言葉' }],
  asker: person('Asker'),
  claimer: person('Moderator'),
};

/** What is nobody's business but the server's. */
const inner = ['session', 'client'];
const told = (view: object) => JSON.stringify(view);

describe('the views of a question', () => {
  it('tell the audience no more than everybody may know', () => {
    const view = told(toQuestionDto(question));
    for (const secret of [...inner, 'Original words', 'Moderator', 'Reason', 'another'])
      expect(view).not.toContain(secret);
    expect(view).toContain('Asker');
  });

  it('tell its author what became of it, and not by whom', () => {
    const view = told(toOwnDto(question));
    for (const secret of [...inner, 'Original words', 'Moderator']) expect(view).not.toContain(secret);
    expect(toOwnDto(question)).toMatchObject({ rejectionReason: 'Reason', mergedIntoId: 'another' });
  });

  it('tell the crew everything', () => {
    expect(toCrewDto(question)).toMatchObject({
      originalText: 'Original words',
      rejectionReason: 'Reason',
      claimedBy: { participantId: 'id of Moderator', displayName: 'Moderator' },
      mergedIntoId: 'another',
    });
  });

  it('put words, languages and a name on stage', () => {
    expect(toStageDto(question)).toEqual({
      questionId: 'question',
      text: 'Clear words',
      language: 'en',
      translations: [{ language: 'ja', text: '明快な言葉' }],
      author: {
        participantId: 'id of Asker',
        displayName: 'Asker',
        institution: 'Ministry',
        country: 'KR',
        role: 'attendee',
      },
      venueId: null,
      place: null,
    });
  });

  it.each([
    ['an anonymous one', { anonymous: true }],
    ['one from the floor', { venueId: 'tokyo', place: 'row 3' }],
    ['one of somebody erased', { asker: null }],
  ])('name nobody: %s', (_, more) => {
    for (const view of [toQuestionDto, toCrewDto, toModeratorDto, toOwnDto, toStageDto])
      expect(told(view({ ...question, ...more }))).not.toContain('Asker');
  });

  it('name to moderators, and to nobody else, who asked anonymously and was told so', () => {
    const asked = { ...question, anonymous: true, moderatorsSeeAuthor: true };
    expect(toModeratorDto(asked)).toMatchObject({ anonymous: true, author: { displayName: 'Asker' } });
    for (const view of [toQuestionDto, toCrewDto, toOwnDto, toStageDto])
      expect(told(view(asked))).not.toContain('Asker');
  });
});
