import { useInterval } from '@mantine/hooks';
import type { LiveEventDto, SessionDto, ShowStateDto } from '@manyhalls/contracts';
import type { Permission } from '@manyhalls/domain';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useLoaded } from '../api/use-loaded';
import { LoadFailed } from '../app/Message';
import { NotFoundPage } from '../app/NotFoundPage';
import { PageSkeleton } from '../app/Opening';
import { readEvent } from '../live-events/live-events.api';
import { MediaRoom } from '../media/MediaRoom';
import type { KnownSignIn } from '../sign-in/known-sign-ins';
import { RequireSignIn } from '../sign-in/RequireSignIn';
import { useSignIn } from '../sign-in/use-sign-in';
import { Announcer } from './Announcer';
import { EndingMessage } from './EndingMessage';
import { LiveRoom, useLiveState } from './LiveRoom';
import { PlainFrame } from './PlainFrame';

/** How often the agenda is read again, in milliseconds: other sessions go live and end meanwhile. */
const refreshMs = 30_000;

/** All that a live page may take for granted. */
export interface LivePageContent {
  event: LiveEventDto;
  session: SessionDto;
  signIn: KnownSignIn;
  show: ShowStateDto;
}

interface LivePageProps {
  permission: Permission;
  children: (content: LivePageContent) => ReactNode;
}

/** A live page: who may see it, the joined session, its media and its event. */
export function LivePage({ permission, children }: LivePageProps) {
  const { slug = '', sessionId = '' } = useParams();
  const signIn = useSignIn(slug, permission);
  if (!signIn)
    return (
      <PlainFrame>
        <RequireSignIn slug={slug} permission={permission}>
          {() => null}
        </RequireSignIn>
      </PlainFrame>
    );
  return (
    <LiveRoom signInId={signIn.signInId} sessionId={sessionId}>
      <MediaRoom>
        <Announcer>
          <WithEvent slug={slug} sessionId={sessionId} signIn={signIn}>
            {children}
          </WithEvent>
        </Announcer>
      </MediaRoom>
    </LiveRoom>
  );
}

/** The event is read while the session is being joined. */
function WithEvent({
  slug,
  sessionId,
  signIn,
  children,
}: {
  slug: string;
  sessionId: string;
  signIn: KnownSignIn;
  children: LivePageProps['children'];
}) {
  const { data: read, fault, reload } = useLoaded(slug, (signal) => readEvent(slug, signal));
  useInterval(() => !document.hidden && reload(), refreshMs, { autoInvoke: true });
  const ending = useLiveState((state) => state.ending);
  const show = useLiveState((state) => state.show);

  const event = read && withStatus(read, sessionId, show?.status);
  const session = event?.sessions.find(({ id }) => id === sessionId);
  if (ending)
    return (
      <PlainFrame>
        <EndingMessage ending={ending} />
      </PlainFrame>
    );
  if (event && session && show) return children({ event, session, signIn, show });
  return (
    <PlainFrame>
      {(event && !session) || fault?.code === 'not-found' ? (
        <NotFoundPage />
      ) : fault && !event ? (
        <LoadFailed fault={fault} onRetry={reload} />
      ) : (
        <PageSkeleton />
      )}
    </PlainFrame>
  );
}

/** The show knows of a change before the agenda is read again. */
function withStatus(
  event: LiveEventDto,
  sessionId: string,
  status: SessionDto['status'] | undefined,
): LiveEventDto {
  if (!status) return event;
  return {
    ...event,
    sessions: event.sessions.map((one) => (one.id === sessionId ? { ...one, status } : one)),
  };
}
