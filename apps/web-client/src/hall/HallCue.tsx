import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Localized } from '../i18n/Localized';
import type { LivePageContent } from '../live/LivePage';
import { SpeakerNames } from '../show/SpeakerNames';
import { TakeClock } from '../show/TakeClock';
import classes from './HallCue.module.css';

/** What is on programme, and how much time is left, readable from the stage; and the way to the projector's window. */
export function HallCue({ show: { cue, take, status } }: Pick<LivePageContent, 'show'>) {
  const { t } = useTranslation(['hall', 'show']);
  const { slug, sessionId } = useParams();
  const runs = status === 'live' || status === 'rehearsing';
  return (
    <section className={classes.cue} aria-label={t('hall:cue.title')}>
      <header className={classes.head}>
        <h2>
          {t('hall:cue.title')}
          {status === 'rehearsing' && <span className={classes.rehearsal}>{t('show:rehearsal')}</span>}
        </h2>
        {/* Without `noopener` the new window would take this one's place in the session. */}
        <Button
          component="a"
          href={`/events/${slug}/sessions/${sessionId}/projector`}
          target="_blank"
          rel="noopener"
          size="compact-md"
          variant="default"
          rightSection={<IconExternalLink size={16} aria-hidden />}
        >
          {t('hall:cue.projector')}
        </Button>
      </header>
      {cue ? (
        <>
          <Localized as="p" text={cue.title} className={classes.title} />
          <SpeakerNames speakers={cue.speakers} />
        </>
      ) : (
        <p className={classes.none}>{t(runs ? 'hall:cue.allHalls' : 'hall:cue.nothing')}</p>
      )}
      {take && (
        <section className={classes.clock} aria-label={t('hall:cue.clock')}>
          <TakeClock take={take} />
        </section>
      )}
    </section>
  );
}
