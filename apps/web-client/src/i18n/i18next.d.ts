import 'i18next';
import type app from './locales/en/app.json';
import type attendee from './locales/en/attendee.json';
import type chat from './locales/en/chat.json';
import type control from './locales/en/control.json';
import type errors from './locales/en/errors.json';
import type forms from './locales/en/forms.json';
import type greetings from './locales/en/greetings.json';
import type hall from './locales/en/hall.json';
import type hands from './locales/en/hands.json';
import type invitations from './locales/en/invitations.json';
import type live from './locales/en/live.json';
import type liveEvents from './locales/en/live-events.json';
import type media from './locales/en/media.json';
import type moderate from './locales/en/moderate.json';
import type organise from './locales/en/organise.json';
import type playback from './locales/en/playback.json';
import type polls from './locales/en/polls.json';
import type projector from './locales/en/projector.json';
import type questions from './locales/en/questions.json';
import type registration from './locales/en/registration.json';
import type rundown from './locales/en/rundown.json';
import type show from './locales/en/show.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: {
      app: typeof app;
      attendee: typeof attendee;
      chat: typeof chat;
      control: typeof control;
      errors: typeof errors;
      forms: typeof forms;
      greetings: typeof greetings;
      hall: typeof hall;
      hands: typeof hands;
      invitations: typeof invitations;
      live: typeof live;
      'live-events': typeof liveEvents;
      media: typeof media;
      moderate: typeof moderate;
      organise: typeof organise;
      playback: typeof playback;
      polls: typeof polls;
      projector: typeof projector;
      questions: typeof questions;
      registration: typeof registration;
      rundown: typeof rundown;
      show: typeof show;
    };
  }
}
