import { roles } from '@manyhalls/contracts';
import { watchRefusal } from './watch-refusal';

const feed = { id: 'feed', venueId: 'jinan', participantId: 'host' };
const attendee = { role: 'attendee', venueId: null, participantId: 'attendee' } as const;
const host = { role: 'venue-host', venueId: 'jinan', participantId: 'host' } as const;

describe('watchRefusal', () => {
  it('keeps from attendees what is not on programme', () => {
    expect(watchRefusal(attendee, feed, 'video', [])?.code).toBe('not-on-programme');
    expect(watchRefusal(attendee, feed, 'audio', ['another'])?.code).toBe('not-on-programme');
    expect(watchRefusal(attendee, feed, 'video', ['feed'])).toBeNull();
  });

  it('lets everybody else watch backstage', () => {
    for (const role of roles.filter((role) => role !== 'attendee'))
      expect(watchRefusal({ role, venueId: null, participantId: 'somebody' }, feed, 'video', [])).toBeNull();
  });

  it('keeps from a hall its own sound, on programme or not, but not its own picture', () => {
    expect(watchRefusal(host, feed, 'audio', [])?.code).toBe('own-sound');
    expect(watchRefusal(host, feed, 'audio', ['feed'])?.code).toBe('own-sound');
    expect(watchRefusal(host, feed, 'video', [])).toBeNull();
    expect(watchRefusal({ ...host, venueId: 'tokyo' }, feed, 'audio', [])).toBeNull();
  });

  it('keeps from remote speakers their own sound only', () => {
    const speech = { id: 'feed', venueId: null, participantId: 'attendee' };
    expect(watchRefusal(attendee, speech, 'audio', ['feed'])?.code).toBe('own-sound');
    expect(watchRefusal(attendee, speech, 'video', ['feed'])).toBeNull();
    expect(watchRefusal({ ...attendee, participantId: 'other' }, speech, 'audio', ['feed'])).toBeNull();
    expect(watchRefusal(host, speech, 'audio', [])).toBeNull();
  });
});
