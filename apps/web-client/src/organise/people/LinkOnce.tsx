import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import type { InvitationLinkDto } from '@manyhalls/contracts';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** A link that was just made. Only its hash is kept on the server, so this is the one time it can be seen. */
export function LinkOnce({
  made: { invitation, link },
  onAnother,
  onDone,
}: {
  made: InvitationLinkDto;
  onAnother: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation(['organise', 'app']);
  return (
    <Stack>
      <Text>{t('people.linkText', { name: invitation.displayName })}</Text>
      <TextInput
        label={t('people.link')}
        readOnly
        value={link}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group>
        <CopyButton value={link} timeout={4000}>
          {({ copied, copy }) => (
            <Button
              onClick={copy}
              leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
            >
              <span aria-live="polite">{t(copied ? 'app:copied' : 'people.copyLink')}</span>
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={onAnother}>
          {t('people.another')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t('app:close')}
        </Button>
      </Group>
    </Stack>
  );
}
