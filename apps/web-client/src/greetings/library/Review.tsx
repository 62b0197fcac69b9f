import { Alert, Button, Group, Text, Textarea } from '@mantine/core';
import { limits } from '@manyhalls/contracts/wire/limits';
import { nextGreetingState } from '@manyhalls/domain';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartProps } from './part-props';
import classes from './GreetingDrawer.module.css';
import { useDeed } from './use-deed';
import { useLibraryWords } from './use-library-words';

/** What the crew decides about the file it has watched. */
export function Review({ greeting, api, onChange }: PartProps) {
  const { t } = useTranslation(['greetings', 'app']);
  const words = useLibraryWords();
  const { running, fault, run } = useDeed(onChange);
  const [note, setNote] = useState<string | null>(null);
  const { id, version, state, file } = greeting;
  const can = (step: Parameters<typeof nextGreetingState>[1]) => nextGreetingState(state, step) !== null;

  const sendBack = async (text: string) => {
    if (await run('send-back', () => api.sendBack(id, { version, note: text }))) setNote(null);
  };
  return (
    <section className={classes.part}>
      {greeting.note && (
        <Alert color="gray" title={t('library.note')}>
          <span className={classes.note}>{greeting.note}</span>
        </Alert>
      )}
      {note !== null && (
        <Textarea
          label={t('library.note')}
          description={t('library.noteHint')}
          maxLength={limits.message}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          data-autofocus
        />
      )}
      <Group>
        {note === null && file && can('approve') && (
          <Button
            leftSection={<IconCheck size={18} aria-hidden />}
            loading={running === 'approve'}
            onClick={() => void run('approve', () => api.approve(id, { version, sha256: file.sha256 }))}
          >
            {t('library.approve')}
          </Button>
        )}
        {can('send-back') && (
          <Button
            variant={note === null ? 'default' : 'filled'}
            disabled={note?.trim() === ''}
            loading={running === 'send-back'}
            onClick={() => (note === null ? setNote('') : void sendBack(note))}
          >
            {t('library.sendBack')}
          </Button>
        )}
        {note !== null && (
          <Button variant="subtle" onClick={() => setNote(null)}>
            {t('app:cancel')}
          </Button>
        )}
        {can('unapprove') && (
          <Button
            variant="default"
            loading={running === 'unapprove'}
            onClick={() => void run('unapprove', () => api.unapprove(id, version))}
          >
            {t('library.unapprove')}
          </Button>
        )}
        {can('reconsider') && (
          <Button
            variant="default"
            loading={running === 'reconsider'}
            onClick={() => void run('reconsider', () => api.reconsider(id, version))}
          >
            {t('library.reconsider')}
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
