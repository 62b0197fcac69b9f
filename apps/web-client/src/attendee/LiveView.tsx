import { hasTurn, may } from '@manyhalls/domain';
import { useFullscreenElement, useIdle, useMergedRef } from '@mantine/hooks';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { mainId } from '../app/focus';
import { TabTitle } from '../app/Page';
import { HandButton } from '../hands/HandButton';
import { OwnHandPanel } from '../hands/OwnHandPanel';
import { useOwnHand } from '../hands/use-own-hand';
import { useLocalize } from '../i18n/Localized';
import type { LivePageContent } from '../live/LivePage';
import { SessionBar } from '../live/SessionBar';
import { FeedSounds } from '../media/FeedSounds';
import { SoundGate } from '../media/SoundGate';
import { tilesOf, type Tile } from '../media/tiles';
import { StageQuestion } from '../questions/StageQuestion';
import { CueLine } from '../show/CueLine';
import { ProgrammeScreen } from '../show/ProgrammeScreen';
import { RehearsalMark } from '../show/RehearsalMark';
import { allHalls, chosenView } from './chosen-view';
import { HallStrip } from './HallStrip';
import classes from './LiveView.module.css';
import { ProgrammeAnnouncements } from './ProgrammeAnnouncements';
import { programmeFeeds } from '../show/programme-feeds';
import { Rail } from './Rail';
import { SoundStage } from './SoundStage';
import { StageControls } from './StageControls';
import { stageKeys } from './stage-keys';
import { chooseView, useViewChoice, type ViewChoice } from './view-choice';

/** The programme of a live session, as large as it fits, and beside it what belongs to it. */
export function LiveView(content: LivePageContent) {
  const { event, session, show, signIn } = content;
  const { t } = useTranslation('attendee');
  const localize = useLocalize();
  const choice = useViewChoice(session.id);
  const hand = useOwnHand();
  const choose = (change: Partial<ViewChoice>) => chooseView(session.id, change);
  const screen = useRef<HTMLDivElement>(null);
  const { ref, toggle, fullscreen } = useFullscreenElement();
  const screenRef = useMergedRef(screen, ref);
  // The strip, where the focus may have been, is not part of the full screen: keys would go nowhere.
  useEffect(() => {
    if (fullscreen) screen.current?.focus();
  }, [fullscreen]);
  const idle = useIdle(3_000, { initialState: false });

  const feeds = useMemo(() => programmeFeeds(show), [show]);
  const tiles = useMemo(
    () =>
      tilesOf(
        feeds,
        event.venues.filter(({ id }) => session.venueIds.includes(id)),
      ),
    [feeds, event.venues, session.venueIds],
  );
  const all = allHalls(show);
  const view = chosenView(show, tiles, choice);
  const equal = view?.arrangement === 'equal';
  const large = (tile: Tile) => choose({ large: tile.key, layout: 'one-large', soundOnly: false });

  return (
    <>
      <TabTitle title={localize(session.title)} />
      <div className={classes.page}>
        <SessionBar session={session} show={show} role={signIn.role} />
        <main id={mainId} tabIndex={-1} className={classes.main}>
          {/* A hall's own people hear their hall with their ears, and nobody hears themselves. */}
          <FeedSounds
            feeds={feeds.filter(({ venueId, participantId }) =>
              venueId ? venueId !== signIn.venueId : participantId !== signIn.participantId,
            )}
          />
          <ProgrammeAnnouncements tiles={tiles} cue={show.cue} all={all} />
          <section
            className={classes.programme}
            aria-label={t('programme')}
            onKeyDown={stageKeys(tiles, choice, choose, () => void toggle())}
          >
            <OwnHandPanel own={hand} />
            <div
              ref={screenRef}
              tabIndex={-1}
              className={classes.screen}
              data-fullscreen={fullscreen || undefined}
              data-idle={(fullscreen && idle) || undefined}
            >
              <div className={classes.stage} data-arrangement={view?.arrangement}>
                {choice.soundOnly ? (
                  <SoundStage />
                ) : (
                  <ProgrammeScreen content={content} view={view} onChoose={equal ? large : null} />
                )}
                {show.status === 'rehearsing' && <RehearsalMark />}
                <StageQuestion question={show.onStage} venues={event.venues} />
                <SoundGate />
              </div>
              <div className={classes.controls}>
                {show.cue && <CueLine cue={show.cue} />}
                <StageControls
                  playback={show.playback}
                  choice={choice}
                  onChoose={choose}
                  fullscreen={
                    document.fullscreenEnabled ? { on: fullscreen, toggle: () => void toggle() } : null
                  }
                >
                  {may(signIn.role, 'hand:raise') && !(hand.hand && hasTurn(hand.hand.state)) && (
                    <HandButton own={hand} />
                  )}
                </StageControls>
              </div>
            </div>
            {!(equal && all) && (
              <HallStrip
                tiles={tiles}
                largeKey={choice.soundOnly || equal ? undefined : view?.tiles[0]?.key}
                pictures={all && !choice.soundOnly}
                all={all}
                onChoose={large}
              />
            )}
          </section>
          <Rail {...content} />
        </main>
      </div>
    </>
  );
}
