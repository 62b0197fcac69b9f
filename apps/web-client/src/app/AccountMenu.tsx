import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { signOut } from '../sign-in/tickets';
import { useSignIn } from '../sign-in/use-sign-in';

/** Who the person is on this page, and the way out. Absent where they are nobody yet. */
export function AccountMenu() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const signIn = useSignIn(useParams().slug ?? null);
  if (!signIn) return null;
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('signedInAs', { name: signIn.displayName })}
        >
          <IconUserCircle size={22} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)">
            {signIn.displayName}
          </Text>
          <Text size="sm">{t(`roles.${signIn.role}`)}</Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={18} aria-hidden />}
          onClick={() => {
            void signOut(signIn.signInId).catch(() => undefined);
            void navigate('/');
          }}
        >
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
