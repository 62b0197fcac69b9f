import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFaultWords } from '../api/faults';
import { mainId } from '../app/focus';
import { TabTitle } from '../app/Page';
import { ChatRoom } from '../chat/ChatRoom';
import { ChatTabs } from '../chat/ChatTabs';
import { useLocalize } from '../i18n/Localized';
import { useAnnouncedChange } from '../live/Announcer';
import type { LivePageContent } from '../live/LivePage';
import { SessionBar } from '../live/SessionBar';
import { HallPoll } from '../polls/HallPoll';
import { PollRoom } from '../polls/PollRoom';
import { FloorQuestion } from '../questions/FloorQuestion';
import { AirControls } from './AirControls';
import { CaptureProblems } from './CaptureProblems';
import { Devices } from './Devices';
import { HallCue } from './HallCue';
import classes from './HallView.module.css';
import { LinkHealthPanel } from './LinkHealthPanel';
import { OwnPicture } from './OwnPicture';
import { ProgrammeReturn } from './ProgrammeReturn';
import { SlidesControl } from './SlidesControl';
import { standingOf } from './standing';
import { feedOf, useHall } from './use-hall';
import { useKeepOnAir } from './use-keep-on-air';
import { useLinkHealth } from './use-link-health';

/** Left: what this hall sends. Right: what it is sent back, and how well the link is. */
export function HallView({ event, session, show, signIn }: LivePageContent) {
  const { t } = useTranslation('hall');
  const localize = useLocalize();
  const words = useFaultWords();
  const hall = useHall(session.id);
  const tracks = useStore(hall.capture.store, (state) => state.tracks);
  const venue = event.venues.find(({ id }) => id === signIn.venueId);
  const feed = feedOf(show, hall.camera);
  const standing = standingOf(feed, show);
  const health = useLinkHealth(feed !== undefined);
  useKeepOnAir(standing === 'on-air' || standing === 'on-programme');
  useAnnouncedChange(t(`standing.${standing}`));

  // Another device of this hall owns its picture and sound; this one must not play into its microphone.
  const elsewhere =
    !hall.sending &&
    show.feeds.some(
      ({ venueId, source, online }) => venueId === signIn.venueId && source === 'camera' && online,
    );

  return (
    <>
      <TabTitle
        title={[venue && localize(venue.city), localize(session.title)].filter(Boolean).join(' · ')}
      />
      <SessionBar session={session} show={show} role={signIn.role} crew />
      <main id={mainId} tabIndex={-1} className={classes.main}>
        <div className={classes.own}>
          <OwnPicture
            venue={venue}
            standing={standing}
            picture={tracks.video}
            sound={tracks.audio}
            muted={hall.camera?.muted.audio ?? false}
          />
          {hall.fault && (
            <Alert
              color="red"
              role="alert"
              icon={<IconAlertTriangle aria-hidden />}
              withCloseButton
              closeButtonLabel={t('dismiss')}
              onClose={hall.dismissFault}
            >
              {hall.fault.code === 'conflict' && !feed ? t('openElsewhere') : words(hall.fault)}
            </Alert>
          )}
          <CaptureProblems capture={hall.capture} />
          <AirControls hall={hall} feed={feed} standing={standing} />
          <Devices hall={hall} />
          {feed && <SlidesControl hall={hall} feed={feedOf(show, hall.slides)} />}
          <PollRoom>
            <HallPoll />
          </PollRoom>
          <FloorQuestion sessionId={session.id} />
        </div>
        <div className={classes.back}>
          <HallCue show={show} />
          <ProgrammeReturn
            event={event}
            session={session}
            show={show}
            venueId={signIn.venueId}
            quiet={elsewhere}
          />
          <LinkHealthPanel health={health} />
          <ChatRoom session={session} signIn={signIn}>
            <section className={classes.chat} aria-label={t('crewChat')}>
              <ChatTabs first="crew" />
            </section>
          </ChatRoom>
        </div>
      </main>
    </>
  );
}
