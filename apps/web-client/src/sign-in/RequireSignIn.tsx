import { Button } from '@mantine/core';
import { may, type Permission } from '@manyhalls/domain';
import { IconKey, IconLockX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Message } from '../app/Message';
import type { KnownSignIn } from './known-sign-ins';
import { useRevokedSignIn, useSignIn } from './use-sign-in';

/**
 * Shows a page to those who may see it; to others, what to do about it. What somebody may do is decided by
 * the server at every request: this only spares them a page that would be refused.
 */
export function RequireSignIn({
  slug,
  permission,
  children,
}: {
  slug: string | null;
  permission: Permission;
  children: (signIn: KnownSignIn) => ReactNode;
}) {
  const { t } = useTranslation();
  const signIn = useSignIn(slug, permission);
  const revoked = useRevokedSignIn(slug);
  if (signIn) return children(signIn);

  if (revoked && may(revoked.role, permission))
    return (
      <Message title={t('gate.revokedTitle')} icon={<IconLockX size={32} aria-hidden />}>
        <span role="alert">{t('gate.revoked', { name: revoked.displayName })}</span>
      </Message>
    );
  const open = may('attendee', permission);
  return (
    <Message
      title={t('gate.title')}
      icon={<IconKey size={32} aria-hidden />}
      actions={
        slug && (
          <>
            {open && (
              <Button component={Link} to={`/events/${slug}/register`}>
                {t('gate.register')}
              </Button>
            )}
            <Button component={Link} to={`/events/${slug}`} variant="default">
              {t('gate.toEvent')}
            </Button>
          </>
        )
      }
    >
      {t(open ? 'gate.attend' : 'gate.crew')}
    </Message>
  );
}
