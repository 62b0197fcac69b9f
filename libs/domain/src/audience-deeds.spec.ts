import { sessionStatuses } from '@manyhalls/contracts';
import { mayAudience, statusesFor, type AudienceDeed } from './audience-deeds';

const before = ['scheduled', 'rehearsing'];

it.each<[AudienceDeed, string[]]>([
  ['write', [...before, 'live']],
  ['ask', [...before, 'live']],
  ['vote', [...before, 'live']],
  ['answer-poll', [...before, 'live']],
  ['raise-hand', ['live']],
])('an audience may %s while the session is %s', (deed, expected) => {
  expect(sessionStatuses.filter((status) => mayAudience(deed, status))).toEqual(expected);
  expect(statusesFor(deed)).toEqual(expected);
});
