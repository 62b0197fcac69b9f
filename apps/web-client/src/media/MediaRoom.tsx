import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { WatchedKind } from '@manyhalls/contracts';
import { useLive } from '../live/LiveRoom';
import { MediaLink } from './media-link';
import { Publisher } from './publisher';
import { Receiver } from './receiver';
import { trackKey } from './reception-plan';

interface Media {
  link: MediaLink;
  receiver: Receiver;
  publisher: Publisher;
}

const MediaContext = createContext<Media | null>(null);

/** The media of a page, inside its `LiveRoom`. Nothing is published unless the page asks for it. */
export function MediaRoom({ children }: { children: ReactNode }) {
  const session = useLive();
  const [media] = useState((): Media => {
    const link = new MediaLink(session);
    return { link, receiver: new Receiver(session, link), publisher: new Publisher(session, link) };
  });
  useEffect(() => {
    // Who listens to the link must do so before it begins.
    const closes = [media.publisher.open(), media.receiver.open(), media.link.open()];
    return () => closes.forEach((close) => close());
  }, [media]);
  return <MediaContext value={media}>{children}</MediaContext>;
}

/** @throws outside a `MediaRoom` */
export function useMedia(): Media {
  const media = useContext(MediaContext);
  if (!media) throw new Error('useMedia() needs a <MediaRoom> around it');
  return media;
}

/** The received track of a feed, as soon as there is one. */
export function useTrack(feedId: string | undefined, kind: WatchedKind): MediaStreamTrack | undefined {
  return (
    useStore(useMedia().receiver.store, ({ tracks }) => feedId && tracks[trackKey({ feedId, kind })]) ||
    undefined
  );
}
