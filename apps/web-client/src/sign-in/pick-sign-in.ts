import { may, type Permission } from '@manyhalls/domain';
import type { KnownSignIn } from './known-sign-ins';

/**
 * Who the person is on a page: the tab's own sign-in if it fits, else the newest one made for this event,
 * else an organiser of the whole installation. `slug` null: a page outside any event.
 */
export function pickSignIn(
  { known, currentId }: { known: readonly KnownSignIn[]; currentId: string | null },
  slug: string | null,
  permission?: Permission,
): KnownSignIn | null {
  const fitting = known.filter(
    ({ eventSlug, role }) =>
      (eventSlug === slug || eventSlug === null) && (!permission || may(role, permission)),
  );
  return (
    fitting.find(({ signInId }) => signInId === currentId) ??
    fitting.find(({ eventSlug }) => eventSlug === slug) ??
    fitting[0] ??
    null
  );
}
