import { Kbd, Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { deskKeys, type DeskDeed } from './desk-keys';

const rows: [deed: DeskDeed, more?: string][] = [
  ['down', '↓'],
  ['up', '↑'],
  ['approve'],
  ['reject'],
  ['claim'],
  ['put-on-stage'],
  ['answer'],
  ['dismiss'],
  ['back'],
  ['edit'],
  ['translate'],
  ['assign'],
  ['mark'],
  ['merge'],
  ['move-up', 'Shift ↑'],
  ['move-down', 'Shift ↓'],
  ['help'],
];

/** Which key does what at the desk. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['moderate', 'app']);
  return (
    <Modal opened onClose={onClose} title={t('keys')} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {rows.map(([deed, more]) => {
            const key = deskKeys[deed] ?? '';
            return (
              <Table.Tr key={deed}>
                <Table.Td w="8rem">
                  <Kbd>{/[A-Z]/.test(key) ? `Shift ${key.toLowerCase()}` : key}</Kbd>{' '}
                  {more && <Kbd>{more}</Kbd>}
                </Table.Td>
                <Table.Td>{t(`deed.${deed}`)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
