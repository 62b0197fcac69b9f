import type { SessionStatus } from '@manyhalls/contracts';
import { currentSession } from './current-session';

const session = (name: string, status: SessionStatus, hour: number, venueIds = ['jinan', 'tokyo']) => ({
  name,
  status,
  startsAt: `2026-11-21T0${hour}:00:00Z`,
  endsAt: `2026-11-21T0${hour + 1}:00:00Z`,
  venueIds,
});
const at = (hour: number) => new Date(`2026-11-21T0${hour}:30:00Z`);

describe('currentSession', () => {
  it('is none when there are none, or all have ended', () => {
    expect(currentSession([], at(1))).toBeNull();
    expect(currentSession([session('opening', 'ended', 1)], at(1))).toBeNull();
  });

  it('is the live one, though another should have begun by the clock', () => {
    const sessions = [session('opening', 'live', 1), session('dialogue', 'scheduled', 2)];
    expect(currentSession(sessions, at(2))?.name).toBe('opening');
  });

  it('is the one being rehearsed rather than an earlier scheduled one', () => {
    const sessions = [session('opening', 'scheduled', 1), session('dialogue', 'rehearsing', 3)];
    expect(currentSession(sessions, at(0))?.name).toBe('dialogue');
  });

  it('passes over a session that was never started once its time is over', () => {
    const sessions = [session('opening', 'scheduled', 1), session('dialogue', 'scheduled', 4)];
    expect(currentSession(sessions, at(3))?.name).toBe('dialogue');
    expect(currentSession(sessions.slice(0, 1), at(3))?.name).toBe('opening');
  });

  it('keeps to the sessions of a hall', () => {
    const sessions = [
      session('industry', 'live', 1, ['tokyo']),
      session('cities', 'scheduled', 2, ['jinan']),
    ];
    expect(currentSession(sessions, at(1), 'jinan')?.name).toBe('cities');
    expect(currentSession(sessions, at(1), 'osaka')).toBeNull();
  });
});
