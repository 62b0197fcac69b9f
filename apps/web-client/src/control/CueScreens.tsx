import { programmeOf } from '@manyhalls/domain';
import type { FeedDto } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { useCueName } from '../rundown/cue-name';
import { useRundown } from '../rundown/RundownRoom';
import type { LivePageContent } from '../live/LivePage';
import { GreetingPicture } from '../playback/GreetingPicture';
import { CueScreen } from './CueScreen';
import classes from './CueScreens.module.css';
import { CueSlate } from './CueSlate';
import slateClasses from './CueSlate.module.css';

/** Preview, what GO will put on programme, and programme, what the audience has. */
export function CueScreens({ event, show }: LivePageContent) {
  const { t } = useTranslation('rundown');
  const { state } = useRundown();
  const nameOf = useCueName(state.cues);
  const standby = state.cues.find(({ id }) => id === state.standbyCueId);
  const next = standby && nameOf(standby.id);
  const present = nameOf(show.cue?.id);
  const { venues } = event;
  const feedsOf = (ids: readonly string[]) =>
    ids.flatMap((id): FeedDto[] => show.feeds.filter((feed) => feed.id === id));
  const { playback, standbyPlayback } = show;
  // A greeting's feed shows nothing before it is played; its poster stands in until then.
  const coming = standby && programmeOf(show.status, standby, show.feeds.map(withoutGreeting));
  return (
    <div className={classes.screens}>
      <CueScreen
        label={t('screens.preview')}
        tally={next ? 'next' : 'none'}
        state={next && t('cue', { ...next })}
        feeds={feedsOf(coming?.feedIds ?? [])}
        layout={coming?.layout ?? 'slate'}
        venues={venues}
        slate={
          standbyPlayback ? (
            <GreetingPicture playback={standbyPlayback} feed={undefined} />
          ) : standby ? (
            <CueSlate cue={standby} />
          ) : (
            <Nothing words={t('screens.nothing')} />
          )
        }
      />
      <CueScreen
        label={t('screens.programme')}
        tally={show.programme.feedIds.length > 0 || show.cue ? 'programme' : 'none'}
        state={present && t('cue', { ...present })}
        feeds={feedsOf(show.programme.feedIds)}
        layout={show.programme.layout}
        venues={venues}
        playback={playback}
        slate={
          playback?.state === 'slate' ? (
            <GreetingPicture playback={playback} feed={undefined} />
          ) : show.cue ? (
            <CueSlate cue={show.cue} />
          ) : (
            <Nothing words={t('screens.nothingProgramme')} />
          )
        }
      />
    </div>
  );
}

const withoutGreeting = (feed: FeedDto) => ({ ...feed, greetingId: null });

function Nothing({ words }: { words: string }) {
  return (
    <div className={slateClasses.slate}>
      <p className={slateClasses.empty}>{words}</p>
    </div>
  );
}
