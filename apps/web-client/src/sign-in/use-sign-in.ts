import type { Permission } from '@manyhalls/domain';
import { useSignInStore, type KnownSignIn } from './known-sign-ins';
import { pickSignIn } from './pick-sign-in';

/** Who the person is on a page of this event (`null`: outside any event), if they may do what the page is for. */
export function useSignIn(slug: string | null, permission?: Permission): KnownSignIn | null {
  return useSignInStore((state) => pickSignIn(state, slug, permission));
}

/** A sign-in for this event that the server took back while the page was open. */
export function useRevokedSignIn(slug: string | null): KnownSignIn | null {
  return useSignInStore((state) => state.revoked.find(({ eventSlug }) => eventSlug === slug) ?? null);
}
