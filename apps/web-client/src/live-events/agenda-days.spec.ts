import type { SessionDto } from '@manyhalls/contracts';
import { agendaDays } from './agenda-days';

const session = (id: string, startsAt: string): SessionDto => ({
  id,
  startsAt,
  endsAt: startsAt,
  title: { en: id },
  kind: 'plenary',
  status: 'scheduled',
  venueIds: [],
  moderatorIds: [],
});

const shape = (sessions: SessionDto[], timeZone: string) =>
  agendaDays(sessions, timeZone).map(({ day, slots }) => [
    day,
    slots.map((slot) => slot.sessions.map(({ id }) => id)),
  ]);

it('puts tracks that begin together into one slot, also when written with other offsets', () => {
  const sessions = [
    session('cities', '2020-07-30T14:00:00+08:00'),
    session('opening', '2020-07-30T10:00:00+08:00'),
    session('industries', '2020-07-30T15:00:00+09:00'),
  ];
  expect(shape(sessions, 'Asia/Shanghai')).toEqual([['2020-07-30', [['opening'], ['cities', 'industries']]]]);
});

it('keeps tracks that begin together in the order of their numbers', () => {
  const sessions = ['Track 10', 'Track 2', 'Track 1'].map((id) => session(id, '2020-07-30T14:00:00+08:00'));
  expect(shape(sessions, 'Asia/Shanghai')).toEqual([['2020-07-30', [['Track 1', 'Track 2', 'Track 10']]]]);
});

it('begins a day where the first hall begins it', () => {
  const sessions = [
    session('late', '2020-07-30T23:30:00+08:00'),
    session('next', '2020-07-31T00:30:00+08:00'),
  ];
  expect(shape(sessions, 'Asia/Shanghai').map(([day]) => day)).toEqual(['2020-07-30', '2020-07-31']);
  expect(shape(sessions, 'Asia/Tokyo').map(([day]) => day)).toEqual(['2020-07-31']);
});

it('is empty without sessions', () => {
  expect(agendaDays([], 'Asia/Tokyo')).toEqual([]);
});
