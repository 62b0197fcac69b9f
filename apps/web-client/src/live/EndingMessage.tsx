import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Message } from '../app/Message';
import type { Ending } from './live-state';
import { useLive } from './LiveRoom';

/** Why the live connection is over, and what the person can do about it. */
export function EndingMessage({ ending }: { ending: Ending }) {
  const { t } = useTranslation('live');
  const { slug = '' } = useParams();
  const live = useLive();
  return (
    <Message
      title={t(`ending.${ending}.title`)}
      icon={<IconPlugConnectedX size={32} aria-hidden />}
      actions={
        <>
          {ending === 'taken-over' && <Button onClick={() => live.retake()}>{t('ending.useHere')}</Button>}
          <Button component={Link} to={`/events/${slug}`} variant="default">
            {t('ending.toEvent')}
          </Button>
        </>
      }
    >
      <span role="alert">{t(`ending.${ending}.text`)}</span>
    </Message>
  );
}
