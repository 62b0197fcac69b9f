import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import type { GreetingLinkDto } from '@manyhalls/contracts';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocalize } from '../../i18n/Localized';

/** A link that was just made. Only its hash is kept on the server, so this is the one time it can be seen. */
export function LinkShown({
  made: { greeting, link },
  onDone,
}: {
  made: GreetingLinkDto;
  onDone: () => void;
}) {
  const { t } = useTranslation(['greetings', 'app']);
  const name = useLocalize()(greeting.speaker.name);
  return (
    <Stack>
      <Text>{t('library.linkText', { name })}</Text>
      <TextInput
        label={t('library.linkTitle')}
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
              <span aria-live="polite">{t(copied ? 'app:copied' : 'library.copy')}</span>
            </Button>
          )}
        </CopyButton>
        <Button variant="subtle" onClick={onDone}>
          {t('app:close')}
        </Button>
      </Group>
    </Stack>
  );
}
