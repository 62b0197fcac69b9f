import { roles } from '@manyhalls/contracts';
import { isCrew, may } from './permissions';

describe('permissions', () => {
  it('keeps attendees to joining and watching', () => {
    expect(may('attendee', 'session:join')).toBe(true);
    expect(may('attendee', 'feed:watch')).toBe(true);
    for (const permission of [
      'event:edit',
      'invitation:manage',
      'session:control',
      'feed:go-on-air',
      'hand:moderate',
    ] as const) {
      expect(may('attendee', permission)).toBe(false);
    }
    expect(may('attendee', 'feed:watch-backstage')).toBe(false);
    expect(may('attendee', 'presence:list')).toBe(false);
  });

  it('lets only organisers edit events and invite', () => {
    const allowed = (permission: 'event:edit' | 'invitation:manage') =>
      roles.filter((role) => may(role, permission));
    expect(allowed('event:edit')).toEqual(['organiser']);
    expect(allowed('invitation:manage')).toEqual(['organiser']);
  });

  it('lets organisers and show callers write the rundown and take cues, and the whole crew read it', () => {
    const allowed = (permission: 'rundown:edit' | 'cue:take' | 'rundown:read') =>
      roles.filter((role) => may(role, permission));
    expect(allowed('rundown:edit')).toEqual(['organiser', 'show-caller']);
    expect(allowed('cue:take')).toEqual(['organiser', 'show-caller']);
    expect(allowed('rundown:read')).toEqual(roles.filter(isCrew));
  });

  it('counts everybody but attendees as crew', () => {
    expect(roles.filter((role) => !isCrew(role))).toEqual(['attendee']);
  });
});
