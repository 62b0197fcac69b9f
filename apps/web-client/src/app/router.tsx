import type { ComponentType } from 'react';
import { createBrowserRouter } from 'react-router';
import { BrokenPage } from './BrokenPage';
import { NotFoundPage } from './NotFoundPage';
import { Opening } from './Opening';
import { Root, type RouteLook } from './Root';
import { ShellLayout } from './ShellLayout';

const lazily = (load: () => Promise<ComponentType>) => async () => ({ Component: await load() });

/** Crew pages follow control-room habits: always dark. */
const crew: RouteLook = { scheme: 'dark' };

export const router = createBrowserRouter([
  {
    Component: Root,
    ErrorBoundary: BrokenPage,
    HydrateFallback: Opening,
    children: [
      {
        Component: ShellLayout,
        ErrorBoundary: BrokenPage,
        children: [
          { index: true, lazy: lazily(async () => (await import('../live-events/HomePage')).HomePage) },
          {
            path: 'events/:slug',
            lazy: lazily(async () => (await import('../live-events/EventPage')).EventPage),
          },
          {
            path: 'events/:slug/register',
            lazy: lazily(async () => (await import('../registration/RegisterPage')).RegisterPage),
          },
          {
            path: 'invite',
            lazy: lazily(async () => (await import('../invitations/InvitePage')).InvitePage),
          },
          {
            path: 'greetings',
            lazy: lazily(async () => (await import('../greetings/office/OfficePage')).OfficePage),
          },
          {
            path: 'events/:slug/greetings',
            lazy: lazily(async () => (await import('../greetings/library/LibraryPage')).LibraryPage),
          },
          {
            path: 'organise',
            lazy: lazily(async () => (await import('../organise/OrganisePage')).OrganisePage),
          },
          {
            path: 'organise/:slug/:tab?',
            lazy: lazily(async () => (await import('../organise/OrganiseEventPage')).OrganiseEventPage),
          },
          { path: '*', Component: NotFoundPage },
        ],
      },
      // The live pages fill the screen and bring their own frame.
      {
        path: 'events/:slug/sessions/:sessionId',
        ErrorBoundary: BrokenPage,
        children: [
          { index: true, lazy: lazily(async () => (await import('../attendee/AttendeePage')).AttendeePage) },
          {
            path: 'hall',
            handle: crew,
            lazy: lazily(async () => (await import('../hall/HallPage')).HallPage),
          },
          {
            path: 'projector',
            handle: crew,
            lazy: lazily(async () => (await import('../projector/ProjectorPage')).ProjectorPage),
          },
          {
            path: 'control',
            handle: crew,
            lazy: lazily(async () => (await import('../control/ControlPage')).ControlPage),
          },
          {
            path: 'moderate',
            handle: crew,
            lazy: lazily(async () => (await import('../moderate/ModeratePage')).ModeratePage),
          },
        ],
      },
    ],
  },
]);
