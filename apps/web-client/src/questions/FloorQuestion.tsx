import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { limits } from '@manyhalls/contracts/wire/limits';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language';
import { useAnnounce } from '../live/Announcer';
import { useLiveState } from '../live/LiveRoom';
import classes from './FloorQuestion.module.css';
import { OwnQuestions } from './OwnQuestions';
import { QuestionFields } from './QuestionFields';
import { useAsking } from './use-asking';
import { useQuestionFault } from './use-question-fault';
import { useQuestions } from './use-questions';

/** A hall's host passes on what was asked in the room. */
export function FloorQuestion({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation('questions');
  const { board, state } = useQuestions();
  const words = useQuestionFault();
  const announce = useAnnounce();
  const reader = useLanguage();
  const joined = useLiveState(({ connection }) => connection === 'joined');
  const { draft, change, busy, fault, submit } = useAsking(
    `${sessionId}.floor`,
    ({ id, text, language, place }) =>
      board.askFromFloor({
        clientQuestionId: id,
        text,
        language: language ?? reader,
        ...(place.trim() && { place: place.trim() }),
      }),
  );
  return (
    <section className={classes.panel} aria-label={t('floor.title')}>
      <h2 className={classes.heading}>{t('floor.title')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit().then((sent) => sent && announce(t('floor.sent')));
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t(joined ? 'floor.hint' : 'ask.offline')}
          </Text>
          <QuestionFields text={draft.text} language={draft.language ?? reader} onChange={change} />
          <TextInput
            label={t('floor.place')}
            placeholder={t('floor.placeHint')}
            maxLength={limits.name}
            value={draft.place}
            onChange={(event) => change({ place: event.currentTarget.value })}
          />
          {fault && (
            <Alert role="alert" color="brass">
              {words(fault)}
            </Alert>
          )}
          <Button type="submit" loading={busy} disabled={!joined || !draft.text.trim()}>
            {t('floor.send')}
          </Button>
        </Stack>
      </form>
      <OwnQuestions title={t('floor.passedOn')} state={state} />
    </section>
  );
}
