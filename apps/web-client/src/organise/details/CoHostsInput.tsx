import { ActionIcon, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { limits } from '@manyhalls/contracts/wire/limits';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LocalizedInput } from '../../forms/LocalizedInput';
import { noWords, type Words } from '../../forms/words';
import { moved } from '../moved';

/** The co-hosts in protocol order. */
export function CoHostsInput({
  value: coHosts = [],
  onChange,
}: {
  value?: Words[];
  onChange: (coHosts: Words[]) => void;
}) {
  const { t } = useTranslation('organise');
  return (
    <Stack>
      {coHosts.length === 0 && <Text c="dimmed">{t('details.noCoHosts')}</Text>}
      {coHosts.map((name, index) => (
        <Paper key={index} withBorder p="md">
          <LocalizedInput
            label={t('details.coHost', { number: index + 1 })}
            maxLength={limits.institution}
            value={name}
            onChange={(words) => onChange(coHosts.with(index, words))}
          />
          <Group gap="xs" mt="sm" justify="flex-end">
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={t('details.coHostUp', { number: index + 1 })}
              disabled={index === 0}
              onClick={() => onChange(moved(coHosts, index, -1))}
            >
              <IconArrowUp size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={t('details.coHostDown', { number: index + 1 })}
              disabled={index === coHosts.length - 1}
              onClick={() => onChange(moved(coHosts, index, 1))}
            >
              <IconArrowDown size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={t('details.coHostRemove', { number: index + 1 })}
              onClick={() => onChange(coHosts.toSpliced(index, 1))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        </Paper>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => onChange([...coHosts, noWords])}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('details.coHostAdd')}
      </Button>
    </Stack>
  );
}
