import { Alert, Button, Popover, Stack, Text, TextInput } from '@mantine/core';
import { limits } from '@manyhalls/contracts/wire/limits';
import { IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../live/LiveRoom';
import classes from './HandButton.module.css';
import { useHandFault } from './use-hand-fault';
import type { OwnHand } from './use-own-hand';

/** Asks to speak, and tells the place in the queue. During the turn there is the speaker's own panel instead. */
export function HandButton({ own: { hand, busy, fault, raise, lower } }: { own: OwnHand }) {
  const { t } = useTranslation('hands');
  const faultWords = useHandFault();
  const joined = useLiveState(({ connection }) => connection === 'joined');
  const [opened, setOpened] = useState(false);
  const [words, setWords] = useState('');
  const raised = hand?.state === 'raised';
  const label = raised ? t('raised', { place: hand.place }) : t('raise');
  const close = (done: boolean) => {
    if (!done) return;
    setOpened(false);
    setWords('');
  };
  return (
    // Not in a portal: it would not be seen in full screen.
    <Popover
      opened={opened}
      onChange={setOpened}
      withinPortal={false}
      position="top-end"
      width="min(22rem, 92vw)"
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <Button
          variant={raised ? 'light' : 'subtle'}
          color={raised ? undefined : 'gray'}
          size="sm"
          px="xs"
          leftSection={<IconHandStop size={20} aria-hidden />}
          className={classes.button}
          data-raised={raised || undefined}
          title={label}
          aria-label={label}
          onClick={() => setOpened(!opened)}
        >
          <span className={classes.words}>{label}</span>
          {raised && <span className={classes.short}>{t('raisedShort', { place: hand.place })}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('raise')}>
        <form
          // Words are typed here: no letter is a key of the stage.
          onKeyDown={(event) => event.stopPropagation()}
          onSubmit={(event) => {
            event.preventDefault();
            void (raised ? lower() : raise(words.trim())).then(close);
          }}
        >
          <Stack gap="sm">
            <Text size="sm">{raised ? t('place', { place: hand.place }) : t('explain')}</Text>
            {!raised && (
              <TextInput
                data-autofocus
                label={t('words')}
                placeholder={t('wordsHint')}
                maxLength={limits.name}
                value={words}
                onChange={(event) => setWords(event.currentTarget.value)}
              />
            )}
            {fault && (
              <Alert role="alert" color="brass">
                {faultWords(fault)}
              </Alert>
            )}
            <Button type="submit" variant={raised ? 'default' : 'filled'} loading={busy} disabled={!joined}>
              {t(raised ? 'lower' : 'raise')}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
