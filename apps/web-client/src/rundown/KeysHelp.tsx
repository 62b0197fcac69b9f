import { ActionIcon, Kbd, Popover, Table } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { callerKeys, type CallerDeed } from './caller-keys';

const deeds = Object.keys(callerKeys) as CallerDeed[];

const arrows: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑' };

/** A key as it is printed on keyboards. */
export function useKeyName(): (deed: CallerDeed) => string {
  const { t } = useTranslation('rundown');
  return (deed) =>
    callerKeys[deed] === ' '
      ? t('bar.goKey')
      : callerKeys[deed]
          .split(' ')
          .map((key) => arrows[key] ?? (key.length === 1 ? key.toUpperCase() : key))
          .join(' ');
}

/** Which key does what in the control room. */
export function KeysHelp({ opened, onToggle }: { opened: boolean; onToggle: (open: boolean) => void }) {
  const { t } = useTranslation('rundown');
  const nameOf = useKeyName();
  return (
    <Popover opened={opened} onChange={onToggle} position="bottom-end" trapFocus shadow="md" withinPortal>
      <Popover.Target>
        <ActionIcon
          size="lg"
          variant="default"
          aria-label={t('keys.title')}
          aria-keyshortcuts="?"
          onClick={() => onToggle(!opened)}
        >
          <IconKeyboard size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('keys.title')}>
        <Table verticalSpacing={3} data-autofocus tabIndex={-1}>
          <Table.Tbody>
            {deeds.map((deed) => (
              <Table.Tr key={deed}>
                <Table.Td>
                  <Kbd>{nameOf(deed)}</Kbd>
                </Table.Td>
                <Table.Td>{t(`keys.${deed}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Popover.Dropdown>
    </Popover>
  );
}
