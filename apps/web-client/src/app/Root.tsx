import { Notifications } from '@mantine/notifications';
import { Outlet, ScrollRestoration, useMatches } from 'react-router';
import { OfflineBanner } from './OfflineBanner';
import { SkipLink, useFocusOnNavigation } from './focus';
import { Look } from './Look';

/** What a route may say about its look, as its `handle`. */
export interface RouteLook {
  scheme?: 'dark';
}

const hasLook = (handle: unknown): handle is RouteLook => typeof handle === 'object' && handle !== null;

export function Root() {
  const dark = useMatches().some(({ handle }) => hasLook(handle) && handle.scheme === 'dark');
  useFocusOnNavigation();
  return (
    <Look dark={dark}>
      <SkipLink />
      <OfflineBanner />
      <Notifications position="bottom-center" />
      <Outlet />
      <ScrollRestoration />
    </Look>
  );
}
