import { roles } from '@manyhalls/contracts';
import { watchRefusal } from './watch-refusal';

const feed = { id: 'feed', venueId: 'jinan' };
const attendee = { role: 'attendee', venueId: null } as const;
const host = { role: 'venue-host', venueId: 'jinan' } as const;

describe('watchRefusal', () => {
  it('keeps from attendees what is not on programme', () => {
    expect(watchRefusal(attendee, feed, 'video', [])?.code).toBe('not-on-programme');
    expect(watchRefusal(attendee, feed, 'audio', ['another'])?.code).toBe('not-on-programme');
    expect(watchRefusal(attendee, feed, 'video', ['feed'])).toBeNull();
  });

  it('lets everybody else watch backstage', () => {
    for (const role of roles.filter((role) => role !== 'attendee'))
      expect(watchRefusal({ role, venueId: null }, feed, 'video', [])).toBeNull();
  });

  it('keeps from a hall its own sound, on programme or not, but not its own picture', () => {
    expect(watchRefusal(host, feed, 'audio', [])?.code).toBe('own-sound');
    expect(watchRefusal(host, feed, 'audio', ['feed'])?.code).toBe('own-sound');
    expect(watchRefusal(host, feed, 'video', [])).toBeNull();
    expect(watchRefusal({ ...host, venueId: 'tokyo' }, feed, 'audio', [])).toBeNull();
  });
});
