import { Alert, Button, Checkbox, Stack, Text } from '@mantine/core';
import type { LiveEventDto } from '@manyhalls/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFault } from '../api/faults';
import { useLanguage } from '../i18n/language';
import { useAnnounce } from '../live/Announcer';
import { useLiveState } from '../live/LiveRoom';
import type { QuestionBoard } from './question-board';
import { QuestionFields } from './QuestionFields';
import { useAsking, type SentDraft } from './use-asking';
import { useQuestionFault } from './use-question-fault';

/** An attendee's own question, named or anonymous. */
export function AskForm({
  board,
  event,
  sessionId,
}: {
  board: QuestionBoard;
  event: LiveEventDto;
  sessionId: string;
}) {
  const { t } = useTranslation('questions');
  const words = useQuestionFault();
  const announce = useAnnounce();
  const reader = useLanguage();
  const joined = useLiveState(({ connection }) => connection === 'joined');
  // The server's refusal is newer than what was read of the event.
  const [told, setTold] = useState(false);
  const moderatorsSeeAuthor = told || event.moderatorsSeeAnonymous;
  const send = async ({ id, text, anonymous, language }: SentDraft) => {
    const question = { clientQuestionId: id, text, language: language ?? reader, anonymous };
    try {
      await board.ask({ ...question, ...(anonymous && { moderatorsSeeAuthor }) });
    } catch (error) {
      if (asFault(error).details?.moderatorsSeeAuthor) setTold(true);
      throw error;
    }
  };
  const { draft, change, busy, fault, submit } = useAsking(sessionId, send);
  return (
    <form
      aria-label={t('ask.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit().then((sent) => sent && announce(t('ask.sent')));
      }}
    >
      <Stack gap="sm">
        <QuestionFields text={draft.text} language={draft.language ?? reader} onChange={change} />
        <Checkbox
          label={t('ask.anonymous')}
          description={t(moderatorsSeeAuthor ? 'ask.moderatorsSee' : 'ask.nobodySees')}
          checked={draft.anonymous}
          onChange={(event) => change({ anonymous: event.currentTarget.checked })}
        />
        {fault && (
          <Alert role="alert" color="brass">
            {words(fault)}
          </Alert>
        )}
        <Button type="submit" loading={busy} disabled={!joined || !draft.text.trim()}>
          {t('ask.send')}
        </Button>
        <Text size="sm" c="dimmed">
          {t(joined ? 'ask.hint' : 'ask.offline')}
        </Text>
      </Stack>
    </form>
  );
}
