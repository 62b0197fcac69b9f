import type { AuthorDto, MessageDto } from '@manyhalls/contracts';
import { authorsOf, matching, mentionAt, splitMentions } from './mentions';

const author = (displayName: string) => ({ participantId: displayName, displayName }) as AuthorDto;

it('offers those who wrote last first, each once', () => {
  const messages = ['Kim', 'Sato', 'Kim', 'Li'].map((name) => ({ author: author(name) }) as MessageDto);
  expect(authorsOf(messages).map(({ displayName }) => displayName)).toEqual(['Li', 'Kim', 'Sato']);
});

it.each([
  ['@', 1, { start: 0, part: '' }],
  ['good @Of', 8, { start: 5, part: 'Of' }],
  ['谢谢@东', 4, { start: 2, part: '东' }],
  ['good @Office of', 15, { start: 5, part: 'Office of' }],
  ['write to a@b', 12, null],
  ['no name', 7, null],
  ['@one\ntwo', 8, null],
])('knows in %j at %i what name is being written', (text, cursor, found) =>
  expect(mentionAt(text, cursor)).toEqual(found),
);

it('finds people by the beginning of a word of their name', () => {
  const people = ['Office of the Governor', 'Osaka Centre', '东京代表'].map(author);
  const names = (part: string) => matching(people, part).map(({ displayName }) => displayName);
  expect(names('o')).toEqual(['Office of the Governor', 'Osaka Centre']);
  expect(names('gov')).toEqual(['Office of the Governor']);
  expect(names('东')).toEqual(['东京代表']);
  // Already written in full: nothing is left to be completed.
  expect(names('Osaka Centre')).toEqual([]);
});

it('marks names, the longer one first, and loses no character', () => {
  const parts = splitMentions('@Li Na and @Li, @Kim', ['Li', 'Li Na']);
  expect(parts.filter(({ mention }) => mention).map(({ text }) => text)).toEqual(['@Li Na', '@Li']);
  expect(parts.map(({ text }) => text).join('')).toBe('@Li Na and @Li, @Kim');
  expect(splitMentions('plain', [])).toEqual([{ text: 'plain', mention: false }]);
});
