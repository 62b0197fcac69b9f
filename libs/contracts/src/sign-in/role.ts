export const roles = [
  'organiser',
  'show-caller',
  'venue-host',
  'moderator',
  'speaker',
  'interpreter',
  'attendee',
] as const;
export type Role = (typeof roles)[number];

/** Roles that are invited one by one; attendees register themselves. */
export const invitedRoles = roles.filter((role) => role !== 'attendee');
export type InvitedRole = Exclude<Role, 'attendee'>;
