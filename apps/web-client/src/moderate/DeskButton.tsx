import { Button, Kbd, type ButtonProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { deskKeys, type DeskDeed } from './desk-keys';

/** One deed by its name, with the key that does the same. */
export function DeskButton({
  deed,
  onClick,
  ...look
}: { deed: DeskDeed; onClick: () => void } & ButtonProps) {
  const { t } = useTranslation('moderate');
  const key = deskKeys[deed];
  return (
    <Button
      size="compact-sm"
      variant="default"
      rightSection={
        key && (
          <Kbd size="xs" aria-hidden>
            {key === key.toLowerCase() ? key : `⇧${key.toLowerCase()}`}
          </Kbd>
        )
      }
      onClick={onClick}
      {...look}
    >
      {t(`deed.${deed}`)}
    </Button>
  );
}
