import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { dropSignIn, getTicket } from '../sign-in/tickets';
import { LiveSession } from './live-session';
import type { LiveState } from './live-state';
import { peerMemory } from './peer-memory';

const LiveContext = createContext<LiveSession | null>(null);

interface LiveRoomProps {
  signInId: string;
  sessionId: string;
  children: ReactNode;
}

/** The live connection of a page. Another `sessionId` is joined over the same connection. */
export function LiveRoom(props: LiveRoomProps) {
  return <PersonsLiveRoom key={props.signInId} {...props} />;
}

function PersonsLiveRoom({ signInId, sessionId, children }: LiveRoomProps) {
  const [session] = useState(
    () =>
      new LiveSession({
        url: '/live',
        getTicket: (renew) => getTicket(signInId, renew),
        memory: peerMemory,
      }),
  );
  useEffect(() => session.on('sign-in:revoked', () => dropSignIn(signInId, true)), [session, signInId]);
  useEffect(() => session.open(), [session]);
  // Children listen to the session in effects of their own, which run before this one.
  useEffect(() => session.join(sessionId), [session, sessionId]);

  return <LiveContext value={session}>{children}</LiveContext>;
}

/** @throws outside a `LiveRoom` */
export function useLive(): LiveSession {
  const session = useContext(LiveContext);
  if (!session) throw new Error('useLive() needs a <LiveRoom> around it');
  return session;
}

export function useLiveState<Part>(select: (state: LiveState) => Part): Part {
  return useStore(useLive().store, select);
}
