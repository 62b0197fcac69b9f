import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { nextGreetingState } from '@manyhalls/domain';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { readSeconds, writeSeconds } from '../amounts';
import type { PartProps } from './part-props';
import classes from './GreetingDrawer.module.css';
import { useDeed } from './use-deed';
import { useLibraryWords } from './use-library-words';

interface Props extends PartProps {
  /** Of the whole original, in seconds. */
  length: number;
  player: RefObject<HTMLVideoElement | null>;
}

/** Where the greeting begins and ends, in the time of the original. */
export function TrimForm({ greeting, api, onChange, length, player }: Props) {
  const { t } = useTranslation('greetings');
  const words = useLibraryWords();
  const { running, fault, run } = useDeed(onChange);
  const { id, version, trim, state } = greeting;
  const [from, setFrom] = useState(writeSeconds(trim?.from ?? 0));
  const [to, setTo] = useState(writeSeconds(trim?.to ?? length));
  const [start, end] = [readSeconds(from), readSeconds(to)];
  // What is written is rounded: the end may be a trifle after the end.
  const last = end !== null && end > length && end - length < 0.1 ? length : end;
  const unfit = (moment: number | null) => moment === null || moment > length;
  const tooShort = start !== null && last !== null && last - start < 1;
  const wrong = t('library.badTime', { length: writeSeconds(length) });
  const open = nextGreetingState(state, 'trim') !== null;

  /** The player shows what is left; the points are in the time of the whole. */
  const position = () => writeSeconds((player.current?.currentTime ?? 0) + (trim?.from ?? 0));
  const cut = (points: { from: number | null; to: number | null }) =>
    void run('trim', () => api.trim(id, { version, ...points }));
  return (
    <section className={classes.part}>
      <Title order={3}>{t('library.trim')}</Title>
      <Text size="sm" c="dimmed">
        {t('library.trimText')}
      </Text>
      <div className={classes.points}>
        <div className={classes.point}>
          <TextInput
            label={t('library.from')}
            value={from}
            disabled={!open}
            onChange={(event) => setFrom(event.currentTarget.value)}
            error={unfit(start) ? wrong : null}
          />
          <Button
            variant="default"
            size="sm"
            disabled={!open}
            aria-label={t('library.takeFrom')}
            onClick={() => setFrom(position())}
          >
            {t('library.take')}
          </Button>
        </div>
        <div className={classes.point}>
          <TextInput
            label={t('library.to')}
            value={to}
            disabled={!open}
            onChange={(event) => setTo(event.currentTarget.value)}
            error={unfit(last) ? wrong : tooShort ? t('library.nothingLeft') : null}
          />
          <Button
            variant="default"
            size="sm"
            disabled={!open}
            aria-label={t('library.takeTo')}
            onClick={() => setTo(position())}
          >
            {t('library.take')}
          </Button>
        </div>
      </div>
      <Group>
        <Button
          variant="default"
          loading={running === 'trim'}
          disabled={!open || unfit(start) || unfit(last) || tooShort}
          onClick={() => cut({ from: start, to: last })}
        >
          {t('library.cut')}
        </Button>
        {trim && open && (
          <Button variant="subtle" onClick={() => cut({ from: null, to: null })}>
            {t('library.whole')}
          </Button>
        )}
      </Group>
      {fault && (
        <Text role="alert" c="var(--mantine-color-error)">
          {words(fault)}
        </Text>
      )}
    </section>
  );
}
