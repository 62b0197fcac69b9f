import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Message } from './Message';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Message
      title={t('notFound.title')}
      icon={<IconMapQuestion size={32} aria-hidden />}
      actions={
        <Button component={Link} to="/">
          {t('notFound.toStart')}
        </Button>
      }
    >
      {t('notFound.text')}
    </Message>
  );
}
