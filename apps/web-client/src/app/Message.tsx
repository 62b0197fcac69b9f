import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { useFaultWords } from '../api/faults';
import { TabTitle } from './Page';
import classes from './Message.module.css';

/** A whole page that says one thing and offers the way on. */
export function Message({
  title,
  children,
  icon,
  actions,
}: {
  title: string;
  children?: ReactNode;
  icon?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={classes.message}>
      <TabTitle title={title} />
      <Stack align="center" gap="md" maw="34rem">
        {icon && <span className={classes.icon}>{icon}</span>}
        <Title order={1} size="h2" ta="center">
          {title}
        </Title>
        {children && (
          <Text ta="center" c="dimmed" component="div">
            {children}
          </Text>
        )}
        {actions && (
          <Group justify="center" mt="sm">
            {actions}
          </Group>
        )}
      </Stack>
    </div>
  );
}

/** What could not be loaded, why, and a way to try again. */
export function LoadFailed({ fault, onRetry }: { fault: Fault; onRetry: () => void }) {
  const { t } = useTranslation();
  const words = useFaultWords();
  return (
    <Message title={t('loadFailed')} actions={<Button onClick={onRetry}>{t('tryAgain')}</Button>}>
      <span role="alert">{words(fault)}</span>
    </Message>
  );
}
